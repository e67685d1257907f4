"""Letters: what the font has, how wide it is, and where it must be cut."""

import unicodedata
from functools import cache
from pathlib import Path

import matplotlib as mpl
from matplotlib.font_manager import FontProperties
from matplotlib.ft2font import FT2Font, LoadFlags

ELLIPSIS = "…"
_FOLDER = Path(mpl.get_data_path()) / "fonts" / "ttf"
_UNKNOWN = "\N{WHITE SQUARE}"
_INVISIBLE = {"Cc", "Cf", "Cs", "Co", "Cn", "Mn", "Me"}


@cache
def font(*, bold: bool) -> FontProperties:
    """Return the font that comes with the library: it has å, ä and ö, and is the same everywhere."""
    return FontProperties(fname=str(_file(bold=bold)))


def shown(text: str) -> str:
    """Return *text* with what the font cannot show left out, or a square where nothing is left.

    >>> shown("Öppet hus 🎉 på 🚑-stationen"), shown("🎉")
    ('Öppet hus på -stationen', '□')
    """
    known = _known()
    kept = (
        c if c.isspace() or _fits(c, known) else " " for c in unicodedata.normalize("NFC", text)
    )
    line = " ".join("".join(kept).split())
    return line or (_UNKNOWN if text.strip() else "")


def cut(text: str, width: float, pixels: float, *, bold: bool = False) -> str:
    """Return *text* in at most *width* pixels, in letters *pixels* high."""
    if width_of(text, pixels, bold=bold) <= width:
        return text
    low, high = 0, len(text)
    while low < high:  # the longest beginning that fits with the ellipsis
        middle = (low + high + 1) // 2
        fits = width_of(text[:middle].rstrip() + ELLIPSIS, pixels, bold=bold) <= width
        low, high = (middle, high) if fits else (low, middle - 1)
    return text[:low].rstrip() + ELLIPSIS


def wrap(text: str, width: float, pixels: float, lines: int, *, bold: bool = False) -> list[str]:
    """Return *text* in at most *lines* lines of at most *width* pixels; the last one is cut."""
    words, found = text.split(), list[str]()
    while words and len(found) < lines - 1:
        taken = 1
        while (
            taken < len(words)
            and width_of(" ".join(words[: taken + 1]), pixels, bold=bold) <= width
        ):
            taken += 1
        if (
            width_of(" ".join(words[:taken]), pixels, bold=bold) > width
        ):  # one long word: cut, not wrapped
            break
        found.append(" ".join(words[:taken]))
        words = words[taken:]
    return [*found, cut(" ".join(words), width, pixels, bold=bold)] if words else found


def _fits(letter: str, known: frozenset[int]) -> bool:
    return ord(letter) in known and unicodedata.category(letter) not in _INVISIBLE


@cache
def _known() -> frozenset[int]:
    both = [FT2Font(str(_file(bold=bold))).get_charmap() for bold in (False, True)]
    return frozenset(both[0]) & frozenset(both[1])


@cache
def _measure(*, bold: bool) -> FT2Font:
    measure = FT2Font(str(_file(bold=bold)))
    measure.set_size(100, 72)  # one point is one pixel, a hundred of them for exactness
    return measure


@cache
def _advance(letter: str, *, bold: bool) -> float:
    """Return the width of a letter that is one pixel high."""
    glyph = _measure(bold=bold).load_char(ord(letter), flags=LoadFlags.NO_HINTING)
    return float(glyph.linearHoriAdvance) / 65536 / 100


def width_of(text: str, pixels: float, *, bold: bool = False) -> float:
    """Return how wide *text* is in letters *pixels* high."""
    return pixels * sum(_advance(letter, bold=bold) for letter in text)


def _file(*, bold: bool) -> Path:
    return _FOLDER / ("DejaVuSans-Bold.ttf" if bold else "DejaVuSans.ttf")
