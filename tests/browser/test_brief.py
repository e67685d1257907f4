"""The page that a manager forwards, printed by a real browser: one A4, whatever the month was."""

import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page

from bot.locales import Words
from tests.briefing import BRIEFS, full, html

A4 = {"width": 794, "height": 1123}  # at 96 dots an inch
SMALL = {"width": 375, "height": 700}


@pytest.fixture
def sheet(browser: Browser) -> Iterator[Page]:
    """An empty window of a sheet's size."""
    page = browser.new_page(viewport=A4)
    yield page
    page.close()


@pytest.mark.parametrize("language", ["sv", "en"])
@pytest.mark.parametrize("made", BRIEFS.values(), ids=BRIEFS)
def test_it_prints_on_one_page_and_asks_for_nothing(sheet, made, language, tmp_path: Path):
    asked: list[str] = []
    sheet.on("request", lambda request: asked.append(request.url))
    sheet.set_content(html(Words(language), made()))

    printed = sheet.pdf(prefer_css_page_size=True)

    (tmp_path / "brief.pdf").write_bytes(printed)
    assert len(re.findall(rb"/Type\s*/Page\b(?!s)", printed)) == 1
    assert asked == []


def test_it_can_be_read_on_a_telephone_too(sheet):
    sheet.set_viewport_size(SMALL)
    sheet.set_content(html(Words("sv"), full()))

    assert sheet.evaluate("document.documentElement.scrollWidth") <= SMALL["width"]
