"""What was decided about gaps: left empty, put off, and which of them the nag of a day named."""

from collections.abc import Iterable, Mapping
from datetime import date, datetime, time, tzinfo
from typing import Any

from sqlite_utils import Database

from bot.domain.asking import Ask
from bot.domain.gaps import gaps, window
from bot.domain.levels import Tone
from bot.domain.nags import Desk, Postponed
from bot.domain.outlets import Slot, slots
from bot.store import calendar, outlets, posts
from bot.store.db import stamp

_RANGE = "where day >= ? and day < ?"


def ahead(db: Database, *, now: datetime, zone: tzinfo) -> list[Slot]:
    """Return every gap within the horizon, in order; reads places of posts, not the posts."""
    start, end = window(now.astimezone(zone).date())
    wanted = [slot for outlet in outlets.known(db) for slot in slots(outlet, start, end)]
    marks = left_empty(db, start, end)
    return gaps(wanted, occupied(db, start, end), marks, now=now, zone=zone)


def occupied(db: Database, start: date, end: date) -> list[Slot]:
    """Return where living posts are, from *start* up to but not including *end*."""
    rows = db.query(
        f"select day, at, outlet_id from posts {_RANGE} and status <> 'cancelled'",  # noqa: S608
        _days(start, end),
    )
    return [_slot(row) for row in rows]


def desk(db: Database, start: date, end: date, *, now: datetime, zone: tzinfo) -> Desk:
    """Return what tells of every slot from *start* up to but not including *end*."""
    return Desk(
        plan=posts.plan(db, start, end),
        left_empty=left_empty(db, start, end),
        postponed=postponed(db, start, end),
        calendar=calendar.load(db),
        now=now,
        zone=zone,
    )


def leave_empty(db: Database, slot: Slot, *, who: str, now: datetime) -> None:
    """Leave *slot* empty in the name of *who*; a mark that is there stays as it is."""
    db.execute(
        "insert or ignore into left_empty (outlet_id, day, at, who, decided_at) values (?, ?, ?, ?, ?)",
        [*_place(slot), who, stamp(now)],
    )


def left_empty(db: Database, start: date, end: date) -> dict[Slot, str]:
    """Return who left which slot empty, from *start* up to but not including *end*."""
    rows = db.query(f"select * from left_empty {_RANGE}", _days(start, end))  # noqa: S608
    return {_slot(row): row["who"] for row in rows}


def postpone(db: Database, slot: Slot, until: date, *, who: str, now: datetime) -> None:
    """Remind of *slot* again on the day *until*, not before; the newest wish counts."""
    db.execute(
        """
        insert or replace into postponed (outlet_id, day, at, until, who, decided_at)
        values (?, ?, ?, ?, ?, ?)
        """,
        [*_place(slot), until.isoformat(), who, stamp(now)],
    )


def postponed(db: Database, start: date, end: date) -> dict[Slot, Postponed]:
    """Return what is put off, from *start* up to but not including *end*."""
    rows = db.query(f"select * from postponed {_RANGE}", _days(start, end))  # noqa: S608
    return {_slot(r): Postponed(date.fromisoformat(r["until"]), r["who"]) for r in rows}


def restore(db: Database, slot: Slot) -> bool:
    """Make *slot* an ordinary gap again; say whether it had been left empty or put off."""
    tables = ("left_empty", "postponed")
    where = "where outlet_id = ? and day = ? and at = ?"
    gone = [db.execute(f"delete from {t} {where}", _place(slot)).rowcount for t in tables]  # noqa: S608
    return any(gone)


def name(db: Database, nag: date, asks: Iterable[Ask]) -> None:
    """Note that the nag of the day *nag* asks *asks*; whom a gap is asked of today stays so."""
    db.conn.executemany(
        "insert or ignore into nagged (nag, outlet_id, day, at, who, tone) values (?, ?, ?, ?, ?, ?)",
        [[nag.isoformat(), *_place(ask.slot), ask.who, ask.tone] for ask in asks],
    )


def named(db: Database, nag: date) -> list[Ask]:
    """Return what the nag of the day *nag* asks, in order of the slots."""
    rows = db.query("select * from nagged where nag = ?", [nag.isoformat()])
    asks = (Ask(_slot(row), row["who"], Tone(row["tone"])) for row in rows)
    return sorted(asks, key=lambda ask: ask.slot)


def told(db: Database, nag: date, *, since: date) -> list[tuple[Slot, date]]:
    """Return which slots from the day *nag* on were asked about on which day before, from *since*.

    Only what reached Slack counts, or what Slack will never take (somebody who has left).
    """
    rows = db.query(
        """
        select nagged.* from nagged join outbox
            on outbox.key = 'nag:' || nagged.nag || coalesce(':' || nagged.who, '')
        where nagged.day >= :nag and nagged.nag >= :since and nagged.nag < :nag
          and (outbox.ts is not null or outbox.state = 'dead')
        """,
        {"nag": nag.isoformat(), "since": since.isoformat()},
    )
    return [(_slot(row), date.fromisoformat(row["nag"])) for row in rows]


def waiting(db: Database, nag: date) -> list[str]:
    """Return the people whom the nag of the day *nag* asks and who have not been told yet."""
    rows = db.execute(
        """
        select distinct who from nagged where nag = :nag and who is not null
            and not exists (select 1 from outbox where key = 'nag:' || :nag || ':' || who)
        order by who
        """,
        {"nag": nag.isoformat()},
    )
    return [row[0] for row in rows.fetchall()]


def spare(db: Database, nag: date, who: str) -> None:
    """Let the nag of the day *nag* ask nothing of *who*, who has not been told."""
    db.execute("delete from nagged where nag = ? and who = ?", [nag.isoformat(), who])


def _place(slot: Slot) -> list[Any]:
    return [slot.outlet_id, slot.day.isoformat(), f"{slot.at:%H:%M}"]


def _slot(row: Mapping[str, Any]) -> Slot:
    return Slot(date.fromisoformat(row["day"]), time.fromisoformat(row["at"]), row["outlet_id"])


def _days(start: date, end: date) -> list[str]:
    return [start.isoformat(), end.isoformat()]
