"""Copies of the file: whole, put back safely, and readable without the bot."""

import csv
import os
import shutil
import sqlite3
from io import StringIO

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.domain.tables import FORMULA, safe, unsafe
from bot.store import backup, feed, ledger
from bot.store.backup import LiveTargetError, NotABackupError
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
        rows = [row for row in csv.DictReader(file, delimiter=";") if row["name"] == "is"]
    assert {file.name for file in files} >= {"ideas.csv", "posts.csv", "comments.csv", "audit.csv"}
    assert rows == [{"name": "is", "value": '\'=HYPERLINK("https://evil.example")'}]


def test_an_export_holds_no_secret(store, tmp_path):
    with store.transaction() as db:
        feed.renew(db, "the-word-of-the-settings", "the-secret-made-in-slack")
    with store.reading() as db:
        files = backup.export(db, tmp_path / "out")

    whole = b"".join(file.read_bytes() for file in files)
    assert b"feed:secret_instead_of" in whole
    assert b"the-secret-made-in-slack" not in whole
    assert b"the-word-of-the-settings" not in whole


@given(text=st.text(), quotes=st.sampled_from(['"', "", '";', "\n"]))
def test_no_text_begins_another_cell_or_a_formula(text, quotes):
    out = StringIO(newline="")
    csv.writer(out, delimiter=";").writerow([safe(f"{text}{quotes}=1+1"), safe(f"={text}"), "end"])
    ((first, second, last),) = csv.reader(StringIO(out.getvalue(), newline=""), delimiter=";")

    assert (first[:1] in FORMULA, second[:1] in FORMULA, last) == (False, False, "end")
    assert unsafe(first) == f"{text}{quotes}=1+1"
    assert unsafe(second) == f"={text}"


def test_only_one_process_may_hold_the_file(tmp_path):
    with (
        only_one(tmp_path / "lucka.db"),
        pytest.raises(InUseError),
        only_one(tmp_path / "lucka.db"),
    ):
        pass
    with only_one(tmp_path / "lucka.db"):
        pass


def test_another_name_for_the_file_does_not_let_a_second_process_in(tmp_path):
    (tmp_path / "disk").mkdir()
    (tmp_path / "disk" / "lucka.db").touch()
    (tmp_path / "link.db").symlink_to(tmp_path / "disk" / "lucka.db")
    with (
        only_one(tmp_path / "disk" / "lucka.db"),
        pytest.raises(InUseError),
        only_one(tmp_path / "link.db"),
    ):
        pass


@pytest.mark.parametrize("suffix", ["", "-wal", "-shm", ".lock"])
def test_a_backup_never_takes_the_place_of_the_database(store, tmp_path, suffix):
    say(store, "live")

    with pytest.raises(LiveTargetError):
        backup.backup(tmp_path / "lucka.db", tmp_path / f"lucka.db{suffix}")

    say(store, "still")
    assert fact(tmp_path / "lucka.db") == "still"


def test_a_backup_takes_the_place_of_no_link_to_the_database(store, tmp_path):
    (tmp_path / "link.db").symlink_to(tmp_path / "lucka.db")
    (tmp_path / "twin.db").hardlink_to(tmp_path / "lucka.db")

    for name in ("link.db", "twin.db"):
        with pytest.raises(LiveTargetError):
            backup.backup(tmp_path / "lucka.db", tmp_path / name)


def test_a_backup_takes_the_place_of_a_file_only(store, tmp_path):
    """As of the device /dev/null, which root could replace."""
    os.mkfifo(tmp_path / "pipe")

    with pytest.raises(OSError, match="Invalid argument"):
        backup.backup(tmp_path / "lucka.db", tmp_path / "pipe")
    with pytest.raises(IsADirectoryError):
        backup.backup(tmp_path / "lucka.db", tmp_path)

    assert (tmp_path / "pipe").is_fifo()


@pytest.mark.parametrize("name", ["a?b.db", "a#b.db", "a%25b.db", "å ä.db"])
def test_a_backup_may_have_any_name(store, tmp_path, name):
    say(store, "kept")

    backup.backup(tmp_path / "lucka.db", tmp_path / name)
    backup.restore(tmp_path / "new.db", tmp_path / name, now=NOW)

    assert fact(tmp_path / "new.db") == "kept"


def test_what_a_killed_backup_left_is_cleared_away(store, tmp_path):
    say(store, "kept")
    for left in ("copy.db.part", "copy.db.part-journal"):
        (tmp_path / left).write_bytes(b"half")

    backup.backup(tmp_path / "lucka.db", tmp_path / "copy.db")

    assert fact(tmp_path / "copy.db") == "kept"
    assert not list(tmp_path.glob("*.part*"))


def test_a_full_disk_is_said_of_the_copy_and_not_of_the_database(store, tmp_path, monkeypatch):
    def full(_file):
        error = sqlite3.OperationalError("database or disk is full")
        error.sqlite_errorcode = sqlite3.SQLITE_FULL
        raise error

    monkeypatch.setattr(backup, "_check", full)
    with pytest.raises(OSError, match="No space left"):
        backup.backup(tmp_path / "lucka.db", tmp_path / "copy.db")
    assert not list(tmp_path.glob("copy.db*"))


def test_a_database_that_is_set_aside_is_whole_without_its_log(tmp_path):
    path, copy = tmp_path / "lucka.db", tmp_path / "monday.db"
    store = Store(path)
    backup.backup(path, copy)
    say(store, "tuesday")
    for suffix in ("", "-wal"):  # as a bot that was killed leaves them
        shutil.copy(f"{path}{suffix}", tmp_path / f"killed.db{suffix}")
    store.close()

    kept = backup.restore(tmp_path / "killed.db", copy, now=NOW)

    assert not kept.with_name(kept.name + "-wal").exists()
    assert fact(kept) == "tuesday"
