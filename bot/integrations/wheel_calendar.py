"""A calendar of theme days (.ics): its yearly events become parts of the year wheel.

Events that do not come every year are passed over: nobody can say when they come again.
"""

from collections.abc import Iterator
from datetime import date, datetime
from typing import Any

from icalendar import Calendar

from bot.domain.errors import Refusal
from bot.domain.ideas import TITLE_LIMIT
from bot.domain.text import title_of
from bot.domain.wheel import MOST_ITEMS, Entry, WheelFull, entry
from bot.domain.wheel_table import LineProblem, WheelLinesUnfit, WheelTableUnfit

MOST_BYTES = 1_000_000
_SAYS_NOTHING = {"FREQ", "INTERVAL", "WKST", "UNTIL", "COUNT"}


def read(data: bytes) -> list[Entry]:
    """Read the yearly events of a calendar; raise WheelLinesUnfit with every one that is unfit."""
    if len(data) > MOST_BYTES:
        raise WheelTableUnfit
    try:
        events = Calendar.from_ical(data).walk("VEVENT")
    except Exception:  # noqa: BLE001 -- whatever the library says to a file that is no calendar
        raise WheelTableUnfit from None
    problems: list[LineProblem] = []
    found: dict[str, Entry] = {}
    for line, event in zip(_lines(data), events, strict=False):
        try:
            if made := _entry(event):
                found.setdefault(made.name, made)
        except Refusal as refusal:
            problems.append(LineProblem.of(line, refusal))
    if problems:
        raise WheelLinesUnfit(problems)
    if len(found) > MOST_ITEMS:
        raise WheelFull(most=MOST_ITEMS)
    return [*found.values()]


def _lines(data: bytes) -> Iterator[int]:
    """Yield the line on which each event begins."""
    for number, line in enumerate(data.splitlines(), start=1):
        if line.strip().upper() == b"BEGIN:VEVENT":
            yield number


def _entry(event: Any) -> Entry | None:  # noqa: ANN401 -- the library says no more
    rule, start = event.get("RRULE"), getattr(event.get("DTSTART"), "dt", None)
    if not isinstance(rule, dict) or rule.get("FREQ") != ["YEARLY"] or not isinstance(start, date):
        return None
    if rule.get("INTERVAL") not in (None, [1]):
        return None  # every other year is not every year
    day = start.date() if isinstance(start, datetime) else start
    label = title_of(str(event.get("SUMMARY", "")), TITLE_LIMIT)
    note = title_of(str(event.get("DESCRIPTION", "")), 1000)
    return entry(label, _when(rule, day), note=note)


def _when(rule: Any, day: date) -> str:  # noqa: ANN401 -- the library says no more
    """Return when an event comes, as a rule that needs no first day."""
    parts = {k: v for k, v in rule.items() if k not in _SAYS_NOTHING and not k.startswith("BYHOUR")}
    if not parts:
        return f"{day.day}/{day.month}"
    if parts.keys() == {"BYMONTH"}:
        parts["BYMONTHDAY"] = [day.day]
    said = (f"{name}={','.join(map(str, found))}" for name, found in parts.items())
    return ";".join(["FREQ=YEARLY", *said])
