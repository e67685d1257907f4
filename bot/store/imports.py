"""Which event became which post, what the two sides agreed on, and what is asked about them."""

import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date, datetime, time
from typing import Any

from sqlite_utils import Database

from bot.domain.plan import Entry, Status
from bot.store.db import stamp


@dataclass(frozen=True, slots=True)
class Imported:
    """One event that was read: see the schema's `m010_imports`."""

    key: str
    thing: str
    import_id: int | None
    post_id: int | None
    followed: bool
    agreed: Entry | None
    seen: Entry | None


@dataclass(frozen=True, slots=True)
class Ask:
    """The newest message about a thing, and whether it waits for an answer."""

    thing: str
    round: int
    is_open: bool


def begin(db: Database, source: str, *, now: datetime) -> int:
    """Note a reading that makes posts, from a `file` or the `calendar`; return its id."""
    made = db.execute("insert into imports (source, at) values (?, ?)", [source, stamp(now)])
    return int(made.lastrowid or 0)


def keep(db: Database, row: Imported) -> None:
    """Store *row*, in place of what was known of its key."""
    db.execute(
        """
        insert into imported (key, thing, import_id, post_id, followed, agreed, seen)
        values (:key, :thing, :import_id, :post_id, :followed, :agreed, :seen)
        on conflict (key) do update
        set import_id = :import_id, post_id = :post_id, followed = :followed,
            agreed = :agreed, seen = :seen
        """,
        {
            "key": row.key,
            "thing": row.thing,
            "import_id": row.import_id,
            "post_id": row.post_id,
            "followed": int(row.followed),
            "agreed": _written(row.agreed),
            "seen": _written(row.seen),
        },
    )


def known(db: Database) -> dict[str, Imported]:
    """Return every event that was ever read, by its key."""
    return {row["key"]: _row(row) for row in db.query("select * from imported")}


def some(db: Database, keys: Iterable[str]) -> dict[str, Imported]:
    """Return those of the events behind *keys* that were read before, by their key."""
    rows = db.query(
        "select * from imported where key in (select value from json_each(?))",
        [json.dumps(list(keys))],
    )
    return {row["key"]: _row(row) for row in rows}


def differing(db: Database, thing: str | None = None) -> list[Imported]:
    """Return the events, of all things or of one, that are not as was agreed; in order."""
    rows = db.query(
        """
        select * from imported
        where agreed is not seen and (:thing is null or thing = :thing)
        order by thing, key
        """,
        {"thing": thing},
    )
    return [_row(row) for row in rows]


def of_thing(db: Database, thing: str) -> list[Imported]:
    """Return every event of *thing*, in order."""
    rows = db.query("select * from imported where thing = ? order by key", [thing])
    return [_row(row) for row in rows]


def posts_of(db: Database, import_id: int) -> list[int]:
    """Return the ids of the posts that a reading made."""
    rows = db.execute(
        "select post_id from imported where import_id = ? and post_id is not null order by post_id",
        [import_id],
    )
    return [post_id for (post_id,) in rows.fetchall()]


def linked(db: Database) -> set[int]:
    """Return the ids of the posts that belong to an event."""
    rows = db.execute("select post_id from imported where post_id is not null")
    return {post_id for (post_id,) in rows.fetchall()}


def undo(db: Database, import_id: int, *, who: str, now: datetime) -> bool:
    """Note that *who* undoes a reading; False where it was undone, or never was a reading."""
    done = db.execute(
        "update imports set undone_at = ?, undoing = ? where id = ? and undone_at is null",
        [stamp(now), who, import_id],
    )
    return done.rowcount == 1


def undoing(db: Database) -> list[tuple[int, str]]:
    """Return the readings that are being undone, each with who does it."""
    rows = db.execute("select id, undoing from imports where undoing is not null order by id")
    return [(import_id, who) for import_id, who in rows.fetchall()]


def untouched(db: Database, import_id: int, most: int) -> list[int]:
    """Return up to *most* posts of a reading that are in the plan as they were read."""
    rows = db.execute(
        """
        select distinct p.id from imported i join posts p on p.id = i.post_id
        where i.import_id = ? and p.revision = 1 and p.status in ('draft', 'ready')
        order by p.id limit ?
        """,
        [import_id, most],
    )
    return [post_id for (post_id,) in rows.fetchall()]


def gone(db: Database, import_id: int, count: int) -> None:
    """Count *count* more posts that are out of the plan because the reading is undone."""
    db.execute(
        "update imports set undone_posts = undone_posts + ? where id = ?", [count, import_id]
    )


def undone(db: Database, import_id: int) -> int:
    """Note that a reading is undone wholly; return how many posts are gone by it."""
    db.execute("update imports set undoing = null where id = ?", [import_id])
    row = db.execute("select undone_posts from imports where id = ?", [import_id]).fetchone()
    return int(row[0])


def forget_file(db: Database, import_id: int, post_ids: Iterable[int]) -> None:
    """Forget the events of a file behind *post_ids*, so that it can be read in anew."""
    for post_id in post_ids:
        db.execute(
            "delete from imported where import_id = ? and post_id = ? and followed = 0",
            [import_id, post_id],
        )


def followed(db: Database, today: date) -> list[Imported]:
    """Return the events of the subscribed calendar that are still ahead, as they were last seen."""
    rows = (_row(row) for row in db.query("select * from imported where followed"))
    return [row for row in rows if row.seen is not None and row.seen.day >= today]


def unfollow(db: Database) -> None:
    """Follow no event any more: another calendar is subscribed to."""
    db.execute("update imported set followed = 0")


def ask_of(db: Database, thing: str) -> Ask | None:
    """Return the newest message about *thing*, or None where there was none."""
    rows = db.query("select * from import_asks where thing = ?", [thing])
    return next((Ask(row["thing"], row["round"], bool(row["open"])) for row in rows), None)


def open_asks(db: Database) -> list[Ask]:
    """Return the messages that wait for an answer."""
    rows = db.query("select * from import_asks where open order by thing")
    return [Ask(row["thing"], row["round"], is_open=True) for row in rows]


def set_ask(db: Database, ask: Ask) -> None:
    """Store *ask*, in place of the former one about its thing."""
    db.execute(
        "insert or replace into import_asks (thing, round, open) values (?, ?, ?)",
        [ask.thing, ask.round, int(ask.is_open)],
    )


def _row(row: Mapping[str, Any]) -> Imported:
    return Imported(
        key=row["key"],
        thing=row["thing"],
        import_id=row["import_id"],
        post_id=row["post_id"],
        followed=bool(row["followed"]),
        agreed=entry_read(row["agreed"]),
        seen=entry_read(row["seen"]),
    )


def _written(entry: Entry | None) -> str | None:
    if entry is None:
        return None
    said = {
        "title": entry.title,
        "outlet_id": entry.outlet_id,
        "day": entry.day.isoformat(),
        "at": f"{entry.at:%H:%M}",
        "text": entry.text,
        "owner": entry.owner,
        "status": entry.status.value,
    }
    return json.dumps(said, ensure_ascii=False, sort_keys=True)


def entry_read(text: str | None) -> Entry | None:
    """Read an entry as `imported` keeps it."""
    if text is None:
        return None
    said = json.loads(text)
    return Entry(
        title=said["title"],
        outlet_id=said["outlet_id"],
        day=date.fromisoformat(said["day"]),
        at=time.fromisoformat(said["at"]),
        text=said["text"],
        owner=said["owner"],
        status=Status(said["status"]),
    )
