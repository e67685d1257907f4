"""Which gap is asked of whom, on which day, in which tone."""

from dataclasses import replace
from datetime import date, time, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.domain.asking import Ask, Rota, joining, loudest
from bot.domain.calendar import WorkingCalendar
from bot.domain.levels import Levels, Reach, Tone
from bot.domain.nags import Postponed
from bot.domain.outlets import Slot
from bot.domain.presence import Absence, Presence
from bot.domain.team import Team

TODAY = date(2026, 11, 24)  # a Tuesday
AMIRA, JONAS, ELIN, MIKKO = "U0AMIRA", "U0JONAS", "U0ELIN", "U0MIKKO"
TEAM = Team(AMIRA, (JONAS,), (ELIN, MIKKO))
OWNERS = {1: ELIN, 3: MIKKO, 5: AMIRA}  # Monday, Wednesday, Friday
ROTA = Rota(Levels(), TEAM, OWNERS, Presence(WorkingCalendar()))
GENTLE, CLEAR, INSISTENT = Tone


def gap(days, today=TODAY):
    return Slot(today + timedelta(days=days), time(11), 1)


def ask(rota, slot, *, again=False, today=TODAY):
    (found,) = rota.asks([slot], frozenset([slot] if again else []), today=today)
    return found.who, found.tone


def away(*users):
    leave = [Absence(n, user, TODAY, TODAY + timedelta(days=1)) for n, user in enumerate(users)]
    return replace(ROTA, presence=Presence(WorkingCalendar(), leave))


LEADLESS = replace(ROTA, team=Team())
NOBODY = replace(ROTA, owners={})
CASES = {
    "14 days ahead: the channel": (ROTA, 14, False, None, GENTLE),
    "8 days ahead: the channel": (ROTA, 8, False, None, GENTLE),
    "8 days ahead, again: still the channel": (ROTA, 8, True, None, GENTLE),
    "6 days ahead: who has Mondays": (ROTA, 6, False, ELIN, CLEAR),
    "6 days ahead, the next working day: the lead": (ROTA, 6, True, AMIRA, INSISTENT),
    "tomorrow: who has Wednesdays": (ROTA, 1, False, MIKKO, CLEAR),
    "tomorrow, again: the lead": (ROTA, 1, True, AMIRA, INSISTENT),
    "the lead's own weekday": (ROTA, 3, False, AMIRA, CLEAR),
    "the lead's own weekday, again": (ROTA, 3, True, AMIRA, INSISTENT),
    "today, which nobody has: the channel": (ROTA, 0, False, None, GENTLE),
    "today, which nobody has, again: the lead": (ROTA, 0, True, AMIRA, INSISTENT),
    "nobody has any weekday": (NOBODY, 6, False, None, GENTLE),
    "nobody has any weekday, again": (NOBODY, 6, True, AMIRA, INSISTENT),
    "no lead": (LEADLESS, 6, False, ELIN, CLEAR),
    "no lead, again: the channel": (LEADLESS, 6, True, None, GENTLE),
    "nobody at all, again": (replace(NOBODY, team=Team()), 1, True, None, GENTLE),
    "the owner is away: the lead": (away(ELIN), 6, False, AMIRA, CLEAR),
    "the owner is away and it is near": (away(MIKKO), 1, False, AMIRA, INSISTENT),
    "owner and lead are away: the deputy": (away(ELIN, AMIRA), 6, False, JONAS, CLEAR),
    "the lead is away, again: the deputy": (away(AMIRA), 6, True, JONAS, INSISTENT),
    "all are away: the channel": (away(ELIN, AMIRA, JONAS), 6, False, None, GENTLE),
    "all who lead are away, again": (away(AMIRA, JONAS), 6, True, None, GENTLE),
}  # fmt: skip


@pytest.mark.parametrize(("rota", "days", "again", "who", "tone"), CASES.values(), ids=CASES.keys())
def test_whom_a_gap_is_asked_of(rota, days, again, who, tone):
    assert ask(rota, gap(days), again=again) == (who, tone)


DATES = {
    "the last day of the first level": (date(2026, 12, 2), date(2026, 12, 9), MIKKO),
    "the first day beyond it": (date(2026, 12, 1), date(2026, 12, 9), None),
    "from week 53 into week 1": (date(2026, 12, 29), date(2027, 1, 4), ELIN),
    "nyårsdagen, a Friday in week 53, asks the channel": (date(2026, 12, 30), date(2027, 1, 1), None),
    "juldagen asks the channel": (date(2026, 12, 22), date(2026, 12, 25), None),
    "over the autumn change": (date(2026, 10, 23), date(2026, 10, 28), MIKKO),
    "a Sunday, which nobody can have": (date(2026, 11, 24), date(2026, 11, 29), None),
}  # fmt: skip


@pytest.mark.parametrize(("today", "day", "who"), DATES.values(), ids=DATES.keys())
def test_whom_across_the_calendar(today, day, who):
    assert ask(ROTA, Slot(day, time(11), 1), today=today)[0] == who


def test_a_day_that_the_team_has_off_asks_the_channel_even_again():
    own = WorkingCalendar(own={TODAY + timedelta(days=1): "Planering"})
    assert ask(replace(ROTA, presence=Presence(own)), gap(1), again=True) == (None, GENTLE)


def test_who_does_not_work_today_is_passed_over():
    week = (((time(8), time(16)),), *[()] * 6)
    rota = replace(ROTA, presence=Presence(WorkingCalendar(), own={MIKKO: week}))
    assert ask(rota, gap(1))[0] == AMIRA


def test_the_tone_can_be_kept_gentle():
    rota = replace(ROTA, levels=Levels(rising=False))
    assert ask(rota, gap(1), again=True) == (AMIRA, GENTLE)


def test_the_channel_alone_can_be_asked_or_nobody():
    assert ask(replace(ROTA, levels=Levels(reach=Reach.CHANNEL)), gap(1), again=True)[0] is None
    off = replace(ROTA, levels=Levels(reach=Reach.OFF))
    assert off.asks([gap(1), gap(9)], frozenset(), today=TODAY) == []


def test_the_levels_move_the_border():
    assert ask(replace(ROTA, levels=Levels(1, 14, 30)), gap(6))[0] is None
    assert ask(replace(ROTA, levels=Levels(13, 14, 30)), gap(13))[0] == ELIN


YESTERDAY = TODAY - timedelta(days=1)
TOLD = {
    "asked yesterday": ([(gap(6), YESTERDAY)], {}, True),
    "asked last Friday": ([(gap(3), TODAY - timedelta(days=4))], {}, True),
    "asked while it was the team's": ([(gap(6), TODAY - timedelta(days=2))], {}, False),
    "put off until today": ([(gap(6), YESTERDAY)], {gap(6): Postponed(TODAY, "U1")}, False),
    "put off until yesterday, and asked": (
        [(gap(6), YESTERDAY)], {gap(6): Postponed(YESTERDAY, "U1")}, True,
    ),
    "never asked": ([], {}, False),
}  # fmt: skip


@pytest.mark.parametrize(("told", "postponed", "again"), TOLD.values(), ids=TOLD.keys())
def test_what_was_asked_before_goes_on_unless_it_was_put_off(told, postponed, again):
    assert bool(ROTA.again(told, postponed)) is again


def test_a_message_speaks_in_the_tone_of_its_most_pressing_gap():
    asks = [Ask(gap(1), AMIRA, CLEAR), Ask(gap(2), AMIRA, INSISTENT), Ask(gap(3), AMIRA, GENTLE)]
    assert (loudest(asks), loudest([])) == (INSISTENT, GENTLE)


def test_a_gap_that_opens_during_the_day_joins_a_message_or_waits():
    named = [Ask(gap(6), ELIN, CLEAR)]
    joins, waits = Ask(gap(7), ELIN, CLEAR), Ask(gap(8))
    assert joining([joins, waits], named) == [joins]


@given(
    days=st.sets(st.integers(0, 14)),
    again=st.sets(st.integers(0, 14)),
    gone=st.sets(st.sampled_from([AMIRA, JONAS, ELIN, MIKKO])),
    today=st.dates(date(2026, 1, 1), date(2028, 1, 1)),
)
def test_every_gap_has_one_addressee_and_nobody_who_is_away_is_asked(days, again, gone, today):
    leave = [Absence(n, user, today, today + timedelta(days=1)) for n, user in enumerate(gone)]
    rota = replace(ROTA, presence=Presence(WorkingCalendar(), leave))
    slots = [gap(n, today) for n in days]
    asks = rota.asks(slots, frozenset(gap(n, today) for n in again), today=today)
    assert [each.slot for each in asks] == slots
    assert not {each.who for each in asks} & gone
    assert all(each.who is None or (each.slot.day - today).days <= 7 for each in asks)
