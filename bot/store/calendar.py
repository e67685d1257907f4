"""When people are at work: what was chosen, as one value that everything is given."""

from collections.abc import Iterable, Mapping
from datetime import date, time

from sqlite_utils import Database

from bot.domain.calendar import WorkingCalendar
from bot.domain.workhours import ORDINARY_WEEK, HalfDay, Hours

_ALL = "all"


def load(db: Database) -> WorkingCalendar:
    """Return the calendar as it is set; Sweden's own where nothing is."""
    rows = db.execute("select kind, key, value from working_calendar order by key").fetchall()
    found: dict[str, dict[str, str]] = {"hours": {}, "half": {}, "squeeze": {}, "own": {}}
    for kind, key, value in rows:
        found[kind][key] = value
    squeezed = found["squeeze"].keys()
    return WorkingCalendar(
        week=_week(found["hours"]),
        halves={HalfDay(key): time.fromisoformat(end) for key, end in found["half"].items()},
        squeezed=frozenset(date.fromisoformat(key) for key in squeezed if key != _ALL),
        all_squeezed=_ALL in squeezed,
        own={date.fromisoformat(key): name for key, name in found["own"].items()},
    )


def set_week(db: Database, week: Iterable[Hours]) -> None:
    """Let *week* be the working hours, Monday first."""
    _replace(db, "hours", {str(n): write_hours(hours) for n, hours in enumerate(week, start=1)})


def set_halves(db: Database, halves: Mapping[HalfDay, time]) -> None:
    """Keep *halves* as half days, and no others."""
    _replace(db, "half", {half.value: f"{end:%H:%M}" for half, end in halves.items()})


def set_squeezed(db: Database, days: Iterable[date], *, every: bool) -> None:
    """Let the klämdagar *days* be free, or *every* one there is."""
    keys = [day.isoformat() for day in days]
    _replace(db, "squeeze", dict.fromkeys([*keys, *([_ALL] if every else [])], ""))


def add_own(db: Database, day: date, name: str) -> bool:
    """Let *day* be free; say whether it was not an own free day yet."""
    added = db.execute(
        "insert or ignore into working_calendar values ('own', ?, ?)", [day.isoformat(), name]
    )
    return added.rowcount == 1


def remove_own(db: Database, day: date) -> bool:
    """Let *day* be no own free day; say whether it was one."""
    gone = db.execute(
        "delete from working_calendar where kind = 'own' and key = ?", [day.isoformat()]
    )
    return gone.rowcount == 1


def _replace(db: Database, kind: str, values: Mapping[str, str]) -> None:
    db.execute("delete from working_calendar where kind = ?", [kind])
    db.conn.executemany(
        "insert into working_calendar values (?, ?, ?)",
        [(kind, key, value) for key, value in values.items()],
    )


def _week(hours: Mapping[str, str]) -> tuple[Hours, ...]:
    return tuple(
        read_hours(hours[str(n)]) if str(n) in hours else ordinary
        for n, ordinary in enumerate(ORDINARY_WEEK, start=1)
    )


def read_hours(text: str) -> Hours:
    """Read hours as `write_hours` writes them."""
    stretches = (stretch.split("-") for stretch in text.split(",") if stretch)
    return tuple((time.fromisoformat(begin), time.fromisoformat(end)) for begin, end in stretches)


def write_hours(hours: Hours) -> str:
    """Write a day's hours as text."""
    return ",".join(f"{begin:%H:%M}-{end:%H:%M}" for begin, end in hours)
