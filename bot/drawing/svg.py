"""A `Panel` as SVG that stands inside a page which is printed: small, sharp, and without a library.

Its words are set in the page's own font, so that their width is guessed. The ids in it begin with a
name, for a page may hold several.
"""

from html import escape

from bot.drawing.bars import Bar, Panel
from bot.drawing.palette import INK, MUTED, OTHERS, SOME

WIDTH, HEIGHT = 340, 112
TOP, BASE = 16, 92
LETTERS, NARROWEST = 9.0, 5.0
LETTER = 0.56
"""How wide a letter is on average, of its height."""

WIDEST, BETWEEN = 46, 0.3


def draw(panel: Panel, name: str) -> str:
    """Return the bars of *panel*; title, sentence and legend are the page's to write."""
    says = escape(f"{panel.title} {panel.says}")
    parts = "".join(_bars(panel, name))
    return (
        f'<svg viewBox="0 0 {WIDTH} {HEIGHT}" role="img" aria-label="{says}">'
        f"{_hatching(name)}{parts}</svg>"
    )


def key(name: str, *, is_full: bool) -> str:
    """Return the little box that stands beside a word of the legend."""
    fill = SOME.fill if is_full else f"url(#{name}-hatched)"
    edge = SOME.edge if is_full else OTHERS.edge
    box = f'<rect x="0.5" y="0.5" width="15" height="9" fill="{fill}" stroke="{edge}"/>'
    return f'<svg viewBox="0 0 16 10" class="key" aria-hidden="true">{box}</svg>'


def _hatching(name: str) -> str:
    return (
        f'<defs><pattern id="{name}-hatched" width="4" height="4" patternUnits="userSpaceOnUse"'
        f' patternTransform="rotate(45)"><rect width="4" height="4" fill="{OTHERS.fill}"/>'
        f'<line x1="0" y1="0" x2="0" y2="4" stroke="{OTHERS.edge}" stroke-width="1.4"/>'
        "</pattern></defs>"
    )


def _bars(panel: Panel, name: str) -> list[str]:
    most = max([1, *(bar.some + bar.others for bar in panel.bars)])
    step = min(WIDTH / max(1, len(panel.bars)), WIDEST / (1 - BETWEEN))
    left = (WIDTH - step * len(panel.bars)) / 2
    ground = f'<line x1="0" y1="{BASE}" x2="{WIDTH}" y2="{BASE}" stroke="{MUTED}"/>'
    scale = (BASE - TOP) / most
    drawn = [
        _bar(bar, left + (number + 0.5) * step, step, scale, name)
        for number, bar in enumerate(panel.bars)
    ]
    return [*drawn, ground]


def _bar(bar: Bar, middle: float, step: float, scale: float, name: str) -> str:
    wide = step * (1 - BETWEEN)
    some, others = bar.some * scale, bar.others * scale
    x, top = middle - wide / 2, BASE - some - others
    return "".join(
        [
            _part(x, BASE - some, wide, some, SOME.fill, SOME.edge),
            _part(x, top, wide, others, f"url(#{name}-hatched)", OTHERS.edge),
            _words(bar.told, middle, top - 4, step, is_bold=True),
            _words(bar.label, middle, BASE + 13, step),
        ]
    )


def _part(x: float, y: float, wide: float, high: float, fill: str, edge: str) -> str:
    if not high:
        return ""
    return (
        f'<rect x="{x:.1f}" y="{y:.1f}" width="{wide:.1f}" height="{high:.1f}"'
        f' fill="{fill}" stroke="{edge}"/>'
    )


def _words(text: str, middle: float, y: float, room: float, *, is_bold: bool = False) -> str:
    """Write *text* around *middle*, smaller where there is little *room*."""
    size = min(LETTERS, max(NARROWEST, (room - 2) / (LETTER * max(1, len(text)))))
    weight = ' font-weight="600"' if is_bold else ""
    return (
        f'<text x="{middle:.1f}" y="{y:.1f}" font-size="{size:.1f}" text-anchor="middle"'
        f' fill="{INK}"{weight}>{escape(text)}</text>'
    )
