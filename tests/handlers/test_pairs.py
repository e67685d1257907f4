"""A second pair of eyes: asked for in the channel, given once, and by nobody who wrote the text."""

import json
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from datetime import date, time
from threading import Barrier

import pytest

from bot.domain.plan import Entry, Status
from bot.domain.team import Team
from bot.store import history, ledger, outlets, posts, team
from bot.views import outlets as outlets_view
from bot.views import pairs as view
from handlers import outlets as outlets_handler
from handlers import pairs, plan_acts
from tests import make
from tests.fakes import FakeAck
from tests.make import AMIRA, ELIN, JONAS, NOW


@pytest.fixture
def post(deps):
    entry = Entry("Öppet hus", 1, date(2026, 11, 27), time(11), text="Kom!", owner=AMIRA)
    with deps.transaction() as db:
        return posts.add(db, entry, who=AMIRA, now=NOW)


def now(deps, post):
    with deps.reading() as db:
        return posts.get(db, post.id)


def said(deps, like):
    with deps.reading() as db:
        rows = db.query("select body from outbox where key like ? order by id", [f"{like}%"])
        return [json.loads(row["body"])["text"] for row in rows]


def click(deps, handler, action_id, value, user=AMIRA):
    ack = FakeAck()
    handler(deps, ack, make.click(action_id, value, user=user))
    assert ack.calls == [{}]


def want(deps, post, choice="on", user=AMIRA):
    click(deps, pairs.pair, view.PAIR, f"{post.id} {now(deps, post).revision} {choice}", user)


def agree(deps, post, user, revision=None):
    revision = revision or now(deps, post).revision
    click(deps, pairs.second, view.SECOND, f"{post.id} {revision}", user)


def ready(deps, post, user=AMIRA):
    ack = FakeAck()
    body = make.click("post.ready", str(post.id), user=user)
    plan_acts.click(deps, "post.ready", ack, body)


def test_ready_asks_the_channel_and_a_colleagues_yes_makes_it_ready(deps, post):
    want(deps, post)
    ready(deps, post)
    assert now(deps, post).status is Status.DRAFT
    assert "Jag har frågat i kanalen." in said(deps, "note:")[-1]
    assert said(deps, "second:")[0].startswith("Amira Haddad vill ha ett par ögon till:")

    agree(deps, post, JONAS)
    assert (now(deps, post).status, now(deps, post).second) == (Status.READY, JONAS)
    assert "Jonas Berg har läst och sagt ja" in said(deps, "second:")[0]
    with deps.reading() as db:
        assert [a.act for a in ledger.acts(db, f"post:{post.id}")][-2:] == [
            "post.second_asked", "post.seconded",
        ]  # fmt: skip
        newest = history.of(db, post.id, limit=1)[0]
    assert newest.changes["second"] == ("", JONAS)


def test_who_wrote_the_text_is_asked_to_ask_a_colleague(deps, post):
    want(deps, post)
    agree(deps, post, AMIRA)
    assert now(deps, post).second is None
    assert "Du skrev texten" in said(deps, "note:")[-1]


def test_a_yes_to_what_has_changed_since_does_not_count(deps, post):
    want(deps, post)
    seen = now(deps, post).revision
    with deps.transaction() as db:
        before = posts.get(db, post.id)
        posts.update(db, replace(before, text="Något annat"), who=ELIN)
    agree(deps, post, JONAS, seen)
    assert now(deps, post).second is None


def test_asked_twice_it_is_one_question_and_a_new_one_once_it_was_answered(deps, post):
    want(deps, post)
    ready(deps, post)
    ready(deps, post, ELIN)
    assert len(said(deps, "second:")) == 1
    agree(deps, post, JONAS)
    with deps.transaction() as db:
        before = posts.get(db, post.id)
        draft = replace(before, text="Annat", second=None, status=Status.DRAFT)
        posts.update(db, draft, who=AMIRA)
    ready(deps, post)
    assert len(said(deps, "second:")) == 2


def test_two_who_say_yes_at_once_are_one_yes(deps, post):
    want(deps, post)
    revision, barrier = now(deps, post).revision, Barrier(2)

    def go(user):
        barrier.wait()
        agree(deps, post, user, revision)

    with ThreadPoolExecutor(2) as pool:
        list(pool.map(go, [JONAS, ELIN]))
    with deps.reading() as db:
        acts = [a.act for a in ledger.acts(db, f"post:{post.id}")]
    assert acts.count("post.seconded") == 1


def test_only_the_lead_lets_a_post_off(deps, post):
    with deps.transaction() as db:
        team.save(db, Team(JONAS, (), (AMIRA,)))
    want(deps, post)
    want(deps, post, "off", AMIRA)
    assert now(deps, post).pair
    want(deps, post, "off", JONAS)
    assert not now(deps, post).pair


def test_an_outlet_that_wants_two_persons_wants_it_of_drafts_and_of_what_comes(deps, post):
    click(deps, outlets_handler.pair, outlets_view.PAIR, "1 on")
    assert now(deps, post).pair == "outlet"
    entry = Entry("Nytt", 1, date(2026, 11, 30), time(11), text="Kom!", owner=AMIRA)
    with deps.transaction() as db:
        made = posts.add(db, replace(entry, status=Status.READY), who=AMIRA, now=NOW)
    assert (made.status, made.pair) == (Status.DRAFT, "outlet")
    want(deps, post, "off")
    assert now(deps, post).pair == "outlet"

    click(deps, outlets_handler.pair, outlets_view.PAIR, "1 off")
    assert now(deps, post).pair == ""
    with deps.reading() as db:
        assert not outlets.get(db, 1).pair
