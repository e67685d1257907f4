"""One process a database: a second one would send everything twice."""

import fcntl
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from bot.store.db import UnusableError


class InUseError(Exception):
    """Another process runs on this database."""


@contextmanager
def only_one(path: Path) -> Iterator[None]:
    """Hold the database at *path* for this process; raise InUseError if another one does.

    Raises UnusableError where nothing can be written beside it.

    The lock is the kernel's: it goes with the process, however that ends.
    """
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        opened = path.with_name(path.name + ".lock").open("w")
    except OSError as error:
        raise UnusableError(path) from error
    with opened as file:
        try:
            fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError as error:
            raise InUseError(path) from error
        yield
