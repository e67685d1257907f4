"""What may be done to a post, and what may not.

A post is a draft or ready until it is published or cancelled; those two are ends. The last act
can be undone as long as nothing else has been done to the post: its *revision* counts that.
"""

from dataclasses import replace
from datetime import date, datetime, time, tzinfo

from bot.domain.errors import Refusal
from bot.domain.plan import OPEN, Entry, Post, Status, check_day, check_time
from bot.domain.ready import NotReady, missing, settle


class AlreadyPublished(Refusal):
    """Refuse to act on a post that is out."""

    kind = "refusal-post-published"


class AlreadyCancelled(Refusal):
    """Refuse to act on a post that was cancelled."""

    kind = "refusal-post-cancelled"


class NothingToDo(Refusal):
    """Refuse an act after which all would be as it is."""

    kind = "refusal-post-unchanged"


class Outdated(Refusal):
    """Refuse an act that was begun, or is to be undone, after somebody else changed the post."""

    kind = "refusal-post-outdated"


def entry_of(post: Post) -> Entry:
    """Return what a person said about *post*, to be changed in a form."""
    return Entry(
        title=post.title,
        outlet_id=post.outlet_id,
        day=post.day,
        at=post.at,
        text=post.text,
        owner=post.owner,
        status=post.status,
        idea_id=post.idea_id,
    )


def changed(post: Post, entry: Entry, *, today: date, now: datetime) -> Post:
    """Say of *post* what *entry* says; its day may stay in the past, but not be moved there.

    A post that is to be ready, or was, is a draft when it lacks what `bot.domain.ready` asks for.
    """
    check_open(post)
    if entry == entry_of(post):
        raise NothingToDo
    if entry.day != post.day:
        check_day(entry.day, today=today)
    after = replace(
        post,
        title=entry.title,
        text=entry.text,
        outlet_id=entry.outlet_id,
        day=entry.day,
        at=entry.at,
        owner=entry.owner,
        status=entry.status if entry.status in OPEN else post.status,
        idea_id=entry.idea_id,
        second=post.second if (entry.title, entry.text) == (post.title, post.text) else None,
        updated_at=now,
    )
    return settle(after)


def moved(post: Post, day: date, at: time, *, today: date, zone: tzinfo, now: datetime) -> Post:
    """Put *post* at another moment on its outlet."""
    check_open(post)
    if (day, at) == (post.day, post.at):
        raise NothingToDo
    check_day(day, today=today)
    check_time(day, at, zone=zone)
    return replace(post, day=day, at=at, updated_at=now)


def marked(post: Post, status: Status, *, now: datetime) -> Post:
    """Mark *post* as ready, or as a draft again; a new draft lets nothing pass any more."""
    check_open(post)
    if post.status is status:
        raise NothingToDo
    if status is Status.READY and missing(post):
        raise NotReady
    waived = post.waived if status is Status.READY else frozenset()
    return replace(post, status=status, waived=waived, updated_at=now)


def published(post: Post, link: str | None, *, now: datetime) -> Post:
    """Note that *post* is out, perhaps at *link*."""
    check_open(post)
    return replace(post, status=Status.PUBLISHED, link=link, published_at=now, updated_at=now)


def cancelled(post: Post, *, now: datetime) -> Post:
    """Take *post* out of the plan; its idea is free again."""
    check_open(post)
    return replace(post, status=Status.CANCELLED, updated_at=now)


def undone(
    post: Post, former: Post | None, revision: int, *, idea_is_free: bool, now: datetime
) -> Post:
    """Undo the last act on *post*, by which *revision* came about and before which it was *former*.

    The first act on a post is planning it: there is no former one, and the undone post is
    cancelled. An idea that another post has taken meanwhile stays with that one.
    """
    if post.revision != revision:
        raise Outdated
    if former is None:
        return cancelled(post, now=now)
    idea_id = former.idea_id if idea_is_free else None
    return replace(former, idea_id=idea_id, revision=post.revision, updated_at=now)


def check_open(post: Post) -> None:
    """Refuse to act on a post that is published or cancelled."""
    if post.status is Status.PUBLISHED:
        raise AlreadyPublished(title=post.title)
    if post.status is Status.CANCELLED:
        raise AlreadyCancelled(title=post.title)
