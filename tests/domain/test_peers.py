"""Other pages' counts as people write them: read whole, or refused with a reason; nothing guessed."""

from dataclasses import replace
from datetime import date, timedelta

import pytest

from bot.domain.measures import Share
from bot.domain.peers import (
    PeerAnswersUnfit,
    PeerDayAhead,
    PeerNameUnfit,
    PeerNumberUnfit,
    TooManyPeers,
    Written,
    check_room,
    ours,
    peer,
)
from bot.domain.peers_table import RowUnfit, TableUnfit, read
from bot.domain.periods import PeriodUnreadable, month
from tests.reporting import full

TODAY = date(2026, 11, 27)
FULL = Written(
    name=" Region  Grannen ",
    period="oktober",
    followers="12 000",
    posts="14",
    comments="52",
    answered="37",
    median="1,5",
    counted=date(2026, 11, 3),
    counted_by="Amira",
    how="för hand",
)


def test_a_count_is_read_as_it_was_written():
    made = peer(FULL, today=TODAY)
    assert (made.name, made.period) == ("Region Grannen", month(date(2026, 10, 1)))
    assert (made.followers, made.share) == (12_000, Share(37, 52))
    assert made.median == timedelta(hours=1, minutes=30)


def test_what_was_not_counted_is_not_none():
    made = peer(replace(FULL, followers="", comments="", answered="", median=" "), today=TODAY)
    assert (made.followers, made.share, made.median) == (None, None, None)
    assert peer(replace(FULL, answered=""), today=TODAY).share is None


@pytest.mark.parametrize(
    ("wrong", "refusal"),
    [
        ({"name": " "}, PeerNameUnfit),
        ({"period": "hej"}, PeriodUnreadable),
        ({"period": " "}, PeriodUnreadable),
        ({"followers": "-1"}, PeerNumberUnfit),
        ({"followers": "många"}, PeerNumberUnfit),
        ({"posts": "1,5"}, PeerNumberUnfit),
        ({"followers": "9" * 13}, PeerNumberUnfit),
        ({"median": "1:30"}, PeerNumberUnfit),
        ({"answered": "53"}, PeerAnswersUnfit),
        ({"comments": "", "answered": "1"}, PeerAnswersUnfit),
        ({"counted": TODAY + timedelta(days=1)}, PeerDayAhead),
    ],
)
def test_what_is_wrong_is_refused_beside_its_field(wrong, refusal):
    with pytest.raises(refusal) as refused:
        peer(replace(FULL, **wrong), today=TODAY)
    field = getattr(refused.value, "field", None)
    assert field in {*wrong, None}


def test_there_is_room_for_five_with_names_of_their_own():
    one = peer(FULL, today=TODAY)
    with pytest.raises(PeerNameUnfit):
        check_room(one, [replace(one, name="REGION GRANNEN")])
    others = [replace(one, name=f"Sida {n}") for n in range(5)]
    check_room(one, others[:4])
    with pytest.raises(TooManyPeers):
        check_room(one, others)


def test_an_old_count_is_known_to_be_old():
    one = peer(FULL, today=TODAY)
    assert not one.is_old(TODAY)
    assert one.is_old(one.counted_on + timedelta(days=120))


def test_our_own_row_counts_every_comment_on_a_post():
    found = full().comments.now
    made = ours(month(TODAY), 14, found)
    assert (made.share, made.median) == (found.strict, found.first.clock.median)


@pytest.mark.parametrize("delimiter", [";", "\t", ","])
@pytest.mark.parametrize(
    "heads", ["Sida Period Besvarade Kommentarer", "PAGE period Answered Comments"]
)
def test_a_table_is_read_in_both_languages_and_from_excel(delimiter, heads):
    rows = [
        heads.split(),
        ["Region A", "oktober", "3", "12"],
        ["'=B", "q3", "", ""],
        ["", "", "", ""],
    ]
    text = "\n".join(delimiter.join(row) for row in rows)
    one, two = read(f"\ufeff{text}\r\n", today=TODAY, who="Amira")
    assert (one.name, one.share, one.counted_by, one.counted_on) == (
        "Region A", Share(3, 12), "Amira", TODAY,
    )  # fmt: skip
    assert (two.name, two.share) == ("=B", None)


@pytest.mark.parametrize("text", ["", "Sida;Period", "hej;hopp\na;b", '"', "Sida\nA"])
def test_what_is_no_table_is_refused(text):
    with pytest.raises(TableUnfit):
        read(text, today=TODAY, who="")


def test_a_row_that_is_not_fit_refuses_the_whole_table_with_its_line():
    with pytest.raises(RowUnfit) as refused:
        read("Sida;Period;Inlägg\nA;oktober;1\nB;oktober;x", today=TODAY, who="")
    assert refused.value.values["line"] == 3
    assert isinstance(refused.value.__cause__, PeerNumberUnfit)


def test_a_table_of_too_many_pages_is_refused():
    rows = "\n".join(f"Sida {n};oktober" for n in range(6))
    with pytest.raises(TooManyPeers):
        read(f"Sida;Period\n{rows}", today=TODAY, who="")
