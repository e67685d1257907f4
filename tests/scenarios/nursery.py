"""Processes that run `bot.py` without the second that loading its modules takes each time.

One process, the nursery, has loaded everything once, and forks whenever a bot is wanted. What it
forks is a process of its own that becomes `bot.py WORDS`: with its own environment, output and
exit code, and it dies of a signal like any other. Where there is no fork, there is no nursery.
"""

import atexit
import gc
import json
import math
import os
import runpy
import signal
import subprocess
import sys
import time
from collections.abc import Mapping, Sequence
from contextlib import suppress
from datetime import date
from functools import cache
from importlib import import_module
from pathlib import Path
from threading import Lock
from typing import Any
from zoneinfo import ZoneInfo

from bot import demo, locales
from bot.domain.calendar import WorkingCalendar
from bot.locales import LANGUAGES
from bot.store import sqlviews

ROOT = Path(__file__).parents[2]
SCRIPT = ROOT / "bot.py"
GLANCE = 0.005  # between two looks at whether a process is over
LOADED = (
    "bot.demo",
    "bot.integrations.ics",
    "bot.integrations.outlook",
    "bot.jobs.check",
    "bot.jobs.importing",
    "bot.store.backup",
    "bot.views.feed",
    "bot.views.table",
    "bot.web",
    "handlers.service",
    "holidays.countries.sweden",  # this and the next are loaded when they are first needed
    "httpx",
)


class Child:
    """A process that runs `bot.py` with *words*; what it says goes to the end of *log*."""

    def __init__(self, words: Sequence[str], environment: Mapping[str, str], log: Path) -> None:
        self._nursery = _nursery()
        asked = {"words": list(words), "environment": dict(environment), "log": str(log)}
        self.pid = int(self._nursery.ask(asked))
        self.returncode: int | None = None

    def poll(self) -> int | None:
        """Return the exit code, a signal's below zero, or None while it runs."""
        if self.returncode is None:
            self.returncode = self._nursery.ask({"over": self.pid})
        return self.returncode

    def wait(self, seconds: float = math.inf) -> int:
        """Return the exit code once it is over; raise TimeoutExpired if that takes too long."""
        deadline = time.monotonic() + seconds
        while (code := self.poll()) is None:
            if time.monotonic() > deadline:
                raise subprocess.TimeoutExpired(f"process {self.pid}", seconds)
            time.sleep(GLANCE)
        return code

    def send_signal(self, sign: signal.Signals) -> None:
        """Send it a signal, if it still runs."""
        if self.poll() is None:
            with suppress(ProcessLookupError):  # it is over since, and somebody else has seen it
                os.kill(self.pid, sign)

    def kill(self) -> None:
        """End it as a power cut does."""
        self.send_signal(signal.SIGKILL)


class Nursery:
    """The parent of them all, and the line to it; it ends with us, and they with it."""

    def __init__(self) -> None:
        self._line = Lock()
        self._process = subprocess.Popen(
            [sys.executable, "-m", "tests.scenarios.nursery"],
            cwd=ROOT,
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            text=True,
        )
        atexit.register(self._process.communicate)

    def ask(self, question: Mapping[str, Any]) -> Any:
        """Return the answer to one question."""
        assert self._process.stdin is not None
        assert self._process.stdout is not None
        with self._line:
            self._process.stdin.write(json.dumps(question) + "\n")
            self._process.stdin.flush()
            return json.loads(self._process.stdout.readline())


@cache
def _nursery() -> Nursery:
    """Return the nursery of this test process, started when the first bot is wanted."""
    return Nursery()


# -- inside the nursery


def serve() -> Mapping[str, Any] | None:
    """Answer questions until nobody asks any more; in a child, return what it shall become."""
    codes: dict[int, int | None] = {}
    for line in sys.stdin:
        asked = json.loads(line)
        if "over" in asked:
            answer = codes[asked["over"]] = _code(codes, asked["over"])
        else:
            answer = os.fork()
            if answer == 0:
                return dict(asked)
            codes[answer] = None
        sys.stdout.write(json.dumps(answer) + "\n")
        sys.stdout.flush()
    for pid in codes:
        if _code(codes, pid) is None:
            os.kill(pid, signal.SIGKILL)
    return None


def _code(codes: Mapping[int, int | None], child: int) -> int | None:
    """Return the exit code of *child*, or None while it runs."""
    if codes[child] is not None:
        return codes[child]
    pid, status = os.waitpid(child, os.WNOHANG)
    return os.waitstatus_to_exitcode(status) if pid else None


def become(asked: Mapping[str, Any]) -> None:
    """Run `bot.py`, to the end of this process."""
    os.dup2(os.open(os.devnull, os.O_RDONLY), 0)
    log = os.open(asked["log"], os.O_WRONLY | os.O_CREAT | os.O_APPEND)
    os.dup2(log, 1)
    os.dup2(log, 2)
    os.environ.clear()
    os.environ.update(asked["environment"])
    sys.argv = [str(SCRIPT), *asked["words"]]
    runpy.run_path(str(SCRIPT), run_name="__main__")


def load() -> None:
    """Load what the commands of `bot.py` need, and what every bot would find out for itself."""
    for name in LOADED:
        import_module(name)
    for language in LANGUAGES:
        for message_id in locales._sources(language):
            locales._message(language, message_id)
    WorkingCalendar().is_working_day(date(2026, 11, 24))
    sqlviews.offsets(ZoneInfo(demo.ZONE))
    gc.freeze()  # what all have in common is not looked through by each


if __name__ == "__main__":
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # Ctrl-C is for the tests, which then let go
    load()
    if (wanted := serve()) is not None:
        signal.signal(signal.SIGINT, signal.default_int_handler)
        become(wanted)
