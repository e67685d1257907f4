"""The plan's posts: kept, changed one act at a time, and never lost."""

from dataclasses import replace
from datetime import date, time, timedelta
from zoneinfo import ZoneInfo

import pytest

from bot.domain.acts import Outdated, cancelled, marked, published
from bot.domain.gaps import window
from bot.domain.outlets import DEFAULT_CADENCE, Cadence, Outlet, Slot
from bot.domain.plan import Entry, OutletGone, PostGone, Status
from bot.locales import Words
from bot.store import cadences, gaps, outlets, posts
from tests.make import AMIRA, JONAS, NOW

FRIDAY = date(2026, 11, 27)
ENTRY = Entry("Öppet hus", 1, FRIDAY, time(11), text="Välkommen!", owner=JONAS)


@pytest.fixture(autouse=True)
def settled(db):
    outlets.ensure_defaults(db, Words("sv"))


def test_a_new_team_has_three_outlets_of_which_facebook_wants_posts(db):
    outlets.ensure_defaults(db, Words("en"))  # there are some already
    assert outlets.known(db) == (
        Outlet(1, "Facebook", (DEFAULT_CADENCE,)),
        Outlet(2, "Webb"),
        Outlet(3, "Intranät"),
    )
    assert outlets.get(db, 2).name == "Webb"
    with pytest.raises(OutletGone):
        outlets.get(db, 9)


def test_a_post_is_read_back_as_it_was_planned(db):
    post = posts.add(db, ENTRY, who=AMIRA, now=NOW)
    assert posts.get(db, post.id) == post
    assert (post.slot, post.owner, post.created_by) == (Slot(FRIDAY, time(11), 1), JONAS, AMIRA)
    assert (post.status, post.revision, post.created_at) == (Status.DRAFT, 1, NOW)
    with pytest.raises(PostGone):
        posts.get(db, 99)


def test_a_range_of_days_is_half_open_and_in_order(db):
    days = [date(2026, 11, 30), FRIDAY, date(2026, 12, 1)]
    for day in days:
        posts.add(db, replace(ENTRY, day=day), who=AMIRA, now=NOW)
    found = posts.between(db, FRIDAY, date(2026, 12, 1))
    assert [post.day for post in found] == [FRIDAY, date(2026, 11, 30)]


def test_a_cancelled_post_leaves_the_plan_but_not_the_store(db):
    post = posts.add(db, ENTRY, who=AMIRA, now=NOW)
    posts.update(db, cancelled(post, now=NOW))
    assert posts.between(db, FRIDAY, FRIDAY + timedelta(days=1)) == []
    assert posts.get(db, post.id).status is Status.CANCELLED


def test_each_act_is_counted_and_what_was_before_the_last_is_kept(db):
    post = posts.add(db, ENTRY, who=AMIRA, now=NOW)
    assert posts.former(db, post.id) is None
    ready = posts.update(db, marked(post, Status.READY, now=NOW))
    out = posts.update(db, published(ready, "https://a.se", now=NOW))
    assert (ready.revision, out.revision) == (2, 3)
    former = posts.former(db, post.id)
    assert former == replace(ready, revision=3)


def test_what_was_changed_meanwhile_is_not_overwritten(db):
    post = posts.add(db, ENTRY, who=AMIRA, now=NOW)
    posts.update(db, marked(post, Status.READY, now=NOW))
    with pytest.raises(Outdated):
        posts.update(db, cancelled(post, now=NOW))
    assert posts.get(db, post.id).status is Status.READY


def test_the_same_words_a_moment_ago_are_the_same_post(db):
    post = posts.add(db, ENTRY, who=AMIRA, now=NOW)
    assert posts.echo(db, ENTRY, who=AMIRA, now=NOW) == post
    assert posts.echo(db, ENTRY, who=JONAS, now=NOW) is None
    assert posts.echo(db, replace(ENTRY, at=time(12)), who=AMIRA, now=NOW) is None
    posts.update(db, cancelled(post, now=NOW))
    assert posts.echo(db, ENTRY, who=AMIRA, now=NOW) is None


def test_the_plan_knows_its_gaps_and_what_is_left_empty(db):
    zone = ZoneInfo("Europe/Stockholm")
    posts.add(db, ENTRY, who=AMIRA, now=NOW)
    monday = Slot(date(2026, 11, 30), time(11), 1)
    gaps.leave_empty(db, monday, who=AMIRA, now=NOW)
    plan = posts.plan(db, date(2026, 11, 24), date(2026, 12, 3))
    assert [gap.day.day for gap in plan.gaps(now=NOW, zone=zone)] == [25, 2]
    assert plan.openings(now=NOW, zone=zone).empty == [monday]


def test_two_posts_at_the_same_time_fill_two_slots_wherever_gaps_are_counted(db):
    zone, day = ZoneInfo("Europe/Stockholm"), FRIDAY + timedelta(days=1)
    for at in (time(11), time(18)):
        cadences.add(db, 1, Cadence("FREQ=WEEKLY;BYDAY=SA", at))
    for title in ("Marknad", "Loppis"):
        posts.add(db, replace(ENTRY, title=title, day=day), who=AMIRA, now=NOW)
    plan = posts.plan(db, *window(date(2026, 11, 24)))
    ahead = gaps.ahead(db, now=NOW, zone=zone)
    assert ahead == plan.gaps(now=NOW, zone=zone)
    assert day not in {gap.day for gap in ahead}
