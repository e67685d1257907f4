"""The units that get praise."""

from bot.domain.praise import Unit, UnitGone
from bot.store.db import maybe
from bot.store.kept import KeptTable

UNITS = KeptTable(
    "units",
    "name collate swedish, id",
    lambda row: Unit(row["id"], row["name"], row["contact"], maybe(row["archived_at"])),
    UnitGone,
)
"""Every unit by name."""
