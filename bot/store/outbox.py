"""Messages to Slack that are decided: what each should say, and what Slack has of it.

A message is put here in the transaction of the change that caused it and sent afterwards. Its key
is unique (`digest:2026-11-24`, `relay:<comment id>`); putting the same key again changes the
message in place, and only its newest state is ever sent.
"""

import json
import re
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import StrEnum
from typing import Any

from sqlite_utils import Database

from bot import trail
from bot.store.db import instant, maybe, stamp

NOTE_LIFE = timedelta(minutes=15)
"""A private word that comes later than this confuses more than it helps."""

DOUBT = timedelta(days=2)
"""For so long after a restore Slack is asked first: the nightly reading of the page is in it."""

_SERIAL = re.compile(r":\d{1,9}(?::|$)")
"""A key with a number of ours in it: after a restore the number is given to something else."""


class Kind(StrEnum):
    """How Slack shows it: a message, a word that one person sees, somebody's home tab."""

    POST = "post"
    NOTE = "note"
    HOME = "home"


NOBODY = "nobody_there"
LEFT = ("user_disabled", "user_not_found", "user_not_visible", NOBODY)
"""Errors of a word to somebody who has left: it is put aside, and no trouble of anybody's."""


@dataclass(frozen=True, slots=True)
class Item:
    """One message that is not yet in Slack in its newest state."""

    id: int
    key: str
    kind: Kind
    channel: str
    user: str | None
    url: str | None
    body: Mapping[str, Any]
    revision: int
    ts: str | None
    attempts: int
    tried_at: datetime | None
    created_at: datetime
    until: datetime | None = None
    thread: str | None = None
    trail: str = ""


@dataclass(frozen=True, slots=True)
class Backlog:
    """How the outbox stands: counts, since when the oldest waits, the dead with their errors.

    Words to somebody who has left are none of them.
    """

    pending: int
    oldest: datetime | None
    dead: int
    errors: tuple[str, ...]


def put(
    db: Database,
    key: str,
    channel: str,
    body: Mapping[str, Any],
    *,
    now: datetime,
    until: datetime | None = None,
    ahead: bool = False,
    thread: str | None = None,
) -> None:
    """Decide that the message *key* in *channel* says *body*; an unchanged body writes nothing.

    A message that has not been posted at *until* is never posted. One that goes *ahead* is posted
    before the others that wait for its channel; the word that it does is never taken back. One with
    a *thread* stands under the message of that key, shown in the channel, too; where that one is
    not, it stands alone.
    """
    _put(db, key, Kind.POST, channel, None, body, now, until, thread=thread)
    if ahead:
        db.execute("update outbox set ahead = 1 where key = ? and not ahead", [key])


def note(
    db: Database,
    key: str,
    channel: str,
    user: str,
    body: Mapping[str, Any],
    *,
    now: datetime,
    url: str | None = None,
) -> None:
    """Decide to tell *user* something in *channel* that only they see.

    *url* is the response address of the command or the click that is answered, if there is one.
    """
    _put(db, key, Kind.NOTE, channel, user, body, now, url=url)


def home(db: Database, user: str, view: Mapping[str, Any], *, now: datetime) -> None:
    """Decide what the home tab of *user* shows."""
    _put(db, f"home:{user}", Kind.HOME, user, user, view, now)


def _put(  # noqa: PLR0913, PLR0917 -- the columns of a row
    db: Database,
    key: str,
    kind: Kind,
    channel: str,
    user: str | None,
    body: Mapping[str, Any],
    now: datetime,
    until: datetime | None = None,
    url: str | None = None,
    thread: str | None = None,
) -> None:
    db.execute(
        """
        insert into outbox (
            key, kind, channel, user, url, body, created_at, decided_at, until, thread, trail,
            tried_at
        )
        values (
            :key, :kind, :channel, :user, :url, :body, :now, :now, :until, :thread, :trail,
            iif(:may_stand, (
                select old.value from facts old join facts over on over.name = 'restored:until'
                where old.name = 'restored:from' and over.value > :now
            ), null)
        )
        on conflict (key) do update
        set body = :body, revision = revision + 1, state = 'pending', error = null,
            decided_at = :now, trail = :trail
        where body <> :body
        """,
        {
            "key": key,
            "kind": kind,
            "channel": channel,
            "user": user,
            "url": url,
            "body": json.dumps(body, ensure_ascii=False, sort_keys=True),
            "now": stamp(now),
            "until": stamp(until) if until else None,
            "thread": thread,
            "trail": trail.current(),
            "may_stand": kind is Kind.POST and _SERIAL.search(key) is None,
        },
    )


def restored(db: Database, *, now: datetime) -> None:
    """Take into account that Slack may know more than this file, which was put back *now*.

    What waits in it may have been sent since it was copied, and so may, for some days, what is
    decided once more: the sender looks in the channel before it posts such a message.
    """
    row = db.execute(
        """
        select max(at) from (
            select max(ran_at) as at from job_runs union all select max(seen_at) from events
            union all select max(at) from audit union all select max(created_at) from outbox
            union all select max(sent_at) from outbox
        )
        """
    ).fetchone()
    copied = row[0] or stamp(now)
    db.execute(
        """
        update outbox set tried_at = ?
        where state = 'pending' and kind = 'post' and ts is null and tried_at is null
        """,
        [copied],
    )
    for name, value in (("from", copied), ("until", stamp(now + DOUBT))):
        db.execute("insert or replace into facts values (?, ?)", [f"restored:{name}", value])


def pending(db: Database, limit: int = 500) -> list[Item]:
    """Return what is to be sent: per channel the first unsent message, and every other change.

    A message that is new to its channel waits for the ones decided before it, and so for the one
    under which it stands, and for those that go ahead; an update to one that stands there already
    does not.
    """
    rows = db.query(
        """
        select * from outbox
        where state = 'pending' and (
            ts is not null or kind <> 'post' or id in (
                select coalesce(min(id) filter (where ahead), min(id)) from outbox
                where state = 'pending' and kind = 'post' and ts is null group by channel
            )
        )
        order by kind = 'post' and ts is not null, kind = 'post', id limit :limit
        """,
        {"limit": limit},
    )
    return [_item(row) for row in rows]


def trying(db: Database, item: Item, *, now: datetime) -> bool:
    """Note, before the network is used, that *item* may come to stand in Slack.

    False where it was withdrawn meanwhile.
    """
    noted = db.execute(
        """
        update outbox set attempts = attempts + 1, tried_at = coalesce(tried_at, :now)
        where id = :id
        """,
        {"id": item.id, "now": stamp(now)},
    )
    return noted.rowcount == 1


def not_sent(db: Database, item: Item) -> None:
    """Note that Slack certainly did not take *item*: it can be sent again without a look."""
    db.execute("update outbox set tried_at = null where id = ?", [item.id])


def sent(db: Database, item: Item, ts: str | None, *, revision: int, now: datetime) -> None:
    """Note that *revision* of *item* stands in Slack as *ts* (None for what has no place)."""
    db.execute(
        """
        update outbox
        set ts = coalesce(:ts, ts), sent_revision = :revision, tried_at = null, error = null,
            sent_at = :now,
            state = case when revision = :revision then 'sent' else 'pending' end
        where id = :id
        """,
        {"id": item.id, "ts": ts, "revision": revision, "now": stamp(now)},
    )


def died(db: Database, item: Item, error: str) -> None:
    """Put *item* aside: what it says can never be taken by Slack (*error* is Slack's code)."""
    db.execute(
        "update outbox set state = 'dead', tried_at = null, error = :error where id = :id",
        {"id": item.id, "error": error},
    )


def unthread(db: Database, item: Item) -> None:
    """Let *item* stand alone: Slack does not have the message any more under which it stood."""
    db.execute("update outbox set thread = null where id = ?", [item.id])


def revive(db: Database) -> int:
    """Make the dead pending again, for instance after an upgrade; return how many."""
    return db.execute("update outbox set state = 'pending' where state = 'dead'").rowcount


def untried(db: Database, prefix: str, channel: str) -> list[str]:
    """Return the keys that begin with *prefix* of what surely does not stand in *channel* yet."""
    rows = db.execute(
        """
        select key from outbox
        where state = 'pending' and ts is null and tried_at is null and channel = ?
          and substr(key, 1, ?) = ? order by id
        """,
        [channel, len(prefix), prefix],
    )
    return [row[0] for row in rows.fetchall()]


def withdraw(db: Database, keys: Iterable[str]) -> None:
    """Drop those of the messages *keys*, all of them `untried`, that are not to be posted after all."""
    db.execute(
        "delete from outbox where key in (select value from json_each(?))", [json.dumps(list(keys))]
    )


def decided(db: Database, keys: Collection[str]) -> set[str]:
    """Return those of the messages *keys* that have been decided."""
    rows = db.execute(
        "select key from outbox where key in (select value from json_each(?))",
        [json.dumps(list(keys))],
    )
    return {row[0] for row in rows.fetchall()}


def starting(db: Database, prefix: str) -> list[str]:
    """Return the keys of the messages that begin with *prefix*, in order."""
    rows = db.execute(
        "select key from outbox where substr(key, 1, ?) = ? order by key", [len(prefix), prefix]
    )
    return [row[0] for row in rows.fetchall()]


def holds(db: Database, key: str) -> bool:
    """Say whether the message *key* has been decided."""
    return db.execute("select 1 from outbox where key = ?", [key]).fetchone() is not None


def place(db: Database, key: str) -> tuple[str, str] | None:
    """Return (channel, ts) of the message *key*, or None while it does not stand in Slack."""
    rows = list(db.query("select channel, ts from outbox where key = ? and ts is not null", [key]))
    return (rows[0]["channel"], rows[0]["ts"]) if rows else None


def last_place(db: Database, item: Item) -> str | None:
    """Return the ts of the newest message in the channel that was decided before *item*, if any.

    It stood there before *item* was tried, by Slack's own clock.
    """
    (ts,) = db.execute(
        "select max(ts) from outbox where channel = ? and kind = 'post' and id < ?",
        [item.channel, item.id],
    ).fetchone()
    return str(ts) if ts else None


def key_at(db: Database, channel: str, ts: str) -> str | None:
    """Return the key of our message at (*channel*, *ts*), or None if it is not one of ours."""
    rows = list(db.query("select key from outbox where channel = ? and ts = ?", [channel, ts]))
    return rows[0]["key"] if rows else None


def in_doubt(db: Database, channel: str) -> bool:
    """Say whether a message may stand in *channel* whose place is not recorded yet."""
    rows = db.execute(
        """
        select 1 from outbox
        where state = 'pending' and kind = 'post' and ts is null and tried_at is not null
          and channel = ?
        """,
        [channel],
    )
    return rows.fetchone() is not None


def backlog(db: Database) -> Backlog:
    """Return how many messages wait or died, for the health report."""
    pending, oldest = db.execute(
        """
        select count(*), min(coalesce(decided_at, created_at)) from outbox where state = 'pending'
        """
    ).fetchone()
    errors = db.execute(
        "select error, count(*) from outbox where state = 'dead' group by error"
    ).fetchall()
    errors = [(error, count) for error, count in errors if error not in LEFT]
    return Backlog(
        pending=pending,
        oldest=maybe(oldest),
        dead=sum(count for _, count in errors),
        errors=tuple(error for error, _ in errors),
    )


def forget_notes(db: Database, *, before: datetime) -> int:
    """Delete private words from before *before*: nobody can see or change them any more."""
    return db.execute(
        "delete from outbox where kind = 'note' and created_at < ?", [stamp(before)]
    ).rowcount


def _item(row: Mapping[str, Any]) -> Item:
    return Item(
        id=row["id"],
        key=row["key"],
        kind=Kind(row["kind"]),
        channel=row["channel"],
        user=row["user"],
        url=row["url"],
        body=json.loads(row["body"]),
        revision=row["revision"],
        ts=row["ts"],
        attempts=row["attempts"],
        tried_at=maybe(row["tried_at"]),
        created_at=instant(row["created_at"]),
        until=maybe(row["until"]),
        thread=row["thread"],
        trail=row["trail"],
    )
