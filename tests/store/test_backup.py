"""Copies of the file: whole, put back safely, and readable without the bot."""

import csv

import pytest

from bot.store import backup, ledger
from bot.store.backup import NotABackupError
from bot.store.db import NewerSchemaError, Store, connect
from bot.store.lock import InUseError, only_one
from tests.make import NOW


def fact(path):
    store = Store(path)
    with store.reading() as db:
        found = ledger.fact(db, "is")
    store.close()
    return found


def say(store, value):
    with store.transaction() as db:
        ledger.set_fact(db, "is", value)


def test_a_backup_is_taken_while_the_file_is_in_use_and_holds_what_was_committed(store, tmp_path):
    say(store, "kept")

    backup.backup(tmp_path / "lucka.db", tmp_path / "copies" / "monday.db")

    assert fact(tmp_path / "copies" / "monday.db") == "kept"
    assert (tmp_path / "copies" / "monday.db").stat().st_mode & 0o077 == 0
    assert not list((tmp_path / "copies").glob("*.part"))


def test_a_restored_backup_takes_the_place_of_the_file_which_is_kept(tmp_path):
    path, copy = tmp_path / "lucka.db", tmp_path / "monday.db"
    store = Store(path)
    say(store, "monday")
    backup.backup(path, copy)
    say(store, "tuesday")
    store.close()

    kept = backup.restore(path, copy, now=NOW)

    assert fact(path) == "monday"
    assert kept is not None
    assert fact(kept) == "tuesday"
    assert fact(copy) == "monday"


def test_a_backup_can_be_restored_where_there_was_nothing(tmp_path):
    store = Store(tmp_path / "lucka.db")
    say(store, "there")
    store.close()

    assert backup.restore(tmp_path / "new.db", tmp_path / "lucka.db", now=NOW) is None
    assert fact(tmp_path / "new.db") == "there"


@pytest.mark.parametrize("content", [b"", b"not a database", b"SQLite format 3\0" + b"x" * 500])
def test_what_is_no_backup_is_refused_before_anything_is_touched(store, tmp_path, content):
    say(store, "safe")
    (tmp_path / "bad.db").write_bytes(content)

    with pytest.raises(NotABackupError):
        backup.restore(tmp_path / "lucka.db", tmp_path / "bad.db", now=NOW)
    with pytest.raises(NotABackupError):
        backup.restore(tmp_path / "lucka.db", tmp_path / "missing.db", now=NOW)

    assert fact(tmp_path / "lucka.db") == "safe"


def test_a_backup_from_a_newer_version_is_refused(tmp_path):
    newer = tmp_path / "newer.db"
    Store(newer).close()
    connection = connect(newer)
    connection.execute(
        "insert into _sqlite_migrations (migration_set, name, applied_at)"
        " values ('lucka', 'm999_from_the_future', '2031-01-01')"
    )
    connection.close()

    with pytest.raises(NewerSchemaError):
        backup.restore(tmp_path / "lucka.db", newer, now=NOW)

    assert list(tmp_path.glob("lucka.db*")) == []


def test_a_broken_database_can_be_replaced_by_its_backup(tmp_path):
    path, copy = tmp_path / "lucka.db", tmp_path / "monday.db"
    store = Store(path)
    say(store, "monday")
    store.close()
    backup.backup(path, copy)
    path.write_bytes(b"what the disk made of it")

    kept = backup.restore(path, copy, now=NOW)

    assert fact(path) == "monday"
    assert kept is not None
    assert kept.read_bytes() == b"what the disk made of it"


def test_an_export_holds_every_table_and_nothing_that_a_spreadsheet_would_run(store, tmp_path):
    say(store, '=HYPERLINK("https://evil.example")')

    with store.reading() as db:
        files = backup.export(db, tmp_path / "out")

    with (tmp_path / "out" / "facts.csv").open(encoding="utf-8-sig", newline="") as file:
        rows = list(csv.DictReader(file))
    assert {file.name for file in files} >= {"ideas.csv", "posts.csv", "comments.csv", "audit.csv"}
    assert rows == [{"name": "is", "value": '\'=HYPERLINK("https://evil.example")'}]


def test_only_one_process_may_hold_the_file(tmp_path):
    with (
        only_one(tmp_path / "lucka.db"),
        pytest.raises(InUseError),
        only_one(tmp_path / "lucka.db"),
    ):
        pass
    with only_one(tmp_path / "lucka.db"):
        pass
