"""The month's draft: on the first working day, once, late if it must be, never for nothing."""

from datetime import date, datetime, time, timedelta

import pytest

from bot.domain.calendar import WorkingCalendar
from bot.domain.outlets import Outlet
from bot.domain.plan import Entry
from bot.domain.team import Team
from bot.jobs import report as job
from bot.jobs.due import Due
from bot.store import outbox, posts, team
from tests.make import AMIRA, JONAS, NOW, PLAN
from tests.reporting import ZONE

FACEBOOK = Outlet(1, "Facebook")


@pytest.fixture
def planned(deps):
    """Something was planned in December."""
    with deps.transaction() as db:
        team.save(db, Team(lead=JONAS))
        posts.add(db, Entry("Julpyssel", 1, date(2026, 12, 9), time(11)), who=AMIRA, now=NOW)
    return deps


def run(deps, hand, day):
    at = hand.to(datetime.combine(day, time(8, 15), ZONE))
    job.run(deps, Due(day, at, at))


def drafts(deps):
    with deps.reading() as db:
        return {i.key: (i.channel, i.body) for i in outbox.pending(db) if "report" in i.key}


def test_it_comes_to_the_lead_on_the_first_working_day(planned, hand):
    for day in (31, 32, 33, 34):  # New Year's Eve, the first, a Saturday, a Sunday
        run(planned, hand, date(2026, 12, 1) + timedelta(days=day - 1))
    assert drafts(planned) == {}
    run(planned, hand, date(2027, 1, 4))
    ((channel, body),) = drafts(planned).values()
    assert channel == JONAS
    assert "december 2026" in body["text"]
    assert "kommer sent" not in body["text"]


def test_it_comes_once_however_often_the_job_runs(planned, hand):
    for day in (4, 4, 5, 7, 8):
        run(planned, hand, date(2027, 1, day))
    assert len(drafts(planned)) == 1


def test_after_some_days_off_it_comes_late_and_says_so(planned, hand):
    run(planned, hand, date(2027, 1, 7))
    ((_, body),) = drafts(planned).values()
    assert "kommer sent" in body["text"]


def test_when_nobody_waits_for_it_any_more_it_does_not_come(planned, hand):
    run(planned, hand, date(2027, 1, 12))
    assert drafts(planned) == {}


def test_a_month_in_which_nothing_was_has_no_report(deps, hand):
    run(deps, hand, date(2027, 1, 4))
    assert drafts(deps) == {}


def test_without_a_lead_the_channel_hears_that_it_is_there_and_no_figures(planned, hand):
    with planned.transaction() as db:
        team.save(db, Team())
    run(planned, hand, date(2027, 1, 4))
    ((channel, body),) = drafts(planned).values()
    assert channel == PLAN
    assert "Framförhållning" not in body["text"]


@pytest.mark.parametrize(
    ("day", "number"),
    [
        (date(2027, 1, 1), None),
        (date(2027, 1, 4), 1),
        (date(2027, 1, 7), 3),
        (date(2026, 11, 2), 1),
    ],
)
def test_working_days_of_a_month_are_counted(day, number):
    assert job.working_day(day, WorkingCalendar()) == number
