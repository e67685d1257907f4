"""What every step of the schema is made of."""

from sqlite_utils import Database, Migrations

migrations = Migrations("lucka")


def run(db: Database, *statements: str) -> None:
    """Execute *statements* in order."""
    for statement in statements:
        db.execute(statement)
