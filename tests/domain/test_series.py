"""Series: their dates, numbers and turns follow from the pattern alone."""

from dataclasses import replace
from datetime import UTC, date, datetime, time, timedelta
from itertools import islice
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.domain.calendar import WorkingCalendar
from bot.domain.errors import Refusal
from bot.domain.outlets import Cadence
from bot.domain.series import (
    Pattern,
    cadence_of,
    checked,
    entry,
    next_ones,
    occurrences,
    title,
)

CALENDAR = WorkingCalendar()
ZONE = ZoneInfo("Europe/Stockholm")
NOW = datetime(2026, 11, 24, 7, 15, tzinfo=UTC)
EVERY_OTHER = "FREQ=WEEKLY;INTERVAL=2;BYDAY=TU"


def pattern(rule=EVERY_OTHER, **fields):
    values = {
        "name": "Här jobbar jag",
        "outlet_id": 1,
        "cadence": Cadence(rule, fields.pop("at", time(11)), fields.pop("later", 0)),
        "first": date(2026, 12, 1),
        "owners": ("U1", "U2"),
        "title": "Här jobbar jag",
    }
    return Pattern(**{**values, **fields})


def shown(found):
    return [f"{o.day} {o.number} {o.owner}{' free' if o.free else ''}" for o in found]


def test_every_other_tuesday_over_week_53_with_owners_in_turn():
    assert shown(
        occurrences(pattern(), date(2026, 11, 24), date(2027, 1, 20), calendar=CALENDAR)
    ) == [
        "2026-12-01 1 U1",
        "2026-12-15 2 U2",
        "2026-12-29 3 U1",
        "2027-01-12 4 U2",
    ]


def test_the_other_weeks_are_a_week_later():
    assert shown(
        occurrences(pattern(later=1), date(2026, 11, 24), date(2027, 1, 20), calendar=CALENDAR)
    ) == [
        "2026-12-08 1 U1",
        "2026-12-22 2 U2",
        "2027-01-05 3 U1",
        "2027-01-19 4 U2",
    ]


@pytest.mark.parametrize(
    ("rule", "dates"),
    [
        ("FREQ=WEEKLY;BYDAY=TH", ["12-03 1", "12-10 2", "12-17 3", "12-24 4 free", "12-31 5 free", "01-07 6"]),
        ("FREQ=WEEKLY;INTERVAL=3;BYDAY=WE", ["12-09 1", "12-30 2"]),
        ("FREQ=MONTHLY;BYDAY=1TU", ["12-01 1", "01-05 2"]),
        ("FREQ=MONTHLY;BYDAY=-1FR", ["12-25 1 free"]),
        ("FREQ=MONTHLY;BYMONTHDAY=15", ["12-15 1"]),
    ],
    ids=["weekly", "every third week", "first Tuesday", "last Friday", "own rule"],
)  # fmt: skip
def test_rules_and_the_free_days_they_meet(rule, dates):
    found = occurrences(
        pattern(rule, owners=()), date(2026, 12, 1), date(2027, 1, 8), calendar=CALENDAR
    )
    assert [line.replace(" None", "")[5:] for line in shown(found)] == dates


def test_free_days_are_published_on_where_the_team_wants_that():
    found = occurrences(
        pattern("FREQ=WEEKLY;BYDAY=TH", on_free_days=True),
        date(2026, 12, 24),
        date(2027, 1, 1),
        calendar=CALENDAR,
    )
    assert [o.free for o in found] == [False, False]


def test_the_first_and_the_last_day_belong_to_the_series():
    found = occurrences(
        pattern(first=date(2026, 12, 15), last=date(2026, 12, 29)),
        date(2026, 1, 1),
        date(2028, 1, 1),
        calendar=CALENDAR,
    )
    assert shown(found) == ["2026-12-15 1 U1", "2026-12-29 2 U2"]


def test_a_plain_sunday_is_no_reason_to_pause():
    found = occurrences(
        pattern("FREQ=WEEKLY;BYDAY=SU"), date(2026, 12, 6), date(2026, 12, 7), calendar=CALENDAR
    )
    assert shown(found) == ["2026-12-06 1 U1"]


@given(
    st.sampled_from([EVERY_OTHER, "FREQ=WEEKLY;BYDAY=MO,TH", "FREQ=MONTHLY;BYDAY=1TU", "FREQ=DAILY;INTERVAL=3"]),
    st.integers(0, 3),
    st.dates(date(2023, 1, 1), date(2030, 1, 1)),
    st.dates(date(2026, 1, 1), date(2032, 1, 1)),
    st.integers(0, 90),
    st.integers(0, 90),
)  # fmt: skip
def test_an_occurrence_is_the_same_whoever_asks_whenever_for_any_window(
    rule, later, first, start, one, two
):
    weekly = pattern(rule, later=later, first=first, owners=("U1", "U2", "U3"))
    middle = start + timedelta(days=one)
    end = middle + timedelta(days=two)
    whole = occurrences(weekly, start, end, calendar=CALENDAR)
    assert whole == occurrences(weekly, start, middle, calendar=CALENDAR) + occurrences(
        weekly, middle, end, calendar=CALENDAR
    )
    everything = {o.day: o for o in occurrences(weekly, first, end, calendar=CALENDAR)}
    assert all(everything[o.day] == o for o in whole)


@given(st.integers(0, 400))
def test_what_is_next_does_not_depend_on_when_one_asks(hours):
    now = NOW + timedelta(hours=hours)
    late = list(islice(next_ones(pattern(), now=now, zone=ZONE, calendar=CALENDAR), 3))
    early = [o for o in next_ones(pattern(), now=NOW, zone=ZONE, calendar=CALENDAR) if o in late]
    assert late == early


def test_what_has_begun_today_is_not_ahead():
    noon = datetime(2026, 12, 1, 11, 0, tzinfo=UTC)
    assert next(next_ones(pattern(), now=noon, zone=ZONE, calendar=CALENDAR)).day == date(
        2026, 12, 15
    )
    assert (
        next(
            next_ones(pattern(), now=noon - timedelta(hours=2), zone=ZONE, calendar=CALENDAR)
        ).number
        == 1
    )


@pytest.mark.parametrize(
    ("day", "at", "instant", "clock"),
    [
        ("2027-03-21", time(11), "2027-03-21T10:00", "11:00"),
        ("2027-03-28", time(11), "2027-03-28T09:00", "11:00"),
        ("2027-03-28", time(2, 30), "2027-03-28T01:30", "03:30"),
        ("2026-10-25", time(2, 30), "2026-10-25T00:30", "02:30"),
        ("2026-10-25", time(11), "2026-10-25T10:00", "11:00"),
    ],
    ids=["before", "summer time begins", "a time that is skipped", "an hour twice", "summer time ends"],
)  # fmt: skip
def test_the_wall_clock_says_the_same_on_both_sides_of_the_clock_changes(day, at, instant, clock):
    sundays = pattern("FREQ=WEEKLY;BYDAY=SU", at=at, first=date(2026, 1, 1), on_free_days=True)
    day = date.fromisoformat(day)
    (found,) = occurrences(sundays, day, day + timedelta(days=1), calendar=CALENDAR)
    made = entry(sundays, found, ZONE)
    assert (made.day, f"{made.at:%H:%M}") == (day, clock)
    wall = datetime.combine(made.day, made.at, ZONE).astimezone(UTC)
    assert wall == datetime.fromisoformat(instant).replace(tzinfo=UTC)


@pytest.mark.parametrize(
    ("written", "said"),
    [
        ("Här jobbar jag", "Här jobbar jag"),
        ("Här jobbar jag {nummer}", "Här jobbar jag 7"),
        ("Here I work { Number }: {title}", "Here I work 7: {title}"),
    ],
)
def test_the_number_stands_where_the_title_wants_it(written, said):
    assert title(pattern(title=written), 7) == said


def test_a_draft_says_what_the_pattern_says():
    (found,) = occurrences(
        pattern(text="Vem är du?"), date(2026, 12, 15), date(2026, 12, 16), calendar=CALENDAR
    )
    made = entry(pattern(text="Vem är du?"), found, ZONE)
    assert (made.title, made.text, made.owner, made.outlet_id) == (
        "Här jobbar jag", "Vem är du?", "U2", 1,
    )  # fmt: skip


def test_without_a_title_the_name_is_one():
    assert (
        checked(pattern(title="  "), now=NOW, zone=ZONE, calendar=CALENDAR).title
        == "Här jobbar jag"
    )


@pytest.mark.parametrize(
    ("fields", "kind", "field"),
    [
        ({"name": " \u200b"}, "refusal-series-name-missing", "name"),
        ({"title": "x" * 149 + "{nummer}"}, "refusal-title-too-long", "title"),
        ({"text": "x" * 3001}, "refusal-text-too-long", "text"),
        ({"first": date(2030, 1, 1)}, "refusal-day-too-far", "first"),
        ({"last": date(2030, 1, 1)}, "refusal-day-too-far", "last"),
        ({"last": date(2026, 11, 30)}, "refusal-series-no-dates", "last"),
        ({"rule": "FREQ=DAILY;UNTIL=20261120"}, "refusal-series-no-dates", "last"),
    ],
)
def test_what_makes_no_series_is_refused_beside_its_field(fields, kind, field):
    with pytest.raises(Refusal) as refused:
        checked(pattern(**fields), now=NOW, zone=ZONE, calendar=CALENDAR)
    assert (refused.value.kind, refused.value.field) == (kind, field)


@pytest.mark.parametrize(
    "rule", ["", "varje fredag", "FREQ=DAILY;COUNT=3", "FREQ=DAILY;BYMONTH=2;BYMONTHDAY=30"]
)
def test_an_own_rule_that_cannot_be_is_refused_beside_its_field(rule):
    with pytest.raises(Refusal) as refused:
        cadence_of(rule, time(11))
    assert refused.value.field == "rule"


def test_a_change_of_owners_moves_nobody_elses_number():
    before = occurrences(pattern(), date(2026, 12, 1), date(2027, 3, 1), calendar=CALENDAR)
    after = occurrences(
        replace(pattern(), owners=("U9",)), date(2026, 12, 1), date(2027, 3, 1), calendar=CALENDAR
    )
    assert [(o.day, o.number) for o in before] == [(o.day, o.number) for o in after]
