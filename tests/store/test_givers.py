"""Who brought the pictures of a version that did not keep it: where one alone can have, that one."""

import json
from datetime import UTC, date, time

import pytest

from bot.domain import publishing_acts
from bot.domain.ideas import Thought
from bot.domain.media import NOTHING, Kind
from bot.domain.plan import Entry
from bot.domain.publishing import Fate, fate
from bot.locales import Words
from bot.store import ideas, outlets, posts, publications, reserves
from bot.store.db import stamp
from bot.store.migrations.givers import m046_givers
from tests.make import AMIRA, JONAS, NOW

AT = stamp(NOW)
KEPT = {"file": "F1", "name": "väg.jpg", "size": 9, "alt": "En väg.", "is_decorative": False}
MEDIA = json.dumps({
    "kind": "picture", "alt": "", "captions": "none", "persons": "none", "consent": "",
    "watch": False, "photos": [KEPT, {**KEPT, "file": "F2"}],
}, ensure_ascii=False)  # fmt: skip
GOES_OUT = [{"file": f, "name": "väg.jpg", "alt": "En väg.", "page_photo_id": None}
            for f in ("F1", "F2")]  # fmt: skip
KEEPER = "U0KEEPER"


@pytest.fixture
def old(db):
    """A post with two pictures that waits to go out, and a reserve with the same, as they were."""
    outlets.ensure_defaults(db, Words("sv"))
    idea = ideas.add(db, Thought("Så"), author=AMIRA, now=NOW)
    post = posts.add(db, Entry("Så", 1, date(2026, 12, 2), time(11), text="Så"), who=AMIRA, now=NOW)
    decided = {"link": None, "who": AMIRA, "is_planned": True, "now": NOW, "zone": UTC}
    publications.add(db, publishing_acts.decided(post, None, **decided))
    reserves.keep(db, idea.id, NOTHING, now=NOW)
    db.execute("update posts set media = ?, status = 'ready'", [MEDIA])
    db.execute("update reserves set media = ?", [MEDIA])
    db.execute("update publications set pictures = ?", [json.dumps(GOES_OUT)])
    return db


def changed(db, revision, who, changes):
    db.execute(
        "insert into post_history values (1, ?, ?, ?, ?, '')",
        [revision, AT, who, json.dumps(changes)],
    )


def kept(db, who):
    db.execute("insert into audit (at, who, act, subject, detail)"
               " values (?, ?, 'reserve.kept', 'idea:1', '{}')", [AT, who])  # fmt: skip


def givers(db):
    """Bring the file up to date; return who brought the pictures of the post."""
    m046_givers(db)
    post, (publication,) = posts.get(db, 1), publications.active(db)
    assert post.media.kind is Kind.PICTURE
    assert [(p.file, p.name, p.alt) for p in post.media.photos] == [
        ("F1", "väg.jpg", "En väg."),
        ("F2", "väg.jpg", "En väg."),
    ]
    assert fate(publication, post) is Fate.KEEP, "what waits to go out is the same as before"
    return [photo.by for photo in post.media.photos]


def test_where_one_person_alone_has_changed_what_a_post_shows_they_brought_it(old):
    changed(old, 2, AMIRA, {"media": ["", ""]})
    changed(old, 3, JONAS, {"text": ["", ""]})
    assert givers(old) == [AMIRA, AMIRA]


def test_what_undo_brings_back_has_its_giver_too(old):
    changed(old, 2, AMIRA, {"media": ["", ""]})
    old.execute(
        "update posts set before = ?", [json.dumps({"title": "Så", "media": json.loads(MEDIA)})]
    )
    assert givers(old) == [AMIRA, AMIRA]
    (said,) = old.execute("select before from posts").fetchone()
    assert [photo["by"] for photo in json.loads(said)["media"]["photos"]] == [AMIRA, AMIRA]


def test_who_is_not_known_may_be_anybody(old):
    changed(old, 2, None, {"media": ["", ""]})
    changed(old, 3, JONAS, {"media": ["", ""]})
    assert givers(old) == ["", ""]


def test_of_several_nobody_knows_who_brought_which(old):
    changed(old, 2, AMIRA, {"media": ["", ""]})
    changed(old, 3, JONAS, {"media": ["", ""]})
    assert givers(old) == ["", ""]


def test_whoever_kept_a_reserve_brought_its_pictures_and_those_of_the_post_made_of_it(old):
    kept(old, KEEPER)
    old.execute("update posts set idea_id = 1")
    assert givers(old) == [KEEPER, KEEPER]
    assert [photo.by for photo in reserves.media(old, 1).photos] == [KEEPER, KEEPER]


def test_a_reserve_whose_pictures_somebody_else_changed_on_the_post_is_nobodys(old):
    kept(old, KEEPER)
    old.execute("update posts set idea_id = 1")
    changed(old, 2, AMIRA, {"media": ["", ""]})
    assert givers(old) == ["", ""]


def test_what_shows_nothing_stays_as_it_was(old):
    changed(old, 2, AMIRA, {"media": ["", ""]})
    old.execute("update posts set media = '{}'")
    old.execute("update publications set pictures = '[]'")
    m046_givers(old)
    assert old.execute("select media from posts").fetchall() == [("{}",)]
    assert old.execute("select pictures from publications").fetchall() == [("[]",)]
