"""What a file of settings would change, setting by setting, before anybody lets it count."""

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from hashlib import sha256

from bot.domain.settings_file import Json

_NAMES = ("name", "text")
_OUT = ("is_archived", "is_retired")


@dataclass(frozen=True, slots=True)
class Turn:
    """The setting *name* as it is and as it would be: in words (mrkdwn) and as plain values."""

    name: str
    title: str
    said_before: str
    said_after: str
    before: Json
    after: Json

    def lines(self) -> tuple[list[str], list[str]]:
        """Return the lines of the words that are there only before, and only after."""
        before, after = self.said_before.splitlines(), self.said_after.splitlines()
        return [it for it in before if it not in after], [it for it in after if it not in before]


@dataclass(frozen=True, slots=True)
class Entries:
    """Which entries of a list would come, go, or say something else; each by its name."""

    come: tuple[str, ...]
    go: tuple[str, ...]
    change: tuple[str, ...]

    def __bool__(self) -> bool:
        """Tell whether any would; else only their order changes."""
        return bool(self.come or self.go or self.change)


def mark_of(turns: Sequence[Turn]) -> str:
    """Return a mark of just these changes: another one, and what was shown counts no more."""
    said = json.dumps([(turn.name, turn.before, turn.after) for turn in turns], sort_keys=True)
    return sha256(said.encode()).hexdigest()[:20]


def entries(before: Json, after: Json) -> Entries | None:
    """Compare two lists of entries with names; None where they are something else.

    >>> entries([{"text": "hot", "kind": "law"}], [{"text": "hot", "kind": "page"}])
    Entries(come=(), go=(), change=('hot',))
    """
    was, will = _named(before), _named(after)
    if was is None or will is None:
        return None
    here, there = _in_use(was), _in_use(will)
    both = [name for name in there if name in here]
    return Entries(
        tuple(name for name in there if name not in here),
        tuple(name for name in here if name not in there),
        tuple(name for name in both if here[name] != there[name]),
    )


def _named(said: Json) -> dict[str, Mapping[str, Json]] | None:
    if not isinstance(said, list):
        return None
    found: dict[str, Mapping[str, Json]] = {}
    for each in said:
        name = (
            next((each[key] for key in _NAMES if key in each), None)
            if isinstance(each, dict)
            else None
        )
        if not isinstance(each, dict) or not isinstance(name, str):
            return None
        found[name] = each
    return found


def _in_use(named: Mapping[str, Mapping[str, Json]]) -> dict[str, Mapping[str, Json]]:
    return {name: it for name, it in named.items() if not any(it.get(key) for key in _OUT)}
