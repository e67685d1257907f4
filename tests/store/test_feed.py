"""What the feed is written from: the plan ahead, sixty days of the past, what was cancelled lately."""

from dataclasses import replace
from datetime import date, time, timedelta
from zoneinfo import ZoneInfo

import pytest

from bot.domain.acts import cancelled, moved
from bot.domain.members import Member, MemberKind
from bot.domain.plan import Entry
from bot.locales import Words
from bot.store import db as store_db
from bot.store import feed, members, outlets, posts
from tests.make import AMIRA, JONAS, NOW

ZONE = ZoneInfo("Europe/Stockholm")
TODAY = date(2026, 11, 24)
ENTRY = Entry("Öppet hus", 1, TODAY, time(11), owner=JONAS)


@pytest.fixture(autouse=True)
def settled(db):
    outlets.ensure_defaults(db, Words("sv"))


def load(db, now=NOW):
    return feed.load(db, now=now, zone=ZONE)


def add(db, day):
    return posts.add(db, replace(ENTRY, day=day), who=AMIRA, now=NOW)


def test_the_past_is_kept_for_sixty_days_and_the_future_for_good(db):
    days = [TODAY + timedelta(days=n) for n in (-61, -60, -1, 0, 1, 1000)]
    for day in days:
        add(db, day)

    assert [post.day for post in load(db).posts] == days[1:]


def test_a_cancelled_post_is_kept_for_sixty_days_after_it_was_cancelled(db):
    post = posts.update(db, cancelled(add(db, TODAY), now=NOW))

    assert load(db, NOW + timedelta(days=60, seconds=-1)).posts == (post,)
    assert load(db, NOW + timedelta(days=60)).posts == ()


def test_a_post_cancelled_long_ahead_is_gone_before_its_day_comes(db):
    posts.update(db, cancelled(add(db, TODAY + timedelta(days=300)), now=NOW))

    assert load(db, NOW + timedelta(days=61)).posts == ()


def test_a_post_that_was_moved_is_the_same_event_with_a_higher_number(db):
    first = add(db, TODAY)
    act = moved(first, TODAY, time(12), today=TODAY, zone=ZONE, now=NOW + timedelta(hours=1))
    posts.update(db, act)

    (found,) = load(db).posts
    assert (found.id, found.revision) == (first.id, first.revision + 1)


def test_owners_have_names(db):
    members.keep(db, Member(JONAS, "Jonas Berg", MemberKind.MEMBER, NOW))
    add(db, TODAY)

    assert load(db).names == {JONAS: "Jonas Berg"}


def test_each_database_has_a_name_of_its_own_that_lasts(db):
    other = store_db.Database(store_db.connect(":memory:"))
    store_db.migrate(other)

    assert load(db).namespace == load(db, NOW + timedelta(days=900)).namespace
    assert load(db).namespace.startswith("lucka-")
    assert load(db).namespace != load(other).namespace
    other.conn.close()
