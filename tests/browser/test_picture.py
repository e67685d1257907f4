"""The picture of the plan on the sandbox's page: seen by whoever asked, described for who cannot see."""

import re
from pathlib import Path

from playwright.sync_api import Page, expect

from tests.browser.acting import go_to, message, say
from tests.scenarios.journey import Journey
from tests.scenarios.world import PLAN

COMMAND = {"sv": "/plan bild", "en": "/plan picture"}
TITLE = {"sv": "Planen söndag 22 november", "en": "The plan on Sunday 22 November"}
ALT = {"sv": re.compile("^Planen som kalender"), "en": re.compile("^The plan as a calendar")}


def test_the_picture_is_seen_in_ones_own_conversation(
    page: Page, journey: Journey, tmp_path: Path
) -> None:
    language = journey.language
    go_to(page, PLAN)
    say(page, COMMAND[language])
    link = page.locator('[data-testid=channel-link][data-id="D0AMIRA"]')
    link.click(timeout=120_000)

    picture = message(page, TITLE[language]).get_by_role("img", name=ALT[language])
    expect(picture).to_be_visible(timeout=120_000)
    page.wait_for_function("img => img.naturalWidth === 1600", arg=picture.element_handle())
    page.screenshot(path=tmp_path / "picture.png")
