"""How the team answers: the published definitions, computed from what happened, never stored.

- *Needs an answer*: every comment on our posts by others than the page, and every reply that names
  the page or stands in a thread in which the page has written before it; not those without an answer of which a person
  said that none is needed, or that were hidden, removed or gone. *Strict* counts all top-level
  comments, so that no such choice can flatter.
- What a person left out, as a colleague's or a test, is in no figure but the number of such.
- *Answered*: a public reply of the page with its true time, a hand-over that somebody noted, or
  "we will get back to you", which is also counted apart.
- The rate is of those that were answered or whose time is over; what may still be answered in time
  is *ongoing* and stands apart. Of fewer than ten there is no percentage.
- *Outside hours* is what came while nobody was at work. *Time to claim* runs from the relay until
  somebody first had it, whether they took it or a colleague gave it to them. Who released it, handed
  it on or took it over afterwards neither restarts nor loses it.
- Times have a median and a 90th percentile, the smallest value within which that many lie, and
  never a mean. Each is told by the clock and in office time. They begin when the resident wrote,
  not when the bot saw it: a comment that was *seen afterwards* counts with its whole delay.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta, tzinfo
from enum import StrEnum
from math import ceil
from typing import NamedTuple

from bot.domain.calendar import ONE_DAY, WorkingCalendar
from bot.domain.officetime import Clock, office_clock
from bot.domain.policy import Policy, deadlines

FEW = 10
"""Of fewer than this there is no percentage."""

SEEN_AFTERWARDS = timedelta(hours=1)
"""From how late on a comment counts as seen afterwards: the bot, or the page, was off."""


class Case(NamedTuple):
    """One comment of a resident, and what became of it; None for what has not happened.

    *answered* is the first response of any kind, *final* what closed it for good. *is_spared* says
    that no answer is needed or possible, as long as there is none. *claimed* is when somebody first
    had it. *judged* belongs to *flagged*. One that is not *counted* is a colleague's, or a test.
    A tuple, because there are tens of thousands.
    """

    id: str
    written: datetime
    relayed: datetime
    is_top: bool = True
    is_spared: bool = False
    answered: datetime | None = None
    promised: datetime | None = None
    final: datetime | None = None
    claimed: datetime | None = None
    flagged: datetime | None = None
    judged: datetime | None = None
    is_counted: bool = True

    @property
    def needs_answer(self) -> bool:
        """Whether it is counted; an answer that was given always is, however late."""
        return self.answered is not None or not self.is_spared

    @property
    def is_promise(self) -> bool:
        """Whether its first response was that we will get back."""
        return self.promised is not None and (self.final is None or self.promised < self.final)

    @property
    def is_seen_afterwards(self) -> bool:
        """Whether it came to light long after it was written."""
        return self.relayed - self.written > SEEN_AFTERWARDS


@dataclass(frozen=True, slots=True)
class Share:
    """*count* of *among*; in percent, rounded down, only where that says something."""

    count: int
    among: int

    @property
    def percent(self) -> int | None:
        """The percentage; None where there are too few."""
        return self.count * 100 // self.among if self.among >= FEW else None


@dataclass(frozen=True, slots=True)
class Spread:
    """Half lie within *median*, nine of ten within *p90*."""

    median: timedelta
    p90: timedelta


@dataclass(frozen=True, slots=True)
class Times:
    """How long something took, *count* times: by the clock and in office time; None for never."""

    count: int = 0
    clock: Spread | None = None
    office: Spread | None = None


class Group(StrEnum):
    """Comments that stand behind a figure; one comment is in several.

    *kept* were answered within the promise, *slow* after it; *late* were not answered, and their
    time is over. *spared* needed no answer, or could get none; *strict* counts them, too. What is
    *uncounted* is in no other group.
    """

    RECEIVED = "received"
    OUTSIDE = "outside"
    AFTERWARDS = "afterwards"
    ANSWERED = "answered"
    KEPT = "kept"
    SLOW = "slow"
    LATE = "late"
    ONGOING = "ongoing"
    PROMISED = "promised"
    SPARED = "spared"
    STRICT = "strict"
    CLAIMED = "claimed"
    JUDGED = "judged"
    UNCOUNTED = "uncounted"


Groups = Mapping[Group, Sequence[Case]]


@dataclass(frozen=True, slots=True)
class Measures:
    """A period in figures.

    *received* counts all comments, *needing* those that need an answer, *ongoing* those of them
    that may still be answered in time. *promises* are answers that said that we will get back.
    *outside* are those that came while nobody was at work. *uncounted* are in none of the others.
    """

    received: int
    needing: int
    ongoing: int
    seen_afterwards: int
    promises: int
    outside: Share
    rate: Share
    within: Share
    strict: Share
    first: Times
    final: Times
    claim: Times
    judgement: Times
    uncounted: int = 0


Pair = tuple[datetime, datetime]


def measure(
    cases: Sequence[Case],
    policy: Policy,
    calendar: WorkingCalendar,
    *,
    now: datetime,
    zone: tzinfo,
) -> Measures:
    """Measure the comments of a period, in order of time, as things stand at *now*."""
    groups = sort_out(cases, policy, calendar, now=now, zone=zone)
    office = office_clock(calendar, *_days(cases, now, zone), zone)
    counted = groups[Group.RECEIVED]
    size = {group: len(found) for group, found in groups.items()}
    over = size[Group.ANSWERED] + size[Group.LATE]
    strict = groups[Group.STRICT]
    return Measures(
        received=size[Group.RECEIVED],
        needing=over + size[Group.ONGOING],
        ongoing=size[Group.ONGOING],
        seen_afterwards=size[Group.AFTERWARDS],
        promises=size[Group.PROMISED],
        outside=Share(size[Group.OUTSIDE], size[Group.RECEIVED]),
        rate=Share(size[Group.ANSWERED], over),
        within=Share(size[Group.KEPT], over),
        strict=Share(sum(case.answered is not None for case in strict), len(strict)),
        first=_times(office, ((c.written, c.answered) for c in counted if c.answered)),
        final=_times(office, ((c.written, c.final) for c in counted if c.final)),
        claim=_times(office, ((c.relayed, c.claimed) for c in counted if c.claimed)),
        judgement=_times(
            office, ((c.flagged, c.judged) for c in counted if c.flagged and c.judged)
        ),
        uncounted=size[Group.UNCOUNTED],
    )


def as_of(cases: Iterable[Case], then: datetime) -> list[Case]:
    """Return *cases* without the answers that came after *then*."""
    return [
        case._replace(answered=None) if case.answered and case.answered > then else case
        for case in cases
    ]


def sort_out(
    cases: Sequence[Case],
    policy: Policy,
    calendar: WorkingCalendar,
    *,
    now: datetime,
    zone: tzinfo,
) -> Groups:
    """Put the comments of a period, in order of time, into every group that they belong to."""
    found: dict[Group, list[Case]] = {group: [] for group in Group}
    days = _days(cases, now, zone)
    due = deadlines(policy, calendar, *days, zone=zone)
    office = office_clock(calendar, *days, zone)
    for case in cases:
        for group in _groups(case, due(case.written), office, now):
            found[group].append(case)
    return found


def _groups(case: Case, until: datetime, office: Clock, now: datetime) -> Iterator[Group]:
    if not case.is_counted:
        yield Group.UNCOUNTED
        return
    yield Group.RECEIVED
    yield from _standing(case, until, now)
    if case.is_promise:
        yield Group.PROMISED
    if case.is_top and (case.answered or now > until):
        yield Group.STRICT
    if not office.runs(case.written):
        yield Group.OUTSIDE
    if case.is_seen_afterwards:
        yield Group.AFTERWARDS
    if case.claimed:
        yield Group.CLAIMED
    if case.flagged and case.judged:
        yield Group.JUDGED


def _standing(case: Case, until: datetime, now: datetime) -> Iterator[Group]:
    """Say how it stands with the answer."""
    if not case.needs_answer:
        yield Group.SPARED
    elif case.answered:
        yield Group.ANSWERED
        yield Group.KEPT if case.answered <= until else Group.SLOW
    else:
        yield Group.LATE if now > until else Group.ONGOING


def _days(cases: Sequence[Case], now: datetime, zone: tzinfo) -> tuple[date, date]:
    """Return the days from the first of *cases* up to and including today, half-open."""
    first = (cases[0].written if cases else now).astimezone(zone).date()
    return first, now.astimezone(zone).date() + ONE_DAY


def _times(office: Clock, pairs: Iterable[Pair]) -> Times:
    found = list(pairs)
    return Times(
        len(found),
        _spread([max(end - begin, timedelta()) for begin, end in found]),
        _spread([max(office.at(end) - office.at(begin), timedelta()) for begin, end in found]),
    )


def _spread(values: list[timedelta]) -> Spread | None:
    values.sort()
    return Spread(_rank(values, 50), _rank(values, 90)) if values else None


def _rank(values: Sequence[timedelta], percent: int) -> timedelta:
    """Return the smallest of the sorted *values* within which *percent* of them lie."""
    return values[ceil(len(values) * percent / 100) - 1]
