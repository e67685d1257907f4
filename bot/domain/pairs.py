"""Two persons for one post: ready needs a yes from somebody who did not write the text.

Off by default. `Post.pair` says who wants it: `own` for this post alone, `outlet` because its
outlet does. The yes is `Post.second`; it goes when what was read is changed.
"""

from dataclasses import replace
from datetime import datetime

from bot.domain.acts import NothingToDo, check_open
from bot.domain.errors import Refusal
from bot.domain.outlets import Outlet
from bot.domain.plan import BY_OUTLET, BY_POST, Post, Status
from bot.domain.ready import missing, settle


class OwnText(Refusal):
    """Refuse the yes of whoever wrote the text."""

    kind = "refusal-second-own"


class NoSecondNeeded(Refusal):
    """Refuse a yes to a post that asks for none."""

    kind = "refusal-second-not-needed"


class PairOfOutlet(Refusal):
    """Refuse to let one post off what its whole outlet wants."""

    kind = "refusal-pair-of-outlet"


def paired(post: Post, *, wanted: bool, now: datetime) -> Post:
    """Let *post* need two persons, or no more; one that is ready without a yes is a draft again."""
    check_open(post)
    if wanted == bool(post.pair):
        raise NothingToDo
    if post.pair == BY_OUTLET:
        raise PairOfOutlet
    return settle(replace(post, pair=BY_POST if wanted else "", second=None, updated_at=now))


def placed(post: Post, outlet: Outlet) -> Post:
    """Let *post*, which comes to *outlet*, need what that one wants, if not two persons anyway."""
    if post.pair == BY_POST:
        return post
    return replace(post, pair=BY_OUTLET if outlet.pair else "")


def seconded(post: Post, who: str, *, writer: str | None, now: datetime) -> Post:
    """Note the yes of *who*, who is not the *writer*; *post* is ready where nothing else lacks."""
    check_open(post)
    if not post.pair:
        raise NoSecondNeeded
    if post.second:
        raise NothingToDo
    if who == writer:
        raise OwnText
    after = replace(post, second=who, updated_at=now)
    return after if missing(after) else replace(after, status=Status.READY)
