"""The settings as plain values: read strictly, and what is wrong is told by its path in the file."""

import json
import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date, time
from enum import StrEnum
from typing import TypeVar

from bot.domain.errors import Refusal
from bot.domain.members import is_id
from bot.domain.text import is_blank, tidy

VERSION = 1
"""What a file of today says; one that says more was written by a newer bot."""

Json = None | bool | int | str | list["Json"] | dict[str, "Json"]

DUTIES = ("rights", "reminders", "roster", "publishing", "answering")
"""The settings in which who only reads cannot be named."""

_CHANNEL = re.compile(r"[CG][A-Z0-9]{2,20}")
E = TypeVar("E", bound=StrEnum)
T = TypeVar("T")


class BadValue(Refusal):
    """Refuse a value of a settings file that cannot be; *path* says where it stands."""

    kind = "refusal-settings-value"


class SettingsUnreadable(Refusal):
    """Refuse a file that is no settings file."""

    kind = "refusal-settings-unreadable"


class SettingsBroken(SettingsUnreadable):
    """Refuse a file that breaks off or breaks the rules of JSON, by the line."""

    kind = "refusal-settings-broken"


class SettingsTwice(SettingsUnreadable):
    """Refuse a file in which an object has the same name twice."""

    kind = "refusal-settings-twice"


class SettingsNewer(Refusal):
    """Refuse a file of a newer version."""

    kind = "refusal-settings-newer"


class SettingsShutOut(Refusal):
    """Refuse a file with which whoever lets it count could change the settings no more."""

    kind = "refusal-settings-shut-out"


class SettingsOutsiders(Refusal):
    """Refuse a file that names people who cannot be in the team; *who* are they, with their ids."""

    kind = "refusal-settings-outsiders"


class SettingsReaders(Refusal):
    """Refuse a file that gives readers something to do; *who* are they, each with the place."""

    kind = "refusal-settings-readers"


@dataclass(frozen=True, slots=True)
class Node:
    """A value of a file and where it stands (`policy.promise`); *named* are all who were read."""

    value: Json
    path: str
    named: list[str] = field(default_factory=list, compare=False)

    def at(self, name: str) -> "Node":
        """Return what stands under *name*."""
        return Node(self._object().get(name), f"{self.path}.{name}", self.named)

    def items(self) -> list[tuple[str, "Node"]]:
        """Return everything in an object, by name."""
        return [(name, self.at(name)) for name in self._object()]

    def only(self, *names: str) -> "Node":
        """Refuse anything but *names* in an object: a misspelt name would be lost unseen."""
        for name in self._object():
            if name not in names:
                raise BadValue(path=f"{self.path}.{name}")
        return self

    def each(self, most: int) -> Iterator["Node"]:
        """Return what stands in a list of *most* at the most, in order."""
        if not isinstance(self.value, list) or len(self.value) > most:
            raise self.bad()
        entries = enumerate(self.value)
        return iter([Node(value, f"{self.path}[{n}]", self.named) for n, value in entries])

    def text(self, most: int, *, empty: bool = False) -> str:
        """Return a text of *most* characters at the most."""
        if not isinstance(self.value, str) or len(self.value) > most:
            raise self.bad()
        if not empty and is_blank(self.value):
            raise self.bad()
        return tidy(self.value)

    def number(self) -> int:
        """Return a number."""
        if not isinstance(self.value, int) or isinstance(self.value, bool):
            raise self.bad()
        return self.value

    def flag(self) -> bool:
        """Return true or false."""
        if not isinstance(self.value, bool):
            raise self.bad()
        return self.value

    def day(self) -> date:
        """Return a day (`2026-11-24`)."""
        return self.read(date.fromisoformat, self.text(10))

    def clock(self) -> time:
        """Return a time of day (`08:15`)."""
        written = self.text(5)
        if not re.fullmatch(r"\d\d:\d\d", written):
            raise self.bad()
        return self.read(time.fromisoformat, written)

    def choice(self, among: type[E]) -> E:
        """Return one of *among*."""
        return self.read(among, self.text(60))

    def person(self) -> str:
        """Return a Slack id."""
        said = self.text(30)
        if not is_id(said):
            raise self.bad()
        self.named.append(said)
        return said

    def channel(self) -> str:
        """Return the Slack id of a channel."""
        said = self.text(30)
        if not _CHANNEL.fullmatch(said):
            raise self.bad()
        return said

    def people(self, most: int) -> tuple[str, ...]:
        """Return Slack ids, each once."""
        return tuple(dict.fromkeys(each.person() for each in self.each(most)))

    def maybe(self, read: Callable[["Node"], T]) -> T | None:
        """Return what *read* makes of it; None where nothing stands there."""
        return None if self.value is None else read(self)

    def read(self, make: Callable[..., T], *args: object, **named: object) -> T:
        """Return what *make* makes of what was read; what it refuses is wrong here."""
        try:
            return make(*args, **named)
        except (Refusal, ValueError, OverflowError) as error:
            raise self.bad() from error

    def bad(self) -> BadValue:
        """Return the refusal of this value."""
        return BadValue(path=self.path)

    def _object(self) -> Mapping[str, Json]:
        if not isinstance(self.value, dict):
            raise self.bad()
        return self.value


def written(settings: Mapping[str, Json]) -> str:
    """Return *settings* as the text of a file of today."""
    said = {"lucka_settings": VERSION, "settings": dict(settings)}
    return json.dumps(said, ensure_ascii=False, indent=2) + "\n"


def read_file(said: Json) -> Node:
    """Return the settings of a file; refuse another file, and one of a newer version."""
    if not isinstance(said, dict) or not isinstance(said.get("settings"), dict):
        raise SettingsUnreadable
    version = said.get("lucka_settings")
    if not isinstance(version, int) or isinstance(version, bool) or version < 1:
        raise SettingsUnreadable
    if version > VERSION:
        raise SettingsNewer(version=version, known=VERSION)
    return Node(said["settings"], "settings")


def like_people(said: Json) -> Iterator[str]:
    """Yield every text in *said* that could be somebody's Slack id, whatever it is there for.

    >>> [*like_people({"lead": "U0AMIRA", "units": [{"name": "Ambulansen"}]})]
    ['U0AMIRA']
    """
    for _, user in placed_people(said, ""):
        yield user


def placed_people(said: Json, path: str) -> Iterator[tuple[str, str]]:
    """Yield the same, each with where it stands below *path*.

    >>> [*placed_people({"people": ["U0AMIRA"]}, "settings.roster")]
    [('settings.roster.people[0]', 'U0AMIRA')]
    """
    if isinstance(said, str) and is_id(said):
        yield path, said
    elif isinstance(said, dict):
        for name, each in said.items():
            yield from placed_people(each, f"{path}.{name}")
    elif isinstance(said, list):
        for n, each in enumerate(said):
            yield from placed_people(each, f"{path}[{n}]")


def idle_duties(before: Mapping[str, Json], after: Mapping[str, Json]) -> list[tuple[str, str]]:
    """Return the readers to whom *after* gives something to do that *before* did not, and where."""
    team = after.get("team")
    readers = {*like_people(team.get("readers"))} if isinstance(team, dict) else set()
    return [
        (path, user)
        for name in DUTIES
        for path, user in placed_people(after.get(name), f"settings.{name}")
        if user in readers and user not in like_people(before.get(name))
    ]


@dataclass(frozen=True, slots=True)
class Difference:
    """One value that is another: where it stands, what it was, what it is."""

    path: str
    before: str
    after: str


def differences(before: Json, after: Json, path: str = "settings") -> list[Difference]:
    """List what is not the same, value by value; a list counts as one value.

    >>> [d.path for d in differences({"a": {"b": 1}, "c": [1]}, {"a": {"b": 2}, "c": [1]})]
    ['settings.a.b']
    """
    if isinstance(before, dict) and isinstance(after, dict):
        names = dict.fromkeys([*before, *after])
        pairs = ((before.get(name), after.get(name), f"{path}.{name}") for name in names)
        return [found for one, other, where in pairs for found in differences(one, other, where)]
    return [] if before == after else [Difference(path, _said(before), _said(after))]


def _said(value: Json) -> str:
    return json.dumps(value, ensure_ascii=False)
