"""Which ideas fit a gap: outlet, season, variety, age, in this order."""

from datetime import UTC, date, datetime, time, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.domain.ideas import Idea
from bot.domain.outlets import Slot
from bot.domain.suggestions import MOST, Neighbour, suggest
from bot.domain.text import links

OUTLETS = {1: "Facebook", 2: "Webb", 3: "Intranät"}
FIRST = datetime(2026, 9, 1, tzinfo=UTC)
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
    chosen = suggest([gap], ideas, outlets=OUTLETS, neighbours=beside)
    return [each.title for each in chosen[gap]]


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
    chosen = suggest(gaps, ideas, outlets=OUTLETS, neighbours=[])
    assert [[i.id for i in chosen[gap]] for gap in gaps] == [[1, 2, 3], [4, 5, 6]]


def test_with_few_ideas_every_gap_is_offered_some() -> None:
    gaps = [GAP, Slot(date(2026, 12, 4), time(11), 1), Slot(date(2026, 12, 7), time(11), 1)]
    ideas = [idea(n, f"Idé {n}") for n in range(1, 5)]
    chosen = suggest(gaps, ideas, outlets=OUTLETS, neighbours=[])
    assert [[i.id for i in chosen[gap]] for gap in gaps] == [[1, 2, 3], [4, 1, 2], [3, 4, 1]]


def test_without_ideas_nothing_is_offered() -> None:
    assert titles() == []


@given(st.permutations([idea(n, f"Idé {n % 3} facebook" * (n % 2)) for n in range(8)]))
def test_the_order_in_which_ideas_are_given_does_not_matter(ideas: list[Idea]) -> None:
    gaps = [GAP, Slot(date(2027, 1, 4), time(11), 2)]
    chosen = suggest(gaps, ideas, outlets=OUTLETS, neighbours=[])
    ordered = suggest(gaps, sorted(ideas, key=lambda i: i.id), outlets=OUTLETS, neighbours=[])
    assert chosen == ordered
    assert all(len(found) == MOST for found in chosen.values())
