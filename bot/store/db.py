"""The one SQLite file: how it is opened, and the two units of work.

WAL with `synchronous=FULL`: a decision that is committed survives the loss of power, at about
nine per cent over the disk's own floor. Writes begin immediate, because a transaction that begins
deferred cannot wait when it turns from reader to writer ("database is locked").
"""

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime
from pathlib import Path
from threading import RLock

from sqlite_utils import Database

from bot.domain.text import swedish_key
from bot.store import sqlviews
from bot.store.migrations import migrations

BUSY_SECONDS = 30.0
"""How long a unit of work waits for another process that holds the file."""

MODE = 0o600  # comments are personal data

LAST_SECONDS = 0.5
"""How long closing waits for a unit that waits itself; what it has not committed is not decided."""

MOST_IDLE = 4  # connections for reading; each may hold two megabytes


class NewerSchemaError(Exception):
    """The file was written by a newer version of the bot; it is left as it is."""


class UnusableError(Exception):
    """The file cannot be opened: no such folder, no right to write, or no whole database."""


class Store:
    """Open the file at *path*, bring its schema up to date, and hand out units of work.

    One connection does all the writing, one unit at a time: threads that wait for each other in
    Python wait as long as it takes, while SQLite would let them sleep and look again (measured at
    20 at once: 110 ms instead of 650 at the 99th percentile). Each reading has a connection of its
    own, of which a few are kept open, for opening one takes longer than most looks. Raises
    NewerSchemaError or UnusableError.
    """

    def __init__(self, path: Path) -> None:
        self._path = path
        self._is_closed = False
        self._idle: list[Database] = []  # connections for reading
        self._writing = RLock()  # so that a unit within a unit fails at once instead of waiting
        try:
            path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
            path.touch(mode=MODE)
            for file in (path, *_beside(path)):
                if file.exists():
                    file.chmod(MODE)  # what is opened first, SQLite gives to what it makes beside
            self._writer = connect(path)
            self._writer.execute("pragma journal_mode = wal")
            migrate(Database(self._writer))
        except (OSError, sqlite3.Error) as error:
            raise UnusableError(path) from error

    @contextmanager
    def transaction(self) -> Iterator[Database]:
        """Yield a database inside one short write transaction; no network in here."""
        with self._writing:
            self._writer.execute("begin immediate")
            try:
                yield Database(self._writer)
                self._writer.execute("commit")
            except BaseException:
                self._writer.rollback()
                raise

    @contextmanager
    def reading(self) -> Iterator[Database]:
        """Yield a database that sees one consistent state and writes nothing."""
        db = self._reader()
        try:
            db.conn.execute("begin")
            yield db
        finally:
            db.conn.rollback()
            if len(self._idle) < MOST_IDLE and not self._is_closed:
                self._idle.append(db)
            else:
                db.conn.close()

    def _reader(self) -> Database:
        try:
            return self._idle.pop()
        except IndexError:
            connection = connect(self._path)
            connection.execute("pragma query_only = on")
            return Database(connection)

    def close(self) -> None:
        """Close every connection; with the last, SQLite folds the log into the file."""
        self._is_closed = True
        while self._idle:
            self._idle.pop().conn.close()
        if self._writing.acquire(timeout=LAST_SECONDS):
            self._writer.close()
            self._writing.release()


def _beside(path: Path) -> list[Path]:
    """Return the log and its index, which hold what the file will hold."""
    return [path.with_name(path.name + suffix) for suffix in ("-wal", "-shm")]


def connect(path: Path | str) -> sqlite3.Connection:
    """Open *path* with everything a connection of ours needs."""
    connection = sqlite3.connect(
        path, isolation_level=None, timeout=BUSY_SECONDS, check_same_thread=False
    )
    prepare(connection)
    return connection


def prepare(connection: sqlite3.Connection) -> None:
    """Set what SQLite keeps per connection: foreign keys, durability, Swedish order.

    What is deleted is overwritten. Many builds of SQLite do so anyway; that words which were
    disposed of do not lie about in the file's free places must not depend on which one it is.
    """
    connection.execute("pragma foreign_keys = on")
    connection.execute("pragma synchronous = full")
    connection.execute("pragma secure_delete = on")
    connection.create_collation("swedish", _compare)


def migrate(db: Database) -> None:
    """Apply what is pending; refuse a file with steps that this version does not know.

    All of it or nothing, and by one alone: another process may open the file at the same moment.
    """
    pending = migrations.pending(db)
    known = {step.name for step in pending} | _applied(db)
    ours = {step.name for step in migrations._migrations}  # noqa: SLF001 -- no public list
    if known - ours:
        raise NewerSchemaError(", ".join(sorted(known - ours)))
    if not pending:
        return
    db.execute("begin immediate")
    try:
        sqlviews.drop(db)  # a table on which a view stands cannot be changed
        migrations.apply(db)  # which looks again at what is pending
        sqlviews.create(db)
        db.execute("commit")
    except BaseException:
        db.conn.rollback()
        raise


def stamp(instant: datetime) -> str:
    """Write *instant* so that text order is time order: UTC, microseconds, fixed width."""
    return instant.astimezone(UTC).isoformat(timespec="microseconds")


def instant(text: str) -> datetime:
    """Read what `stamp` wrote."""
    return datetime.fromisoformat(text)


def maybe(text: str | None) -> datetime | None:
    """Read a stamp that may be missing."""
    return None if text is None else instant(text)


def _applied(db: Database) -> set[str]:
    return {step.name for step in migrations.applied(db)}


def _compare(left: str, right: str) -> int:
    a, b = swedish_key(left), swedish_key(right)
    return (a > b) - (a < b)
