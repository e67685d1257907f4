"""Files for their owner alone, also on a machine whose usual is that everybody reads."""

import os
import sqlite3
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest

from bot.store import backup, own
from bot.store.db import Store
from bot.store.lock import only_one


@pytest.fixture(autouse=True)
def lax() -> Iterator[None]:
    """A machine on which what is made is for everybody."""
    before = os.umask(0)
    yield
    os.umask(before)


def open_to_others(folder: Path) -> list[str]:
    """The names under *folder* that somebody else may read, write or look into."""
    return [file.name for file in folder.rglob("*") if file.stat().st_mode & 0o077]


def test_the_database_its_copies_and_exports_are_for_their_owner_alone(tmp_path: Path) -> None:
    path = tmp_path / "data" / "lucka.db"
    with closing(Store(path)) as store, only_one(path):
        with store.transaction() as db:
            db.execute("insert into facts (name, value) values ('is', 'here')")
        backup.backup(path, tmp_path / "copies" / "lucka.db")
        with store.reading() as db:
            backup.export(db, tmp_path / "out")
        assert {"lucka.db-wal", "lucka.db-shm"} <= {file.name for file in path.parent.iterdir()}
        assert set(open_to_others(tmp_path)) <= {"lucka.db.lock"}  # in which nothing stands


def test_a_database_that_was_open_to_others_is_closed_with_its_log(tmp_path: Path) -> None:
    path = tmp_path / "lucka.db"
    with closing(sqlite3.connect(path)) as other:
        other.execute("pragma journal_mode = wal")
        other.execute("create table open (x)")
        assert len(open_to_others(tmp_path)) == 3
        Store(path).close()
        assert open_to_others(tmp_path) == []


def test_a_file_is_made_anew_and_never_where_a_link_leads(tmp_path: Path) -> None:
    theirs, ours = tmp_path / "theirs", tmp_path / "ours.csv"
    theirs.write_text("kept", encoding="utf-8")
    ours.symlink_to(theirs)
    own.write(ours, b"personal")
    assert theirs.read_text(encoding="utf-8") == "kept"
    assert not ours.is_symlink()
    assert ours.read_bytes() == b"personal"
