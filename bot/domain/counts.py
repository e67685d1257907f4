"""How posts were received, calmly: beside what is usual for their own kind, and nothing else.

A post is compared with the others of its series, or of its outlet where it belongs to none, over
half a year and at the same age: the median and the range in which half of them lie. There is no
record, no arrow and no ranking. What the page does not tell is not there, which is not none.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum
from math import ceil

FOLLOWED = timedelta(days=35)
"""How long after it came out a post is counted."""

COMPARED = timedelta(days=183)
"""Half a year: how far back the usual is looked for."""

FEWEST = 5
"""Of fewer posts nothing usual is said."""

YOUNG = 3
"""Days; of a younger post nothing is said."""

SETTLED = 28
"""Days after which a post hardly moves: from then on all ages are alike."""

NEAR = 1
"""Days by which two ages may differ and still be the same."""


class Metric(StrEnum):
    """What is counted of a post."""

    REACTIONS = "reactions"
    COMMENTS = "comments"
    SHARES = "shares"
    VIEWS = "views"


class Standing(StrEnum):
    """How a count stands beside what is usual."""

    USUAL = "usual"
    MORE = "more"
    LESS = "less"


Counted = Mapping[Metric, int | None]
"""What was counted; None for what the page does not tell."""


@dataclass(frozen=True, slots=True)
class Snapshot:
    """The counts of a post on one day, at an *age* in days."""

    day: date
    age: int
    counts: Counted


@dataclass(frozen=True, slots=True)
class Kin:
    """All the snapshots of a post, in order, and those of the posts of its kind."""

    own: Sequence[Snapshot]
    others: Sequence[Sequence[Snapshot]]
    in_series: bool


@dataclass(frozen=True, slots=True)
class Usual:
    """The median of some counts, and between what half of them lie."""

    median: int
    low: int
    high: int

    def standing(self, count: int) -> Standing:
        """Say how *count* stands beside it."""
        if count > self.high:
            return Standing.MORE
        return Standing.LESS if count < self.low else Standing.USUAL


@dataclass(frozen=True, slots=True)
class Received:
    """How a post was received up to *day*: its counts, and what is usual where that is known.

    *in_series* says whether the usual is that of its series or of its outlet.
    """

    day: date
    counts: Counted
    usual: Mapping[Metric, Usual]
    in_series: bool


@dataclass(frozen=True, slots=True)
class Totals:
    """What *posts* posts came to: by metric the sum, and of how many posts it is known."""

    posts: int
    sums: Mapping[Metric, tuple[int, int]]


def received(kin: Kin) -> Received | None:
    """Say how a post was received; None where it was never counted."""
    if not kin.own:
        return None
    newest = kin.own[-1]
    found = {metric: usual(_alike(newest, metric, kin.others)) for metric in Metric}
    known = {metric: it for metric, it in found.items() if it and newest.age >= YOUNG}
    return Received(newest.day, newest.counts, known, kin.in_series)


def usual(counts: Iterable[int]) -> Usual | None:
    """Return what is usual among *counts*; None of too few.

    >>> usual([1, 2, 3, 9, 40])
    Usual(median=3, low=2, high=9)
    """
    found = sorted(counts)
    if len(found) < FEWEST:
        return None
    median, low, high = (found[ceil(len(found) * part / 4) - 1] for part in (2, 1, 3))
    return Usual(median, low, high)


def total(newest: Sequence[Counted], posts: int) -> Totals:
    """Add up the last known counts of some posts."""
    sums = {}
    for metric in Metric:
        known = [count for each in newest if (count := each.get(metric)) is not None]
        sums[metric] = (sum(known), len(known))
    return Totals(posts, sums)


def last_known(snapshots: Sequence[Snapshot]) -> Counted:
    """Return for each metric the newest count that the page told."""
    found: dict[Metric, int | None] = {}
    for snapshot in snapshots:
        told = {metric: count for metric, count in snapshot.counts.items() if count is not None}
        found.update(told)
    return found


def _alike(own: Snapshot, metric: Metric, others: Sequence[Sequence[Snapshot]]) -> list[int]:
    """Return the counts of the others when they were as old."""
    found = []
    for other in others:
        known = [each for each in other if each.counts.get(metric) is not None]
        near = min(known, key=lambda each: _distance(own, each), default=None)
        count = near.counts.get(metric) if near and _distance(own, near) <= NEAR else None
        if count is not None:
            found.append(count)
    return found


def _distance(one: Snapshot, other: Snapshot) -> int:
    return abs(min(one.age, SETTLED) - min(other.age, SETTLED))
