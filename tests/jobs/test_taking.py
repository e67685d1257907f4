"""Reading in takes turns with everybody else, and goes on after a crash between any two turns."""

import json
from contextlib import contextmanager, suppress
from dataclasses import replace
from datetime import date, time, timedelta

import pytest

from bot.config import Settings
from bot.domain.imports import Event
from bot.jobs import importing, imports, sweeping, taking
from bot.store import posts
from bot.store.db import Store
from tests.make import AMIRA, NOW

DAY = date(2026, 12, 3)
MANY = 2 * taking.BATCH + 7
EVENTS = [Event(f"{n}", f"Nr {n}", DAY + timedelta(days=n % 90), time(11)) for n in range(MANY)]
MOVED = [replace(event, at=time(13)) for event in EVENTS]


class Killed(BaseException):
    """The process ends here."""


def titles(deps):
    with deps.reading() as db:
        return sorted(post.title for post in posts.between(db, DAY, DAY + timedelta(days=90)))


def counted(deps, table):
    with deps.reading() as db:
        return db[table].count


def torn(deps, after):
    """The parts of a bot that is killed after so many transactions."""
    left = [after]

    @contextmanager
    def transaction():
        left[0] -= 1
        if left[0] < 0:
            raise Killed
        with deps.transaction() as db:
            yield db

    return replace(deps, transaction=transaction)


def watched(deps, table):
    """Parts that note how many rows of *table* there are after each transaction."""
    seen = []

    @contextmanager
    def transaction():
        with deps.transaction() as db:
            yield db
            seen.append(db[table].count)

    return replace(deps, transaction=transaction), seen


def test_no_transaction_takes_in_more_than_a_few_events(deps):
    on, seen = watched(deps, "posts")
    assert taking.take_in(on, EVENTS, source="calendar").new == MANY
    steps = [after - before for before, after in zip([0, *seen], seen, strict=False)]
    assert max(steps) == taking.BATCH
    assert sum(steps) == MANY


@pytest.mark.parametrize("after", range(4))
def test_torn_between_two_the_next_reading_goes_on_and_counts_as_the_same(deps, after):
    with suppress(Killed):
        taking.take_in(torn(deps, after), EVENTS, source="file")
    assert len(titles(deps)) == min(after * taking.BATCH, MANY)

    done = taking.take_in(deps, EVENTS, source="file")
    assert titles(deps) == sorted(event.title for event in EVENTS)
    assert counted(deps, "imports") == 1
    with deps.transaction() as db:
        imports.undo(db, done.import_id, who=AMIRA, now=NOW)
    sweeping.go_on(deps)
    assert titles(deps) == []
    assert taking.take_in(deps, EVENTS, source="file").import_id != done.import_id


@pytest.mark.parametrize("after", range(7))
def test_questions_that_were_torn_are_asked_by_the_next_reading_once(deps, after):
    taking.take_in(deps, EVENTS, source="calendar")
    with suppress(Killed):
        taking.take_in(torn(deps, after), MOVED, source="calendar")

    assert taking.take_in(deps, MOVED, source="calendar").differing == MANY
    with deps.reading() as db:
        keys = [row["key"] for row in db.query("select key from outbox where key like 'import:%'")]
    assert keys == ["import:all:1"]


def test_what_somebody_plans_between_two_is_not_planned_again(deps):
    """Whatever was read before is looked at once more in the transaction that writes."""
    last, turns = EVENTS[-1], []

    @contextmanager
    def transaction():
        with deps.transaction() as db:
            yield db
        turns.append(1)
        if len(turns) == 1:
            taking.take_in(deps, [last], source="file")

    taking.take_in(replace(deps, transaction=transaction), EVENTS, source="file")
    assert titles(deps).count(last.title) == 1


def test_a_file_that_was_torn_says_in_the_end_how_much_was_read_in(tmp_path, monkeypatch):
    settings = Settings(
        slack_bot_token="xoxb-test", plan_channel="#plan", database_path=tmp_path / "lucka.db"
    )
    rows = "".join(f"2026-12-{n % 28 + 1:02};Nr {n}\n" for n in range(MANY))
    sheet, real, left = f"datum;titel\n{rows}".encode(), Store.transaction, [3]

    @contextmanager
    def dying(store):
        left[0] -= 1
        if left[0] == 0:
            raise Killed
        with real(store) as db:
            yield db

    monkeypatch.setattr(Store, "transaction", dying)
    with suppress(Killed):
        importing.take_file(settings, "plan.csv", sheet, now=NOW, dry=False)
    taken = importing.take_file(settings, "plan.csv", sheet, now=NOW, dry=False)
    assert (taken.new, taken.known) == (MANY - taking.BATCH, taking.BATCH)

    store = Store(settings.database_path)
    with store.reading() as db:
        (row,) = db.query("select body from outbox where key like 'imported:%'")
    store.close()
    assert json.loads(row["body"])["text"].startswith(f"Jag har läst in {MANY} inlägg")
