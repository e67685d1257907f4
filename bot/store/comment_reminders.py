"""Which open comments await an answer since when, and who heard of which on which day."""

from collections.abc import Iterable
from datetime import date

from sqlite_utils import Database

from bot.domain.comment_reminders import Ask, Step, Told, Waiting
from bot.domain.comments import State
from bot.store.db import instant

_OPEN = ", ".join(f"'{state}'" for state in State if state.is_open)


def waiting(db: Database) -> list[Waiting]:
    """Return the open comments, the oldest first; not those that are flagged and not yet judged."""
    rows = db.execute(
        f"""
        select r.comment_id, r.owner, max(c.created_at, coalesce((
            select max(a.at) from audit a
            where a.subject = 'comment:' || c.id and a.act glob 'comment.*'
              and a.act in ('comment.promised', 'comment.reopened')
        ), ''))
        from relays r join comments c on c.id = r.comment_id
        where r.state in ({_OPEN})
          and (r.flagged_by is null or exists (
            select 1 from audit a
            where a.subject = 'comment:' || c.id and a.act glob 'comment.*'
              and a.act = 'comment.judged' and a.at >= r.flagged_at
          ))
        order by c.created_at, c.id
        """  # noqa: S608 -- only our own words are put in
    )
    return [Waiting(row[0], instant(row[2]), row[1]) for row in rows.fetchall()]


def told(db: Database) -> dict[tuple[str | None, str], Told]:
    """Return how often who heard of which of the comments that are open, since its time began."""
    rows = db.execute(
        f"""
        select who, comment_id, count(*) filter (where day > coalesce((
            select substr(max(a.at), 1, 10) from audit a
            where a.subject = 'comment:' || comment_id and a.act glob 'comment.*'
              and a.act in ('comment.promised', 'comment.reopened')
        ), '')), max(day)
        from comment_reminders
        where comment_id in (select comment_id from relays where state in ({_OPEN}))
        group by who, comment_id
        """  # noqa: S608 -- only our own words are put in
    )
    return {
        (who or None, comment_id): Told(days, date.fromisoformat(last))
        for who, comment_id, days, last in rows.fetchall()
    }


def name(db: Database, day: date, asks: Iterable[Ask]) -> None:
    """Note that *asks* are asked on *day*."""
    db.conn.executemany(
        "insert or ignore into comment_reminders (day, who, comment_id, step) values (?, ?, ?, ?)",
        [(day.isoformat(), ask.who or "", ask.comment_id, ask.step) for ask in asks],
    )


def days_in_channel(db: Database) -> list[date]:
    """Return the days on which the channel was asked about something that is open."""
    rows = db.execute(
        f"""
        select distinct day from comment_reminders
        where who = '' and comment_id in (select comment_id from relays where state in ({_OPEN}))
        order by day
        """  # noqa: S608 -- only our own words are put in
    )
    return [date.fromisoformat(row[0]) for row in rows.fetchall()]


def named(db: Database, day: date) -> list[Ask]:
    """Return what is asked on *day*, in the order in which the comments were written."""
    rows = db.execute(
        """
        select m.comment_id, m.who, m.step
        from comment_reminders m join comments c on c.id = m.comment_id
        where m.day = ? order by c.created_at, c.id
        """,
        [day.isoformat()],
    )
    return [Ask(row[0], row[1] or None, Step(row[2])) for row in rows.fetchall()]
