"""Copies of the one file: taken while the bot runs, put back while it does not, and readable ones."""

import csv
import errno
import os
import shutil
import sqlite3
from collections.abc import Iterator
from contextlib import closing, suppress
from datetime import datetime, tzinfo
from pathlib import Path

from sqlite_utils import Database

from bot.domain import backups
from bot.domain.copies import KINDS
from bot.domain.tables import safe
from bot.store import copies, feed, outbox, own
from bot.store.db import NewerSchemaError, UnusableError, connect, migrate

_WITHOUT = {"facts": f" where name <> '{feed.RENEWED}'"}
"""What an export leaves out of a table: the secret that opens the calendar is no data."""

_BESIDE = ("", "-wal", "-shm", ".lock")  # what the database itself consists of


SPARE_BYTES = 50_000_000  # what a copy leaves free on the disk: the database needs it more


class NotABackupError(Exception):
    """The file is not a whole database of the bot's."""


class LiveTargetError(Exception):
    """The copy would take the place of the very database, under the hands of the bot."""


def backup(path: Path, target: Path) -> None:
    """Copy the database at *path* to *target*, whole and consistent, while it is in use.

    SQLite's online method; the copy is checked before it gets its name, so that *target* is never
    half a backup. Raises UnusableError where *path* cannot be read or is not whole, LiveTargetError
    where *target* is the database, and OSError where *target* cannot be written.
    """
    _check_target(path, target)
    target.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
    part = target.with_name(target.name + ".part")
    _remove(part)  # with the journal of a copy that was killed
    own.write(part, b"")
    try:
        with closing(connect(path)) as source, closing(sqlite3.connect(part)) as copy:
            source.backup(copy)
            copy.execute("pragma journal_mode = delete")
        _check(part)
        _sync(part)
        part.replace(target)
        _sync(target.parent)
    except sqlite3.Error as error:
        _remove(part)
        if error.sqlite_errorcode == sqlite3.SQLITE_FULL:
            raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC)) from error
        raise UnusableError(path) from error
    except NotABackupError as error:
        _remove(part)
        raise UnusableError(path) from error
    except OSError:
        _remove(part)
        raise


def nightly(path: Path, folder: Path, zone: tzinfo, *, now: datetime) -> list[Path]:
    """Put a copy of the database at *path* into *folder*, then remove those that are not kept.

    Returns what was removed. Raises what `backup` raises; the older copies stay then.
    """
    folder.mkdir(mode=0o700, parents=True, exist_ok=True)
    for left in folder.glob("lucka-*.db.part*"):  # by a copy that was killed
        left.unlink()
    if shutil.disk_usage(folder).free < path.stat().st_size + SPARE_BYTES:
        raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))  # without filling it up first
    backup(path, folder / backups.file_name(now))
    found = taken(folder)
    kept = backups.kept(found, zone)
    removed = [file for at, file in found.items() if at not in kept]
    for file in removed:
        file.unlink(missing_ok=True)
    return removed


def taken(folder: Path) -> dict[datetime, Path]:
    """Return the nightly copies in *folder*, whole by their names, by when they were taken."""
    try:
        files = [file for file in folder.iterdir() if file.is_file()]
    except OSError:  # not there yet
        return {}
    return {at: file for file in files if (at := backups.taken_at(file.name))}


def restore(path: Path, source: Path, *, now: datetime) -> Path | None:
    """Put the backup *source* in place of the database at *path*; return where the old one went.

    Raises NotABackupError or NewerSchemaError before anything has been touched. The caller holds
    the lock: no bot may be running.
    """
    _check(source)
    fresh = path.with_name(path.name + ".restoring")
    backup(source, fresh)
    try:
        with closing(connect(fresh)) as connection:
            db = Database(connection)
            migrate(db)
            outbox.restored(db, now=now)
    except NewerSchemaError:
        fresh.unlink()
        raise
    kept = _set_aside(path, path.with_name(f"{path.name}.before-{now:%Y%m%dT%H%M%S}"))
    fresh.replace(path)
    return kept


def _check_target(path: Path, target: Path) -> None:
    """Refuse to replace a folder, a device, or the database that is copied."""
    real = path.resolve()
    ours = [real.with_name(real.name + suffix).resolve() for suffix in _BESIDE]
    if target.resolve() in ours or (target.exists() and target.samefile(path)):
        raise LiveTargetError(target)
    if target.is_dir():
        raise IsADirectoryError(errno.EISDIR, os.strerror(errno.EISDIR))
    if target.exists() and not target.is_file():
        raise OSError(errno.EINVAL, os.strerror(errno.EINVAL))


def _sync(path: Path) -> None:
    """Let a file, or the names in a folder, survive the loss of power."""
    opened = os.open(path, os.O_RDONLY)
    try:
        os.fsync(opened)
    finally:
        os.close(opened)


def _remove(part: Path) -> None:
    for suffix in ("", "-journal", "-wal", "-shm"):
        part.with_name(part.name + suffix).unlink(missing_ok=True)


def _set_aside(path: Path, kept: Path) -> Path | None:
    """Rename the database with its log, whole or broken; None if there is none."""
    if not path.exists():
        return None
    # Fold the log into the file, so that being killed between two renames loses nothing.
    with suppress(sqlite3.Error), closing(connect(path)) as connection:
        connection.execute("pragma wal_checkpoint(truncate)")
    for suffix in ("-wal", "-shm", ""):
        file = path.with_name(path.name + suffix)
        if file.exists():
            file.replace(kept.with_name(kept.name + suffix))
    return kept


def export(db: Database, folder: Path) -> list[Path]:
    """Write every table as CSV into *folder*; return the files. Enough to leave the product with."""
    folder.mkdir(mode=0o700, parents=True, exist_ok=True)
    tables = [_export(db, name, folder / f"{name}.csv") for name in _tables(db)]
    return [*tables, *_pictures(db, folder)]


def _pictures(db: Database, folder: Path) -> Iterator[Path]:
    """Write the pictures that were kept of comments, named after their case and fingerprint."""
    for case_id, picture in copies.pictures(db):
        name = f"moderation-{case_id}-{picture.fingerprint[:16]}.{KINDS[picture.kind]}"
        own.write(folder / name, picture.data)
        yield folder / name


def _export(db: Database, table: str, file: Path) -> Path:
    rows = db.execute(f"select * from [{table}]{_WITHOUT.get(table, '')}")  # noqa: S608 -- a name from the schema
    with own.opened(file, "utf-8-sig") as out:
        writer = csv.writer(
            out, delimiter=";"
        )  # as where it is opened; else a text could begin a cell
        writer.writerow(column[0] for column in rows.description)
        writer.writerows([_safe(value) for value in row] for row in rows)
    return file


def _safe(value: object) -> object:
    if isinstance(value, bytes):  # it stands beside, as a file of its own
        return f"{len(value)} bytes"
    return safe(value) if isinstance(value, str) else value


def _tables(db: Database) -> Iterator[str]:
    return (name for name in db.table_names() if not name.startswith(("sqlite_", "_sqlite_")))


def _check(file: Path) -> None:
    """Raise NotABackupError unless *file* is a whole database with our tables in it."""
    try:
        # as_uri: a name may hold ?, # or %.
        address = f"{file.absolute().as_uri()}?mode=ro"
        with closing(sqlite3.connect(address, uri=True)) as connection:
            whole = connection.execute("pragma integrity_check").fetchone() == ("ok",)
            ours = connection.execute(
                "select 1 from sqlite_master where name in ('outbox', 'posts')"
            ).fetchall()
    except sqlite3.Error as error:
        raise NotABackupError(file) from error
    if not whole or len(ours) != 2:
        raise NotABackupError(file)
