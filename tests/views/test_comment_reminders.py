"""The reminder of open comments, in both languages and at its fullest."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest

from bot.domain.comment_reminders import Step
from bot.domain.comments import Place, Relay, Relayed, State
from bot.domain.policy import Promise, PromiseKind
from bot.domain.relaying import DEFAULT
from bot.views.comment_reminders import Letter, render
from bot.views.comments import Reader
from tests import page
from tests.conftest import enforce_limits
from tests.make import AMIRA, JONAS

NOW = datetime(2026, 11, 24, 12, tzinfo=UTC)
WRITTEN = NOW - timedelta(hours=20)
NAMES = {AMIRA: "Amira <!here>", JONAS: "Jonas Berg"}
PLACE = Place("Öppet hus", "https://www.facebook.example/posts/1")
TWO_DAYS = Promise(PromiseKind.DAYS, 2)


def row(number, text="Måste man <boka>?", *, state=State.CLAIMED, owner=AMIRA):
    comment = page.comment(number, text, at=WRITTEN)
    relay = Relay(comment.id, WRITTEN, state, owner, WRITTEN if owner else None)
    return Relayed(relay, comment, PLACE, None)


def reader(words):
    return Reader(words, NAMES, NOW.date(), ZoneInfo("Europe/Stockholm"), DEFAULT)


def letter(who, *rows):
    found = [each for _, each in rows]
    steps = {each.comment.id: step for step, each in rows}
    return Letter(who, found, steps, TWO_DAYS)


def test_to_a_person_who_leads_and_has_taken_one(words, snapshot):
    done = row(3, state=State.HANDLED)
    rows = [(Step.OWNER, row(1)), (Step.LEAD, row(2, owner=JONAS)), (Step.OWNER, done)]
    snapshot(render(reader(words), letter(AMIRA, *rows), now=NOW))


def test_to_the_channel(words, snapshot):
    rows = [(Step.CHANNEL, row(1, state=State.NEW, owner=None)), (Step.CHANNEL, row(2))]
    snapshot(render(reader(words), letter(None, *rows), now=NOW))


@pytest.mark.parametrize("step", Step)
def test_what_the_page_has_promised_to_get_back_to_has_words_of_its_own(words, step, snapshot):
    rows = [(step, row(1, state=State.PROMISED)), (step, row(2))]
    said = render(reader(words), letter(AMIRA, *rows), now=NOW)
    snapshot(said)


def test_once_all_is_settled_it_thanks(words):
    said = render(reader(words), letter(AMIRA, (Step.LEAD, row(1, state=State.HANDLED))), now=NOW)
    assert said["text"] == words("waiting-done")


def test_the_fullest_keeps_slacks_limits(words):
    wide = [row(n, "&" * 3000) for n in range(200)]
    wide = [replace(each, place=Place("&" * 300, None)) for each in wide]
    steps = list(Step)
    rows = [(steps[n % 3], each) for n, each in enumerate(wide)]
    said = render(reader(words), letter(AMIRA, *rows), now=NOW)
    enforce_limits(said["blocks"])
    assert words("comments-list-more", count=190) in str(said)
