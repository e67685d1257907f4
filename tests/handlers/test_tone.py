"""Advice on a text on request, and when a post is called ready."""

from datetime import date, time

import pytest

from bot.domain.plan import Entry, Status
from bot.store import outbox, posts
from handlers import plan_acts
from handlers import tone as handler
from tests import make
from tests.domain.test_lix import OFFICIAL
from tests.fakes import FakeAck


def planned(deps, text):
    with deps.transaction() as db:
        entry = Entry("Vaccin", 1, date(2026, 11, 27), time(11), text, owner=make.AMIRA)
        return posts.add(db, entry, who=make.AMIRA, now=make.NOW)


def ask(deps, value):
    """Ask for advice; return what was whispered."""
    ack = FakeAck()
    handler.advise(deps, ack, make.click("post.advice", str(value)))
    assert ack.calls == [{}]
    return last(deps)


def last(deps):
    with deps.reading() as db:
        return max(outbox.pending(db), key=lambda item: item.id).body["text"]


def test_whoever_asks_gets_the_advice_and_nothing_changes(deps):
    post = planned(deps, OFFICIAL)
    said = ask(deps, post.id)
    assert said.startswith("*Råd om texten:* Vaccin\n• ")
    assert "LIX" in said
    with deps.reading() as db:
        assert posts.get(db, post.id) == post


def test_a_fine_text_gets_a_good_word(deps):
    said = ask(deps, planned(deps, "Vi bjuder på kaffe på fredag. Kom när du vill!").id)
    assert "Bra skrivet!" in said


def test_a_post_without_a_text_is_told_so(deps):
    assert "ingen text än" in ask(deps, planned(deps, "").id)


def test_the_advice_is_english_for_an_english_team(english):
    said = ask(english, planned(english, "We are open on Friday #A #B #C").id)
    assert "The post has 3 hashtags." in said
    assert "LIX" not in said


@pytest.mark.parametrize("value", ["", "x", "999", "-1", "٣"])
def test_a_foreign_value_gets_a_clear_word(deps, value):
    assert "finns inte" in ask(deps, value)


def test_a_cancelled_post_gets_no_advice(deps):
    post = planned(deps, OFFICIAL)
    plan_acts.restore(deps, FakeAck(), make.click("post.restore", f"{post.id} {post.revision}"))
    assert "redan inställt" in ask(deps, post.id)


def test_a_post_with_a_heavy_text_becomes_ready_all_the_same(deps):
    post = planned(deps, OFFICIAL)
    body = make.click("post.ready", str(post.id))
    plan_acts.click(deps, "post.ready", FakeAck(), body)
    with deps.reading() as db:
        assert posts.get(db, post.id).status is Status.READY
    said = last(deps)
    assert said.startswith("*Vaccin* är klart att publicera.\n• ")
    assert said.count("• ") == 2
