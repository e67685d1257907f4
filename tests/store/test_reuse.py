"""Which published posts are looked at for a gap, and how fresh their content is."""

from dataclasses import replace
from datetime import date, time

import pytest

from bot.domain.acts import cancelled
from bot.domain.ideas import Thought
from bot.domain.outlets import Slot
from bot.domain.plan import Entry, PostGone, Status
from bot.domain.seasons import Days, Months
from bot.locales import Words
from bot.store import ideas, outlets, posts, reuse
from tests.make import AMIRA, NOW

GAP = Slot(date(2026, 12, 9), time(11), 1)
YEAR = date(2025, 12, 9)


@pytest.fixture(autouse=True)
def _outlets(db):
    outlets.ensure_defaults(db, Words("sv"))


def put(db, day, *, outlet=1, status=Status.PUBLISHED, idea=None, sibling=None, link=None):
    entry = Entry("Boka tid", outlet, day, time(11), idea_id=idea)
    post = posts.add(db, entry, who=AMIRA, now=NOW, sibling=sibling)
    if status is Status.DRAFT:
        return post
    return posts.update(db, replace(post, status=status, link=link))


def seen(db):
    return {each.post.id: each for each in reuse.formers(db, [GAP])}


def test_the_year_before_on_the_outlet_is_looked_at(db):
    first, last = put(db, date(2025, 11, 18)), put(db, date(2025, 12, 30))
    put(db, date(2025, 11, 17))
    put(db, date(2025, 12, 31))
    put(db, YEAR, outlet=2)
    put(db, YEAR, status=Status.DRAFT)
    put(db, YEAR, status=Status.CANCELLED)
    assert set(seen(db)) == {first.id, last.id}


def test_so_is_what_is_of_a_season_that_comes_back(db):
    def tied(season):
        said = Thought("Boka tid", season=season)
        return put(db, date(2026, 1, 20), idea=ideas.add(db, said, author=AMIRA, now=NOW).id)

    winter = tied(Months(12, 2))
    tied(Days(date(2026, 1, 19), date(2026, 1, 26)))
    put(db, date(2026, 1, 20))
    found = seen(db)
    assert {number: each.season for number, each in found.items()} == {winter.id: Months(12, 2)}


def test_its_content_is_as_fresh_as_what_was_made_of_it_or_stands_beside_it(db):
    alone, reused, twin = put(db, YEAR), put(db, YEAR), put(db, YEAR)
    posts.update(db, replace(twin, sibling=twin.id))
    made = put(db, date(2026, 6, 1), status=Status.DRAFT)
    reuse.note(db, made, reused)
    put(db, date(2026, 7, 1), outlet=2, status=Status.DRAFT, sibling=twin.id)
    newest = {number: each.newest for number, each in seen(db).items()}
    assert newest == {alone.id: YEAR, reused.id: date(2026, 6, 1), twin.id: date(2026, 7, 1)}
    posts.update(db, cancelled(made, now=NOW))
    assert seen(db)[reused.id].newest == YEAR
    assert reuse.source(db, made.id).id == reused.id
    assert reuse.source(db, alone.id) is None


def test_praise_is_counted_under_the_posts_link(db):
    praised = put(db, YEAR, link="https://facebook.example/1")
    put(db, YEAR)
    db.execute(
        "insert into page_posts (id, message, permalink, created_at) values ('1', '', 'https://facebook.example/1', '2025')"
    )
    for number in (1, 2):
        db.execute(
            "insert into comments (id, post_id, text, created_at, is_hidden, from_page, seen_at)"
            " values (?, '1', '', '2025', 0, 0, '2025')",
            [str(number)],
        )
    db.execute(
        "insert into relays (comment_id, state, praised_at, relayed_at)"
        " values ('1', 'new', '2025', '2025'), ('2', 'new', null, '2025')"
    )
    assert {number: each.praise for number, each in seen(db).items() if each.praise} == {
        praised.id: 1
    }


def test_only_what_is_published_can_be_made_anew(db):
    draft = put(db, YEAR, status=Status.DRAFT)
    for number in (draft.id, 404):
        with pytest.raises(PostGone):
            reuse.former(db, number)


def test_each_query_uses_an_index(db):
    asked = []
    with db.tracer(lambda sql, values: asked.append((sql, values))):
        reuse.formers(db, [GAP])
    named = [(sql, values) for sql, values in asked if "published" in sql]
    assert len(named) == 2
    for sql, values in named:
        steps = [row[3] for row in db.execute(f"explain query plan {sql}", values).fetchall()]
        assert any("SEARCH posts USING INDEX posts_out" in step for step in steps), steps
