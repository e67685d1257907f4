"""Answering on the page: once, whatever happens, and what nobody knows is asked and not guessed."""

import random
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from dataclasses import replace
from datetime import timedelta
from typing import Any

import pytest
from sqlite_utils import Database

from bot.deps import Deps
from bot.domain.answers import Answering, Kind, Problem, State
from bot.domain.comments import FACEBOOK
from bot.domain.comments import State as Stand
from bot.domain.page import PageTrouble
from bot.integrations.slack_shapes import Channel
from bot.jobs import channels, page_writer, publish
from bot.store import answers, comments
from tests import make, page
from tests.answering import (
    TEXT,
    AnswerPage,
    acts,
    allowed,
    decide,
    error,
    failing,
    read,
    relay_of,
    relayed,
    said,
    stored,
    unanswered,
)
from tests.fakes import Hand
from tests.make import AMIRA, COMMENTS, JONAS
from tests.tearing import torn_times

ASKED = page.comment(1)


class Killed(BaseException):
    """The process ends here."""


@pytest.fixture
def fake(hand: Hand) -> AnswerPage:
    return AnswerPage(hand)


@pytest.fixture
def desk(deps: Deps, fake: AnswerPage) -> Deps:
    """The bot's parts, with one comment that may be answered."""
    made = replace(deps, page=fake)  # type: ignore[arg-type]
    allowed(made)
    relayed(made, fake, ASKED)
    return made


def run_until_quiet(deps: Deps, hand: Hand, *, seconds: float = 20, most: int = 60) -> None:
    """Drain again and again until nothing is under way."""
    for _ in range(most):
        if page_writer.drain(deps) == publish.IDLE_SECONDS:
            return
        hand.on(seconds=seconds)
    raise AssertionError("it never ends")


def test_it_goes_out_once_and_closes_the_comment_with_who_wrote_it(
    desk: Deps, fake: AnswerPage
) -> None:
    answer = decide(desk, ASKED)
    page_writer.drain(desk)
    assert fake.calls == ["replies", "reply"]
    (own,) = fake.own()
    it = relay_of(desk, ASKED)
    assert (it.state, it.closed_by, it.answer_id) == (Stand.ANSWERED, AMIRA, own)
    assert (stored(desk, answer).state, stored(desk, answer).page_id) == (State.SENT, own)
    assert acts(desk, ASKED) == [(AMIRA, "comment.answered")]
    assert said(desk) == [(COMMENTS, f"*Amira Haddad* svarade som sidan:\n> {TEXT}")]
    assert "Amira Haddad svarade som sidan kl. 8.15" in said(desk, "relay:")[0][1]


def test_it_is_told_in_the_thread_of_the_comment(desk: Deps) -> None:
    decide(desk, ASKED)
    page_writer.drain(desk)
    with desk.reading() as db:
        (row,) = db.query(
            "select json_extract(body, '$.thread_ts') as thread from outbox where key = 'answer:1'"
        )
        (place,) = db.query("select ts from outbox where key = ?", [f"relay:{ASKED.id}"])
    assert row["thread"] == place["ts"]


def test_where_others_read_along_the_answer_is_not_quoted(desk: Deps) -> None:
    found = Channel(COMMENTS, "kommentarer", True, False, False, False)
    with desk.transaction() as db:
        channels.take_in(desk, db, found, now=desk.now())
    decide(desk, ASKED, "Hej Maja! Ring mottagningen. /Amira")
    page_writer.drain(desk)
    with desk.reading() as db:
        ((body,),) = db.execute("select body from outbox where key = 'answer:1'").fetchall()
    assert "Amira" in body
    assert "Maja" not in body


def test_the_reading_of_the_page_does_not_count_it_again(
    desk: Deps, fake: AnswerPage, hand: Hand
) -> None:
    decide(desk, ASKED)
    page_writer.drain(desk)
    hand.on(minutes=1)
    read(desk, fake)
    assert relay_of(desk, ASKED).closed_by == AMIRA
    assert acts(desk, ASKED) == [(AMIRA, "comment.answered")]
    assert len(said(desk, "relay:")) == 1  # our own reply is relayed to nobody


def test_others_in_the_thread_are_answered_too_and_by_the_same_person(
    desk: Deps, fake: AnswerPage, hand: Hand
) -> None:
    other = page.comment(2, "Det undrar jag också", under=1)
    relayed(desk, fake, other)
    decide(desk, ASKED)
    hand.on(seconds=5)
    page_writer.drain(desk)
    read(desk, fake)
    assert relay_of(desk, other).closed_by == AMIRA
    assert acts(desk, other) == [(AMIRA, "comment.answered")]


def test_a_promise_starts_the_second_clock_and_answers_nobody_else(
    desk: Deps, fake: AnswerPage, hand: Hand
) -> None:
    other = page.comment(2, "Det undrar jag också", under=1)
    relayed(desk, fake, other)
    decide(desk, ASKED, "Vi återkommer!", kind=Kind.PROMISE)
    hand.on(seconds=5)
    page_writer.drain(desk)
    read(desk, fake)
    it = relay_of(desk, ASKED)
    assert (it.state, it.owner, it.promised_at) == (Stand.PROMISED, AMIRA, desk.now())
    assert relay_of(desk, other).state is Stand.NEW
    assert acts(desk, ASKED) == [(AMIRA, "comment.promised")]
    hand.on(hours=2)
    decide(desk, ASKED)
    page_writer.drain(desk)
    assert relay_of(desk, ASKED).state is Stand.ANSWERED


def test_a_reply_to_a_reply_goes_to_the_top_of_its_thread(desk: Deps, fake: AnswerPage) -> None:
    below = page.comment(2, "Och på lördag?", under=1)
    relayed(desk, fake, below)
    decide(desk, below)
    page_writer.drain(desk)
    assert fake.calls == ["see", "replies", "reply"]
    assert [fake.written[own].parent_id for own in fake.own()] == [ASKED.id]
    assert relay_of(desk, below).state is Stand.ANSWERED


def test_a_route_is_written_down(desk: Deps) -> None:
    with desk.transaction() as db:
        db.execute("insert into replies (kind, name, text) values ('route', '1177', 'Ring 1177')")
    decide(desk, ASKED, route_id=1)
    page_writer.drain(desk)
    assert acts(desk, ASKED) == [(AMIRA, "comment.answered"), (AMIRA, "comment.routed")]


def test_an_unanswered_attempt_is_found_on_the_page_and_not_repeated(
    desk: Deps, fake: AnswerPage, hand: Hand
) -> None:
    answer = decide(desk, ASKED)
    with failing(fake, "reply", unanswered(), done=True):
        page_writer.drain(desk)
    assert relay_of(desk, ASKED).state is Stand.NEW
    hand.on(seconds=15)
    page_writer.drain(desk)
    assert fake.calls == ["replies", "reply", "replies"]
    assert [stored(desk, answer).page_id] == fake.own()


def test_an_attempt_that_never_arrived_is_looked_for_twice_and_then_asked_about(
    desk: Deps, fake: AnswerPage, hand: Hand
) -> None:
    answer = decide(desk, ASKED)
    with failing(fake, "reply", unanswered()):
        run_until_quiet(desk, hand)
    assert fake.calls == ["replies", "reply", "replies", "replies"]
    assert (stored(desk, answer).state, stored(desk, answer).problem) == (
        State.FAILED,
        Problem.NOWHERE,
    )
    ((channel, text),) = said(desk)
    assert channel == AMIRA
    assert "syns inte på sidan" in text
    assert TEXT in text
    assert relay_of(desk, ASKED).state is Stand.NEW
    assert acts(desk, ASKED) == [(AMIRA, "comment.answer_failed")]


def test_what_shows_late_is_recognised_by_the_reading_and_told(
    desk: Deps, fake: AnswerPage, hand: Hand
) -> None:
    answer = decide(desk, ASKED)
    with failing(fake, "reply", unanswered()):
        run_until_quiet(desk, hand)
    fake._reply(ASKED.id, TEXT)
    read(desk, fake)
    assert stored(desk, answer).state is State.SENT
    it = relay_of(desk, ASKED)
    assert (it.state, it.closed_by) == (Stand.ANSWERED, AMIRA)
    assert "kom ut till slut" in said(desk, "answer:1:no")[0][1]
    assert acts(desk, ASKED)[1:] == [(AMIRA, "comment.answered")]


@pytest.mark.parametrize("days", [-2, 2])
@pytest.mark.parametrize("finds", ["look", "reading"])
def test_a_clock_that_is_wrong_does_not_hide_what_came_out(
    desk: Deps, fake: AnswerPage, hand: Hand, days: int, finds: str
) -> None:
    true = hand()
    fake.now = lambda: true
    hand.on(days=days)
    answer = decide(desk, ASKED)
    with failing(fake, "reply", unanswered(), done=True):
        page_writer.drain(desk)
    if finds == "reading":
        read(desk, fake)
    run_until_quiet(desk, hand)
    assert stored(desk, answer).state is State.SENT
    assert len(fake.own()) == 1


def test_the_same_words_that_stood_there_before_are_not_taken_for_ours(
    desk: Deps, fake: AnswerPage, hand: Hand
) -> None:
    other = page.comment(2, under=1, at=desk.now())
    before = page.answer(3, under=1, at=desk.now() - timedelta(minutes=1), text=TEXT)
    fake.put(before)
    relayed(desk, fake, other)
    answer = decide(desk, other)
    with failing(fake, "reply", unanswered()):
        run_until_quiet(desk, hand)
    assert stored(desk, answer).problem is Problem.NOWHERE


def test_a_second_attempt_finds_the_first_and_asks_instead(
    desk: Deps, fake: AnswerPage, hand: Hand
) -> None:
    first = decide(desk, ASKED)
    with failing(fake, "reply", unanswered()):
        run_until_quiet(desk, hand)
    fake._reply(ASKED.id, TEXT)
    second = decide(desk, ASKED)
    page_writer.drain(desk)
    assert len(fake.own()) == 1
    assert stored(desk, first).state is State.SENT
    assert stored(desk, second).problem is Problem.ANSWERED


def test_while_the_page_cannot_be_read_nothing_is_sent_and_after_a_while_it_is_told(
    desk: Deps, fake: AnswerPage, hand: Hand
) -> None:
    answer = decide(desk, ASKED)
    with failing(fake, "replies", unanswered()):
        run_until_quiet(desk, hand)
    assert set(fake.calls) == {"replies"}
    assert stored(desk, answer).problem is Problem.UNREADABLE
    assert "jag har inte skickat något" in said(desk)[0][1]


def test_where_nobody_knows_whether_it_came_out_the_person_is_asked_to_look(
    desk: Deps, fake: AnswerPage, hand: Hand
) -> None:
    answer = decide(desk, ASKED)
    with failing(fake, "reply", unanswered(), done=True):
        page_writer.drain(desk)
    hand.on(seconds=15)
    with failing(fake, "replies", error(PageTrouble.TOKEN, 190)):
        run_until_quiet(desk, hand)
    assert stored(desk, answer).problem is Problem.UNSURE
    assert "Titta på sidan först" in said(desk)[0][1]
    again = decide(desk, ASKED)
    run_until_quiet(desk, hand)
    assert len(fake.own()) == 1
    assert stored(desk, answer).state is State.SENT
    assert stored(desk, again).problem is Problem.ANSWERED


@pytest.mark.parametrize(
    ("fault", "problem", "says"),
    [
        (error(PageTrouble.TOKEN, 190), Problem.TOKEN, "hämta en ny"),
        (error(PageTrouble.PERMISSION, 200), Problem.PERMISSION, "pages_manage_engagement"),
        (error(PageTrouble.PERMISSION, 368), Problem.RULES, "Facebook har stoppat det (368)"),
        (error(PageTrouble.SLOW_DOWN, 80001, wait_seconds=60), Problem.SLOW, "bad mig vänta"),
        (error(PageTrouble.GONE, 100), Problem.GONE, "finns inte kvar"),
        (error(PageTrouble.BUG, 1609005), Problem.LINK, "kan inte läsa länken"),
        (error(PageTrouble.BUG, 100), Problem.REFUSED, "tog inte emot det (100)"),
    ],
    ids=["token", "permission", "rules", "limit", "gone", "link", "anything else"],
)
def test_a_refusal_is_told_once_with_what_to_do_and_the_text(
    desk: Deps, fake: AnswerPage, hand: Hand, fault: Exception, problem: Problem, says: str
) -> None:
    answer = decide(desk, ASKED)
    with failing(fake, "reply", fault):
        run_until_quiet(desk, hand)
    assert fake.calls == ["replies", "reply"]
    assert stored(desk, answer).problem is problem
    ((_, text),) = said(desk)
    assert says in text
    assert TEXT in text
    decide(desk, ASKED)
    page_writer.drain(desk)
    assert len(fake.own()) == 1


@pytest.mark.parametrize("done", [True, False])
def test_a_duplicate_is_looked_for_before_it_counts_as_refused(
    desk: Deps, fake: AnswerPage, hand: Hand, *, done: bool
) -> None:
    answer = decide(desk, ASKED)
    with failing(fake, "reply", error(PageTrouble.BUG, 506), done=done):
        run_until_quiet(desk, hand)
    assert fake.calls.count("reply") == 1
    assert (stored(desk, answer).state is State.SENT) == done
    assert done or stored(desk, answer).problem is Problem.DUPLICATE


def test_an_answer_of_the_pages_meanwhile_stops_it_and_knowing_of_it_does_not(
    desk: Deps, fake: AnswerPage, hand: Hand
) -> None:
    answer = decide(desk, ASKED)
    fake.put(page.answer(7, under=1, at=desk.now()))
    page_writer.drain(desk)
    assert (stored(desk, answer).problem, fake.own()) == (Problem.ANSWERED, [])
    read(desk, fake)
    assert relay_of(desk, ASKED).closed_by == FACEBOOK
    decide(desk, ASKED)
    page_writer.drain(desk)
    assert len(fake.own()) == 1
    assert relay_of(desk, ASKED).closed_by == FACEBOOK


def test_two_who_answer_at_once_do_not_both(desk: Deps, fake: AnswerPage) -> None:
    other = page.comment(2, "Och på lördag?", under=1)
    relayed(desk, fake, other)
    decide(desk, ASKED)
    second = decide(desk, other, "Ja, på lördag med. /Jonas", who=JONAS)
    page_writer.drain(desk)
    assert stored(desk, second).problem is Problem.ANSWERED
    assert len([c for c in fake.written.values() if c.from_page]) == 1


def test_what_was_decided_while_the_clock_was_ahead_goes_out_when_it_is_right(
    desk: Deps, fake: AnswerPage, hand: Hand
) -> None:
    hand.on(hours=26)
    decide(desk, ASKED)
    hand.on(hours=-26)
    page_writer.drain(desk)
    assert len(fake.own()) == 1


def test_a_comment_that_is_gone_gets_no_answer(desk: Deps, fake: AnswerPage) -> None:
    below = page.comment(2, "Och på lördag?", under=1)
    relayed(desk, fake, below)
    answers_to = [decide(desk, below), decide(desk, ASKED)]
    del fake.written[below.id], fake.written[ASKED.id]
    page_writer.drain(desk)
    assert [stored(desk, each).problem for each in answers_to] == [Problem.GONE, Problem.GONE]
    assert fake.own() == []


def test_a_comment_that_was_closed_meanwhile_gets_no_answer(desk: Deps, fake: AnswerPage) -> None:
    answer = decide(desk, ASKED)
    with desk.transaction() as db:
        it = comments.find(db, ASKED.id)
        assert it
        comments.save(db, replace(it, state=Stand.HANDLED, closed_by=JONAS, closed_at=make.NOW))
    page_writer.drain(desk)
    assert (stored(desk, answer).problem, fake.calls) == (Problem.CLOSED, [])


@pytest.mark.parametrize(
    "setting", [Answering(), Answering(is_on=True, users=(JONAS,))], ids=["off", "another person"]
)
def test_it_goes_out_only_while_it_is_allowed(
    desk: Deps, fake: AnswerPage, setting: Answering
) -> None:
    answer = decide(desk, ASKED)
    with desk.transaction() as db:
        answers.decide(db, setting)
    page_writer.drain(desk)
    assert (stored(desk, answer).problem, fake.calls) == (Problem.FORBIDDEN, [])


@pytest.mark.parametrize(("minutes", "is_out"), [(60, True), (61, False)])
def test_after_an_hour_it_asks_instead_of_answering_late(
    desk: Deps, fake: AnswerPage, hand: Hand, minutes: int, *, is_out: bool
) -> None:
    decide(desk, ASKED)
    hand.on(minutes=minutes)
    page_writer.drain(desk)
    assert bool(fake.own()) == is_out


def test_an_edit_instead_of_an_answer_is_told(desk: Deps, fake: AnswerPage) -> None:
    def fault(name: str, do: Callable[[], Any]) -> Any:
        return ASKED.id if name == "reply" else do()

    fake.fault = fault
    answer = decide(desk, ASKED)
    page_writer.drain(desk)
    assert stored(desk, answer).problem is Problem.EDITED


def test_the_reading_may_see_it_before_the_sender_does(desk: Deps, fake: AnswerPage) -> None:
    def fault(name: str, do: Callable[[], Any]) -> Any:
        made = do()
        if name == "reply":
            read(desk, fake)
        return made

    fake.fault = fault
    answer = decide(desk, ASKED)
    page_writer.drain(desk)
    assert [stored(desk, answer).page_id] == fake.own()
    assert acts(desk, ASKED) == [(AMIRA, "comment.answered")]
    assert relay_of(desk, ASKED).closed_by == AMIRA


def test_one_of_the_same_words_of_yesterday_is_not_taken_for_it(
    desk: Deps, fake: AnswerPage, hand: Hand
) -> None:
    fake.put(page.answer(7, under=1, at=desk.now() - timedelta(minutes=1), text=TEXT))
    read(desk, fake)
    hand.on(hours=1)
    answer = decide(desk, ASKED)
    with failing(fake, "reply", unanswered()):
        run_until_quiet(desk, hand)
    assert stored(desk, answer).problem is Problem.NOWHERE


# -- torn anywhere

POINTS = 14  # calls and units of work of one answer, and a few more


@pytest.mark.parametrize("after", [False, True], ids=["before it", "after it"])
@pytest.mark.parametrize("point", range(POINTS))
@pytest.mark.parametrize("reads", [False, True], ids=["alone", "with readings between"])
def test_killed_at_any_point_it_goes_out_once_and_is_never_shown_as_sent_in_vain(
    desk: Deps, fake: AnswerPage, hand: Hand, point: int, *, after: bool, reads: bool
) -> None:
    answer = decide(desk, ASKED)
    torn = cut(desk, fake, point, after=after)
    with suppress(Killed):
        run_until_quiet(torn, hand)
    fake.fault = None
    if reads:
        read(desk, fake)
    run_until_quiet(desk, hand)
    assert_told_truly(desk, fake, answer.id, TEXT)


def cut(deps: Deps, fake: AnswerPage, point: int, *, after: bool) -> Deps:
    """Return *deps* and a fault by which the process ends at the n-th call or unit of work."""
    left = [point]

    def strikes() -> bool:
        left[0] -= 1
        return left[0] == -1

    def fault(name: str, do: Callable[[], Any]) -> Any:
        is_now = strikes()
        if is_now and not after:
            raise Killed
        made = do()
        if is_now:
            raise Killed
        return made

    @contextmanager
    def transaction() -> Iterator[Database]:
        is_now = strikes()
        if is_now and not after:
            raise Killed
        with deps.transaction() as db:
            yield db
        if is_now:
            raise Killed

    fake.fault = fault
    return replace(deps, transaction=transaction)


def assert_told_truly(deps: Deps, fake: AnswerPage, answer_id: int, text: str) -> bool:
    """Hold what is shown against the page; say whether it is out."""
    with deps.reading() as db:
        answer = answers.get(db, answer_id)
    own = fake.own(text)
    assert len(own) <= 1
    assert own == ([answer.page_id] if answer.state is State.SENT else [])
    it = relay_of(deps, page.comment(int(answer.comment_id.rpartition("_")[2])))
    assert (it.state is Stand.ANSWERED) == bool(own)
    assert [it.answer_id, it.closed_by] == ([*own, answer.who] if own else [None, None])
    in_thread = [text for _, text in said(deps, f"answer:{answer.id}")]
    assert in_thread
    assert any("svarade som sidan" in each for each in in_thread) == bool(own)
    counted = [act for _, act in acts(deps, page.comment(int(it.comment_id.rpartition("_")[2])))]
    assert counted.count("comment.answered") == len(own)
    return bool(own)


def torn(rng: random.Random, deps: Deps, fake: AnswerPage) -> Deps:
    """Return *deps* and a fault by which anything may end anywhere, at any call or unit of work."""

    def fault(_: str, do: Callable[[], Any]) -> Any:
        what = rng.random()
        if what < 0.12:
            raise Killed
        if what < 0.24:
            raise unanswered()
        if what < 0.28:
            raise error(PageTrouble.SLOW_DOWN, 4, wait_seconds=20)
        made = do()
        if what < 0.42:
            raise Killed
        if what < 0.6:
            raise unanswered()
        return made

    @contextmanager
    def transaction() -> Iterator[Database]:
        if rng.random() < 0.06:
            raise Killed
        with deps.transaction() as db:
            yield db
        if rng.random() < 0.06:
            raise Killed

    fake.fault = fault
    return replace(deps, transaction=transaction)


@torn_times(500)
def test_whatever_is_torn_where_it_is_out_at_most_once(
    desk: Deps, fake: AnswerPage, hand: Hand, seeds: range
) -> None:
    """Most come out; what is not out has said so. None is out twice, none is out in silence."""
    out = 0
    for seed in seeds:
        rng, text = random.Random(seed), f"Svar nummer {seed}!"  # noqa: S311
        asked = page.comment(10_000 + seed, at=desk.now())
        relayed(desk, fake, asked)
        answer = decide(desk, asked, text)
        broken = torn(rng, desk, fake)
        for _ in range(rng.randrange(2, 9)):
            with suppress(Killed):  # a new process goes on with what is stored
                page_writer.drain(broken)
            hand.on(seconds=rng.choice([5, 20, 80]))
            if rng.random() < 0.3:
                read(desk, fake)
        fake.fault = None
        run_until_quiet(desk, hand)
        read(desk, fake)
        out += assert_told_truly(desk, fake, answer.id, text)
        fake.written.clear()  # so that the readings stay small
    assert out > len(seeds) // 2
