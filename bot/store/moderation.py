"""What was decided about comments that break a rule, what became of it, and what was saved first."""

import json
import logging
from collections.abc import Mapping, Sequence
from dataclasses import asdict, replace
from datetime import datetime
from typing import Any

from sqlite_utils import Database

from bot import trail
from bot.domain.comment_rules import RuleKind
from bot.domain.comments import Relay
from bot.domain.moderation import ACTIVE, Case, Deed, Problem, State
from bot.domain.moderation_acts import OverAlready
from bot.domain.page import PageComment
from bot.store.db import instant, maybe, stamp

log = logging.getLogger(__name__)

_FIELDS = (
    "comment_id", "deed", "rule_id", "rule", "kind", "words", "fingerprint", "who", "decided_at",
    "since", "next_at", "state", "second", "seconded_at", "reviewed_by", "reviewed_at", "tried_at",
    "done_at", "undone_by", "problem", "code", "trail",
)  # fmt: skip
_NAMES = ", ".join(_FIELDS)
_VALUES = ", ".join(f":{name}" for name in _FIELDS)
_SET = ", ".join(f"{name} = :{name}" for name in _FIELDS)


def add(db: Database, case: Case) -> Case:
    """Store a new decision of a person and return it with its id."""
    made = db.execute(
        f"insert into moderation ({_NAMES}) values ({_VALUES})",  # noqa: S608 -- columns
        _columns(case),
    )
    return replace(case, id=int(made.lastrowid or 0))


def save(db: Database, case: Case) -> Case:
    """Store *case* as it is now."""
    db.execute(
        f"update moderation set {_SET} where id = :id",  # noqa: S608 -- columns
        {**_columns(case), "id": case.id},
    )
    return case


def get(db: Database, case_id: int) -> Case:
    """Return the case *case_id*; raise OverAlready where there is none."""
    rows = list(db.query("select * from moderation where id = ?", [case_id]))
    if not rows:
        raise OverAlready
    return _case(rows[0])


def under_way(db: Database, comment_id: str) -> Case | None:
    """Return the case of a comment that is under way, or None."""
    found = of(db, comment_id)
    return found[-1] if found and found[-1].state in ACTIVE else None


def of(db: Database, comment_id: str) -> list[Case]:
    """Return every case of a comment, the newest last."""
    rows = db.query("select * from moderation where comment_id = ? order by id", [comment_id])
    return [_case(row) for row in rows]


def of_all(db: Database, ids: Sequence[str]) -> list[Case]:
    """Return every case of the comments *ids*, in order."""
    rows = db.query(
        "select * from moderation where comment_id in (select value from json_each(?)) order by id",
        [json.dumps(list(ids))],
    )
    return [_case(row) for row in rows]


def to_write(db: Database) -> list[Case]:
    """Return what is to be written on the page, in order."""
    rows = db.query(
        "select * from moderation where state in ('waiting', 'undoing') order by next_at, id"
    )
    return [_case(row) for row in rows]


def asked(db: Database) -> list[Case]:
    """Return what waits for a second person, the longest waiting first."""
    rows = db.query("select * from moderation where state = 'asked' order by decided_at, id")
    return [_case(row) for row in rows]


def lapsed(db: Database, start: datetime) -> list[Case]:
    """Return the questions from *start* on that nobody answered in time."""
    rows = db.query(
        """
        select * from moderation
        where decided_at >= ? and state = 'declined' and second is null order by id
        """,
        [stamp(start)],
    )
    return [_case(row) for row in rows]


def since(db: Database, start: datetime) -> list[Case]:
    """Return what was hidden or removed, or is about to be, by decisions from *start* on."""
    rows = db.query(
        """
        select * from moderation
        where decided_at >= ? and state in ('asked', 'waiting', 'done', 'undoing', 'undone')
          and (state <> 'undone' or done_at is not null)
        order by id
        """,
        [stamp(start)],
    )
    return [_case(row) for row in rows]


def count_relayed(db: Database, start: datetime) -> int:
    """Return how many comments have come from *start* on, or were decided about since then."""
    row = db.execute(
        """
        select count(*) from relays where relayed_at >= :start or comment_id in (
            select comment_id from moderation where decided_at >= :start
        )
        """,
        {"start": stamp(start)},
    ).fetchone()
    return int(row[0])


def take_snapshot(
    db: Database, case: Case, comment: PageComment, relay: Relay, *, now: datetime
) -> bool:
    """Save all that is known of a comment before anything is done to it; False if that fails."""
    db.execute("savepoint snapshot")
    try:
        _write_snapshot(db, case, comment, relay, now)
    except Exception:
        log.exception("moderation: nothing could be saved for case %s", case.id)
        db.execute("rollback to snapshot")
        return False
    finally:
        db.execute("release snapshot")
    return True


def _write_snapshot(
    db: Database, case: Case, comment: PageComment, relay: Relay, now: datetime
) -> None:
    db.execute(
        """
        insert into moderation_snapshots (
            moderation_id, taken_at, comment_id, post_id, parent_id, author_id, author_name, text,
            created_at, permalink, attachment, is_hidden, versions, slack
        ) values (
            :case, :now, :id, :post_id, :parent_id, :author_id, :author_name, :text, :created_at,
            :permalink, :attachment, :is_hidden, :versions, :slack
        )
        """,
        {
            **asdict(comment),
            "created_at": stamp(comment.created_at),
            "is_hidden": int(comment.is_hidden),
            "case": case.id,
            "now": stamp(now),
            "versions": _versions(db, comment.id),
            "slack": json.dumps(asdict(relay), default=str, ensure_ascii=False),
        },
    )


def snapshots(db: Database, case_id: int) -> list[dict[str, Any]]:
    """Return what was saved for a case, as it stands there, the oldest first."""
    rows = db.query(
        "select * from moderation_snapshots where moderation_id = ? order by id", [case_id]
    )
    return [dict(row) for row in rows]


def saved(db: Database, case_ids: Sequence[int]) -> set[int]:
    """Return those of *case_ids* for which something was saved."""
    rows = db.execute(
        """
        select distinct moderation_id from moderation_snapshots
        where moderation_id in (select value from json_each(?))
        """,
        [json.dumps(list(case_ids))],
    )
    return {row[0] for row in rows.fetchall()}


def _versions(db: Database, comment_id: str) -> str:
    """Return what the comment said before its author changed it."""
    rows = db.query("select * from comment_versions where comment_id = ?", [comment_id])
    return json.dumps(list(rows), ensure_ascii=False)


def _columns(case: Case) -> dict[str, Any]:
    values = asdict(case)
    del values["id"]
    values["trail"] = trail.current()  # of the newest decision; who carries it out follows it
    return {name: stamp(it) if isinstance(it, datetime) else it for name, it in values.items()}


def _case(row: Mapping[str, Any]) -> Case:
    known = dict(row)
    times = ("seconded_at", "reviewed_at", "tried_at", "done_at")
    return Case(
        **{
            **known,
            **{name: maybe(row[name]) for name in times},
            "deed": Deed(row["deed"]),
            "kind": RuleKind(row["kind"]),
            "decided_at": instant(row["decided_at"]),
            "since": instant(row["since"]),
            "next_at": instant(row["next_at"]),
            "state": State(row["state"]),
            "problem": Problem(row["problem"]) if row["problem"] else None,
        }
    )
