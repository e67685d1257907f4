"""Bars inside a printed page, and the page as PDF where the optional library is installed."""

import sys
from importlib.util import find_spec
from xml.etree import ElementTree as ET

import pytest

from bot.drawing import paper, svg
from bot.drawing.bars import Bar, Panel
from bot.drawing.child import NotDrawnError
from tests.drawing.test_drawing import TITLES

PAGE = b"<!DOCTYPE html><html lang='sv'><title>Hej</title><p>Hej"


def panel(*bars: Bar, says: str = "Tre kom.") -> Panel:
    return Panel("Hur många?", says, "Besvarade", "Utan svar", "Vecka", bars)


@pytest.mark.parametrize("count", [0, 1, 5, 24])
def test_bars_stay_inside_the_drawing(count):
    bars = [Bar(f"v. {n}", n * 100, 7, f"{n} av {n + 7}") for n in range(count)]
    drawn = ET.fromstring(svg.draw(panel(*bars), "a"))  # noqa: S314 -- our own
    for rect in drawn.findall("rect"):
        x, y, wide, high = (float(rect.attrib[name]) for name in ("x", "y", "width", "height"))
        assert 0 <= x <= x + wide <= svg.WIDTH
        assert svg.TOP - 0.1 <= y <= y + high <= svg.BASE + 0.1


@pytest.mark.parametrize(
    "title", [t for t in TITLES if t not in {"control characters", "lone surrogate"}]
)
def test_any_words_stay_words(title):
    drawn = svg.draw(panel(Bar(TITLES[title], 1, 2, '"<b>'), says=TITLES[title]), "a")
    assert "<b>" not in drawn
    ET.fromstring(drawn)  # noqa: S314 -- our own


def test_nothing_comes_is_no_bar():
    assert "<rect x=" not in svg.draw(panel(Bar("v. 1", 0, 0, "")), "a")


def module(tmp_path, monkeypatch, code: str) -> None:
    """A library in the place of the optional one."""
    (tmp_path / "printing_for_a_test.py").write_text(f"import os, sys\n{code}\n")
    monkeypatch.setattr(paper, "LIBRARY", "printing_for_a_test")
    monkeypatch.syspath_prepend(tmp_path)
    monkeypatch.chdir(tmp_path)


def test_the_library_gets_the_page_and_nothing_of_our_environment(tmp_path, monkeypatch):
    monkeypatch.setenv("SLACK_BOT_TOKEN", "xoxb-secret")
    code = "sys.stdout.write('%PDF-' + sys.stdin.read() + ' '.join(os.environ))"
    module(tmp_path, monkeypatch, code)
    assert paper.is_installed()
    made = paper.to_pdf(PAGE, tmp_path / "fonts")
    assert made.startswith(b"%PDF-" + PAGE)
    assert b"TOKEN" not in made


@pytest.mark.parametrize("code", ["sys.exit(1)", "print('hej')", "import time; time.sleep(60)"])
def test_a_library_that_fails_makes_no_pdf(tmp_path, monkeypatch, code):
    module(tmp_path, monkeypatch, code)
    with pytest.raises(NotDrawnError):
        paper.to_pdf(PAGE, tmp_path, seconds=2.0)


def test_without_the_library_nothing_is_promised(monkeypatch):
    monkeypatch.setattr(paper, "LIBRARY", "no_such_library")
    assert not paper.is_installed()


@pytest.mark.skipif(find_spec("weasyprint") is None, reason="the optional library is not there")
def test_the_real_library_makes_a_pdf(tmp_path):
    assert sys.executable
    assert paper.to_pdf(PAGE, tmp_path).startswith(b"%PDF-")
