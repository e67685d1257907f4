"""The zones that a calendar's times are in: named by IANA, by Windows, or described in the file."""

import re
from collections.abc import Callable
from datetime import tzinfo
from functools import partial
from zoneinfo import ZoneInfo

from icalendar import Timezone
from icalendar.timezone.windows_to_olson import WINDOWS_TO_OLSON

from bot.integrations.ics_lines import Component

MOST_OWN = 50
MOST_CHANGES = 40
_YEARLY = re.compile(r"FREQ=YEARLY(;(INTERVAL=1|BY(DAY|MONTH|MONTHDAY)=[-+0-9A-Z,]{1,40}))*")


class Zones:
    """Look zones up by the name that the file gives them."""

    def __init__(self) -> None:
        self._described: dict[str, Component] = {}
        self._found: dict[str, tzinfo | None] = {}

    def describe(self, component: Component) -> None:
        """Remember how the file itself describes a zone."""
        line = component.first("TZID")
        if line and len(self._described) < MOST_OWN:
            self._described[line.value.strip()] = component

    def find(self, name: str) -> tzinfo | None:
        """Return the zone *name*, or None where nobody knows it."""
        if name not in self._found:
            self._found[name] = _known(name) or self._own(name)
        return self._found[name]

    def _own(self, name: str) -> tzinfo | None:
        component = self._described.get(name)
        if component is None or not _is_bounded(component.text):
            return None
        text = "\r\n".join(component.text) + "\r\n"
        return _tried(partial(_made, text))


def _made(text: str) -> tzinfo | None:
    found = Timezone.from_ical(text)
    return found.to_tz(lookup_tzid=False) if isinstance(found, Timezone) else None


def _known(name: str) -> tzinfo | None:
    """Return a zone that IANA or Windows has under *name*, with or without Outlook's prefix."""
    plain = name.strip().removeprefix("tzone://Microsoft/").lstrip("/")
    # icalendar's own look-up remembers what other files described under the same name.
    iana = WINDOWS_TO_OLSON.get(plain, plain)
    return _tried(lambda: ZoneInfo(iana)) if plain and len(plain) < 100 else None


def _is_bounded(lines: list[str]) -> bool:
    """Tell whether the changes of a described zone are few, and come once a year."""
    rules = [line.partition(":")[2].strip().upper() for line in lines if line[:5] == "RRULE"]
    rest = [re.sub(r";UNTIL=[0-9TZ]+|;WKST=[A-Z]{2}", "", rule) for rule in rules]
    return len(lines) <= MOST_CHANGES * 8 and all(_YEARLY.fullmatch(rule) for rule in rest)


def _tried(make: Callable[[], object]) -> tzinfo | None:
    """Return the zone that *make* makes. What is wrong with one shows in whatever exception."""
    try:
        found = make()
    except Exception:  # noqa: BLE001 -- a folder of the zone data, half a rule, a date without end
        return None
    return found if isinstance(found, tzinfo) else None
