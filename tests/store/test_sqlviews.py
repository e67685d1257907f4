"""Views for other tools: what they tell, that they are stable, and that others may read meanwhile."""

import re
import sqlite3
from collections.abc import Iterator
from contextlib import ExitStack, closing
from dataclasses import replace
from datetime import UTC, date, datetime, time, timedelta
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st
from sqlite_utils import Database

from bot.deps import Deps
from bot.domain.disposal import Class, Disposal, Found, Rule, Unit
from bot.domain.ideas import Thought
from bot.domain.plan import Status
from bot.store import comments, disposal, ideas, ledger, outlets, page, posts, sqlviews
from bot.store.db import stamp
from tests import make
from tests import page as pages
from tests.fakes import NAMES

ZONE = ZoneInfo("Europe/Stockholm")

COLUMNS = {
    "v_plan": "post_id title text outlet planned_at planned_at_utc status owner series idea_id link"
    " created_at created_at_utc published_at published_at_utc",
    "v_ideas": "idea_id title note tags author created_at created_at_utc votes routing routed_to"
    " is_planned",
    "v_comments": "comment_id post_id thread_id direction author_name text attachment permalink"
    " post_text written_at written_at_utc seen_at seen_at_utc gone_at gone_at_utc is_hidden"
    " times_edited state owner is_flagged is_praised reason closed_at closed_at_utc"
    " is_uncounted",
    "v_answers": "answer_id thread_id post_id text written_at written_at_utc kind written_by"
    " permalink",
    "v_measures": "comment_id post_id state wants_answer written_at written_at_utc claimed_at"
    " claimed_at_utc replied_at replied_at_utc closed_at closed_at_utc minutes_to_claim"
    " minutes_to_reply is_uncounted",
    "v_disposals": "disposal_id class decision decided_on state listed disposed held copies"
    " decided_by first_at first_at_utc last_at last_at_utc listed_at listed_at_utc finished_at"
    " finished_at_utc",
}
"""What others rely on: a column may be added, and none taken away."""


@pytest.fixture
def zoned(db: Database) -> Database:
    sqlviews.keep_offsets(db, ZONE)
    return db


@pytest.mark.parametrize("view", sqlviews.VIEWS)
def test_every_view_has_the_columns_that_others_rely_on(db: Database, view: str) -> None:
    assert [column.name for column in db.view(view).columns] == COLUMNS[view].split()


def test_the_file_has_these_views_and_no_table_of_their_names(db: Database) -> None:
    assert set(db.view_names()) == set(sqlviews.VIEWS)
    assert not set(db.table_names()) & set(sqlviews.VIEWS)


def test_no_view_tells_a_secret_a_setting_or_who_an_author_is() -> None:
    said = " ".join(sqlviews.VIEWS.values())
    for name in ("facts", "publishing", "answering", "author_id", "outbox", "relay_channels"):
        assert name not in said


def test_views_are_made_anew_around_the_steps(zoned: Database) -> None:
    sqlviews.drop(zoned)
    assert zoned.view_names() == []
    zoned.execute("alter table comments rename column seen_at to first_seen")
    zoned.execute("alter table comments rename column first_seen to seen_at")
    sqlviews.create(zoned)
    assert set(zoned.view_names()) == set(sqlviews.VIEWS)


FROM, TO = datetime(2011, 1, 1), datetime(2049, 1, 1)  # noqa: DTZ001 -- made aware by the test


ZONES = ["Europe/Stockholm", "UTC", "America/New_York", "Australia/Lord_Howe", "Asia/Kolkata"]


@pytest.fixture(scope="module")
def by_zone() -> Iterator[dict[str, Database]]:
    """A database for each zone, with its offsets."""
    with ExitStack() as opened:
        found = {}
        for name in ZONES:
            connection = opened.enter_context(closing(sqlite3.connect(":memory:")))
            connection.executescript(
                "create table utc_offsets (since, until, seconds); create table t (x, day, at)"
            )
            sqlviews.keep_offsets(db := Database(connection), ZoneInfo(name))
            found[name] = db
        yield found


@given(at=st.datetimes(FROM, TO), name=st.sampled_from(ZONES))
def test_local_times_are_those_of_the_zone(
    by_zone: dict[str, Database], at: datetime, name: str
) -> None:
    instant, db = at.replace(microsecond=0, tzinfo=UTC), by_zone[name]
    local = instant.astimezone(ZoneInfo(name))
    wall = local.replace(second=0)
    db.execute("delete from t")
    db.execute(
        "insert into t values (?, ?, ?)",
        [stamp(instant), wall.date().isoformat(), f"{wall:%H:%M}"],
    )
    told = db.execute(
        f"select {sqlviews._times('x', 'l')}, {sqlviews._wall('day', 'at', 'w')} from t"  # noqa: S608
    ).fetchone()
    first = wall.replace(fold=0).astimezone(UTC)
    assert told == (
        f"{local:%Y-%m-%dT%H:%M:%S}", f"{instant:%Y-%m-%dT%H:%M:%SZ}",
        f"{wall:%Y-%m-%dT%H:%M:%S}", f"{first:%Y-%m-%dT%H:%M:%SZ}",
    )  # fmt: skip


def test_an_unchanged_zone_writes_nothing(zoned: Database) -> None:
    before = zoned.conn.total_changes
    sqlviews.keep_offsets(zoned, ZONE)
    assert zoned.conn.total_changes == before
    sqlviews.keep_offsets(zoned, ZoneInfo("UTC"))
    assert zoned.execute("select seconds from utc_offsets").fetchall() == [(0,)]


def test_the_plan_and_the_comments_are_told_in_words(deps: Deps) -> None:
    at = datetime(2026, 11, 23, 9, 0, tzinfo=UTC)
    with deps.transaction() as db:
        sqlviews.keep_offsets(db, ZONE)
        entry = make.post(0, date(2026, 11, 27), at=time(11))
        posts.add(db, entry, who=make.AMIRA, now=make.NOW)
        asked, reply = (
            pages.comment(1, at=at),
            pages.answer(2, under=1, at=at + timedelta(minutes=95)),
        )
        kept = page.keep(db, [pages.post()], [asked, reply], now=at)
        comments.add_relays(db, kept.new, since=at, now=at)
        ledger.record(
            db, make.ELIN, "comment.claimed", f"comment:{asked.id}", now=at + timedelta(minutes=20)
        )
        (plan,) = db.query("select * from v_plan")
        told = list(db.query("select * from v_comments order by written_at"))
        (answer,) = db.query("select * from v_answers")
        (measure,) = db.query("select * from v_measures")
        facebook = outlets.known(db)[0].name
    assert (plan["title"], plan["outlet"], plan["owner"]) == (
        "Öppet hus",
        facebook,
        NAMES[make.AMIRA],
    )
    assert (plan["planned_at"], plan["planned_at_utc"]) == (
        "2026-11-27T11:00:00",
        "2026-11-27T10:00:00Z",
    )
    assert [row["direction"] for row in told] == ["in", "out"]
    assert told[0]["written_at"] == "2026-11-23T10:00:00"
    assert answer["written_by"] == "facebook"
    assert (measure["minutes_to_claim"], measure["minutes_to_reply"]) == (20, 95)


@pytest.mark.parametrize("how", ["mode=ro", "mode=ro&immutable=1"])
def test_others_read_the_file_while_the_bot_writes(deps: Deps, tmp_path: Path, how: str) -> None:
    address = f"{(tmp_path / 'lucka.db').absolute().as_uri()}?{how}"
    with deps.transaction() as db:
        sqlviews.keep_offsets(db, ZONE)
    with closing(sqlite3.connect(address, uri=True)) as reader:
        with deps.transaction() as db:
            entry = make.post(0, date(2026, 11, 27))
            posts.add(db, entry, who=make.AMIRA, now=make.NOW)
            for view in sqlviews.VIEWS:
                assert reader.execute(f"select count(*) from {view}").fetchone() == (0,)  # noqa: S608
        with pytest.raises(sqlite3.OperationalError, match="readonly"):
            reader.execute("delete from posts")
        if how == "mode=ro":  # an immutable file is what it was when it was opened
            assert reader.execute("select count(*) from v_plan").fetchone() == (1,)


DATASETTE = (Path(__file__).parents[2] / "docs/datasette.yaml").read_text(encoding="utf-8")
QUERY = re.compile(
    r"^ {6}([a-z-]+):\n {8}title: (.+)\n {8}description: (.+)\n {8}sql: \|-\n((?: {10}.*\n)+)",
    re.MULTILINE,
)
QUERIES = {name: (title, about, sql) for name, title, about, sql in QUERY.findall(DATASETTE)}


def test_every_question_to_datasette_is_read_by_these_tests() -> None:
    assert len(QUERIES) == DATASETTE.count("sql: |-") >= 10


@pytest.mark.parametrize("name", QUERIES)
def test_every_question_to_datasette_finds_something(deps: Deps, name: str) -> None:
    title, about, sql = QUERIES[name]
    assert title
    assert about.endswith(".")
    assert set(re.findall(r"(?:from|join) (\w+)", sql)) - {"ranked"} <= set(sqlviews.VIEWS)
    with deps.transaction() as db:
        _a_little_of_everything(db)
        assert list(db.query(sql))


def _a_little_of_everything(db: Database) -> None:
    sqlviews.keep_offsets(db, ZONE)
    future = replace(make.post(0, date(2049, 1, 2)), owner=None)
    posts.add(db, future, who=make.AMIRA, now=make.NOW)
    gone = posts.add(db, make.post(0, date(2026, 11, 20)), who=make.AMIRA, now=make.NOW)
    posts.update(db, replace(gone, status=Status.PUBLISHED), who=make.AMIRA)
    ideas.add(
        db, Thought("Handhygien #vinter", "", tags=("vinter",)), author=make.AMIRA, now=make.NOW
    )
    at = make.NOW - timedelta(days=3)
    found = [
        pages.comment(1, at=at),
        pages.answer(2, under=1, at=make.NOW),
        pages.comment(3, at=at),
    ]
    kept = page.keep(db, [pages.post()], found, now=at)
    comments.add_relays(db, kept.new, since=at, now=at)
    rule = Rule("RS 1", date(2026, 1, 8), 3, Unit.MONTHS)
    fresh = Disposal(0, Class.ROUTINE, rule, at, Found(3), at, "disposal:x")
    disposal.list_due(db, fresh)
