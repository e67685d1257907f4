"""Each time comments are taken out as files: what was wanted while they are made, then how much."""

from collections.abc import Mapping
from datetime import datetime
from typing import Any

from sqlite_utils import Database

from bot.domain.disclosure import Disclosure, Kind, Review, Status, Wanted
from bot.store.db import instant, maybe, stamp


def ask(
    db: Database, kind: Kind, who: str, wanted: Wanted, review: Review, *, now: datetime
) -> Disclosure:
    """Keep that *who* of us wants comments as files."""
    made = db.execute(
        """
        insert into disclosures (
            kind, who, asked_at, since, until, comment_id, post, person, is_masked, is_nameless,
            provision, state
        ) values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, 'waiting')
        """,
        [
            kind,
            who,
            stamp(now),
            stamp(wanted.since) if wanted.since else None,
            stamp(wanted.until) if wanted.until else None,
            wanted.comment_id,
            wanted.post,
            wanted.person,
            int(review.is_masked),
            int(review.is_nameless),
            review.provision,
        ],
    )
    return get(db, int(made.lastrowid or 0))


def get(db: Database, disclosure_id: int) -> Disclosure:
    """Return one that is there."""
    return _one(next(db.query("select * from disclosures where id = ?", [disclosure_id])))


def waiting(db: Database) -> list[Disclosure]:
    """Return those whose files are not made yet, the oldest first."""
    return [
        _one(r) for r in db.query("select * from disclosures where state = 'waiting' order by id")
    ]


def newest(db: Database, kind: Kind, *, since: datetime) -> Disclosure | None:
    """Return the newest of *kind* that was asked for from *since* on and did not fail, or None."""
    rows = db.query(
        """
        select * from disclosures where kind = ? and asked_at >= ? and state <> 'failed'
        order by id desc limit 1
        """,
        [kind, stamp(since)],
    )
    return next(map(_one, rows), None)


def end(db: Database, one: Disclosure) -> None:
    """Store that it is over; what was looked for goes."""
    db.execute(
        """
        update disclosures
        set state = ?, comments = ?, ended_at = ?, post = ?, person = '' where id = ?
        """,
        [
            one.status,
            one.comments,
            stamp(one.ended_at) if one.ended_at else None,
            one.wanted.post,
            one.id,
        ],
    )


def _one(row: Mapping[str, Any]) -> Disclosure:
    wanted = Wanted(
        maybe(row["since"]), maybe(row["until"]), row["post"], row["person"], row["comment_id"]
    )
    review = Review(bool(row["is_masked"]), bool(row["is_nameless"]), row["provision"])
    return Disclosure(
        row["id"],
        Kind(row["kind"]),
        row["who"],
        instant(row["asked_at"]),
        wanted,
        review,
        Status(row["state"]),
        row["comments"],
        maybe(row["ended_at"]),
    )
