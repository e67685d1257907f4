"""How posts were received: beside the usual of their kind, at the same age, without ranking."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.domain.counts import Kin, Metric, Snapshot, Standing, last_known, received, total, usual

DAY = date(2026, 11, 27)


def snapshot(reactions, age=7, views=None):
    counts = {Metric.REACTIONS: reactions, Metric.COMMENTS: 1, Metric.VIEWS: views}
    return Snapshot(DAY + timedelta(days=age), age, counts)


def kin(own, others):
    return Kin([own], [[other] for other in others], in_series=False)


@pytest.mark.parametrize(
    ("count", "standing"),
    [(1, Standing.LESS), (2, Standing.USUAL), (9, Standing.USUAL), (10, Standing.MORE)],
)
def test_half_of_the_posts_are_usual(count, standing):
    assert usual([1, 2, 3, 9, 40]).standing(count) is standing


def test_of_too_few_nothing_is_usual():
    assert usual([1, 2, 3, 4]) is None
    found = received(kin(snapshot(5), [snapshot(n) for n in range(4)]))
    assert (found.counts[Metric.REACTIONS], found.usual) == (5, {})


def test_what_was_never_counted_is_not_told():
    assert received(Kin([], [[snapshot(1)]] * 9, in_series=True)) is None


def test_posts_are_compared_at_the_same_age():
    old = [[snapshot(10 * n, age=7), snapshot(100 * n, age=30)] for n in range(1, 7)]
    young = received(Kin([snapshot(30, age=8)], old, in_series=True))
    assert young.usual[Metric.REACTIONS].median == 30
    settled = received(Kin([snapshot(30, age=40)], old, in_series=True))
    assert settled.usual[Metric.REACTIONS].median == 300
    between = received(Kin([snapshot(30, age=15)], old, in_series=True))
    assert between.usual == {}


def test_of_a_young_post_only_the_counts_are_told():
    found = received(kin(snapshot(3, age=1), [snapshot(n, age=1) for n in range(9)]))
    assert found.usual == {}


def test_a_count_that_is_not_told_is_not_none():
    others = [snapshot(n, views=None if n < 5 else 100) for n in range(9)]
    found = received(kin(snapshot(3), others))
    assert Metric.VIEWS not in found.usual
    assert found.counts[Metric.VIEWS] is None


def test_totals_say_of_how_many_posts_they_are():
    known = [last_known([snapshot(5, views=70), snapshot(6, age=8)]), last_known([snapshot(4)])]
    found = total(known, 3)
    assert found.sums[Metric.REACTIONS] == (10, 2)
    assert found.sums[Metric.VIEWS] == (70, 1)
    assert found.sums[Metric.SHARES] == (0, 0)


@given(st.lists(st.integers(0, 10_000), min_size=5))
def test_the_usual_lies_among_the_counts_and_in_order(counts):
    found = usual(counts)
    assert {found.low, found.median, found.high} <= set(counts)
    assert found.low <= found.median <= found.high
    assert sum(found.low <= each <= found.high for each in counts) * 2 >= len(counts)
