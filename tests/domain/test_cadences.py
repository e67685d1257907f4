"""Several cadences an outlet, pauses, single dates; and where a slot moves from a free day."""

from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.domain.cadences import (
    NoDayNear,
    PauseUnfit,
    Weekly,
    check_name,
    day_near,
    paused,
    read,
    upcoming,
    weekly,
    without,
)
from bot.domain.calendar import WorkingCalendar
from bot.domain.errors import Refusal
from bot.domain.gaps import gaps
from bot.domain.outlets import Cadence, Departure, Outlet, Pause, Slot, offered, slots
from bot.domain.plan import default_outlet, default_time
from bot.domain.rhythm import WeekdaysMissing
from tests.examples import costly

ZONE = ZoneInfo("Europe/Stockholm")
NOW = datetime(2026, 11, 24, 7, 15, tzinfo=UTC)
WEEKDAYS = Cadence("FREQ=WEEKLY;BYDAY=MO,WE,FR", time(11))
SUNDAYS = Cadence("FREQ=WEEKLY;BYDAY=SU", time(18))
ELEVEN = time(11)

days = st.dates(date(2026, 1, 1), date(2027, 12, 31))
times = st.sampled_from([time(9), time(11), time(18)])
rules = st.sampled_from(
    ["FREQ=WEEKLY;BYDAY=MO,WE,FR", "FREQ=WEEKLY;INTERVAL=2;BYDAY=TU", "FREQ=MONTHLY;BYDAY=1MO"]
)
outlets = st.builds(
    Outlet,
    st.just(1),
    st.just("Facebook"),
    st.lists(st.builds(Cadence, rules, times, st.integers(0, 1)), max_size=3).map(tuple),
    st.lists(
        st.one_of(
            st.builds(Departure, days, times, extra=st.just(True)),
            st.builds(Departure, days, st.none() | times, extra=st.just(False)),
        ),
        max_size=5,
    ).map(tuple),
    st.lists(
        st.builds(
            lambda start, long: Pause("Sommar", start, start + timedelta(days=long)),
            days,
            st.integers(1, 60),
        ),
        max_size=2,
    ).map(tuple),
)


@costly
@given(outlets, days, st.integers(0, 90), st.integers(0, 90))
def test_slots_are_the_same_whichever_window_asks_for_them(
    outlet: Outlet, start: date, first: int, second: int
) -> None:
    middle = start + timedelta(days=first)
    end = middle + timedelta(days=second)
    whole = slots(outlet, start, end)
    assert whole == slots(outlet, start, middle) + slots(outlet, middle, end)
    assert len(set(whole)) == len(whole)


@costly
@given(outlets, days)
def test_slots_are_what_the_rules_say_less_pauses_and_skips_and_the_extra_ones(
    outlet: Outlet, start: date
) -> None:
    end = start + timedelta(days=120)
    found = set(slots(outlet, start, end))
    extra = {Slot(d.day, d.at, 1) for d in outlet.departures if d.extra and start <= d.day < end}
    assert extra <= found
    for slot in found - extra:
        assert not outlet.is_paused(slot.day)
        assert not any(each.drops(slot) for each in outlet.departures)
        assert any(slot.day in c.days(slot.day, slot.day + timedelta(1)) for c in outlet.cadences)


@costly
@given(outlets, days, st.integers(1, 40))
def test_a_pause_empties_its_days_and_no_others(outlet: Outlet, start: date, long: int) -> None:
    bare = Outlet(1, "Facebook", outlet.cadences)
    pause = Pause("Sommar", start, start + timedelta(days=long))
    paused = Outlet(1, "Facebook", outlet.cadences, pauses=(pause,))
    around = timedelta(days=60)
    assert slots(paused, pause.start, pause.end) == []
    for window in ((start - around, pause.start), (pause.end, pause.end + around)):
        assert slots(paused, *window) == slots(bare, *window)


@costly
@given(outlets, st.lists(st.tuples(days, times), max_size=20))
def test_no_gap_is_planned(outlet: Outlet, places: list[tuple[date, time]]) -> None:
    wanted = slots(outlet, date(2026, 1, 1), date(2028, 1, 1))
    posts = [Slot(day, at, 1) for day, at in places]
    found = gaps(wanted, posts, now=datetime(2026, 1, 1, tzinfo=UTC), zone=ZONE)
    assert not set(found) & set(posts)


def test_the_two_kinds_of_every_other_week_share_the_weeks_between_them() -> None:
    window = date(2026, 11, 23), date(2027, 2, 1)
    every = Cadence("FREQ=WEEKLY;BYDAY=TU", ELEVEN).days(*window)
    halves = [Cadence("FREQ=WEEKLY;INTERVAL=2;BYDAY=TU", ELEVEN, later) for later in (0, 1)]
    one, other = (half.days(*window) for half in halves)
    assert sorted([*one, *other]) == every
    assert not set(one) & set(other)


@pytest.mark.parametrize(
    ("day", "at"),
    [
        ("2026-11-29", time(18)),
        ("2026-11-30", time(11)),
        ("2026-12-01", time(11)),
        ("2026-12-03", time(15)),
    ],
    ids=["a Sunday", "a Monday", "a day that none wants: the first", "an extra slot"],
)
def test_the_time_is_that_of_the_cadence_which_wants_the_day(day: str, at: time) -> None:
    extra = Departure(date(2026, 12, 3), time(15), extra=True)
    outlet = Outlet(1, "Facebook", (WEEKDAYS, SUNDAYS), (extra,))
    assert default_time(outlet, date.fromisoformat(day)) == at


def test_a_retired_outlet_wants_nothing_and_is_not_meant() -> None:
    retired = Outlet(1, "Facebook", (WEEKDAYS,), retired=True)
    web = Outlet(2, "Webb")
    assert slots(retired, date(2026, 11, 23), date(2026, 12, 23)) == []
    assert offered([retired, web]) == (web,)
    assert default_outlet([retired, web]) == web


@pytest.mark.parametrize(
    ("chosen", "weeks", "said", "rule", "cadences"),
    [
        (["FR", "MO"], "1", "11", "", [Cadence("FREQ=WEEKLY;BYDAY=MO,FR", ELEVEN)]),
        (["TU"], "2 1", "11", "", [Cadence("FREQ=WEEKLY;INTERVAL=2;BYDAY=TU", ELEVEN, 1)]),
        (["SU"], "1", "11, 18", "", [Cadence("FREQ=WEEKLY;BYDAY=SU", ELEVEN), SUNDAYS]),
        (
            ["SU"],
            "1",
            "kl.\u00a011.00 och kl.\u00a018.00",
            "",
            [Cadence("FREQ=WEEKLY;BYDAY=SU", ELEVEN), SUNDAYS],
        ),
        (
            [],
            "1",
            "11",
            "rrule:freq=monthly; byday=1mo",
            [Cadence("FREQ=MONTHLY;BYDAY=1MO", ELEVEN)],
        ),
    ],
    ids=[
        "weekdays",
        "every other week",
        "two times",
        "as they are shown",
        "a rule as it is pasted",
    ],
)
def test_the_form_is_read(
    chosen: list[str], weeks: str, said: str, rule: str, cadences: list[Cadence]
) -> None:
    assert [*read(chosen, weeks, said, rule)] == cadences


def test_a_form_without_days_and_rule_is_refused() -> None:
    with pytest.raises(WeekdaysMissing):
        read([], "1", "11", "")


def test_what_the_form_says_is_shown_in_it_again() -> None:
    (cadence,) = read(["TU"], "2 1", "11", "")
    assert weekly(cadence) == Weekly(("TU",), 2, 1)
    assert weekly(Cadence("FREQ=MONTHLY;BYDAY=1MO", ELEVEN)) is None


@given(
    st.lists(st.text(max_size=3)), st.text(max_size=5), st.text(max_size=12), st.text(max_size=40)
)
def test_no_form_makes_more_than_a_refusal(
    chosen: list[str], weeks: str, said: str, rule: str
) -> None:
    try:
        assert read(chosen, weeks, said, rule)
    except Refusal:
        return


@pytest.mark.parametrize("last", ["2026-06-30", "2028-01-01"], ids=["backwards", "for ever"])
def test_a_pause_that_cannot_be_meant_is_refused(last: str) -> None:
    with pytest.raises(PauseUnfit):
        paused("Sommar", date(2026, 7, 1), date.fromisoformat(last))
    assert paused("Sommar", date(2026, 7, 1), date(2026, 7, 1)).end == date(2026, 7, 2)


def test_two_outlets_cannot_have_one_name() -> None:
    with pytest.raises(Refusal):
        check_name("FACEBOOK", [Outlet(1, "Facebook")])


def test_the_next_times_begin_after_now() -> None:
    outlet = Outlet(1, "Facebook", (WEEKDAYS, SUNDAYS))
    found = upcoming(outlet, now=NOW, zone=ZONE)
    assert [str(slot.day) for slot in found] == [
        "2026-11-25", "2026-11-27", "2026-11-29", "2026-11-30", "2026-12-02",
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("taken", "day"),
    [
        ([], "2026-12-22"),
        (["2026-12-22"], "2026-12-29"),
        (["2026-12-22", "2026-12-29"], "2026-12-17"),
    ],
    ids=["the nearest", "a post is there", "two posts"],
)
def test_a_slot_moves_to_the_nearest_working_day_with_room(taken: list[str], day: str) -> None:
    outlet = Outlet(1, "Facebook", (WEEKDAYS,))
    slot = Slot(date(2026, 12, 25), ELEVEN, 1)
    busy = [date.fromisoformat(each) for each in taken]
    found = day_near(outlet, slot, busy, WorkingCalendar(), now=NOW, zone=ZONE)
    assert found == Slot(date.fromisoformat(day), ELEVEN, 1)


def test_a_slot_cannot_move_where_every_day_is_taken() -> None:
    daily = Outlet(1, "Facebook", (Cadence("FREQ=DAILY", ELEVEN),))
    with pytest.raises(NoDayNear):
        day_near(
            daily, Slot(date(2026, 12, 25), ELEVEN, 1), [], WorkingCalendar(), now=NOW, zone=ZONE
        )


def test_only_the_slot_itself_is_taken_away_from_a_day_with_two() -> None:
    outlet = Outlet(1, "Facebook", (WEEKDAYS, Cadence("FREQ=DAILY", time(18))))
    slot = Slot(date(2026, 12, 25), ELEVEN, 1)
    assert without(outlet, slot) == Departure(slot.day, ELEVEN, extra=False)
