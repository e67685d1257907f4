"""Every figure of the year's end 2026/27 equals the count by hand (`tests/new_year.py`)."""

from datetime import date, timedelta

import pytest

from bot.domain.measures import Group, Share, Spread, Times
from bot.domain.periods import read_code
from bot.domain.report import Pair, Step
from bot.jobs import reports
from tests import new_year
from tests.new_year import CODE, LOOKED, ZONE


@pytest.fixture
def settled(deps, hand):
    new_year.settle(deps, hand)
    return deps


def span(hours, minutes=0):
    return timedelta(hours=hours, minutes=minutes)


def report(deps, code=CODE):
    with deps.reading() as db:
        return reports.gather(db, deps, read_code(code), deps.now())


BY_HAND = {
    "received": 59,
    "needing": 52,
    "ongoing": 2,
    "seen_afterwards": 2,
    "promises": 3,
    "uncounted": 2,
    "outside": Share(17, 59),
    "rate": Share(47, 50),
    "within": Share(45, 50),
    "strict": Share(46, 56),
    "first": Times(47, Spread(span(1, 30), span(97)), Spread(span(1, 30), span(2))),
    "final": Times(46, Spread(span(1, 30), span(97)), Spread(span(1, 30), span(6, 30))),
    "claim": Times(3, Spread(span(0, 20), span(0, 30)), Spread(span(0, 20), span(0, 30))),
    "judgement": Times(2, Spread(span(0, 15), span(44, 30)), Spread(span(0, 15), span(0, 30))),
}
PERCENT = {"outside": 28, "rate": 94, "within": 90, "strict": 82}
GROUPS = {
    Group.RECEIVED: range(1, 60),
    Group.ANSWERED: [*range(1, 44), 48, 53, 54, 59],
    Group.KEPT: [*range(1, 32), *range(33, 44), 53, 54, 59],
    Group.SLOW: [32, 48],
    Group.LATE: [44, 55, 56],
    Group.ONGOING: [57, 58],
    Group.SPARED: [45, 46, 47, 49, 50, 51, 52],
    Group.PROMISED: [39, 40, 41],
    Group.OUTSIDE: [*range(21, 30), 32, 33, 34, 35, 53, 54, 57, 58],
    Group.AFTERWARDS: [53, 54],
    Group.STRICT: range(1, 57),
    Group.CLAIMED: [1, 4, 5],
    Group.JUDGED: [2, 27],
    Group.UNCOUNTED: [63, 64],
}


def test_every_figure_is_what_was_counted_by_hand(settled):
    found = report(settled).comments
    assert {name: getattr(found.now, name) for name in BY_HAND} == BY_HAND
    assert {name: getattr(found.now, name).percent for name in PERCENT} == PERCENT


def test_behind_every_figure_stand_the_comments_that_were_counted(settled):
    with settled.reading() as db:
        found = reports.groups(db, settled, read_code(CODE), settled.now())
    numbers = {
        group: sorted(int(case.id.rpartition("_")[2]) for case in cases)
        for group, cases in found.items()
    }
    assert numbers == {group: list(expected) for group, expected in GROUPS.items()}


def test_the_course_of_the_weeks_of_the_answers_and_of_the_day_is_counted_by_hand(settled):
    course = report(settled).comments.course
    assert course.step is Step.WEEK
    assert course.came == (
        (date(2026, 12, 14), Pair(24, 7)),
        (date(2026, 12, 21), Pair(11, 1)),
        (date(2026, 12, 28), Pair(10, 2)),
        (date(2027, 1, 4), Pair(2, 2)),
    )
    assert course.spans == (Pair(0, 0), Pair(26, 0), Pair(0, 0), Pair(8, 0), Pair(4, 0), Pair(7, 2))
    by_hour = {hour: (pair.some, pair.others) for hour, pair in enumerate(course.hours)}
    assert {hour: pair for hour, pair in by_hour.items() if any(pair)} == {
        9: (7, 0),
        10: (21, 3),
        11: (2, 0),
        12: (7, 5),
        13: (3, 0),
        14: (0, 1),
        15: (2, 0),
        18: (0, 2),
        21: (0, 6),
    }


def test_a_period_of_which_the_bot_saw_only_a_part_is_compared_with_nothing(settled):
    found = report(settled)
    assert found.comments.before is None
    assert found.comments.seen_from is None
    december = report(settled, "month 2026-12-01 2027-01-01").comments
    assert december.seen_from == date(2026, 12, 13)
    november = report(settled, "month 2026-11-01 2026-12-01").comments
    assert (november.now.received, november.seen_from) == (0, date(2026, 12, 13))


def test_a_period_is_compared_with_the_one_before_it(settled):
    january = report(settled, "days 2027-01-01 2027-01-11").comments
    assert (
        january.before.received
        == report(settled, "days 2026-12-22 2027-01-01").comments.now.received
    )
    assert january.before.received > 0


def test_the_figures_do_not_depend_on_when_they_are_looked_at_but_for_what_is_open(settled, hand):
    hand.to(LOOKED + timedelta(days=60))
    found = report(settled).comments.now
    assert (found.ongoing, found.rate, found.within) == (0, Share(47, 52), Share(45, 52))
    assert found.first == BY_HAND["first"]


def test_a_month_that_is_not_over_has_figures_so_far(settled):
    assert not report(settled, "month 2027-01-01 2027-02-01").is_over(ZONE)
    assert report(settled).is_over(ZONE)


def test_without_a_page_and_without_comments_there_are_no_figures_of_comments(deps):
    found = report(deps)
    assert found.comments is None
    assert found.plan.runway.horizon == 60
