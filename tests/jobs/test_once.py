"""One job from the command line: for any time, and dry."""

from dataclasses import replace
from datetime import UTC, date, datetime, time

import pytest

from bot.domain.page import PageRound, PageUsage
from bot.domain.plan import Entry
from bot.jobs import once
from bot.locales import Words
from bot.store import outbox, outlets, posts
from bot.store.db import Store
from tests.make import AMIRA, PLAN
from tests.page import FakePage

MORNING = datetime(2026, 11, 30, 7, 15, tzinfo=UTC)


@pytest.fixture
def settings(deps, tmp_path):
    return replace(deps.settings, database_path=tmp_path / "lucka.db")


def put(settings):
    store = Store(settings.database_path)
    with store.reading() as db:
        keys = [item.key for item in outbox.pending(db)]
        runs = db.execute("select count(*) from job_runs").fetchone()[0]
    store.close()
    return keys, runs


def test_a_dry_run_shows_the_message_and_writes_nothing(settings):
    shown = once.run(settings, "digest", now=MORNING, page=None, dry=True)

    assert [key for key, _ in shown] == ["digest:2026-11-30"]
    assert "Måndag 30 november" in shown[0][1]["text"]
    assert put(settings) == ([], 0)


def test_a_real_run_puts_it_into_the_outbox_once(settings):
    once.run(settings, "digest", now=MORNING, page=None, dry=False)
    again = once.run(settings, "digest", now=MORNING, page=None, dry=False)

    assert again == []
    assert put(settings) == (["digest:2026-11-30"], 1)


def test_a_day_that_has_had_its_digest_can_still_be_looked_at(settings):
    once.run(settings, "digest", now=MORNING, page=None, dry=False)

    shown = once.run(settings, "digest", now=MORNING, page=None, dry=True)

    assert [key for key, _ in shown] == ["digest:2026-11-30"]
    assert put(settings) == (["digest:2026-11-30"], 1)


def test_last_months_report_can_be_looked_at_again_and_again(settings):
    first = datetime(2026, 12, 1, 7, 15, tzinfo=UTC)
    store = Store(settings.database_path)
    with store.transaction() as db:
        outlets.ensure_defaults(db, Words("sv"))
        entry = Entry("Öppet hus", 1, date(2026, 11, 20), time(11))
        posts.add(db, entry, who=AMIRA, now=MORNING)
    store.close()
    for dry in (True, False, True):
        shown = once.run(settings, "report", now=first, page=None, dry=dry)

        assert [key for key, _ in shown] == ["report:draft:2026-11"]
    assert once.run(settings, "report", now=first, page=None, dry=False) == []


def test_a_dry_look_at_the_page_holds_up_nobody(settings, store):
    class Page(FakePage):
        def read_page(self, _, **__):
            with store.transaction() as db:  # as the running bot does meanwhile
                db.execute("pragma busy_timeout = 0")
                outbox.put(db, "digest:1", PLAN, {"text": "hej"}, now=MORNING)
            return PageRound((), (), PageUsage(), 1)  # and of the rest nothing moves

    assert once.run(settings, "poll", now=MORNING, page=Page(), dry=True) == []
    assert put(settings)[0] == ["digest:1"]


def test_housekeeping_says_nothing(settings):
    assert once.run(settings, "housekeeping", now=MORNING, page=None, dry=False) == []
