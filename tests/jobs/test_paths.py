"""A look at the page costs as much however many comments there are: no large table is gone through."""

from dataclasses import replace
from datetime import timedelta

import pytest

from bot.deps import Deps
from bot.domain.comment_acts import decide
from bot.domain.comments import Act
from bot.jobs import page_cost, poll, status, upkeep
from bot.store import comments
from tests import page, paths
from tests.make import AMIRA, NOW
from tests.page import FakePage

MANY = 60  # in one look: a storm


class Ticks:
    """A monotonic clock on which nothing is ever left alone for long."""

    def __init__(self) -> None:
        self.now = 0.0

    def __call__(self) -> float:
        self.now += 3600.0
        return self.now


@pytest.fixture
def fake() -> FakePage:
    older = page.post("122000000000001002", created_at=NOW - timedelta(days=40), updated_at=NOW)
    return FakePage(posts=[page.post(), older])


@pytest.fixture
def deps(deps: Deps, fake: FakePage, monkeypatch: pytest.MonkeyPatch) -> Deps:
    monkeypatch.setattr(page_cost, "monotonic", Ticks())
    monkeypatch.setattr(poll, "_costs", {})
    return replace(deps, page=fake)  # type: ignore[arg-type]


def look(deps: Deps, minutes: float) -> None:
    poll.run(deps, NOW + timedelta(minutes=minutes))


def live_through(deps: Deps, fake: FakePage) -> None:
    """Let everything happen on the page that a look can find."""
    look(deps, 0)
    fake.comments = [page.comment(n) for n in range(1, 5)]
    look(deps, 1)
    with deps.transaction() as db:
        taken = comments.find(db, page.comment(1).id)
        assert taken
        comments.save(db, decide(taken, Act.CLAIM, AMIRA, now=NOW))
    fake.put(page.answer(10, under=1, at=NOW + timedelta(minutes=2)))
    fake.put(page.comment(2, "Måste man boka? Och var?"))
    fake.put(page.comment(3, is_hidden=True))
    fake.comments = [one for one in fake.comments if one.id != page.comment(4).id]
    look(deps, 3)
    fake.put(page.comment(4))
    fake.put(page.comment(11, "En sak till", under=1, at=NOW + timedelta(minutes=4)))
    look(deps, 5)
    fake.comments += [
        page.comment(n, at=NOW + timedelta(minutes=6)) for n in range(100, 100 + MANY)
    ]
    look(deps, 7)
    fake.posts = fake.posts[1:]  # the post is gone, and all that stands under it
    fake.comments = []
    look(deps, 60)
    look(deps, 24 * 60)


def test_no_statement_of_a_look_goes_through_a_large_table(deps: Deps, fake: FakePage) -> None:
    said: list[str] = []
    live_through(paths.listening(deps, said), fake)
    with deps.reading() as db:
        assert list(paths.scans(db, said)) == []
        acts = {row[0] for row in db.execute("select act from audit").fetchall()}
        assert db.execute("select count(*) from storms").fetchone()[0]
    assert acts >= {
        "comment.answered", "comment.edited", "comment.hidden-outside", "comment.gone",
        "comment.back", "comment.continued",
    }  # fmt: skip


def test_nor_does_one_of_the_minute_s_look_after_the_bot(deps: Deps) -> None:
    said: list[str] = []
    listening = paths.listening(deps, said)
    upkeep.look(listening, NOW)
    with listening.reading() as db:
        status.gather(listening, db)
        comments.by_answer(db, page.answer(1, under=2, at=NOW).id)
    with deps.reading() as db:
        assert list(paths.scans(db, said)) == []


def test_a_statement_that_goes_through_a_large_table_is_found(deps: Deps) -> None:
    with deps.reading() as db:
        found = list(
            paths.scans(
                db,
                [
                    "select count(*) from relays r where r.closed_by = 'facebook'",
                    "select * from outlets",
                    "select * from outbox where state = 'pending'",
                    "select * from relays where claimed_at is not null",
                ],
            )
        )
    assert [one.partition(":")[0] for one in found] == ["SCAN r", "SCAN relays"]
