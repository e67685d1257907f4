"""The tip of the week in Monday's digest, and its switch."""

import json
from datetime import date, datetime, time, timedelta
from zoneinfo import ZoneInfo

import pytest

from bot.domain.plan import Entry
from bot.domain.team import Team
from bot.domain.tips import Tip
from bot.jobs import digest
from bot.jobs.due import Due
from bot.store import posts, team, tips
from bot.views import tips as view
from handlers import tips as handlers
from tests import make
from tests.fakes import FakeAck
from tests.make import AMIRA, ELIN, NOW

MONDAY = date(2026, 11, 30)
HASHED = "Nu kan du boka tid hos oss. #vård #hälsa #sjukhus #boka"


@pytest.fixture
def parts(deps):
    """Two texts with too many hashtags were written last week."""
    with deps.transaction() as db:
        for n in range(2):
            entry = Entry("Boka", 1, date(2026, 12, 10 + n), time(11), text=HASHED)
            posts.add(db, entry, who=AMIRA, now=NOW)
    return deps


def run(deps, hand, day=MONDAY):
    at = hand.to(datetime.combine(day, time(8, 15), ZoneInfo("Europe/Stockholm")))
    digest.run(deps, Due(day, at, at))
    return shown(deps, day)


def shown(deps, day=MONDAY):
    with deps.reading() as db:
        rows = db.execute("select body from outbox where key = ?", [f"digest:{day}"]).fetchall()
    return json.loads(rows[0][0])["text"]


def press(deps, value, user=AMIRA):
    handlers.switch(deps, FakeAck(), make.click(view.SWITCH, value, user=user))


def test_the_weeks_first_digest_has_one_tip(parts, hand):
    assert run(parts, hand).count("*Veckans knep:* En eller två hashtaggar räcker") == 1
    assert "Veckans knep" not in run(parts, hand, MONDAY + timedelta(days=1))


def test_it_stays_the_same_when_the_digest_is_brought_up_to_date(parts, hand):
    run(parts, hand)
    with parts.transaction() as db:
        db.execute("update posts set text = ''")
        digest.refresh(db, parts, parts.now())
    assert "Veckans knep" in shown(parts)


def test_the_next_week_does_not_say_it_again(parts, hand):
    run(parts, hand)
    with parts.transaction() as db:
        db.execute("update posts set updated_at = '2026-12-02T08:00:00.000000+00:00'")
    assert "Veckans knep" not in run(parts, hand, MONDAY + timedelta(weeks=1))


def test_what_was_written_earlier_is_not_judged_again(parts, hand):
    with parts.transaction() as db:
        db.execute("update posts set updated_at = '2026-11-20T08:00:00.000000+00:00'")
    assert "Veckans knep" not in run(parts, hand)


def test_it_can_be_switched_off_and_on(parts, hand):
    run(parts, hand)
    press(parts, view.OFF)
    assert "Veckans knep" not in shown(parts)
    press(parts, view.ON)
    assert "Veckans knep" in shown(parts)
    with parts.reading() as db:
        acts = db.execute("select who, act from audit where act like 'tips.%'").fetchall()
    assert acts == [(AMIRA, "tips.off"), (AMIRA, "tips.on")]


def test_while_it_is_off_none_is_chosen(parts, hand):
    press(parts, view.OFF)
    assert "Veckans knep" not in run(parts, hand)
    with parts.reading() as db:
        assert tips.given(db) == {}
        assert not tips.are_on(db)


@pytest.mark.parametrize(("value", "user"), [("", AMIRA), ("hej", AMIRA), (view.OFF, ELIN)])
def test_what_is_forged_or_not_allowed_changes_nothing(parts, value, user):
    with parts.transaction() as db:
        team.save(db, Team(AMIRA))
    press(parts, value, user)
    with parts.reading() as db:
        assert tips.are_on(db)


def test_the_setting_says_how_it_is(words):
    on, off = (view.topic(words, is_on=is_on) for is_on in (True, False))
    assert (on.value, off.value) == (view.OFF, view.ON)
    assert on.now != off.now
    assert view.lines(words, None) == []
    assert view.lines(words, Tip.ALT)[0]["type"] == "context"
