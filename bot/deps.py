"""What listeners and jobs are given: everything they may touch, and nothing else."""

from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager
from dataclasses import dataclass
from datetime import date, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Protocol

from sqlite_utils import Database

from bot.config import Settings
from bot.domain.members import Member
from bot.health import Health
from bot.integrations.slack_shapes import Channel, Identity, Reacted
from bot.locales import Words

if TYPE_CHECKING:
    from bot.integrations.facebook import GraphPage
    from bot.integrations.heartbeat import Monitor
    from bot.integrations.outlook import OutlookCalendar


class Calls(Protocol):
    """The calls to Slack that the outbox cannot make: a trigger dies in three seconds."""

    def open_view(self, trigger_id: str, view: dict[str, object]) -> None:
        """Open a form."""

    def update_view(self, view_id: str, view: dict[str, object], *, known: str) -> None:
        """Let an open form be another one."""

    def member(self, user: str, *, team_id: str, now: datetime) -> Member:
        """Return who *user* is."""

    def channel(self, name: str) -> Channel | None:
        """Return the channel with this id, or None if the bot cannot see it."""

    def permalink(self, channel: str, ts: str) -> str:
        """Return the lasting address of a message."""

    def reacted(self, channel: str, *, oldest: datetime) -> Iterator[list[Reacted]]:
        """Yield the messages of a channel with their reactions, a page a call."""

    def upload(self, name: str, data: bytes | Path, *, title: str, alt: str) -> str:
        """Bring a file to Slack that nobody is shown yet; return its id."""

    def is_ready(self, file: str) -> bool:
        """Say whether a message may show the picture *file*."""

    def file_link(self, file: str) -> str:
        """Return the address of a file of ours; a message of ours with it shares the file."""

    def fetch(self, file: str, *, most: int, of: str) -> bytes:
        """Return the bytes of a file that somebody gave us, if they are at most *most*."""


Unit = Callable[[], AbstractContextManager[Database]]


@dataclass(frozen=True, slots=True)
class Deps:
    """The bot's parts, put together once in `handlers.service`.

    `transaction` is for deciding (one short write), `reading` for looking. `wake` tells the
    sender that there is something in the outbox, `invited` that a channel may have been opened to
    us, `draw` that a picture or another file is asked for, `take_out` that comments are wanted as files, `publish`
    that something is to be written on the page, `read_files` that somebody gave a file.
    Channels are ids.
    """

    settings: Settings
    now: Callable[[], datetime]
    transaction: Unit
    reading: Unit
    slack: Calls
    words: Words
    identity: Identity
    plan_channel: str
    comments_channel: str | None
    health: Health
    wake: Callable[[], None]
    invited: Callable[[], None] = lambda: None
    draw: Callable[[], None] = lambda: None
    take_out: Callable[[], None] = lambda: None
    publish: Callable[[], None] = lambda: None
    read_files: Callable[[], None] = lambda: None
    page: "GraphPage | None" = None
    calendar: "OutlookCalendar | None" = None
    monitor: "Monitor | None" = None

    def today(self) -> date:
        """Return the date in the team's zone."""
        return self.local(self.now()).date()

    def local(self, instant: datetime) -> datetime:
        """Return *instant* in the team's zone."""
        return instant.astimezone(self.settings.timezone)
