"""Answers: signatures, what is ours on the page, and what an answer should not say."""

from dataclasses import replace
from datetime import timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.domain import answers as domain
from bot.domain.answer_checks import Risk, warnings
from bot.domain.answers import Answer, Answering, Kind
from bot.domain.replies import Kind as Text
from bot.domain.replies import Reply, filled, pasted
from bot.domain.team import Team
from tests import page
from tests.make import AMIRA, ELIN, JONAS, NOW

ASKED = page.comment(1)
SENT = Answer(1, ASKED.id, ASKED.id, Kind.ANSWER, "Ja! /Elin", AMIRA, NOW, NOW, tried_at=NOW)


@pytest.mark.parametrize(
    ("setting", "user", "may"),
    [
        (Answering(), AMIRA, False),
        (Answering(is_on=True), AMIRA, True),
        (Answering(is_on=True), JONAS, True),
        (Answering(is_on=True), ELIN, False),
        (Answering(is_on=True, users=(ELIN,)), ELIN, True),
        (Answering(is_on=True, users=(ELIN,)), AMIRA, False),
    ],
    ids=["off", "the lead", "a deputy", "a member", "somebody named", "a lead who is not"],
)
def test_who_may_answer(setting: Answering, user: str, *, may: bool) -> None:
    assert setting.allows(user, Team(AMIRA, (JONAS,), (ELIN,))) == may


def test_without_a_lead_and_names_nobody_may() -> None:
    assert not Answering(is_on=True).allows(AMIRA, Team())


@pytest.mark.parametrize(
    ("reply", "ours"),
    [
        ({}, True),
        ({"text": "Ja!  /Elin\n"}, True),
        ({"text": "Ja! /Amira"}, False),
        ({"at": NOW - timedelta(days=2)}, True),
        ({"at": NOW + timedelta(days=2)}, True),
        ({"number": 6}, False),
        ({"under": 2}, False),
    ],
    ids=[
        "the same",
        "other space",
        "other words",
        "our clock is fast",
        "our clock is slow",
        "stood there before",
        "elsewhere",
    ],
)
def test_what_came_of_an_attempt(reply: dict[str, object], *, ours: bool) -> None:
    usual: dict[str, object] = {"number": 7, "under": 1, "at": NOW, "text": SENT.text}
    found = page.answer(**{**usual, **reply})  # type: ignore[arg-type]
    before = page.answer(6, under=1, at=NOW)
    assert domain.is_ours(found, replace(SENT, known=(before.id,))) == ours
    assert (domain.own_reply([found], SENT, {found.id}) is None) is True


def test_a_residents_reply_is_never_ours() -> None:
    assert not domain.is_ours(page.comment(7, SENT.text, under=1, at=NOW), SENT)


@given(st.text(max_size=50), st.sampled_from(["", "/Elin", "/Elin, Region Lillsjö"]))
def test_signing_twice_changes_nothing(text: str, signature: str) -> None:
    once = domain.signed(text, signature)
    assert domain.signed(once, signature) == once


@pytest.mark.parametrize(
    ("text", "risk"),
    [
        ("Vi ser i din journal att provet är taget.", Risk.CARE),
        ("Tack för ditt besök hos oss i går.", Risk.CARE),
        ("Vad tråkigt att det var så när du var inlagd.", Risk.CARE),
        ("Ring om din remiss.", Risk.CARE),
        ("Dina provsvar finns på 1177.", Risk.CARE),
        ("We are sorry about your visit to us.", Risk.CARE),
        ("It says so in your medical record.", Risk.CARE),
        ("Sorry to hear that, when you were admitted.", Risk.CARE),
        ("Du kommer att få tid i veckan.", Risk.PROMISE),
        ("Vi lovar att det blir bättre.", Risk.PROMISE),
        ("Beslutet kommer att ändras.", Risk.PROMISE),
        ("You will get an answer on Monday.", Risk.PROMISE),
        ("You are entitled to a taxi.", Risk.PROMISE),
        ("850709-9805", Risk.NUMBER),
        ("19850709-9805", Risk.NUMBER),
        ("8507099805", Risk.NUMBER),
        ("198507699801 eller 850769-9801", Risk.NUMBER),
        ("Född 010203+1234", Risk.NUMBER),
        ("Ring {enhet}.", Risk.BLANK),
        ("ord " * 160, Risk.LONG),
    ],
)
def test_what_an_answer_should_not_say(text: str, risk: Risk) -> None:
    assert risk in [it.risk for it in warnings(text)]


@pytest.mark.parametrize(
    "text",
    [
        "Nej, kom när du vill! Vi har öppet till 17. /Elin",
        "Ring 1177 eller 0701234567, så får du hjälp.",
        "Ring 08-123 45 67 eller 021-17 30 00.",
        "Tack för att du berättar! Patientnämnden hjälper dig att föra fram det.",
        "Läs mer på https://www.1177.se/vaccin/850701",
        "No, come when you like! We are open until five.",
        "Thank you for telling us. Call 1177 and they will help.",
    ],
)
def test_an_ordinary_answer_warns_of_nothing(text: str) -> None:
    assert warnings(text) == ()


def test_a_personal_number_is_not_repeated() -> None:
    (found,) = warnings("Hej 850709-9805!")
    assert found.said == ""


def test_every_place_that_nobody_has_filled_is_named_once() -> None:
    found = warnings("{enhet} svarar. Ring {länk}, eller skriv till {enhet}.")
    assert [(it.risk, it.said) for it in found] == [
        (Risk.BLANK, "{enhet}"),
        (Risk.BLANK, "{länk}"),
    ]


@pytest.mark.parametrize(
    ("reply", "author", "said"),
    [
        (Reply(1, Text.REPLY, "A", "Hej {namn}!"), "Maja Lindqvist", "Hej Maja!"),
        (Reply(1, Text.REPLY, "A", "Hello {name}!"), None, "Hello!"),
        (Reply(1, Text.ROUTE, "A", "Se {länk}.", "https://a.se"), None, "Se https://a.se."),
        (Reply(1, Text.ROUTE, "A", "Se:", "https://a.se"), None, "Se: https://a.se"),
        (Reply(1, Text.REPLY, "A", r"\1 {enhet}"), "\\1", r"\1 {enhet}"),
    ],
    ids=["name", "no name", "link", "link at the end", "odd signs"],
)
def test_what_a_ready_text_becomes(reply: Reply, author: str | None, said: str) -> None:
    assert filled(reply, author) == said


def test_an_odd_name_is_put_in_as_it_is() -> None:
    assert filled(Reply(1, Text.REPLY, "A", "Hej {namn}!"), r"\g<0> B") == r"Hej \g<0>!"


def test_another_choice_replaces_the_first_and_never_what_was_typed() -> None:
    assert pasted("", "B", ["A", "B"]) == "B"
    assert pasted("A", "B", ["A", "B"]) == "B"
    assert pasted("A!", "B", ["A", "B"]) == "A!\nB"
