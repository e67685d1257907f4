"""What a calendar says of the time ahead: its events, one for each occurrence.

Times come out as wall time in the team's zone, whatever zone they were written in; what has none
is wall time as it is. Events that are over are left out.
"""

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from contextlib import suppress
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta, tzinfo
from hashlib import sha256

from bot.domain.import_files import (
    MOST_EVENTS,
    FileTooLarge,
    MomentUnfit,
    NoStart,
    RuleTooLong,
    RuleUnfit,
    ZoneUnknown,
    shown,
)
from bot.domain.imports import SERIES_AHEAD, Event, at_wall
from bot.domain.plan import FARTHEST
from bot.domain.recurrence import BadRule, Budget, TooMuch, parts, starts
from bot.integrations.foreign import text_of
from bot.integrations.ics_lines import Component, Line, components
from bot.integrations.ics_zones import Zones

_MOMENT = re.compile(r"(\d{4})(\d\d)(\d\d)(?:T(\d\d)(\d\d)(\d\d)(Z?))?", re.ASCII)
_ESCAPED = re.compile(r"\\(.)", re.DOTALL)
_DAY = timedelta(days=1)

Moment = tuple[date, time | None]
"""Wall time in the team's zone; without a time it is the whole day."""


@dataclass(frozen=True, slots=True)
class _When:
    """A time as the file says it: wall time, its zone (None: everybody's own), whole day or not."""

    wall: datetime
    zone: tzinfo | None
    is_day: bool

    def moment(self, zone: tzinfo) -> Moment:
        if self.is_day:
            return self.wall.date(), None
        return at_wall(self.wall.replace(tzinfo=self.zone), zone)


def read(data: bytes, *, zone: tzinfo, today: date) -> tuple[Event, ...]:
    """Return the events of a calendar from *today* on, in order; refuse one that is not fit."""
    zones, found = Zones(), []
    for component in components(text_of(data)):
        if component.name == "VTIMEZONE":
            zones.describe(component)
        elif not _is_over(component, today):
            found.append(component)
            if len(found) > MOST_EVENTS:
                raise FileTooLarge
    events = _Reader(zones, zone, today).events(found)
    return tuple(sorted(events, key=lambda e: (e.day, e.at or time(), e.key)))


def _is_over(component: Component, today: date) -> bool:
    """Tell at a glance that an event has been; a day is left for zones far away."""
    if any(name in component.lines for name in ("RRULE", "RDATE")):
        return False
    limit = f"{today - _DAY:%Y%m%d}"
    lines = [component.first(name) for name in ("DTSTART", "RECURRENCE-ID")]
    days = [line.value.strip()[:8] for line in lines if line]
    return bool(days) and all(day.isdecimal() and day < limit for day in days)


class _Reader:
    """Work out the events of one file."""

    def __init__(self, zones: Zones, zone: tzinfo, today: date) -> None:
        self._zones = zones
        self._zone = zone
        self._today = today
        self._budget = Budget()

    def events(self, found: Iterable[Component]) -> list[Event]:
        """Return one event for each occurrence ahead."""
        groups: defaultdict[str, list[Component]] = defaultdict(list)
        for component in found:
            groups[_uid(component)].append(component)
        events: list[Event] = []
        for uid, group in groups.items():
            events += self._group(uid, group)
            if len(events) > MOST_EVENTS:
                raise FileTooLarge
        return events

    def _group(self, uid: str, group: list[Component]) -> Iterator[Event]:
        """Yield what becomes of the components with one UID."""
        changed = [(self._when(c, "RECURRENCE-ID"), c) for c in group if "RECURRENCE-ID" in c.lines]
        masters = [c for c in group if "RECURRENCE-ID" not in c.lines]
        master = max(masters, key=_sequence, default=None)
        if master and not any(name in master.lines for name in ("RRULE", "RDATE")) and not changed:
            yield from self._event(uid, master, self._when(master, "DTSTART").moment(self._zone))
            return
        exceptions = {when.moment(self._zone): c for when, c in sorted(changed, key=_by_sequence)}
        yield from self._series(uid, master, exceptions)

    def _series(
        self, uid: str, master: Component | None, exceptions: dict[Moment, Component]
    ) -> Iterator[Event]:
        """Yield the occurrences of what recurs, those that were changed as they are now."""
        seen: Counter[date] = Counter()
        until = self._today + SERIES_AHEAD
        planned = self._occurrences(master) if master else []
        left_out = self._moments(master, "EXDATE") if master else set()
        whole = {day for day, at in left_out if at is None}
        for moment in sorted({*planned, *exceptions}, key=_in_order):
            instead = exceptions.get(moment)
            if (moment in left_out or moment[0] in whole) and instead is None:
                continue
            shows = instead or master
            if shows is None:
                continue
            now = self._when(shows, "DTSTART").moment(self._zone) if instead else moment
            seen[moment[0]] += 1
            nth = f" {seen[moment[0]]}" if seen[moment[0]] > 1 else ""
            yield from self._event(uid, shows, now, f"{moment[0]}{nth}", until=until)

    def _occurrences(self, master: Component) -> set[Moment]:
        """Return when *master* comes, as far as its rules and dates say."""
        begin = self._when(master, "DTSTART")
        found = {begin.moment(self._zone)} | self._moments(master, "RDATE")
        for line in master.lines.get("RRULE", []):
            try:
                found |= {self._at(begin, wall) for wall in self._rule(begin, line)}
            except BadRule:
                raise RuleUnfit(line=line.number, rule=shown(line.value)) from None
            except TooMuch:
                raise RuleTooLong(line=line.number) from None
        return found

    def _rule(self, begin: _When, line: Line) -> list[datetime]:
        """Return the wall times that a rule gives, in the zone in which it begins."""
        rule = parts(line.value)
        since = datetime.combine(self._today - 2 * _DAY, time())
        last = datetime.combine(self._today + SERIES_AHEAD + 2 * _DAY, time())
        if "UNTIL" in rule:
            last = min(last, self._until(begin, line, rule["UNTIL"]))
        return starts(rule, begin.wall, last=last, since=since, budget=self._budget)

    def _until(self, begin: _When, line: Line, value: str) -> datetime:
        """Return the last wall time that UNTIL allows; a day allows all of it."""
        end = self._read(line, value, zoned=False)
        if end.is_day:
            return end.wall + _DAY - timedelta(seconds=1)
        if end.zone and begin.zone:
            return end.wall.replace(tzinfo=end.zone).astimezone(begin.zone).replace(tzinfo=None)
        return end.wall

    def _at(self, begin: _When, wall: datetime) -> Moment:
        return _When(wall, begin.zone, begin.is_day).moment(self._zone)

    def _moments(self, component: Component, name: str) -> set[Moment]:
        """Return the times of a list of dates; of a period, its beginning."""
        lines = component.lines.get(name, [])
        values = ((line, v.partition("/")[0]) for line in lines for v in line.value.split(","))
        return {self._read(line, value).moment(self._zone) for line, value in values}

    def _when(self, component: Component, name: str) -> _When:
        line = component.first(name)
        if line is None:
            raise NoStart(line=component.number)
        return self._read(line, line.value)

    def _read(self, line: Line, value: str, *, zoned: bool = True) -> _When:
        """Read a date or a time; refuse it, with its line, where it is none."""
        found = _MOMENT.fullmatch(value.strip())
        wall = _wall(found) if found else None
        if found is None or wall is None:
            raise MomentUnfit(line=line.number, text=shown(value))
        if found[4] is None:
            return _When(wall, None, is_day=True)
        return _When(wall, self._zone_of(line, found[7], zoned=zoned), is_day=False)

    def _zone_of(self, line: Line, mark: str, *, zoned: bool) -> tzinfo | None:
        name = "UTC" if mark else line.parameter("TZID") if zoned else ""
        found = self._zones.find(name) if name else None
        if name and found is None:
            raise ZoneUnknown(line=line.number, zone=shown(name))
        return found

    def _event(
        self,
        uid: str,
        shows: Component,
        moment: Moment,
        occurrence: str = "",
        *,
        until: date | None = None,
    ) -> Iterator[Event]:
        """Yield what *shows* is, unless it lies outside the time that is read."""
        day, at = moment
        if not self._today <= day < (until or self._today + FARTHEST):
            return
        status = shows.first("STATUS")
        lists = (line.value for line in shows.lines.get("CATEGORIES", []))
        yield Event(
            uid=uid,
            title=_text(shows, "SUMMARY"),
            day=day,
            at=at,
            text=_text(shows, "DESCRIPTION"),
            places=tuple(_plain(v) for text in lists for v in re.split(r"(?<!\\),", text)[:50]),
            occurrence=occurrence,
            is_cancelled=status is not None and status.value.strip().upper() == "CANCELLED",
        )


def _wall(found: re.Match[str]) -> datetime | None:
    """Return the wall time, or None where no calendar of ours has it; a leap second is none."""
    year, month, day, hour, minute, second = (int(number or 0) for number in found.groups()[:6])
    if not 1583 <= year < 9000:
        return None
    with suppress(ValueError):
        return datetime(year, month, day, hour, minute, min(second, 59))  # noqa: DTZ001 -- wall time
    return None


def _uid(component: Component) -> str:
    """Return an event's UID; one without gets a name from what it says."""
    found = component.first("UID")
    if found and found.value.strip():
        return found.value.strip()
    said = "\n".join(
        line.value for name in ("SUMMARY", "DTSTART") for line in component.lines.get(name, [])
    )
    return f"no-uid-{sha256(said.encode('utf-8', 'replace')).hexdigest()}"


def _sequence(component: Component) -> int:
    line = component.first("SEQUENCE")
    text = line.value.strip() if line else ""
    return int(text) if text.isascii() and text.isdigit() and len(text) < 10 else 0


def _by_sequence(pair: tuple[_When, Component]) -> int:
    return _sequence(pair[1])


def _in_order(moment: Moment) -> tuple[date, time]:
    return moment[0], moment[1] or time()


def _text(component: Component, name: str) -> str:
    line = component.first(name)
    return _plain(line.value) if line else ""


def _plain(value: str) -> str:
    r"""Return a text as it was meant: `\n` is a line break, any other backslash only protects."""
    return _ESCAPED.sub(lambda m: "\n" if m[1] in "nN" else m[1], value)
