"""The home tab: shown anew whenever somebody opens it."""

from functools import partial
from typing import Any

from slack_bolt import Ack, App
from sqlite_utils import Database

from bot.deps import Deps
from bot.domain.digest import GAPS_IN_FULL
from bot.domain.gaps import runway, window
from bot.domain.members import Member, MemberKind
from bot.jobs import digest
from bot.store import outbox, posts
from bot.views import home as view
from bot.views.plan import Frame
from handlers.answering import deciding, whispering
from handlers.gate import known

MINE_SHOWN = 5


def register(app: App, deps: Deps) -> None:
    """Put the listener on *app*."""
    app.event("app_home_opened")(partial(opened, deps))


def opened(deps: Deps, ack: Ack, body: dict[str, Any]) -> None:
    """Show the tab to who opened it; the other tabs of the app are none of our business."""
    with whispering(deps, ack, body):
        event = body["event"]
        if event.get("tab") != "home":
            return
        member = known(deps, event["user"])
        with deciding(deps, body) as db:
            outbox.home(db, member.id, _tab(db, deps, member), now=deps.now())


def _tab(db: Database, deps: Deps, member: Member) -> dict[str, Any]:
    """Return what *member* sees: everybody who is not on the team sees how to get help."""
    if member.kind is not MemberKind.MEMBER:
        return view.closed(deps.words)
    now, zone = deps.now(), deps.settings.timezone
    plan = posts.plan(db, *window(deps.today()))
    gaps = plan.gaps(now=now, zone=zone)
    mine = [post for post in plan.posts if post.owner == member.id and post.is_open]
    return view.render(
        deps.words,
        name=member.name,
        runway=runway(gaps, today=deps.today()),
        gaps_ahead=gaps[:GAPS_IN_FULL],
        mine=mine[:MINE_SHOWN],
        comments=digest.waiting(db, deps, now),
        frame=Frame(plan.outlets, {member.id: member.name}, now, zone),
        prefix=deps.settings.command_prefix,
    )
