"""What is refused after `/plan`, and what is a week after `/plan week`."""

from datetime import date, time

import pytest

from bot.domain import plan
from bot.domain.calendar import NoSuchWeek, Week
from bot.domain.errors import Refusal
from bot.domain.ideas import NoTitle
from bot.domain.outlets import Outlet
from bot.domain.timereading import Contradiction, NoSuchDay, NoSuchTime
from bot.domain.when import (
    TimeInPast,
    WeekInPast,
    WeekUnreadable,
    WhenMissing,
    WhenUnreadable,
    parse_plan,
    parse_week,
)

TODAY = date(2026, 11, 24)  # a Tuesday in week 48
REFUSED = {
    "": WhenMissing(),
    " \u200b ": WhenMissing(),
    "hej": WhenUnreadable(text="hej"),
    "Höstens tider på fredag": WhenUnreadable(text="Höstens tider på fredag"),
    "11.00 Titel": WhenUnreadable(text="11.00 Titel"),
    "\u202eabc": WhenUnreadable(text="abc"),
    "v. 50-gympa": WhenUnreadable(text="v. 50-gympa"),
    "112-dagen": WhenUnreadable(text="112-dagen"),
    "31/11 Titel": NoSuchDay(text="31/11"),
    "31.11 Titel": NoSuchDay(text="31.11"),
    "31 november Titel": NoSuchDay(text="31 november"),
    "0/12 Titel": NoSuchDay(text="0/12"),
    "11/28 Titel": NoSuchDay(text="11/28"),
    "29/2 Titel": NoSuchDay(text="29/2"),
    "2026-02-30 Titel": NoSuchDay(text="2026-02-30"),
    "0000-01-01 Titel": NoSuchDay(text="0000-01-01"),
    "v. 54 Titel": NoSuchWeek(week=54, year="2026"),
    "v. 0 Titel": NoSuchWeek(week=0, year="2026"),
    "v. 53 2027 Titel": NoSuchWeek(week=53, year="2027"),
    "fredag 25:00 Titel": NoSuchTime(text="25:00"),
    "fredag 24.00 Titel": NoSuchTime(text="24.00"),
    "fredag kl. 25 Titel": NoSuchTime(text="kl. 25"),
    "fredag 11:75 Titel": NoSuchTime(text="11:75"),
    "fredag 13 pm Titel": NoSuchTime(text="13 pm"),
    "fredag 0 am Titel": NoSuchTime(text="0 am"),
    "måndag 24 november Titel": Contradiction(said="måndag", day=TODAY),
    "24 november (v. 50) Titel": Contradiction(said="v. 50", day=TODAY),
    "23/11 Titel": plan.DayPast(day=date(2026, 11, 23)),
    "i går Titel": plan.DayPast(day=date(2026, 11, 23)),
    "25 augusti Titel": plan.DayPast(day=date(2026, 8, 25)),
    "2025-12-01 Titel": plan.DayPast(day=date(2025, 12, 1)),
    "måndag v. 48 Titel": plan.DayPast(day=date(2026, 11, 23)),
    "v. 47 Titel": WeekInPast(week=47, year="2026"),
    "i dag 9.59 Titel": TimeInPast(at=time(9, 59)),
    "i dag kl 10 Titel": TimeInPast(at=time(10)),
    "2029-11-25 Titel": plan.DayTooFar(day=date(2029, 11, 25)),
    "9999-12-31 Titel": plan.DayTooFar(day=date(9999, 12, 31)),
    "om 5000 dagar Titel": plan.DayTooFar(day=date(2040, 8, 2)),
    "fredag": NoTitle(),
    "fredag 11.00 fb": NoTitle(),
    "fredag ””": NoTitle(),
    "fredag \u200b": NoTitle(),
}


@pytest.mark.parametrize(("text", "refusal"), REFUSED.items(), ids=map(repr, REFUSED))
def test_what_cannot_be_planned_is_refused_with_its_pieces(text: str, refusal: Refusal) -> None:
    with pytest.raises(type(refusal)) as refused:
        parse_plan(text, today=TODAY, now_time=time(10), outlets=[Outlet(1, "Facebook")])
    assert refused.value.values == refusal.values


@pytest.mark.parametrize(
    ("today", "words", "week"),
    [
        ("2026-11-24", "50", Week(2026, 50)),
        ("2026-11-24", "v. 50", Week(2026, 50)),
        ("2026-11-24", "vecka 50", Week(2026, 50)),
        ("2026-11-24", "week 50 2027", Week(2027, 50)),
        ("2026-11-24", "47", Week(2026, 47)),
        ("2026-11-24", "21", Week(2027, 21)),
        ("2026-11-24", "22", Week(2026, 22)),
        ("2026-11-24", "1", Week(2027, 1)),
        ("2026-11-24", "nästa vecka", Week(2026, 49)),
        ("2027-01-04", "53", Week(2026, 53)),
        ("2027-11-24", "53", Week(2026, 53)),
        ("2025-11-24", "53", Week(2026, 53)),
        ("2027-01-01", "1", Week(2027, 1)),
    ],
)
def test_a_week_to_look_at_is_the_nearest(today: str, words: str, week: Week) -> None:
    assert parse_week(words, today=date.fromisoformat(today)) == week


@pytest.mark.parametrize("words", ["", "hej", "50 Titel", "v. 50 Titel", "fredag", "505", "-1"])
def test_what_is_more_or_less_than_a_week_is_refused(words: str) -> None:
    with pytest.raises(WeekUnreadable):
        parse_week(words, today=TODAY)


@pytest.mark.parametrize(("today", "words"), [("2026-11-24", "54"), ("2029-11-24", "53")])
def test_a_week_that_no_year_nearby_has_is_refused(today: str, words: str) -> None:
    with pytest.raises(NoSuchWeek):
        parse_week(words, today=date.fromisoformat(today))
