"""Which nightly copies are kept: the newest of seven days, four weeks and six months."""

from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.domain import backups
from bot.domain.backups import DAYS, MONTHS, OLD, WEEKS

ZONE = ZoneInfo("Europe/Stockholm")
START = datetime(2026, 1, 1, 3, 5, tzinfo=UTC)
MOST = DAYS + WEEKS + MONTHS


def days(kept):
    return [at.astimezone(ZONE).date().isoformat() for at in sorted(kept, reverse=True)]


def test_after_a_year_of_nights_there_are_days_weeks_and_months():
    held = set()
    for night in range(365):
        held = backups.kept(held | {START + timedelta(days=night)}, ZONE)

    assert days(held) == [
        "2026-12-31", "2026-12-30", "2026-12-29", "2026-12-28", "2026-12-27", "2026-12-26",
        "2026-12-25", "2026-12-20", "2026-12-13", "2026-11-30", "2026-10-31", "2026-09-30",
        "2026-08-31", "2026-07-31",
    ]  # fmt: skip


@given(
    st.lists(st.integers(0, 24 * 400), max_size=120),
    st.integers(0, 20),
)
def test_the_newest_is_always_kept_and_there_are_never_more_than_promised(hours, after):
    taken = {START + timedelta(hours=each) for each in hours}

    kept = backups.kept(taken, ZONE)

    assert kept <= taken
    assert len(kept) <= MOST
    assert not taken or max(taken) in kept
    assert backups.kept(kept, ZONE) == kept
    later = {START + timedelta(days=401 + night) for night in range(after)}
    assert backups.kept(kept | later, ZONE) == backups.kept(taken | later, ZONE)


def test_of_several_copies_of_a_day_the_newest_stays():
    taken = {START + timedelta(hours=hour) for hour in range(12)}

    assert backups.kept(taken, ZONE) == {max(taken)}


@pytest.mark.parametrize(
    "name",
    [
        "lucka.db",
        "monday.db",
        "lucka-20261124T030500Z.db.part",
        "lucka-20261124T030500Z.db-journal",
        "lucka-20261399T030500Z.db",
        "LUCKA-20261124T030500Z.db",
        "lucka-2026112T030500Z.db",
        "lucka-20261124T030500Z.db ",
    ],
)
def test_what_we_did_not_name_is_none_of_our_business(name):
    assert backups.taken_at(name) is None


def test_a_name_tells_the_instant_to_the_second():
    assert backups.taken_at(backups.file_name(START)) == START


def test_a_copy_is_too_old_after_a_day_and_a_half_and_the_future_does_not_count():
    now = START + OLD

    assert not backups.is_old(backups.newest({START}, now=now), now=now)
    assert backups.is_old(START, now=now + timedelta(seconds=1))
    ahead = {START, now + timedelta(days=9)}
    assert backups.newest(ahead, now=now) == START
    assert not backups.is_old(None, now=now)
