"""Read what a person types after `/plan`: `WHEN [TIME] [OUTLET] TITLE`, in Swedish or English.

The pieces may come in any order before the title; each is read once, and the title begins at the
first word that is none of them, or at a quotation mark. What the words mean:

- *fredag*, *på fredag*: the next Friday after today; today itself is called *i dag*.
- *nästa tisdag*: the Tuesday of the next ISO week. *denna tisdag*: the one of this week.
- *28/11*, *28.11*, *28 nov*: day before month. Without a year it is this year's; if that was more
  than three months ago, next year's; if it was lately, it is refused, for it is a slip.
- *v. 50*: likewise. With a weekday it is that day; without, the request has a week and no day,
  and `bot.domain.gaps.first_gap` chooses.
- *11.12* is a date as long as no day or weekday has been read, then a time; *kl. 11.12* is
  always a time. A number alone is neither: in *fredag 10 tips* it begins the title.

A month alone is shown and not planned for: `bot.domain.months`.

Times are wall times, read without a zone. One that the spring change of the clock skips is refused
where the post is checked (`bot.domain.plan.check_time`).
"""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date, time
from itertools import islice

from bot.domain.calendar import ONE_DAY, Week
from bot.domain.errors import Refusal
from bot.domain.ideas import NoTitle
from bot.domain.outlets import Outlet
from bot.domain.plan import check_day
from bot.domain.text import fold, is_blank, title_of
from bot.domain.timereading import Reading, read_time, read_weeks, read_when
from bot.domain.timewords import BARE_WEEK, OUTLET_NAMES, TO_OUTLET

SHORTEST_PREFIX = 4  # letters of an outlet's name that stand for it

_QUOTES = frozenset({'""', "''", "””", "’’", "“”", "„”", "‘’", "«»", "»»"})
_WORD = re.compile(r"\S+")


class WhenUnreadable(Refusal):
    """Refuse words that begin with no day or week that can be read."""

    kind = "refusal-when-unreadable"


class WhenMissing(Refusal):
    """Refuse to plan on no words at all."""

    kind = "refusal-when-missing"


class WeekUnreadable(Refusal):
    """Refuse what should be a week, and nothing but a week."""

    kind = "refusal-week-unreadable"


class WeekInPast(Refusal):
    """Refuse to plan for a week that has passed."""

    kind = "refusal-when-week-in-past"


class TimeInPast(Refusal):
    """Refuse to plan for a time that has passed today."""

    kind = "refusal-when-time-in-past"


@dataclass(frozen=True, slots=True)
class PlanRequest:
    """What somebody wants to plan, on a day or in a week: one of the two is None."""

    day: date | None
    week: Week | None
    at: time | None
    outlet_id: int | None
    title: str


def parse_plan(text: str, *, today: date, now_time: time, outlets: Iterable[Outlet]) -> PlanRequest:
    """Read `WHEN [TIME] [OUTLET] TITLE`; *today* and *now_time* are the team's wall time.

    >>> found = parse_plan(
    ...     "fre 11.00 fb ”Höstens tider”",
    ...     today=date(2026, 11, 24), now_time=time(9), outlets=[Outlet(1, "Facebook")],
    ... )
    >>> found.day, found.at, found.outlet_id, found.title
    (datetime.date(2026, 11, 27), datetime.time(11, 0), 1, 'Höstens tider')
    """
    reading = Reading(text)
    names = _names(outlets)
    when = at = outlet_id = None
    while True:
        reading.skip()
        if when is None and (when := read_when(reading, today)):
            continue
        if at is None and (at := read_time(reading)) is not None:
            continue
        if outlet_id is None and (outlet_id := _read_outlet(reading, names)) is not None:
            continue
        break
    if when is None:
        raise WhenMissing if is_blank(text) else WhenUnreadable(text=_beginning(text))
    check_ahead(when, at, today=today, now_time=now_time)
    day, week = (None, when) if isinstance(when, Week) else (when, None)
    return PlanRequest(day, week, at, outlet_id, _title(reading.rest))


def parse_week(text: str, *, today: date) -> Week:
    """Read a week alone (`50`, `v. 50`, `nästa vecka`); without its year, the nearest such week.

    >>> parse_week("v. 53", today=date(2027, 3, 1))
    Week(year=2026, number=53)
    """
    reading = Reading(text)
    if BARE_WEEK.match(reading.rest):
        reading.rest = f"v {reading.rest}"
    weeks = read_weeks(reading, today, years=(1, 0, -1))
    if not weeks or reading.rest.strip():
        raise WeekUnreadable(text=_beginning(text))
    monday = Week.of(today).monday
    return min(weeks, key=lambda week: abs(week.monday - monday))


def check_ahead(when: date | Week, at: time | None, *, today: date, now_time: time) -> None:
    """Refuse a day, a week or a time that has passed, or that lies years ahead."""
    if isinstance(when, Week):
        if when.end <= today:
            raise WeekInPast(week=when.number, year=str(when.year))
        when = when.end - ONE_DAY
    check_day(when, today=today)
    if when == today and at is not None and at <= now_time:
        raise TimeInPast(at=at)


def _names(outlets: Iterable[Outlet]) -> dict[str, int]:
    """Give each name that people may use its outlet; an outlet's own name goes before all."""
    own = {fold(outlet.name): outlet.id for outlet in outlets}
    others = {
        alias: own[name]
        for name in own
        for group in OUTLET_NAMES
        if name in group
        for alias in group
    }
    return others | own


def _read_outlet(reading: Reading, names: Mapping[str, int]) -> int | None:
    before = reading.rest
    reading.take(TO_OUTLET)
    longest = max((len(name.split()) for name in names), default=0)
    words = list(islice(_WORD.finditer(reading.rest), longest))
    for word in reversed(words):
        outlet_id = _outlet_named(fold(reading.rest[: word.end()]).rstrip(",;:"), names)
        if outlet_id is not None:
            reading.rest = reading.rest[word.end() :]
            return outlet_id
    reading.rest = before
    return None


def _outlet_named(name: str, names: Mapping[str, int]) -> int | None:
    """Find an outlet by a name of its, or by the beginning of one that is a single word."""
    if name in names or len(name) < SHORTEST_PREFIX:
        return names.get(name)
    fitting = {names[each] for each in names if each.startswith(name) and " " not in each}
    return fitting.pop() if len(fitting) == 1 else None


def _title(rest: str) -> str:
    title = " ".join(rest.split())
    if len(title) > 1 and title[0] + title[-1] in _QUOTES:
        title = title[1:-1].strip()
    if is_blank(title):
        raise NoTitle
    return title


def _beginning(text: str) -> str:
    return title_of(text, 60)
