"""The pages that were made for managers, and what stands on them beside the figures."""

import json
from collections.abc import Collection
from datetime import datetime

from sqlite_utils import Database

from bot.domain.brief import BriefGone, Choice, Offered, Tally
from bot.domain.periods import read_code
from bot.domain.tags import key
from bot.store.db import instant, stamp

OFFERED = 20
"""How much praise can be chosen from, the newest first."""

_UNFIT = "('hidden', 'removed', 'gone')"

_OFFERED = f"""
    select c.id, c.text, ifnull(c.author_name, '') as author, r.praised_at,
        ifnull(p.has_consent, 0) as has_consent
    from relays r join comments c on c.id = r.comment_id
    left join praise p on p.comment_id = r.comment_id
    where r.praised_at is not null and r.state not in {_UNFIT} and r.uncounted_at is null
"""  # noqa: S608 -- only our own words are put in

_THEMES = """
    with written as (
        select posts.id as post, posts.idea_id as idea, count(*) as comments
        from comments c join relays r on r.comment_id = c.id
        join page_posts on page_posts.id = c.post_id
        join posts on posts.link = page_posts.permalink and posts.status = 'published'
        where c.created_at >= ? and c.created_at < ? and not c.from_page
            and r.uncounted_at is null
        group by posts.id
    )
    select series.name, ideas.tags, written.comments from written
    left join occurrences on occurrences.post_id = written.post
    left join series on series.id = occurrences.series_id
    left join ideas on ideas.id = written.idea
"""


def add(db: Database, choice: Choice, *, who: str, now: datetime) -> int:
    """Keep what *who* chose; return its number."""
    values = [choice.period.code, choice.comment_id, choice.sentence, who, stamp(now)]
    made = db.execute(
        "insert into briefs (period, comment_id, sentence, who, at) values (?, ?, ?, ?, ?)", values
    )
    return int(made.lastrowid or 0)


def get(db: Database, number: int) -> Choice:
    """Return what was chosen; raise BriefGone where there is nothing."""
    row = db.execute(
        "select period, comment_id, sentence from briefs where id = ?", [number]
    ).fetchone()
    period = read_code(row[0]) if row else None
    if period is None:
        raise BriefGone
    return Choice(period, row[1], row[2], number)


def offered(db: Database, start: datetime, end: datetime) -> list[Offered]:
    """Return the praise that was marked from *start* up to *end* and may still be shown."""
    rows = db.execute(
        f"{_OFFERED} and r.praised_at >= ? and r.praised_at < ?"
        " order by r.praised_at desc, c.id limit ?",
        [stamp(start), stamp(end), OFFERED],
    )
    return [_offer(row) for row in rows.fetchall()]


def praise(db: Database, comment_id: str | None) -> Offered | None:
    """Return one praised comment as it is now; None where it may be shown no more."""
    row = db.execute(f"{_OFFERED} and c.id = ?", [comment_id]).fetchone()
    return _offer(row) if row else None


def series_names(db: Database, post_ids: Collection[int]) -> dict[int, str]:
    """Return the name of the series that each of the posts belongs to, where it does."""
    rows = db.execute(
        """
        select post_id, name from occurrences join series on series.id = series_id
        where post_id in (select value from json_each(?))
        """,
        [json.dumps(list(post_ids))],
    )
    return dict(rows.fetchall())


def themes(db: Database, start: datetime, end: datetime) -> tuple[Tally, ...]:
    """Count the comments of those days by what stood above them: the series, else the idea's tags.

    A comment under a post with two tags counts for both.
    """
    found: dict[str, tuple[str, int]] = {}
    for series, tags, count in db.execute(_THEMES, [stamp(start), stamp(end)]).fetchall():
        for name in [series] if series else [f"#{tag}" for tag in json.loads(tags or "[]")]:
            shown, before = found.get(key(name), (name, 0))
            found[key(name)] = shown, before + count
    return tuple(sorted(found.values(), key=lambda each: (-each[1], each[0])))


def _offer(row: tuple[str, str, str, str, int]) -> Offered:
    comment_id, text, author, praised, has_consent = row
    return Offered(comment_id, text, author, author if has_consent else "", instant(praised))
