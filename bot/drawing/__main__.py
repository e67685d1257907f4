"""The process that draws: a chart comes in, a PNG goes out, and all that it loaded goes with it."""

import sys

from bot.drawing.chart import load
from bot.drawing.paint import paint

if __name__ == "__main__":
    sys.stdout.buffer.write(paint(load(sys.stdin.buffer.read())))
