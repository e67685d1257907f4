"""From many measured seconds to the few figures of a row."""

import math
from collections.abc import Sequence
from dataclasses import dataclass
from statistics import median


@dataclass(frozen=True, slots=True)
class Spread:
    """The middle and the slow end of some measured seconds."""

    p50: float
    p99: float

    def __str__(self) -> str:
        return f"{milliseconds(self.p50)} / {milliseconds(self.p99)} ms"


@dataclass(frozen=True, slots=True)
class Row:
    """One line of the table; *met* is None where there is no bar."""

    what: str
    ours: str
    floor: str = "–"
    ratio: str = "–"
    bar: str = "–"
    met: bool | None = None


def spread(seconds: Sequence[float]) -> Spread:
    """Return the median and the 99th percentile (nearest rank) of one round."""
    ordered = sorted(seconds)
    return Spread(median(ordered), ordered[math.ceil(0.99 * len(ordered)) - 1])


def middle(rounds: Sequence[Spread]) -> Spread:
    """Return the medians over several rounds, which one disturbed round does not move."""
    return Spread(median(r.p50 for r in rounds), median(r.p99 for r in rounds))


def ratio(ours: Sequence[Spread], floor: Sequence[Spread]) -> Spread:
    """Return the medians of the ratios, round by round."""
    pairs = list(zip(ours, floor, strict=True))
    return Spread(median(o.p50 / f.p50 for o, f in pairs), median(o.p99 / f.p99 for o, f in pairs))


def times(number: float) -> str:
    """Write a ratio."""
    return f"{number:.1f} ×" if number < 10 else f"{number:.0f} ×"


def milliseconds(seconds: float) -> str:
    """Write *seconds* in milliseconds, with as many digits as mean something."""
    number = seconds * 1000
    return f"{number:.1f}" if number < 10 else f"{number:,.0f}"
