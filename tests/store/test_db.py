"""The file: schema, durability, units of work, threads."""

from contextlib import closing
from threading import Thread

import pytest
from sqlite_utils import Database

from bot.store import db as store_db
from bot.store import ledger
from bot.store.db import NewerSchemaError, Store
from bot.store.migrations import migrations


def test_every_table_is_strict_and_in_the_list(db):
    tables = {
        row["name"]: row["strict"]
        for row in db.query(
            "select name, strict from pragma_table_list where schema = 'main' and type = 'table'"
        )
        if not row["name"].startswith(("sqlite_", "_sqlite_"))
    }

    assert set(tables) == {
        "outlets", "cadences", "exceptions", "pauses", "working_calendar",
        "ideas", "idea_votes", "posts", "left_empty", "postponed", "nagged",
        "page_posts", "comments", "relays",
        "lapsing", "reactions", "untold_lapses",
        "comment_versions", "page_looks", "page_hints", "outbox", "inbox", "pictures", "job_runs", "events", "audit", "members", "facts", "team",
        "post_history",
        "series", "occurrences",
        "imports", "imported", "import_asks", "import_sweeps", "import_swept",
        "publishing", "publications",
        "wheel_items", "wheel_ideas",
        "nag_levels", "weekday_owners", "absences", "own_hours",
        "policy", "roster", "roster_swaps", "comment_reminders",
        "reserves", "reuses",
        "relaying", "relay_channels", "storms", "gathered",
        "answering", "replies", "answers", "answer_changes",
        "comment_rules", "moderation", "moderation_snapshots", "moderation_copies", "blocks", "units", "praise",
        "judgements", "watch_words", "watch_hits",
        "stand_ins", "rights", "page_facts", "setting_changes",
        "registrations", "disclosures",
        "disposal_rules", "holds", "handed_over", "disposals", "disposing", "utc_offsets",
        "briefs", "concerns", "concerns_told", "lessons",
        "comment_tags", "fears", "post_counts", "goals", "figure_switches", "peers",
        "given_files", "language",
    }  # fmt: skip
    assert set(tables.values()) == {1}


def test_migrating_twice_changes_nothing(db):
    before = db.schema

    store_db.migrate(db)

    assert db.schema == before


@pytest.mark.parametrize("step", [m.name for m in migrations._migrations])
def test_each_earlier_schema_can_be_brought_up_to_date(step):
    connection = store_db.connect(":memory:")
    database = Database(connection)
    migrations.apply(database, stop_before=step)

    store_db.migrate(database)

    assert not migrations.pending(database)
    connection.close()


def test_a_file_from_a_newer_version_is_refused_and_left_alone(tmp_path):
    path = tmp_path / "lucka.db"
    Store(path).close()
    connection = store_db.connect(path)
    connection.execute(
        "insert into _sqlite_migrations (migration_set, name, applied_at)"
        " values ('lucka', 'm999_from_the_future', '2031-01-01')"
    )
    connection.close()

    with pytest.raises(NewerSchemaError, match="m999"):
        Store(path)


def test_the_file_is_for_its_owner_only_and_survives_the_loss_of_power(tmp_path):
    with closing(Store(tmp_path / "lucka.db")) as store:
        assert (tmp_path / "lucka.db").stat().st_mode & 0o077 == 0
        for unit in (store.transaction, store.reading):
            with unit() as db:
                assert db.execute("pragma journal_mode").fetchone() == ("wal",)
                assert db.execute("pragma synchronous").fetchone() == (2,)
                assert db.execute("pragma foreign_keys").fetchone() == (1,)


def test_a_failed_unit_of_work_leaves_nothing(store):
    def half() -> None:
        with store.transaction() as db:
            db.execute("insert into facts values ('half', 'done')")
            raise RuntimeError

    with pytest.raises(RuntimeError):
        half()

    with store.reading() as db:
        assert db.execute("select 1 from facts where name = 'half'").fetchone() is None


def test_a_unit_within_a_unit_is_a_mistake_that_shows_at_once(store):
    def nested() -> None:
        with store.transaction() as db:
            ledger.set_fact(db, "outer", "1")
            with store.transaction():
                pass

    with pytest.raises(Exception, match="within a transaction"):
        nested()

    with store.transaction() as db:
        assert ledger.fact(db, "outer") is None


def test_reading_cannot_write(store):
    with store.reading() as db, pytest.raises(Exception, match="readonly"):
        db.execute("insert into facts values ('a', 'b')")


def test_eight_threads_write_at_once_and_none_is_turned_away(store):
    def work() -> None:
        for _ in range(25):
            with store.transaction() as db:
                (count,) = db.execute("select count(*) from events").fetchone()
                db["events"].insert({"id": f"Ev{count}", "seen_at": "2026"})

    threads = [Thread(target=work) for _ in range(8)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()

    with store.reading() as db:
        assert db.execute("select count(*) from events").fetchone() == (200,)


def test_swedish_order_puts_å_before_ä_before_ö(db):
    rows = db.execute(
        "select column1 from (values ('Ö'), ('Z'), ('Å'), ('a'), ('Ä')) order by 1 collate swedish"
    )

    assert [value for (value,) in rows] == ["a", "Z", "Å", "Ä", "Ö"]
