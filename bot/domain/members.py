"""Who somebody is in the workspace. Only members act; everybody else may read."""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum


class MemberKind(StrEnum):
    """What somebody is here; only a member may act."""

    MEMBER = "member"
    GUEST = "guest"
    STRANGER = "stranger"
    BOT = "bot"
    GONE = "gone"


@dataclass(frozen=True, slots=True)
class Member:
    """A person or an app, with the name that Slack shows."""

    id: str
    name: str
    kind: MemberKind
    checked_at: datetime
