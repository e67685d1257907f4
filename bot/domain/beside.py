"""What goes out beside a post on its outlet: on the same day, or within the hour over midnight."""

from collections.abc import Iterable
from datetime import timedelta, tzinfo

from bot.domain.plan import Post

HOUR = timedelta(hours=1)
"""Two posts nearer than this crowd each other out."""


def beside(post: Post, others: Iterable[Post], zone: tzinfo) -> list[Post]:
    """Return those of *others* that go out beside *post*, what is within the hour first."""
    near = [
        each
        for each in others
        if each.id != post.id
        and each.outlet_id == post.outlet_id
        and (each.day == post.day or is_within_hour(post, each, zone))
    ]
    return sorted(near, key=lambda each: not is_within_hour(post, each, zone))


def is_within_hour(post: Post, other: Post, zone: tzinfo) -> bool:
    """Tell whether two posts go out within the hour, whatever the clock on the wall shows."""
    return abs(post.slot.starts(zone) - other.slot.starts(zone)) < HOUR
