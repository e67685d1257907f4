"""What fails slowly is on the health board before it has failed: the outbox, the disk."""

import shutil
from datetime import timedelta

import pytest

from bot.jobs import status, upkeep
from bot.store import outbox
from tests.make import NOW, PLAN


def board(deps, hand):
    upkeep.look(deps, hand())
    return {s.part: (s.kind, s.detail) for s in deps.health.states() if s.kind}


def test_all_is_well_and_every_part_says_so(deps, hand):
    assert board(deps, hand) == {}
    assert {s.part for s in deps.health.states()} == {"outbox", "disk", "backup"}


def test_a_message_that_waits_for_long_is_told(deps, hand):
    with deps.transaction() as db:
        outbox.put(db, "digest:1", PLAN, {"text": "hej"}, now=NOW)

    hand.to(NOW + upkeep.LATE)
    assert board(deps, hand) == {}
    hand.on(seconds=1)
    assert board(deps, hand) == {"outbox": ("trouble-outbox-late", "1")}


def test_a_change_to_an_old_message_is_no_late_message(deps, hand):
    with deps.transaction() as db:
        outbox.put(db, "digest:1", PLAN, {"text": "hej"}, now=NOW)
        (item,) = outbox.pending(db)
        outbox.sent(db, item, "1.1", revision=1, now=NOW)
        outbox.put(db, "digest:1", PLAN, {"text": "hejdå"}, now=NOW + timedelta(days=3))

    hand.to(NOW + timedelta(days=3, minutes=1))
    assert board(deps, hand) == {}
    with deps.reading() as db:
        assert outbox.backlog(db).oldest == NOW + timedelta(days=3)


@pytest.mark.parametrize("part", ["slack", f"channel:{PLAN}", "database:outbox"])
def test_what_another_trouble_explains_is_not_told_twice(deps, hand, part):
    with deps.transaction() as db:
        outbox.put(db, "digest:1", PLAN, {"text": "hej"}, now=NOW)
    deps.health.trouble(part, "trouble-slack-unreachable", now=NOW)
    hand.on(hours=1)

    assert "outbox" not in board(deps, hand)


def test_a_disk_that_is_nearly_full_is_told_with_how_much_is_left(deps, hand, monkeypatch):
    usage = shutil.disk_usage(deps.settings.database_path.parent)._replace(free=120_400_000)
    monkeypatch.setattr(upkeep.shutil, "disk_usage", lambda _path: usage)

    assert board(deps, hand) == {"disk": ("trouble-disk", "120")}


def test_the_health_report_knows_the_newest_copy_that_is_still_there(deps, hand):
    with deps.reading() as db:
        assert status.gather(deps, db).last_backup is None
    deps.settings.backups.mkdir()
    for day in (22, 23, 30):
        (deps.settings.backups / f"lucka-202611{day}T030500Z.db").touch()

    with deps.reading() as db:
        found = status.gather(deps, db).last_backup
    assert found is not None
    assert found.isoformat() == "2026-11-23T03:05:00+00:00"
