"""The nightly copy: whole, private, once a night, and never at the cost of the ones before."""

import errno
import os
import shutil
from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest

from bot import jobs
from bot.jobs import Timetable, alarm, backup, upkeep
from bot.store import backup as copies
from bot.store import ledger, outbox
from bot.store.db import Store
from tests.make import NOW, PLAN

ZONE = ZoneInfo("Europe/Stockholm")


def local(text):
    return datetime.fromisoformat(text).replace(tzinfo=ZONE).astimezone(UTC)


def names(deps):
    folder = deps.settings.backups
    return sorted(file.name for file in folder.iterdir()) if folder.exists() else []


@pytest.fixture
def night(deps, hand, monkeypatch):
    """Turn the clock to a local time and let the timetable look; a minute passes each time."""
    seconds = [0.0]
    monkeypatch.setattr(jobs, "monotonic", lambda: seconds[0])
    job = next(job for job in jobs.daily(deps.settings.digest_time) if job.name == backup.JOB)
    timetable = Timetable(deps, (job,))

    def come(text):
        hand.to(local(text))
        hand.seconds += 60.0
        seconds[0] += jobs.RETRY_SECONDS
        timetable.tick()
        return names(deps)

    return come


@pytest.fixture
def full(monkeypatch):
    """A disk too full for a copy while there is something in the list."""
    left, real = [1], shutil.disk_usage
    monkeypatch.setattr(upkeep, "LOW_BYTES", 0)  # which would be told for itself

    def usage(path):
        return real(path)._replace(free=1000) if left else real(path)

    monkeypatch.setattr(copies.shutil, "disk_usage", usage)
    return left


def troubles(deps):
    return {s.part: s.kind for s in deps.health.states() if s.kind}


def alarms(deps):
    with deps.reading() as db:
        return [row["body"] for row in db.query("select * from outbox where key like 'alarm:%'")]


def test_a_copy_is_taken_each_night_and_only_once(deps, night):
    assert night("2026-11-24T04:04") == []
    assert night("2026-11-24T04:05") == ["lucka-20261124T030500Z.db"]
    assert len(night("2026-11-24T23:00")) == 1
    assert len(night("2026-11-25T04:05")) == 2

    for file in deps.settings.backups.iterdir():
        assert file.stat().st_mode & 0o777 == 0o600
        Store(file).close()


def test_a_machine_that_slept_makes_up_for_it_when_it_wakes(night):
    night("2026-11-20T04:05")

    assert night("2026-11-23T08:15")[-1] == "lucka-20261123T071500Z.db"


def test_old_copies_go_when_the_new_one_stands_and_nothing_else_goes(deps, night):
    night("2026-11-01T04:05")
    (deps.settings.backups / "monday.db").write_text("mine")
    for day in range(2, 31):
        night(f"2026-11-{day:02d}T04:05")

    days = (15, 22, 24, 25, 26, 27, 28, 29, 30)
    assert names(deps) == [*(f"lucka-202611{day}T030500Z.db" for day in days), "monday.db"]


def test_a_full_disk_is_told_once_and_costs_no_copy(deps, hand, night, full):
    full.clear()
    before = night("2026-11-24T04:05")
    full.append(1)

    for minute in range(10):
        assert night(f"2026-11-25T04:{minute + 5:02d}") == before
    (said,) = alarms(deps)
    assert "disken är full (ENOSPC)" in said

    full.clear()
    assert len(night("2026-11-25T04:30")) == 2
    assert "job:backup" not in troubles(deps)
    (said,) = alarms(deps)
    assert "Nu fungerar det igen" in said


def test_a_disk_that_fills_up_on_the_way_leaves_no_half_copy(deps, night, monkeypatch):
    before = night("2026-11-24T04:05")

    def full(_file):
        raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))

    monkeypatch.setattr(copies, "_sync", full)
    assert night("2026-11-25T04:05") == before
    assert troubles(deps)["job:backup"] == "trouble-backup-full"


def test_a_folder_that_cannot_be_made_is_told(deps, night):
    deps.settings.backups.write_text("a file where the folder should be")

    with pytest.raises(NotADirectoryError):
        night("2026-11-24T04:05")

    assert troubles(deps)["job:backup"] == "trouble-backup-unwritable"


def test_a_database_that_is_not_whole_does_not_replace_a_copy_that_is(deps, night, monkeypatch):
    before = night("2026-11-24T04:05")

    def broken(file):
        raise copies.NotABackupError(file)

    monkeypatch.setattr(copies, "_check", broken)
    assert night("2026-11-25T04:05") == before
    assert troubles(deps)["job:backup"] == "trouble-database-broken"


def test_what_a_killed_copy_left_is_cleared_away(deps, night):
    deps.settings.backups.mkdir()
    for left in ("lucka-20261123T030500Z.db.part", "lucka-20261123T030500Z.db.part-journal"):
        (deps.settings.backups / left).write_bytes(b"half")

    assert night("2026-11-24T04:05") == ["lucka-20261124T030500Z.db"]


def test_a_copy_holds_what_is_committed_while_others_write(deps, store):
    with store.transaction() as db:
        ledger.set_fact(db, "is", "kept")
    with store.transaction() as db:
        ledger.set_fact(db, "is", "under way")
        copies.nightly(deps.settings.database_path, deps.settings.backups, ZONE, now=NOW)
    (name,) = names(deps)
    copy = Store(deps.settings.backups / name)
    with copy.reading() as db:
        assert ledger.fact(db, "is") == "kept"
    copy.close()


# -- what is put back


def test_after_a_restore_slack_is_asked_before_anything_is_sent_again(deps, tmp_path):
    copy, path = tmp_path / "copy.db", tmp_path / "other.db"
    with deps.transaction() as db:
        ledger.claim(db, "digest", "2026-11-23", now=NOW - timedelta(days=1), late=False)
        outbox.put(db, "relay:1_2", PLAN, {"text": "hej"}, now=NOW - timedelta(hours=20))
    copies.backup(deps.settings.database_path, copy)
    copies.restore(path, copy, now=NOW)

    def tried(key, *, at=NOW):
        with store.transaction() as db:
            outbox.put(db, key, PLAN, {"text": "hej"}, now=at)
            return db.execute("select tried_at from outbox where key = ?", [key]).fetchone()[0]

    store = Store(path)
    copied = "2026-11-23T"
    assert tried("relay:1_2").startswith(copied), "waiting in the copy, perhaps sent since"
    assert tried("digest:2026-11-24").startswith(copied), "decided once more"
    assert tried("relay:100_2").startswith(copied)
    assert tried("answer:12") is None, "our own numbers are given to other things now"
    assert tried("decision:1:U0JONAS") is None
    assert tried("digest:2026-11-27", at=NOW + outbox.DOUBT) is None
    store.close()


def test_an_alarm_about_copies_that_are_too_old_says_so(deps, hand, night):
    night("2026-11-24T04:05")
    hand.to(local("2026-11-25T16:06"))
    for _ in range(3):
        alarm.run(deps, hand.on(minutes=2))

    assert troubles(deps)["backup"] == "trouble-backup-old"
    assert "äldre än ett och ett halvt dygn" in alarms(deps)[0]
