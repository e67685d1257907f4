"""A `Sheet` as a PNG: bars in two parts that differ in hatching, with their numbers written on them.

There is no axis to read off: each bar says its own number, and the legend stands above the bars.
"""

from matplotlib.axes import Axes
from matplotlib.patches import Rectangle

from bot.drawing.bars import Bar, Panel, Sheet
from bot.drawing.canvas import LETTERS, MARGIN, WIDTH, blank, png, words
from bot.drawing.canvas import panel as box
from bot.drawing.letters import shown, width_of, wrap
from bot.drawing.palette import INK, LINE, MUTED, OTHERS, PAPER, SOME, Style

SIDE = 48
TOP = 150  # title and subtitle
HEAD = 150  # a chart's title, its sentence, its legend
BARS = 250  # the highest bar
FOOT = 96  # labels, what they are
TOLD = 20
WIDEST = 110
BETWEEN = 0.28  # of a bar's room
ROOM = WIDTH - 2 * SIDE
SUBTITLE, SMALLEST = 25, 18
SAYS, SAYS_LEADING = 23, 30

_GROUND = Style(PAPER, LINE, INK, 1)


def paint(sheet: Sheet) -> bytes:
    """Draw *sheet* and return the bytes of the PNG."""
    height = HEAD + BARS + FOOT
    figure, axes = blank(TOP + len(sheet.panels) * height + MARGIN)
    words(axes, SIDE, 58, sheet.title, ROOM, size=40, bold=True)
    size = min(SUBTITLE, SUBTITLE * ROOM / max(1, width_of(shown(sheet.subtitle), SUBTITLE)))
    words(axes, SIDE, 108, sheet.subtitle, ROOM + 1, size=max(size, SMALLEST), ink=MUTED)
    for number, panel in enumerate(sheet.panels):
        _panel(axes, panel, TOP + number * height)
    return png(figure)


def _panel(axes: Axes, panel: Panel, y: float) -> None:
    box(axes, MARGIN, y - 6, WIDTH - 2 * MARGIN, HEAD + BARS + FOOT - 14, _GROUND)
    words(axes, SIDE, y + 24, panel.title, ROOM, size=27, bold=True)
    for number, line in enumerate(wrap(shown(panel.says), ROOM, SAYS, 2)):
        words(axes, SIDE, y + 60 + number * SAYS_LEADING, line, ROOM, size=SAYS, ink=MUTED)
    _legend(axes, panel, y + 122)
    _bars(axes, panel, y + HEAD + BARS)
    _centred(axes, WIDTH / 2, y + HEAD + BARS + 60, panel.below, ROOM, ink=MUTED)


def _legend(axes: Axes, panel: Panel, y: float) -> None:
    x: float = SIDE
    for word, style in ((panel.some, SOME), (panel.others, OTHERS)):
        _part(axes, x, y + 13, 40, 26, style)
        words(axes, x + 50, y, word, ROOM)
        x += 50 + width_of(shown(word), LETTERS) + 44


def _bars(axes: Axes, panel: Panel, base: float) -> None:
    axes.plot([SIDE, WIDTH - SIDE], [base, base], color=MUTED, linewidth=1.5)
    if not panel.bars:
        return
    most = max(1, *(bar.some + bar.others for bar in panel.bars))
    step = min(ROOM / len(panel.bars), WIDEST / (1 - BETWEEN))
    left = SIDE + (ROOM - step * len(panel.bars)) / 2
    for number, bar in enumerate(panel.bars):
        _bar(axes, bar, left + (number + 0.5) * step, step, base, (BARS - 34) / most)


def _bar(axes: Axes, bar: Bar, middle: float, step: float, base: float, scale: float) -> None:
    """Draw one bar around *middle*, with its number above and its label below."""
    wide = step * (1 - BETWEEN)
    top = base
    for count, style in ((bar.some, SOME), (bar.others, OTHERS)):
        _part(axes, middle - wide / 2, top, wide, count * scale, style)
        top -= count * scale
    _centred(axes, middle, top - 16, bar.told, step - 4, bold=True)
    _centred(axes, middle, base + 22, bar.label, step - 4)


def _centred(
    axes: Axes,
    middle: float,
    y: float,
    text: str,
    room: float,
    *,
    ink: str = INK,
    bold: bool = False,
) -> None:
    """Write *text* around *middle*, smaller where *room* is short."""
    wide = width_of(shown(text), TOLD, bold=bold)
    size = min(TOLD, TOLD * room / max(1, wide))
    left = middle - wide * size / TOLD / 2
    words(axes, left, y, text, room + 1, size=size, ink=ink, bold=bold)


def _part(axes: Axes, x: float, bottom: float, width: float, height: float, style: Style) -> None:
    """Draw one part of a bar, from *bottom* upwards."""
    if height:
        part = Rectangle((x, bottom - height), width, height)
        part.set(facecolor=style.fill, edgecolor=style.edge, linewidth=style.width)
        part.set(hatch=style.hatch or None, hatch_linewidth=1.8)
        axes.add_patch(part)
