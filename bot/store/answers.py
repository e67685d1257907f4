"""Answering as the page: what is allowed, and each answer with what became of it."""

import json
from collections.abc import Iterator, Mapping
from dataclasses import asdict
from datetime import datetime
from typing import Any

from sqlite_utils import Database

from bot import trail
from bot.domain.answers import Answer, Answering, Kind, Problem, State
from bot.domain.page import PageComment
from bot.store.db import instant, maybe, stamp
from bot.store.page import find_comments

_FIELDS = (
    "comment_id", "target_id", "kind", "route_id", "text", "who", "known", "decided_at",
    "next_at", "state", "looks", "tried_at", "page_id", "sent_at", "problem", "code", "trail",
)  # fmt: skip
_NAMES = ", ".join(_FIELDS)
_VALUES = ", ".join(f":{name}" for name in _FIELDS)
_SET = ", ".join(f"{name} = :{name}" for name in _FIELDS)


def setting(db: Database) -> Answering:
    """Return what the team has decided; off where it has not."""
    row = next(iter(db.query("select * from answering")), None)
    if row is None:
        return Answering()
    return Answering(bool(row["is_on"]), tuple(json.loads(row["users"])), row["signature"])


def decide(db: Database, setting: Answering) -> None:
    """Let *setting* be what the team has decided."""
    db.execute(
        """
        insert into answering values (1, :is_on, :users, :signature)
        on conflict (only) do update set
            is_on = excluded.is_on, users = excluded.users, signature = excluded.signature
        """,
        {
            "is_on": int(setting.is_on),
            "users": json.dumps(setting.users),
            "signature": setting.signature,
        },
    )


def add(db: Database, answer: Answer) -> Answer:
    """Store a new *answer* and return it with its id."""
    made = db.execute(
        f"insert into answers ({_NAMES}) values ({_VALUES})",  # noqa: S608 -- columns
        _columns(answer),
    )
    return get(db, int(made.lastrowid or 0))


def get(db: Database, answer_id: int) -> Answer:
    """Return the answer *answer_id*, which exists."""
    return next(_answers(db, "id = ?", answer_id))


def find(db: Database, answer_id: int) -> Answer | None:
    """Return the answer *answer_id*, or None."""
    return next(_answers(db, "id = ?", answer_id), None)


def save(db: Database, answer: Answer) -> Answer:
    """Store *answer* as it is now."""
    db.execute(
        f"update answers set {_SET} where id = :id",  # noqa: S608 -- columns
        {**_columns(answer), "id": answer.id},
    )
    return answer


def waiting(db: Database) -> list[Answer]:
    """Return what is under way, in the order in which something is to be done about it."""
    return list(_answers(db, "state = 'waiting' order by next_at, id"))


def waiting_for(db: Database, comment_id: str) -> Answer | None:
    """Return the answer to a comment that is under way, or None."""
    return next(_answers(db, "state = 'waiting' and comment_id = ?", comment_id), None)


def in_doubt(db: Database, target_id: str) -> list[Answer]:
    """Return the answers of a thread that may be out without our knowing, the newest first."""
    return list(
        _answers(
            db,
            """
            target_id = ? and tried_at is not null and page_id is null
            and state in ('waiting', 'failed') order by tried_at desc, id desc
            """,
            target_id,
        )
    )


def of_thread(db: Database, target_id: str) -> list[Answer]:
    """Return the answers of a thread that are out, or were, in the order in which they went."""
    return list(_answers(db, "target_id = ? and page_id is not null order by sent_at", target_id))


def promise_for(db: Database, comment_id: str) -> str | None:
    """Return the id of the newest reply that says we will get back to a comment, if it stands."""
    row = db.execute(
        """
        select page_id from answers
        where comment_id = ? and kind = 'promise' and state = 'sent' and not exists (
            select 1 from comments where id = page_id and gone_at is not null
        )
        order by sent_at desc limit 1
        """,
        [comment_id],
    ).fetchone()
    return row[0] if row else None


def replies(db: Database, asked: PageComment, target_id: str) -> list[PageComment]:
    """Return what the page has answered in a thread since *asked*, as far as it was read."""
    rows = db.execute(
        """
        select id from comments
        where parent_id = ? and from_page and created_at >= ?
          and id not in (select page_id from answers where state = 'deleted')
        order by created_at, id
        """,
        [target_id, stamp(asked.created_at)],
    )
    found = find_comments(db, [row[0] for row in rows.fetchall()])
    return sorted(found.values(), key=lambda reply: (reply.created_at, reply.id))


def _answers(db: Database, where: str, *values: object) -> Iterator[Answer]:
    rows = db.query(f"select * from answers where {where}", list(values))  # noqa: S608 -- constants
    return (_answer(row) for row in rows)


def _columns(answer: Answer) -> dict[str, Any]:
    values = asdict(answer)
    del values["id"]
    values["trail"] = trail.current()  # of the newest decision; who carries it out follows it
    values["known"] = json.dumps(values["known"])
    return {name: stamp(it) if isinstance(it, datetime) else it for name, it in values.items()}


def _answer(row: Mapping[str, Any]) -> Answer:
    return Answer(
        **{
            **dict(row),
            "kind": Kind(row["kind"]),
            "known": tuple(json.loads(row["known"])),
            "decided_at": instant(row["decided_at"]),
            "next_at": instant(row["next_at"]),
            "state": State(row["state"]),
            "tried_at": maybe(row["tried_at"]),
            "sent_at": maybe(row["sent_at"]),
            "problem": Problem(row["problem"]) if row["problem"] else None,
        }
    )
