"""Who is asked about a flag, when, and what closes it."""

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.domain.calendar import WorkingCalendar
from bot.domain.comment_acts import decide
from bot.domain.comments import FACEBOOK, LUCKA, Act, Relay, State
from bot.domain.errors import Refusal
from bot.domain.judgements import Outcome
from bot.domain.marks import FlagStands
from bot.domain.policy import Policy, Preset
from bot.domain.presence import Absence, Presence
from bot.domain.roster import Duty, Roster
from bot.domain.team import Team
from bot.domain.urgent import Asked, Flag, FlagGone, asks, judge, next_ask
from tests.examples import costly
from tests.make import AMIRA, ELIN, JONAS, MIKKO, NOW

ZONE = ZoneInfo("Europe/Stockholm")
DUTY = Duty(
    Policy(),
    Roster((ELIN,), date(2026, 11, 23)),
    Team(AMIRA, (JONAS,)),
    Presence(WorkingCalendar()),
)
MORNING = datetime(2026, 11, 24, 9, tzinfo=ZONE).astimezone(UTC)
FLAGGED = replace(Relay("1_1", NOW), flagged_by=AMIRA, flagged_at=NOW)
MINUTE = timedelta(minutes=1)


def at(clock, day=24):
    hour, minute = map(int, clock.split(":"))
    return datetime(2026, 11, day, hour, minute, tzinfo=ZONE).astimezone(UTC)


def told(duty, begin, end, *, by=LUCKA, every=1):
    """Who is asked from *begin* to *end* by a clock that is looked at each *every* minutes."""
    flag, now, found = Flag("1_1", by, begin), begin, []
    while now < end:
        if ask := next_ask(flag, duty, now=now, zone=ZONE):
            flag = replace(flag, asked=(*flag.asked, Asked(ask.step, ask.who, now)))
            found.append((f"{now.astimezone(ZONE):%H:%M}", ask.who))
        now += every * MINUTE
    return found


def test_with_nobody_reacting_all_three_are_asked_and_then_the_channel():
    assert told(DUTY, MORNING, at("12:00")) == [
        ("09:00", ELIN),
        ("09:15", AMIRA),
        ("09:45", JONAS),
        ("10:45", None),
        ("11:45", ELIN),
    ]


@pytest.mark.parametrize(
    ("waits", "clocks"),
    [
        pytest.param((5, 10, 20), ["09:00", "09:05", "09:15", "09:35"], id="all three"),
        pytest.param((10,), ["09:00", "09:10", "09:20", "09:30"], id="one for all"),
    ],
)
def test_the_team_sets_how_long_each_is_waited_for(waits, clocks):
    duty = replace(DUTY, policy=Policy(own_waits=waits))
    assert [clock for clock, _ in told(duty, MORNING, at("09:36"))] == clocks


def test_a_persons_flag_waits_until_it_can_no_longer_be_a_slip():
    assert told(DUTY, MORNING, at("09:10"), by=AMIRA) == [("09:02", ELIN)]


def test_nobody_is_asked_twice_in_a_round_whatever_their_roles():
    duty = replace(DUTY, roster=Roster((AMIRA,), date(2026, 11, 23)))
    assert [who for _, who in told(duty, MORNING, at("11:00"))] == [AMIRA, JONAS, None, AMIRA]


def test_who_is_away_is_passed_over():
    away = Absence(1, AMIRA, date(2026, 11, 24), date(2026, 11, 25))
    duty = replace(DUTY, presence=Presence(WorkingCalendar(), [away]))
    assert [who for _, who in told(duty, MORNING, at("09:40"))] == [ELIN, JONAS]


def test_where_nobody_is_named_the_channel_is_asked():
    duty = Duty(Policy(), Roster(), Team(), Presence(WorkingCalendar()))
    assert told(duty, MORNING, at("10:30")) == [("09:00", None), ("10:00", None)]


def test_there_are_so_many_rounds_a_day_and_the_next_day_it_goes_on():
    duty = Duty(Policy(), Roster(), Team(), Presence(WorkingCalendar()))
    assert [clock for clock, _ in told(duty, at("08:00"), at("09:30", 25))] == [
        "08:00", "09:00", "10:00", "08:00", "09:00",
    ]  # fmt: skip


SATURDAY = 28
OUTSIDE = {
    "nothing is watched": (Preset.OFFICE, None, []),
    "what is urgent is watched": (
        Preset.WATCH, None, [("12:00", ELIN), ("13:00", None), ("14:00", ELIN)],
    ),
    "often, in a crisis": (
        Preset.CRISIS, 20, [("12:00", ELIN), ("12:20", None), ("12:40", ELIN), ("13:00", None)],
    ),
}  # fmt: skip


@pytest.mark.parametrize(("preset", "minutes", "expected"), OUTSIDE.values(), ids=OUTSIDE.keys())
def test_outside_office_hours_only_who_watches_is_asked_as_the_policy_says(
    preset, minutes, expected
):
    duty = replace(DUTY, policy=Policy(preset=preset, own_minutes=minutes))
    found = told(duty, at("12:00", SATURDAY), at("14:10", SATURDAY))
    assert found[: len(expected)] == expected
    assert {who for _, who in found} <= {ELIN, None}


def test_what_came_in_the_night_is_asked_about_when_somebody_may_be():
    duty = replace(DUTY, policy=Policy(preset=Preset.OFFICE))
    assert told(duty, at("23:00"), at("08:20", 25)) == [("08:00", ELIN), ("08:15", AMIRA)]


def test_after_a_day_without_the_bot_only_the_next_step_is_taken():
    flag = Flag("1_1", LUCKA, MORNING, (Asked(1, ELIN, MORNING),))
    now = at("09:00", 25)
    ask = next_ask(flag, DUTY, now=now, zone=ZONE)
    assert ask
    assert (ask.who, ask.step) == (AMIRA, 2)
    later = replace(flag, asked=(*flag.asked, Asked(2, AMIRA, now)))
    assert next_ask(later, DUTY, now=now + MINUTE, zone=ZONE) is None


def test_a_clock_that_is_set_back_holds_up_nothing_for_long():
    flag = Flag("1_1", LUCKA, MORNING, (Asked(1, ELIN, at("09:00", 25)),))
    ask = next_ask(flag, DUTY, now=at("10:00"), zone=ZONE)
    assert ask
    assert ask.who == AMIRA


def test_in_the_night_of_the_clock_change_a_wait_has_its_true_length():
    night = datetime(2026, 10, 25, 0, 30, tzinfo=UTC)  # 2.30 in summer time, for the first time
    duty = replace(DUTY, policy=Policy(preset=Preset.CRISIS, own_hours=((at_(0), at_(6)),)))
    flag = Flag("1_1", LUCKA, night, (Asked(1, ELIN, night),))
    assert next_ask(flag, duty, now=night + 14 * MINUTE, zone=ZONE) is None
    assert next_ask(flag, duty, now=night + 15 * MINUTE, zone=ZONE)


def at_(hour):
    return datetime(2026, 1, 1, hour).time()  # noqa: DTZ001 -- a time of day


def test_an_ask_is_of_use_until_the_next_one_or_until_its_reader_has_quiet():
    early = next_ask(Flag("1_1", LUCKA, MORNING), DUTY, now=MORNING, zone=ZONE)
    assert early
    assert early.until == MORNING + timedelta(minutes=15)
    duty = replace(DUTY, policy=Policy(preset=Preset.OFFICE))
    late = next_ask(Flag("1_1", LUCKA, MORNING), duty, now=at("16:20"), zone=ZONE)
    assert late
    assert late.until == at("16:30")


def test_nobody_is_asked_about_two_comments_at_once():
    flags = [Flag(f"1_{n}", LUCKA, MORNING) for n in range(3)]
    (first,) = asks(flags, DUTY, now=MORNING, zone=ZONE)
    assert first.comment_id == "1_0"
    flags[0] = replace(flags[0], asked=(Asked(1, ELIN, MORNING),))
    assert asks(flags, DUTY, now=MORNING + 4 * MINUTE, zone=ZONE) == []
    (second,) = asks(flags, DUTY, now=MORNING + 5 * MINUTE, zone=ZONE)
    assert (second.comment_id, second.who) == ("1_1", ELIN)


def test_the_numbers_of_steps_go_on_when_a_comment_is_flagged_anew():
    ask = next_ask(Flag("1_1", LUCKA, MORNING, (), 4), DUTY, now=MORNING, zone=ZONE)
    assert ask
    assert ask.step == 5


def test_a_judgement_closes_the_flag_and_keeps_who_when_and_why():
    after, found = judge(FLAGGED, Outcome.KEPT, JONAS, "Hård ton", now=NOW + MINUTE)
    assert (after.flagged_by, after.flagged_at) == (None, None)
    assert (found.flagged_by, found.flagged_at, found.by) == (AMIRA, NOW, JONAS)
    assert (found.outcome, found.reason, found.at) == (Outcome.KEPT, "Hård ton", NOW + MINUTE)
    with pytest.raises(FlagGone):
        judge(after, Outcome.KEPT, JONAS, "Hård ton", now=NOW)
    assert decide(after, Act.FLAG, MIKKO, now=NOW).flagged_by == MIKKO


def test_a_slip_is_taken_back_within_two_minutes_by_who_made_it():
    assert decide(FLAGGED, Act.UNFLAG, AMIRA, now=NOW + MINUTE).flagged_by is None
    assert decide(FLAGGED, Act.UNFLAG, JONAS, now=NOW + MINUTE) == FLAGGED
    for moment in (NOW + 2 * MINUTE, NOW - MINUTE):
        with pytest.raises(FlagStands):
            decide(FLAGGED, Act.UNFLAG, AMIRA, now=moment)


STATES = st.sampled_from([replace(FLAGGED, state=state) for state in State])
ACTS = st.lists(st.tuples(st.sampled_from(Act), st.sampled_from([AMIRA, JONAS, FACEBOOK])))


@given(STATES, ACTS, st.integers(2, 10_000))
def test_a_flag_is_open_until_it_is_judged_whatever_is_done(relay, history, minutes):
    now = NOW + minutes * MINUTE
    for act, who in history:
        try:
            said = "emoji" if act is Act.UNNEED else MIKKO
            relay = decide(relay, act, who, now=now, said=said)
        except Refusal:
            continue
    assert (relay.flagged_by, relay.flagged_at) == (AMIRA, NOW)
    assert judge(relay, Outcome.HIDDEN, JONAS, "Hot", now=now)[0].state is relay.state


@costly
@given(st.integers(0, 60 * 24 * 14), st.sampled_from(Preset), st.integers(1, 40))
def test_nobody_is_ever_asked_outside_what_the_policy_allows(start, preset, every):
    duty = replace(DUTY, policy=Policy(preset=preset))
    flag, now = Flag("1_1", LUCKA, MORNING + start * MINUTE), MORNING + start * MINUTE
    for _ in range(60):
        if ask := next_ask(flag, duty, now=now, zone=ZONE):
            local = now.astimezone(ZONE)
            assert ask.who is None or duty.may_ping(ask.who, local, urgent=True)
            assert ask.until > now
            flag = replace(flag, asked=(*flag.asked, Asked(ask.step, ask.who, now)))
        now += every * MINUTE
