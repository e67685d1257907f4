"""What was done to a post, by whom and when: fields, not the texts in them."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime

from bot.domain.plan import Post, Status, slot_value

OVERRIDDEN = f"{Status.READY}-waived"
"""What the status of a post says that is ready although something is missing."""

Changes = Mapping[str, tuple[str, str]]
"""What a field said before and after, by the name of the field; both empty for texts."""


@dataclass(frozen=True, slots=True)
class Change:
    """One act on a post. *who* is a Slack id, None where it is not known; *note* says why.

    The act that planned it has no changes.
    """

    revision: int
    at: datetime
    who: str | None
    changes: Changes
    note: str = ""


def differences(before: Post, after: Post) -> Changes:
    """Name what differs between two states of a post."""
    every = {
        "slot": (_moment(before), _moment(after)),
        "outlet": (str(before.outlet_id), str(after.outlet_id)),
        "owner": (before.owner or "", after.owner or ""),
        "status": (_status(before), _status(after)),
        "ruling": (_ruling(before), _ruling(after)),
        "watcher": (before.watcher or "", after.watcher or ""),
        "pair": (before.pair, after.pair),
        "second": (before.second or "", after.second or ""),
        "sibling": (str(before.sibling or ""), str(after.sibling or "")),
        "idea": (str(before.idea_id or ""), str(after.idea_id or "")),
    }
    named = {name: pair for name, pair in every.items() if pair[0] != pair[1]}
    texts = {name: ("", "") for name in TEXTS if getattr(before, name) != getattr(after, name)}
    return {**named, **texts}


TEXTS = ("title", "text", "media", "link")


def _moment(post: Post) -> str:
    """Write day and time as a slot of no outlet, which is named by itself."""
    return slot_value(post.slot).partition(" ")[2]


def _status(post: Post) -> str:
    return OVERRIDDEN if post.status is Status.READY and post.waived else post.status


def _ruling(post: Post) -> str:
    return "" if post.ruling is None else "yes" if post.ruling.approved else "no"
