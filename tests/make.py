"""Builders with defaults: a test says only what it is about."""

from datetime import UTC, date, datetime, time
from itertools import count
from typing import Any

from bot.deps import Deps
from bot.domain.members import Member, MemberKind
from bot.domain.plan import Post, Status
from bot.integrations.slack_shapes import Identity
from bot.store import members, outlets
from tests.fakes import NAMES

NOW = datetime(2026, 11, 24, 7, 15, tzinfo=UTC)
"""Tuesday 24 November 2026 (week 48), 08:15 in Stockholm."""

PLAN, COMMENTS = "C0PLAN", "C0KOMMENT"
AMIRA, JONAS, ELIN, MIKKO, GUEST = "U0AMIRA", "U0JONAS", "U0ELIN", "U0MIKKO", "U0GAST"
BOT = "U0LUCKA"

_numbers = count(1)


def identity() -> Identity:
    """Who the bot is."""
    return Identity(
        user_id=BOT, bot_id="B0LUCKA", team="Region Lillsjö", team_id="T0LUCKA", scopes=frozenset()
    )


def settle(deps: Deps) -> None:
    """Store the default outlets and the team's names."""
    with deps.transaction() as db:
        outlets.ensure_defaults(db, deps.words)
        for user, name in NAMES.items():
            kind = MemberKind.GUEST if user == GUEST else MemberKind.MEMBER
            members.keep(db, Member(user, name, kind, deps.now()))


def post(number: int, day: date, **fields: Any) -> Post:
    """A draft of Amira's for Facebook at eleven."""
    values = {
        "title": "Öppet hus",
        "text": "Välkommen!",
        "outlet_id": 1,
        "at": time(11),
        "owner": AMIRA,
        "status": Status.DRAFT,
        "idea_id": None,
        "link": None,
        "published_at": None,
        "created_by": AMIRA,
        "created_at": NOW,
        "updated_at": NOW,
    }
    return Post(id=number, day=day, **{**values, **fields})


def command(name: str, text: str = "", *, user: str = AMIRA, channel: str = PLAN) -> dict[str, Any]:
    """A slash command as Slack sends it."""
    return {
        "command": f"/{name}",
        "text": text,
        "user_id": user,
        "channel_id": channel,
        "team_id": "T0LUCKA",
        "trigger_id": (trigger := f"trigger-{next(_numbers)}"),
        "response_url": f"https://hooks.slack.example/commands/{trigger}",
    }


def click(  # what a button sends
    action_id: str, value: str = "", *, user: str = AMIRA, channel: str | None = PLAN
) -> dict[str, Any]:
    """A click on a button as Slack sends it; without a channel, on the home tab."""
    body: dict[str, Any] = {
        "type": "block_actions",
        "user": {"id": user},
        "team": {"id": "T0LUCKA"},
        "trigger_id": f"trigger-{next(_numbers)}",
        "actions": [{"type": "button", "action_id": action_id, "value": value}],
    }
    if channel:
        body["channel"] = {"id": channel}
        body["container"] = {"type": "message", "channel_id": channel, "message_ts": "1.1"}
    return body


def reaction(
    name: str, ts: str, *, user: str = AMIRA, channel: str = COMMENTS, added: bool = True
) -> dict[str, Any]:
    """A reaction, added or removed, as the Events API sends it."""
    return {
        "type": "event_callback",
        "event_id": f"Ev{next(_numbers):08}",
        "team_id": "T0LUCKA",
        "event": {
            "type": "reaction_added" if added else "reaction_removed",
            "user": user,
            "reaction": name,
            "item": {"type": "message", "channel": channel, "ts": ts},
            "item_user": BOT,
        },
    }
