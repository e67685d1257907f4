"""What the settings were: every change with who made it, newest first, and the way back."""

import json
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlite_utils import Database

from bot.domain.settings_file import Json
from bot.store.db import instant, stamp

MOST_KEPT = 1000
"""How many changes are remembered."""

FILE = "file"
"""The name of a step in which a file was read in: what was and is holds each setting by its name."""


@dataclass(frozen=True, slots=True)
class Change:
    """The setting *name* was *before*, and is *after* that *who* changed it; *said* is mrkdwn.

    Where *name* is FILE, several settings were and are so, each by its name.
    """

    id: int
    at: datetime
    who: str
    name: str
    before: Json
    after: Json
    said: str
    is_last: bool

    def each(self) -> list[tuple[str, Json, Json]]:
        """Return each setting that was changed, with what it was and what it is."""
        if (
            self.name != FILE
            or not isinstance(self.before, dict)
            or not isinstance(self.after, dict)
        ):
            return [(self.name, self.before, self.after)]
        return [(name, self.before[name], self.after[name]) for name in self.after]


def note(
    db: Database, who: str, name: str, before: Json, after: Json, *, said: str, now: datetime
) -> None:
    """Note a change; the oldest beyond so many are forgotten."""
    made = db.execute(
        """
        insert into setting_changes (at, who, name, before, after, said) values (?, ?, ?, ?, ?, ?)
        """,
        [stamp(now), who, name, json.dumps(before), json.dumps(after), said],
    )
    oldest = int(made.lastrowid or 0) - MOST_KEPT
    db.execute("delete from setting_changes where id <= ?", [oldest])


def latest(db: Database, limit: int, *, before: int | None = None) -> list[Change]:
    """Return the newest changes, or those older than the change *before*."""
    rows = db.query(
        f"{_SELECT} where c.id < ? order by c.id desc limit ?", [before or 2**62, limit]
    )
    return [_change(row) for row in rows]


def find(db: Database, change_id: int) -> Change | None:
    """Return the change *change_id*, or None."""
    return next(map(_change, db.query(f"{_SELECT} where c.id = ?", [change_id])), None)


_SELECT = """
    select c.*, not exists (
        select 1 from setting_changes later
        where later.id > c.id and (
            later.name = c.name
            or later.name = 'file' and json_type(later.after, '$.' || c.name) is not null
            or c.name = 'file' and json_type(c.after, '$.' || later.name) is not null
        )
    ) as is_last
    from setting_changes c
"""


def _change(row: dict[str, Any]) -> Change:
    return Change(
        row["id"],
        instant(row["at"]),
        row["who"],
        row["name"],
        json.loads(row["before"]),
        json.loads(row["after"]),
        row["said"],
        bool(row["is_last"]),
    )
