"""What somebody published by hand is recognised on the page, and linked by a click."""

from dataclasses import replace
from datetime import time, timedelta

import pytest

from bot.domain import acts
from bot.domain.plan import Status
from bot.jobs import poll
from bot.store import outbox, posts
from bot.views import found as view
from handlers import found
from tests import make, page
from tests.fakes import FakeAck
from tests.make import JONAS, MIKKO, NOW
from tests.publishing import current, ready, told

TEXT = "Nu kan du boka tid för vaccin mot influensa."


@pytest.fixture
def desk(deps):
    """The bot's parts with a page on which the text of a planned post stands."""
    shown = page.post(text=f"{TEXT} Välkommen!", created_at=NOW - timedelta(minutes=5))
    return replace(deps, page=page.FakePage(posts=[shown]))


@pytest.fixture
def post(desk):
    return ready(desk, TEXT, day=desk.today(), at=time(8))


@pytest.fixture(autouse=True)
def unhindered():
    poll._costs.clear()


def asked(deps):
    with deps.reading() as db:
        return [item for item in outbox.pending(db) if item.key.startswith("found:")]


def click(deps, value, *, same=True, user=JONAS):
    ack = FakeAck()
    action = view.LINK if same else view.OTHER
    found.click(deps, ack, make.click(action, value, user=user), is_same=same)
    assert ack.calls == [{}]


def value(post):
    return f"{page.POST} {post.id}"


def test_it_is_asked_once_in_the_plan_channel(desk, post, hand):
    poll.run(desk, NOW)
    poll.run(desk, hand.on(minutes=1))
    (item,) = asked(desk)
    assert item.channel == make.PLAN
    assert "Är det samma?" in item.body["text"]
    assert "*Öppet hus*" in item.body["text"]
    assert "Nu kan du boka tid" in item.body["text"]


def test_linked_it_is_published_with_the_address_of_the_pages_post(desk, post):
    poll.run(desk, NOW)
    click(desk, value(post))
    after = current(desk, post)
    assert (after.status, after.link) == (
        Status.PUBLISHED,
        f"https://www.facebook.example/posts/{page.POST}",
    )
    assert "Jonas Berg länkade det" in asked(desk)[0].body["text"]
    click(desk, value(post), user=MIKKO)
    assert "finns inte längre, eller så har någon hunnit före" in told(desk)[-1]


def test_not_the_same_leaves_the_post_and_is_not_asked_again(desk, post, hand):
    poll.run(desk, NOW)
    click(desk, value(post), same=False)
    desk.page.posts = [replace(desk.page.posts[0], text=f"{TEXT} Rättat.")]
    poll.run(desk, hand.on(minutes=1))
    assert current(desk, post).status is Status.READY
    assert "är inte samma som inlägget på sidan, säger Jonas Berg" in asked(desk)[0].body["text"]


def test_a_post_cancelled_meanwhile_is_refused_kindly(desk, post):
    poll.run(desk, NOW)
    with desk.transaction() as db:
        posts.update(db, acts.cancelled(posts.get(db, post.id), now=NOW))
    click(desk, value(post))
    assert "redan inställt" in told(desk)[-1]


@pytest.mark.parametrize(
    "fields",
    [{"outlet_id": 2}, {"text": "Något helt annat."}, {"text": ""}],
    ids=["another outlet", "other words", "no text"],
)
def test_of_others_nothing_is_asked(desk, fields):
    ready(desk, **{"text": TEXT, "day": desk.today(), **fields})
    poll.run(desk, NOW)
    assert asked(desk) == []


def test_the_same_in_english(desk, english):
    desk = replace(english, page=desk.page)
    post = ready(desk, TEXT, day=desk.today())
    poll.run(desk, NOW)
    assert "Is it the same?" in asked(desk)[0].body["text"]
    click(desk, value(post))
    assert "Jonas Berg linked it" in asked(desk)[0].body["text"]
