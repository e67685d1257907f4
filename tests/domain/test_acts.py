"""What may be done to a post, from each state it can be in."""

from dataclasses import replace
from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

import pytest

from bot.domain.acts import (
    AlreadyCancelled,
    AlreadyPublished,
    NothingToDo,
    Outdated,
    cancelled,
    changed,
    entry_of,
    marked,
    moved,
    published,
    undone,
)
from bot.domain.plan import DayPast, Post, Status, TimeSkipped

ZONE = ZoneInfo("Europe/Stockholm")
TODAY = date(2026, 11, 24)
NOW = datetime(2026, 11, 24, 7, 15, tzinfo=UTC)
EARLIER = NOW - timedelta(days=3)
POST = Post(
    id=7,
    title="Öppet hus",
    text="Välkommen!",
    outlet_id=1,
    day=date(2026, 11, 27),
    at=time(11),
    owner="U0AMIRA",
    status=Status.DRAFT,
    idea_id=3,
    link=None,
    created_by="U0AMIRA",
    created_at=EARLIER,
    updated_at=EARLIER,
    published_at=None,
)


def move(post, day=date(2026, 11, 30), at=time(11)):
    return moved(post, day, at, today=TODAY, zone=ZONE, now=NOW)


def change(post, **fields):
    return changed(post, replace(entry_of(post), **fields), today=TODAY, now=NOW)


ACTS = {
    "change": lambda post: change(post, title="Annat"),
    "move": move,
    "ready": lambda post: marked(post, Status.READY, now=NOW),
    "publish": lambda post: published(post, None, now=NOW),
    "cancel": lambda post: cancelled(post, now=NOW),
}


@pytest.mark.parametrize("act", ACTS.values(), ids=ACTS)
def test_a_draft_can_be_acted_on_and_its_time_of_change_follows(act):
    after = act(POST)
    assert after != POST
    assert after.updated_at == NOW
    assert after.revision == POST.revision  # the store counts


@pytest.mark.parametrize("act", ACTS.values(), ids=ACTS)
@pytest.mark.parametrize(
    ("status", "refusal"),
    [(Status.PUBLISHED, AlreadyPublished), (Status.CANCELLED, AlreadyCancelled)],
)
def test_what_is_published_or_cancelled_is_at_its_end(act, status, refusal):
    with pytest.raises(refusal) as refused:
        act(replace(POST, status=status))
    assert refused.value.values == {"title": "Öppet hus"}


@pytest.mark.parametrize(
    "act",
    [
        lambda: change(POST),
        lambda: move(POST, POST.day, POST.at),
        lambda: marked(POST, Status.DRAFT, now=NOW),
    ],
    ids=["change", "move", "mark"],
)
def test_an_act_that_changes_nothing_is_refused(act):
    with pytest.raises(NothingToDo):
        act()


def test_nothing_is_moved_into_the_past():
    with pytest.raises(DayPast):
        move(POST, date(2026, 11, 23))
    with pytest.raises(DayPast):
        change(POST, day=date(2026, 11, 23))


def test_a_post_whose_day_has_passed_can_still_be_mended():
    late = replace(POST, day=date(2026, 11, 20))
    assert change(late, text="Ny text").text == "Ny text"


def test_nothing_is_moved_to_a_time_that_does_not_exist():
    with pytest.raises(TimeSkipped):
        move(POST, date(2027, 3, 28), time(2, 30))


def test_a_published_post_has_its_link_and_its_time():
    after = published(POST, "https://facebook.example/1", now=NOW)
    assert (after.link, after.published_at) == ("https://facebook.example/1", NOW)


def test_undoing_brings_back_what_was_before():
    gone = replace(POST, status=Status.CANCELLED, revision=2)
    back = undone(gone, replace(POST, revision=2), 2, idea_is_free=True, now=NOW)
    assert back == replace(POST, revision=2, updated_at=NOW)


def test_undoing_leaves_an_idea_with_the_post_that_has_taken_it():
    gone = replace(POST, status=Status.CANCELLED, revision=2)
    assert undone(gone, POST, 2, idea_is_free=False, now=NOW).idea_id is None


def test_undoing_the_planning_itself_cancels_the_post():
    assert undone(POST, None, 1, idea_is_free=True, now=NOW).status is Status.CANCELLED


def test_only_the_last_act_can_be_undone():
    with pytest.raises(Outdated):
        undone(replace(POST, revision=3), POST, 2, idea_is_free=True, now=NOW)
