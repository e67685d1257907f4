"""What every act on the plan has in common: it is written down, shown everywhere, and said."""

from collections.abc import Mapping, Sequence
from contextlib import suppress
from typing import Any

from sqlite_utils import Database

from bot.deps import Deps
from bot.domain.acts import Outdated, check_open
from bot.domain.beside import beside, is_within_hour
from bot.domain.calendar import ONE_DAY
from bot.domain.errors import Refusal
from bot.domain.members import MemberKind, is_id
from bot.domain.outlets import Slot
from bot.domain.plan import Post
from bot.domain.ready import Need, missing
from bot.jobs import pairs, refresh
from bot.jobs import publications as going_out
from bot.jobs.frames import frame
from bot.store import gaps, ideas, ledger, posts, reuse, series, team
from bot.views import plan_form, watching
from bot.views.blocks import Message
from bot.views.forms import Origin
from bot.views.plan_acts import Act, Done, done
from bot.views.publications import with_fate
from handlers import decisions, lessons
from handlers.answering import place
from handlers.forms import origin_of
from handlers.gate import PersonUnknown, known


def settled(
    deps: Deps,
    db: Database,
    act: Act,
    post: Post,
    who: str,
    *,
    along: Sequence[Post] = (),
    unready: bool = False,
    **detail: str,
) -> Message:
    """Write down that *who* did *act* to *post*, bring other messages up to date, and say it.

    *along* are siblings to which it was done too; *unready* tells of a post that should be ready
    but lacks something; *detail* goes into the audit log.
    """
    now, name = deps.now(), f"post.{act.replace('-', '_')}"
    for each in (post, *along):
        ledger.record(db, who, name, f"post:{each.id}", now=now, **detail)
        decisions.follow(deps, db, each, who)
        pairs.follow(db, deps, each)
    if unready and missing(post) == (Need.SECOND,):
        pairs.ask(db, deps, post, who)
    fates = [
        going_out.follow(db, deps, each.id, by=who, now=now, is_shown=each is post)
        for each in (post, *along)
    ]
    refresh.plan_changed(db, deps, now)
    decides = team.load(db).decides(who)
    shown = said(deps, db, act, post, along=along, unready=unready, decides=decides)
    shown = lessons.beside(deps, db, act, post, shown)
    return with_fate(deps.words, shown, post, fates[0], frame(db, deps, deps.now(), [post]))


def said(
    deps: Deps,
    db: Database,
    act: Act,
    post: Post,
    *,
    along: Sequence[Post] = (),
    unready: bool = False,
    decides: bool = False,
) -> Message:
    """Say *act* on *post*, with what stands beside it."""
    what = Done(
        act=act,
        post=post,
        beside=_beside(deps, db, post),
        idea=ideas.find(db, post.idea_id) if post.idea_id else None,
        same=_same(deps, db, post),
        along=along,
        crowded={each.id: near for each in along if (near := _crowd(deps, db, each))},
        doubled={each.id: same for each in along if (same := _same(deps, db, each))},
        unready=unready,
        decides=decides,
        series=series.name_of(db, post.id),
        source=reuse.source(db, post.id),
    )
    return done(deps.words, what, frame(db, deps, deps.now(), [post]))


def _beside(deps: Deps, db: Database, post: Post) -> list[Post]:
    around = posts.between(db, post.day - ONE_DAY, post.day + 2 * ONE_DAY)
    return beside(post, around, deps.settings.timezone)


def _same(deps: Deps, db: Database, post: Post) -> Post | None:
    return posts.same_text(db, post, now=deps.now()) if post.is_open else None


def _crowd(deps: Deps, db: Database, post: Post) -> list[Post]:
    """Return what goes out within the hour of *post* on its outlet."""
    zone = deps.settings.timezone
    return [each for each in _beside(deps, db, post) if is_within_hour(post, each, zone)]


def open_post(db: Database, post_id: int) -> Post:
    """Return a post that is still to go out, or refuse."""
    post = posts.get(db, post_id)
    check_open(post)
    return post


def origin(body: Mapping[str, Any], post: Post) -> Origin:
    """Return what a form about *post* must remember."""
    return Origin(place(body), post.id, post.revision)


def begun_on(db: Database, body: Mapping[str, Any]) -> Post:
    """Return the post of a submitted form, unless it was changed while the form was open."""
    began = origin_of(body)
    post = posts.get(db, began.subject or 0)
    if post.revision != began.revision:
        check_open(post)
        raise Outdated
    return post


def gaps_ahead(deps: Deps, db: Database) -> list[Slot]:
    """Return the gaps within the horizon, in order."""
    return gaps.ahead(db, now=deps.now(), zone=deps.settings.timezone)


class OwnerNotMember(Refusal):
    """Refuse to give a post to somebody who may not act on it."""

    kind = "refusal-owner-not-member"
    field = plan_form.OWNER


class OwnerReads(Refusal):
    """Refuse to give something to do to somebody who only reads."""

    kind = "refusal-owner-reads"

    def __init__(self, field: str) -> None:
        super().__init__()
        self.field = field


class WatcherNotMember(OwnerNotMember):
    """Refuse to let somebody watch who may not act."""

    kind = "refusal-watcher-not-member"
    field = watching.WATCHER


def check_owner(
    deps: Deps,
    user: str | None,
    refusal: type[OwnerNotMember] = OwnerNotMember,
    *,
    may_read: bool = False,
) -> None:
    """Learn the name of a chosen owner, if Slack tells it now; refuse guests, apps and readers.

    What is not even anybody's id is refused, too: a form may name anything.

    Somebody who has left keeps what they have until it is given to somebody else. Where *may_read*,
    those who only read can be chosen, too.
    """
    if user:
        if not is_id(user):
            raise refusal
        if not may_read:
            with deps.reading() as db:
                if team.load(db).reads(user):
                    raise OwnerReads(refusal.field)
        with suppress(PersonUnknown):
            if known(deps, user).kind not in (MemberKind.MEMBER, MemberKind.GONE):
                raise refusal
