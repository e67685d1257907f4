"""The year wheel as it is stored: one of each label, an idea once a year, whatever happens to it."""

from datetime import date, time

import pytest

from bot.domain.plan import Entry as Planned
from bot.domain.routing import Where
from bot.domain.wheel import (
    AUTHOR,
    MOST_ITEMS,
    WheelFull,
    WheelItemGone,
    WheelLabelTaken,
    entry,
)
from bot.locales import Words
from bot.store import idea_desk, ideas, outlets, posts, wheel
from tests.make import NOW

TODAY = date(2026, 11, 24)
AIDS = entry("Världsaidsdagen", "1/12", outlet=1, tags="hiv", note="Fråga")


@pytest.fixture
def db(db):
    outlets.ensure_defaults(db, Words("sv"))
    return db


def make(db, today=TODAY):
    return [idea.title for idea in wheel.make_ideas(db, today=today, now=NOW)]


def test_what_is_added_is_there_as_it_was_said(db):
    item = wheel.add(db, AIDS)
    assert item.entry == AIDS
    assert wheel.items(db) == [item]
    assert wheel.get(db, item.id) == item


def test_a_label_is_there_once_whatever_its_case(db):
    item = wheel.add(db, AIDS)
    with pytest.raises(WheelLabelTaken):
        wheel.add(db, entry("VÄRLDSAIDSDAGEN ", "2/12"))
    other = wheel.add(db, entry("Annan", "2/12"))
    with pytest.raises(WheelLabelTaken):
        wheel.change(db, other.id, AIDS)
    assert wheel.change(db, item.id, entry("världsaidsdagen", "2/12")).entry.label[0] == "v"


def test_what_is_removed_can_be_put_back_once(db):
    item = wheel.add(db, AIDS)
    wheel.remove(db, item.id, now=NOW)
    assert wheel.items(db) == []
    for act in (wheel.get, lambda db, i: wheel.remove(db, i, now=NOW)):
        with pytest.raises(WheelItemGone):
            act(db, item.id)
    assert wheel.restore(db, item.id) == item
    with pytest.raises(WheelItemGone):
        wheel.restore(db, item.id)


def test_what_was_removed_does_not_come_back_beside_its_successor(db):
    item = wheel.add(db, AIDS)
    wheel.remove(db, item.id, now=NOW)
    wheel.add(db, AIDS)
    with pytest.raises(WheelLabelTaken):
        wheel.restore(db, item.id)


def test_the_wheel_has_an_end(db):
    for number in range(MOST_ITEMS):
        wheel.add(db, entry(f"Dag {number}", "1/7"))
    with pytest.raises(WheelFull):
        wheel.add(db, AIDS)


def test_reading_the_same_in_again_does_nothing(db):
    assert wheel.put(db, AIDS)
    assert not wheel.put(db, AIDS)
    assert wheel.put(db, entry("Världsaidsdagen", "2/12"))
    assert [item.entry.when.code for item in wheel.items(db)] == ["D 12 2"]


def test_an_idea_is_made_in_good_time_and_waits_to_be_routed(db):
    wheel.add(db, AIDS)
    assert make(db, date(2026, 10, 5)) == []
    assert make(db, date(2026, 10, 6)) == ["Världsaidsdagen"]
    (idea,) = ideas.waiting(db, today=TODAY, limit=9)
    assert (idea.author, idea.tags, idea.outlets) == (AUTHOR, ("hiv",), (1,))
    assert idea.season is not None
    assert idea.season.fit(date(2026, 12, 1)) == 0
    assert idea.routing.where is Where.WAITING


def test_an_idea_is_made_once_a_year(db):
    wheel.add(db, AIDS)
    made = [make(db, day) for day in (TODAY, TODAY, date(2026, 12, 2), date(2027, 10, 6))]
    assert made == [["Världsaidsdagen"], [], [], ["Världsaidsdagen"]]


def test_a_dropped_idea_is_not_made_again_that_year(db):
    item = wheel.add(db, AIDS)
    (idea,) = wheel.make_ideas(db, today=TODAY, now=NOW)
    ideas.drop(db, idea.id, now=NOW)
    wheel.remove(db, item.id, now=NOW)
    wheel.restore(db, item.id)
    wheel.change(db, item.id, entry("Världsaidsdagen", "2/12"))
    assert make(db) == []


def test_the_year_is_the_days_own_where_the_lead_time_crosses_new_year(db):
    wheel.add(db, entry("Cancerdagen", "4/2"))
    wheel.add(db, entry("Nyårsveckan", "v. 53"))
    assert make(db, date(2026, 12, 10)) == ["Nyårsveckan", "Cancerdagen"]
    assert make(db, date(2027, 1, 3)) == []
    assert make(db, date(2027, 12, 10)) == ["Cancerdagen"]  # 2027 has no week 53


def test_an_outlet_that_is_retired_is_left_out(db):
    wheel.add(db, AIDS)
    outlets.retire(db, 1, now=NOW)
    (idea,) = wheel.make_ideas(db, today=TODAY, now=NOW)
    assert idea.outlets == ()


def test_what_comes_is_told_by_day(db):
    wheel.add(db, AIDS)
    wheel.add(db, entry("Cancerdagen", "4/2"))
    assert wheel.coming(db, TODAY, date(2027, 2, 5)) == [
        (date(2026, 12, 1), "Världsaidsdagen"),
        (date(2027, 2, 4), "Cancerdagen"),
    ]


def test_an_idea_of_weeks_is_suggested_in_each_of_them(db):
    wheel.add(db, entry("Sportlov", "v. 7–9"))
    (idea,) = wheel.make_ideas(db, today=date(2026, 12, 24), now=NOW)
    for n in range(500):  # older ones that fill the pool
        db.execute(
            "insert into ideas (title, note, links, author, created_at)"
            " values (?, '', '[]', 'U1', '2020-01-01T00:00:00.000000+00:00')",
            [f"Idé {n}"],
        )
    for day in (date(2027, 2, 15), date(2027, 3, 7)):
        assert idea.id in {each.id for each in idea_desk.pool(db, [day], [1])}
    assert idea.id not in {each.id for each in idea_desk.pool(db, [date(2027, 3, 20)], [1])}


def test_a_planned_idea_is_not_made_again(db):
    wheel.add(db, AIDS)
    (idea,) = wheel.make_ideas(db, today=TODAY, now=NOW)
    when = Planned(idea.title, 1, date(2026, 12, 1), time(11), idea_id=idea.id)
    posts.add(db, when, who="U1", now=NOW)
    assert make(db) == []
