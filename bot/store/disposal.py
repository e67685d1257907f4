"""Disposal: the decisions, the holds, what was handed over, and each list with what came of it."""

import json
from collections.abc import Collection, Mapping
from dataclasses import asdict
from datetime import date, datetime
from typing import Any

from sqlite_utils import Database

from bot.domain.disposal import (
    Class,
    Disposal,
    DisposalOver,
    Found,
    Hold,
    Rule,
    Scope,
    State,
    Unit,
)
from bot.domain.page import PageComment
from bot.store.db import instant, maybe, stamp
from bot.store.disposal_due import KEPT, Item
from bot.store.page import find_comments


def rules(db: Database) -> dict[Class, Rule]:
    """Return the decision for each class that is not off."""
    return {Class(row["class"]): _rule(row) for row in db.query("select * from disposal_rules")}


def set_rule(db: Database, kind: Class, rule: Rule | None) -> None:
    """Let *rule* be the decision for *kind*; None switches it off."""
    db.execute("delete from disposal_rules where class = ?", [kind])
    if rule is not None:
        db.execute(
            "insert into disposal_rules values (:kind, :decision, :decided, :amount, :unit)",
            {**_written(rule), "kind": kind},
        )


def holds(db: Database) -> list[Hold]:
    """Return the holds that stand, the oldest first."""
    rows = db.query("select * from holds where lifted_at is null order by id")
    return [_hold(row) for row in rows]


def add_hold(db: Database, hold: Hold) -> int:
    """Store a new hold and return its id."""
    values = asdict(hold)
    del values["id"]
    made = db.execute(
        """
        insert into holds (scope, subject, start, end, reason, set_by, set_at)
        values (:scope, :subject, :start, :end, :reason, :set_by, :set_at)
        """,
        {name: _text(value) for name, value in values.items()},
    )
    return int(made.lastrowid or 0)


def lift(db: Database, hold_id: int, *, who: str, now: datetime) -> bool:
    """Lift a hold; False where it does not stand (any more)."""
    lifted = db.execute(
        "update holds set lifted_by = ?, lifted_at = ? where id = ? and lifted_at is null",
        [who, stamp(now), hold_id],
    )
    return lifted.rowcount == 1


def find_linked(db: Database, scope: Scope, link: str) -> str | None:
    """Return the id of the post or the comment with the address or id *link*, or None."""
    table = "comments" if scope is Scope.COMMENT else "page_posts"
    row = db.execute(
        f"select id from {table} where id = :link or permalink = :link or permalink = :link || '/'",  # noqa: S608
        {"link": link.strip().removesuffix("/")},
    ).fetchone()
    return row[0] if row else None


def held_places(db: Database, holds: Collection[Hold]) -> dict[str, tuple[str | None, str]]:
    """Return the address of each post and comment that is held, and a post's words, by id."""
    rows = db.execute(
        """
        select id, permalink, message from page_posts where id in (select value from json_each(:ids))
        union all
        select id, permalink, '' from comments where id in (select value from json_each(:ids))
        """,
        {"ids": json.dumps([hold.subject for hold in holds if hold.subject])},
    )
    return {subject: (permalink, text) for subject, permalink, text in rows.fetchall()}


def kept(db: Database, limit: int) -> list[tuple[PageComment, bool]]:
    """Return what must be handed over, the oldest first, and whether a person says that it was."""
    rows = db.execute(
        f"""
        select c.id, h.at is not null from ({KEPT}) k
        join comments c on c.id = k.comment_id left join handed_over h on h.comment_id = c.id
        where c.disposal_id is null
        order by h.at is not null, c.created_at, c.id limit ?
        """,  # noqa: S608 -- a constant
        [limit],
    ).fetchall()
    found = find_comments(db, [row[0] for row in rows])
    return [(found[comment_id], bool(handed)) for comment_id, handed in rows]


def count_waiting(db: Database) -> int:
    """Return how many comments must be handed over and were not."""
    row = db.execute(
        f"""
        select count(*) from ({KEPT}) k join comments c on c.id = k.comment_id
        where c.disposal_id is null and k.comment_id not in (select comment_id from handed_over)
        """  # noqa: S608 -- a constant
    ).fetchone()
    return int(row[0])


def hand_over(
    db: Database, ids: Collection[str], shown: Collection[str], *, who: str, now: datetime
) -> tuple[list[str], list[str]]:
    """Let, of the comments *shown*, *ids* be those that were handed over; return new ones and not."""
    before = {row[0] for row in db.execute("select comment_id from handed_over").fetchall()}
    may = {comment.id for comment, _ in kept(db, -1)} & set(shown)
    added = sorted((set(ids) & may) - before)
    taken = sorted((before & may) - set(ids))
    db.conn.executemany(
        "insert into handed_over values (?, ?, ?)", [(each, who, stamp(now)) for each in added]
    )
    db.conn.executemany("delete from handed_over where comment_id = ?", [(each,) for each in taken])
    return added, taken


def list_due(db: Database, disposal: Disposal) -> Disposal:
    """Store a new list and return it with its id."""
    found = disposal.found
    made = db.execute(
        """
        insert into disposals (
            class, decision, decided_on, amount, unit, cutoff, count, held, first, last, listed_at,
            message, state
        ) values (
            :kind, :decision, :decided, :amount, :unit, :cutoff, :count, :held, :first, :last,
            :listed, :message, :state
        )
        """,
        {
            **_written(disposal.rule),
            **{name: _text(value) for name, value in asdict(found).items()},
            "kind": disposal.kind,
            "cutoff": stamp(disposal.cutoff),
            "listed": stamp(disposal.listed_at),
            "message": disposal.message,
            "state": disposal.state,
        },
    )
    return get(db, int(made.lastrowid or 0))


def get(db: Database, disposal_id: int) -> Disposal:
    """Return the list *disposal_id*; raise DisposalOver where there is none."""
    found = _disposals(db, "id = ?", disposal_id)
    if not found:
        raise DisposalOver
    return found[0]


def of_message(db: Database, key: str) -> list[Disposal]:
    """Return the lists that the message *key* shows."""
    return _disposals(db, "message = ?", key)


def under_way(db: Database) -> Disposal | None:
    """Return the first that was decided and is not finished, or None."""
    found = _disposals(db, "state in ('decided', 'copies', 'running', 'cleaning')")
    return found[0] if found else None


def open_lists(db: Database, kind: Class) -> list[Disposal]:
    """Return the lists of *kind* about which nobody has decided."""
    return _disposals(db, "state = 'listed' and class = ?", kind)


def decide(db: Database, disposal: Disposal, state: State, *, who: str, now: datetime) -> None:
    """Store what *who* decided about a list."""
    db.execute(
        "update disposals set state = ?, who = ?, decided_at = ? where id = ?",
        [state, who, stamp(now), disposal.id],
    )


def begin(db: Database, disposal: Disposal, items: Collection[Item], state: State) -> None:
    """Remember what is to be disposed of, and how much of the list is not any more."""
    db.conn.executemany(
        "insert into disposing values (?, ?, ?)", [(disposal.id, *item) for item in items]
    )
    skipped = max(0, disposal.found.count - len(items))
    db.execute(
        "update disposals set state = ?, skipped = ? where id = ?", [state, skipped, disposal.id]
    )


def _disposals(db: Database, where: str, *values: object) -> list[Disposal]:
    rows = db.query(f"select * from disposals where {where} order by id", list(values))  # noqa: S608
    return [_disposal(row) for row in rows]


def _disposal(row: Mapping[str, Any]) -> Disposal:
    return Disposal(
        id=row["id"],
        kind=Class(row["class"]),
        rule=_rule(row),
        cutoff=instant(row["cutoff"]),
        found=Found(row["count"], row["held"], maybe(row["first"]), maybe(row["last"])),
        listed_at=instant(row["listed_at"]),
        message=row["message"],
        state=State(row["state"]),
        who=row["who"],
        decided_at=maybe(row["decided_at"]),
        disposed=row["disposed"],
        skipped=row["skipped"],
        copies=row["copies"],
        finished_at=maybe(row["finished_at"]),
    )


def _rule(row: Mapping[str, Any]) -> Rule:
    decided = date.fromisoformat(row["decided_on"])
    return Rule(row["decision"], decided, row["amount"], Unit(row["unit"]))


def _written(rule: Rule) -> dict[str, Any]:
    return {name: _text(value) for name, value in asdict(rule).items()}


def _hold(row: Mapping[str, Any]) -> Hold:
    start, end = (date.fromisoformat(day) if day else None for day in (row["start"], row["end"]))
    return Hold(
        scope=Scope(row["scope"]),
        reason=row["reason"],
        set_by=row["set_by"],
        set_at=instant(row["set_at"]),
        subject=row["subject"],
        start=start,
        end=end,
        id=row["id"],
    )


def _text(value: object) -> object:
    if isinstance(value, datetime):
        return stamp(value)
    return value.isoformat() if isinstance(value, date) else value
