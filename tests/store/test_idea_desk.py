"""Votes, where ideas belong, which wait, which are looked at for a gap; and the search's index."""

from datetime import date, time, timedelta

import pytest

from bot.domain.acts import cancelled
from bot.domain.ideas import IdeaGone, Thought, read
from bot.domain.plan import Entry
from bot.domain.routing import IdeaRouted, Routing, Where
from bot.domain.seasons import By, Days, Months
from bot.domain.suggestions import POOL
from bot.locales import Words
from bot.store import idea_desk, ideas, outlets, posts
from bot.store.migrations import migrations
from tests.make import AMIRA, JONAS, NOW

TODAY = NOW.date()


@pytest.fixture(autouse=True)
def _outlets(db):
    outlets.ensure_defaults(db, Words("sv"))


def keep(db, text="Höstlov", *, now=NOW, **fields):
    written = read(text)
    return ideas.add(
        db, Thought(written.title, written.note, written.tags, **fields), author=AMIRA, now=now
    )


def plan(db, idea):
    entry = Entry(idea.title, 1, date(2026, 11, 27), time(11), idea_id=idea.id)
    return posts.add(db, entry, who=AMIRA, now=NOW)


def titles(found):
    return [idea.title for idea in found]


def waiting(db, today=TODAY):
    found = ideas.waiting(db, today=today, limit=10)
    assert ideas.waiting_count(db, today=today) == len(found)
    return titles(found)


@pytest.mark.parametrize(
    "season",
    [None, Months(12, 2), By(TODAY), Days(TODAY, TODAY + timedelta(7))],
    ids=["none", "months", "latest", "week"],
)
def test_everything_about_an_idea_is_read_back_as_it_was_kept(db, season):
    idea = keep(db, "Höst #Vård", outlets=(1, 3), season=season)
    assert (idea.tags, idea.outlets, idea.season) == (("Vård",), (1, 3), season)
    changed = ideas.change(db, idea.id, Thought("Vår", "", ("skola",), (2,), None))
    assert (changed.tags, changed.outlets, changed.season) == (("skola",), (2,), None)


def test_each_person_has_one_vote_and_may_take_it_back(db):
    idea = keep(db)
    assert idea_desk.vote(db, idea.id, who=AMIRA).votes == 1
    assert idea_desk.vote(db, idea.id, who=JONAS).votes == 2
    assert idea_desk.vote(db, idea.id, who=AMIRA).votes == 1
    ideas.drop(db, idea.id, now=NOW)
    with pytest.raises(IdeaGone):
        idea_desk.vote(db, idea.id, who=AMIRA)


def test_a_new_idea_waits_until_it_is_routed_planned_or_dropped(db):
    first, second, third = (
        keep(db, name, now=NOW - timedelta(days=days))
        for name, days in (("A", 1), ("B", 3), ("C", 2))
    )
    assert waiting(db) == ["B", "C", "A"]
    idea_desk.route(db, first.id, Routing(Where.OUTLET, outlet_id=2, who=JONAS), decision=0)
    ideas.drop(db, second.id, now=NOW)
    post = plan(db, third)
    assert waiting(db) == []
    posts.update(db, cancelled(post, now=NOW))
    assert waiting(db) == ["C"]


def test_what_is_put_off_comes_back_on_its_day(db):
    idea = keep(db)
    later = Routing(Where.LATER, until=TODAY + timedelta(7), who=JONAS)
    idea_desk.route(db, idea.id, later, decision=0)
    assert waiting(db, TODAY + timedelta(6)) == []
    assert waiting(db, TODAY + timedelta(7)) == ["Höstlov"]


def test_the_second_who_decides_is_told_and_the_first_decision_stands(db):
    idea = keep(db)
    to_web = Routing(Where.OUTLET, outlet_id=2, who=JONAS)
    decided = idea_desk.route(db, idea.id, to_web, decision=0)
    assert (decided.routing, decided.decision) == (to_web, 1)
    with pytest.raises(IdeaRouted):
        idea_desk.route(db, idea.id, Routing(Where.NO, reason="nej"), decision=0)
    assert ideas.get(db, idea.id) == decided


def test_only_the_last_decision_can_be_undone_and_only_once(db):
    idea = keep(db)
    to_web = Routing(Where.OUTLET, outlet_id=2, who=JONAS)
    idea_desk.route(db, idea.id, to_web, decision=0)
    idea_desk.route(db, idea.id, Routing(Where.NO, reason="nej", who=AMIRA), decision=1)
    with pytest.raises(IdeaRouted):
        idea_desk.unroute(db, idea.id, decision=1)
    assert idea_desk.unroute(db, idea.id, decision=2).routing == to_web
    for decision in (2, 3):
        with pytest.raises(IdeaRouted):
            idea_desk.unroute(db, idea.id, decision=decision)


def test_an_idea_that_got_a_no_is_neither_offered_nor_looked_at_but_may_be_planned(db):
    idea = keep(db)
    idea_desk.route(db, idea.id, Routing(Where.NO, reason="gjort", who=JONAS), decision=0)
    assert ideas.free(db) == idea_desk.pool(db, [TODAY], [1]) == []
    assert ideas.is_free(db, idea.id)
    assert titles(ideas.search(db, limit=5)) == ["Höstlov"]


def test_beside_the_oldest_those_are_looked_at_for_which_something_speaks(db):
    for number in range(POOL + 5):
        keep(db, f"Gammal {number}", now=NOW - timedelta(days=400 - number))
    voted, routed, off, back = (keep(db, name) for name in ("Röster", "Kanal", "Sen", "Åter"))
    idea_desk.vote(db, voted.id, who=AMIRA)
    idea_desk.route(db, routed.id, Routing(Where.OUTLET, outlet_id=2), decision=0)
    for idea, days in ((off, 30), (back, 5)):
        until = Routing(Where.LATER, until=TODAY + timedelta(days))
        idea_desk.route(db, idea.id, until, decision=0)
    keep(db, "Vinter", season=Months(12, 2))
    keep(db, "Vecka", season=Days(date(2026, 11, 30), date(2026, 12, 7)))
    keep(db, "Senast", season=By(date(2026, 12, 24)))
    keep(db, "Sommar", season=Months(6, 8))
    found = titles(idea_desk.pool(db, [TODAY, date(2026, 12, 7)], [1, 2]))
    special = {"Röster", "Kanal", "Åter", "Vinter", "Vecka", "Senast"}
    assert set(found[POOL:]) == special
    assert len(found) == len(set(found)) == POOL + len(special)


def test_the_queries_of_every_list_use_an_index_of_their_own(db):
    seen = []
    with db.tracer(lambda sql, values: seen.append((sql, values))):
        ideas.titled(db, "x")
        ideas.free(db)
        ideas.echo(db, Thought("x"), author=AMIRA, now=NOW)
        ideas.waiting(db, today=TODAY, limit=5)
        idea_desk.pool(db, [TODAY], [1])
    asked = [(sql, values) for sql, values in seen if sql.startswith("select")]
    plans = [
        [row[3] for row in db.execute(f"explain query plan {sql}", values).fetchall()]
        for sql, values in asked
    ]
    assert len(plans) == 13
    for steps in plans:
        assert all("USING INDEX" in step for step in steps), steps


@pytest.mark.parametrize(
    "words",
    ["#vård", "#VÅRD höst", "höst #vård-2026", "#va\u030ard", "#vård #vård_2026"],
)
def test_ideas_are_found_by_tag(db, words):
    keep(db, "Höstlov #Vård #vård-2026")
    keep(db, "Höst i vården #vårdcentral #2026")
    assert titles(ideas.search(db, words, limit=5)) == ["Höstlov"]


NONSENSE = [
    '"', '""', "'", "*", "**", "AND", "OR NOT", "NEAR(a, b)", "a NEAR b", "words:x", "tags : x", "^a",
    "-a", "+a", "(", "a)", "{a b}", "\\", "%", "_", "🎉", "#", "##", "#*", '#"', "a\x00b", "\ud83d",
    "; drop table ideas", "x" * 5000, "ord " * 3000, "#tag " * 1000, "\u200b", "ﬁ", "ß",
]  # fmt: skip


@pytest.mark.parametrize("words", NONSENSE, ids=range(len(NONSENSE)))
def test_no_search_can_fail_or_find_what_does_not_hold_it(db, words):
    keep(db, "Åtgärd #vaccin")
    assert len(ideas.search(db, words, limit=5)) <= 1


def test_a_search_follows_every_change(db):
    idea = keep(db, "Höstlov #vård")
    ideas.change(db, idea.id, read("Sportlov #skola"))
    assert ideas.search(db, "höstlov", limit=5) == ideas.search(db, "#vård", limit=5) == []
    assert titles(ideas.search(db, "#skola sport", limit=5)) == ["Sportlov"]
    ideas.drop(db, idea.id, now=NOW)
    assert ideas.search(db, "sport", limit=5) == []


def test_ideas_from_before_can_be_found_known_and_routed_and_planned_ones_stay_planned():
    from sqlite_utils import Database  # noqa: PLC0415

    from bot.store import db as store_db  # noqa: PLC0415

    connection = store_db.connect(":memory:")
    old = Database(connection)
    migrations.apply(old, stop_before="m009_idea_bank")
    outlets.ensure_defaults(old, Words("sv"))
    for number, gone in ((1, None), (2, None), (3, "2026-11-02T00:00:00.000000+00:00")):
        old.execute(
            "insert into ideas (id, title, note, links, author, created_at, dropped_at, search)"
            " values (?, 'ÅTGÄRD', 'i vården', '[]', 'U0AMIRA', ?, ?, '')",
            [number, "2026-11-01T00:00:00.000000+00:00", gone],
        )
    old.execute(
        "insert into posts (title, text, outlet_id, day, at, status, idea_id, created_by,"
        " created_at, updated_at, revision)"
        " values ('x', '', 1, '2026-11-27', '11:00', 'draft', 1, 'U0AMIRA', '', '', 1)"
    )
    store_db.migrate(old)
    assert [idea.id for idea in ideas.search(old, "åtg vården", limit=5)] == [2, 1]
    assert [idea.id for idea in ideas.free(old)] == [2]
    assert [idea.id for idea in ideas.waiting(old, today=TODAY, limit=5)] == [2]
    found = ideas.titled(old, "åtgärd")
    assert found is not None
    assert found.id == 2
    connection.close()
