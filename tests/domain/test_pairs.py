"""Two persons for one post: whose yes counts, when it goes, and what the lead lets pass."""

from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.domain import care, pairs
from bot.domain.acts import AlreadyPublished, NothingToDo, changed, entry_of, marked
from bot.domain.media import Media
from bot.domain.outlets import Outlet
from bot.domain.plan import BY_OUTLET, BY_POST, Status
from bot.domain.ready import Need, NotReady, missing
from tests import make
from tests.make import AMIRA, JONAS, NOW

TODAY = date(2026, 11, 24)
POST = replace(make.post(7, date(2026, 11, 27)), text="Kom!", owner=AMIRA, pair=BY_POST)


def test_off_by_default_nothing_more_is_needed():
    assert Need.SECOND not in missing(replace(POST, pair=""))


@pytest.mark.parametrize("pair", [BY_POST, BY_OUTLET])
def test_ready_needs_the_yes_of_a_second_person(pair):
    post = replace(POST, pair=pair)
    with pytest.raises(NotReady):
        marked(post, Status.READY, now=NOW)
    after = pairs.seconded(post, JONAS, writer=AMIRA, now=NOW)
    assert (after.second, after.status) == (JONAS, Status.READY)


def test_a_yes_leaves_a_draft_that_lacks_something_else_a_draft():
    after = pairs.seconded(replace(POST, text=""), JONAS, writer=AMIRA, now=NOW)
    assert (after.second, after.status) == (JONAS, Status.DRAFT)


REFUSED = {
    "who wrote it": ({}, AMIRA, pairs.OwnText),
    "nobody asked for it": ({"pair": ""}, JONAS, pairs.NoSecondNeeded),
    "somebody was quicker": ({"second": JONAS}, JONAS, NothingToDo),
    "it is out": ({"status": Status.PUBLISHED}, JONAS, AlreadyPublished),
}


@pytest.mark.parametrize(("fields", "who", "refusal"), REFUSED.values(), ids=REFUSED)
def test_whose_yes_does_not_count(fields, who, refusal):
    with pytest.raises(refusal):
        pairs.seconded(replace(POST, **fields), who, writer=AMIRA, now=NOW)


CHANGED = {"title": "Ny", "text": "Kom hit!"}


@pytest.mark.parametrize("name", CHANGED)
def test_another_text_asks_for_another_yes(name):
    ready = pairs.seconded(POST, JONAS, writer=AMIRA, now=NOW)
    entry = replace(entry_of(ready), **{name: CHANGED[name]})
    after = changed(ready, entry, today=TODAY, now=NOW)
    assert (after.second, after.status) == (None, Status.DRAFT)
    pictured = care.equipped(ready, Media(watch=True), now=NOW)
    assert (pictured.second, pictured.status) == (None, Status.DRAFT)


def test_another_day_or_owner_does_not():
    ready = pairs.seconded(POST, JONAS, writer=AMIRA, now=NOW)
    entry = replace(entry_of(ready), day=date(2026, 12, 1), owner=JONAS)
    after = changed(ready, entry, today=TODAY, now=NOW)
    assert (after.second, after.status) == (JONAS, Status.READY)


def test_the_lead_may_let_it_pass():
    assert care.overridden(POST, now=NOW).status is Status.READY


def test_asking_for_two_persons_makes_a_draft_of_what_is_ready():
    ready = replace(POST, pair="", status=Status.READY)
    after = pairs.paired(ready, wanted=True, now=NOW)
    assert (after.pair, after.status) == (BY_POST, Status.DRAFT)
    assert pairs.paired(after, wanted=False, now=NOW).pair == ""
    with pytest.raises(NothingToDo):
        pairs.paired(after, wanted=True, now=NOW)
    with pytest.raises(pairs.PairOfOutlet):
        pairs.paired(replace(POST, pair=BY_OUTLET), wanted=False, now=NOW)


@given(st.sampled_from(["", BY_POST, BY_OUTLET]), st.booleans(), st.booleans())
def test_a_post_that_changes_outlets_there_and_back_needs_what_it_needed(pair, here, there):
    first, second = Outlet(1, "A", pair=here), Outlet(2, "B", pair=there)
    begun = pairs.placed(replace(POST, pair=pair), first)
    assert pairs.placed(pairs.placed(begun, second), first) == begun
