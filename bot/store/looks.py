"""The log of looks at the page: when, how many, what they brought, what went wrong.

Looks in a row that brought nothing, or failed in the same way, are one row, unless nobody looked
for a while between them: that would be silence that looks like calm.
"""

from dataclasses import dataclass
from datetime import datetime, timedelta

from sqlite_utils import Database

from bot.store.db import instant, stamp

TOGETHER = timedelta(minutes=10)
"""How far apart two looks are at most that are told as one row."""


@dataclass(frozen=True, slots=True)
class Looks:
    """One or several looks in a row; `trouble` names the message about why they failed."""

    began: datetime
    ended: datetime
    count: int = 1
    new: int = 0
    trouble: str | None = None
    detail: str = ""
    kind: str = "page"


@dataclass(frozen=True, slots=True)
class Silence:
    """How often the page could not be read since it was last seen, which may be never."""

    rounds: int
    last_seen: datetime | None
    began: datetime | None


def note(db: Database, page_id: str, looks: Looks) -> None:
    """Write down *looks*, as more of the newest row where they are of the same kind."""
    if not looks.new and _continued(db, page_id, looks):
        return
    db.execute(
        """
        insert into page_looks
            (page_id, kind, began_at, ended_at, looks, new, trouble, detail)
        values (?, ?, ?, ?, ?, ?, ?, ?)
        """,
        [
            page_id,
            looks.kind,
            stamp(looks.began),
            stamp(looks.ended),
            looks.count,
            looks.new,
            looks.trouble,
            looks.detail,
        ],
    )


def _continued(db: Database, page_id: str, looks: Looks) -> bool:
    """Make *looks* part of the newest row; False where they do not belong to it."""
    changed = db.execute(
        """
        update page_looks set ended_at = :ended, looks = looks + :count
        where id = (select max(id) from page_looks where page_id = :page)
          and not new and kind = :kind and trouble is :trouble and detail is :detail
          and ended_at between :since and :began
        """,
        {
            "ended": stamp(looks.ended),
            "count": looks.count,
            "page": page_id,
            "kind": looks.kind,
            "trouble": looks.trouble,
            "detail": looks.detail,
            "since": stamp(looks.began - TOGETHER),
            "began": stamp(looks.began),
        },
    )
    return changed.rowcount == 1


def newest(db: Database, page_id: str, count: int) -> list[Looks]:
    """Return the *count* newest rows, newest first."""
    rows = db.query(
        "select * from page_looks where page_id = ? order by id desc limit ?", [page_id, count]
    )
    return [
        Looks(
            instant(row["began_at"]),
            instant(row["ended_at"]),
            row["looks"],
            row["new"],
            row["trouble"],
            row["detail"] or "",
            row["kind"],
        )
        for row in rows
    ]


def silence(db: Database, page_id: str) -> Silence:
    """Return how it has gone since the page was last seen."""
    seen = db.execute(
        """
        select id, ended_at from page_looks
        where page_id = ? and kind = 'page' and trouble is null order by id desc limit 1
        """,
        [page_id],
    ).fetchone()
    rounds, began = db.execute(
        """
        select coalesce(sum(looks), 0), min(began_at) from page_looks
        where page_id = ? and trouble is not null and id > ?
        """,
        [page_id, seen[0] if seen else 0],
    ).fetchone()
    return Silence(rounds, instant(seen[1]) if seen else None, instant(began) if began else None)


def new_since(db: Database, page_id: str, since: datetime) -> int:
    """Return how many new comments came to light after *since*."""
    row = db.execute(
        "select coalesce(sum(new), 0) from page_looks where page_id = ? and ended_at > ?",
        [page_id, stamp(since)],
    ).fetchone()
    return int(row[0])


def forget(db: Database, *, before: datetime) -> int:
    """Delete the looks that ended before *before*; return how many rows."""
    return db.execute("delete from page_looks where ended_at < ?", [stamp(before)]).rowcount
