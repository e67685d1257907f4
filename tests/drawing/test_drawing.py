"""Drawing: hostile words, size, contrast, and a process that ends."""

import struct
import sys
from dataclasses import replace
from pathlib import Path

import pytest

from bot.drawing import child, paint_bars
from bot.drawing.bars import Bar, Panel, Sheet
from bot.drawing.canvas import WIDTH
from bot.drawing.chart import Box, Chart, Day, Look, Row
from bot.drawing.child import NotDrawnError, draw
from bot.drawing.letters import ELLIPSIS, cut, shown, width_of, wrap
from bot.drawing.paint import paint
from bot.drawing.palette import OTHERS, PAIRS, SOME, STYLES, contrast
from bot.drawing.wire import dump, load

TITLES = {
    "plain": "Öppet hus på ambulansen i Lillsjö",
    "long": "Varför " * 60,
    "one long word": "Donaudampfschifffahrtsgesellschaft" * 9,
    "emoji": "🎉 Julpyssel 🎄👩🏽‍⚕️",
    "only emoji": "🎉🎉",
    "right to left": "שלום עולם مرحبا بكم في المستشفى",
    "mathematics": "$x^2$ kostar $5 _{",
    "broken mathematics": r"$\frac{",
    "control characters": "a\x00b\tc\nd\u202e",
    "nothing": "",
    "lone surrogate": "\ud83d",
}


def chart(boxes=(), *, weeks=8, note="Annandag jul", more="") -> Chart:
    day = Day("26", note, is_free=True, is_today=False, boxes=tuple(boxes), more=more)
    today = replace(day, is_free=False, is_today=True, note="i dag")
    rows = tuple(Row("week 53", "28 dec–3 jan", (today, *[day] * 6)) for _ in range(weeks))
    legend = tuple((look, look.value) for look in Look)
    return Chart("Planen", "Åtta veckor", ("Måndag",) * 7, rows, legend)


def size_of(png: bytes) -> tuple[int, int]:
    assert png.startswith(b"\x89PNG\r\n\x1a\n")
    width, height = struct.unpack(">II", png[16:24])
    return width, height


def test_any_title_can_be_drawn():
    """Each on a day of its own, for to paint a picture takes long."""
    bare = chart(weeks=2)
    boxes = [Box(Look.DRAFT, f"11.00 {title}", title, "Utkast") for title in TITLES.values()]
    days = [replace(bare.rows[0].days[1], boxes=(box,)) for box in boxes]
    rows = tuple(replace(bare.rows[0], days=tuple(days[n : n + 7])) for n in (0, len(days) - 7))
    png = paint(replace(bare, rows=rows))

    assert size_of(png)[0] == WIDTH


def test_every_look_can_be_drawn_and_a_full_picture_is_small_enough():
    crowd = [Box(look, "11.00 Facebook", TITLES["plain"], "Ord") for look in list(Look)[:2]]
    png = paint(chart(crowd, more="+57 till"))

    width, height = size_of(png)
    assert (width, height < 4000) == (WIDTH, True)
    assert len(png) < 500_000
    paint(chart([Box(look, "11.00", "", "Ord") for look in Look], weeks=1))


def test_an_empty_plan_is_a_picture_too():
    assert size_of(paint(chart(note="")))[1] > 800


def sheet(word="Vecka", *, bars=4, panels=3):
    made = tuple(Bar(word, n * 300, n % 3, "1 200 av 1 400") for n in range(bars))
    return Sheet(word, word, (Panel(word, word * 40, word, word, word, made),) * panels)


@pytest.mark.parametrize("word", TITLES.values(), ids=TITLES)
def test_any_words_can_be_drawn_on_charts(word):
    assert size_of(paint_bars.paint(sheet(word, panels=1)))[0] == WIDTH


@pytest.mark.parametrize("bars", [0, 1, 24, 106])
def test_any_number_of_bars_can_be_drawn_and_the_picture_is_small_enough(bars):
    png = paint_bars.paint(sheet(bars=bars))

    width, height = size_of(png)
    assert (width, height < 2000) == (WIDTH, True)
    assert len(png) < 200_000


def test_the_two_parts_of_a_bar_differ_in_hatching_and_in_brightness():
    assert (SOME.hatch, OTHERS.hatch) == ("", "////")
    assert contrast(SOME.fill, OTHERS.fill) >= 4.5
    assert all(contrast(style.edge, "#ffffff") >= 3 for style in (SOME, OTHERS))


def test_charts_are_drawn_in_a_process_that_ends_too(tmp_path):
    assert size_of(draw(sheet(panels=1), tmp_path / "drawing"))[0] == WIDTH


@pytest.mark.parametrize("drawing", [chart(weeks=1), sheet()], ids=["weeks", "charts"])
def test_what_is_drawn_reaches_the_process_as_it_is(drawing):
    assert load(dump(drawing)) == drawing


@pytest.mark.parametrize(("ink", "ground"), sorted(set(PAIRS)))
def test_words_stand_out_from_their_ground(ink, ground):
    assert contrast(ink, ground) >= 4.5


@pytest.mark.parametrize("look", Look)
def test_edges_stand_out_from_the_paper(look):
    assert contrast(STYLES[look].edge, "#ffffff") >= 3


def test_no_two_looks_differ_by_colour_alone():
    shapes = {(s.dashes, s.hatch, s.strip is None, s.width) for s in STYLES.values()}

    assert len(shapes) == len(Look)


@pytest.mark.parametrize("text", TITLES.values(), ids=TITLES)
@pytest.mark.parametrize("width", [20, 60, 194])
def test_words_are_cut_to_the_room_there_is(text, width):
    line = cut(shown(text), width, 20)
    lines = wrap(shown(text), width, 20, 2)

    assert width_of(line, 20) <= width
    assert len(lines) <= 2
    assert all(width_of(each, 20) <= width for each in lines)


def test_what_is_cut_says_so_and_what_fits_is_whole():
    assert cut("Öppet hus", 60, 20).endswith(ELLIPSIS)
    assert cut("Öppet hus", 600, 20) == "Öppet hus"
    assert wrap("Vaccinera dig mot influensa", 150, 20, 2) == ["Vaccinera dig", "mot influensa"]


def test_a_picture_is_drawn_in_a_process_that_ends(tmp_path):
    png = draw(chart(weeks=1), tmp_path / "drawing")

    assert size_of(png)[0] == WIDTH
    assert (tmp_path / "drawing").is_dir()


def test_a_process_that_takes_too_long_is_ended(tmp_path):
    with pytest.raises(NotDrawnError, match="TimeoutExpired"):
        draw(chart(), tmp_path, seconds=0.05)


@pytest.mark.parametrize(
    ("program", "why"),
    [
        ("#!/bin/sh\nexit 3\n", "CalledProcessError"),
        ("#!/bin/sh\nprintf half\n", "NoPicture"),
        (None, "FileNotFoundError"),
    ],
    ids=["it fails", "it says something else", "it cannot start"],
)
def test_a_process_that_draws_nothing_is_told(tmp_path, monkeypatch, program, why):
    fake = Path(tmp_path / "python")
    if program:
        fake.write_text(program)
        fake.chmod(0o755)
    monkeypatch.setattr(child, "sys", type("Sys", (), {"executable": str(fake)}))

    with pytest.raises(NotDrawnError, match=why):
        draw(chart(weeks=1), tmp_path / "drawing")


def test_the_process_knows_nothing_of_our_environment(tmp_path, monkeypatch):
    told = {}

    def run(command, **how):
        told.update(how, command=command)
        raise OSError

    monkeypatch.setenv("SLACK_BOT_TOKEN", "xoxb-secret")
    monkeypatch.setattr(child.subprocess, "run", run)
    with pytest.raises(NotDrawnError):
        draw(chart(weeks=1), tmp_path)

    assert told["command"][0] == sys.executable
    assert list(told["env"]) == ["MPLCONFIGDIR"]
