"""The plan as a table (CSV) that Swedish Excel opens right, and that comes back in unchanged."""

import csv
from io import StringIO

from bot.domain.feed import Feed
from bot.domain.plan import Post
from bot.domain.tables import Column, safe
from bot.domain.text import tidy
from bot.locales import Words


def table(words: Words, feed: Feed) -> bytes:
    """Write the plan with a byte order mark and semicolons, which is how Excel knows it."""
    out = StringIO(newline="")
    writer = csv.writer(out, delimiter=";")
    writer.writerow(words(f"table-{column.value}") for column in Column)
    names = {outlet.id: outlet.name for outlet in feed.outlets}
    for post in feed.posts:
        writer.writerow(
            safe(tidy(cell)) for cell in _cells(words, feed, post, names[post.outlet_id])
        )
    return out.getvalue().encode("utf-8-sig")


def _cells(words: Words, feed: Feed, post: Post, outlet: str) -> list[str]:
    return [
        f"post-{post.id}@{feed.namespace}",
        post.day.isoformat(),
        f"{post.at:%H:%M}",
        outlet,
        post.title,
        post.text,
        feed.names.get(post.owner or "", ""),
        words(f"plan-status-{post.status}"),
    ]
