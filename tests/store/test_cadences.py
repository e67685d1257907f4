"""Cadences, departures, pauses and the calendar, kept and brought over from the former schema."""

from datetime import date, time

from sqlite_utils import Database

from bot.domain.calendar import WorkingCalendar
from bot.domain.outlets import Cadence, Departure, Pause
from bot.domain.workhours import ORDINARY_WEEK, HalfDay
from bot.store import cadences, calendar, outlets
from bot.store import db as store_db
from bot.store.cadences import Part
from bot.store.migrations import migrations
from tests.make import NOW

DAILY = Cadence("FREQ=DAILY", time(9))
SUNDAY = Cadence("FREQ=WEEKLY;INTERVAL=2;BYDAY=SU", time(18), 1)


def test_the_one_cadence_of_the_former_schema_is_brought_over_with_its_posts():
    connection = store_db.connect(":memory:")
    database = Database(connection)
    migrations.apply(database, stop_before="m008_cadence")
    database.execute(
        "insert into outlets (id, name, rule, at, position) values"
        " (1, 'Facebook', 'FREQ=WEEKLY;BYDAY=MO', '11:00', 1), (2, 'Webb', null, null, 2)"
    )
    database.execute(
        "insert into posts (title, text, outlet_id, day, at, status, created_by, created_at,"
        " updated_at, revision) values ('Hej', '', 1, '2026-11-30', '11:00', 'draft', 'U', '', '', 1)"
    )

    store_db.migrate(database)

    facebook, web = outlets.known(database)
    assert facebook.cadences == (Cadence("FREQ=WEEKLY;BYDAY=MO", time(11)),)
    assert web.cadences == ()
    assert database.execute("select count(*) from posts").fetchone() == (1,)
    connection.close()


def test_everything_of_an_outlet_comes_back(db):
    outlet = outlets.add(db, "Podd", DAILY, SUNDAY)
    skip = Departure(date(2026, 12, 25), None, extra=False)
    extra = Departure(date(2026, 12, 27), time(9), extra=True)
    rest = Pause("Sommar", date(2027, 7, 1), date(2027, 8, 1))
    cadences.depart(db, outlet.id, extra)
    cadences.depart(db, outlet.id, skip)
    cadences.pause(db, outlet.id, rest)

    found = outlets.get(db, outlet.id)

    assert found.cadences == (DAILY, SUNDAY)
    assert found.departures == (skip, extra)
    assert found.pauses == (rest,)


def test_what_is_removed_is_restored_once(db):
    outlet = outlets.add(db, "Podd")
    number = cadences.add(db, outlet.id, DAILY)

    assert cadences.remove(db, Part.CADENCE, number, now=NOW)
    assert not cadences.remove(db, Part.CADENCE, number, now=NOW)
    assert outlets.get(db, outlet.id).cadences == ()
    assert cadences.restore(db, Part.CADENCE, number)
    assert not cadences.restore(db, Part.CADENCE, number)
    assert outlets.get(db, outlet.id).cadences == (DAILY,)


def test_outlets_are_renamed_and_put_in_order(db):
    first, second, third = (outlets.add(db, name) for name in ("A", "B", "C"))

    outlets.arrange(db, third.id, "Podd", 0)

    assert [outlet.name for outlet in outlets.known(db)] == ["Podd", "A", "B"]
    assert {first.id, second.id} == {outlet.id for outlet in outlets.known(db)[1:]}


def test_a_calendar_that_nobody_has_set_is_swedens_own(db):
    assert calendar.load(db) == WorkingCalendar()


def test_everything_of_the_calendar_comes_back(db):
    week = (((time(8), time(12)), (time(13), time(17))), *ORDINARY_WEEK[1:4], (), (), ())
    day = date(2026, 12, 11)
    calendar.set_week(db, week)
    calendar.set_halves(db, {HalfDay.WALPURGIS: time(14, 30)})
    calendar.set_squeezed(db, [date(2027, 5, 7)], every=True)

    assert calendar.add_own(db, day, "Planeringsdag")
    assert not calendar.add_own(db, day, "En annan")
    assert calendar.load(db) == WorkingCalendar(
        week=week,
        halves={HalfDay.WALPURGIS: time(14, 30)},
        squeezed=frozenset({date(2027, 5, 7)}),
        all_squeezed=True,
        own={day: "Planeringsdag"},
    )
    assert calendar.remove_own(db, day)
    assert not calendar.remove_own(db, day)
