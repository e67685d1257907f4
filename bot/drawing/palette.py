"""Colours, each with the words that stand on it: at least 4.5 to 1, which a test computes."""

from dataclasses import dataclass
from typing import Literal

from bot.drawing.chart import Look

INK = "#1b1f24"
MUTED = "#4a5259"
PAPER = "#ffffff"
WEEKEND = "#f1f2f4"
FREE = "#fbe6e4"
FREE_INK = "#8c1d18"
TODAY = "#0b4f8a"
LINE = "#c3c8cd"

Dashes = tuple[float, tuple[float, ...]]


@dataclass(frozen=True, slots=True)
class Style:
    """How a look is drawn: fill, edge, the strip on the left with its hatching, the words on it."""

    fill: str
    edge: str
    ink: str
    width: float = 1.5
    dashes: Dashes | Literal["solid"] = "solid"
    strip: str | None = None
    hatch: str = ""
    is_bold: bool = False


STYLES = {
    Look.READY: Style("#dff1e3", "#1b6e3c", "#12502b", strip="#1b6e3c"),
    Look.DRAFT: Style("#fff6da", "#8a6100", "#6b4a00", strip="#fff6da", hatch="////"),
    Look.LATE: Style("#ffe3c7", "#a03c00", "#832f00", 3, strip="#ffe3c7", hatch="xxxx"),
    Look.PUBLISHED: Style("#e6e9ed", "#5a646e", "#3c454d", strip="#e6e9ed", hatch="...."),
    Look.GAP: Style("#ffffff", "#b3261e", "#a01b14", 4, (0, (3.2, 1.8)), is_bold=True),
    Look.ASKS: Style("#ffffff", "#6b3fa0", "#5a3189", 2, (0, (1, 1.6))),
    Look.EMPTY: Style("#f6f7f8", "#6a737b", "#4a5259", 1.2, (0, (1, 3))),
}

SOME = Style("#0b4f8a", "#0b4f8a", PAPER)
OTHERS = Style("#fff6da", "#8a6100", INK, hatch="////")
"""The two parts of a bar: full and dark, hatched and light."""

PAIRS = [
    *((style.ink, style.fill) for style in STYLES.values()),
    *((INK, style.fill) for style in STYLES.values()),
    *((ink, ground) for ink in (INK, MUTED, FREE_INK) for ground in (PAPER, WEEKEND, FREE)),
    (PAPER, TODAY),
]
"""Every colour of words with every ground that it may stand on."""


def contrast(one: str, other: str) -> float:
    """Return the contrast of two colours as WCAG 2.2 defines it, 1 to 21.

    >>> round(contrast("#ffffff", "#000000"), 1)
    21.0
    """
    light, dark = sorted((_luminance(one), _luminance(other)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


def _luminance(colour: str) -> float:
    red, green, blue = (_linear(int(colour[i : i + 2], 16) / 255) for i in (1, 3, 5))
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def _linear(value: float) -> float:
    return float(value / 12.92 if value <= 0.04045 else ((value + 0.055) / 1.055) ** 2.4)
