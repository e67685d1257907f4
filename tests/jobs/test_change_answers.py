"""Changing and removing an answer: done in the end, or told; and never by half."""

import random
from collections.abc import Callable
from contextlib import suppress
from dataclasses import replace
from typing import Any

import pytest

from bot.deps import Deps
from bot.domain.answer_changes import Act, Change, State
from bot.domain.answers import Answering, Kind, Problem
from bot.domain.answers import State as Stand
from bot.domain.comments import State as Relay
from bot.domain.disclosure import Wanted
from bot.domain.disposal import Hold, Scope
from bot.domain.page import PageTrouble
from bot.jobs import page_writer
from bot.store import answer_changes, answers, disposal, records, vanished
from bot.store import page as page_store
from tests import page
from tests.answering import (
    AnswerPage,
    allowed,
    decide,
    error,
    failing,
    read,
    relay_of,
    relayed,
    said,
    unanswered,
)
from tests.fakes import Hand
from tests.jobs.test_send_answers import Killed, run_until_quiet, torn
from tests.make import AMIRA
from tests.tearing import torn_times

ASKED = page.comment(1)
LATER = "Nej, kom på fredag! /Amira"


@pytest.fixture
def fake(hand: Hand) -> AnswerPage:
    return AnswerPage(hand)


@pytest.fixture
def desk(deps: Deps, fake: AnswerPage) -> Deps:
    """The bot's parts, with one answer that is out."""
    made = replace(deps, page=fake)  # type: ignore[arg-type]
    allowed(made)
    relayed(made, fake, ASKED)
    decide(made, ASKED)
    page_writer.drain(made)
    fake.calls.clear()
    return made


def change(deps: Deps, act: Act, text: str = "", answer: int = 1) -> Change:
    with deps.transaction() as db:
        fresh = Change(0, answer, act, text, AMIRA, deps.now(), deps.now())
        return answer_changes.add(db, fresh)


def state(deps: Deps, of: Change) -> tuple[State, Problem | None]:
    with deps.reading() as db:
        now = answer_changes.get(db, of.id)
    return now.state, now.problem


@pytest.mark.parametrize("done", [True, False])
@pytest.mark.parametrize(("act", "name"), [(Act.EDIT, "edit"), (Act.DELETE, "delete")])
def test_an_unanswered_change_is_looked_up_and_made_if_it_was_not(
    desk: Deps, fake: AnswerPage, hand: Hand, act: Act, name: str, *, done: bool
) -> None:
    it = change(desk, act, LATER if act is Act.EDIT else "")
    with failing(fake, name, unanswered(), done=done):
        page_writer.drain(desk)
    run_until_quiet(desk, hand)
    assert state(desk, it) == (State.DONE, None)
    assert fake.calls == ["comment", name, "comment", *([] if done else [name])]
    assert len(fake.own(LATER)) == (1 if act is Act.EDIT else 0)
    assert fake.own() == []


def test_what_is_gone_already_counts_as_removed_and_cannot_be_changed(
    desk: Deps, fake: AnswerPage, hand: Hand
) -> None:
    for own in fake.own():
        del fake.written[own]
    edited = change(desk, Act.EDIT, LATER)
    run_until_quiet(desk, hand)
    assert state(desk, edited) == (State.FAILED, Problem.GONE)
    assert "inte ändrat på Facebook" in said(desk, "answer-change:")[0][1]
    assert LATER in said(desk, "answer-change:")[0][1]
    removed = change(desk, Act.DELETE)
    run_until_quiet(desk, hand)
    assert state(desk, removed) == (State.DONE, None)
    assert relay_of(desk, ASKED).state is Relay.NEW


def test_where_the_page_has_answered_besides_the_comment_stays_answered(
    desk: Deps, fake: AnswerPage, hand: Hand
) -> None:
    fake.put(page.answer(77, under=1, at=hand.on(minutes=1), text="Ja, ring oss! /Mikko"))
    read(desk, fake)
    change(desk, Act.DELETE)
    run_until_quiet(desk, hand)
    it = relay_of(desk, ASKED)
    assert (it.state, it.answer_id) == (Relay.ANSWERED, page.comment(77).id)


def test_a_promise_that_stands_counts_again_once_the_answer_is_removed(
    desk: Deps, fake: AnswerPage, hand: Hand
) -> None:
    asked = page.comment(2)
    relayed(desk, fake, asked)
    promise = decide(desk, asked, "Vi återkommer! /Amira", kind=Kind.PROMISE)
    page_writer.drain(desk)
    promised = relay_of(desk, asked)
    hand.on(minutes=5)
    answer = decide(desk, asked)
    page_writer.drain(desk)
    assert relay_of(desk, asked).state is Relay.ANSWERED
    change(desk, Act.DELETE, answer=answer.id)
    page_writer.drain(desk)
    assert relay_of(desk, asked) == promised
    change(desk, Act.DELETE, answer=promise.id)
    page_writer.drain(desk)
    assert relay_of(desk, asked).state is Relay.CLAIMED


def test_a_promise_that_was_removed_on_the_page_counts_no_more(
    desk: Deps, fake: AnswerPage, hand: Hand
) -> None:
    asked = page.comment(2)
    relayed(desk, fake, asked)
    promise = decide(desk, asked, "Vi återkommer! /Amira", kind=Kind.PROMISE)
    page_writer.drain(desk)
    answer = decide(desk, asked)
    page_writer.drain(desk)
    read(desk, fake)
    with desk.transaction() as db:
        stood = answers.get(db, promise.id).page_id or ""
        assert vanished.let_go(db, [stood], now=hand.on(minutes=5)) == (stood,)
    change(desk, Act.DELETE, answer=answer.id)
    page_writer.drain(desk)
    assert relay_of(desk, asked).state is Relay.CLAIMED


def test_a_refusal_is_told(desk: Deps, fake: AnswerPage, hand: Hand) -> None:
    it = change(desk, Act.DELETE)
    with failing(fake, "delete", error(PageTrouble.PERMISSION, 200)):
        run_until_quiet(desk, hand)
    assert state(desk, it) == (State.FAILED, Problem.PERMISSION)
    assert "pages_manage_engagement" in said(desk, "answer-change:")[0][1]


def test_it_is_made_only_while_it_is_allowed(desk: Deps, fake: AnswerPage) -> None:
    it = change(desk, Act.DELETE)
    with desk.transaction() as db:
        answers.decide(db, Answering())
    page_writer.drain(desk)
    assert state(desk, it) == (State.FAILED, Problem.FORBIDDEN)
    assert fake.calls == []


@torn_times(100)
def test_torn_anywhere_it_is_as_it_is_told(
    desk: Deps, fake: AnswerPage, hand: Hand, seeds: range
) -> None:
    done = 0
    for seed in seeds:
        rng, text = random.Random(seed), f"Svar nummer {seed}!"  # noqa: S311
        asked = page.comment(10_000 + seed, at=desk.now())
        relayed(desk, fake, asked)
        answer = decide(desk, asked, text)
        page_writer.drain(desk)
        act = rng.choice([Act.EDIT, Act.DELETE])
        it = change(desk, act, LATER if act is Act.EDIT else "", answer.id)
        broken = torn(rng, desk, fake)
        for _ in range(rng.randrange(2, 9)):
            with suppress(Killed):
                page_writer.drain(broken)
            hand.on(seconds=rng.choice([5, 20, 80]))
        fake.fault = None
        run_until_quiet(desk, hand)
        assert_told_truly(desk, fake, it, text)
        done += state(desk, it)[0] is State.DONE
        fake.written.clear()
    assert done > len(seeds) // 2


def assert_told_truly(deps: Deps, fake: AnswerPage, it: Change, text: str) -> None:
    """Hold what is stored against the page, where it was told as done."""
    with deps.reading() as db:
        answer = answers.get(db, it.answer_id)
    if state(deps, it)[0] is not State.DONE:
        assert said(deps, f"answer-change:{it.id}")
        return
    shown = fake.written.get(answer.page_id or "")
    assert (answer.state is Stand.DELETED) == (shown is None) == (it.act is Act.DELETE)
    assert shown is None or shown.text == answer.text == LATER
    assert fake.own(text) == []


@pytest.mark.parametrize("act", [Act.EDIT, Act.DELETE])
def test_no_words_that_were_ours_are_lost_though_they_were_changed_on_the_page_and_held(
    desk: Deps, fake: AnswerPage, hand: Hand, act: Act
) -> None:
    (number,) = fake.own()
    with desk.transaction() as db:
        disposal.add_hold(db, Hold(Scope.COMMENT, "utlämnande", AMIRA, desk.now(), ASKED.id))
        page_store.keep(db, (), [fake.written[number]], now=desk.now())
    first = fake.written[number].text
    fake.written[number] = replace(fake.written[number], text="Ändrat på Facebook.")
    change(desk, act, LATER if act is Act.EDIT else "")
    run_until_quiet(desk, hand)
    with desk.reading() as db:
        asked, ours = (next(records.stream(db, Wanted(comment_id=it))) for it in (ASKED.id, number))
    (answer,) = asked.answers
    assert answer.first == first
    assert {version.text for version in ours.versions} | {ours.comment.text} >= {
        first,
        "Ändrat på Facebook.",
    }


@pytest.mark.parametrize("act", [Act.EDIT, Act.DELETE])
def test_what_cannot_be_read_first_waits_and_is_told_in_the_end(
    desk: Deps, fake: AnswerPage, hand: Hand, act: Act
) -> None:
    it = change(desk, act, LATER if act is Act.EDIT else "")
    with failing(fake, "comment", error(PageTrouble.RETRY, 2)):
        page_writer.drain(desk)
        assert state(desk, it)[0] is State.WAITING
    run_until_quiet(desk, hand)
    assert state(desk, it) == (State.DONE, None)


@pytest.mark.parametrize("act", [Act.EDIT, Act.DELETE])
def test_what_is_forbidden_while_the_page_is_read_is_not_made(
    desk: Deps, fake: AnswerPage, act: Act
) -> None:
    def stopped(called: str, do: Callable[[], Any]) -> Any:
        with desk.transaction() as db:
            answers.decide(db, Answering())
        return do()

    fake.fault = stopped
    it = change(desk, act, LATER if act is Act.EDIT else "")
    page_writer.drain(desk)
    assert state(desk, it) == (State.FAILED, Problem.FORBIDDEN)
    assert fake.calls == ["comment"]


def test_what_will_not_pass_is_told_at_once(desk: Deps, fake: AnswerPage) -> None:
    it = change(desk, Act.EDIT, LATER)
    with failing(fake, "comment", error(PageTrouble.TOKEN, 190)):
        page_writer.drain(desk)
    assert state(desk, it) == (State.FAILED, Problem.TOKEN)
    assert fake.calls == ["comment"]
