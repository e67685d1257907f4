"""What every act on the plan has in common: it is written down, shown everywhere, and said."""

from collections.abc import Iterable
from contextlib import suppress
from datetime import timedelta

from sqlite_utils import Database

from bot.deps import Deps
from bot.domain.errors import Refusal
from bot.domain.members import MemberKind
from bot.domain.outlets import Slot
from bot.domain.plan import Post
from bot.jobs import refresh
from bot.store import calendar, gaps, ideas, ledger, members, outlets, posts
from bot.views import plan_form
from bot.views.blocks import Message
from bot.views.plan import Frame
from bot.views.plan_acts import Act, Done, done
from handlers.gate import PersonUnknown, known


def settled(deps: Deps, db: Database, act: Act, post: Post, who: str) -> Message:
    """Write down that *who* did *act* to *post*, bring other messages up to date, and say it."""
    now = deps.now()
    ledger.record(db, who, f"post.{act}", f"post:{post.id}", now=now)
    refresh.plan_changed(db, deps, now)
    return said(deps, db, act, post)


def said(deps: Deps, db: Database, act: Act, post: Post) -> Message:
    """Say *act* on *post*, with what stands beside it."""
    day = posts.between(db, post.day, post.day + timedelta(days=1))
    beside = [o for o in day if o.outlet_id == post.outlet_id and o.id != post.id]
    idea = ideas.find(db, post.idea_id) if post.idea_id else None
    return done(deps.words, Done(act, post, beside, idea), frame(deps, db, [post]))


def frame(deps: Deps, db: Database, shown: Iterable[Post]) -> Frame:
    """Return what a view needs to say *shown*."""
    names = members.names(db, (post.owner for post in shown))
    return Frame(outlets.known(db), names, calendar.load(db), deps.now(), deps.settings.timezone)


def gaps_ahead(deps: Deps, db: Database) -> list[Slot]:
    """Return the gaps within the horizon, in order."""
    return gaps.ahead(db, now=deps.now(), zone=deps.settings.timezone)


class OwnerNotMember(Refusal):
    """Refuse to give a post to somebody who may not act on it."""

    kind = "refusal-owner-not-member"
    field = plan_form.OWNER


def check_owner(deps: Deps, user: str | None) -> None:
    """Learn the name of a chosen owner, if Slack tells it now; refuse guests and apps.

    Somebody who has left keeps what they have until it is given to somebody else.
    """
    if user:
        with suppress(PersonUnknown):
            if known(deps, user).kind not in (MemberKind.MEMBER, MemberKind.GONE):
                raise OwnerNotMember
