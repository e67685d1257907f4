"""Opening the home tab."""

import json
from dataclasses import replace
from datetime import date, time
from typing import Any

from bot.deps import Deps
from bot.domain.plan import Entry, Status
from bot.store import outbox, posts
from bot.store.outbox import Kind
from handlers import home
from tests.fakes import FakeAck, Hand
from tests.make import AMIRA, GUEST, JONAS, NOW


def opened(user: str = AMIRA, *, tab: str = "home", event_id: str = "Ev1") -> dict[str, Any]:
    return {
        "type": "event_callback",
        "event_id": event_id,
        "team_id": "T0LUCKA",
        "event": {"type": "app_home_opened", "user": user, "channel": "D0AMIRA", "tab": tab},
    }


def shown(deps: Deps, user: str = AMIRA, **event: Any) -> str:
    """Open the tab and return what it shows."""
    ack = FakeAck()
    home.opened(deps, ack, opened(user, **event))
    assert ack.answer == {}
    with deps.reading() as db:
        (row,) = db.query("select body, kind from outbox where key = ?", [f"home:{user}"])
    assert row["kind"] == Kind.HOME
    return json.dumps(json.loads(row["body"]), ensure_ascii=False)


def test_the_tab_shows_how_the_plan_stands(deps: Deps) -> None:
    text = shown(deps)
    assert "Hej Amira Haddad!" in text
    assert "Planen räcker till i morgon" in text
    assert "*Onsdag 25 november (v. 48)*, Facebook kl. 11.00" in text
    assert "kommentar" not in text


def test_the_tab_shows_my_five_next_posts_and_nobody_elses(deps: Deps) -> None:
    with deps.transaction() as db:
        for number in range(1, 8):
            entry = Entry(f"Mitt {number}", 1, date(2026, 12, number), time(11), owner=AMIRA)
            posts.add(db, entry, who=AMIRA, now=NOW)
        posts.add(db, replace(entry, title="Jonas", owner=JONAS), who=AMIRA, now=NOW)
        done = posts.add(
            db, replace(entry, title="Ute", day=date(2026, 11, 24)), who=AMIRA, now=NOW
        )
        posts.update(db, replace(done, status=Status.PUBLISHED))
    text = shown(deps)
    assert [f"Mitt {number}" in text for number in range(1, 8)] == [True] * 5 + [False] * 2
    assert "*Jonas*" not in text
    assert "*Ute*" not in text


def test_the_tab_is_up_to_date_whenever_it_is_opened(deps: Deps, hand: Hand) -> None:
    shown(deps)
    with deps.transaction() as db:
        entry = Entry("Nytt", 1, date(2026, 11, 25), time(11), owner=AMIRA)
        posts.add(db, entry, who=AMIRA, now=NOW)
    hand.on(minutes=5)
    text = shown(deps, event_id="Ev2")
    assert "*Nytt*" in text
    assert "kl. 8.20" in text


def test_the_tab_speaks_english_too(english: Deps) -> None:
    assert "Hello Amira Haddad!" in shown(english)


def test_a_guest_sees_whom_to_ask_and_nothing_of_the_plan(deps: Deps) -> None:
    text = shown(deps, GUEST)
    assert deps.words("refusal-not-a-member") in text
    assert "november" not in text


def test_the_tab_of_messages_is_none_of_our_business(deps: Deps) -> None:
    ack = FakeAck()
    home.opened(deps, ack, opened(tab="messages"))
    assert ack.answer == {}
    with deps.reading() as db:
        assert outbox.pending(db) == []


def test_slack_telling_twice_changes_nothing(deps: Deps, hand: Hand) -> None:
    before = shown(deps)
    hand.on(minutes=5)
    assert shown(deps) == before
