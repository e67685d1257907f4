"""Whatever version somebody upgrades from: every table that it had keeps its rows.

A file of the first version goes through every version up to the one in question. Each table that
is empty then gets a row, made from what the schema itself allows, and the file is brought up to
date in one go.
"""

import re

import pytest
from sqlite_utils import Database

from bot.store import backup
from bot.store import db as store_db
from bot.store.db import Store
from bot.store.migrations import migrations
from tests.make import NOW
from tests.store.test_upgrade import FIRST_AFTER, ROWS

STEPS = [step.name for step in migrations._migrations]
LATER = STEPS[STEPS.index(FIRST_AFTER) :]
AT = "2026-11-01T08:00:00.000000+00:00"
# What a column holds where the schema does not say it, by the end of its name.
TEXTS = {
    r"(^|_)(at|due|until|since|look|seen|begins|ends)$": AT,
    r"(^|_)(day|from_day|start|last|first)$": "2026-12-02",
    r"^(body|command|detail|snapshot|before|said|media|changes)$": "{}",
    r"^(links|tags|users|known|pictures|outlets|channels)$": "[]",
}

MORE = {
    "exceptions": {"at": "11:00"},
    "moderation_copies": {"trouble": "gone"},
    "utc_offsets": {"until": "2026-12-01T08:00:00.000000+00:00"},
}
"""What else a row must have, because its columns depend on each other."""


def value(column, made):
    """Return a value that the schema lets *column* have."""
    if column["dflt_value"] is not None:
        return None
    name = column["name"]
    if column["type"] == "INTEGER":
        return 1
    if choice := re.search(rf"\b{name}\b[^,]*?check\s*\(\s*{name} in\s*\(\s*'([^']+)'", made):
        return choice[1]
    return next((text for end, text in TEXTS.items() if re.search(end, name)), "x")


def fill(db):
    """Put a row into every table that has none; return how many rows each has."""
    db.execute("pragma foreign_keys = off")
    tables = [t for t in db.table_names() if not t.startswith(("sqlite_", "_sqlite_"))]
    for table in tables:
        if db[table].count:
            continue
        made = db[table].schema
        columns = list(db.query(f"select * from pragma_table_info('{table}')"))
        wanted = {c["name"]: v for c in columns if c["notnull"] or c["pk"]
                  if (v := value(c, made)) is not None}  # fmt: skip
        for key in db[table].foreign_keys:
            if key.column in wanted:
                found = db.execute(f"select [{key.other_column}] from [{key.other_table}] limit 1")
                wanted[key.column] = found.fetchone()[0]
        wanted |= MORE.get(table, {})
        marks = ", ".join("?" * len(wanted))
        names = ", ".join(f"[{name}]" for name in wanted)
        said = f"({names}) values ({marks})" if wanted else "default values"
        db.execute(f"insert into [{table}] {said}", list(wanted.values()))
    db.execute("pragma foreign_keys = on")
    return {table: db[table].count for table in tables}


def old(where, step):
    """Return a database as the version before *step* would leave it, and its rows by table."""
    connection = store_db.connect(where)
    db = Database(connection)
    migrations.apply(db, stop_before=FIRST_AFTER)
    for table, rows in ROWS.items():
        for row in rows:
            marks = ", ".join("?" * len(row))
            connection.execute(f"insert into {table} values ({marks})", row)
    if step != FIRST_AFTER:
        migrations.apply(db, stop_before=step)
    return db, fill(db)


@pytest.mark.parametrize("step", LATER)
def test_each_earlier_version_s_rows_are_there_after_the_upgrade(step):
    db, counts = old(":memory:", step)

    store_db.migrate(db)

    kept = {table: db[table].count for table in counts if db[table].exists()}
    assert {t: n for t, n in counts.items() if kept.get(t, 0) < n} == {}
    assert db.execute("pragma foreign_key_check").fetchall() == []
    assert db.execute("pragma integrity_check").fetchall() == [("ok",)]
    db.conn.close()


@pytest.mark.parametrize("step", [LATER[0], LATER[-1]])
def test_an_earlier_version_s_copy_is_brought_up_to_date_when_it_is_put_back(step, tmp_path):
    copy, path = tmp_path / "copy.db", tmp_path / "lucka.db"
    old(copy, step)[0].conn.close()
    Store(path).close()

    kept = backup.restore(path, copy, now=NOW)

    assert kept is not None
    store = Store(path)
    with store.reading() as db:
        assert db["posts"].count == len(ROWS["posts"])
    store.close()
