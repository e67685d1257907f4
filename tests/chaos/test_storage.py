"""The file at its worst: full, read-only, held by another, or yesterday's copy. Nothing by half."""

import shutil
import sqlite3
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, closing, contextmanager
from datetime import UTC, datetime
from pathlib import Path

import pytest

from bot.store import audit, backup, outbox
from handlers import commands
from tests import make
from tests.chaos.town import Town
from tests.fakes import FakeAck

START = datetime(2026, 11, 24, 7, 20, tzinfo=UTC)
Storm = AbstractContextManager[None]


@pytest.fixture
def town(empty: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Town]:
    made = Town(Path(shutil.copy(empty, tmp_path / "lucka.db")), START, monkeypatch)
    made.look()
    yield made
    made.close()


@contextmanager
def full(town: Town) -> Iterator[None]:
    """The disk takes no page more."""
    with _pragma(town, "max_page_count", 1, 2**30):
        yield


@contextmanager
def read_only(town: Town) -> Iterator[None]:
    with _pragma(town, "query_only", 1, 0):
        yield


@contextmanager
def locked(town: Town) -> Iterator[None]:
    """Another program holds the file for longer than anybody waits."""
    assert town.store is not None
    town.store._writer.execute("pragma busy_timeout = 10")
    with closing(sqlite3.connect(town.file, isolation_level=None)) as other:
        other.execute("begin immediate")
        yield
        other.execute("rollback")


@contextmanager
def _pragma(town: Town, name: str, value: int, usual: int) -> Iterator[None]:
    assert town.store is not None
    town.store._writer.execute(f"pragma {name} = {value}")
    yield
    town.store._writer.execute(f"pragma {name} = {usual}")


def fails(work: Callable[[], object]) -> None:
    """Let a thread's work fail, as its worker would see it."""
    with pytest.raises(sqlite3.OperationalError):
        work()


@pytest.mark.parametrize("trouble", [full, read_only, locked])
def test_while_nothing_can_be_written_nothing_is_said_to_be_and_later_all_is_made_up_for(
    town: Town, trouble: Callable[[Town], Storm]
) -> None:
    """A full disk may still have room for what replaces something; then it counts."""
    asked = town.write(1, "Måste man boka?")
    town.look()
    town.work()
    (place,) = [at for at, key in town.slack.keys.items() if key == f"relay:{asked.id}"]
    event = make.reaction("eyes", place[1], user=make.ELIN)
    later = town.write(2, "Och på lördag? " + "x" * 5000)
    ack = FakeAck()
    command = make.command("idea", "Idé " + "å" * 6000)
    with trouble(town):
        is_taken = town.tell(event)
        commands.keep(town.deps, lambda: None, ack, command)  # type: ignore[arg-type]
        town.look()
        town.tick()
    assert town.deps.words("surprise") in ack.answer["text"]
    assert town.sql("select 1 from inbox") == []
    assert town.sql("select owner from relays where comment_id = ?", asked.id) == [
        (make.ELIN if is_taken else None,)
    ]
    assert is_taken == (trouble is full)
    assert town.tell(event)
    town.on(minutes=2)
    town.tick()
    town.rest()
    keys = list(town.slack.keys.values())
    assert len(keys) == len(set(keys))
    assert {f"relay:{asked.id}", f"relay:{later.id}", "digest:2026-11-24"} <= set(keys)
    assert town.sql("select owner from relays where comment_id = ?", asked.id) == [(make.ELIN,)]
    assert town.sql("pragma integrity_check") == [("ok",)]
    with town.deps.reading() as db:
        assert audit.check(db).broken is None


@pytest.mark.parametrize("trouble", [read_only, locked])
def test_what_slack_took_while_it_could_not_be_recorded_is_found_and_not_said_again(
    town: Town, trouble: Callable[[Town], Storm]
) -> None:
    asked = town.write(1, "Måste man boka?")
    town.look()
    post = town.slack.post

    def posted(*given: object, **more: object) -> str:
        ts = post(*given, **more)  # type: ignore[arg-type]
        with trouble(town):
            town.slack.post = post  # type: ignore[method-assign]
            fails(lambda: town.sender._record(item, ts))
        raise sqlite3.OperationalError

    town.slack.post = posted  # type: ignore[method-assign]
    with town.deps.reading() as db:
        item = next(each for each in outbox.pending(db) if each.key.startswith("relay:"))
    fails(town.sender.drain)
    town.rest()
    assert list(town.slack.keys.values()).count(f"relay:{asked.id}") == 1


def test_yesterdays_copy_says_nothing_twice(town: Town, tmp_path: Path) -> None:
    """What Slack and the page were told since the copy was taken is found there."""
    town.write(1, "Måste man boka?")
    town.tick()
    town.rest()
    copy = tmp_path / "copy.db"
    backup.backup(town.file, copy)
    town.on(hours=24)
    written = [town.write(number, f"Fråga {number}") for number in range(2, 6)]
    town.tick()
    town.rest()
    before = dict(town.slack.keys)
    town.close()
    backup.restore(town.file, copy, now=town.hand())
    town.boot()
    town.on(minutes=5)
    town.tick()
    town.rest()
    assert town.slack.keys == before
    places = dict(town.sql("select key, ts from outbox where kind = 'post'"))
    assert {f"relay:{one.id}" for one in written} <= places.keys()
    assert all(places.values())
    town.write(7, "Ny fråga")
    town.look()
    town.rest()
    assert len(town.slack.keys) == len(before) + 1
