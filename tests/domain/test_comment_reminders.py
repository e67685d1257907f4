"""Whom an open comment is brought to mind, in office time, and never in anybody's quiet."""

from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

import pytest

from bot.domain.calendar import WorkingCalendar
from bot.domain.comment_reminders import MOST_DAYS, Ask, Step, Told, Waiting, asks, fresh
from bot.domain.policy import Policy, Preset, read_promise
from bot.domain.presence import Absence, Presence
from bot.domain.roster import Duty, Roster
from bot.domain.team import Team

ZONE = ZoneInfo("Europe/Stockholm")
TEAM = Team("LEAD", ("DEPUTY",))
MORNINGS = (((time(8), time(12)),),) * 5 + ((), ())


def at(text):
    return datetime.fromisoformat(text).replace(tzinfo=ZONE).astimezone(UTC)


def duty(*absences, team=TEAM, promise="24h_vardag", preset=Preset.WATCH, own=None, turns=()):
    there = Presence(WorkingCalendar(), absences, own or {})
    policy = Policy(read_promise(promise), preset)
    return Duty(policy, Roster(turns, date(2026, 11, 23)), team, there)


def away(user, first="2026-11-24", last="2026-11-27"):
    return Absence(1, user, date.fromisoformat(first), date.fromisoformat(last))


def asked(now, *, who="OWNER", since="2026-11-23T12:00", on=None):
    waiting = [Waiting("c1", at(since), who)]
    found = asks(waiting, on or duty(), now=at(now), zone=ZONE)
    return [(ask.who, ask.step) for ask in found]


# From Monday noon to Tuesday noon are 8 h 30 at work: half is Monday 16.15, three quarters Tuesday
# 9.52.30.
STEPS = {
    "at first nobody": ("2026-11-23T16:14", []),
    "the owner after half": ("2026-11-23T16:15", [("OWNER", Step.OWNER)]),
    "the owner still": ("2026-11-24T09:52", [("OWNER", Step.OWNER)]),
    "the channel after three quarters": ("2026-11-24T09:53", [(None, Step.CHANNEL)]),
    "the channel to the very end": ("2026-11-24T12:00", [(None, Step.CHANNEL)]),
    "the lead when it is over": ("2026-11-24T12:01", [("LEAD", Step.LEAD)]),
}


@pytest.mark.parametrize(("now", "who"), STEPS.values(), ids=STEPS.keys())
def test_first_the_owner_then_the_channel_then_the_lead(now, who):
    assert asked(now) == who


def test_a_weekend_is_no_time():
    assert asked("2026-11-30T08:00", since="2026-11-27T16:00") == []
    assert asked("2026-11-30T12:15", since="2026-11-27T16:00") == [("OWNER", Step.OWNER)]


def test_hours_at_work_are_the_promise_itself():
    hours = duty(promise="4_kontorstimmar")
    assert asked("2026-11-23T13:59", on=hours) == []
    assert asked("2026-11-23T14:00", on=hours) == [("OWNER", Step.OWNER)]
    assert asked("2026-11-23T15:00", on=hours) == [(None, Step.CHANNEL)]
    assert asked("2026-11-23T16:01", on=hours) == [("LEAD", Step.LEAD)]


def test_what_nobody_has_taken_goes_to_the_channel_at_once():
    assert asked("2026-11-23T16:15", who=None) == [(None, Step.CHANNEL)]


def test_who_is_away_is_passed_over():
    morning, later = "2026-11-24T08:00", "2026-11-24T13:00"
    assert asked(morning, on=duty(away("OWNER"))) == [(None, Step.CHANNEL)]
    assert asked(later, on=duty(away("LEAD"))) == [("DEPUTY", Step.LEAD)]
    assert asked(later, on=duty(away("LEAD"), away("DEPUTY"))) == [(None, Step.CHANNEL)]
    assert asked(later, on=duty(team=Team())) == [(None, Step.CHANNEL)]


def said(ask, now, told=None, on=None):
    local = at(now).astimezone(ZONE)
    heard = {} if told is None else {(ask.who, ask.comment_id): told}
    return fresh([ask], heard, on or duty(), local=local) == [ask]


OWN = Ask("c1", "OWNER", Step.OWNER)
ALL = Ask("c1", None, Step.CHANNEL)
MONDAY = date(2026, 11, 23)


def test_nobody_hears_of_the_same_comment_twice_on_a_day_nor_for_ever():
    assert said(OWN, "2026-11-23T15:00")
    assert not said(OWN, "2026-11-23T15:00", Told(1, MONDAY))
    assert said(OWN, "2026-11-24T08:00", Told(1, MONDAY))
    assert not said(OWN, "2026-11-27T08:00", Told(MOST_DAYS, MONDAY + timedelta(days=2)))


WATCHER = duty(preset=Preset.CRISIS, turns=("OWNER",))
QUIET = {
    "within one's hours": (OWN, "2026-11-24T16:29", None, True),
    "in the evening": (OWN, "2026-11-24T16:30", None, False),
    "outside hours of one's own": (OWN, "2026-11-24T13:00", duty(own={"OWNER": MORNINGS}), False),
    "on a Saturday": (OWN, "2026-11-28T12:00", None, False),
    "on a Saturday, to who watches, of what is not urgent": (
        OWN, "2026-11-28T12:00", duty(turns=("OWNER",)), False,
    ),
    "on a Saturday, to who watches in a crisis": (OWN, "2026-11-28T12:00", WATCHER, True),
    "at night, to who watches in a crisis": (OWN, "2026-11-28T23:30", WATCHER, False),
    "to the channel at work": (ALL, "2026-11-24T10:00", None, True),
    "to the channel on a Saturday": (ALL, "2026-11-28T12:00", None, False),
    "to the channel in a crisis": (ALL, "2026-11-28T12:00", WATCHER, True),
}  # fmt: skip


@pytest.mark.parametrize(("ask", "now", "on", "may"), QUIET.values(), ids=QUIET.keys())
def test_nobody_is_reminded_in_their_quiet_save_by_the_roster(ask, now, on, may):
    assert said(ask, now, on=on) is may
