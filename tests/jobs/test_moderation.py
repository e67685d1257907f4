"""Hiding and removing on the page: only what people decided, and whatever is interrupted goes on."""

import random
from contextlib import suppress
from dataclasses import replace
from datetime import timedelta

import pytest

from bot.domain.comments import State as Stand
from bot.domain.moderation import Problem, State
from bot.domain.page import PageTrouble
from bot.integrations.facebook_errors import GraphError
from bot.jobs import page_writer
from bot.store import page as store_page
from handlers import comment_moderation as handlers
from tests import make, page
from tests.make import AMIRA, JONAS
from tests.moderating import (
    FIRST,
    LAW,
    PAGE,
    acts,
    case,
    decide,
    desk,
    press,
    said,
    stored,
    unanswered,
)


class Killed(BaseException):
    """The process ends here."""


def once(error, *, done=False, name=None):
    """Let the first call (of *name*) fail with *error*, done all the same or not."""
    left = [True]

    def fault(called, do):
        if not left or (name and called != name):
            return do()
        left.clear()
        if done:
            do()
        raise error

    return fault


@pytest.fixture
def parts(deps):
    return desk(deps)


def test_without_a_decision_nothing_is_ever_called(parts, hand):
    deps, fake = parts
    for _ in range(50):
        page_writer.drain(deps)
        hand.on(minutes=5)
    assert fake.calls == []


def test_hiding_hides_and_says_so_everywhere(parts):
    deps, fake = parts
    decide(deps, PAGE, "säljer bilar")
    page_writer.drain(deps)
    assert fake.hidden == {FIRST}
    it = stored(deps)
    assert (it.state, it.closed_by) == (Stand.HIDDEN, AMIRA)
    assert it.reason == "spam eller reklam: säljer bilar"
    assert acts(deps) == [(AMIRA, "hidden")]
    relayed = said(deps, f"relay:{FIRST}")["text"]
    assert "Dold: Amira Haddad" in relayed
    assert "Skäl: spam eller reklam: säljer bilar" in relayed
    assert "Kommentaren är dold." in said(deps, "moderation:1:told")["text"]


def test_removing_removes_for_good(parts):
    deps, fake = parts
    decide(deps, LAW)
    page_writer.drain(deps)
    assert FIRST not in fake.there
    assert stored(deps).state is Stand.REMOVED
    assert acts(deps) == [(AMIRA, "removed")]


@pytest.mark.parametrize("rule", [PAGE, LAW])
@pytest.mark.parametrize("was_done", [True, False])
@pytest.mark.parametrize("error", [unanswered(), Killed()], ids=["timeout", "kill"])
def test_an_attempt_without_an_answer_is_looked_up_and_done_once(
    parts, hand, rule, was_done, error
):
    deps, fake = parts
    decide(deps, rule)
    fake.fault = once(error, done=was_done)
    with suppress(Killed):
        page_writer.drain(deps)
    assert case(deps).tried_at == hand()
    assert stored(deps).state is Stand.NEW
    hand.on(seconds=20)
    page_writer.drain(deps)
    page_writer.drain(deps)
    assert case(deps).state is State.DONE
    if rule == LAW:
        assert fake.calls.count("remove") == (1 if was_done else 2)
        assert fake.calls[1] == "see"
    assert (FIRST in fake.hidden) == (rule == PAGE)
    assert len([act for _, act in acts(deps)]) == 1


def test_gone_without_its_post_proves_nothing(parts, hand):
    deps, fake = parts
    decide(deps, LAW)
    fake.fault = once(unanswered(), done=True)
    page_writer.drain(deps)
    fake.there.clear()
    hand.on(seconds=20)
    page_writer.drain(deps)
    assert case(deps).state is State.WAITING
    fake.there.add(page.POST)
    hand.on(seconds=20)
    page_writer.drain(deps)
    assert case(deps).state is State.DONE


@pytest.mark.parametrize("rule", [PAGE, LAW])
def test_what_its_author_has_removed_is_not_called_ours(parts, rule):
    deps, fake = parts
    decide(deps, rule)
    fake.there.discard(FIRST)
    page_writer.drain(deps)
    assert (case(deps).state, case(deps).problem) == (State.FAILED, Problem.GONE)
    assert stored(deps).state is Stand.NEW
    assert "finns inte längre på sidan" in said(deps, "moderation:1:told")["text"]


def test_what_may_not_be_hidden_is_told_with_what_to_do(parts):
    deps, fake = parts
    fake.hideable = False
    decide(deps, PAGE)
    page_writer.drain(deps)
    assert case(deps).problem is Problem.NO_HIDE
    told = said(deps, "moderation:1:told")
    assert "Ta bort den i stället" in told["text"]
    assert "moderation.open" in str(told["blocks"])
    assert acts(deps) == [("lucka", "moderation_failed")]


@pytest.mark.parametrize(
    ("kind", "problem"),
    [
        (PageTrouble.TOKEN, Problem.TOKEN),
        (PageTrouble.PERMISSION, Problem.PERMISSION),
        (PageTrouble.BUG, Problem.REFUSED),
    ],
)
def test_other_refusals_are_told_and_can_be_tried_again(parts, kind, problem):
    deps, fake = parts
    decide(deps, PAGE)
    fake.fault = once(GraphError(kind, code=190))
    page_writer.drain(deps)
    assert case(deps).problem is problem
    press(deps, handlers.again, 1, user=JONAS)
    page_writer.drain(deps)
    assert case(deps).state is State.DONE
    assert fake.hidden == {FIRST}


def test_a_limit_is_waited_for_as_long_as_it_asks(parts, hand):
    deps, fake = parts
    decide(deps, PAGE)
    fake.fault = once(GraphError(PageTrouble.SLOW_DOWN, code=32, wait_seconds=600))
    page_writer.drain(deps)
    hand.on(seconds=599)
    page_writer.drain(deps)
    assert fake.calls == ["hide"]
    hand.on(seconds=1)
    page_writer.drain(deps)
    assert fake.hidden == {FIRST}


def test_after_an_hour_of_silence_a_person_is_told(parts, hand):
    deps, fake = parts
    decide(deps, PAGE)

    def fault(_name, _do):
        raise unanswered()

    fake.fault = fault
    for _ in range(300):
        page_writer.drain(deps)
        hand.on(seconds=15)
    assert case(deps).problem is Problem.SILENT
    assert "inte svarat på en timme" in said(deps, "moderation:1:told")["text"]


def test_a_comment_that_says_something_else_by_now_is_left_alone(parts):
    deps, fake = parts
    decide(deps, PAGE)
    with deps.transaction() as db:
        changed = page.comment(1, "Förlåt, nu är det bättre.")
        store_page.keep(db, [page.post()], [changed], now=make.NOW)
    page_writer.drain(deps)
    assert fake.calls == []
    assert case(deps).problem is Problem.CHANGED


def test_showing_again_opens_the_comment_for_whom_it_had(parts):
    deps, fake = parts
    decide(deps, PAGE)
    page_writer.drain(deps)
    press(deps, handlers.show_again, FIRST, user=JONAS)
    page_writer.drain(deps)
    assert fake.hidden == set()
    assert (stored(deps).state, stored(deps).reason) == (Stand.NEW, None)
    assert acts(deps) == [(AMIRA, "hidden"), (JONAS, "unhidden")]
    assert "syns igen" in said(deps, "moderation:1:told")["text"]


def test_an_undoing_that_fails_leaves_it_hidden_and_tells_who_wanted_it(parts):
    deps, fake = parts
    decide(deps, PAGE)
    page_writer.drain(deps)
    fake.fault = once(GraphError(PageTrouble.BUG, code=1))
    press(deps, handlers.undo, 1, user=JONAS)
    page_writer.drain(deps)
    assert case(deps).state is State.DONE
    assert "fortfarande dold" in said(deps, "moderation:1:undo")["text"]


def test_undone_while_it_is_written_it_shows_again_in_the_end(parts, hand):
    deps, fake = parts
    decide(deps, PAGE)

    def fault(called, do):
        do()
        if called == "hide":
            press(deps, handlers.undo, 1, user=AMIRA)

    fake.fault = fault
    page_writer.drain(deps)
    page_writer.drain(deps)
    assert fake.calls == ["hide", "show"]
    assert case(deps).state is State.UNDONE
    assert stored(deps).state is Stand.NEW


@pytest.mark.parametrize("seed", range(20))
def test_killed_anywhere_any_number_of_times_it_ends_done(parts, hand, seed):
    deps, fake = parts
    chance = random.Random(seed)  # noqa: S311 -- no secret
    decide(deps, chance.choice([PAGE, LAW]))

    def fault(_called, do):
        roll = chance.random()
        if roll < 0.3:
            raise Killed
        result = do()
        if roll < 0.6:
            raise chance.choice([Killed(), unanswered()])
        return result

    fake.fault = fault
    for _ in range(60):
        try:
            page_writer.drain(deps)
        except Killed:
            continue
        hand.on(seconds=16)
        if case(deps).state is State.DONE:
            break
    assert case(deps).state is State.DONE
    assert stored(deps).state in {Stand.HIDDEN, Stand.REMOVED}
    assert len(acts(deps)) == 1


def test_no_page_no_writing(parts):
    deps, _ = parts
    decide(deps, PAGE)
    assert page_writer.drain(replace(deps, page=None)) > timedelta(minutes=1).total_seconds()
