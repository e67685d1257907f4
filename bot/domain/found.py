"""Which post of the plan stands on the page already.

Somebody has published by hand. A post of the page belongs to an open one of the plan if it begins
with the same words and came out within two days of its time; the nearest in time is meant. Only
our own page's posts are compared, which are read anyway.
"""

from collections.abc import Iterable
from datetime import datetime, timedelta, tzinfo

from bot.domain.page import PagePost
from bot.domain.plan import Post
from bot.domain.text import fold

NEAR = timedelta(days=2)
SURE = 25
"""So many first letters must be the same: fewer are a greeting, not a post."""


def planned_as(on_page: PagePost, posts: Iterable[Post], *, zone: tzinfo) -> Post | None:
    """Return which of *posts* (of the page's outlet) the one *on_page* most likely is, or None."""
    near = [
        post
        for post in posts
        if post.is_open
        and abs(post.slot.starts(zone) - on_page.created_at) <= NEAR
        and is_same(post.text, on_page.text)
    ]
    return min(
        near, key=lambda post: (_apart(post, on_page.created_at, zone), post.id), default=None
    )


def is_same(planned: str, shown: str) -> bool:
    """Tell whether one of two texts begins with the other, or both are equal.

    >>> is_same("Nu kan du boka tid för vaccin.", "nu kan du  boka tid för vaccin. Välkommen!")
    True
    >>> is_same("Hej", "Hej på er")
    False
    """
    one, other = fold(planned), fold(shown)
    shorter, longer = (one, other) if len(one) < len(other) else (other, one)
    return bool(shorter) and (
        shorter == longer or (len(shorter) >= SURE and longer.startswith(shorter))
    )


def _apart(post: Post, at: datetime, zone: tzinfo) -> timedelta:
    return abs(post.slot.starts(zone) - at)
