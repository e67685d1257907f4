"""Webhooks that fall silent: said once, in place, and never where there were none."""

import json
from collections.abc import Callable
from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest

from bot.deps import Deps
from bot.domain.hints import ANYWHERE
from bot.jobs import alarm, check, hook_silence
from bot.store import hints
from bot.store import page as store_page
from bot.store.db import Store
from tests import page
from tests.fakes import Hand

Come = Callable[..., None]


@pytest.fixture
def deps(deps: Deps) -> Deps:
    """A bot that Facebook may tell what happens."""
    settings = replace(deps.settings, facebook_verify_token="a word", facebook_app_secret="b")
    return replace(deps, settings=settings)


def hear(deps: Deps) -> None:
    with deps.transaction() as db:
        hints.add(db, [ANYWHERE], now=deps.now())


@pytest.fixture
def come(deps: Deps, hand: Hand) -> Come:
    """Let comments come, one an hour, each read some minutes after it was written."""

    def some(count: int, *, first: int = 1, minutes: int = 1, by_page: bool = False) -> None:
        for number in range(first, first + count):
            at = hand.on(hours=1)
            make = (lambda n, **when: page.answer(n, under=1, **when)) if by_page else page.comment
            with deps.transaction() as db:
                later = at + timedelta(minutes=minutes)
                store_page.keep(db, [page.post()], [make(number, at=at)], now=later)

    return some


def look(deps: Deps, hand: Hand) -> list[str]:
    """Let the alarm be asked for some minutes; return all that was said about webhooks."""
    for _ in range(5):
        alarm.run(deps, hand.on(minutes=3))
    with deps.reading() as db:
        rows = db.query("select body from outbox where key like 'alarm:hooks:%' order by id")
        return [json.loads(row["body"])["text"] for row in rows]


def test_five_comments_without_a_word_after_a_day_are_told_once_and_the_end_in_place(
    deps: Deps, hand: Hand, come: Come
) -> None:
    hear(deps)
    hand.on(days=1)
    come(5)
    (said,) = look(deps, hand)
    assert "Facebook har slutat säga till" in said
    assert "bot.py check" in said
    come(5, first=20)
    assert look(deps, hand) == [said]
    hear(deps)
    (over,) = look(deps, hand)
    assert "Facebooks tillsägelser" in over
    assert over != said


@pytest.mark.parametrize(
    ("waited", "some"),
    [
        pytest.param(48, {"count": 4}, id="four comments"),
        pytest.param(2, {"count": 9}, id="within a day"),
        pytest.param(48, {"count": 9, "minutes": 30}, id="read late: the bot was off"),
        pytest.param(48, {"count": 9, "by_page": True, "first": 10}, id="the page's own"),
    ],
)
def test_that_is_no_silence(
    deps: Deps, hand: Hand, come: Come, waited: int, some: dict[str, int]
) -> None:
    hear(deps)
    hand.on(hours=waited)
    come(**some)
    assert look(deps, hand) == []


def test_a_comment_of_a_moment_ago_may_still_be_told_of(deps: Deps, hand: Hand, come: Come) -> None:
    hear(deps)
    hand.on(days=2)
    come(5)
    with deps.reading() as db:
        assert not hook_silence.is_silent(db, deps.settings, hand.on(minutes=9))
        assert hook_silence.is_silent(db, deps.settings, hand.on(minutes=1))


def test_a_page_without_webhooks_is_left_alone(deps: Deps, hand: Hand, come: Come) -> None:
    hand.on(days=2)
    come(9)
    assert look(deps, hand) == []
    hear(deps)
    hand.on(days=2)
    come(9, first=20)
    without = replace(deps, settings=replace(deps.settings, facebook_verify_token=""))
    assert look(without, hand) == []


def test_a_bot_that_no_longer_wants_to_be_told_takes_its_alarm_back(
    deps: Deps, hand: Hand, come: Come
) -> None:
    hear(deps)
    hand.on(days=2)
    come(5)
    (said,) = look(deps, hand)
    without = replace(deps, settings=replace(deps.settings, facebook_verify_token=""))
    assert look(without, hand) != [said]


def test_check_warns_too(deps: Deps, hand: Hand, tmp_path: Path) -> None:
    wanted = replace(deps.settings, database_path=tmp_path / "lucka.db")
    store = Store(wanted.database_path)
    now = hand()
    with store.transaction() as db:
        hints.add(db, [ANYWHERE], now=now)
        for number in range(5):
            at = now + timedelta(hours=number + 1)
            store_page.keep(db, [page.post()], [page.comment(number, at=at)], now=at)
    store.close()
    assert not list(check._hook_silence(wanted, now))
    (found,) = check._hook_silence(wanted, now + timedelta(days=1))
    assert found.kind == "trouble-hooks-silent"
