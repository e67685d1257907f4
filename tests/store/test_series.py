"""Series in the database: kept as they are said, ended, and what has become of their dates."""

from dataclasses import replace
from datetime import date, time

import pytest

from bot.domain.outlets import Cadence
from bot.domain.plan import Entry, Status
from bot.domain.series import Pattern, SeriesGone, SeriesOutdated
from bot.domain.series_plan import Made
from bot.store import outlets, posts
from bot.store import series as store
from tests.make import AMIRA, JONAS, NOW

DAY = date(2026, 12, 1)
PATTERN = Pattern(
    name="Här jobbar jag",
    outlet_id=1,
    cadence=Cadence("FREQ=WEEKLY;INTERVAL=2;BYDAY=TU", time(11), later=1),
    first=date(2026, 11, 30),
    last=date(2027, 6, 24),
    owners=(JONAS, AMIRA),
    title="Här jobbar jag {nummer}",
    text="Vem är du?",
    on_free_days=True,
)


@pytest.fixture
def series(db):
    outlets.add(db, "Facebook")
    return store.add(db, PATTERN, who=AMIRA, now=NOW)


def put(db, day=DAY):
    return posts.add(db, Entry("Här jobbar jag", 1, day, time(11)), who=AMIRA, now=NOW)


def test_a_pattern_comes_back_as_it_was_said(db, series):
    assert store.get(db, series.id).pattern == PATTERN
    bare = replace(
        PATTERN, last=None, owners=(), on_free_days=False, cadence=replace(PATTERN.cadence, later=0)
    )
    assert store.change(db, series, bare).pattern == bare


def test_series_that_go_on_are_listed_in_swedish_order(db, series):
    for name in ("Ö", "Z", "Å", "a"):
        store.add(db, replace(PATTERN, name=name), who=AMIRA, now=NOW)
    store.end(db, series, NOW)
    assert [each.pattern.name for each in store.active(db)] == ["a", "Z", "Å", "Ö"]
    assert store.get(db, series.id).ended_at == NOW


def test_a_change_of_what_has_been_changed_is_refused(db, series):
    store.change(db, series, replace(PATTERN, text="Nytt"))
    with pytest.raises(SeriesOutdated):
        store.change(db, series, PATTERN)
    with pytest.raises(SeriesOutdated):
        store.end(db, series, NOW)
    with pytest.raises(SeriesGone):
        store.get(db, 404)


def test_what_became_of_a_date_is_kept_once_and_in_its_newest_state(db, series):
    post = put(db)
    store.keep(db, series.id, Made(DAY, post, 1))
    store.keep(db, series.id, Made(DAY, post, 2, withdrawn=True))
    assert store.made(db, series.id, DAY) == {DAY: Made(DAY, post, 2, withdrawn=True)}


def test_a_post_moved_ahead_is_found_with_a_date_that_is_over(db, series):
    store.keep(db, series.id, Made(DAY, put(db, date(2026, 12, 10)), 1))
    store.keep(db, series.id, Made(date(2026, 11, 17), put(db, date(2026, 11, 17)), 1))
    assert list(store.made(db, series.id, date(2026, 12, 5))) == [DAY]


def test_one_post_belongs_to_one_date(db, series):
    store.keep(db, series.id, Made(DAY, put(db), 1))
    assert store.name_of(db, 1) == "Här jobbar jag"
    assert store.name_of(db, put(db).id) == ""


def test_only_a_skip_without_a_post_is_forgotten(db, series):
    store.keep(db, series.id, Made(DAY, put(db), 1))
    store.keep(db, series.id, Made(date(2026, 12, 15)))
    assert not store.forget_skip(db, series.id, DAY)
    assert store.forget_skip(db, series.id, date(2026, 12, 15))
    assert list(store.made(db, series.id, DAY)) == [DAY]


def test_the_last_published_come_newest_first(db, series):
    for week in range(5):
        day = date(2026, 12, 1 + week * 7 % 28)
        post = posts.update(db, replace(put(db, day), status=Status.PUBLISHED))
        store.keep(db, series.id, Made(date(2026, 12, 1 + week), post, 1))
    store.keep(db, series.id, Made(date(2026, 12, 30), put(db, date(2026, 12, 30)), 1))
    found = store.published(db, series.id, limit=3)
    assert [post.day.day for post in found] == [22, 15, 8]
