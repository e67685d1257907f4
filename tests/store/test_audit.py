"""The audit log is a chain: whatever one does to a line shows, and by slip nothing can be done."""

import sqlite3
from datetime import timedelta

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from sqlite_utils import Database

from bot.domain.audit_chain import Break, Head, Line, chained, verify
from bot.store import audit, ledger
from bot.store import db as store_db
from bot.store.migrations import migrations
from tests.make import AMIRA, JONAS, NOW

AT = "2026-11-01T08:00:00.000000+00:00"
texts = st.text(st.characters(codec="utf-8"), max_size=6)
rows = st.lists(st.tuples(texts, texts, texts, texts, texts), min_size=1, max_size=8)


def chain(contents):
    lines, before = [], ""
    for number, fields in enumerate(contents, 1):
        before = chained(before, number, *fields)
        lines.append(Line(number, *fields, before))
    return lines, Head(len(lines), before)


def test_what_is_recorded_holds_together(db):
    for minute in range(3):
        ledger.record(db, AMIRA, "post.moved", "post:1", now=NOW + timedelta(minutes=minute))

    found = audit.check(db)

    assert (found.broken, found.head) == (None, audit.head(db))
    assert found.head.count == 3


def test_an_empty_log_is_whole(db):
    assert audit.check(db).broken is None


@given(rows, st.data())
def test_any_single_changed_removed_inserted_or_moved_line_is_found(contents, data):
    lines, head = chain(contents)
    assert verify(lines, head).broken is None
    spot = data.draw(st.integers(0, len(lines) - 1))
    act = data.draw(st.sampled_from(["change", "remove", "insert", "copy", "move", "renumber"]))
    held, spoilt = lines[spot], list(lines)
    if act == "change":
        name = data.draw(st.sampled_from(["at", "who", "act", "subject", "detail", "hash"]))
        values = {f: getattr(held, f) for f in Line.__slots__}
        spoilt[spot] = Line(**{**values, name: values[name] + data.draw(texts.filter(bool))})
    elif act == "remove":
        del spoilt[spot]
    elif act == "insert":
        fields = data.draw(st.tuples(texts, texts, texts, texts, texts))
        spoilt.insert(spot, Line(held.id, *fields, data.draw(texts)))
    elif act == "copy":
        spoilt.insert(spot, held)
    elif act == "move":
        other = data.draw(st.integers(0, len(lines)))
        spoilt.insert(other, spoilt.pop(spot))
        if spoilt == lines:
            return
    else:
        values = {f: getattr(held, f) for f in Line.__slots__}
        spoilt[spot] = Line(**{**values, "id": held.id + data.draw(st.integers(1, 9))})

    assert verify(spoilt, head).broken is not None


TAMPERINGS = {
    "changed": ("update audit set who = 'U0JONAS' where id = 2", Break.CHANGED, 2),
    "removed in the middle": ("delete from audit where id = 2", Break.CHANGED, 3),
    "removed first": ("delete from audit where id = 1", Break.CHANGED, 2),
    "cut at the end": ("delete from audit where id = 4", Break.CUT, 0),
    "emptied": ("delete from audit", Break.CUT, 0),
    "added": ("insert into audit values (9, 'x', 'x', 'x', 'x', '{}', 'x', '')", Break.CHANGED, 9),
    "renumbered": ("update audit set id = 7 where id = 4", Break.CHANGED, 7),
    "head forgotten": ("delete from facts where name = 'audit:head'", Break.CUT, 0),
}


@pytest.mark.parametrize("case", TAMPERINGS)
def test_who_takes_the_triggers_away_is_found_out(db, case):
    for subject in ("post:1", "post:2", "post:3", "post:4"):
        ledger.record(db, AMIRA, "post.moved", subject, now=NOW)
    statement, broken, line = TAMPERINGS[case]
    for trigger in ("no_update", "no_delete", "no_replace"):
        db.execute(f"drop trigger audit_{trigger}")
    db.execute(statement)

    found = audit.check(db)

    assert (found.broken, found.line) == (broken, line)


def test_lines_cut_off_are_found_even_when_the_log_goes_on(db):
    for subject in ("post:1", "post:2"):
        ledger.record(db, AMIRA, "post.moved", subject, now=NOW)
    db.execute("drop trigger audit_no_delete")
    db.execute("delete from audit where id = 2")
    ledger.record(db, JONAS, "post.moved", "post:3", now=NOW)

    assert audit.check(db).broken is Break.CHANGED


@pytest.mark.parametrize(
    "statement",
    [
        "update audit set who = 'x'",
        "delete from audit",
        "insert or replace into audit values (1, 'x', 'x', 'x', 'x', '{}', 'x', '')",
        "insert into audit values (1, 'x', 'x', 'x', 'x', '{}', 'x', '')",
    ],
)
def test_the_log_only_grows(db, statement):
    ledger.record(db, AMIRA, "post.moved", "post:1", now=NOW)

    with pytest.raises(sqlite3.Error, match="audit log"):
        db.execute(statement)

    assert audit.check(db).broken is None


def test_a_head_that_was_noted_tells_a_log_that_was_written_anew(db):
    ledger.record(db, AMIRA, "post.moved", "post:1", now=NOW)
    noted = audit.head(db)
    ledger.record(db, AMIRA, "post.moved", "post:2", now=NOW)

    assert audit.check(db, noted).broken is None
    assert audit.check(db, Head(1, "another")).broken is Break.NOTED


@pytest.fixture(scope="module")
def unchained():
    """A database of the version before the log was chained."""
    connection = store_db.connect(":memory:")
    migrations.apply(Database(connection), stop_before="m030_records")
    yield connection
    connection.close()


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=20)
@given(contents=rows)
def test_what_stood_there_before_is_chained_by_the_migration(unchained, contents):
    connection = store_db.connect(":memory:")
    unchained.backup(connection)
    old = Database(connection)
    for fields in contents:
        old.execute(
            "insert into audit (at, who, act, subject, detail) values (?, ?, ?, ?, ?)", fields
        )

    store_db.migrate(old)
    ledger.record(old, AMIRA, "post.moved", "post:1", now=NOW)

    assert audit.check(old).broken is None
    assert audit.check(old).head.count == len(contents) + 1
    connection.close()
