"""The outside world for tests: they record, replay and fail on demand, and refuse silence."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from pathlib import Path
from typing import Any

from bot.domain.members import Member, MemberKind
from bot.integrations.slack import Outcome, SlackTrouble
from bot.integrations.slack_files import FileClosed, FileGone, FileTooLarge, opened
from bot.integrations.slack_shapes import Channel, Reacted

NAMES = {
    "U0AMIRA": "Amira Haddad",
    "U0JONAS": "Jonas Berg",
    "U0ELIN": "Elin Lindqvist",
    "U0MIKKO": "Mikko Niemi",
    "U0GAST": "Gäst Gästsson",
}


class Hand:
    """The hand of a clock: called, it tells the time."""

    def __init__(self, now: datetime) -> None:
        self.time = now
        self.seconds = 0.0

    def __call__(self) -> datetime:
        return self.time

    def monotonic(self) -> float:
        """Return seconds that pass only while the hand goes on by itself."""
        return self.seconds

    def to(self, now: datetime) -> datetime:
        """Turn the hand to *now*; no time passes."""
        self.time = now
        return now

    def on(self, **span: float) -> datetime:
        """Let a timedelta's *span* pass."""
        self.seconds += timedelta(**span).total_seconds()
        return self.to(self.time + timedelta(**span))


@dataclass
class FakeSlack:
    """Answers the calls that cannot wait for the outbox. `views` holds every opened form.

    Channels are private unless `channels` says otherwise.
    """

    views: list[dict[str, Any]] = field(default_factory=list)
    kinds: dict[str, MemberKind] = field(default_factory=lambda: {"U0GAST": MemberKind.GUEST})
    down: str | None = None
    channels: dict[str, Channel] = field(default_factory=dict)
    files: dict[str, bytes | Exception] = field(default_factory=dict)
    unready: int = 0
    pages: list[list[Reacted]] = field(default_factory=list)
    owners: dict[str, str] = field(default_factory=dict)

    def open_view(self, trigger_id: str, view: Mapping[str, Any]) -> None:
        self._answer()
        self.views.append(dict(view))

    def update_view(self, view_id: str, view: Mapping[str, Any], *, known: str) -> None:
        self._answer()
        self.views.append(dict(view))

    def member(self, user: str, *, team_id: str, now: datetime) -> Member:
        self._answer()
        kind = self.kinds.get(user, MemberKind.MEMBER)
        return Member(user, NAMES.get(user, user.title()), kind, now)

    def channel(self, name: str) -> Channel | None:
        self._answer()
        return self.channels.get(name, Channel(name, name.lower(), True, True, False, False))

    def permalink(self, channel: str, ts: str) -> str:
        self._answer()
        return f"https://lucka.slack.example/archives/{channel}/p{ts.replace('.', '')}"

    def reacted(self, channel: str, *, oldest: datetime) -> Iterator[list[Reacted]]:
        for page in self.pages:
            self._answer()
            yield page

    def upload(self, name: str, data: bytes | Path, *, title: str, alt: str) -> str:
        self._answer()
        assert name
        assert title
        assert len(alt) <= 1000
        with opened(data) as body:
            self.files[file := f"F{len(self.files)}"] = body.read()
        return file

    def is_ready(self, file: str) -> bool:
        self._answer()
        self.unready -= 1
        return file in self.files and self.unready < 0

    def file_link(self, file: str) -> str:
        self._answer()
        assert file in self.files
        return f"https://lucka.slack.example/files/{file}"

    def fetch(self, file: str, *, most: int, of: str) -> bytes:
        self._answer()
        if not of or self.owners.get(file, of) != of:
            raise FileClosed
        found = self.files.get(file)
        if found is None:
            raise FileGone
        if isinstance(found, Exception):
            raise found
        if len(found) > most:
            raise FileTooLarge
        return found

    def _answer(self) -> None:
        if self.down:
            raise SlackTrouble(Outcome.UNKNOWN, self.down)


class FakeAck:
    """The acknowledgement: keeps what was answered; `answer` insists that there is one."""

    def __init__(self) -> None:
        self.calls: list[dict[str, Any]] = []

    def __call__(self, text: str | None = None, **answer: Any) -> None:
        self.calls.append({**({"text": text} if text is not None else {}), **answer})

    @property
    def answer(self) -> dict[str, Any]:
        """What Slack hears in the end."""
        assert self.calls, "nothing was acknowledged"
        return self.calls[-1]
