"""What Slack tells of people, channels and messages, as far as it is of use to us."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from bot.domain.members import MemberKind
from bot.domain.relaying import Exposure

NOBODY_HERE = frozenset({"user_not_found", "user_not_visible"})
"""What Slack answers about somebody of whom it tells us nothing: they are of another workspace."""


@dataclass(frozen=True, slots=True)
class Identity:
    """Who the bot token belongs to, and what it may do."""

    user_id: str
    bot_id: str
    team: str
    team_id: str
    scopes: frozenset[str]


@dataclass(frozen=True, slots=True)
class Channel:
    """A Slack channel as the bot sees it."""

    id: str
    name: str
    is_member: bool
    is_private: bool
    is_shared: bool
    is_archived: bool

    @property
    def exposure(self) -> Exposure:
        """Say who besides its members can read it."""
        if self.is_shared:
            return Exposure.SHARED
        return Exposure.PRIVATE if self.is_private else Exposure.PUBLIC


@dataclass(frozen=True, slots=True)
class Reacted:
    """A message, and who has put which emoji on it, in that order; without skin tones."""

    ts: str
    reactions: tuple[tuple[str, str], ...]


def kind_from(user: Mapping[str, Any], team_id: str) -> MemberKind:
    """Return what kind of person *user* is to the workspace *team_id*."""
    if user.get("deleted"):
        return MemberKind.GONE
    if user.get("is_bot") or user.get("id") == "USLACKBOT":
        return MemberKind.BOT
    if user.get("is_stranger") or user.get("team_id", team_id) != team_id:
        return MemberKind.STRANGER
    if user.get("is_restricted") or user.get("is_ultra_restricted"):
        return MemberKind.GUEST
    return MemberKind.MEMBER


def reacted_from(message: Mapping[str, Any]) -> Reacted:
    """Return who reacted to a message with what, in the order in which it came."""
    pairs = (
        (str(each["name"]).split("::")[0], str(user))
        for each in message.get("reactions") or ()
        for user in each.get("users") or ()
    )
    return Reacted(str(message["ts"]), tuple(dict.fromkeys(pairs)))


def channel_from(found: Mapping[str, Any]) -> Channel:
    """Return what is told of a channel."""
    return Channel(
        id=found["id"],
        name=found.get("name", ""),
        is_member=bool(found.get("is_member")),
        is_private=any(found.get(kind) for kind in ("is_private", "is_im", "is_mpim")),
        is_shared=bool(found.get("is_ext_shared")),
        is_archived=bool(found.get("is_archived")),
    )


METADATA_TYPE = "lucka_message"


def keyed(key: str) -> dict[str, Any]:
    """Return the metadata of a message by which we know it again."""
    return {"event_type": METADATA_TYPE, "event_payload": {"key": key}}


def key_of(message: Mapping[str, Any]) -> str | None:
    """Return the key with which we posted *message*; None where it is not one of ours."""
    metadata = message.get("metadata") or {}
    payload = metadata.get("event_payload") or {}
    return payload.get("key") if metadata.get("event_type") == METADATA_TYPE else None


def next_page(page: Mapping[str, Any]) -> str:
    """Return the cursor of what follows *page*, or ''."""
    return (page.get("response_metadata") or {}).get("next_cursor") or ""
