"""The comparison at its fullest, and its forms, in both languages."""

from dataclasses import replace
from datetime import date, timedelta

import pytest

from bot.domain.measures import Share
from bot.domain.peers import Ours, Peer
from bot.domain.periods import month
from bot.views import peers
from bot.views.forms import Origin
from bot.views.peers import Table
from tests.conftest import enforce_limits

TODAY = date(2026, 11, 27)
OCTOBER, MAY = month(date(2026, 10, 1)), month(date(2026, 5, 1))
ONE = Peer(
    "Region <!channel>", OCTOBER, 12_000, 14, 52, 37, timedelta(hours=1.5), date(2026, 11, 3),
    "Amira <H>", "för hand & med kaffe", id=1,
)  # fmt: skip
BARE = Peer("Lillköping", MAY, None, None, None, None, None, date(2026, 6, 1), "", "", id=2)
OURS = [Ours(OCTOBER, 13, Share(40, 44), timedelta(minutes=50))]


@pytest.mark.parametrize(
    "shown",
    [Table([], [], TODAY), Table([ONE, BARE], OURS, TODAY)],
    ids=["empty", "two"],
)
def test_the_comparison(words, shown, snapshot):
    snapshot(peers.table(words, shown))


@pytest.mark.parametrize("peer", [None, ONE, BARE], ids=["new", "full", "bare"])
def test_the_form(words, peer, snapshot):
    snapshot(peers.form(words, peer, Origin("C1", 1), who="Amira", today=TODAY))


def test_the_form_for_a_table(words, snapshot):
    snapshot(peers.paste_form(words, Origin("C1")))


def test_the_fullest_comparison_keeps_within_the_limits(words):
    long = replace(ONE, name="<" * 80, counted_by="&" * 80, how="_" * 150)
    many = [replace(long, id=n, period=month(date(2026, n, 1))) for n in range(1, 6)]
    enforce_limits(peers.table(words, Table(many, OURS, TODAY))["blocks"])
    enforce_limits(peers.form(words, long, Origin("C1"), who="x" * 200, today=TODAY)["blocks"])
