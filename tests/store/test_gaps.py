"""Marks on slots, what a nag named, and the gaps ahead without reading the posts."""

from datetime import date, time, timedelta
from zoneinfo import ZoneInfo

import pytest
from sqlite_utils import Database

from bot.domain.asking import Ask
from bot.domain.gaps import window
from bot.domain.nags import Postponed
from bot.domain.outlets import Slot
from bot.domain.plan import Entry
from bot.locales import Words
from bot.store import gaps, outlets, posts
from tests.make import AMIRA, JONAS, NOW

ZONE = ZoneInfo("Europe/Stockholm")
SLOT = Slot(date(2026, 11, 25), time(11), 1)
DAYS = (date(2026, 11, 25), date(2026, 11, 26))


@pytest.fixture(autouse=True)
def _outlets(db: Database) -> None:
    outlets.ensure_defaults(db, Words("sv"))


def test_a_slot_left_empty_is_no_gap_until_it_is_restored(db: Database) -> None:
    gaps.leave_empty(db, SLOT, who=AMIRA, now=NOW)
    assert gaps.left_empty(db, *DAYS) == {SLOT: AMIRA}
    assert SLOT not in gaps.ahead(db, now=NOW, zone=ZONE)
    assert gaps.restore(db, SLOT)
    assert gaps.left_empty(db, *DAYS) == {}
    assert SLOT in gaps.ahead(db, now=NOW, zone=ZONE)


def test_who_left_a_slot_empty_first_stays_the_one(db: Database) -> None:
    gaps.leave_empty(db, SLOT, who=AMIRA, now=NOW)
    gaps.leave_empty(db, SLOT, who=JONAS, now=NOW)
    assert gaps.left_empty(db, *DAYS) == {SLOT: AMIRA}


def test_the_newest_wish_to_be_reminded_counts(db: Database) -> None:
    gaps.postpone(db, SLOT, date(2026, 11, 25), who=AMIRA, now=NOW)
    gaps.postpone(db, SLOT, date(2026, 11, 26), who=JONAS, now=NOW)
    assert gaps.postponed(db, *DAYS) == {SLOT: Postponed(date(2026, 11, 26), JONAS)}
    assert gaps.restore(db, SLOT)
    assert gaps.postponed(db, *DAYS) == {}


def test_restoring_what_is_not_marked_says_so(db: Database) -> None:
    assert not gaps.restore(db, SLOT)


def test_a_range_of_days_is_half_open(db: Database) -> None:
    gaps.leave_empty(db, SLOT, who=AMIRA, now=NOW)
    assert gaps.left_empty(db, DAYS[1], DAYS[1] + timedelta(days=1)) == {}
    assert gaps.left_empty(db, DAYS[0] - timedelta(days=1), DAYS[0]) == {}


def test_a_nag_remembers_what_it_named_once(db: Database) -> None:
    later = Slot(date(2026, 11, 27), time(11), 1)
    gaps.name(db, date(2026, 11, 24), [Ask(later), Ask(SLOT)])
    gaps.name(db, date(2026, 11, 24), [Ask(SLOT, "U0JONAS")])
    assert gaps.named(db, date(2026, 11, 24)) == [Ask(SLOT), Ask(later)]
    assert gaps.named(db, date(2026, 11, 25)) == []


def test_the_gaps_ahead_are_those_of_the_plan(db: Database) -> None:
    for number, day in enumerate((25, 26, 27), start=1):
        entry = Entry(f"Inlägg {number}", 1, date(2026, 11, day), time(10 + number))
        posts.add(db, entry, who=AMIRA, now=NOW)
    gaps.leave_empty(db, Slot(date(2026, 12, 2), time(11), 1), who=AMIRA, now=NOW)
    plan = posts.plan(db, *window(date(2026, 11, 24)))
    assert gaps.ahead(db, now=NOW, zone=ZONE) == plan.gaps(now=NOW, zone=ZONE)


def test_the_gaps_ahead_end_with_the_horizon(db: Database) -> None:
    ahead = gaps.ahead(db, now=NOW, zone=ZONE)
    assert ahead[0].day == date(2026, 11, 25)
    assert ahead[-1].day == date(2027, 1, 22)
    assert len(ahead) == 26
