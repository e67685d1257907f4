"""An iCalendar file as lines and components, each with the number of its line.

Only what a post is made of is kept, and nothing of events that are over. `icalendar` builds an
object of every line of a file (5 s for 10 MB), and does not tell where it failed.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from io import StringIO
from typing import NamedTuple

from bot.domain.import_files import (
    MOST_LINES,
    CutOff,
    FileTooLarge,
    LineUnfit,
    NotACalendar,
    shown,
)

DEEPEST = 8
LONGEST = 100_000
"""Characters of one unfolded line; a description has less."""

KEPT = frozenset(
    {"UID", "SUMMARY", "DESCRIPTION", "DTSTART", "RRULE", "RDATE", "EXDATE"}
    | {"RECURRENCE-ID", "STATUS", "CATEGORIES", "SEQUENCE"}
)
_USED = KEPT | {"BEGIN", "END", "TZID"}
# Each piece begins with a sign that no other may begin with, so that no line takes long.
_LINE = re.compile(r'([A-Za-z0-9-]+)((?:;[A-Za-z0-9-]+=(?:"[^"]*"|[^";:])*)*):(.*)', re.DOTALL)
_NAME = re.compile(r"([A-Za-z0-9-]+)[;:]")
_PARAMETER = re.compile(r';([A-Za-z0-9-]+)=((?:"[^"]*"|[^";:])*)')


class Line(NamedTuple):  # there may be hundreds of thousands
    """One property: `DTSTART;TZID=Europe/Stockholm:20261201T110000`, unfolded."""

    number: int
    name: str
    parameters: str
    value: str

    def parameter(self, name: str) -> str:
        """Return the value of a parameter, or an empty text."""
        found = dict(_PARAMETER.findall(self.parameters))
        return next((str(v).strip('"') for key, v in found.items() if key.upper() == name), "")


@dataclass(slots=True)
class Component:
    """A component as it is in the file: its lines by name, and for a zone its whole text."""

    name: str
    number: int
    lines: dict[str, list[Line]] = field(default_factory=dict)
    text: list[str] = field(default_factory=list)

    def first(self, name: str) -> Line | None:
        """Return the property *name*, or None; of several the first."""
        return self.lines.get(name, [None])[0]


def components(text: str) -> Iterator[Component]:
    """Yield the events and zones of a calendar as they end; refuse what is none, or not whole."""
    stack: list[Component] = []
    number = 0
    for number, raw in _unfolded(text):
        name = _name(number, raw, inside=bool(stack))
        zone = stack[1] if len(stack) > 1 and stack[1].name == "VTIMEZONE" else None
        if zone is not None:
            zone.text.append(raw)
        if name in _USED:  # most lines are not
            yield from _step(stack, _line(number, raw), zone)
    if not number:
        raise NotACalendar
    if stack:
        raise CutOff(line=number)


def _step(stack: list[Component], line: Line, zone: Component | None) -> Iterator[Component]:
    """Take in one line; yield the component that it ends."""
    inner = stack[-1] if stack else None
    match line.name:
        case "BEGIN":
            _begin(stack, line)
        case "END" if inner and inner.name == line.value.strip().upper():
            stack.pop()
            if len(stack) == 1 and inner.name in ("VEVENT", "VTIMEZONE"):
                yield inner
        case "END":
            raise LineUnfit(line=line.number, text=shown(line.value))
        case "TZID" if inner and inner is zone:
            inner.lines["TZID"] = [line]
        case _ if inner and inner.name == "VEVENT":
            inner.lines.setdefault(line.name, []).append(line)


def _begin(stack: list[Component], line: Line) -> None:
    made = Component(line.value.strip().upper(), line.number)
    if not stack and made.name != "VCALENDAR":
        raise NotACalendar
    if len(stack) == DEEPEST:
        raise LineUnfit(line=line.number, text=f"BEGIN:{shown(made.name)}")
    if made.name == "VTIMEZONE":
        made.text.append("BEGIN:VTIMEZONE")
    stack.append(made)


def _name(number: int, raw: str, *, inside: bool) -> str:
    """Return the name of a line; between two calendars there is only a beginning."""
    found = _NAME.match(raw)
    name = found[1].upper() if found else ""
    if not inside and name != "BEGIN":
        raise NotACalendar
    if not name:
        raise LineUnfit(line=number, text=shown(raw[:200]))
    return name


def _line(number: int, raw: str) -> Line:
    found = _LINE.fullmatch(raw)
    if found is None:
        raise LineUnfit(line=number, text=shown(raw[:200]))
    return Line(number, found[1].upper(), found[2], found[3])


def _unfolded(text: str) -> Iterator[tuple[int, str]]:
    """Yield each line with its number; what begins with a space belongs to the one before."""
    start, pieces, length = 0, [""], 0
    for number, raw in enumerate(StringIO(text, newline=None), 1):
        line = raw.rstrip("\n")
        length += len(line)
        if number > MOST_LINES or length > LONGEST:
            raise FileTooLarge
        if line[:1] in (" ", "\t") and pieces != [""]:
            pieces.append(line[1:])
            continue
        if pieces != [""]:
            yield start, "".join(pieces)
        start, pieces, length = number, [line if line.strip() else ""], len(line)
    if pieces != [""]:
        yield start, "".join(pieces)
