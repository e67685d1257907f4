"""Who watches: turns over New Year, exceptions, absences; and whom a comment may reach."""

from datetime import date, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest

from bot.domain.calendar import WorkingCalendar
from bot.domain.policy import Policy, Preset
from bot.domain.presence import Absence, Presence
from bot.domain.roster import Duty, Roster, SwapBackwards, swapped
from bot.domain.team import Team

ZONE = ZoneInfo("Europe/Stockholm")
HERE = Presence(WorkingCalendar())
TURNS = Roster(("A", "B", "C"), date(2026, 11, 25))
MONDAY = date(2026, 11, 23)


def local(text):
    return datetime.fromisoformat(text).replace(tzinfo=ZONE)


WEEKS = {
    "the anchor's week begins before it": ("2026-11-23", "A"),
    "until its Sunday": ("2026-11-29", "A"),
    "the next week": ("2026-11-30", "B"),
    "week 52": ("2026-12-21", "B"),
    "week 53": ("2026-12-28", "C"),
    "nyårsdagen, still in week 53": ("2027-01-01", "C"),
    "week 1": ("2027-01-04", "A"),
    "before the anchor": ("2026-11-20", "C"),
}


@pytest.mark.parametrize(("day", "who"), WEEKS.values(), ids=WEEKS.keys())
def test_the_turn_goes_on_over_week_53(day, who):
    assert TURNS.on_duty(date.fromisoformat(day), HERE) == who


def test_over_two_years_everybody_has_a_week_in_turn():
    weeks = [TURNS.on_duty(MONDAY + timedelta(weeks=n), HERE) for n in range(104)]
    assert weeks == ["A", "B", "C"] * 34 + ["A", "B"]


def test_an_exception_counts_for_its_day_alone():
    roster = Roster(("A", "B"), MONDAY, {MONDAY: "X"})
    assert roster.on_duty(MONDAY, HERE) == "X"
    assert roster.on_duty(MONDAY + timedelta(days=1), HERE) == "A"
    assert roster.this_week(MONDAY) == "A"


def away(*users):
    whole = (Absence(n, user, MONDAY, MONDAY + timedelta(days=7)) for n, user in enumerate(users))
    return Presence(WorkingCalendar(), tuple(whole))


ABSENT = {
    "the next in turn": (TURNS, ("A",), "B"),
    "the one after": (TURNS, ("A", "B"), "C"),
    "nobody where all are away": (TURNS, ("A", "B", "C"), None),
    "whose turn it is where the exception is away": (
        Roster(("A", "B"), MONDAY, {MONDAY: "X"}), ("X",), "A",
    ),
    "nobody without a roster": (Roster(), (), None),
}  # fmt: skip


@pytest.mark.parametrize(("roster", "users", "who"), ABSENT.values(), ids=ABSENT.keys())
def test_who_is_away_is_passed_over(roster, users, who):
    assert roster.on_duty(MONDAY, away(*users)) == who


def test_a_weekend_off_is_no_absence():
    assert TURNS.on_duty(date(2026, 11, 28), HERE) == "A"


def duty(**said):
    team = said.pop("team", Team("L", ("D", "A")))
    return Duty(
        said.pop("policy", Policy()), said.pop("roster", TURNS), team, said.pop("there", HERE)
    )


def test_the_ladder_is_the_watcher_then_the_lead_then_the_deputies_each_once():
    assert duty().ladder(local("2026-11-24T10:00")) == ("A", "L", "D")
    assert duty(there=away("L")).ladder(local("2026-11-24T10:00")) == ("A", "D")
    assert duty(roster=Roster(), team=Team()).ladder(local("2026-11-24T10:00")) == ()


SATURDAY, AT_WORK, NIGHT = "2026-11-28T12:00", "2026-11-24T10:00", "2026-11-24T23:30"
REACHED = {
    "everybody at work": (Preset.WATCH, AT_WORK, False, ("A", "L", "D")),
    "only the watcher on a Saturday, if urgent": (Preset.WATCH, SATURDAY, True, ("A",)),
    "nobody on a Saturday for the rest": (Preset.WATCH, SATURDAY, False, ()),
    "nobody on a Saturday in office hours only": (Preset.OFFICE, SATURDAY, True, ()),
    "the watcher in a crisis, for everything": (Preset.CRISIS, SATURDAY, False, ("A",)),
    "nobody at night": (Preset.CRISIS, NIGHT, True, ()),
}


@pytest.mark.parametrize(("preset", "at", "urgent", "who"), REACHED.values(), ids=REACHED.keys())
def test_outside_hours_only_who_watches_is_reached(preset, at, urgent, who):
    assert duty(policy=Policy(preset=preset)).reachable(local(at), urgent=urgent) == who


def test_nobody_is_pinged_on_a_saturday_where_nobody_takes_turns():
    assert duty(roster=Roster()).reachable(local(SATURDAY), urgent=True) == ()


def test_days_to_take_over():
    assert swapped(MONDAY, MONDAY + timedelta(days=1), today=MONDAY) == [
        MONDAY,
        MONDAY + timedelta(days=1),
    ]


WRONG = {"in the past": (-1, 0), "backwards": (1, 0), "too many": (0, 31), "too far": (560, 560)}


@pytest.mark.parametrize(("first", "last"), WRONG.values(), ids=WRONG.keys())
def test_days_that_cannot_be_taken_over_are_refused(first, last):
    with pytest.raises(SwapBackwards):
        swapped(MONDAY + timedelta(days=first), MONDAY + timedelta(days=last), today=MONDAY)
