"""The reserve is an idea's: kept, used, back again, taken out; it waits for no decision."""

from datetime import date, time, timedelta

import pytest

from bot.domain.acts import cancelled
from bot.domain.ideas import Thought
from bot.domain.media import NOTHING, Kind, Media
from bot.domain.plan import Entry
from bot.domain.reserves import NotInReserve, Stock
from bot.domain.routing import Routing, Where
from bot.locales import Words
from bot.store import idea_desk, ideas, outlets, posts, reserves
from tests.make import AMIRA, NOW

PICTURE = Media(Kind.PICTURE, "En skylt")


@pytest.fixture(autouse=True)
def _outlets(db):
    outlets.ensure_defaults(db, Words("sv"))


def keep(db, title="Hitta till 1177", *, media=PICTURE, now=NOW):
    idea = ideas.add(db, Thought(title, "Så gör du."), author=AMIRA, now=now)
    return reserves.keep(db, idea.id, media, now=now)


def plan(db, idea):
    entry = Entry(idea.title, 1, date(2026, 11, 27), time(11), text=idea.note, idea_id=idea.id)
    return posts.add(db, entry, who=AMIRA, now=NOW)


def titles(db):
    return [each.idea.title for each in reserves.listed(db)]


def test_what_is_kept_is_found_with_what_it_shows(db):
    kept = keep(db)
    assert reserves.get(db, kept.idea.id) == kept
    assert (kept.media, kept.checked_at) == (PICTURE, NOW)
    assert reserves.stock(db, now=NOW) == Stock(1)


def test_the_one_looked_over_longest_ago_comes_first_and_is_counted_once_old(db):
    keep(db, "Ny")
    old = keep(db, "Gammal", now=NOW - timedelta(days=200))
    assert titles(db) == ["Gammal", "Ny"]
    assert reserves.stock(db, now=NOW) == Stock(2, stale=1)
    reserves.look_over(db, old.idea.id, now=NOW)
    assert reserves.stock(db, now=NOW) == Stock(2)


def test_a_planned_one_is_used_and_its_cancelled_post_brings_it_back(db):
    kept = keep(db)
    post = plan(db, kept.idea)
    assert (post.media, post.text) == (PICTURE, "Så gör du.")
    assert titles(db) == []
    with pytest.raises(NotInReserve):
        reserves.look_over(db, kept.idea.id, now=NOW)
    posts.update(db, cancelled(post, now=NOW))
    assert titles(db) == ["Hitta till 1177"]


def test_what_was_taken_out_can_come_back_as_it_was(db):
    kept = keep(db)
    assert reserves.remove(db, kept.idea.id, now=NOW) == kept
    assert (titles(db), reserves.ids(db)) == ([], frozenset())
    assert plan(db, kept.idea).media == NOTHING
    posts.update(db, cancelled(posts.of_idea(db, kept.idea.id), now=NOW))
    assert reserves.restore(db, kept.idea.id) == kept


def test_an_ordinary_idea_is_no_reserve(db):
    idea = ideas.add(db, Thought("Idé"), author=AMIRA, now=NOW)
    for act in (reserves.get, reserves.restore):
        with pytest.raises(NotInReserve):
            act(db, idea.id)
    assert reserves.media(db, idea.id) == reserves.media(db, None) == NOTHING


@pytest.mark.parametrize("gone", ["dropped", "no"])
def test_an_idea_that_is_gone_is_no_reserve_any_more(db, gone):
    kept = keep(db)
    if gone == "dropped":
        ideas.drop(db, kept.idea.id, now=NOW)
    else:
        idea_desk.route(db, kept.idea.id, Routing(Where.NO, reason="Nej"), decision=0)
    assert titles(db) == []
