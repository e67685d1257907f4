"""Who is there when: absences, the team's hours, own hours."""

from datetime import date, datetime, time, timedelta
from zoneinfo import ZoneInfo

import pytest

from bot.domain.calendar import WorkingCalendar
from bot.domain.presence import Absence, AbsenceBackwards, Presence, check_absence
from bot.domain.workhours import HalfDay

ZONE = ZoneInfo("Europe/Stockholm")
TUESDAY = date(2026, 11, 24)
AWAY = Absence(1, "U1", date(2026, 11, 24), date(2026, 11, 26))
MORNINGS = (((time(9), time(12)),), (), *[((time(13), time(17)),)] * 3, (), ())
THERE = Presence(
    WorkingCalendar(halves={HalfDay.BEFORE_CHRISTMAS_EVE: time(12)}), [AWAY], {"U2": MORNINGS}
)

MOMENTS = {
    "before the team's hours": ("U3", "2026-11-24T07:59", False),
    "as they begin": ("U3", "2026-11-24T08:00", True),
    "as they end": ("U3", "2026-11-24T16:30", False),
    "on a Saturday": ("U3", "2026-11-28T10:00", False),
    "on julafton": ("U3", "2026-12-24T10:00", False),
    "on nyårsdagen, in week 53": ("U3", "2027-01-01T10:00", False),
    "on the first day away": ("U1", "2026-11-24T10:00", False),
    "on the last day away": ("U1", "2026-11-25T10:00", False),
    "on the day after": ("U1", "2026-11-26T10:00", True),
    "before own hours": ("U2", "2026-11-26T12:59", False),
    "within own hours": ("U2", "2026-11-26T16:59", True),
    "on a weekday that is not one's own": ("U2", "2026-11-24T10:00", False),
    "own hours after a half day has ended": ("U2", "2026-12-23T13:00", False),
}


@pytest.mark.parametrize(("user", "at", "may"), MOMENTS.values(), ids=MOMENTS.keys())
def test_people_are_disturbed_within_their_hours_only(user, at, may):
    local = datetime.fromisoformat(at).replace(tzinfo=ZONE)
    assert THERE.may_disturb(user, local) is may


def test_who_has_no_hours_on_a_day_is_away():
    assert [THERE.is_away(user, TUESDAY) for user in ("U1", "U2", "U3")] == [True, True, False]


def test_quiet_begins_when_the_last_hours_are_over():
    assert THERE.quiet_from("U3", TUESDAY) == time(16, 30)
    assert THERE.quiet_from("U1", TUESDAY) == time()


BACKWARDS = {
    "the last day before the first": (1, 0),
    "over already": (-3, -1),
    "two years": (0, 730),
    "in two years": (730, 731),
}


@pytest.mark.parametrize(("first", "last"), BACKWARDS.values(), ids=BACKWARDS.keys())
def test_days_that_make_no_sense_are_refused(first, last):
    day = timedelta(days=1)
    with pytest.raises(AbsenceBackwards):
        check_absence(TUESDAY + first * day, TUESDAY + last * day, today=TUESDAY)


def test_an_absence_of_today_alone_or_begun_long_ago_is_fine():
    check_absence(TUESDAY, TUESDAY, today=TUESDAY)
    check_absence(TUESDAY - timedelta(days=200), TUESDAY, today=TUESDAY)
