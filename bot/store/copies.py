"""The pictures that were kept before something was done to a comment."""

import json
from collections import defaultdict
from collections.abc import Collection, Iterator
from datetime import datetime
from typing import Any

from sqlite_utils import Database

from bot.domain.copies import Copy, Picture
from bot.store.db import instant, stamp


def keep(db: Database, case_id: int, picture: Picture, *, now: datetime) -> None:
    """Keep a picture for a case, with its fingerprint."""
    db.execute(
        """
        insert into moderation_copies (moderation_id, taken_at, kind, fingerprint, data)
        values (?, ?, ?, ?, ?)
        """,
        [case_id, stamp(now), picture.kind, picture.fingerprint, picture.data],
    )


def miss(db: Database, case_id: int, trouble: str, *, now: datetime) -> None:
    """Note that there was a picture, and that its fingerprint is missing."""
    db.execute(
        "insert into moderation_copies (moderation_id, taken_at, trouble) values (?, ?, ?)",
        [case_id, stamp(now), trouble],
    )


def of(db: Database, case_ids: Collection[int]) -> dict[int, list[Copy]]:
    """Return what was kept for those cases, by case."""
    rows = db.query(
        """
        select moderation_id, taken_at, kind, fingerprint, trouble, length(data) as size
        from moderation_copies where moderation_id in (select value from json_each(?)) order by id
        """,
        [json.dumps(list(case_ids))],
    )
    found: defaultdict[int, list[Copy]] = defaultdict(list)
    for row in rows:
        found[row["moderation_id"]].append(_copy(row))
    return dict(found)


def pictures(db: Database) -> Iterator[tuple[int, Picture]]:
    """Yield every picture that was kept, with its case, one after the other: they are large."""
    rows = db.execute(
        """
        select moderation_id, kind, data from moderation_copies
        where data is not null order by id
        """
    )
    return ((case_id, Picture(kind, data)) for case_id, kind, data in rows)


def _copy(row: dict[str, Any]) -> Copy:
    return Copy(
        case_id=row["moderation_id"],
        taken_at=instant(row["taken_at"]),
        kind=row["kind"],
        size=row["size"] or 0,
        fingerprint=row["fingerprint"],
        trouble=row["trouble"],
    )
