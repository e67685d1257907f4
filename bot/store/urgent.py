"""Which comments are flagged and not judged, who was asked about them, and what came of flags.

Who was asked is read from the audit log, in the order in which it was written: a clock that was
set back changes nothing.
"""

import json
from collections.abc import Collection, Iterator, Mapping
from typing import Any

from sqlite_utils import Database

from bot.domain.judgements import Judgement, Outcome
from bot.domain.urgent import Asked, Flag
from bot.store.db import instant, stamp

FLAGGED, ALERTED, JUDGED = "comment.flagged", "comment.alerted", "comment.judged"


def open_ids(db: Database) -> list[str]:
    """Return the ids of the comments that are flagged and not judged, the longest waiting first."""
    rows = db.execute(
        "select comment_id from relays where flagged_by is not null order by flagged_at, comment_id"
    )
    return [row[0] for row in rows.fetchall()]


def open_flags(db: Database) -> list[Flag]:
    """Return the flags that are not judged, the longest waiting first."""
    rows = db.execute(
        """
        select comment_id, flagged_by, flagged_at from relays
        where flagged_by is not null order by flagged_at, comment_id
        """
    )
    return [Flag(row[0], row[1], instant(row[2]), *asked(db, row[0])) for row in rows.fetchall()]


def asked(db: Database, comment_id: str) -> tuple[tuple[Asked, ...], int]:
    """Return who was asked since a comment was last flagged, and how many were before."""
    rows = db.execute(
        """
        select act, at, detail from audit
        where subject = ? and act glob 'comment.*' and act in (?, ?) order by id
        """,
        [f"comment:{comment_id}", FLAGGED, ALERTED],
    )
    earlier, found = 0, list[Asked]()
    for act, at, detail in rows.fetchall():
        if act == FLAGGED:
            earlier, found = earlier + len(found), []
        else:
            found.append(_asked(at, json.loads(detail)))
    return tuple(found), earlier


def alerted(db: Database, ids: Collection[str]) -> Iterator[str]:
    """Return those of the comments *ids* about which anybody was ever asked."""
    rows = db.execute(
        """
        select j.value from json_each(?) j where exists (
            select 1 from audit a where a.subject = 'comment:' || j.value
              and a.act glob 'comment.*' and a.act = ?
        )
        """,
        [json.dumps(list(ids)), ALERTED],
    )
    return (row[0] for row in rows.fetchall())


def keep(db: Database, it: Judgement) -> None:
    """Store a judgement."""
    db.execute(
        """
        insert into judgements (
            comment_id, flagged_by, flagged_at, judged_by, judged_at, outcome, reason
        ) values (?, ?, ?, ?, ?, ?, ?)
        """,
        [
            it.comment_id,
            it.flagged_by,
            stamp(it.flagged_at),
            it.by,
            stamp(it.at),
            it.outcome,
            it.reason,
        ],
    )


def judged(db: Database, ids: Collection[str]) -> dict[str, Judgement]:
    """Return the last judgement of those of the comments *ids* that have one."""
    rows = db.query(
        "select * from judgements where comment_id in (select value from json_each(?)) order by id",
        [json.dumps(list(ids))],
    )
    return {row["comment_id"]: _judgement(row) for row in rows}


def _asked(at: str, detail: Mapping[str, str]) -> Asked:
    return Asked(int(detail["step"]), detail["to"] or None, instant(at))


def _judgement(row: Mapping[str, Any]) -> Judgement:
    return Judgement(
        comment_id=row["comment_id"],
        flagged_by=row["flagged_by"],
        flagged_at=instant(row["flagged_at"]),
        by=row["judged_by"],
        at=instant(row["judged_at"]),
        outcome=Outcome(row["outcome"]),
        reason=row["reason"],
    )
