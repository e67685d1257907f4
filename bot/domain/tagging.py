"""What residents' comments were and what they cost, as people said with one tap: the fear beside it.

Nothing guesses what a comment is. What nobody tagged is not counted as anything, and how many were
tagged is always told. A tap about time is one of three words, so that the time of many comments is
a range and never a figure.
"""

from collections import Counter
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from dateutil.relativedelta import relativedelta

from bot.domain.errors import Refusal
from bot.domain.measures import FEW, Case, Share
from bot.domain.moderation import Deed
from bot.domain.periods import Period
from bot.domain.text import is_blank, tidy

FEAR_LIMIT = 200
"""How long the words for one fear may be."""

BACK = (1, 3, 6)
"""How many months back the share of criticism is compared."""

ALIKE = 5
"""Percentage points within which two shares are said to be about the same."""

HOUR = 60


class Tag(StrEnum):
    """What a comment was, by the word of a person."""

    CRITICAL = "critical"
    QUESTION = "question"
    PRAISE = "praise"
    OTHER = "other"


class Effort(StrEnum):
    """How long a comment took, by the word of a person."""

    SHORT = "short"  # less than 5 minutes
    MIDDLE = "middle"  # 5 to 15
    LONG = "long"  # more than 15


MINUTES = {Effort.SHORT: (0, 5), Effort.MIDDLE: (5, 15), Effort.LONG: (15, 30)}
"""Between how many minutes each word is counted; the longest has no end, which is said."""


class FearMissing(Refusal):
    """Refuse to keep a fear without words."""

    kind = "refusal-fear-missing"
    field = "criticism"


@dataclass(frozen=True, slots=True)
class Mark:
    """What is known of one comment: tapped by people, and what was done to it for which *rule*."""

    tag: Tag | None = None
    effort: Effort | None = None
    deed: Deed | None = None
    rule: str = ""

    @property
    def is_complete(self) -> bool:
        """Tell whether there is nothing left to ask."""
        return self.tag is not None and self.effort is not None


@dataclass(frozen=True, slots=True)
class Fear:
    """What the team feared before it knew: about criticism, about time; "" for nothing.

    *changed_at* is when the words were corrected, if they were.
    """

    criticism: str
    time: str
    written_at: datetime
    changed_at: datetime | None = None


class Course(StrEnum):
    """How a share stands beside that of some months before."""

    ALIKE = "alike"
    LOWER = "lower"
    HIGHER = "higher"
    UNKNOWN = "unknown"  # too few were tagged, now or then


@dataclass(frozen=True, slots=True)
class Then:
    """The share of criticism *months* before, and how today's stands beside it."""

    months: int
    critical: Share
    course: Course


@dataclass(frozen=True, slots=True)
class Spent:
    """Between *low* and *high* minutes; *is_open* where something took longer than can be said."""

    low: int
    high: int
    is_open: bool

    @property
    def hours(self) -> tuple[int, int]:
        """The same in whole hours, rounded outwards.

        >>> Spent(130, 230, is_open=False).hours
        (2, 4)
        """
        return self.low // HOUR, -(-self.high // HOUR)


@dataclass(frozen=True, slots=True)
class Tagging:
    """The comments of a period as the team tagged them.

    *tags* are shares of those that were tagged; *timed* are those of which somebody said how long
    they took, *spent* what these come to. *hidden* and *removed* are shares of all comments,
    *rules* the rules in the words they had, by how often. *flagged* are flags that stood.
    """

    tagged: Share
    tags: Mapping[Tag, Share]
    flagged: int
    hidden: Share
    removed: Share
    rules: tuple[tuple[str, int], ...]
    timed: Share
    spent: Spent
    then: tuple[Then, ...] = ()
    fear: Fear | None = None


def fear(criticism: str, time: str, former: Fear | None, *, now: datetime) -> Fear:
    """Return what is kept of the words of a form; the day of the first words stays."""
    if is_blank(criticism) and is_blank(time):
        raise FearMissing
    said = tidy(criticism), tidy(time)
    if former is None:
        return Fear(*said, now)
    is_same = said == (former.criticism, former.time)
    return former if is_same else Fear(*said, former.written_at, now)


def tally(cases: Sequence[Case], marks: Mapping[str, Mark]) -> Tagging:
    """Count the comments *cases* by what is known of them (*marks*, by id), if they count at all."""
    cases = [case for case in cases if case.is_counted]
    known = [marks[case.id] for case in cases if case.id in marks]
    tags = Counter(mark.tag for mark in known if mark.tag)
    deeds = Counter(mark.deed for mark in known if mark.deed)
    efforts = Counter(mark.effort for mark in known if mark.effort)
    return Tagging(
        tagged=Share(tags.total(), len(cases)),
        tags={tag: Share(tags[tag], tags.total()) for tag in Tag},
        flagged=sum(case.flagged is not None for case in cases),
        hidden=Share(deeds[Deed.HIDE], len(cases)),
        removed=Share(deeds[Deed.REMOVE], len(cases)),
        rules=_rules(known),
        timed=Share(efforts.total(), len(cases)),
        spent=spent(efforts),
    )


def spent(efforts: Mapping[Effort, int]) -> Spent:
    """Add up what took how long: the least and the most that it can have been."""
    low, high = (
        sum(count * MINUTES[effort][end] for effort, count in efforts.items()) for end in (0, 1)
    )
    return Spent(low, high, is_open=bool(efforts.get(Effort.LONG)))


def compare(months: int, now: Share, then: Share) -> Then:
    """Say how a share stands beside that of *months* before."""
    return Then(months, then, _course(now, then))


def earlier(period: Period, months: int) -> Period:
    """Return the same days of the calendar some months before."""
    back = relativedelta(months=months)
    return Period(period.kind, period.start - back, period.end - back)


def _course(now: Share, then: Share) -> Course:
    if min(now.among, then.among) < FEW:
        return Course.UNKNOWN
    points = 100 * now.count / now.among - 100 * then.count / then.among
    if abs(points) <= ALIKE:
        return Course.ALIKE
    return Course.HIGHER if points > 0 else Course.LOWER


def _rules(known: Iterable[Mark]) -> tuple[tuple[str, int], ...]:
    """Count the decisions by rule, the most frequent first."""
    counted = Counter(mark.rule for mark in known if mark.deed)
    return tuple(sorted(counted.items(), key=lambda each: (-each[1], each[0])))


def ids(cases: Collection[Case]) -> list[str]:
    """Return the ids of *cases*."""
    return [case.id for case in cases]
