"""Where the page's own answer closes a comment, its thread asks once what it was; nobody is pinged."""

from dataclasses import replace

import pytest

from bot.domain.page import PageRound, PageUsage
from bot.domain.tagging import Effort, Tag
from bot.jobs import page_merge
from bot.jobs.tag_asks import MOST_AT_ONCE
from bot.locales import Words
from bot.store import outbox, tagging
from bot.views import tagging as view
from handlers import tagging as handlers
from tests import make, page
from tests.fakes import FakeAck
from tests.handlers.test_comments import FIRST, TS, relayed, sent
from tests.make import AMIRA, COMMENTS, NOW


@pytest.fixture
def one(deps):
    relayed(deps, page.comment(1))
    sent(deps, FIRST, TS)
    return deps


def answer(number, under):
    return page.answer(number, under=under, at=NOW)


def read(deps, *found):
    """Let the page be read with the comments *found*."""
    seen = PageRound((page.post(),), found, PageUsage(), 1)
    with deps.transaction() as db:
        page_merge.merge(deps, db, page.PAGE, seen, now=NOW)


def asked(deps):
    with deps.reading() as db:
        return [item for item in outbox.pending(db) if item.key.startswith("tagging:")]


def tap(deps, act, save, place=view.THREAD):
    value = f"{place} {FIRST}".strip()
    body = make.click(act, value, user=AMIRA, channel=COMMENTS)
    handlers.click(deps, save, "comment.tagged", {}, FakeAck(), body)


def test_it_is_asked_once_in_the_thread_without_a_ping(one):
    for _ in range(2):
        read(one, page.comment(1), answer(51, 1))
    (item,) = asked(one)
    assert item.body["thread_ts"] == TS
    assert "reply_broadcast" not in item.body
    assert item.body["text"].startswith("Svaret skrevs på Facebook, så jag frågar här.")
    assert "<@" not in str(item.body)
    assert "<!" not in str(item.body)


def test_taps_there_and_elsewhere_are_shown_there(one):
    read(one, page.comment(1), answer(51, 1))
    tap(one, view.tag_act(Tag.QUESTION), lambda db, it: tagging.set_tag(db, it, Tag.QUESTION))
    assert "Märkt: *Fråga*. Hur lång tid tog det?" in asked(one)[0].body["text"]
    save = lambda db, it: tagging.set_effort(db, it, Effort.SHORT)  # noqa: E731
    tap(one, view.effort_act(Effort.SHORT), save, place=view.CARD)
    assert "Märkt: *Fråga · Under 5 min*." in asked(one)[0].body["text"]
    assert len(asked(one)) == 1


def test_nothing_is_asked_of_what_is_known_has_no_place_or_comes_with_many(one):
    with one.transaction() as db:
        tagging.set_tag(db, FIRST, Tag.OTHER)
        tagging.set_effort(db, FIRST, Effort.SHORT)
    read(one, page.comment(1), answer(51, 1), page.comment(2), answer(52, 2))
    assert asked(one) == []


def test_many_at_once_are_not_asked_about(deps):
    those = [page.comment(number) for number in range(1, MOST_AT_ONCE + 2)]
    relayed(deps, *those)
    for number, it in enumerate(those):
        sent(deps, it.id, f"17639{number:05}.000100")
    answers = [answer(100 + n, n) for n in range(1, MOST_AT_ONCE + 2)]
    read(deps, *those, *answers)
    assert asked(deps) == []


@pytest.mark.parametrize("language", ["sv", "en"])
def test_shown(one, snapshot, language):
    deps = replace(one, words=Words(language))
    read(deps, page.comment(1), answer(51, 1))
    body = dict(asked(deps)[0].body)
    snapshot({"text": body["text"], "blocks": body["blocks"]})
