"""The plan's posts; a cancelled one stays, so that nothing is lost without a trace."""

import json
from collections.abc import Iterable, Mapping
from dataclasses import asdict
from datetime import date, datetime, time, timedelta
from typing import Any

from sqlite_utils import Database

from bot.domain.acts import Outdated
from bot.domain.ideas import ECHO
from bot.domain.media import Media, Ruling
from bot.domain.plan import Entry, Plan, Post, PostGone, Status
from bot.domain.text import fingerprint
from bot.store import gaps, history, outlets, reserves, shown
from bot.store.db import instant, maybe, stamp

_STATE = (
    "title",
    "text",
    "outlet_id",
    "day",
    "at",
    "owner",
    "status",
    "idea_id",
    "link",
    "published_at",
    "updated_at",
    "media",
    "ruling",
    "waived",
    "watcher",
    "sibling",
    "pair",
    "second",
)
_SET = ", ".join(f"{name} = :{name}" for name in _STATE)
_VALUES = ", ".join(f":{name}" for name in _STATE)
SAME_TEXT = timedelta(days=90)
"""How long a published text is fresh: the same again within it is most often a slip."""
_ORDER = "order by day, at, outlet_id, id"


def add(
    db: Database,
    entry: Entry,
    *,
    who: str,
    now: datetime,
    media: Media | None = None,
    sibling: int | None = None,
) -> Post:
    """Put *entry* into the plan in the name of *who*, perhaps as the *sibling* of others.

    Without *media* it shows what its idea does, if that is in the reserve. Where its outlet wants
    two persons it begins as a draft.
    """
    pair = outlets.pair(db, entry.outlet_id)
    post = Post(
        id=0,
        title=entry.title,
        text=entry.text,
        outlet_id=entry.outlet_id,
        day=entry.day,
        at=entry.at,
        owner=entry.owner,
        status=Status.DRAFT if pair else entry.status,
        idea_id=entry.idea_id,
        link=None,
        created_by=who,
        created_at=now,
        updated_at=now,
        published_at=None,
        media=reserves.media(db, entry.idea_id) if media is None else media,
        sibling=sibling,
        pair=pair,
    )
    made = db.execute(
        f"""
        insert into posts ({", ".join(_STATE)}, folded, created_by, created_at, revision)
        values ({_VALUES}, :folded, :created_by, :created_at, 1)
        """,  # noqa: S608 -- names of columns
        {
            **_state(post),
            "folded": fingerprint(post.text),
            "created_by": who,
            "created_at": stamp(now),
        },
    )
    added = get(db, int(made.lastrowid or 0))
    history.record(db, None, added, who=who)
    return added


def get(db: Database, post_id: int) -> Post:
    """Return the post *post_id*, cancelled or not; raise PostGone where there is none."""
    found = find(db, post_id)
    if found is None:
        raise PostGone
    return found


def find(db: Database, post_id: int) -> Post | None:
    """Return the post *post_id*, cancelled or not, or None."""
    rows = db.query("select * from posts where id = ?", [post_id])
    return next((_post(row) for row in rows), None)


def some(db: Database, post_ids: Iterable[int]) -> dict[int, Post]:
    """Return the posts of *post_ids* that there are, cancelled or not, by id."""
    wanted = sorted(set(post_ids))
    marks = ", ".join("?" * len(wanted))
    rows = db.query(f"select * from posts where id in ({marks})", wanted)  # noqa: S608
    return {row["id"]: _post(row) for row in rows}


def between(db: Database, start: date, end: date) -> list[Post]:
    """Return the living posts from *start* up to but not including *end*, in order."""
    rows = db.query(
        f"select * from posts where day >= ? and day < ? and status <> 'cancelled' {_ORDER}",  # noqa: S608
        [start.isoformat(), end.isoformat()],
    )
    return [_post(row) for row in rows]


def open_between(db: Database, start: date, end: date) -> list[Post]:
    """Return the posts of those days that are neither published nor cancelled, in order."""
    rows = db.query(
        f"""
        select * from posts
        where day >= ? and day < ? and status in ('draft', 'ready') {_ORDER}
        """,  # noqa: S608 -- a constant is put in
        [start.isoformat(), end.isoformat()],
    )
    return [_post(row) for row in rows]


def since(db: Database, start: date, *, cancelled_after: datetime) -> list[Post]:
    """Return the living posts from *start* on, and those cancelled after an instant, in order."""
    rows = db.query(
        f"""
        select * from posts
        where case status when 'cancelled' then updated_at > ? else day >= ? end {_ORDER}
        """,  # noqa: S608 -- a constant is put in
        [stamp(cancelled_after), start.isoformat()],
    )
    return [_post(row) for row in rows]


def of_idea(db: Database, idea_id: int) -> Post | None:
    """Return the living post that comes from the idea *idea_id*, or None."""
    return of_ideas(db, [idea_id]).get(idea_id)


def of_ideas(db: Database, idea_ids: Iterable[int]) -> dict[int, Post]:
    """Return the living post of each of *idea_ids* that is planned, by idea."""
    wanted = sorted(set(idea_ids))
    marks = ", ".join("?" * len(wanted))
    rows = db.query(
        f"select * from posts where idea_id in ({marks}) and status <> 'cancelled' {_ORDER} desc",  # noqa: S608
        wanted,
    )
    return {row["idea_id"]: _post(row) for row in rows}


def update(db: Database, post: Post, *, who: str | None = None, note: str = "") -> Post:
    """Store *post* as it is after one act of *who* and return it with its new revision.

    What it was before is kept for `former`, and what was done goes into its history, with *note*.
    Raise Outdated if the post was changed since *post* was read.
    """
    before = find(db, post.id)
    if before is None or before.revision != post.revision:
        raise Outdated
    db.execute(
        f"""
        update posts set {_SET}, folded = :folded, revision = revision + 1, before = :before
        where id = :id
        """,  # noqa: S608 -- names of columns
        {
            **_state(post),
            "folded": fingerprint(post.text),
            "before": json.dumps(_state(before), ensure_ascii=False),
            "id": post.id,
        },
    )
    after = get(db, post.id)
    history.record(db, before, after, who=who, note=note)
    return after


def siblings(db: Database, post: Post) -> list[Post]:
    """Return the living posts with the same content as *post* on other outlets, in order."""
    return siblings_of(db, [post]).get(post.id, [])


def siblings_of(db: Database, shown: Iterable[Post]) -> dict[int, list[Post]]:
    """Return the siblings of each of *shown* that has some, by its id; reads once."""
    linked = [post for post in shown if post.sibling is not None]
    groups = sorted({post.sibling for post in linked if post.sibling is not None})
    marks = ", ".join("?" * len(groups))
    rows = db.query(
        f"select * from posts where sibling in ({marks}) and status <> 'cancelled' {_ORDER}",  # noqa: S608
        groups,
    )
    found = [_post(row) for row in rows] if groups else []
    beside = {p.id: [o for o in found if o.sibling == p.sibling and o.id != p.id] for p in linked}
    return {post_id: others for post_id, others in beside.items() if others}


def same_text(db: Database, post: Post, *, now: datetime) -> Post | None:
    """Return a post on the same outlet with the text of *post*, to go out or out lately; or None."""
    rows = db.query(
        """
        select * from posts
        where folded = ? and outlet_id = ? and id <> ? and (
            status in ('draft', 'ready') or (status = 'published' and published_at > ?)
        )
        order by id desc limit 1
        """,
        [fingerprint(post.text), post.outlet_id, post.id, stamp(now - SAME_TEXT)],
    )
    return next((_post(row) for row in rows), None)


def former(db: Database, post_id: int) -> Post | None:
    """Return the post *post_id* as it was before the last act on it; None if there was only one."""
    rows = db.query("select * from posts where id = ? and before is not null", [post_id])
    return next((_post({**row, **json.loads(row["before"])}) for row in rows), None)


def plan(db: Database, start: date, end: date) -> Plan:
    """Return the plan from *start* up to but not including *end*."""
    return Plan(
        start=start,
        end=end,
        outlets=outlets.known(db),
        posts=tuple(between(db, start, end)),
        left_empty=frozenset(gaps.left_empty(db, start, end)),
    )


def echo(db: Database, entry: Entry, *, who: str, now: datetime) -> Post | None:
    """Return the living post that *who* planned with the same words a moment ago, or None."""
    rows = db.query(
        """
        select * from posts
        where created_by = ? and title = ? and outlet_id = ? and day = ? and at = ?
            and created_at > ? and status <> 'cancelled'
        """,
        [
            who,
            entry.title,
            entry.outlet_id,
            entry.day.isoformat(),
            f"{entry.at:%H:%M}",
            stamp(now - ECHO),
        ],
    )
    return next((_post(row) for row in rows), None)


def _state(post: Post) -> dict[str, Any]:
    return {
        "title": post.title,
        "text": post.text,
        "outlet_id": post.outlet_id,
        "day": post.day.isoformat(),
        "at": f"{post.at:%H:%M}",
        "owner": post.owner,
        "status": post.status.value,
        "idea_id": post.idea_id,
        "link": post.link,
        "published_at": stamp(post.published_at) if post.published_at else None,
        "updated_at": stamp(post.updated_at),
        "media": shown.written(post.media),
        "ruling": json.dumps(asdict(post.ruling), ensure_ascii=False) if post.ruling else None,
        "waived": " ".join(sorted(post.waived)),
        "watcher": post.watcher,
        "sibling": post.sibling,
        "pair": post.pair,
        "second": post.second,
    }


def _post(row: Mapping[str, Any]) -> Post:
    return Post(
        id=row["id"],
        title=row["title"],
        text=row["text"],
        outlet_id=row["outlet_id"],
        day=date.fromisoformat(row["day"]),
        at=time.fromisoformat(row["at"]),
        owner=row["owner"],
        status=Status(row["status"]),
        idea_id=row["idea_id"],
        link=row["link"],
        created_by=row["created_by"],
        created_at=instant(row["created_at"]),
        updated_at=instant(row["updated_at"]),
        published_at=maybe(row["published_at"]),
        revision=row["revision"],
        media=shown.read(row["media"]),
        ruling=Ruling(**json.loads(row["ruling"])) if row["ruling"] else None,
        waived=frozenset(row["waived"].split()),
        watcher=row["watcher"],
        sibling=row["sibling"],
        pair=row["pair"],
        second=row["second"],
    )
