"""The timetable: once a local day, made up for on the day itself, whatever the clock does."""

from dataclasses import replace
from datetime import UTC, date, datetime, time
from zoneinfo import ZoneInfo

import pytest

from bot import jobs
from bot.jobs import Daily, Timetable
from bot.store import ledger

ZONE = ZoneInfo("Europe/Stockholm")


def local(text):
    return datetime.fromisoformat(text).replace(tzinfo=ZONE).astimezone(UTC)


class Page:
    """A page that is only looked at."""


@pytest.fixture
def runs():
    return []


def daily(runs, at=time(8, 15)):
    def work(deps, due):
        with deps.transaction() as db:
            if ledger.claim(db, "test", due.key, now=due.now, late=due.late):
                runs.append((due.day, due.late))

    return Daily("test", at, work)


@pytest.fixture
def at(deps, hand, runs):
    """Turn the clock to a local time and let the timetable look."""

    def look(text, job=None):
        hand.to(local(text))
        Timetable(deps, (job or daily(runs),)).tick()
        return runs

    return look


def test_a_job_runs_at_its_time_and_not_before(at):
    assert at("2026-11-24T08:14:59") == []
    assert at("2026-11-24T08:15:00") == [(date(2026, 11, 24), False)]


def test_a_job_runs_once_a_day_however_often_it_is_looked_at(at):
    at("2026-11-24T08:15:00")
    at("2026-11-24T08:15:01")
    at("2026-11-24T17:00:00")

    assert at("2026-11-25T08:15:00") == [(date(2026, 11, 24), False), (date(2026, 11, 25), False)]


def test_a_late_run_is_made_up_for_the_same_day_and_marked(at):
    assert at("2026-11-24T14:00:00") == [(date(2026, 11, 24), True)]


def test_days_that_were_slept_through_are_dropped(at):
    at("2026-11-24T08:15:00")

    assert at("2026-11-30T09:00:00")[1:] == [(date(2026, 11, 30), True)]


@pytest.mark.parametrize(
    ("clock_time", "looks", "day"),
    [
        pytest.param(
            time(2, 30),
            ["2026-10-25T02:29:00", "2026-10-25T02:30:00", "2026-10-25T03:30:00"],
            date(2026, 10, 25),
            id="autumn: 02:30 comes twice",
        ),
        pytest.param(
            time(2, 30),
            ["2027-03-28T01:59:00", "2027-03-28T03:31:00", "2027-03-28T08:00:00"],
            date(2027, 3, 28),
            id="spring: 02:30 does not come",
        ),
        pytest.param(
            time(8, 15),
            ["2026-10-25T07:00:00", "2026-10-25T08:15:00", "2026-10-25T09:00:00"],
            date(2026, 10, 25),
            id="autumn: the morning after",
        ),
    ],
)
def test_the_nights_of_the_clock_change_have_one_run(at, runs, clock_time, looks, day):
    for text in looks:
        at(text, daily(runs, clock_time))

    assert [found for found, _ in runs] == [day]


def test_both_halves_of_the_hour_that_comes_twice_are_the_same_day(deps, hand, runs):
    timetable = Timetable(deps, (daily(runs, time(2, 30)),))
    for utc in ("2026-10-25T00:30:00", "2026-10-25T01:30:00"):
        hand.to(datetime.fromisoformat(utc).replace(tzinfo=UTC))
        timetable.tick()

    assert [day for day, _ in runs] == [date(2026, 10, 25)]


def test_a_failing_job_is_left_alone_for_a_while_then_tried_again_and_reported(
    deps, hand, monkeypatch
):
    seconds, tries = [0.0], []

    def work(deps, due):
        tries.append(1)
        if len(tries) == 1:
            raise RuntimeError("once")

    monkeypatch.setattr(jobs, "monotonic", lambda: seconds[0])
    timetable = Timetable(deps, (Daily("digest", time(8, 15), work),))
    hand.to(local("2026-11-24T08:15:00"))
    for _ in range(5):
        timetable.tick()
    assert len(tries) == 1
    assert [s.kind for s in deps.health.states() if s.part == "job:digest"] == ["trouble-job"]

    seconds[0] = jobs.RETRY_SECONDS
    timetable.tick()

    assert len(tries) == 2
    assert [s.kind for s in deps.health.states() if s.part == "job:digest"] == [None]


def test_a_look_for_reminders_that_fails_is_made_again_in_a_minute(deps, hand, monkeypatch):
    seconds, looks = [0.0], []

    def look(_deps, now):
        looks.append(now)
        if len(looks) == 1:
            raise RuntimeError("once")

    monkeypatch.setattr(jobs, "monotonic", lambda: seconds[0])
    monkeypatch.setattr(jobs.comment_reminders, "look", look)
    timetable = Timetable(deps, ())
    hand.to(local("2026-11-24T10:00:00"))
    timetable.tick()
    timetable.tick()
    assert len(looks) == 1

    seconds[0] = jobs.RETRY_SECONDS
    for _ in range(3):
        timetable.tick()

    assert len(looks) == 2


def test_a_look_at_the_page_does_not_overlap_with_the_next(deps, monkeypatch):
    looks, timetable = [], Timetable(replace(deps, page=Page()), ())

    def look(_deps, _now):
        looks.append(1)
        timetable.read_page()

    monkeypatch.setattr(jobs.poll, "run", look)

    timetable.read_page()
    assert len(looks) == 1
    timetable.read_page()
    assert len(looks) == 2


def test_the_page_is_looked_at_before_a_job_that_is_due(deps, hand, monkeypatch):
    order = []
    monkeypatch.setattr(jobs.poll, "run", lambda _deps, _now: order.append("page"))
    job = Daily("digest", time(8, 15), lambda deps, due: order.append("digest"))
    timetable = Timetable(replace(deps, page=Page()), (job,))

    hand.to(local("2026-11-24T08:00:00"))
    timetable.tick()
    assert order == []
    hand.to(local("2026-11-24T08:15:00"))
    timetable.tick()

    assert order == ["page", "digest"]


def test_without_a_page_nobody_looks(deps, monkeypatch):
    monkeypatch.setattr(jobs.poll, "run", lambda _deps, _now: pytest.fail("looked"))

    Timetable(deps, ()).read_page()


def test_the_daily_jobs_follow_the_digest_time():
    times = {job.name: job.at for job in jobs.daily(time(7, 0))}

    assert times["digest"] == times["nag"] == time(7, 0)
    assert times["housekeeping"].hour >= 4, "after the hours that may come twice or not at all"
