"""How the team answers: the published definitions, computed from what happened, never stored.

- *Needs an answer*: every comment on our posts by others than the page, and every reply in a
  thread in which the page has written before it; not those without an answer of which a person
  said that none is needed, or that were hidden, removed or gone. *Strict* counts all top-level
  comments, so that no such choice can flatter.
- *Answered*: a public reply of the page with its true time, a hand-over that somebody noted, or
  "we will get back to you", which is also counted apart.
- The rate is of those that were answered or whose time is over; what may still be answered in time
  is *ongoing* and stands apart. Of fewer than ten there is no percentage.
- Times have a median and a 90th percentile, the smallest value within which that many lie, and
  never a mean. Each is told by the clock and in office time. They begin when the resident wrote,
  not when the bot saw it: a comment that was *seen afterwards* counts with its whole delay.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta, tzinfo
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
    that no answer is needed or possible, as long as there is none. *judged* belongs to *flagged*.
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


@dataclass(frozen=True, slots=True)
class Measures:
    """A period in figures.

    *received* counts all comments, *needing* those that need an answer, *ongoing* those of them
    that may still be answered in time. *promises* are answers that said that we will get back.
    """

    received: int
    needing: int
    ongoing: int
    seen_afterwards: int
    promises: int
    rate: Share
    within: Share
    strict: Share
    first: Times
    final: Times
    claim: Times
    judgement: Times


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
    first = (cases[0].written if cases else now).astimezone(zone).date()
    today = now.astimezone(zone).date()
    due = deadlines(policy, calendar, first, today, zone=zone)
    office = office_clock(calendar, first, today + ONE_DAY, zone)
    untils = {case.id: due(case.written) for case in cases}
    needing = [case for case in cases if case.needs_answer]
    answered = [(case, case.answered) for case in needing if case.answered]
    late = [case for case in needing if not case.answered and now > untils[case.id]]
    over = len(answered) + len(late)
    return Measures(
        received=len(cases),
        needing=len(needing),
        ongoing=len(needing) - over,
        seen_afterwards=sum(case.is_seen_afterwards for case in cases),
        promises=sum(case.is_promise for case in needing),
        rate=Share(len(answered), over),
        within=Share(sum(at <= untils[case.id] for case, at in answered), over),
        strict=_strict(cases, untils, now),
        first=_times(office, ((case.written, at) for case, at in answered)),
        final=_times(office, ((case.written, case.final) for case in needing if case.final)),
        claim=_times(office, ((case.relayed, case.claimed) for case in cases if case.claimed)),
        judgement=_times(
            office, ((case.flagged, case.judged) for case in cases if case.flagged and case.judged)
        ),
    )


def _strict(cases: Iterable[Case], untils: Mapping[str, datetime], now: datetime) -> Share:
    """Return the rate of all top-level comments, whatever a person said about them."""
    tops = [case for case in cases if case.is_top and (case.answered or now > untils[case.id])]
    return Share(sum(case.answered is not None for case in tops), len(tops))


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
