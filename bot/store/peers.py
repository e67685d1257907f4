"""Other pages' counts, as people counted them; one that was taken away can come back."""

from collections.abc import Mapping
from datetime import date, datetime, timedelta
from typing import Any

from sqlite_utils import Database

from bot.domain.peers import Peer, PeerGone
from bot.domain.periods import read_code
from bot.store.db import stamp

_FIELDS = (
    "name", "period", "followers", "posts", "comments", "answered", "median_minutes", "counted_on",
    "counted_by", "how",
)  # fmt: skip
_NAMES = ", ".join(_FIELDS)
_VALUES = ", ".join(f":{name}" for name in _FIELDS)
_SET = ", ".join(f"{name} = :{name}" for name in _FIELDS)


def known(db: Database) -> list[Peer]:
    """Return the pages of the comparison, in the order in which they came."""
    return [
        _peer(row) for row in db.query("select * from peers where removed_at is null order by id")
    ]


def get(db: Database, peer_id: int) -> Peer:
    """Return the count *peer_id*, also where it was taken away; raise PeerGone."""
    rows = list(db.query("select * from peers where id = ?", [peer_id]))
    if not rows:
        raise PeerGone
    return _peer(rows[0])


def is_there(db: Database, peer_id: int) -> bool:
    """Tell whether the page is in the comparison."""
    return any(peer.id == peer_id for peer in known(db))


def add(db: Database, peer: Peer) -> int:
    """Put a page into the comparison; return its id."""
    made = db.execute(
        f"insert into peers ({_NAMES}) values ({_VALUES})",  # noqa: S608 -- columns
        _columns(peer),
    )
    return int(made.lastrowid or 0)


def change(db: Database, peer_id: int, peer: Peer) -> None:
    """Let the count *peer_id* be *peer*."""
    db.execute(
        f"update peers set {_SET} where id = :id",  # noqa: S608 -- columns
        {**_columns(peer), "id": peer_id},
    )


def remove(db: Database, peer_id: int, at: datetime | None) -> bool:
    """Take a page out of the comparison at *at*, or back with None; False if it was so."""
    changed = db.execute(
        "update peers set removed_at = :at where id = :id and (removed_at is null) = :is_there",
        {"at": stamp(at) if at else None, "id": peer_id, "is_there": int(at is not None)},
    )
    return changed.rowcount == 1


def own_posts(db: Database, start: datetime, end: datetime) -> int:
    """Return how many posts our own page has from *start* up to *end*."""
    row = db.execute(
        "select count(*) from page_posts where created_at >= ? and created_at < ?",
        [stamp(start), stamp(end)],
    )
    return int(row.fetchone()[0])


def _columns(peer: Peer) -> dict[str, Any]:
    return {
        "name": peer.name,
        "period": peer.period.code,
        "followers": peer.followers,
        "posts": peer.posts,
        "comments": peer.comments,
        "answered": peer.answered,
        "median_minutes": None if peer.median is None else peer.median // timedelta(minutes=1),
        "counted_on": peer.counted_on.isoformat(),
        "counted_by": peer.counted_by,
        "how": peer.how,
    }


def _peer(row: Mapping[str, Any]) -> Peer:
    period, minutes = read_code(row["period"]), row["median_minutes"]
    if period is None:
        raise PeerGone
    return Peer(
        name=row["name"],
        period=period,
        followers=row["followers"],
        posts=row["posts"],
        comments=row["comments"],
        answered=row["answered"],
        median=None if minutes is None else timedelta(minutes=minutes),
        counted_on=date.fromisoformat(row["counted_on"]),
        counted_by=row["counted_by"],
        how=row["how"],
        id=row["id"],
    )
