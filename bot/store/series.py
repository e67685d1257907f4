"""Series, and what has become of their dates."""

import json
from collections.abc import Collection, Mapping
from datetime import date, datetime, time
from typing import Any

from sqlite_utils import Database

from bot.domain.outlets import Cadence
from bot.domain.plan import Post
from bot.domain.series import Pattern, Series, SeriesGone, SeriesOutdated
from bot.domain.series_plan import Made
from bot.store import posts
from bot.store.db import maybe, stamp

_PATTERN = (
    "name",
    "outlet_id",
    "rule",
    "shift",
    "at",
    "first",
    "last",
    "owners",
    "title",
    "text",
    "on_free_days",
)
_SET = ", ".join(f"{name} = :{name}" for name in _PATTERN)
_VALUES = ", ".join(f":{name}" for name in _PATTERN)


def add(db: Database, pattern: Pattern, *, who: str, now: datetime) -> Series:
    """Keep *pattern* as a series of *who*'s."""
    made = db.execute(
        f"""
        insert into series ({", ".join(_PATTERN)}, made_by, made_at, revision)
        values ({_VALUES}, :made_by, :made_at, 1)
        """,  # noqa: S608 -- names of columns
        {**_texts(pattern), "made_by": who, "made_at": stamp(now)},
    )
    return get(db, int(made.lastrowid or 0))


def get(db: Database, series_id: int) -> Series:
    """Return the series *series_id*, ended or not; raise SeriesGone where there is none."""
    rows = db.query("select * from series where id = ?", [series_id])
    found = next((_series(row) for row in rows), None)
    if found is None:
        raise SeriesGone
    return found


def active(db: Database) -> list[Series]:
    """Return the series that have not been ended, in Swedish order of their names."""
    rows = db.query("select * from series where ended_at is null order by name collate swedish, id")
    return [_series(row) for row in rows]


def change(db: Database, series: Series, pattern: Pattern) -> Series:
    """Let *series* be as *pattern* says; raise SeriesOutdated if it was changed since it was read."""
    _check(db, series)
    db.execute(
        f"""
        update series set {_SET}, revision = revision + 1, before = :before where id = :id
        """,  # noqa: S608 -- names of columns
        {**_texts(pattern), "id": series.id, "before": json.dumps(_texts(series.pattern))},
    )
    return get(db, series.id)


def former(db: Database, series: Series) -> Pattern:
    """Return what *series* said before its last change; raise SeriesOutdated if there was none."""
    _check(db, series)
    rows = db.query("select before from series where id = ? and before is not null", [series.id])
    found = next((_pattern(json.loads(row["before"])) for row in rows), None)
    if found is None:
        raise SeriesOutdated
    return found


def end(db: Database, series: Series, ended_at: datetime | None) -> Series:
    """End *series*, or let it go on (None); raise SeriesOutdated if it was changed since it was read."""
    _check(db, series)
    db.execute(
        "update series set ended_at = ?, revision = revision + 1 where id = ?",
        [stamp(ended_at) if ended_at else None, series.id],
    )
    return get(db, series.id)


def made(db: Database, series_id: int, since: date) -> dict[date, Made]:
    """Return what has become of the dates of a series from *since* on, and of posts moved there."""
    rows = list(
        db.query(
            """
            select occurrences.* from occurrences left join posts on posts.id = post_id
            where series_id = :id and (occurrences.day >= :since or posts.day >= :since)
            """,
            {"id": series_id, "since": since.isoformat()},
        )
    )
    found = posts.some(db, [row["post_id"] for row in rows if row["post_id"]])
    every = (_made(row, found.get(row["post_id"])) for row in rows)
    return {each.day: each for each in every}


def keep(db: Database, series_id: int, made: Made) -> None:
    """Remember what has become of a date."""
    db.execute(
        "insert or replace into occurrences (series_id, day, post_id, revision, withdrawn)"
        " values (?, ?, ?, ?, ?)",
        [
            series_id,
            made.day.isoformat(),
            made.post.id if made.post else None,
            made.revision,
            int(made.withdrawn),
        ],
    )


def forget_skip(db: Database, series_id: int, day: date) -> bool:
    """Let a date that was skipped before it had a post be one again; say whether it was."""
    gone = db.execute(
        "delete from occurrences where series_id = ? and day = ? and post_id is null",
        [series_id, day.isoformat()],
    )
    return gone.rowcount == 1


def name_of(db: Database, post_id: int) -> str:
    """Return the name of the series that the post *post_id* belongs to, or an empty one."""
    row = db.execute(
        "select name from series join occurrences on series_id = series.id where post_id = ?",
        [post_id],
    ).fetchone()
    return row[0] if row else ""


def of_series(db: Database, post_ids: Collection[int]) -> frozenset[int]:
    """Return those of the posts that belong to a series."""
    rows = db.execute(
        "select post_id from occurrences where post_id in (select value from json_each(?))",
        [json.dumps(list(post_ids))],
    )
    return frozenset(row[0] for row in rows)


def published(db: Database, series_id: int, *, limit: int) -> list[Post]:
    """Return the last published posts of a series, the newest first."""
    rows = db.query(
        """
        select posts.id from occurrences join posts on posts.id = post_id
        where series_id = ? and status = 'published' order by posts.day desc, posts.id desc limit ?
        """,
        [series_id, limit],
    )
    ids = [row["id"] for row in rows]
    found = posts.some(db, ids)
    return [found[each] for each in ids]


def _check(db: Database, series: Series) -> None:
    if get(db, series.id).revision != series.revision:
        raise SeriesOutdated


def _texts(pattern: Pattern) -> dict[str, Any]:
    return {
        "name": pattern.name,
        "outlet_id": pattern.outlet_id,
        "rule": pattern.cadence.rule,
        "shift": pattern.cadence.later,
        "at": f"{pattern.cadence.at:%H:%M}",
        "first": pattern.first.isoformat(),
        "last": pattern.last.isoformat() if pattern.last else None,
        "owners": json.dumps(pattern.owners),
        "title": pattern.title,
        "text": pattern.text,
        "on_free_days": int(pattern.on_free_days),
    }


def _pattern(row: Mapping[str, Any]) -> Pattern:
    return Pattern(
        name=row["name"],
        outlet_id=row["outlet_id"],
        cadence=Cadence(row["rule"], time.fromisoformat(row["at"]), row["shift"]),
        first=date.fromisoformat(row["first"]),
        last=date.fromisoformat(row["last"]) if row["last"] else None,
        owners=tuple(json.loads(row["owners"])),
        title=row["title"],
        text=row["text"],
        on_free_days=bool(row["on_free_days"]),
    )


def _series(row: Mapping[str, Any]) -> Series:
    pattern = _pattern(row)
    return Series(row["id"], pattern, row["made_by"], maybe(row["ended_at"]), row["revision"])


def _made(row: Mapping[str, Any], post: Post | None) -> Made:
    day = date.fromisoformat(row["day"])
    return Made(day, post, row["revision"], bool(row["withdrawn"]))
