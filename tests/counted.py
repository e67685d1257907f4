"""Published posts that were counted on the page, for tests."""

from datetime import UTC, date, datetime, time, timedelta

from sqlite_utils import Database

from bot.domain.plan import Entry, Post, Status
from bot.store import counts, posts
from tests.make import AMIRA, NOW


def published(
    db: Database,
    number: int,
    day: date,
    *,
    reactions: int | None,
    comments: int = 0,
    age: int = 7,
    views: int | None = None,
) -> Post:
    """Let a post go out on *day*, and count it *age* days later."""
    made = posts.add(db, Entry(f"Inlägg {number}", 1, day, time(11)), who=AMIRA, now=NOW)
    link, at = f"https://fb.example/{number}", datetime.combine(day, time(10), UTC).isoformat()
    db.execute(
        "update posts set status = ?, link = ?, published_at = ? where id = ?",
        [Status.PUBLISHED, link, at, made.id],
    )
    db.execute(
        "insert into page_posts (id, message, permalink, created_at) values (?, 'x', ?, ?)",
        [f"p{number}", link, at],
    )
    for each in range(comments):
        db.execute(
            "insert into comments values"
            " (?, ?, null, null, 'A', 'x', null, ?, null, 0, 0, ?, null, 0, null)",
            [f"c{number}-{each}", f"p{number}", at, at],
        )
    counts.keep(db, day + timedelta(days=age), f"p{number}", reactions, reactions and 1, views)
    return posts.get(db, made.id)
