"""What the process says of itself: one line a happening, as text or JSON; no secrets, no texts.

The libraries beneath log bodies at their lower levels, and bodies hold what residents wrote: they
are kept at warning whatever the bot's own level is (Bolt's own logger is set in `handlers.app`).
"""

import json
import logging
import re
import sys
import threading
import traceback
from collections.abc import Iterable
from types import TracebackType

from bot import trail
from bot.clock import monotonic

LIBRARIES = ("slack_bolt", "slack_sdk", "apscheduler", "httpx", "httpcore", "uvicorn", "websockets")

REPEAT_SECONDS = 60.0
MOST_TOLD = 500  # of which it is remembered when they were told

# Signs that end a line, steer a terminal, or turn and hide what stands beside them.
_STEERING = re.compile(r"[\x00-\x1f\x7f-\x9f\u061c\u200b-\u200f\u2028-\u202e\u2060-\u206f\ufeff]")
HIDDEN = "***"
LEAST_HIDDEN = 8  # letters: a shorter word stands in others, too


def told(text: str) -> str:
    r"""Return *text*, which others may have written, so that it stays one line and steers nothing.

    >>> told("ok\nERROR all is lost")
    'ok\\x0aERROR all is lost'
    """
    return _STEERING.sub(lambda found: f"\\x{ord(found[0]):02x}", text)


class Unsaid(logging.Filter):
    """Hide the *secrets* wherever they come: what must not happen is made good here."""

    def __init__(self, secrets: Iterable[str]) -> None:
        super().__init__()
        long = (secret for secret in secrets if len(secret) >= LEAST_HIDDEN)
        longest_first = sorted(long, key=len, reverse=True)
        self._found = re.compile("|".join(map(re.escape, longest_first)) or r"(?!)")

    def filter(self, record: logging.LogRecord) -> bool:
        """Let every record through, without the secrets."""
        said = record.getMessage()
        hidden = self._found.sub(HIDDEN, said)
        if hidden != said:
            record.msg, record.args = hidden, ()
        return True


class OnceAMinute(logging.Filter):
    """Keep a warning or an error back for a minute after it was told: what lasts is no news."""

    def __init__(self) -> None:
        super().__init__()
        self._told: dict[tuple[object, ...], float] = {}

    def filter(self, record: logging.LogRecord) -> bool:
        """Tell whether *record* is to be written."""
        if record.levelno < logging.WARNING:
            return True
        what, now = (record.name, record.getMessage(), _place(record)), monotonic()
        if now - self._told.get(what, -REPEAT_SECONDS) < REPEAT_SECONDS:
            return False
        if len(self._told) >= MOST_TOLD:
            self._told.clear()
        self._told[what] = now
        return True


class Trail(logging.Filter):
    """Put the id of what is worked on at the side of each record, for both forms."""

    def filter(self, record: logging.LogRecord) -> bool:
        """Note the id; every record is written."""
        record.trail = trail.current()
        return True


class JsonLines(logging.Formatter):
    """One JSON object a line: time, level, where, trail, message, and an exception's trace."""

    def format(self, record: logging.LogRecord) -> str:
        """Return *record* as one line."""
        line = {
            "time": self.formatTime(record),
            "level": record.levelname.lower(),
            "logger": record.name,
            "trail": getattr(record, "trail", ""),
            "message": told(record.getMessage()),
        }
        if record.exc_info:
            line["trace"] = trace(record)
        return json.dumps(line, ensure_ascii=False)


class TextLines(logging.Formatter):
    """A line for people; a trace is folded in without the values that were at play."""

    def formatException(self, ei: object) -> str:  # noqa: N802, ARG002 -- logging's name
        """Leave the trace to `format`, which has the record."""
        return ""

    def format(self, record: logging.LogRecord) -> str:
        """Return *record* as one line, and where an exception came from beneath it."""
        kept, record.exc_info = record.exc_info, None
        line = told(super().format(record))
        record.exc_info = kept
        return f"{line}\n{trace(record)}" if kept else line


def trace(record: logging.LogRecord) -> str:
    """Return where the exception of *record* came from: its type and lines, never its message.

    Messages of exceptions may quote what people wrote, or an address with a token in it.
    """
    kind, _, tb = record.exc_info or (None, None, None)
    where = "".join(traceback.format_tb(tb)).rstrip()
    return f"{where}\n{kind.__name__ if kind else 'no exception'}"


def _place(record: logging.LogRecord) -> tuple[object, ...]:
    """Return what tells the exception of *record* from another: its type and its innermost line."""
    kind, _, tb = record.exc_info or (None, None, None)
    frames = traceback.extract_tb(tb, -1)
    return (kind, *((frame.filename, frame.lineno) for frame in frames))


def _uncaught(
    kind: type[BaseException], error: BaseException | None, tb: TracebackType | None
) -> None:
    if not issubclass(kind, KeyboardInterrupt | SystemExit):
        found = (kind, error or kind(), tb)
        logging.getLogger(__name__).critical("nobody has caught this", exc_info=found)


def set_up(level: str, form: str, secrets: Iterable[str] = ()) -> None:
    """Send log lines to standard error, in the given *form* (`text` or `json`).

    What nobody caught is told there, too, so that its message stays untold.
    """
    handler = logging.StreamHandler(sys.stderr)
    handler.setFormatter(
        JsonLines()
        if form == "json"
        else TextLines("%(asctime)s %(levelname)-7s %(trail)-12s %(message)s")
    )
    handler.addFilter(Trail())
    handler.addFilter(Unsaid(secrets))
    handler.addFilter(OnceAMinute())
    sys.excepthook = _uncaught
    threading.excepthook = lambda what: _uncaught(what.exc_type, what.exc_value, what.exc_traceback)
    logging.basicConfig(level=level.upper(), handlers=[handler], force=True)
    for name in LIBRARIES:
        logging.getLogger(name).setLevel(logging.WARNING)
    # It warns each second while the timetable waits for a slow page.
    logging.getLogger("apscheduler.scheduler").setLevel(logging.ERROR)
    # What went wrong with a call is sorted and logged by us; slack_sdk would quote the answer.
    logging.getLogger("slack_sdk.web").setLevel(logging.CRITICAL)
