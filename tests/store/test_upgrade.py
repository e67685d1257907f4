"""A file that the first version filled, row by row in every table, is a file of today's."""

from concurrent.futures import ThreadPoolExecutor
from datetime import date, time

import pytest
from sqlite_utils import Database

from bot.domain.outlets import Cadence, Slot
from bot.domain.plan import Status
from bot.domain.routing import Where
from bot.store import backup, comments, gaps, history, ideas, outbox, outlets, posts
from bot.store import db as store_db
from bot.store.db import Store
from bot.store.migrations import migrations
from tests.make import NOW

FIRST_AFTER = "m007_team"
AT = "2026-11-01T08:00:00.000000+00:00"
BEFORE = (
    '{"title": "Öppet", "text": "", "outlet_id": 1, "day": "2026-12-02", "at": "11:00",'
    ' "owner": null, "status": "draft", "idea_id": null, "link": null, "published_at": null,'
    f' "updated_at": "{AT}"}}'
)
ROWS = {
    "outlets": [(1, "Facebook", "FREQ=WEEKLY;BYDAY=MO", "11:00", 0), (2, "Webb", None, None, 1)],
    "ideas": [
        (1, "Fånga våren", "blå", '["https://a.example"]', None, "U1", AT, None, "fånga våren blå"),
        (2, "Släppt", "", "[]", None, "U1", AT, AT, "släppt"),
    ],
    "posts": [
        (
            1,
            "Öppet hus",
            "Välkommen!",
            1,
            "2026-12-02",
            "11:00",
            "U1",
            "ready",
            1,
            None,
            "U1",
            AT,
            AT,
            None,
            2,
            BEFORE,
        ),
        (
            2,
            "Förra",
            "Hej",
            2,
            "2026-10-02",
            "11:00",
            None,
            "published",
            None,
            "https://b.example",
            "U1",
            AT,
            AT,
            AT,
            1,
            None,
        ),
    ],
    "left_empty": [(1, "2026-12-07", "11:00", "U1", AT)],
    "postponed": [(1, "2026-12-14", "11:00", "2026-12-01", "U1", AT)],
    "nagged": [("2026-11-20", 1, "2026-12-14", "11:00")],
    "page_posts": [("1_2", "Hej", None, AT)],
    "comments": [("2_3", "1_2", None, None, "Berit", "Bra!", None, AT, None, 0, 0, AT)],
    "relays": [("2_3", "claimed", "U1", AT, None, None, None, None, None, None, None, AT)],
    "outbox": [
        (
            1,
            "relay:2_3",
            "post",
            "C1",
            None,
            '{"text": "Bra!", "blocks": []}',
            1,
            0,
            None,
            "pending",
            0,
            None,
            None,
            AT,
            None,
            None,
            None,
        )
    ],
    "job_runs": [("digest", "2026-11-20", AT, 0)],
    "events": [("Ev1", AT)],
    "audit": [(1, AT, "U1", "post.planned", "post:1", "{}")],
    "members": [("U1", "Amira Haddad", "member", AT)],
    "inbox": [(1, "t1", '{"command": "/plan"}', AT)],
}


@pytest.fixture
def old(tmp_path):
    """The path of a file that the first version left, not closed in good order."""
    path = tmp_path / "lucka.db"
    connection = store_db.connect(path)
    connection.execute("pragma journal_mode = wal")
    migrations.apply(Database(connection), stop_before=FIRST_AFTER)
    for table, rows in ROWS.items():
        for row in rows:
            marks = ", ".join("?" * len(row))
            connection.execute(f"insert into {table} values ({marks})", row)  # noqa: S608 -- ours
    connection.close()
    return path


def check(db):
    """Insist that everything is there and reads as it was meant."""
    for table, rows in ROWS.items():
        counted = db.execute(f"select count(*) from {table}").fetchone()  # noqa: S608 -- ours
        assert counted == (len(rows),)
    facebook, web = outlets.known(db)
    assert facebook.cadences == (Cadence("FREQ=WEEKLY;BYDAY=MO", time(11)),)
    assert (web.cadences, web.retired) == ((), False)
    post, former = posts.get(db, 1), posts.former(db, 1)
    assert (post.status, post.idea_id, post.sibling) == (Status.READY, 1, None)
    assert (former.title, former.status, former.media) == ("Öppet", Status.DRAFT, post.media)
    assert [change.who for change in history.of(db, 2, limit=9)] == ["U1"]
    assert ideas.get(db, 1).routing.where is Where.WAITING
    assert db.execute("select planned from ideas").fetchall() == [(1,), (0,)]
    left_empty = gaps.left_empty(db, date(2026, 12, 1), date(2027, 1, 1))
    assert left_empty == {Slot(date(2026, 12, 7), time(11), 1): "U1"}
    assert comments.find(db, "2_3").owner == "U1"
    assert [item.key for item in outbox.pending(db)] == ["relay:2_3"]
    assert db.execute("pragma foreign_key_check").fetchall() == []
    assert db.execute("pragma integrity_check").fetchall() == [("ok",)]


def test_a_file_of_the_first_version_is_brought_up_to_date_with_all_that_is_in_it(old):
    for _ in range(2):
        store = Store(old)
        with store.reading() as db:
            check(db)
        store.close()


def test_a_former_post_can_be_put_back_and_its_idea_is_found_again(old):
    store = Store(old)
    with store.transaction() as db:
        posts.update(db, posts.former(db, 1), who="U1")
        assert [idea.id for idea in ideas.search(db, "FÅNGA", limit=5)] == [1]
    store.close()


def test_a_backup_of_the_first_version_can_be_restored(old, tmp_path):
    copy, path = tmp_path / "copy.db", tmp_path / "other.db"
    backup.backup(old, copy)
    Store(path).close()
    backup.restore(path, copy, now=NOW)
    store = Store(path)
    with store.reading() as db:
        check(db)
    store.close()


def test_two_who_open_an_old_file_at_once_bring_it_up_to_date_once(old):
    with ThreadPoolExecutor(4) as pool:
        opened = list(pool.map(Store, [old] * 4))
    for store in opened:
        with store.reading() as db:
            check(db)
        store.close()
