"""How much the database holds, table by table."""

from sqlite_utils import Database

from bot.domain.stored import TABLES


def counts(db: Database) -> dict[str, int]:
    """Return how many rows each table has."""
    return {name: db.table(name).count for name in TABLES}
