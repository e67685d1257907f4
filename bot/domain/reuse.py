"""Reuse: what went out about a year ago, to be brought up to date and to go out again.

A published post comes back for a gap of its outlet when it ran within three weeks of the gap's date
a year before, or when the idea it came from belongs to months in which the gap lies. It does not
come back while the same is still fresh: nothing that was made of it, and no sibling of it, may have
run, or be planned, within `COOL_DOWN` before the gap or after it. Of several the one that brought
most praise comes first, then the one nearest to a year ago. None is offered for two gaps at once.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from functools import lru_cache

from dateutil.relativedelta import relativedelta

from bot.domain.errors import Refusal
from bot.domain.outlets import Slot
from bot.domain.plan import Post
from bot.domain.seasons import Months
from bot.domain.suggestions import Suggestion

YEAR = relativedelta(years=1)

AROUND = timedelta(weeks=3)
"""How far from a year before the gap's date a post may have run."""

COOL_DOWN = relativedelta(months=10)
"""How long the same content rests."""

BACK = relativedelta(months=14)
"""How far back a post of the same season is looked for."""


class StillFresh(Refusal):
    """Refuse to reuse what ran, or was planned again, a short while ago."""

    kind = "refusal-still-fresh"


@dataclass(frozen=True, slots=True)
class Former:
    """A published *post*: the newest day on which its content ran or will, its praise, its season."""

    post: Post
    newest: date
    praise: int = 0
    season: Months | None = None

    def is_rested(self, day: date) -> bool:
        """Tell whether the content may run again on *day*."""
        return self.newest <= _before(day, COOL_DOWN)

    def is_year_ago(self, day: date) -> bool:
        """Tell whether it ran about a year before *day*."""
        return abs(_before(day, YEAR) - self.post.day) <= AROUND

    def in_season(self, day: date) -> bool:
        """Tell whether it belongs to the time of *day*, and ran the last time it was that time."""
        is_last = _before(day, BACK) <= self.post.day
        return is_last and self.season is not None and self.season.fit(day) == 0


@dataclass(frozen=True, slots=True)
class Reuse:
    """A post to bring up to date for a gap: `is_year_ago`, or only of the same *season*."""

    post: Post
    praise: int = 0
    season: Months | None = None

    @property
    def is_year_ago(self) -> bool:
        """Tell whether it ran about a year before the gap."""
        return self.season is None


Offer = Suggestion | Reuse
"""What a gap may be filled with by one click."""


def again(gaps: Iterable[Slot], formers: Sequence[Former]) -> dict[Slot, Reuse]:
    """Choose what may come back for each of *gaps*, the earliest gap first."""
    found: dict[Slot, Reuse] = {}
    taken: set[int] = set()
    for gap in sorted(gaps):
        fitting = [f for f in formers if f.post.id not in taken and _fits(f, gap)]
        best = min(fitting, key=lambda former: _rank(former, gap.day), default=None)
        if best:
            is_year_ago = best.is_year_ago(gap.day)
            found[gap] = Reuse(best.post, best.praise, None if is_year_ago else best.season)
            taken.add(best.post.id)
    return found


def check_rested(former: Former, day: date) -> None:
    """Refuse to let *former* run again on *day* while it is fresh."""
    if not former.is_rested(day):
        raise StillFresh(title=former.post.title)


def _fits(former: Former, gap: Slot) -> bool:
    if former.post.outlet_id != gap.outlet_id:
        return False
    is_due = former.is_year_ago(gap.day) or former.in_season(gap.day)
    return is_due and former.is_rested(gap.day)


def _rank(former: Former, day: date) -> tuple[object, ...]:
    apart = abs(_before(day, YEAR) - former.post.day)
    return not former.is_year_ago(day), -former.praise, apart, former.post.id


@lru_cache(maxsize=512)
def _before(day: date, span: relativedelta) -> date:
    """Count *span* back from *day* once, for however many posts it is asked."""
    return day - span
