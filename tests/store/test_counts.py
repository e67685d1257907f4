"""What was counted of a post and its kind, and the newest of each count."""

from datetime import date, timedelta

import pytest

from bot.domain.counts import Metric, received
from bot.domain.series_plan import Made
from bot.store import counts, outlets, series
from tests import counted
from tests.commands import say
from tests.make import AMIRA, NOW
from tests.store.test_series import PATTERN

DAY = date(2026, 10, 5)


@pytest.fixture
def db(db):
    outlets.add(db, "Facebook")
    return db


def test_a_post_is_beside_its_outlet_and_in_a_series_beside_that(db):
    made = [counted.published(db, n, DAY + timedelta(days=n), reactions=n) for n in range(7)]
    own = made[-1]
    alone = counts.kin(db, own)
    assert (alone.in_series, len(alone.others)) == (False, 6)
    assert received(alone).usual[Metric.REACTIONS].median == 2
    kept = series.add(db, PATTERN, who=AMIRA, now=NOW)
    for post in (made[0], own):
        series.keep(db, kept.id, Made(post.day, post, 1))
    found = counts.kin(db, own)
    assert (found.in_series, len(found.others)) == (True, 1)


def test_what_is_older_than_half_a_year_or_later_is_not_compared(db):
    own = counted.published(db, 1, DAY, reactions=1)
    counted.published(db, 2, DAY - timedelta(days=184), reactions=1)
    counted.published(db, 3, DAY + timedelta(days=1), reactions=1)
    assert counts.kin(db, own).others == []


def test_counting_again_on_the_same_day_corrects_it(db):
    own = counted.published(db, 1, DAY, reactions=1, views=9)
    counts.keep(db, DAY + timedelta(days=7), "p1", 2, None, None)
    counts.keep(db, DAY + timedelta(days=8), "p1", 3, None, None)
    counts.keep(db, DAY + timedelta(days=8), "unknown", 3, None, None)
    (first, second) = counts.kin(db, own).own
    assert (first.counts[Metric.REACTIONS], second.counts[Metric.REACTIONS]) == (2, 3)
    assert counts.newest(db, [own.id, 99]) == {
        own.id: {Metric.REACTIONS: 3, Metric.COMMENTS: 0},
    }


def test_the_card_and_the_report_tell_it(deps):
    with deps.transaction() as db:
        for n in range(7):
            counted.published(db, n, date(2026, 11, 3 + n), reactions=n, views=100)
    said = say(deps, "report", "november", user=AMIRA)["text"]
    assert "Reaktioner på inläggen:* 21, från 7 av 7 inlägg" in said
    assert "Delningar av inläggen:* 6, från 7 av 7 inlägg" in said
