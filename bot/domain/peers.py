"""Other pages beside ours: three to five, counted by people, by hand or from a table, never by us.

Nothing is read from a page that is not ours. Who counted, when and how is part of each count.
"""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta

from bot.domain.errors import Refusal
from bot.domain.measures import Measures, Share
from bot.domain.periods import Period, PeriodUnreadable, parse_period
from bot.domain.text import fold, is_blank, tidy

FEWEST, MOST = 3, 5
"""How many other pages a comparison is made of."""

OLD = timedelta(days=120)
"""From when on a count is said to be old."""

NAME_LIMIT = 80
HOW_LIMIT = 150
LARGEST = 10**9
_NUMBER = re.compile(r"\d{1,12}", re.ASCII)
_HOURS = re.compile(r"\d{1,4}(?:[.,]\d{1,2})?", re.ASCII)


class PeerGone(Refusal):
    """There is no such page in the comparison (any more)."""

    kind = "refusal-peer-gone"


class TooManyPeers(Refusal):
    """Refuse a page more than a comparison has room for."""

    kind = "refusal-peers-many"


class PeerNameUnfit(Refusal):
    """Refuse a page without a name, or with that of another."""

    kind = "refusal-peer-name"
    field = "name"


class PeerNumberUnfit(Refusal):
    """Refuse what is no number; `field` is where it was written."""

    kind = "refusal-peer-number"

    def __init__(self, *, field: str, text: str) -> None:
        super().__init__(text=text)
        self.field = field


class PeerAnswersUnfit(Refusal):
    """Refuse more answers than comments, or answers to nothing known."""

    kind = "refusal-peer-answers"
    field = "answered"


class PeerDayAhead(Refusal):
    """Refuse a count that will be made some day."""

    kind = "refusal-peer-day"
    field = "counted"


@dataclass(frozen=True, slots=True)
class Peer:
    """What somebody counted of another page over *period*; None for what was not counted.

    *comments* are those directly on posts, *answered* how many of them have an answer of the page,
    *median* how soon half of these came. *counted_by* and *how* are in people's own words.
    """

    name: str
    period: Period
    followers: int | None
    posts: int | None
    comments: int | None
    answered: int | None
    median: timedelta | None
    counted_on: date
    counted_by: str
    how: str
    id: int = 0

    @property
    def share(self) -> Share | None:
        """The share that was answered, where both were counted."""
        if self.comments is None or self.answered is None:
            return None
        return Share(self.answered, self.comments)

    def is_old(self, today: date) -> bool:
        """Tell whether it was counted so long ago that this has to be said."""
        return today - self.counted_on >= OLD


@dataclass(frozen=True, slots=True)
class Ours:
    """Our own page over *period*, by the same definitions; None for what is not known."""

    period: Period
    posts: int
    share: Share
    median: timedelta | None


@dataclass(frozen=True, slots=True)
class Written:
    """A count as somebody wrote it, in a form or in a row of a table."""

    name: str
    period: str
    followers: str
    posts: str
    comments: str
    answered: str
    median: str
    counted: date
    counted_by: str
    how: str


def peer(written: Written, *, today: date) -> Peer:
    """Read a count; raise the Refusal that says what is wrong with it."""
    name = " ".join(written.name.split())[:NAME_LIMIT]
    if is_blank(name):
        raise PeerNameUnfit
    if written.counted > today:
        raise PeerDayAhead
    if is_blank(written.period):
        raise PeriodUnreadable(text=written.period)
    made = Peer(
        name=name,
        period=parse_period(written.period, today=today),
        followers=_number("followers", written.followers),
        posts=_number("posts", written.posts),
        comments=_number("comments", written.comments),
        answered=_number("answered", written.answered),
        median=_hours("median", written.median),
        counted_on=written.counted,
        counted_by=tidy(written.counted_by)[:NAME_LIMIT],
        how=tidy(written.how)[:HOW_LIMIT],
    )
    if made.answered is not None and made.answered > (made.comments or 0):
        raise PeerAnswersUnfit
    return made


def check_room(made: Peer, others: Iterable[Peer]) -> None:
    """Refuse a page whose name another one has, or for which there is no room."""
    names = [fold(other.name) for other in others]
    if fold(made.name) in names:
        raise PeerNameUnfit
    if len(names) >= MOST:
        raise TooManyPeers(most=MOST)


def ours(period: Period, posts: int, found: Measures) -> Ours:
    """Count our own page as the others are: every comment on a post, needing an answer or not."""
    median = found.first.clock.median if found.first.clock else None
    return Ours(period, posts, found.strict, median)


def _number(field: str, text: str) -> int | None:
    said = "".join(text.split())
    if not said:
        return None
    if not _NUMBER.fullmatch(said) or int(said) > LARGEST:
        raise PeerNumberUnfit(field=field, text=text)
    return int(said)


def _hours(field: str, text: str) -> timedelta | None:
    said = "".join(text.split())
    if not said:
        return None
    if not _HOURS.fullmatch(said):
        raise PeerNumberUnfit(field=field, text=text)
    return timedelta(hours=float(said.replace(",", ".")))
