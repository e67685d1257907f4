"""Too many comments at once: gathered, each in exactly one place, until it calms down."""

import json
import sqlite3
from contextlib import suppress
from dataclasses import replace
from datetime import timedelta
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from sqlite_utils import Database

from bot.deps import Deps
from bot.domain.comments import Act
from bot.domain.errors import Refusal
from bot.domain.page import PageMemory
from bot.domain.storm import (
    CALM_ON_POST,
    FEW_ON_POST,
    RECENT_ON_POST,
    SHORTEST,
    WAITING,
    WINDOW,
    Pressure,
    Storm,
    begins,
    is_over,
)
from bot.integrations.slack_shapes import Channel
from bot.jobs import channels, page_merge, poll
from bot.store import comments, outbox, outbox_looks
from bot.store.db import connect
from handlers.comments import carry_out
from tests import page
from tests.fakes import Hand
from tests.make import AMIRA, COMMENTS, NOW
from tests.page import FakePage

MINUTE = timedelta(minutes=1)


@pytest.fixture
def fake() -> FakePage:
    return FakePage()


@pytest.fixture
def deps(deps: Deps, fake: FakePage) -> Deps:
    made = replace(deps, page=fake)  # type: ignore[arg-type]
    poll.run(made, NOW - MINUTE)
    return made


def write(deps: Deps, fake: FakePage, first: int, count: int, **values: Any) -> None:
    """Let *count* comments be written at this moment, and the bot look at the page."""
    for number in range(first, first + count):
        at = deps.now() + timedelta(microseconds=number)
        fake.comments.append(page.comment(number, f"Fråga {number}", at=at, **values))
    poll.run(deps, deps.now())


def post_all(deps: Deps) -> None:
    """Let everything come to stand in Slack."""
    with deps.transaction() as db:
        while waiting := outbox.pending(db):
            for item in waiting:
                outbox.sent(db, item, item.key, revision=item.revision, now=NOW)


def places(db: Database) -> dict[str, int]:
    """In how many places each relayed comment stands, or will."""
    rows = db.execute(
        "select comment_id, (select count(*) from outbox where key = 'relay:' || comment_id)"
        " + (select count(*) from gathered g where g.comment_id = r.comment_id) from relays r"
    )
    return dict(rows.fetchall())


def said(deps: Deps) -> list[str]:
    """What the messages of storms say."""
    with deps.reading() as db:
        rows = db.query("select body from outbox where key like 'storm:%' order by id")
        return [json.loads(row["body"])["text"] for row in rows]


def alone(deps: Deps) -> list[str]:
    """The numbers of the comments that have messages of their own."""
    with deps.reading() as db:
        rows = db.query("select key from outbox where key like 'relay:%' order by id")
        return [row["key"].rpartition("_")[2] for row in rows]


def act(deps: Deps, what: Act, number: int, who: str = AMIRA) -> None:
    with deps.transaction() as db:
        carry_out(deps, db, what, f"{page.POST}_{number}", who)


def test_as_many_as_one_can_read_come_one_by_one(deps: Deps, fake: FakePage) -> None:
    write(deps, fake, 1, WAITING)
    assert (len(alone(deps)), said(deps)) == (WAITING, [])


def test_more_at_once_are_gathered_in_one_message(deps: Deps, fake: FakePage) -> None:
    write(deps, fake, 1, WAITING + 1)
    (text,) = said(deps)
    assert alone(deps) == []
    assert "Många kommentarer på Öppet hus på kvinnokliniken" in text
    assert "21 kommentarer är samlade här, 21 väntar på svar" in text
    assert "Fråga 21" in text


def test_what_waits_to_be_posted_is_gathered_with_the_others(deps: Deps, fake: FakePage) -> None:
    write(deps, fake, 1, 2)
    post_all(deps)
    write(deps, fake, 3, 10)
    act(deps, Act.CLAIM, 4)
    with deps.transaction() as db:
        (trying,) = [i for i in outbox.pending(db) if i.channel == COMMENTS and i.ts is None]
        assert outbox.trying(db, trying, now=NOW)  # it may stand there already
    write(deps, fake, 13, 15)
    assert alone(deps) == ["1", "2", "3", "4"]
    assert "23 kommentarer är samlade här" in said(deps)[0]
    with deps.reading() as db:
        assert set(places(db).values()) == {1}


def test_a_steady_stream_is_gathered_once_nobody_can_keep_up(
    deps: Deps, fake: FakePage, hand: Hand
) -> None:
    for number in range(RECENT_ON_POST + 5):
        write(deps, fake, 1 + number, 1)
        post_all(deps)
        hand.on(seconds=5)
    assert len(alone(deps)) == RECENT_ON_POST
    assert "5 kommentarer är samlade här" in said(deps)[0]


def test_what_somebody_takes_gets_a_message_of_its_own_and_leaves_the_others(
    deps: Deps, fake: FakePage
) -> None:
    write(deps, fake, 1, 30)
    act(deps, Act.CLAIM, 7)
    assert alone(deps) == ["7"]
    assert "29 kommentarer är samlade här" in said(deps)[0]
    assert "1 till har tagits eller flaggats" in said(deps)[0]
    act(deps, Act.RELEASE, 7)
    assert alone(deps) == ["7"]


def test_what_somebody_flags_goes_ahead_of_all_that_waits(deps: Deps, fake: FakePage) -> None:
    fake.posts.append(page.post("2"))
    write(deps, fake, 1, 30)
    write(deps, fake, 101, 15, post_id="2")
    act(deps, Act.FLAG, 7)
    with deps.reading() as db:
        first = [i for i in outbox.pending(db) if i.channel == COMMENTS and i.ts is None]
    assert [item.key for item in first] == [f"relay:{page.POST}_7"]


def test_what_is_done_or_answered_stays_where_it_is_and_is_counted(
    deps: Deps, fake: FakePage, hand: Hand
) -> None:
    write(deps, fake, 1, 30)
    act(deps, Act.HANDLE, 3)
    fake.put(page.answer(99, under=5, at=hand.on(minutes=1)))
    poll.run(deps, deps.now())
    assert alone(deps) == []
    assert "30 kommentarer är samlade här, 28 väntar på svar" in said(deps)[0]


def test_it_calms_down_by_itself_and_what_was_gathered_stays(
    deps: Deps, fake: FakePage, hand: Hand
) -> None:
    write(deps, fake, 1, 30)
    hand.on(minutes=5)
    write(deps, fake, 31, 1)
    assert alone(deps) == []
    hand.on(minutes=11)
    poll.run(deps, deps.now())
    assert "Det har lugnat sig" in said(deps)[0]
    write(deps, fake, 32, 1)
    assert alone(deps) == ["32"]
    assert "31 kommentarer är samlade här" in said(deps)[0]
    act(deps, Act.CLAIM, 2)
    assert alone(deps) == ["32", "2"]


def test_a_second_storm_has_a_message_of_its_own(deps: Deps, fake: FakePage, hand: Hand) -> None:
    write(deps, fake, 1, 30)
    hand.on(minutes=15)
    poll.run(deps, deps.now())
    write(deps, fake, 31, 30)
    assert ["30 kommentarer" in text for text in said(deps)] == [True, True]


def test_a_flood_on_many_posts_is_one_storm_each(deps: Deps, fake: FakePage, hand: Hand) -> None:
    names = [str(n) for n in range(2, 8)]
    fake.posts += map(page.post, names)
    for turn in range(1, 6):
        for name in names:
            fake.comments += [
                page.comment(int(name) * 100 + turn * 10 + n, at=deps.now(), post_id=name)
                for n in range(4)
            ]
        poll.run(deps, deps.now())
        hand.on(seconds=2)
    assert alone(deps) == []
    assert ["20 kommentarer" in text for text in said(deps)] == [True] * 6


def test_a_storm_on_one_post_leaves_the_others_alone(deps: Deps, fake: FakePage) -> None:
    fake.posts.append(page.post("2"))
    write(deps, fake, 1, 30)
    write(deps, fake, 31, 2, post_id="2")
    assert alone(deps) == ["31", "32"]


def test_the_same_look_again_changes_nothing(deps: Deps, fake: FakePage) -> None:
    write(deps, fake, 1, 30)
    with deps.reading() as db:
        before = outbox_looks.revisions(db)
    poll.run(deps, deps.now())
    with deps.reading() as db:
        assert outbox_looks.revisions(db) == before


def test_what_waited_for_its_channel_is_gathered_too(
    deps: Deps, fake: FakePage, hand: Hand
) -> None:
    found = Channel(COMMENTS, "kommentarer", True, False, False, False)
    with deps.transaction() as db:
        channels.take_in(deps, db, found, now=NOW)
    write(deps, fake, 1, 40)
    assert (alone(deps), said(deps)) == ([], [])
    with deps.transaction() as db:
        channels.take_in(deps, db, replace(found, is_private=True), now=hand.on(minutes=1))
        assert set(places(db).values()) == {1}
    assert "40 kommentarer är samlade här" in said(deps)[0]


@pytest.mark.parametrize("is_posted", [True, False])
def test_an_opened_channel_names_nobody_of_a_storm_that_is_over(
    deps: Deps, fake: FakePage, hand: Hand, *, is_posted: bool
) -> None:
    write(deps, fake, 1, 30)
    if is_posted:
        post_all(deps)
    hand.on(minutes=15)
    poll.run(deps, deps.now())
    found = Channel(COMMENTS, "kommentarer", True, False, False, False)
    with deps.transaction() as db:
        channels.take_in(deps, db, found, now=hand.on(minutes=1))
    assert len(said(deps)) == is_posted
    assert "Maja" not in str(said(deps))
    assert "Fråga" not in str(said(deps))
    with deps.transaction() as db:
        channels.take_in(deps, db, replace(found, is_private=True), now=hand.on(minutes=1))
    assert "Fråga 30" in said(deps)[0]


@pytest.mark.parametrize(
    ("pressure", "so"),
    [
        (Pressure(WAITING, WAITING, 0), False),
        (Pressure(WAITING + 1, WAITING + 1, 0), True),
        (Pressure(0, 0, RECENT_ON_POST), False),
        (Pressure(0, 0, RECENT_ON_POST + 1), True),
        (Pressure(FEW_ON_POST, WAITING + 1, 0), False),
        (Pressure(FEW_ON_POST + 1, WAITING + 1, 0), True),
        (Pressure(FEW_ON_POST + 1, WAITING, 0), False),
    ],
)
def test_when_a_storm_begins(pressure: Pressure, *, so: bool) -> None:
    assert begins(pressure) is so


def test_a_storm_that_is_over_does_not_begin_again_at_once() -> None:
    storm, later = Storm(1, page.POST, NOW), NOW + SHORTEST
    assert is_over(storm, CALM_ON_POST, now=later)
    assert not is_over(storm, CALM_ON_POST + 1, now=later)
    assert not is_over(storm, 0, now=later - timedelta(seconds=1))
    assert RECENT_ON_POST > CALM_ON_POST
    assert SHORTEST < WINDOW


_steps = st.lists(
    st.tuples(
        st.sampled_from(["write", "claim", "flag", "release", "handle", "answer", "wait", "post"])
        | st.sampled_from(["open", "close"]),
        st.integers(0, 60),
    ),
    max_size=15,
)


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=25)
@given(_steps)
def test_whatever_happens_each_comment_stands_in_one_place(
    deps: Deps, empty_in_memory: sqlite3.Connection, steps: list[tuple[str, int]]
) -> None:
    connection = connect(":memory:")
    empty_in_memory.backup(connection)
    db = Database(connection)
    fake, now = FakePage(), NOW
    found = Channel(COMMENTS, "kommentarer", True, True, False, False)
    doing = {"claim": Act.CLAIM, "flag": Act.FLAG, "release": Act.RELEASE, "handle": Act.HANDLE}
    page_merge.merge(deps, db, page.PAGE, fake.read_page(PageMemory()), now=now)
    for what, number in steps:
        if what == "write":
            start = len(fake.comments) + 1
            fake.comments += [page.comment(n, at=now) for n in range(start, start + number)]
        elif what == "wait":
            now += number * MINUTE
        elif what == "post":
            for item in outbox.pending(db)[:number]:
                outbox.sent(db, item, item.key, revision=item.revision, now=now)
        elif what in {"open", "close"}:
            found = replace(found, is_private=what == "close")
            channels.take_in(deps, db, found, now=now)
        elif fake.comments:
            one = fake.comments[number % len(fake.comments)]
            if what == "answer":
                fake.put(page.answer(1000 + len(fake.comments), under=1, at=now))
            elif comments.find(db, one.id):
                try_act(deps, db, doing[what], one.id)
        page_merge.merge(deps, db, page.PAGE, fake.read_page(PageMemory()), now=now)
        assert max(places(db).values(), default=1) <= 1
    channels.take_in(deps, db, replace(found, is_private=True), now=now)
    stands = places(db)
    assert set(stands) == {one.id for one in fake.comments if not one.from_page}
    assert set(stands.values()) <= {1}
    connection.close()


def try_act(deps: Deps, db: Database, what: Act, comment_id: str) -> None:

    with suppress(Refusal):
        carry_out(deps, db, what, comment_id, AMIRA)
