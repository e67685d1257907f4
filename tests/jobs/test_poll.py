"""From the page to the outbox: each comment once, in order, in its newest state."""

import logging
import sqlite3
from dataclasses import replace
from datetime import timedelta

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from sqlite_utils import Database

from bot.deps import Deps
from bot.domain.comment_acts import decide
from bot.domain.comments import Act, Relay, State
from bot.domain.page import PageDepth, PageMemory, PageRound, PageTrouble, PageUsage
from bot.integrations.facebook_errors import GraphError
from bot.jobs import page_cost, page_merge, poll
from bot.store import comments, ledger, outbox
from bot.store.db import connect
from tests import page
from tests.make import AMIRA, COMMENTS, NOW
from tests.page import FakePage

MINUTE = timedelta(minutes=1)


class Ticks:
    """A monotonic clock that a test turns."""

    def __init__(self) -> None:
        self.now = 1000.0

    def __call__(self) -> float:
        return self.now


@pytest.fixture
def fake() -> FakePage:
    return FakePage()


@pytest.fixture
def deps(deps: Deps, fake: FakePage) -> Deps:
    return replace(deps, page=fake)  # type: ignore[arg-type]


@pytest.fixture(autouse=True)
def ticks(monkeypatch: pytest.MonkeyPatch) -> Ticks:
    made = Ticks()
    monkeypatch.setattr(page_cost, "monotonic", made)
    monkeypatch.setattr(poll, "_costs", {})
    return made


def look(deps: Deps, **later: float) -> None:
    """Look at the page, at NOW or *later*."""
    poll.run(deps, NOW + timedelta(**later))


def relayed(deps: Deps) -> list[tuple[str, str]]:
    """Return key and text of every relay in the outbox, in the order of sending."""
    with deps.reading() as db:
        rows = db.query("select key, json_extract(body, '$.text') as text from outbox order by id")
        return [(row["key"], row["text"]) for row in rows]


def keys(deps: Deps) -> list[str]:
    return [key.rpartition("_")[2] for key, _ in relayed(deps)]


def relay(deps: Deps, number: int) -> Relay:
    with deps.reading() as db:
        found = comments.find(db, f"{page.POST}_{number}")
    assert found
    return found


def facts(deps: Deps) -> dict[str, str]:
    with deps.reading() as db:
        return ledger.facts(db, "page:")


def trouble(deps: Deps) -> tuple[str | None, str]:
    (state,) = [state for state in deps.health.states() if state.part == "page"]
    return state.kind, state.detail


def test_the_first_look_relays_only_the_last_hour(deps: Deps, fake: FakePage) -> None:
    fake.comments = [
        page.comment(1, at=NOW - timedelta(days=30)),
        page.comment(2, at=NOW - timedelta(minutes=61)),
        page.comment(3, at=NOW - timedelta(minutes=59)),
        page.comment(4, at=NOW - MINUTE),
    ]
    look(deps)
    assert keys(deps) == ["3", "4"]
    with deps.reading() as db:
        assert db["comments"].count == 4
    assert fake.looks[0][1] is PageDepth.HISTORY


def test_a_new_comment_becomes_one_message_in_the_comments_channel(
    deps: Deps, fake: FakePage
) -> None:
    look(deps)
    fake.put(page.comment(1, at=NOW + MINUTE))
    look(deps, minutes=2)
    look(deps, minutes=3)
    with deps.reading() as db:
        (item,) = outbox.pending(db)
    assert (item.key, item.channel) == (f"relay:{page.POST}_1", COMMENTS)
    assert "Måste man boka?" in item.body["text"]


def test_comments_of_one_round_come_in_the_order_in_which_they_were_written(
    deps: Deps, fake: FakePage
) -> None:
    look(deps)
    fake.comments = [page.comment(n, at=NOW + timedelta(seconds=90 - n)) for n in range(1, 21)]
    look(deps, minutes=2)
    assert keys(deps) == [str(n) for n in range(20, 0, -1)]


def test_history_that_comes_to_light_later_is_still_history(deps: Deps, fake: FakePage) -> None:
    look(deps)
    fake.put(page.comment(1, at=NOW - timedelta(days=2)))
    fake.put(page.comment(2, at=NOW - timedelta(minutes=30)))
    look(deps, days=3)
    assert keys(deps) == ["2"]


def test_the_pages_own_comments_are_stored_and_not_relayed(deps: Deps, fake: FakePage) -> None:
    fake.comments = [page.comment(1), page.answer(2, under=9, at=NOW)]
    look(deps)
    assert keys(deps) == ["1"]


def test_a_page_that_moved_is_looked_at_for_the_first_time(deps: Deps, fake: FakePage) -> None:
    look(deps)
    other = FakePage(page_id="7", posts=[page.post("7_1")])
    other.put(page.comment(1, at=NOW - timedelta(hours=2), post_id="7_1"))
    look(replace(deps, page=other), days=1)  # type: ignore[arg-type]
    assert keys(deps) == []
    assert {"page:7:first_look", f"page:{page.PAGE}:first_look"} <= set(facts(deps))


def test_a_quiet_look_writes_nothing_but_once_in_ten_minutes(deps: Deps, fake: FakePage) -> None:
    fake.put(page.comment(1))
    look(deps)
    written = facts(deps)
    for minute in range(1, 10):
        look(deps, minutes=minute)
    assert facts(deps) == written
    look(deps, minutes=10)
    assert facts(deps) != written


def test_a_quiet_merge_changes_no_row(db: Database, deps: Deps, fake: FakePage) -> None:
    fake.comments = [page.comment(n) for n in range(1, 50)]
    seen = fake.read_page(PageMemory())
    assert page_merge.merge(deps, db, page.PAGE, seen, now=NOW)
    before = db.conn.total_changes
    assert not page_merge.merge(deps, db, page.PAGE, seen, now=NOW + MINUTE)
    assert db.conn.total_changes == before


def test_the_last_look_is_known_at_once_and_after_a_restart(deps: Deps, fake: FakePage) -> None:
    with deps.reading() as db:
        assert poll.last_look(deps, db) is None
    look(deps)
    look(deps, minutes=3)
    with deps.reading() as db:
        assert poll.last_look(deps, db) == NOW + 3 * MINUTE
        restarted = replace(deps, health=type(deps.health)())
        assert poll.last_look(restarted, db) == NOW
        assert poll.last_look(replace(deps, page=None), db) is None


def test_an_answer_on_facebook_closes_the_comment_with_its_true_time(
    deps: Deps, fake: FakePage
) -> None:
    fake.put(page.comment(1))
    look(deps)
    fake.put(page.answer(2, under=1, at=NOW + 25 * MINUTE))
    look(deps, minutes=40)
    found = relay(deps, 1)
    assert (found.state, found.closed_by) == (State.ANSWERED, "facebook")
    assert found.closed_at == NOW + 25 * MINUTE
    assert found.answer_id == f"{page.POST}_2"
    ((_, text),) = relayed(deps)
    assert "Besvarad på Facebook kl. 8.40" in text
    with deps.reading() as db:
        (act,) = ledger.acts(db, f"comment:{page.POST}_1")
    assert (act.who, act.act, act.at) == ("facebook", "comment.answered", NOW + 25 * MINUTE)


def test_an_answer_seen_together_with_its_comment_closes_it_at_once(
    deps: Deps, fake: FakePage
) -> None:
    fake.comments = [page.comment(1), page.answer(2, under=1, at=NOW)]
    look(deps)
    ((key, text),) = relayed(deps)
    assert key == f"relay:{page.POST}_1"
    assert "Besvarad på Facebook" in text


def test_no_look_undoes_a_claim(deps: Deps, fake: FakePage) -> None:
    fake.put(page.comment(1))
    look(deps)
    with deps.transaction() as db:
        comments.save(db, decide(relay(deps, 1), Act.CLAIM, AMIRA, now=NOW))
    fake.put(page.comment(1, "Måste man boka tid?", is_hidden=True))
    look(deps, minutes=1)
    assert relay(deps, 1).owner == AMIRA
    ((_, text),) = relayed(deps)
    assert "Måste man boka tid?" in text
    assert "Amira Haddad har den" in text


def test_an_edited_post_gives_its_open_comments_a_new_heading(deps: Deps, fake: FakePage) -> None:
    fake.put(page.comment(1))
    look(deps)
    fake.posts = [page.post(text="Öppet hus är inställt")]
    look(deps, minutes=1)
    assert "Öppet hus är inställt" in relayed(deps)[0][1]


def test_the_sender_is_woken_only_for_news(deps: Deps, fake: FakePage) -> None:
    woken: list[int] = []
    waking = replace(deps, wake=lambda: woken.append(1))
    fake.put(page.comment(1))
    look(waking)
    look(waking, minutes=1)
    assert woken == [1]


def test_reading_stops_at_what_is_known(deps: Deps, fake: FakePage) -> None:
    fake.put(page.comment(1))
    look(deps)
    look(deps, minutes=1)
    memory, depth = fake.looks[-1]
    assert memory.comment(page.comment(1).id)
    assert not memory.comment(page.comment(2).id)
    assert depth is PageDepth.RECENT


def test_after_an_incomplete_round_nothing_counts_as_known(deps: Deps, fake: FakePage) -> None:
    fake.put(page.comment(1))
    fake.complete = False
    look(deps)
    fake.complete = True
    look(deps, minutes=1)
    look(deps, minutes=2)
    known = [memory.comment(page.comment(1).id) for memory, _ in fake.looks]
    assert known == [False, False, True]


def test_after_a_long_absence_older_posts_are_read_as_well(deps: Deps, fake: FakePage) -> None:
    look(deps)
    restarted = replace(deps, health=type(deps.health)())
    look(restarted, hours=25)
    look(restarted, hours=26)
    depths = [depth for _, depth in fake.looks]
    assert depths == [PageDepth.HISTORY, PageDepth.HISTORY, PageDepth.RECENT]


@pytest.mark.parametrize(
    ("kind", "said"),
    [
        (PageTrouble.RETRY, "trouble-page-unreachable"),
        (PageTrouble.SLOW_DOWN, "trouble-page-slow"),
        (PageTrouble.TOKEN, "trouble-page-token"),
        (PageTrouble.PERMISSION, "trouble-page-permission"),
        (PageTrouble.GONE, "trouble-page-permission"),
        (PageTrouble.BUG, "trouble-page-bug"),
    ],
)
def test_each_kind_of_trouble_says_what_to_do(
    deps: Deps, fake: FakePage, kind: PageTrouble, said: str
) -> None:
    fake.error = GraphError(kind, code=190)
    look(deps)
    assert trouble(deps) == (said, "190")
    assert "190" in deps.words(said, detail="190")
    assert facts(deps) == {}


def test_trouble_without_a_code_is_told_by_its_status_or_not_at_all(
    deps: Deps, fake: FakePage
) -> None:
    fake.error = GraphError(PageTrouble.RETRY, status=502)
    look(deps)
    assert trouble(deps)[1] == "502"
    fake.error = GraphError(PageTrouble.RETRY, reason="ReadTimeout")
    look(deps)
    assert trouble(deps)[1] == "–"


def test_after_trouble_the_page_is_well_again_and_nothing_is_lost(
    deps: Deps, fake: FakePage
) -> None:
    look(deps)
    fake.error = GraphError(PageTrouble.RETRY)
    fake.put(page.comment(1, at=NOW + MINUTE))
    look(deps, minutes=2)
    fake.error = None
    look(deps, minutes=3)
    assert trouble(deps)[0] is None
    assert keys(deps) == ["1"]


def test_the_same_trouble_is_logged_loudly_once(
    deps: Deps, fake: FakePage, caplog: pytest.LogCaptureFixture
) -> None:
    fake.error = GraphError(PageTrouble.TOKEN, code=190)
    with caplog.at_level(logging.WARNING):
        for _ in range(3):
            look(deps)
    assert len(caplog.records) == 1


def test_a_page_that_asks_for_a_pause_gets_it(deps: Deps, fake: FakePage, ticks: Ticks) -> None:
    fake.error = GraphError(PageTrouble.SLOW_DOWN, code=32, wait_seconds=600)
    look(deps)
    ticks.now += 599
    look(deps)
    assert len(fake.looks) == 1
    ticks.now += 2
    look(deps)
    assert len(fake.looks) == 2


def test_a_spent_budget_is_respected_after_a_success_too(
    deps: Deps, fake: FakePage, ticks: Ticks
) -> None:
    fake.usage = PageUsage(percent=100, wait_seconds=60)
    look(deps)
    look(deps, minutes=1)
    assert len(fake.looks) == 1
    ticks.now += 61
    look(deps, minutes=2)
    assert len(fake.looks) == 2


def test_without_a_page_there_is_nothing_to_do(deps: Deps) -> None:
    look(replace(deps, page=None))
    assert deps.health.states() == ()


def _history() -> st.SearchStrategy[list[list[tuple[int, int | None, bool]]]]:
    """Rounds of (minute, thread, by the page); a thread is the number of an earlier comment."""
    one = st.tuples(st.integers(0, 90), st.none() | st.integers(0, 10), st.booleans())
    return st.lists(st.lists(one, max_size=6), min_size=1, max_size=5)


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=60)
@given(_history())
def test_whatever_happens_on_the_page_each_comment_by_others_is_relayed_once(
    deps: Deps,
    empty_in_memory: sqlite3.Connection,
    history: list[list[tuple[int, int | None, bool]]],
) -> None:
    connection = connect(":memory:")
    empty_in_memory.backup(connection)
    db = Database(connection)
    fake, tops = FakePage(), 0
    for number, written in enumerate(history):
        for minute, thread, by_page in written:
            serial = len(fake.comments) + 1
            under = thread % tops + 1 if thread is not None and tops else None
            at = NOW + minute * MINUTE
            made = page.comment(1000 + serial if under else tops + 1, at=at, under=under)
            tops += under is None
            fake.put(replace(made, from_page=by_page))
        seen: PageRound = fake.read_page(PageMemory())
        page_merge.merge(deps, db, page.PAGE, seen, now=NOW + number * MINUTE)
    stored = {row["comment_id"]: row["state"] for row in db.query("select * from relays")}
    assert set(stored) == {c.id for c in fake.comments if not c.from_page}
    sent = [row["key"] for row in db.query("select key from outbox")]
    assert sorted(sent) == sorted(f"relay:{comment_id}" for comment_id in stored)
    for comment in fake.comments:
        if not comment.from_page:
            assert (stored[comment.id] == "answered") == _is_answered(comment, fake.comments)
    connection.close()


def _is_answered(comment, everything) -> bool:
    thread = comment.parent_id or comment.id
    return any(
        one.from_page
        and one.parent_id == thread
        and (one.parent_id == comment.id or one.created_at > comment.created_at)
        for one in everything
    )
