"""The schema as a page, made from the migrations and the declaration of what each table is for.

`make schema` writes it to `docs/schema.md`; a test holds the page equal to what this makes.
"""

import inspect
import re
from collections.abc import Iterator

from sqlite_utils import Database

from bot.domain.stored import TABLES
from bot.store import db as store_db
from bot.store.migrations import migrations

_TOP = """\
# The database

One SQLite file. This page is made from the migrations (`make schema`): do not edit it. The tables
are the bot's own and change with it; other tools read the [views](disposal.md#open-to-other-tools),
which keep their columns. What each table is for, whose data it holds and how long it stays is
declared in `bot/domain/stored.py`, and told in Slack by `/lucka data`. Instants are UTC text of
fixed width, days and wall times are local.
"""


def page() -> str:
    """Return the page."""
    db = Database(store_db.connect(":memory:"))
    store_db.migrate(db)
    lines = [_TOP, "## Views\n", *_views(db), "## Tables\n", *_tables(db), "## Steps\n", *_steps()]
    db.conn.close()
    return "\n".join(lines)


def schema_tables(db: Database) -> list[str]:
    """Return the names of the tables that somebody thought of, without those of SQLite's own."""
    names = db.table_names()
    inner = {name for name in names if re.fullmatch(r"(?:idea|lesson)_words_\w+", name)}
    return sorted(n for n in names if n not in inner and not n.startswith(("sqlite_", "_sqlite_")))


def _views(db: Database) -> Iterator[str]:
    for name in sorted(db.view_names()):
        yield f"- `{name}`: " + ", ".join(f"`{c.name}`" for c in db.view(name).columns)
    yield ""


def _tables(db: Database) -> Iterator[str]:
    for name in schema_tables(db):
        table = TABLES[name]
        yield f"### `{name}`\n"
        yield f"For {table.purpose} · personal data of {table.whose} · stays: {table.stays}\n"
        yield "| column | type | |\n| --- | --- | --- |"
        foreign = {key.column: key for key in db.table(name).foreign_keys}
        for column in db.table(name).columns:
            key = foreign.get(column.name)
            notes = [
                "primary key" if column.is_pk else "",
                "not null" if column.notnull else "",
                f"→ `{key.other_table}.{key.other_column}`" if key else "",
            ]
            said = ", ".join(note for note in notes if note)
            yield f"| `{column.name}` | {column.type.lower()} | {said} |"
        yield ""


def _steps() -> Iterator[str]:
    for step in migrations._migrations:  # noqa: SLF001 -- no public list
        reason = inspect.cleandoc(step.fn.__doc__ or "")
        yield f"### `{step.name}`\n\n{reason}\n"


if __name__ == "__main__":
    print(page(), end="")  # noqa: T201 -- it is what the command is for
