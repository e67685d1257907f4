"""Who is away, and who has working hours of their own."""

from datetime import date
from typing import Any

from sqlite_utils import Database

from bot.domain.presence import Absence, Presence, Week
from bot.store import calendar
from bot.store.calendar import read_hours, write_hours


def load(db: Database, today: date) -> Presence:
    """Return who is there when, from *today* on."""
    hours = db.execute("select user, weekday, hours from own_hours").fetchall()
    people = {user for user, _, _ in hours}
    own = {user: _week({day: text for who, day, text in hours if who == user}) for user in people}
    return Presence(calendar.load(db), absences(db, today), own)


def absences(db: Database, today: date) -> list[Absence]:
    """Return the absences that are not over on *today*, the next to begin first."""
    rows = db.execute(
        "select id, user, start, end from absences where end > ? order by start, end, id",
        [today.isoformat()],
    )
    return [_absence(row) for row in rows.fetchall()]


def find_absence(db: Database, absence_id: int) -> Absence | None:
    """Return one absence, or None."""
    row = db.execute("select id, user, start, end from absences where id = ?", [absence_id])
    found = row.fetchone()
    return _absence(found) if found else None


def add_absence(db: Database, user: str, start: date, end: date) -> Absence:
    """Note that *user* is away from *start* up to but not including *end*; once."""
    days = [user, start.isoformat(), end.isoformat()]
    where = "where user = ? and start = ? and end = ?"
    held = db.execute(f"select id from absences {where}", days).fetchone()  # noqa: S608 -- only placeholders are put in
    if held:
        return Absence(held[0], user, start, end)
    added = db.execute("insert into absences (user, start, end) values (?, ?, ?)", days)
    return Absence(int(added.lastrowid or 0), user, start, end)


def remove_absence(db: Database, absence_id: int) -> None:
    """Forget an absence."""
    db.execute("delete from absences where id = ?", [absence_id])


def set_hours(db: Database, user: str, week: Week) -> None:
    """Let *week* be the hours of *user*; without any they follow the team."""
    db.execute("delete from own_hours where user = ?", [user])
    db.conn.executemany(
        "insert into own_hours values (?, ?, ?)",
        [(user, n, write_hours(hours)) for n, hours in enumerate(week, start=1) if hours],
    )


def _week(hours: dict[int, str]) -> Week:
    return tuple(read_hours(hours.get(number, "")) for number in range(1, 8))


def _absence(row: Any) -> Absence:  # noqa: ANN401 -- a row of four columns
    return Absence(row[0], row[1], date.fromisoformat(row[2]), date.fromisoformat(row[3]))
