"""The door: only members of the workspace act; guests, strangers and apps are refused.

It stands before every listener. Who somebody is is asked of Slack and remembered for an hour; if
Slack does not answer, what was known before counts, and somebody unknown is asked to try again.
"""

import logging
from collections.abc import Callable
from datetime import timedelta
from functools import partial
from typing import Any

from slack_bolt import App, BoltResponse

from bot.deps import Deps
from bot.domain.errors import Refusal
from bot.domain.members import Member, MemberKind
from bot.integrations.slack import SlackTrouble
from bot.integrations.slack_shapes import NOBODY_HERE
from bot.store import ledger, members
from bot.views import refusals as view
from handlers.answering import actor, whisper

log = logging.getLogger(__name__)

MEMORY = timedelta(hours=1)


class NotAMember(Refusal):
    """Only members of the workspace may act."""

    kind = "refusal-not-a-member"


class PersonUnknown(Refusal):
    """Slack did not say who this is."""

    kind = "refusal-person-unknown"


def register(app: App, deps: Deps) -> None:
    """Put the door before every listener."""
    app.middleware(partial(enter, deps))


def enter(
    deps: Deps,
    body: dict[str, Any],
    next: Callable[[], BoltResponse],  # noqa: A002 -- Bolt's name
) -> BoltResponse | None:
    """Let members through; answer the others, and pass over what has been told before."""
    if _seen(deps, body):
        return BoltResponse(status=200, body="")
    user = actor(body)
    if user is None or not _acts(body):
        return next()
    if user == deps.identity.user_id:
        return BoltResponse(status=200, body="")
    try:
        admit(deps, user)
    except Refusal as refusal:
        return _turn_away(deps, body, refusal)
    return next()


def admit(deps: Deps, user: str) -> Member:
    """Return who *user* is; raise a Refusal unless they may act."""
    member = known(deps, user)
    if member.kind is not MemberKind.MEMBER:
        raise NotAMember
    return member


def known(deps: Deps, user: str) -> Member:
    """Return who *user* is, from memory or from Slack."""
    now = deps.now()
    with deps.reading() as db:
        found = members.find(db, user)
    if found and abs(now - found.checked_at) < MEMORY:
        return found
    try:
        asked = deps.slack.member(user, team_id=deps.identity.team_id, now=now)
    except SlackTrouble as trouble:
        if found:
            return found
        if trouble.code not in NOBODY_HERE:
            raise PersonUnknown from trouble
        asked = Member(user, user, MemberKind.STRANGER, now)
    try:
        with deps.transaction() as db:
            members.keep(db, asked)
    except Exception:  # a full disk, say: whoever only reads is served all the same
        log.exception("a member cannot be remembered")
    return asked


def _seen(deps: Deps, body: dict[str, Any]) -> bool:
    """Say whether an event has been decided before (the decision itself looks once more)."""
    event_id = body.get("event_id")
    if not event_id:
        return False
    with deps.reading() as db:
        return ledger.seen(db, event_id)


def _acts(body: dict[str, Any]) -> bool:
    """Say whether *body* is an act: a click, a form, a reaction; not mere talk.

    A command is kept first, whoever wrote it, and admitted when it is answered.
    """
    if "command" in body:
        return False
    event = body.get("event")
    return event is None or event.get("type") in {"reaction_added", "reaction_removed"}


def _turn_away(deps: Deps, body: dict[str, Any], refusal: Refusal) -> BoltResponse:
    """Tell somebody who may not act; strangers' reactions are passed over in silence."""
    if "event" not in body:
        whisper(deps, body, view.refusal(deps.words, refusal, today=deps.today()))
    return BoltResponse(status=200, body="")
