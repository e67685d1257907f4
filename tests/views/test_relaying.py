"""Comments in the settings, exposed channels and storms, in both languages and at their fullest."""

from dataclasses import replace
from typing import Any
from zoneinfo import ZoneInfo

import pytest

from bot.domain.comments import Place, Relay, Relayed
from bot.domain.reasons import REASON_LIMIT
from bot.domain.relaying import DEFAULT, ChannelState, Exposure, allowed
from bot.domain.storm import Gathered, Storm
from bot.views import exposure, relaying, storm
from bot.views.comments import Reader
from bot.views.forms import Origin
from tests import page
from tests.conftest import enforce_limits
from tests.make import AMIRA, COMMENTS, NOW

NAMES = {AMIRA: "Amira <Haddad>"}
PLACE = Place("Öppet hus <&>", "https://www.facebook.example/posts/1")
STORM = Storm(1, page.POST, NOW)
ONE = Relayed(Relay("1", NOW), page.comment(), PLACE, None)


def state(kind: Exposure) -> ChannelState:
    return ChannelState(COMMENTS, kind, NOW, NOW)


STATES = {
    "public": state(Exposure.PUBLIC),
    "shared": state(Exposure.SHARED),
    "allowed": allowed(state(Exposure.PUBLIC), AMIRA, "Vi är ensamma här <!here>"),
    "allowed though shared": allowed(state(Exposure.SHARED), AMIRA, "Kommunen svarar med oss"),
}


def reader(words: Any) -> Reader:
    return Reader(words, NAMES, NOW.date(), ZoneInfo("Europe/Stockholm"), DEFAULT)


@pytest.mark.parametrize("case", STATES)
def test_an_exposed_channel_is_told_with_what_to_do(words, snapshot, case):
    snapshot(exposure.told(words, STATES[case], NAMES, waiting=2))


def test_it_is_told_when_it_is_over(words, snapshot):
    for now in Exposure:
        snapshot(exposure.over(words, STATES["public"], now))


def test_the_settings_page(words, snapshot):
    snapshot(relaying.page(words, DEFAULT, None, {}))
    snapshot(relaying.page(words, DEFAULT, STATES["allowed"], NAMES))


def test_the_forms(words, snapshot):
    snapshot(relaying.form(words, DEFAULT, Origin("C1")))
    snapshot(exposure.form(words, STATES["public"], Origin("C1")))
    enforce_limits(exposure.form(words, STATES["shared"], Origin())["blocks"])


def test_what_is_gathered(words, snapshot):
    snapshot(storm.gathered(reader(words), STORM, PLACE, Gathered(812, 790, 3), ONE, now=NOW))
    calm = replace(STORM, ended_at=NOW)
    snapshot(storm.gathered(reader(words), calm, PLACE, Gathered(0, 0, 1), None, now=NOW))


def test_the_list_of_what_is_gathered(words, snapshot):
    snapshot(storm.listing(reader(words), PLACE, [ONE], total=40, user=AMIRA, now=NOW))
    snapshot(storm.listing(reader(words), PLACE, [], total=0, user=AMIRA, now=NOW))


def test_the_fullest_are_within_the_limits(words):
    place = Place("&" * 3000, "https://www.facebook.example/" + "&" * 1000)
    long = replace(ONE, comment=page.comment(text="&" * 8000, author_name="<" * 300), place=place)
    rows = [replace(long, relay=Relay(str(n), NOW)) for n in range(storm.ROWS)]
    counts = Gathered(10_000, 10_000, 10_000)
    reason = allowed(state(Exposure.PUBLIC), AMIRA, "&" * REASON_LIMIT)
    for message in (
        storm.gathered(reader(words), STORM, place, counts, long, now=NOW),
        storm.listing(reader(words), place, rows, total=9999, user=AMIRA, now=NOW),
        exposure.told(words, reason, NAMES, waiting=0),
        relaying.page(words, DEFAULT, reason, NAMES),
    ):
        enforce_limits(message["blocks"])
        assert len(message["text"]) <= 4000
