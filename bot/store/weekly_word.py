"""When the weekly word is drafted, and where it goes."""

import json

from sqlite_utils import Database

from bot.domain.weekly_word import Weekly
from bot.store import ledger

FACT = "weekly_word"


def load(db: Database) -> Weekly:
    """Return the setting; off while nobody has decided."""
    found = ledger.fact(db, FACT)
    return Weekly(**json.loads(found)) if found else Weekly()


def save(db: Database, weekly: Weekly) -> None:
    """Let the setting be *weekly*."""
    said = {"weekday": weekly.weekday, "channel": weekly.channel}
    ledger.set_fact(db, FACT, json.dumps(said))
