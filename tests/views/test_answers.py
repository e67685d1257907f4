"""Answering as the page, in both languages: the forms, the word in the thread, what went wrong."""

from collections.abc import Callable
from dataclasses import replace
from typing import Any

import pytest

from bot.domain.answer_checks import Risk, Warned
from bot.domain.answers import LIMIT, Answer, Answering, Kind, Known, Problem, State
from bot.domain.relaying import DEFAULT
from bot.domain.replies import MOST, Reply
from bot.domain.replies import Kind as Text
from bot.locales import Words
from bot.views import answer_changes as changes
from bot.views import answering as setting_view
from bot.views import answers as view
from bot.views.answers import Asked, Draft
from bot.views.comments import Reader
from bot.views.forms import CommentOrigin, Origin, unpack
from tests import page
from tests.conftest import enforce_limits
from tests.make import AMIRA, NOW
from tests.views.test_comments import NAMES, ZONE, minutes, shown

Check = Callable[[Any], None]
READY = (
    Reply(1, Text.REPLY, "Öppettider", "Vi har öppet till 17.", review_on=NOW.date()),
    Reply(2, Text.ROUTE, "1177", "Ring 1177.", "https://www.1177.se"),
)
ORIGIN = CommentOrigin("C1", comment=page.comment().id, seen="0")
ANSWER = Answer(
    7, ORIGIN.comment, ORIGIN.comment, Kind.ANSWER, "Nej! *Kom* <när> du vill. /Amira", AMIRA,
    NOW, NOW, state=State.SENT,
)  # fmt: skip


def reader(words: Words) -> Reader:
    return Reader(words, NAMES, NOW.date(), ZONE, DEFAULT)


def asked(**fields: Any) -> Asked:
    usual = Asked(shown(), Known((), ()), READY, "Region Lillsjö", "/Amira")
    return replace(usual, **fields)


def test_the_form(words: Words, snapshot: Check) -> None:
    snapshot(view.form(reader(words), asked(), Draft(), ORIGIN, today=NOW.date()))


def test_the_form_with_something_to_think_of(words: Words, snapshot: Check) -> None:
    known = page.answer(7, under=1, at=minutes(2))
    below = asked(
        shown=shown(page.comment(2, under=1), parent=page.comment()),
        known=Known((known,), (known.id,)),
        warned=[Warned(risk, "din <journal>") for risk in Risk],
        advice=["Korta meningen."],
        is_news=True,
        signature="",
        page=None,
    )
    draft = Draft("Vi ser i din <journal> …", Kind.PROMISE, "2")
    origin = replace(ORIGIN, revision=1, agreed="care")
    snapshot(view.form(reader(words), below, draft, origin, today=NOW.date()))


def test_long_and_many_texts_keep_within_slacks_limits(words: Words) -> None:
    many = [Reply(n, kind, "å" * 60, "<" * 2000) for kind in Text for n in range(MOST)]
    long = page.answer(7, under=1, at=NOW, text="<" * 8000)
    full = asked(
        shown=shown(page.comment(1, "<" * 8000, author_name="<" * 500)),
        known=Known((long,) * 5, ("1",)),
        ready=many,
        warned=[Warned(risk, "<" * 500) for risk in Risk],
        advice=["<" * 200] * 2,
    )
    draft = Draft("<" * 2 * LIMIT)
    made = view.form(reader(words), full, draft, ORIGIN, today=NOW.date())
    enforce_limits(made["blocks"])
    (text,) = [b["element"] for b in made["blocks"] if b.get("block_id") == "text-0"]
    assert len(text["initial_value"]) == text["max_length"] == LIMIT
    assert len(made["private_metadata"]) <= 3000
    said = replace(ANSWER, text="<" * LIMIT, problem=Problem.UNSURE, state=State.FAILED)
    enforce_limits(view.sent(words, said, NAMES)["blocks"])
    enforce_limits(view.outcome(words, said, full.shown)["blocks"])
    enforce_limits(changes.edit_form(words, said, said.text, ORIGIN)["blocks"])


@pytest.mark.parametrize("kind", list(Kind))
def test_what_is_out_is_told_in_the_thread(words: Words, snapshot: Check, kind: Kind) -> None:
    snapshot(view.sent(words, replace(ANSWER, kind=kind), NAMES))


def test_what_is_not_out_is_told_with_the_text(words: Words, snapshot: Check) -> None:
    failed = replace(ANSWER, state=State.FAILED, problem=Problem.NOWHERE)
    snapshot(view.outcome(words, failed, shown()))


@pytest.mark.parametrize("problem", list(Problem))
def test_every_problem_says_what_to_do(words: Words, problem: Problem) -> None:
    failed = replace(ANSWER, state=State.FAILED, problem=problem, code="190")
    said = view.outcome(words, failed, shown())["text"]
    assert words(f"answer-problem-{problem}", code="190") in said


def test_the_forms_that_change_and_remove(words: Words, snapshot: Check) -> None:
    snapshot(changes.edit_form(words, ANSWER, ANSWER.text, ORIGIN))
    snapshot(changes.delete_form(words, ANSWER, ORIGIN))


def test_the_setting(words: Words, snapshot: Check) -> None:
    snapshot(setting_view.form(words, Answering(is_on=True, users=(AMIRA,)), Origin("C1")))


def test_a_form_remembers_what_it_is_about() -> None:
    assert unpack(ORIGIN.pack()) == ORIGIN
    assert unpack(Origin("C1").pack()) == Origin("C1")
