"""Who somebody is in the workspace. Only members act; everybody else may read."""

import re
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


_ID = re.compile(r"[UW][A-Z0-9]{2,20}")


def is_id(text: str) -> bool:
    """Tell whether *text* has the shape of a person's id in Slack.

    Whoever is named is called and written to by it: anything else would be another place to write
    in, or words of ours.

    >>> is_id("U0AMIRA"), is_id("C0PLAN"), is_id("U0AMIRA> <!channel")
    (True, False, False)
    """
    return _ID.fullmatch(text) is not None
