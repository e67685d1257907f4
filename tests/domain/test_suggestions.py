"""Which ideas fit a gap: outlet, season, variety, age, in this order."""

from dataclasses import replace
from datetime import UTC, date, datetime, time, timedelta
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.domain.ideas import Idea
from bot.domain.outlets import Slot
from bot.domain.routing import Routing, Where
from bot.domain.seasons import By, Days, Months
from bot.domain.suggestions import (
    MOST,
    ForOutlet,
    InSeason,
    KeptLongAgo,
    Neighbour,
    NothingAbout,
    Reason,
    Voted,
    suggest,
)
from bot.domain.text import links

OUTLETS = {1: "Facebook", 2: "Webb", 3: "Intranät"}
FIRST = datetime(2026, 9, 1, tzinfo=UTC)
NOW = datetime(2026, 11, 24, 7, 15, tzinfo=UTC)
GAP = Slot(date(2026, 12, 2), time(11), 1)


def idea(number: int, title: str, note: str = "") -> Idea:
    """An idea; those with a higher number are younger."""
    return Idea(
        id=number,
        title=title,
        note=note,
        links=links(note),
        permalink=None,
        author="U0AMIRA",
        created_at=FIRST + timedelta(days=number),
    )


def titles(*ideas: Idea, gap: Slot = GAP, beside: tuple[Neighbour, ...] = ()) -> list[str]:
    """What is suggested for *gap*, best first."""
    chosen = suggest([gap], ideas, outlets=OUTLETS, neighbours=beside, now=NOW)
    return [each.idea.title for each in chosen[gap]]


BETTER_AND_WORSE = {
    "the oldest comes first": ("Äldst", "Yngre"),
    "one that names the outlet before an older one": ("Yngre, till Facebook", "Äldst"),
    "one that names another outlet comes after a younger one": ("Yngre", "Nytt på webben"),
    "the outlet may stand in its inflected form": ("Yngre, på Facebooksidan", "Äldst"),
    "one that names the month before an older one": ("Tips i december", "Äldst"),
    "one that names the season before an older one": ("Yngre: vinterns virus", "Äldst"),
    "one that names another season comes last": ("Yngre", "Sommarens badplatser"),
    "the outlet counts for more than the season": ("Facebook i sommar", "Äldst i december"),
    "vår is our, not spring": ("Vår nya vårdcentral", "Yngre"),
    "jul is not juli": ("Yngre, om jul", "Semester i juli"),
}


@pytest.mark.parametrize(
    ("better", "worse"), BETTER_AND_WORSE.values(), ids=BETTER_AND_WORSE.keys()
)
def test_the_rule_decides_which_idea_comes_first(better: str, worse: str) -> None:
    younger_is_better = better.startswith(("Yngre", "Tips", "Facebook"))
    ages = (2, 1) if younger_is_better else (1, 2)
    ideas = [idea(ages[0], better), idea(ages[1], worse)]
    assert titles(*ideas) == [better, worse]
    assert titles(*reversed(ideas)) == [better, worse]


def test_the_outlet_may_be_named_in_the_note_or_in_a_link() -> None:
    note, link = idea(2, "B", "Passar facebook"), idea(3, "C", "https://www.facebook.com/x")
    assert titles(idea(1, "A"), note, link) == ["B", "C", "A"]


def test_an_idea_about_the_same_as_a_post_nearby_comes_later() -> None:
    ideas = [idea(1, "Vaccinera dig mot influensa"), idea(2, "Möt Lena")]
    near = Neighbour(date(2026, 11, 27), "Boka vaccination i dag")
    far = Neighbour(date(2026, 11, 20), "Boka vaccination i dag")
    assert titles(*ideas, beside=(near,)) == ["Möt Lena", "Vaccinera dig mot influensa"]
    assert titles(*ideas, beside=(far,)) == ["Vaccinera dig mot influensa", "Möt Lena"]


def test_no_idea_is_offered_twice_while_there_are_enough() -> None:
    gaps = [GAP, Slot(date(2026, 12, 4), time(11), 1)]
    ideas = [idea(n, f"Idé {n}") for n in range(1, 7)]
    chosen = suggest(gaps, ideas, outlets=OUTLETS, neighbours=[], now=NOW)
    assert [[one.idea.id for one in chosen[gap]] for gap in gaps] == [[1, 2, 3], [4, 5, 6]]


def test_with_few_ideas_every_gap_is_offered_some() -> None:
    gaps = [GAP, Slot(date(2026, 12, 4), time(11), 1), Slot(date(2026, 12, 7), time(11), 1)]
    ideas = [idea(n, f"Idé {n}") for n in range(1, 5)]
    chosen = suggest(gaps, ideas, outlets=OUTLETS, neighbours=[], now=NOW)
    assert [[one.idea.id for one in chosen[gap]] for gap in gaps] == [
        [1, 2, 3],
        [4, 1, 2],
        [3, 4, 1],
    ]


def test_without_ideas_nothing_is_offered() -> None:
    assert titles() == []


@given(st.permutations([idea(n, f"Idé {n % 3} facebook" * (n % 2)) for n in range(8)]))
def test_the_order_in_which_ideas_are_given_does_not_matter(ideas: list[Idea]) -> None:
    gaps = [GAP, Slot(date(2027, 1, 4), time(11), 2)]
    chosen = suggest(gaps, ideas, outlets=OUTLETS, neighbours=[], now=NOW)
    ordered = suggest(
        gaps, sorted(ideas, key=lambda i: i.id), outlets=OUTLETS, neighbours=[], now=NOW
    )
    assert chosen == ordered
    assert all(len(found) == MOST for found in chosen.values())


def why(one: Idea, *, gap: Slot = GAP, beside: tuple[Neighbour, ...] = ()) -> tuple[Reason, ...]:
    """The reasons why *one* is suggested for *gap*."""
    (found,) = suggest([gap], [one], outlets=OUTLETS, neighbours=beside, now=NOW)[gap]
    return found.reasons


BESIDE = (Neighbour(date(2026, 12, 4), "Öppet hus"),)
LONG_AGO = datetime(2026, 4, 1, tzinfo=UTC)
EXPLAINED: dict[str, tuple[dict[str, Any], tuple[Reason, ...]]] = {
    "nothing speaks for it": ({}, ()),
    "it was routed here": ({"routing": Routing(Where.OUTLET, outlet_id=1)}, (ForOutlet(1),)),
    "it was routed elsewhere, whatever its author chose": (
        {"routing": Routing(Where.OUTLET, outlet_id=2), "outlets": (1,)},
        (),
    ),
    "its author chose this outlet": ({"outlets": (1, 2)}, (ForOutlet(1),)),
    "its words name the outlet": ({"title": "På Facebook"}, (ForOutlet(1),)),
    "its author's choice counts for more than words": (
        {"title": "På Facebook", "outlets": (2,)},
        (),
    ),
    "its day is near": (
        {"season": Days(date(2026, 12, 3), date(2026, 12, 4))},
        (InSeason(Days(date(2026, 12, 3), date(2026, 12, 4))),),
    ),
    "its latest day comes soon": (
        {"season": By(date(2026, 12, 20))},
        (InSeason(By(date(2026, 12, 20))),),
    ),
    "its months are these": ({"season": Months(11, 1)}, (InSeason(Months(11, 1)),)),
    "its words name the month": ({"title": "Advent"}, (InSeason(Months(12, 12)),)),
    "its chosen season counts for more than words": (
        {"title": "Advent", "season": Months(6, 6)},
        (),
    ),
    "nothing else is about its tag": ({"tags": ("Vård", "vaccin")}, (NothingAbout("Vård"),)),
    "a post nearby is about its tag": ({"tags": ("öppet",)}, ()),
    "colleagues voted": ({"votes": 3}, (Voted(3),)),
    "it has waited long": ({"created_at": LONG_AGO}, (KeptLongAgo(LONG_AGO),)),
    "three reasons are enough": (
        {"outlets": (1,), "season": Months(12, 12), "votes": 3, "created_at": LONG_AGO},
        (ForOutlet(1), InSeason(Months(12, 12)), Voted(3)),
    ),
}


@pytest.mark.parametrize(("fields", "reasons"), EXPLAINED.values(), ids=EXPLAINED.keys())
def test_a_suggestion_says_why(fields: dict[str, Any], reasons: tuple[Reason, ...]) -> None:
    one = replace(idea(70, "Idé"), **fields)
    assert why(one, beside=BESIDE) == reasons


FIRST_AND_LATER: dict[str, tuple[dict[str, Any], dict[str, Any]]] = {
    "outlet before season": ({"outlets": (1,)}, {"season": Months(12, 12)}),
    "season before variety": ({"season": Months(12, 12), "tags": ("öppet",)}, {"votes": 9}),
    "variety before votes": ({}, {"tags": ("öppet",), "votes": 9}),
    "votes before age": ({"votes": 2}, {"votes": 1}),
    "no season before the wrong one": ({}, {"season": Months(6, 6), "votes": 9}),
    "a latest day far away is no other time": (
        {"season": By(date(2027, 12, 1)), "votes": 1},
        {"season": Months(6, 6)},
    ),
}


@pytest.mark.parametrize(("first", "later"), FIRST_AND_LATER.values(), ids=FIRST_AND_LATER.keys())
def test_each_reason_counts_for_more_than_the_next(
    first: dict[str, Any], later: dict[str, Any]
) -> None:
    younger, older = replace(idea(2, "A"), **first), replace(idea(1, "B"), **later)
    assert titles(older, younger, beside=BESIDE) == ["A", "B"]


def test_what_is_tied_to_a_day_or_a_week_is_suggested_near_it_only() -> None:
    gone = replace(idea(1, "Varit"), season=By(date(2026, 12, 1)))
    far = replace(idea(2, "Långt bort"), season=Days(date(2026, 12, 7), date(2026, 12, 14)))
    near = replace(idea(3, "Snart"), season=Days(date(2026, 12, 5), date(2026, 12, 6)))
    summer = replace(idea(4, "Bada"), season=Months(6, 8))
    assert titles(gone, far, near, summer) == ["Snart", "Bada"]


def test_what_was_put_off_until_after_the_gap_or_got_a_no_is_never_suggested() -> None:
    gone = replace(idea(1, "Nej"), routing=Routing(Where.NO, reason="gjort"))
    off = replace(idea(2, "Sen"), routing=Routing(Where.LATER, until=date(2026, 12, 3)))
    back = replace(idea(3, "Åter"), routing=Routing(Where.LATER, until=date(2026, 12, 2)))
    assert titles(gone, off, back) == ["Åter"]
