"""`make demo`: the real bot in a process of its own, pointed at the sandbox in this one.

The bot runs unchanged; only its base addresses, tokens and clock file say where it is. The little
world it begins with is planted into the bot's own database through the bot's own store.
"""

import asyncio
import ctypes
import signal
import socket
import sys
from collections.abc import Callable, Mapping
from contextlib import suppress
from datetime import datetime, timedelta
from pathlib import Path
from zoneinfo import ZoneInfo

from bot import config
from bot.clock import Clock
from bot.domain.calendar import ONE_DAY
from bot.domain.ideas import Thought
from bot.domain.members import Member, MemberKind
from bot.domain.plan import Entry, Status
from bot.domain.seasons import Days
from bot.locales import Words
from bot.sandbox import app as sandbox
from bot.sandbox import identity, outlook, seed
from bot.sandbox.options import SandboxOptions
from bot.sandbox.slack.people import default_users
from bot.store import idea_desk, ideas, members, outlets, posts
from bot.store.db import Store
from bot.views.manifest import manifest

HOST = "127.0.0.1"
ZONE = "Europe/Stockholm"
POLL_SECONDS = 2
STOP_SECONDS = 8.0
RESTART_SECONDS = 2.0


class Bot:
    """The bot's process: started, watched, started again when it dies, stopped."""

    def __init__(self, script: Path, say: Callable[[str], None]) -> None:
        self.environment: Mapping[str, str] = {}
        self._script = script
        self._say = say
        self._process: asyncio.subprocess.Process | None = None
        self._wanted = False
        self._watcher: asyncio.Task[None] | None = None

    def start(self) -> None:
        """Start the process and keep it running."""
        self._wanted = True
        self._watcher = asyncio.create_task(self._keep_running())

    async def stop(self) -> None:
        """Ask the process to leave, and insist after a while."""
        self._wanted = False
        process = self._process
        if process is not None and process.returncode is None:
            with suppress(ProcessLookupError):
                process.terminate()
            try:
                await asyncio.wait_for(process.wait(), STOP_SECONDS)
            except TimeoutError:
                process.kill()
        if self._watcher is not None:
            await self._watcher

    async def _keep_running(self) -> None:
        while self._wanted:
            self._process = await asyncio.create_subprocess_exec(
                sys.executable,
                str(self._script),
                "run",
                env=self.environment,
                stderr=asyncio.subprocess.PIPE,
                start_new_session=True,  # Ctrl-C is for us; we ask it to leave
                preexec_fn=_leave_with_parent,
            )
            await self._listen(self._process)
            if self._wanted:
                self._say("lucka stopped; starting it again")
                await asyncio.sleep(RESTART_SECONDS)

    async def _listen(self, process: asyncio.subprocess.Process) -> None:
        """Pass on what the bot says of itself until it ends."""
        assert process.stderr is not None  # noqa: S101 -- we asked for the pipe
        async for line in process.stderr:
            self._say("lucka  " + line.decode("utf-8", "replace").rstrip())
        await process.wait()


def run(script: Path, folder: Path, language: str, *, port: int) -> None:
    """Serve the sandbox, with the bot beside it, until Ctrl-C; state is kept in *folder*."""
    for number in (signal.SIGINT, signal.SIGTERM):
        # uvicorn leaves on either and then raises it once more, which would end us before the bot.
        signal.signal(number, lambda *_: None)
    asyncio.run(_run(script, folder, language, _free(port)))


async def _run(script: Path, folder: Path, language: str, port: int) -> None:
    clock = Clock(folder / "clock")
    bot = Bot(script, _say)

    async def start_over() -> None:
        await bot.stop()
        _clear(folder)
        plant(folder, language, clock.now())
        bot.start()

    options = SandboxOptions(
        manifest=manifest(Words(language)),
        state_file=folder / "sandbox.db",
        clock=clock,
        language=language,
        timezone=ZONE,
        on_reset=start_over,
        on_line=_say,
    )
    if not (folder / "lucka.db").exists():
        plant(folder, language, clock.now())

    def ready(bound: int) -> None:
        address = f"http://{HOST}:{bound}/"
        bot.environment = environment(folder, language, address) | calendar(address)
        bot.start()
        _say(Words(language)("demo-ready", address=address))

    try:
        await sandbox.serve(options, HOST, port, ready=ready)
    finally:
        await bot.stop()
        _say(Words(language)("demo-over"))


def environment(folder: Path, language: str, address: str) -> dict[str, str]:
    """Return the environment that points the bot at the sandbox at *address*.

    Only what a process needs is taken over from ours: no proxy, and none of the settings of a
    real workspace.
    """
    root = address.rstrip("/")
    kept = {
        name: value
        for name, value in config.process_environment().items()
        if name not in config.READERS and not name.lower().endswith("_proxy")
    }
    return {
        **kept,
        **dict.fromkeys(config.READERS, ""),  # an empty value also hides what `.env` says
        "SLACK_BOT_TOKEN": identity.BOT_TOKEN,
        "SLACK_APP_TOKEN": identity.APP_TOKEN,
        "SLACK_API_URL": f"{root}/api/",
        "PLAN_CHANNEL": identity.PLAN_CHANNEL,
        "COMMENTS_CHANNEL": identity.COMMENTS_CHANNEL,
        "FACEBOOK_PAGE_ID": identity.PAGE,
        "FACEBOOK_PAGE_TOKEN": identity.PAGE_TOKEN,
        "FACEBOOK_APP_SECRET": identity.PAGE_APP_SECRET,
        "FACEBOOK_API_URL": f"{root}/graph",
        "FACEBOOK_POLL_SECONDS": str(POLL_SECONDS),
        "DATABASE_PATH": str(folder / "lucka.db"),
        "TIMEZONE": ZONE,
        "LANGUAGE": language,
        "CLOCK_FILE": str(folder / "clock"),
    }


def calendar(address: str) -> dict[str, str]:
    """Return what subscribes the bot to the Outlook calendar of the sandbox at *address*."""
    return {"OUTLOOK_CALENDAR_URL": f"{address.rstrip('/')}{outlook.PATH}"}


def plant(folder: Path, language: str, now: datetime) -> None:
    """Put the world's plan and idea bank into the bot's database."""
    world, zone = seed.load(language), ZoneInfo(ZONE)
    today = now.astimezone(zone).date()
    store = Store(folder / "lucka.db")
    with store.transaction() as db:
        outlets.ensure_defaults(db, Words(language))
        for person in default_users(language, "Lucka"):
            if person.kind == "member":
                members.keep(db, Member(person.id, person.real_name, MemberKind.MEMBER, now))
        ids = dict(
            zip(("facebook", "web", "intranet"), (o.id for o in outlets.known(db)), strict=True)
        )
        for idea in sorted(world.ideas, key=lambda idea: -idea.days_ago):
            suits = tuple(sorted(ids[outlet] for outlet in idea.outlets))
            day = idea.day(today)
            season = Days(day, day + ONE_DAY) if day else None
            thought = Thought(idea.title, idea.note, idea.tags, suits, season)
            kept = now - timedelta(days=idea.days_ago)
            added = ideas.add(db, thought, author=idea.author, now=kept)
            for who in idea.votes:
                idea_desk.vote(db, added.id, who=who)
        for post in world.plan:
            entry = Entry(
                title=post.title,
                text=post.text,
                outlet_id=ids[post.outlet],
                day=post.day(today),
                at=post.time,
                owner=post.owner,
                status=Status(post.status),
            )
            posts.add(db, entry, who=post.owner or identity.BOT_USER, now=now)
    store.close()


def _clear(folder: Path) -> None:
    """Remove the bot's database; the sandbox clears its own."""
    for file in folder.glob("lucka.db*"):
        file.unlink()


def _free(port: int) -> int:
    """Return *port*, or the next one that nobody uses (0 stays: the system chooses)."""
    for candidate in range(port, port + 50) if port else []:
        with socket.socket() as probe:
            probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
            try:
                probe.bind((HOST, candidate))
            except (OSError, OverflowError):  # beyond the last port there is
                continue
            return candidate
    return 0


def _leave_with_parent() -> None:
    """Let the kernel ask the bot to leave when we are gone without a word (Linux only)."""
    if sys.platform == "linux":
        set_parent_death_signal = 1
        ctypes.CDLL(None).prctl(set_parent_death_signal, signal.SIGTERM)


def _say(line: str) -> None:
    print(line, flush=True)  # noqa: T201
