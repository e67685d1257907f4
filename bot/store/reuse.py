"""Which published posts may come back, and what was made of which."""

import json
from collections.abc import Collection, Iterable
from datetime import date

from sqlite_utils import Database

from bot.domain.calendar import ONE_DAY
from bot.domain.outlets import Slot
from bot.domain.plan import Post, PostGone, Status
from bot.domain.reuse import AROUND, BACK, COOL_DOWN, YEAR, Former
from bot.domain.seasons import Months
from bot.store import ideas, posts

SOME = 25
"""How many posts of each kind are looked at for a gap: those nearest to a year ago."""

_NEAR_YEAR = """
    select id from posts
    where status = 'published' and outlet_id = :outlet and day >= :start and day < :end
    order by abs(julianday(day) - julianday(:year)), id limit :most
"""
_OF_SEASON = """
    select posts.id from posts join ideas on ideas.id = posts.idea_id
    where posts.status = 'published' and posts.outlet_id = :outlet and ideas.season = 'months'
      and posts.day >= :back and posts.day <= :rested
    order by abs(julianday(posts.day) - julianday(:year)), posts.id limit :most
"""
_NEWEST = """
    with old as (select posts.id, sibling from json_each(?) join posts on posts.id = value),
    same (old, id) as (
        select id, id from old
        union select source, post_id from reuses join old on source = old.id
        union select old.id, posts.id from old join posts on posts.sibling = old.sibling
    )
    select same.old, max(posts.day) from same join posts on posts.id = same.id
    where posts.status <> 'cancelled' group by same.old
"""
_PRAISE = """
    select posts.id, count(relays.praised_at) from json_each(?) join posts on posts.id = value
    join page_posts on page_posts.permalink = posts.link
    join comments on comments.post_id = page_posts.id
    join relays on relays.comment_id = comments.id
    group by posts.id
"""


def note(db: Database, post: Post, source: Post) -> None:
    """Write down that *post* was made of *source*."""
    db.execute("insert into reuses (post_id, source) values (?, ?)", [post.id, source.id])


def source(db: Database, post_id: int) -> Post | None:
    """Return the post of which *post_id* was made, or None."""
    row = db.execute("select source from reuses where post_id = ?", [post_id]).fetchone()
    return posts.find(db, row[0]) if row else None


def formers(db: Database, gaps: Iterable[Slot]) -> list[Former]:
    """Return the published posts among which those for *gaps* are chosen."""
    wanted = {row[0] for gap in gaps for row in _near(db, gap)}
    return _formers(db, wanted)


def former(db: Database, post_id: int) -> Former:
    """Return the published post *post_id*; raise PostGone if it is none."""
    found = _formers(db, [post_id])
    if not found:
        raise PostGone
    return found[0]


def _near(db: Database, gap: Slot) -> list[tuple[int]]:
    year = gap.day - YEAR
    asked = {
        "outlet": gap.outlet_id,
        "year": year.isoformat(),
        "start": (year - AROUND).isoformat(),
        "end": (year + AROUND + ONE_DAY).isoformat(),
        "back": (gap.day - BACK).isoformat(),
        "rested": (gap.day - COOL_DOWN).isoformat(),
        "most": SOME,
    }
    return [
        row for query in (_NEAR_YEAR, _OF_SEASON) for row in db.execute(query, asked).fetchall()
    ]


def _formers(db: Database, post_ids: Collection[int]) -> list[Former]:
    found = posts.some(db, post_ids)
    out = [post for post in found.values() if post.status is Status.PUBLISHED]
    newest, praise, seasons = _newest(db, out), _praise(db, out), _seasons(db, out)
    return [
        Former(post, newest.get(post.id, post.day), praise.get(post.id, 0), seasons.get(post.id))
        for post in out
    ]


def _newest(db: Database, out: Collection[Post]) -> dict[int, date]:
    """Return the newest day of each post, of what was made of it, and of its siblings."""
    rows = db.execute(_NEWEST, [json.dumps([post.id for post in out])])
    return {post_id: date.fromisoformat(day) for post_id, day in rows.fetchall()}


def _praise(db: Database, out: Collection[Post]) -> dict[int, int]:
    """Count the comments with praise under each post that the page knows by its link."""
    rows = db.execute(_PRAISE, [json.dumps([post.id for post in out])])
    return dict(rows.fetchall())


def _seasons(db: Database, out: Collection[Post]) -> dict[int, Months]:
    """Return the months to which the idea of each post belongs every year, by post."""
    named = [post.idea_id for post in out if post.idea_id]
    found = ideas.listed(db, f"where id in ({', '.join('?' * len(named))})", named)
    seasons = {idea.id: idea.season for idea in found if isinstance(idea.season, Months)}
    return {p.id: seasons[p.idea_id] for p in out if p.idea_id and p.idea_id in seasons}
