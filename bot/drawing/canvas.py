"""The sheet to draw on: matplotlib's object interface and its Agg canvas, no global state.

Everything is placed in pixels from the upper left corner.
"""

from io import BytesIO

from matplotlib.axes import Axes
from matplotlib.backends.backend_agg import FigureCanvasAgg
from matplotlib.figure import Figure
from matplotlib.patches import Rectangle
from PIL import Image

from bot.drawing.letters import cut, font, shown
from bot.drawing.palette import INK, PAPER, Style

WIDTH = 1600
DPI = 100
MARGIN = 20
LETTERS = 21
COLOURS = 256


def blank(height: float) -> tuple[Figure, Axes]:
    """Return an empty sheet of *height*, and what to draw on."""
    figure = Figure(figsize=(WIDTH / DPI, height / DPI), dpi=DPI, facecolor=PAPER)
    axes = figure.add_axes((0, 0, 1, 1), frameon=False)
    axes.set(xlim=(0, WIDTH), ylim=(height, 0), xticks=[], yticks=[])
    return figure, axes


def png(figure: Figure) -> bytes:
    """Return *figure* in as few colours as it takes, which makes it half as large."""
    canvas = FigureCanvasAgg(figure)
    canvas.draw()  # type: ignore[no-untyped-call]  # matplotlib leaves both untyped
    pixels = canvas.buffer_rgba()  # type: ignore[no-untyped-call]
    picture = Image.frombuffer("RGBA", canvas.get_width_height(), pixels).convert("RGB")
    target = BytesIO()
    few = picture.quantize(COLOURS, dither=Image.Dither.NONE)
    few.save(target, format="png", optimize=True)
    return target.getvalue()


def panel(axes: Axes, x: float, y: float, width: float, height: float, style: Style) -> None:
    """Draw a box."""
    box = Rectangle((x, y), width, height, facecolor=style.fill, edgecolor=style.edge)
    box.set(linewidth=style.width * 72 / DPI, linestyle=style.dashes)
    axes.add_patch(box)


def words(
    axes: Axes,
    x: float,
    y: float,
    text: str,
    room: float,
    *,
    size: float = LETTERS,
    ink: str = INK,
    bold: bool = False,
) -> None:
    """Write *text* from *x*, in the middle of *y*, in at most *room* pixels; a dollar is a dollar."""
    line = cut(shown(text), room, size, bold=bold)
    axes.text(
        x,
        y,
        line,
        color=ink,
        fontproperties=font(bold=bold),
        fontsize=size * 72 / DPI,
        va="center_baseline",
        parse_math=False,
    )
