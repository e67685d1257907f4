"""Days that calendars get wrong: Christmas, week 53, and the two nights when clocks are changed."""

from collections.abc import Iterator
from datetime import UTC, datetime

import pytest

from tests.scenarios.journey import Journey
from tests.scenarios.reading import key_of
from tests.scenarios.world import AMIRA, PLAN, ZONE

SAID = {
    "sv": {
        "gaps": "/plan luckor",
        "gap": ": *Lucka* · Facebook kl. 11.00",
        "asks": ": ledig dag. Vill ni ha något då? · Facebook kl. 11.00",
        "new_year": "fredag 1 januari 2027 (v. 53), Nyårsdagen",
        "week": "/plan vecka 53",
        "heading": "v. 53 (28 dec–3 jan)",
        "first": "v. 1 (4–10 jan)",
        "far": "måndag 4 januari 2027 (v. 1)",
        "nag": "4 luckor de närmaste två veckorna",
        "christmas": "är röd dag (Juldagen): publicera ändå, flytta eller lämna tom?",
        "runway": "Första luckan är redan i dag, onsdag 23 december.",
        "morning": "God morgon! Måndag 28 december (v. 53)",
    },
    "en": {
        "gaps": "/plan gaps",
        "gap": ": *Gap* · Facebook at 11:00",
        "asks": ": a day off. Would you like something then? · Facebook at 11:00",
        "new_year": "Friday 1 January 2027 (week 53), New Year's Day",
        "week": "/plan week 53",
        "heading": "week 53 (28 Dec–3 Jan)",
        "first": "week 1 (4–10 Jan)",
        "far": "Monday 4 January 2027 (week 1)",
        "nag": "4 gaps in the next two weeks",
        "christmas": "is a public holiday (Christmas Day): publish anyway, move it, or leave it empty?",
        "runway": "The first gap is today already, Wednesday 23 December.",
        "morning": "Good morning! Monday 28 December (week 53)",
    },
}

swedish = pytest.mark.parametrize("journey", ["sv"], indirect=True)


@pytest.fixture(scope="module", params=["sv", "en"])
def journey(
    request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[Journey]:
    folder = tmp_path_factory.mktemp("calendar")
    with Journey(folder, request.param, start="2026-11-24T07:30") as begun:
        yield begun
        assert "Traceback" not in begun.last_words(1000)


def test_the_horizon_reaches_over_week_53_and_the_free_days(journey: Journey) -> None:
    said = SAID[journey.language]
    gaps = journey.ask(AMIRA, said["gaps"])
    assert (gaps.count(said["gap"]), gaps.count(said["asks"])) == (23, 3)
    assert said["new_year"] in gaps
    assert said["far"] in gaps
    week = journey.ask(AMIRA, said["week"])
    assert week.startswith(f"*{said['heading']}*")
    assert (week.count(said["gap"]), week.count(said["asks"])) == (2, 1)


def test_the_nag_before_christmas_asks_about_red_days(journey: Journey) -> None:
    said = SAID[journey.language]
    journey.clock_to("2026-12-23T08:15")
    nag = journey.await_message(PLAN, said["nag"])
    assert said["christmas"] in nag["text"]
    assert said["runway"] in journey.ours(PLAN)[0]["text"]
    plan = journey.ask(AMIRA, "/plan")
    assert plan.count(said["gap"]) == 5
    assert plan.count(said["asks"]) == 3
    assert plan.index(said["heading"]) < plan.index(said["first"])


@swedish
def test_nobody_hears_anything_from_christmas_eve_to_the_monday_after(journey: Journey) -> None:
    for day in (24, 25):
        journey.clock_to(f"2026-12-{day}T08:15")
        journey.settled()
    journey.next_working_morning()
    journey.await_message(PLAN, SAID[journey.language]["morning"])
    journey.settled()
    said = [key for key in journey.keys(PLAN) if key.rpartition(":")[2] >= "2026-12-24"]
    assert said == ["digest:2026-12-28", "nag:2026-12-28"]


@swedish
@pytest.mark.parametrize(
    ("before", "night", "after"),
    [
        ("2027-03-25", "2027-03-28", "2027-03-30"),  # a Thursday; Easter lies between
        ("2027-10-29", "2027-10-31", "2027-11-01"),
    ],
    ids=["to summer time", "to winter time"],
)
def test_the_digest_comes_at_a_quarter_past_eight_on_both_sides_of_the_night(
    journey: Journey, before: str, night: str, after: str
) -> None:
    journey.clock_to(f"{before}T08:15")
    journey.wait_for(lambda: at(journey, f"digest:{before}"), "digest before the night")
    journey.clock_to(f"{night}T08:15")
    journey.wait_for(lambda: ran(journey, "nag", night), "a Sunday morning")
    journey.clock_to(f"{after}T07:20")  # 08.15 for a clock that forgot one change or the other
    journey.wait_for(lambda: ran(journey, "housekeeping", after), "a night's work")
    journey.clock_to(f"{after}T08:15")
    journey.wait_for(lambda: at(journey, f"digest:{after}"), "digest after the night")
    assert at(journey, f"digest:{before}") == [f"{before} 08:15"]
    assert at(journey, f"digest:{after}") == [f"{after} 08:15"]
    assert not journey.keys(PLAN, f"digest:{night}")


@swedish
def test_a_slot_is_a_gap_until_eleven_by_the_wall_clock(journey: Journey) -> None:
    monday = "2027-11-01"  # the clocks were put back the night before
    journey.clock_to(f"{monday}T10:59")
    assert "måndag 1 november: *Lucka* · Facebook kl. 11.00" in journey.ask(AMIRA, "/plan vecka")
    journey.clock_to(f"{monday}T11:00:01")
    week = journey.ask(AMIRA, "/plan vecka")
    assert "måndag 1 november" not in week
    assert "onsdag 3 november: *Lucka* · Facebook kl. 11.00" in week


@swedish
def test_a_time_that_the_night_skips_cannot_be_planned(journey: Journey) -> None:
    before = journey.decided()
    said = journey.ask(AMIRA, "/plan 2028-03-26 02.30 Nattvakt")
    assert "2.30 finns inte söndag 26 mars 2028" in said
    assert "sommartid" in said
    assert journey.decided() == before
    assert "kl. 2.30" in journey.ask(AMIRA, "/plan 2028-10-29 02.30 Nattvakt")


def ran(journey: Journey, job: str, day: str) -> bool:
    """Say whether a job has run for a day."""
    return bool(journey.sql("select 1 from job_runs where job = ? and due = ?", job, day))


def at(journey: Journey, key: str) -> list[str]:
    """Return the local times at which the messages with a key were posted."""
    moments = [
        datetime.fromtimestamp(float(m["ts"]), UTC).astimezone(ZONE)
        for m in journey.messages(PLAN)
        if key_of(m) == key
    ]
    return [f"{moment:%Y-%m-%d %H:%M}" for moment in moments]
