"""The bot and its floors as processes, started the way people start them."""

import compileall
import os
import subprocess
import sys
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from datetime import UTC, datetime
from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory

from bot import config, demo
from bot.clock import Clock
from tests.bench.fake_slack import COMMENTS, PLAN, FakeSlack

ROOT = Path(__file__).parent.parent.parent
NOW = datetime(2026, 11, 24, 8, 0, tzinfo=UTC)
"""A Tuesday at nine in Stockholm: digest and nag are due, and there are gaps ahead."""


class Running:
    """A process that runs until `stop`."""

    def __init__(self, arguments: list[str], environment: Mapping[str, str]) -> None:
        self._process = subprocess.Popen(
            [sys.executable, *arguments], cwd=ROOT, env=environment, stderr=subprocess.DEVNULL
        )

    def resident(self) -> float:
        """Return the resident memory in MB (Linux only)."""
        status = Path(f"/proc/{self._process.pid}/status").read_text()
        line = next(line for line in status.splitlines() if line.startswith("VmRSS:"))
        return int(line.split()[1]) / 1024

    def busy(self) -> float:
        """Return the processor seconds used so far (Linux only)."""
        fields = Path(f"/proc/{self._process.pid}/stat").read_text().rpartition(")")[2].split()
        return (int(fields[11]) + int(fields[12])) / os.sysconf("SC_CLK_TCK")

    def stop(self) -> None:
        """End it."""
        self._process.kill()
        self._process.wait()


@contextmanager
def folder() -> Iterator[Path]:
    """Yield an empty folder on a disk: where `/tmp` is memory, syncing costs nothing."""
    with TemporaryDirectory(prefix="lucka-bench-", dir="/var/tmp") as made:
        yield Path(made)


def settle(home: Path) -> None:
    """Turn the clock of *home* to NOW and plant the sandbox's little world in its database."""
    Clock(home / "clock").steer((NOW - Clock().now()).total_seconds())
    demo.plant(home, "sv", NOW)


@contextmanager
def ours(home: Path, slack: FakeSlack, **settings: str) -> Iterator[Running]:
    """Run the bot in *home*, pointed at *slack*, with *settings* besides."""
    environment = {
        **_environment(),
        "SLACK_BOT_TOKEN": "xoxb-bench",
        "SLACK_APP_TOKEN": "xapp-bench",
        "SLACK_API_URL": slack.url,
        "PLAN_CHANNEL": PLAN,
        "COMMENTS_CHANNEL": COMMENTS,
        "DATABASE_PATH": str(home / "lucka.db"),
        "CLOCK_FILE": str(home / "clock"),
        **settings,
    }
    running = Running(["bot.py", "run"], environment)
    try:
        yield running
    finally:
        running.stop()


@contextmanager
def bare(slack: FakeSlack, door: str = "socket", *arguments: str) -> Iterator[Running]:
    """Run the barest Bolt app behind *door*, pointed at *slack*."""
    command = ["-m", "tests.bench.bare", door, slack.url, *arguments]
    running = Running(command, _environment())
    try:
        yield running
    finally:
        running.stop()


def _environment() -> dict[str, str]:
    """Return our environment without proxies, and with no setting of a real workspace.

    An empty setting also hides what `.env` says. Modules are compiled before, as whoever installs
    the bot does (docs/operations.md): compiling them costs a second at each start, and 20 MB.
    """
    _compile()
    kept = {k: v for k, v in os.environ.items() if not k.lower().endswith("_proxy")}
    kept.pop("PYTHONDONTWRITEBYTECODE", None)
    return {**kept, **dict.fromkeys(config.READERS, "")}


@cache
def _compile() -> None:
    for name in ("bot", "handlers", "tests/bench"):
        compileall.compile_dir(ROOT / name, quiet=1)
