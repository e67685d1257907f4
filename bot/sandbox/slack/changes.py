"""What can happen in the workspace; whoever watches it gets these."""

from dataclasses import dataclass

from bot.sandbox.state import Json


@dataclass(frozen=True, slots=True)
class Posted:
    """A message that everybody in the channel sees was posted."""

    channel: str
    message: Json


@dataclass(frozen=True, slots=True)
class Edited:
    """A message was changed."""

    channel: str
    message: Json
    previous: Json


@dataclass(frozen=True, slots=True)
class Deleted:
    """A message was taken away."""

    channel: str
    previous: Json


@dataclass(frozen=True, slots=True)
class Whispered:
    """A message that only *person* sees came, changed or went."""

    channel: str
    person: str
    message: Json
    gone: bool


@dataclass(frozen=True, slots=True)
class Reacted:
    """*user* put an emoji on a message, or took it off."""

    channel: str
    ts: str
    user: str
    name: str
    author: str | None
    added: bool


@dataclass(frozen=True, slots=True)
class Joined:
    """*user* became a member of the channel, or left it."""

    channel: str
    user: str
    inviter: str | None
    arrived: bool


@dataclass(frozen=True, slots=True)
class Shared:
    """The channel is shared with another organisation from now on, or no longer."""

    channel: str
    begins: bool


Change = Posted | Edited | Deleted | Whispered | Reacted | Joined | Shared
