"""The rules of a zone are what its clock shows."""

from datetime import timedelta
from zoneinfo import ZoneInfo

import pytest

from bot.domain.zones import rules

HOUR = timedelta(hours=1)


def seen(zone, first=2025, last=2028):
    return [
        (f"{rule.first.at:%Y-%m-%d %H:%M}", rule.nth, rule.first.after)
        for rule in rules(ZoneInfo(zone), first, last)
    ]


def test_summer_time_in_stockholm_begins_and_ends_on_the_last_sundays():
    assert seen("Europe/Stockholm") == [
        ("2025-03-30 02:00", -1, 2 * HOUR),
        ("2025-10-26 03:00", -1, HOUR),
    ]


def test_a_change_on_the_first_or_second_sunday_is_told_as_such():
    assert seen("America/New_York") == [
        ("2025-03-09 02:00", 2, -4 * HOUR),
        ("2025-11-02 02:00", 1, -5 * HOUR),
    ]


def test_a_clock_that_is_never_changed_has_one_rule():
    assert seen("Asia/Tokyo") == [("2025-01-01 00:00", 0, 9 * HOUR)]
    assert seen("UTC") == [("2025-01-01 00:00", 0, 0 * HOUR)]


def test_changes_that_follow_no_yearly_rule_stand_one_by_one():
    """Morocco sets its clock back for Ramadan."""
    found = seen("Africa/Casablanca", 2025, 2026)

    assert len(found) == 4
    assert {nth for _, nth, _ in found} == {0}


@pytest.mark.parametrize("zone", ["Europe/Stockholm", "Europe/Dublin", "Australia/Lord_Howe"])
def test_a_single_year_names_its_changes(zone):
    assert [nth for _, nth, _ in seen(zone, 2026, 2026)] == [0, 0]
