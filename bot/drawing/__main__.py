"""The process that draws: a drawing comes in, a PNG goes out, and all that it loaded goes with it."""

import sys

from bot.drawing import paint, paint_bars
from bot.drawing.chart import Chart
from bot.drawing.wire import Drawing, load


def painted(drawing: Drawing) -> bytes:
    """Draw whichever it is."""
    return paint.paint(drawing) if isinstance(drawing, Chart) else paint_bars.paint(drawing)


if __name__ == "__main__":
    sys.stdout.buffer.write(painted(load(sys.stdin.buffer.read())))
