"""The levels: which numbers fit together, and how they are read."""

import pytest

from bot.domain.levels import DaysUnreadable, Levels, LevelsMixed, read_days

MIXED = [(0, 14, 30), (7, 7, 30), (14, 7, 30), (7, 30, 30), (7, 14, 61)]


@pytest.mark.parametrize("days", MIXED)
def test_levels_that_do_not_grow_or_leave_the_horizon_are_refused(days):
    with pytest.raises(LevelsMixed):
        Levels(*days)


def test_the_narrowest_and_the_widest_levels_are_fine():
    assert (Levels(1, 2, 3).team, Levels(58, 59, 60).listed) == (2, 60)


@pytest.mark.parametrize("text", ["", "0", "61", "-1", "7 dagar", "²", "٧", "007", "1e1"])
def test_what_is_no_number_of_days_is_refused_beside_its_field(text):
    with pytest.raises(DaysUnreadable) as refused:
        read_days(text, "team")
    assert refused.value.field == "team"
