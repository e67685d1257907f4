"""Publishing on the page: what is allowed, and each decision with what became of it."""

import json
from collections.abc import Iterable, Mapping
from dataclasses import asdict
from datetime import datetime
from typing import Any

from sqlite_utils import Database

from bot import trail
from bot.domain.publishing import ACTIVE, Picture, Problem, Publication, Publishing, State
from bot.store.db import instant, maybe, stamp

_FIELDS = (
    "post_id", "revision", "outlet_id", "text", "link", "who", "is_planned", "due", "next_at",
    "state", "tries", "looks", "tried_at", "page_post_id", "released_at", "permalink", "problem",
    "code", "pictures", "trail",
)  # fmt: skip
_NAMES = ", ".join(_FIELDS)
_VALUES = ", ".join(f":{name}" for name in _FIELDS)
_SET = ", ".join(f"{name} = :{name}" for name in _FIELDS)
_ACTIVE = ", ".join(f"'{state}'" for state in sorted(ACTIVE))


def setting(db: Database) -> Publishing:
    """Return what the team has decided; off where it has not."""
    row = next(iter(db.query("select * from publishing")), None)
    if row is None:
        return Publishing()
    return Publishing(bool(row["is_on"]), row["outlet_id"], tuple(json.loads(row["users"])))


def decide(db: Database, setting: Publishing) -> None:
    """Let *setting* be what the team has decided."""
    db.execute(
        """
        insert into publishing values (1, :is_on, :outlet_id, :users)
        on conflict (only) do update set
            is_on = excluded.is_on, outlet_id = excluded.outlet_id, users = excluded.users
        """,
        {
            "is_on": int(setting.is_on),
            "outlet_id": setting.outlet_id,
            "users": json.dumps(setting.users),
        },
    )


def outlet(db: Database) -> int | None:
    """Return the outlet that can be published from Slack; None while that is off."""
    decided = setting(db)
    return decided.outlet_id if decided.is_on else None


def add(db: Database, publication: Publication) -> Publication:
    """Store a new *publication* and return it with its id."""
    made = db.execute(
        f"insert into publications ({_NAMES}) values ({_VALUES})",  # noqa: S608 -- columns
        _columns(publication),
    )
    return get(db, int(made.lastrowid or 0))


def get(db: Database, publication_id: int) -> Publication:
    """Return the publication *publication_id*, which exists."""
    rows = db.query("select * from publications where id = ?", [publication_id])
    return next(_publication(row) for row in rows)


def save(db: Database, publication: Publication) -> Publication:
    """Store *publication* as it is now."""
    db.execute(
        f"update publications set {_SET} where id = :id",  # noqa: S608 -- columns
        {**_columns(publication), "id": publication.id},
    )
    return publication


def active(db: Database) -> list[Publication]:
    """Return what is under way, in the order in which something is to be done about it."""
    rows = db.query(
        f"select * from publications where state in ({_ACTIVE}) order by next_at, id"  # noqa: S608 -- a constant is put in
    )
    return [_publication(row) for row in rows]


def active_of(db: Database, post_id: int) -> Publication | None:
    """Return the publication of a post that is under way, or None."""
    found = latest(db, [post_id]).get(post_id)
    return found if found and found.is_active else None


def latest(db: Database, post_ids: Iterable[int]) -> dict[int, Publication]:
    """Return the newest publication of each of *post_ids* that has one, by post."""
    rows = db.query(
        """
        select * from publications where id in (
            select max(id) from publications
            where post_id in (select value from json_each(?)) group by post_id
        )
        """,
        [json.dumps(sorted(set(post_ids)))],
    )
    return {row["post_id"]: _publication(row) for row in rows}


def is_out(db: Database, post_id: int) -> bool:
    """Say whether the bot has published the post."""
    rows = db.execute(
        "select 1 from publications where post_id = ? and state = 'published'", [post_id]
    )
    return rows.fetchone() is not None


def page_posts(db: Database) -> frozenset[str]:
    """Return the ids of the page's posts that came of publications."""
    rows = db.execute("select page_post_id from publications where page_post_id is not null")
    return frozenset(row[0] for row in rows)


def _columns(publication: Publication) -> dict[str, Any]:
    values = {name: _stored(getattr(publication, name)) for name in _FIELDS}
    values["trail"] = trail.current()  # of the newest decision; who carries it out follows it
    return values


def _stored(value: object) -> object:
    if isinstance(value, tuple):
        return json.dumps([asdict(each) for each in value], ensure_ascii=False)
    if isinstance(value, datetime):
        return stamp(value)
    return int(value) if isinstance(value, bool) else value


def _publication(row: Mapping[str, Any]) -> Publication:
    known = dict(row)
    return Publication(
        **{
            **known,
            "is_planned": bool(row["is_planned"]),
            "due": instant(row["due"]),
            "next_at": instant(row["next_at"]),
            "state": State(row["state"]),
            "tried_at": maybe(row["tried_at"]),
            "released_at": maybe(row["released_at"]),
            "problem": Problem(row["problem"]) if row["problem"] else None,
            "pictures": tuple(Picture(**each) for each in json.loads(row["pictures"])),
        }
    )
