"""What a test of chaos hears of the log: what is an error, for nothing here may surprise the bot."""

import logging
from collections.abc import Iterator
from contextlib import contextmanager


class Errors(logging.Handler):
    """Keeps the words of what is logged as an error."""

    def __init__(self) -> None:
        super().__init__(logging.ERROR)
        self.found: list[str] = []

    def emit(self, record: logging.LogRecord) -> None:
        self.found.append(self.format(record))


@contextmanager
def listening() -> Iterator[Errors]:
    """Let nobody else hear of the log.

    pytest keeps every record until a test is over, and with a record's trace all that its frames
    held: whole bots, which looked like a leak of ours.
    """
    root, errors = logging.getLogger(), Errors()
    before, root.handlers[:] = list(root.handlers), [errors]
    try:
        yield errors
    finally:
        root.handlers[:] = before
