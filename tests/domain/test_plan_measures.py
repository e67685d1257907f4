"""How well the plan holds, counted by hand."""

from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

import pytest

from bot.domain.calendar import WorkingCalendar
from bot.domain.history import Change
from bot.domain.measures import Share
from bot.domain.outlets import DEFAULT_CADENCE, Outlet
from bot.domain.plan import Plan, Status
from bot.domain.plan_measures import Stock, Went, measure_plan, ready_by, was_ready
from tests.make import JONAS, post

ZONE = ZoneInfo("Europe/Stockholm")
NOW = datetime(2026, 12, 1, 8, 15, tzinfo=ZONE)
CALENDAR = WorkingCalendar()
OUTLETS = (Outlet(1, "Facebook", (DEFAULT_CADENCE,)),)
EARLY = datetime(2026, 11, 1, tzinfo=UTC)


def change(revision, at, was, now):
    return Change(revision, at, JONAS, {"status": (was, now)})


def measured(ahead=(), went=(), changes=None, series=(), ideas=0):
    plan = Plan(NOW.date(), NOW.date() + timedelta(days=61), OUTLETS, tuple(ahead))
    found = Went(went, changes or {}, series)
    return measure_plan(plan, found, ideas, CALENDAR, now=NOW, zone=ZONE)


def test_owned_are_the_open_posts_ahead_that_have_somebody():
    ahead = [
        post(1, date(2026, 12, 2)),
        post(2, date(2026, 12, 4), owner=None),
        post(3, date(2026, 12, 1), at=time(7), status=Status.PUBLISHED, owner=None),
    ]
    assert measured(ahead).owned == Share(1, 2)


def test_the_runway_and_the_fill_rates_are_those_of_the_home_tab():
    found = measured([post(1, date(2026, 12, 2), at=time(11))])
    assert (found.runway.days, found.rates[0].filled) == (3, 1)


def test_what_the_lead_let_pass_is_counted_also_once_it_is_out():
    passed = (
        change(2, EARLY, "draft", "ready-waived"),
        change(3, EARLY, "ready-waived", "published"),
    )
    went = [post(n, date(2026, 11, 20), status=Status.PUBLISHED) for n in (1, 2)]
    found = measured(went=went, changes={1: passed, 2: [change(2, EARLY, "draft", "ready")]})
    assert found.overridden == 1


def test_the_period_tells_what_went_out_and_what_was_of_a_series():
    went = [post(n, date(2026, 11, 20 + n), status=Status.PUBLISHED) for n in (1, 2)]
    found = measured(went=[*went, post(3, date(2026, 11, 24))], series={2})
    assert (found.published, found.series) == (2, Share(1, 3))


@pytest.mark.parametrize(
    ("day", "until"),
    [
        (date(2026, 11, 27), date(2026, 11, 25)),
        (date(2026, 11, 30), date(2026, 11, 26)),
        (date(2026, 12, 28), date(2026, 12, 22)),
        (date(2027, 1, 7), date(2026, 12, 31)),
    ],
    ids=["within a week", "over a weekend", "over Christmas", "over Epiphany"],
)
def test_three_working_days_before_is_until_that_day_is_over(day, until):
    assert ready_by(day, CALENDAR, ZONE) == datetime.combine(until, time(), ZONE)


LIMIT = datetime(2026, 11, 25, tzinfo=ZONE)
BEFORE, AFTER = LIMIT - timedelta(hours=1), LIMIT + timedelta(hours=1)
HISTORIES = {
    "ready from the start": ([], Status.READY, True),
    "ready before": ([change(2, BEFORE, "draft", "ready")], Status.READY, True),
    "ready with a waiver": ([change(2, BEFORE, "draft", "ready-waived")], Status.READY, True),
    "ready too late": ([change(2, AFTER, "draft", "ready")], Status.READY, False),
    "ready then a draft then ready": (
        [
            change(2, BEFORE, "draft", "ready"),
            change(3, BEFORE, "ready", "draft"),
            change(4, AFTER, "draft", "ready"),
        ],
        Status.READY,
        False,
    ),
    "published after it was ready": (
        [change(3, AFTER, "ready", "published")],
        Status.PUBLISHED,
        True,
    ),
    "never": ([], Status.DRAFT, False),
}


@pytest.mark.parametrize(("changes", "status", "expected"), HISTORIES.values(), ids=HISTORIES)
def test_whether_it_was_ready_is_read_back_from_its_history(changes, status, expected):
    made = post(1, date(2026, 11, 27), status=status, created_at=EARLY)
    assert was_ready(made, changes, LIMIT) is expected


def test_what_was_planned_too_late_was_not_ready_in_time():
    assert not was_ready(
        post(1, date(2026, 11, 27), status=Status.READY, created_at=AFTER), (), LIMIT
    )


def test_only_posts_past_their_day_for_it_are_counted():
    went = [
        post(1, date(2026, 11, 27), status=Status.PUBLISHED, created_at=EARLY),
        post(2, date(2026, 11, 26), status=Status.DRAFT, created_at=EARLY),
        post(3, date(2026, 12, 18), status=Status.READY, created_at=EARLY),
    ]
    assert measured(went=went).ready == Share(1, 2)


@pytest.mark.parametrize(
    ("stock", "weeks"),
    [(Stock(45, 26), 15.0), (Stock(13, 26), 4.3), (Stock(0, 26), 0.0), (Stock(5, 0), None)],
)
def test_the_ideas_last_for_so_many_weeks_of_slots(stock, weeks):
    assert stock.weeks == weeks
