"""What `make demo` begins with: gaps that are offered something, with the reasons."""

from datetime import timedelta

import pytest

from bot import demo
from bot.domain.outlets import slots
from bot.domain.plan import default_outlet
from bot.domain.suggestions import (
    ForOutlet,
    InSeason,
    KeptLongAgo,
    Neighbour,
    NothingAbout,
    Voted,
    suggest,
)
from bot.store import idea_desk, outlets, posts
from bot.store.db import Store
from tests.make import NOW

WEEKS = timedelta(weeks=3)


@pytest.fixture(params=["sv", "en"])
def offers(request, tmp_path):
    """What is suggested for the free slots of the coming weeks, each slot on its own."""
    demo.plant(tmp_path, request.param, NOW)
    store, today = Store(tmp_path / "lucka.db"), NOW.date()
    with store.transaction() as db:
        every = outlets.known(db)
        planned = posts.between(db, today, today + WEEKS)
        taken = {post.slot for post in planned}
        wanted = slots(default_outlet(every), today, today + WEEKS)
        gaps = [slot for slot in wanted if slot not in taken]
        found = suggest(
            gaps,
            idea_desk.pool(db, [gap.day for gap in gaps], [each.id for each in every]),
            outlets={each.id: each.name for each in every},
            neighbours=[Neighbour(post.day, post.title) for post in planned],
            now=NOW,
        )
    store.close()
    return found


def test_every_offer_says_why_it_fits(offers):
    assert len(offers) >= 3
    for found in offers.values():
        assert [type(reason) for reason in found[0].reasons][:1] == [ForOutlet]
        assert all(each.reasons for each in found)


def test_one_belongs_to_a_day_that_comes_soon(offers):
    first = next(iter(offers.values()))[0]
    assert [type(reason) for reason in first.reasons] == [ForOutlet, InSeason, NothingAbout]


def test_there_is_every_kind_of_reason(tmp_path, offers):
    kinds = {type(reason) for found in offers.values() for each in found for reason in each.reasons}
    assert {ForOutlet, InSeason, NothingAbout, Voted} <= kinds
    assert kinds <= {ForOutlet, InSeason, NothingAbout, Voted, KeptLongAgo}
