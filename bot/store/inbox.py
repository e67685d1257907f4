"""Slash commands that were acknowledged and still are to be answered.

A command is put here as it came before Slack hears "received", and taken out in the transaction
that decides it, so that a crash in between makes no difference.
"""

import json
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlite_utils import Database

from bot import trail
from bot.store import ledger
from bot.store.db import instant, stamp

_KEPT = frozenset(
    {"command", "text", "user_id", "channel_id", "team_id", "trigger_id", "response_url"}
)
"""What of a command's payload is of use; it is deleted with the answer."""


@dataclass(frozen=True, slots=True)
class Kept:
    """One command (Slack's payload, without what is of no use), when it came, and its trail."""

    command: Mapping[str, Any]
    at: datetime
    trail: str = ""


def keep(db: Database, command: Mapping[str, Any], *, now: datetime) -> None:
    """Keep *command* until it is taken; one that Slack sends again is known by its trigger."""
    trigger = command["trigger_id"]
    if not ledger.first_time(db, f"command:{trigger}", now=now):
        return
    kept = {name: value for name, value in command.items() if name in _KEPT}
    text = json.dumps(kept, ensure_ascii=False).encode(errors="replace").decode()  # half an emoji
    db.execute(
        "insert into inbox (trigger, command, kept_at, trail) values (?, ?, ?, ?)",
        [trigger, text, stamp(now), trail.current()],
    )


def waiting(db: Database) -> list[Kept]:
    """Return the commands that were kept and not taken, in the order in which they came."""
    rows = db.query("select command, kept_at, trail from inbox order by id")
    return [Kept(json.loads(row["command"]), instant(row["kept_at"]), row["trail"]) for row in rows]


def take(db: Database, trigger: str) -> bool:
    """Take the command with *trigger* out; False if that was done before."""
    return db.execute("delete from inbox where trigger = ?", [trigger]).rowcount == 1
