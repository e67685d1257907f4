"""The settings of outlets and of the working calendar, in both languages and at their fullest."""

from datetime import date, time, timedelta

from bot.domain.calendar import WorkingCalendar
from bot.domain.outlets import DEFAULT_CADENCE, Cadence, Departure, Outlet, Pause, Slot
from bot.domain.workhours import ORDINARY_WEEK, HalfDay
from bot.views import cadences, outlets, workdays
from bot.views.forms import Origin
from bot.views.outlets import Page
from tests.conftest import enforce_limits

TODAY = date(2026, 11, 24)
SUNDAYS = Cadence("FREQ=WEEKLY;INTERVAL=2;BYDAY=SU", time(18))
FIRST_MONDAY = Cadence("FREQ=MONTHLY;BYDAY=1MO", time(8, 30))
FACEBOOK = Outlet(1, "Facebook <&>", (DEFAULT_CADENCE, SUNDAYS, FIRST_MONDAY))
SKIP = Departure(date(2026, 12, 25), None, extra=False)
EXTRA = Departure(date(2026, 12, 27), time(9), extra=True)
REST = Pause("Sommar <!here>", date(2027, 7, 1), date(2027, 8, 1))
SHOWN = Page(
    FACEBOOK,
    [*enumerate(FACEBOOK.cadences, start=1)],
    [(1, SKIP), (2, EXTRA)],
    [(1, REST)],
    [Slot(date(2026, 11, 25), time(11), 1)],
)
CALENDAR = WorkingCalendar(
    (((time(8), time(12)), (time(13), time(17))), *ORDINARY_WEEK[1:4], (), (), ()),
    {HalfDay.WALPURGIS: time(14, 15)},
    frozenset({date(2027, 5, 7)}),
    own={date(2026, 12, 11): "Planering <!channel>"},
)
ORIGIN = Origin("C1", 1)


def test_the_outlets(words, snapshot):
    retired = Outlet(3, "Podd", (SUNDAYS,), retired=True)
    snapshot(outlets.listed(words, (FACEBOOK, Outlet(2, "Webb"), retired), today=TODAY))


def test_one_outlet(words, snapshot):
    snapshot(outlets.page(words, SHOWN, today=TODAY))


def test_the_form_of_a_cadence(words, snapshot):
    snapshot(cadences.form(words, cadences.SAVE, SUNDAYS, ORIGIN, today=TODAY))


def test_the_working_calendar(words, snapshot):
    snapshot(workdays.page(words, CALENDAR, today=TODAY))


def test_the_form_of_the_half_days(words, snapshot):
    snapshot(workdays.halves_form(words, CALENDAR, ORIGIN))


def test_the_other_forms_are_within_the_limits(words):
    days = [TODAY + timedelta(days=n) for n in range(10)]
    for form in (
        outlets.form(words, FACEBOOK, [FACEBOOK], ORIGIN),
        cadences.departure_form(words, ORIGIN, today=TODAY, zone="Europe/Stockholm"),
        cadences.pause_form(words, ORIGIN, today=TODAY),
        workdays.hours_form(words, CALENDAR, ORIGIN),
        workdays.squeeze_form(words, CALENDAR, days, ORIGIN, today=TODAY),
        workdays.own_form(words, ORIGIN, today=TODAY),
    ):
        enforce_limits(form["blocks"])


def test_the_fullest_pages_are_within_the_limits(words):
    long = Cadence("FREQ=YEARLY;BYYEARDAY=" + ",".join(str(n) for n in range(1, 75)), time(11))
    many = [(n, long) for n in range(10)]
    full = Page(
        Outlet(1, "å" * 40, (long,) * 10),
        many,
        [(n, EXTRA) for n in range(30)],
        [(n, REST) for n in range(30)],
        SHOWN.upcoming * 5,
    )
    own = {TODAY + timedelta(days=n): "å" * 40 for n in range(60)}
    lots = tuple(Outlet(n, "å" * 40, (long,) * 10) for n in range(40))
    for message in (
        outlets.page(words, full, today=TODAY),
        outlets.listed(words, lots, today=TODAY),
        workdays.page(words, WorkingCalendar(own=own), today=TODAY),
    ):
        enforce_limits(message["blocks"])
        assert len(message["blocks"]) <= 50
        assert len(message["text"]) <= 4000
