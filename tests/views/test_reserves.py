"""What the reserve looks like, in both languages."""

from datetime import UTC, datetime, timedelta

import pytest

from bot.domain.ideas import Idea
from bot.domain.media import Kind, Media
from bot.domain.outlets import Outlet
from bot.domain.reserves import Reserve, Stock
from bot.views.forms import Origin
from bot.views.reserves import checked, form, kept, removed, render, row, stock_line
from tests.conftest import enforce_limits

NOW = datetime(2026, 11, 24, 7, 15, tzinfo=UTC)
OUTLETS = {1: "Facebook", 2: "Webb & intranät"}
KNOWN = [Outlet(number, name) for number, name in OUTLETS.items()]


def reserve(number, title, *, age=20, outlets=(), media=None, note="Så <här> gör du."):
    made = NOW - timedelta(days=age)
    idea = Idea(number, title, note, (), None, "U0AMIRA", made, outlets=outlets)
    return Reserve(idea, media or Media(), made)


EVERY = [
    reserve(1, "Hitta till <1177>", age=250, outlets=(1, 2)),
    reserve(2, "Möt Lena", media=Media(Kind.PICTURE, "Lena")),
]


def test_the_reserve(words, snapshot):
    snapshot(render(words, EVERY, Stock(2, stale=1), OUTLETS, NOW))


def test_an_empty_reserve(words, snapshot):
    snapshot(render(words, [], Stock(0), OUTLETS, NOW))


def test_the_form(words, snapshot):
    snapshot(form(words, Origin("C0PLAN"), None, outlets=KNOWN))
    snapshot(form(words, Origin("C0PLAN", 1, 7), EVERY[0], outlets=KNOWN))


def test_what_is_said(words, snapshot):
    snapshot(kept(words, EVERY[0], Stock(3)))
    snapshot(removed(words, EVERY[0]))
    snapshot(checked(words, EVERY[0]))


@pytest.mark.parametrize("count", [1, 3])
def test_how_many_there_are(words, snapshot, count):
    said = stock_line(words, Stock(count, stale=2))
    assert said == row(words, Stock(count, stale=2))["text"]["text"].partition("\n")[2]
    snapshot({"blocks": [row(words, Stock(count, stale=2))]})


def test_a_large_reserve_with_long_texts_fits(words):
    every = [
        reserve(n, "&" * 150, outlets=tuple(range(1, 100)), note="&" * 3000) for n in range(60)
    ]
    names = dict.fromkeys(range(1, 100), "&" * 200)
    shown = render(words, every, Stock(60, stale=60), names, NOW)
    enforce_limits(shown["blocks"])
    many = [Outlet(n, "&" * 200) for n in range(1, 200)]
    enforce_limits(form(words, Origin(), every[0], outlets=many)["blocks"])
