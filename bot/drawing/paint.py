"""A `Chart` as a PNG. A week is as high as its fullest day."""

from itertools import accumulate

from matplotlib.axes import Axes
from matplotlib.patches import Rectangle

from bot.drawing.canvas import LETTERS, MARGIN, WIDTH, blank, panel, png, words
from bot.drawing.chart import Box, Chart, Day, Row
from bot.drawing.letters import shown, width_of, wrap
from bot.drawing.palette import (
    FREE,
    FREE_INK,
    INK,
    LINE,
    MUTED,
    PAPER,
    STYLES,
    TODAY,
    WEEKEND,
    Style,
)

LABEL = 126  # the column of week numbers
WIDTHS = (*[234] * 5, *[130] * 2)
TOP = 182  # title, subtitle and weekdays
BOTTOM = 84  # the legend
DATE = 34  # the line of a day's date
MORE = 28
LEADING = 26
NOTE = 18
NOTE_LEADING = 23
BESIDE = 50  # from a day's edge to what stands beside its date
SHORTEST = 96
GAP = 8
STRIP = 14
FRAME = 12 + STRIP + 14  # what a box takes of a day's width besides its words

_EDGES = [*accumulate(WIDTHS, initial=MARGIN + LABEL)]


def paint(chart: Chart) -> bytes:
    """Draw *chart* and return the bytes of the PNG."""
    heights = [_height(row) for row in chart.rows]
    total = TOP + sum(heights) + BOTTOM
    figure, axes = blank(total)
    _heading(axes, chart)
    for row, y, height in zip(chart.rows, accumulate(heights, initial=TOP), heights, strict=False):
        _row(axes, row, y, height)
    _legend(axes, chart, total - BOTTOM)
    return png(figure)


def _height(row: Row) -> float:
    """Return how high a week is: that of its fullest day."""
    days = zip(row.days, WIDTHS, strict=False)
    return GAP + max(SHORTEST, *(_day_height(day, width) for day, width in days))


def _day_height(day: Day, width: float) -> float:
    boxes = sum(_box_height(box, width) + GAP for box in day.boxes)
    return _head_height(day, width) + boxes + (MORE if day.more else 0)


def _head_height(day: Day, width: float) -> float:
    """Return how high a day's date is, with its note below where there is no room beside it."""
    return DATE + (0 if _has_room(day, width) else NOTE_LEADING * len(_note(day, width)))


def _has_room(day: Day, width: float) -> bool:
    return width_of(day.note, NOTE, bold=True) <= width - BESIDE - 8


def _note(day: Day, width: float) -> list[str]:
    return wrap(day.note, width - 16, NOTE, 3, bold=True)


def _box_height(box: Box, width: float) -> float:
    """Return how high a box is: when and where, its title, how it stands."""
    return (2 + len(_title(box, width))) * LEADING + 12


def _title(box: Box, width: float) -> list[str]:
    return wrap(shown(box.title), width - FRAME, LETTERS, 2)


def _heading(axes: Axes, chart: Chart) -> None:
    room = WIDTH - 2 * MARGIN
    words(axes, MARGIN, 54, chart.title, room, size=40, bold=True)
    words(axes, MARGIN, 104, chart.subtitle, room, size=25, ink=MUTED)
    for weekday, left, right in zip(chart.weekdays, _EDGES, _EDGES[1:], strict=False):
        words(axes, left + 10, TOP - 24, weekday, right - left - 12, size=20, bold=True)


def _row(axes: Axes, row: Row, y: float, height: float) -> None:
    room = LABEL - 8
    for line, at, most, ink in ((row.label, 26, 30.0, INK), (row.span, 58, 17.0, MUTED)):
        size = min(most, most * room / width_of(line, most, bold=True))
        words(axes, MARGIN, y + at, line, room, size=size, ink=ink, bold=line is row.label)
    days = zip(row.days, _EDGES, _EDGES[1:], strict=False)
    for number, (day, left, right) in enumerate(days):
        ground = FREE if day.is_free else WEEKEND if number > 4 else PAPER
        panel(axes, left, y, right - left, height, Style(ground, LINE, INK, 1.2))
        _day(axes, day, left, y, right - left)
    for day, left, right in zip(row.days, _EDGES, _EDGES[1:], strict=False):
        if day.is_today:
            frame = Style("none", TODAY, INK, 4)
            panel(axes, left, y, right - left, height, frame)


def _day(axes: Axes, day: Day, left: float, y: float, width: float) -> None:
    """Draw a day's date, its note, its boxes and what is left out."""
    words(axes, left + 10, y + 18, day.label, width, size=20, bold=day.is_today)
    _day_note(axes, day, left, y, width)
    at = y + _head_height(day, width)
    for box in day.boxes:
        _box(axes, box, left, at, width)
        at += _box_height(box, width) + GAP
    words(axes, left + 10, at + 11, day.more, width - 16, size=20, bold=True)


def _day_note(axes: Axes, day: Day, left: float, y: float, width: float) -> None:
    """Write what a day is called: beside its date, or below it."""
    ink = PAPER if day.is_today else FREE_INK
    beside = _has_room(day, width)
    x, at = (left + BESIDE, y + 18) if beside else (left + 10, y + DATE + NOTE_LEADING / 2 - 4)
    for line in [day.note] if beside else _note(day, width):
        if day.is_today and line:
            wide = width_of(line, NOTE, bold=True) + 14
            panel(axes, x - 7, at - 13, wide, 26, Style(TODAY, TODAY, PAPER))
        words(axes, x, at, line, width, size=NOTE, bold=True, ink=ink)
        at += NOTE_LEADING


def _box(axes: Axes, box: Box, left: float, y: float, width: float) -> None:
    """Draw one box: its frame, when and where, its title, how it stands."""
    style, height = STYLES[box.look], _box_height(box, width)
    x, room = left + 6, width - FRAME
    panel(axes, x, y, width - 12, height, style)
    _strip(axes, x, y, height, style)
    inner, middle = x + STRIP + 8, y + 6 + LEADING / 2
    words(axes, inner, middle, box.head, room, size=20, bold=True)
    for line in _title(box, width):
        middle += LEADING
        words(axes, inner, middle, line, room)
    size = 25 if style.is_bold else LETTERS
    words(axes, inner, middle + LEADING, box.word, room, size=size, ink=style.ink, bold=True)


def _strip(axes: Axes, x: float, y: float, height: float, style: Style) -> None:
    """Draw the strip that tells the looks apart without colour."""
    if style.strip is None:
        return
    strip = Rectangle((x, y), STRIP, height, facecolor=style.strip, edgecolor=style.edge)
    strip.set(hatch=style.hatch or None, linewidth=1, hatch_linewidth=1.6)
    axes.add_patch(strip)


def _legend(axes: Axes, chart: Chart, y: float) -> None:
    """Show every look with its word, in one line."""
    step = (WIDTH - 2 * MARGIN) / max(1, len(chart.legend))
    for number, (look, word) in enumerate(chart.legend):
        x = MARGIN + step * number
        style = STYLES[look]
        panel(axes, x, y + 32, 44, 28, style)
        _strip(axes, x, y + 32, 28, style)
        words(axes, x + 56, y + 46, word, step - 62, size=21)
