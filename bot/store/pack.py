"""What the meeting's pack and the record of the meeting are written from."""

import json
from dataclasses import dataclass
from datetime import date

from sqlite_utils import Database

from bot.domain.counts import received
from bot.domain.pack import Changed, Went
from bot.domain.plan import Post
from bot.store import counts, ledger, lessons, posts

FACT = "meeting:pack:"
"""Begins the fact that holds, by meeting, how things stood when the pack was first put."""

_COUNTS = """
    select posts.id as id,
        count(comments.id) filter (where relays.uncounted_at is null) as comments,
        count(relays.praised_at) filter (where relays.uncounted_at is null) as praise
    from posts
    join page_posts on page_posts.permalink = posts.link
    left join comments on comments.post_id = page_posts.id and not comments.from_page
    left join relays on relays.comment_id = comments.id
    where posts.status = 'published' and posts.id = ?
    group by posts.id
"""


@dataclass(frozen=True, slots=True)
class Before:
    """How things stood: the last line of the audit log, and the day of the first gap, if any."""

    act: int
    gap: date | None


def went(db: Database, start: date, end: date) -> list[Went]:
    """Return the posts of those days that went out, with what was written under each."""
    published = [post for post in posts.between(db, start, end) if post.published_at]
    return [each for post in published if (each := _went(db, post))]


def remember(db: Database, meeting: date, gap: date | None) -> None:
    """Keep how things stand as the pack of *meeting* is put."""
    (act,) = db.execute("select coalesce(max(id), 0) from audit").fetchone()
    said = {"act": act, "gap": gap.isoformat() if gap else None}
    ledger.set_fact(db, f"{FACT}{meeting.isoformat()}", json.dumps(said))


def before(db: Database, meeting: date) -> Before | None:
    """Return how things stood when the pack of *meeting* was put; None if there was none."""
    found = ledger.fact(db, f"{FACT}{meeting.isoformat()}")
    if found is None:
        return None
    said = json.loads(found)
    return Before(said["act"], date.fromisoformat(said["gap"]) if said["gap"] else None)


def changed(db: Database, act: int) -> list[Changed]:
    """Return the posts that were changed after the line *act* of the audit log, by first change."""
    acts: dict[int, tuple[dict[str, None], dict[str, None]]] = {}
    rows = db.query(
        "select subject, act, who from audit where id > ? and subject like 'post:%' order by id",
        [act],
    )
    for row in rows:
        said, who = acts.setdefault(int(row["subject"][5:]), ({}, {}))
        said[row["act"].removeprefix("post.")] = None
        who[row["who"]] = None
    return [
        Changed(posts.get(db, post_id), tuple(said), tuple(who))
        for post_id, (said, who) in acts.items()
    ]


def count(db: Database, act: int, name: str) -> int:
    """Count what was done after the line *act* of the audit log under the name *name*."""
    rows = db.execute("select count(*) from audit where id > ? and act = ?", [act, name])
    return int(rows.fetchone()[0])


def _went(db: Database, post: Post) -> Went | None:
    """Return how *post* was received; None where the page does not know it by its link."""
    row = db.execute(_COUNTS, [post.id]).fetchone()
    if row is None:
        return None
    lesson = lessons.of_post(db, post.id)
    how = received(counts.kin(db, post))
    return Went(post, row[1], row[2], how, lesson.text if lesson else "")
