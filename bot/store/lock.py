"""One process a database: a second one would send everything twice."""

import fcntl
import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from bot.store.db import UnusableError


class InUseError(Exception):
    """Another process runs on this database."""


class BusyError(Exception):
    """Another program held the database for longer than we wait."""


@contextmanager
def usable(path: Path) -> Iterator[None]:
    """Name what goes wrong with the database at *path*: raise BusyError or UnusableError."""
    try:
        yield
    except sqlite3.Error as error:
        is_busy = getattr(error, "sqlite_errorcode", None) == sqlite3.SQLITE_BUSY
        raise (BusyError if is_busy else UnusableError)(path) from error


@contextmanager
def only_one(path: Path) -> Iterator[None]:
    """Hold the database at *path* for this process; raise InUseError if another one does.

    Raises UnusableError where nothing can be written beside it.

    The lock is the kernel's: it goes with the process, however that ends.
    """
    try:
        path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
        real = path.resolve()  # whatever name leads there
        opened = real.with_name(real.name + ".lock").open("w")
    except OSError as error:
        raise UnusableError(path) from error
    with opened as file:
        try:
            fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError as error:
            raise InUseError(path) from error
        yield
