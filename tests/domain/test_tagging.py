"""What comments were and cost, counted from taps: shares of the tagged, ranges, words for change."""

from collections import Counter
from dataclasses import replace
from datetime import UTC, date, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.domain.measures import Case, Share
from bot.domain.moderation import Deed
from bot.domain.periods import Kind, Period, month
from bot.domain.tagging import (
    MINUTES,
    Course,
    Effort,
    FearMissing,
    Mark,
    Tag,
    compare,
    earlier,
    fear,
    spent,
    tally,
)

NOW = datetime(2026, 11, 27, 9, tzinfo=UTC)


def cases(count):
    return [Case(f"c{n}", NOW, NOW) for n in range(count)]


def test_shares_are_of_the_tagged_and_the_coverage_is_told():
    tags = [Tag.CRITICAL] * 11 + [Tag.QUESTION] * 60 + [Tag.PRAISE] * 8 + [Tag.OTHER] * 2
    marks = {f"c{n}": Mark(tag) for n, tag in enumerate(tags)} | {"c90": Mark()}
    found = tally(cases(94), marks)
    assert found.tagged == Share(81, 94)
    assert [found.tags[tag] for tag in Tag] == [
        Share(11, 81), Share(60, 81), Share(8, 81), Share(2, 81),
    ]  # fmt: skip
    assert found.timed == Share(0, 94)


def test_flags_and_decisions_are_counted_by_rule():
    flagged = [case._replace(flagged=NOW) for case in cases(1)]
    marks = {
        "c0": Mark(deed=Deed.HIDE, rule="reklam"),
        "c1": Mark(deed=Deed.REMOVE, rule="hot"),
        "c2": Mark(deed=Deed.HIDE, rule="reklam"),
        "c3": Mark(),
        "c9": Mark(deed=Deed.HIDE, rule="of another month"),
    }
    found = tally([*flagged, *cases(5)[1:]], marks)
    assert (found.flagged, found.hidden, found.removed) == (1, Share(2, 5), Share(1, 5))
    assert found.rules == (("reklam", 2), ("hot", 1))


def test_of_nothing_there_is_nothing():
    found = tally([], {})
    assert (found.tagged, found.spent.hours, found.rules) == (Share(0, 0), (0, 0), ())


@pytest.mark.parametrize(
    ("efforts", "hours", "is_open"),
    [
        pytest.param({Effort.SHORT: 1}, (0, 1), False, id="one short"),
        pytest.param({Effort.SHORT: 20, Effort.MIDDLE: 24}, (2, 8), False, id="rounded outwards"),
        pytest.param({Effort.MIDDLE: 12}, (1, 3), False, id="whole hours"),
        pytest.param({Effort.LONG: 4}, (1, 2), True, id="the longest has no end"),
    ],
)
def test_taps_come_to_a_range(efforts, hours, is_open):
    found = spent(efforts)
    assert (found.hours, found.is_open) == (hours, is_open)


@given(st.lists(st.sampled_from(Effort)))
def test_the_range_holds_every_time_that_the_taps_allow(efforts):
    found = spent(Counter(efforts))
    least, most = (sum(MINUTES[effort][end] for effort in efforts) for end in (0, 1))
    low, high = found.hours
    assert low * 60 <= least <= most <= high * 60


@pytest.mark.parametrize(
    ("now", "then", "course"),
    [
        (Share(11, 81), Share(12, 80), Course.ALIKE),
        (Share(10, 100), Share(15, 100), Course.ALIKE),
        (Share(10, 100), Share(16, 100), Course.LOWER),
        (Share(50, 100), Share(5, 10), Course.ALIKE),
        (Share(60, 100), Share(5, 10), Course.HIGHER),
        (Share(9, 9), Share(1, 50), Course.UNKNOWN),
        (Share(1, 50), Share(0, 0), Course.UNKNOWN),
    ],
)
def test_change_is_one_of_four_words(now, then, course):
    assert compare(1, now, then).course is course


def test_months_back_are_the_same_days_of_the_calendar():
    november = month(date(2026, 11, 5))
    assert [earlier(november, n).start for n in (1, 3, 6)] == [
        date(2026, 10, 1), date(2026, 8, 1), date(2026, 5, 1),
    ]  # fmt: skip
    assert earlier(november, 1) == november.before
    days = Period(Kind.DAYS, date(2026, 3, 31), date(2026, 4, 1))
    assert earlier(days, 1) == Period(Kind.DAYS, date(2026, 2, 28), date(2026, 3, 1))


def test_the_day_of_the_first_words_stays_and_a_correction_is_told():
    first = fear(" hälften blir kritiska ", "", None, now=NOW)
    assert (first.criticism, first.written_at, first.changed_at) == (
        "hälften blir kritiska", NOW, None,
    )  # fmt: skip
    later = NOW.replace(day=28)
    assert fear("hälften blir kritiska", "", first, now=later) == first
    changed = fear("hälften", "5 tim", first, now=later)
    assert changed == replace(first, criticism="hälften", time="5 tim", changed_at=later)
    with pytest.raises(FearMissing):
        fear(" ", "", None, now=NOW)
