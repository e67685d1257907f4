"""What a post shows and needs, its siblings, the same text twice, its history."""

from dataclasses import replace
from datetime import date, time, timedelta

import pytest
from sqlite_utils import Database

from bot.domain.acts import cancelled, marked, moved, published, undone
from bot.domain.ideas import read
from bot.domain.media import Captions, Kind, Media, Persons, Ruling
from bot.domain.photos import Photo
from bot.domain.plan import Entry, Status
from bot.locales import Words
from bot.store import db as store_db
from bot.store import history, ideas, outlets, posts, shown
from bot.store.migrations import migrations
from tests.domain.test_ready import ZONE
from tests.make import AMIRA, JONAS, NOW

FRIDAY = date(2026, 11, 27)
ENTRY = Entry("Öppet hus", 1, FRIDAY, time(11), text="Välkommen!", owner=JONAS)
PHOTOS = (
    Photo("F1", "väg.jpg", 9, "En väg.", by=AMIRA),
    Photo("F2", "ram.png", 1, is_decorative=True),
)
MEDIA = Media(Kind.FILM, "Snö", Captions.SILENT, Persons.CHILD, "dnr 1", watch=True, photos=PHOTOS)


@pytest.fixture(autouse=True)
def settled(db):
    outlets.ensure_defaults(db, Words("sv"))


def test_everything_around_the_text_is_read_back_and_undone_with_the_post(db):
    post = posts.add(db, ENTRY, who=AMIRA, now=NOW)
    care = {
        "media": MEDIA,
        "ruling": Ruling(True, "Ja", JONAS),
        "waived": frozenset({"alt", "text"}),
        "watcher": AMIRA,
        "sibling": post.id,
    }
    after = posts.update(db, replace(post, **care), who=JONAS)
    assert after == replace(post, **care, revision=2)
    former = posts.former(db, post.id)
    back = posts.update(db, undone(after, former, 2, idea_is_free=True, now=NOW))
    assert back == replace(post, revision=3)


def test_each_act_stands_in_the_history_with_who_and_what_but_no_texts(db):
    post = posts.add(db, ENTRY, who=AMIRA, now=NOW)
    later = NOW + timedelta(hours=1)
    there = moved(post, date(2026, 12, 1), time(9), today=FRIDAY, zone=ZONE, now=later)
    post = posts.update(db, replace(there, text="Hemligt"), who=JONAS, note="Därför")
    post = posts.update(db, marked(post, Status.READY, now=later))
    assert [(c.revision, c.who, c.note) for c in history.of(db, post.id, limit=9)] == [
        (3, None, ""),
        (2, JONAS, "Därför"),
        (1, AMIRA, ""),
    ]
    (second,) = history.of(db, post.id, limit=1, before=3)
    assert second.changes == {
        "slot": ("2026-11-27 11:00", "2026-12-01 09:00"),
        "text": ("", ""),
    }
    assert second.at == later


def test_siblings_are_the_living_posts_of_a_group(db):
    first = posts.add(db, ENTRY, who=AMIRA, now=NOW)
    first = posts.update(db, replace(first, sibling=first.id))
    web = posts.add(db, replace(ENTRY, outlet_id=2), who=AMIRA, now=NOW, sibling=first.id)
    gone = posts.add(db, replace(ENTRY, outlet_id=3), who=AMIRA, now=NOW, sibling=first.id)
    gone = posts.update(db, cancelled(gone, now=NOW))
    alone = posts.add(db, ENTRY, who=AMIRA, now=NOW)
    assert posts.siblings(db, first) == [web]
    assert posts.siblings_of(db, [first, web, alone]) == {first.id: [web], web.id: [first]}
    assert posts.siblings_of(db, [alone]) == {}


def test_siblings_share_their_idea_and_it_is_free_when_the_last_is_cancelled(db):
    idea = ideas.add(db, read("Öppet hus"), author=AMIRA, now=NOW)
    entry = replace(ENTRY, idea_id=idea.id)
    first = posts.add(db, entry, who=AMIRA, now=NOW)
    first = posts.update(db, replace(first, sibling=first.id))
    web = posts.add(db, replace(entry, outlet_id=2), who=AMIRA, now=NOW, sibling=first.id)
    assert ideas.is_free(db, idea.id, besides=first.id)
    posts.update(db, cancelled(first, now=NOW))
    assert not ideas.is_free(db, idea.id)
    assert posts.of_idea(db, idea.id) == web
    posts.update(db, cancelled(web, now=NOW))
    assert ideas.is_free(db, idea.id)


SAME = {
    "another draft": ({}, None, True),
    "case and space": ({"text": " VÄLKOMMEN! \n"}, None, True),
    "another text": ({"text": "Hej"}, None, False),
    "no text": ({"text": " "}, None, False),
    "another outlet": ({"outlet_id": 2}, None, False),
    "published lately": ({}, NOW - timedelta(days=89), True),
    "published long ago": ({}, NOW - timedelta(days=90), False),
}


@pytest.mark.parametrize(("fields", "out", "same"), SAME.values(), ids=SAME)
def test_the_same_text_is_found_on_the_same_outlet(db, fields, out, same):
    other = posts.add(db, replace(ENTRY, **fields), who=AMIRA, now=NOW)
    if out:
        other = posts.update(db, published(other, None, now=out))
    post = posts.add(db, ENTRY, who=AMIRA, now=NOW)
    assert (posts.same_text(db, post, now=NOW) == other) is same


def test_the_same_text_is_found_by_an_index(db):
    plan = db.execute("explain query plan select * from posts where folded = 'x' and outlet_id = 1")
    assert "posts_folded" in str(plan.fetchall())


def test_posts_from_before_get_an_empty_care_a_fingerprint_and_a_beginning():
    connection = store_db.connect(":memory:")
    database = Database(connection)
    migrations.apply(database, stop_before="m012_lifecycle")
    outlets.ensure_defaults(database, Words("sv"))
    database.execute(
        "insert into posts (title, text, outlet_id, day, at, status, created_by, created_at,"
        " updated_at, revision, before) values ('Gammalt', 'Välkommen!', 1, '2026-11-27', '11:00',"
        " 'ready', ?, '2026-11-01T00:00:00.000000+00:00', '2026-11-02T00:00:00.000000+00:00', 4,"
        ' \'{"status": "draft"}\')',
        [AMIRA],
    )
    store_db.migrate(database)
    old = posts.get(database, 1)
    assert (old.media, old.ruling, old.sibling) == (Media(), None, None)
    assert [(c.revision, c.who) for c in history.of(database, 1, limit=9)] == [(1, AMIRA)]
    former = posts.former(database, 1)
    assert former == replace(old, status=Status.DRAFT)
    new = posts.add(database, ENTRY, who=AMIRA, now=NOW)
    assert posts.same_text(database, new, now=NOW) == old
    posts.update(database, marked(old, Status.DRAFT, now=NOW), who=JONAS)
    assert [c.revision for c in history.of(database, 1, limit=9)] == [5, 1]
    connection.close()


def test_what_was_stored_before_there_were_pictures_is_read_without_any(db):
    stored = (
        '{"kind": "picture", "alt": "En väg.", "captions": "none", "persons": "none",'
        ' "consent": "", "watch": false}'
    )
    assert shown.read(stored) == Media(Kind.PICTURE, "En väg.")
