"""A journey: the real bot in a process of its own, in a little world with people who act."""

import signal
import socket
import sqlite3
from collections.abc import Mapping
from contextlib import closing, suppress
from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any, Self

import httpx

from bot import demo
from bot.sandbox import identity
from bot.sandbox.slack.changes import Change, Posted
from bot.store.db import Store
from tests.scenarios.nursery import Child
from tests.scenarios.world import PATIENCE, World

POLL_SECONDS = "1"

DECIDED = """
    select 'ideas', count(*) from ideas union all
    select 'posts', count(*) from posts union all
    select 'left_empty', count(*) from left_empty union all
    select 'postponed', count(*) from postponed union all
    select 'audit', count(*) from audit where who <> 'lucka' union all
    select 'taken', count(*) from relays where state <> 'new'
"""


class Journey(World):
    """A world with one bot in it: `with Journey(folder) as journey`.

    *http* lets Slack reach the bot at a port of its own instead of over Socket Mode. *is_new* lets
    the bot begin without a database; else it finds an empty one, whose schema takes a while to make.
    *settings* are put over the bot's environment; the rest is the world's.
    """

    def __init__(
        self,
        folder: Path,
        language: str = "sv",
        *,
        start: str | None = "2026-11-24T07:30",
        http: bool = False,
        is_new: bool = False,
        settings: Mapping[str, str] | None = None,
        **options: Any,
    ) -> None:
        port = free_port() if http else None
        self.door = f"http://127.0.0.1:{port}" if port else None
        request_url = f"{self.door}/slack/events" if port else None
        super().__init__(folder, language, start, request_url=request_url, **options)
        self.folder, self.language = folder, language
        self.log = folder / "bot.log"
        if not is_new and not (folder / "lucka.db").exists():
            (folder / "lucka.db").write_bytes(empty_database())
        self.environment = demo.environment(folder, language, self.sandbox.address) | {
            "FACEBOOK_POLL_SECONDS": POLL_SECONDS,
            **(door_settings(port) if port else {}),
            **(settings or {}),
        }
        self.process: Child | None = None

    def __enter__(self) -> Self:
        self.sandbox.start()
        try:
            self.start_bot()
        except BaseException:  # else nobody would end the process that did not come up in time
            self.__exit__()
            raise
        return self

    def __exit__(self, *_: object) -> None:
        if self.process is not None:
            self.process.kill()
            self.process.wait(PATIENCE)
        self.http.close()
        self.sandbox.stop()

    # -- the bot

    def start_bot(self, *, connected: bool = True) -> None:
        """Start the process and, unless told otherwise, wait until it listens."""
        self.process = Child(["run"], self.environment, self.log)
        if connected:
            self.wait_for(self._listens, "a bot that listens")

    def stop_bot(self, sign: signal.Signals = signal.SIGTERM) -> int:
        """End the process with a signal; return its exit code once it is gone."""
        if self.process is None:
            return 0
        self.process.send_signal(sign)
        code = self.process.wait(PATIENCE)
        self.process = None
        self.wait_for(lambda: self.state()["sockets"] == 0, "a closed connection")
        return code

    def kill_bot(self) -> None:
        """End the process as a power cut does."""
        self.stop_bot(signal.SIGKILL)

    def restart(self, sign: signal.Signals = signal.SIGKILL) -> None:
        """End the process and start it again."""
        self.stop_bot(sign)
        self.start_bot()

    def kill_at_post(self, text: str) -> None:
        """Kill the bot at the worst moment: its message with *text* stands, and it cannot know."""
        armed = [True]

        def strike(change: Change) -> None:
            if armed and isinstance(change, Posted) and text in change.message["text"]:
                armed.clear()
                assert self.process is not None
                self.process.kill()
                self.process.wait(PATIENCE)

        self.sandbox.slack.workspace.watch(strike)

    def await_death(self) -> None:
        """Wait until the bot is gone, and let the sandbox see it."""
        process = self.process
        assert process is not None
        self.wait_for(lambda: process.poll() is not None, "death")
        self.kill_bot()

    def run(self, *words: str, **settings: str) -> tuple[int, str]:
        """Run `bot.py` with *words* beside the bot; return its exit code and all that it said.

        *settings* change its environment.
        """
        said = self.folder / "said.log"
        said.unlink(missing_ok=True)
        code = Child(words, {**self.environment, **settings}, said).wait(60)
        shown = said.read_text(encoding="utf-8")
        assert "Traceback" not in shown
        return code, shown

    def _listens(self) -> bool:
        assert self.process is not None
        if self.process.poll() is not None:
            raise AssertionError(f"the bot ended by itself\n{self.last_words()}")
        if self.door is None:
            return bool(self.get("/ui/world")["bot"]["connected"])
        with suppress(httpx.ConnectError):
            return self.http.get(f"{self.door}/healthz").is_success
        return False

    def last_words(self, lines: int = 30) -> str:
        """Return the end of the bot's log."""
        written = self.log.read_text(encoding="utf-8") if self.log.exists() else ""
        return "\n".join(written.splitlines()[-lines:])

    def told(self) -> str:
        """Return what there is to see, with the end of the bot's log."""
        left = "" if self.process is None else self.process.poll()
        return f"{super().told()}\n-- log, exit code {left} --\n{self.last_words()}"

    # -- what is stored

    def settled(self) -> None:
        """Wait until today's jobs have run and everything that is decided has been said."""
        self.wait_for(self.is_settled, "peace")

    def is_settled(self) -> bool:
        """Say whether nothing is under way."""
        today = self.now()
        due = [] if today.strftime("%H:%M") < "08:15" else [("digest",), ("nag",)]
        ran = self.sql("select job from job_runs where due = ?", today.date().isoformat())
        pending = self.sql("select key from outbox where state = 'pending'")
        kept = self.sql("select id from inbox")
        return (
            not pending
            and not kept
            and set(due) <= set(ran)
            and not self.state()["undelivered_events"]
        )

    def sql(self, query: str, *values: str) -> list[tuple[Any, ...]]:
        """Read the bot's database."""
        path = f"file:{self.folder / 'lucka.db'}?mode=ro"
        with closing(sqlite3.connect(path, uri=True, timeout=PATIENCE)) as connection:
            return connection.execute(query, values).fetchall()

    def decided(self) -> dict[str, int]:
        """Count the rows of everything that people decide."""
        return dict(self.sql(DECIDED))


@cache
def empty_database() -> bytes:
    """Return a database as the bot makes it where there is none, made once a process."""
    with TemporaryDirectory() as folder:
        Store(file := Path(folder) / "lucka.db").close()
        return file.read_bytes()


def door_settings(port: int) -> dict[str, str]:
    """Return the settings of HTTP mode."""
    secret = identity.SIGNING_SECRET
    return {"SLACK_APP_TOKEN": "", "SLACK_SIGNING_SECRET": secret, "HTTP_PORT": str(port)}


def free_port() -> int:
    """Return a port that nobody uses at this moment."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])
