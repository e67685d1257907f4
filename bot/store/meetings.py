"""When the team meets."""

import json
from datetime import date, time

from sqlite_utils import Database

from bot.domain.meetings import Meetings
from bot.store import ledger

FACT = "meetings"


def load(db: Database) -> Meetings | None:
    """Return when the team meets, or None while that is not decided."""
    found = ledger.fact(db, FACT)
    if found is None:
        return None
    said = json.loads(found)
    return Meetings(
        date.fromisoformat(said["anchor"]), time.fromisoformat(said["at"]), said["every"]
    )


def save(db: Database, meetings: Meetings | None) -> None:
    """Let the team meet at *meetings*; None for no meetings."""
    if meetings is None:
        ledger.drop_fact(db, FACT)
        return
    said = {
        "anchor": meetings.anchor.isoformat(),
        "at": f"{meetings.at:%H:%M}",
        "every": meetings.every,
    }
    ledger.set_fact(db, FACT, json.dumps(said))
