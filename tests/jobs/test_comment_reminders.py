"""Reminders of open comments: one message a day and addressee, true until evening, none in quiet."""

import json
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from threading import Thread
from zoneinfo import ZoneInfo

import pytest

from bot import jobs
from bot.domain.comments import Act
from bot.domain.policy import Policy, read_promise
from bot.domain.team import Team
from bot.jobs import comment_reminders, once
from bot.store import comments, ledger, policy, presence, team
from bot.store import page as store_page
from handlers.comments import carry_out
from tests import page
from tests.make import AMIRA, COMMENTS, ELIN, JONAS, NOW

ZONE = ZoneInfo("Europe/Stockholm")
DAY = "comment_reminders:2026-11-24"


@pytest.fixture(autouse=True)
def people(deps):
    """Amira leads; two comments of Monday at noon, of which Elin has the first."""
    with deps.transaction() as db:
        team.save(db, Team(AMIRA, (JONAS,), (ELIN,)))
    write(deps, 1, 2)
    act(deps, Act.CLAIM, 1, ELIN)


def write(deps, *numbers, at=datetime(2026, 11, 23, 11, tzinfo=UTC)):
    with deps.transaction() as db:
        found = [page.comment(number, f"Fråga {number}", at=at) for number in numbers]
        kept = store_page.keep(db, (page.post(),), found, now=NOW)
        comments.add_relays(db, kept.new, since=NOW - timedelta(days=30), now=NOW)


def act(deps, what, number, who):
    with deps.transaction() as db:
        carry_out(deps, db, what, page.comment(number).id, who)


def look(deps, hand, clock, day=24):
    hour, minute = map(int, clock.split(":"))
    now = hand.to(datetime(2026, 11, day, hour, minute, tzinfo=ZONE).astimezone(UTC))
    comment_reminders.look(deps, now)


def said(deps):
    """What is decided, by key."""
    with deps.reading() as db:
        rows = db.query("select key, body from outbox where key like 'comment_reminders:%'")
        return {row["key"]: json.loads(row["body"])["text"] for row in rows}


def test_the_owner_hears_of_theirs_and_the_channel_of_what_nobody_has(deps, hand):
    look(deps, hand, "08:15")
    texts = said(deps)
    assert list(texts) == [DAY, f"{DAY}:{ELIN}"]
    assert texts[f"{DAY}:{ELIN}"].startswith(
        "1 kommentar väntar på dig\n"
        "Det här har du tagit. Vi har lovat svar inom 24 timmar på helgfria vardagar"
    )
    assert "Fråga 1" in texts[f"{DAY}:{ELIN}"]
    assert texts[DAY].startswith("1 kommentar behöver ett svar\nVi har lovat svar")
    assert "Fråga 2" in texts[DAY]
    with deps.reading() as db:
        rows = {r["key"]: r for r in db.query("select key, channel, until from outbox")}
    assert (rows[DAY]["channel"], rows[f"{DAY}:{ELIN}"]["channel"]) == (COMMENTS, ELIN)
    assert rows[f"{DAY}:{ELIN}"]["until"].startswith("2026-11-24T15:30")


def test_many_are_gathered_in_one_message(deps, hand):
    write(deps, *range(3, 40))
    for number in range(3, 40):
        act(deps, Act.CLAIM, number, ELIN)
    look(deps, hand, "08:15")
    text = said(deps)[f"{DAY}:{ELIN}"]
    assert text.startswith("38 kommentarer väntar på dig")
    assert "… och 28 till." in text


def test_nobody_hears_the_same_twice_on_a_day_and_what_comes_later_joins(deps, hand):
    look(deps, hand, "08:15")
    before = said(deps)
    look(deps, hand, "08:45")
    assert said(deps) == before
    look(deps, hand, "11:00")
    assert said(deps).keys() == before.keys()
    assert said(deps)[DAY].startswith("2 kommentarer behöver ett svar")


def test_the_lead_hears_when_the_time_is_over_once_for_all(deps, hand):
    look(deps, hand, "13:00")
    texts = said(deps)
    assert list(texts) == [f"{DAY}:{AMIRA}"]
    assert texts[f"{DAY}:{AMIRA}"].startswith(
        "2 kommentarer väntar på dig\nTiden har gått: vi har lovat svar"
    )


def test_acting_on_the_comment_stops_it_and_changes_what_was_said(deps, hand):
    look(deps, hand, "08:15")
    act(deps, Act.HANDLE, 1, ELIN)
    assert said(deps)[f"{DAY}:{ELIN}"] == "Klart för i dag. Tack för hjälpen!"
    act(deps, Act.CLAIM, 2, JONAS)
    assert "Jonas Berg har den" in said(deps)[DAY]
    look(deps, hand, "13:00")
    assert "Fråga 1" not in said(deps)[f"{DAY}:{AMIRA}"]
    act(deps, Act.HANDLE, 2, JONAS)
    look(deps, hand, "08:15", day=25)
    assert not [key for key in said(deps) if "2026-11-25" in key]
    act(deps, Act.REOPEN, 2, JONAS)
    look(deps, hand, "13:00", day=25)
    assert f"comment_reminders:2026-11-25:{JONAS}" in said(deps), "the time began anew"


def test_the_pages_own_reply_stops_it_too(deps, hand):
    look(deps, hand, "13:00")
    answer = page.answer(9, under=1, at=deps.now())
    with deps.transaction() as db:
        kept = store_page.keep(db, (page.post(),), [answer], now=deps.now())
        comments.close_answered(db, kept.new)
        comment_reminders.refresh(db, deps, [page.comment(1).id], deps.now())
    assert said(deps)[f"{DAY}:{AMIRA}"].startswith("1 kommentar väntar på dig")
    assert "1 till är klar." in said(deps)[f"{DAY}:{AMIRA}"]


def test_a_flagged_comment_has_a_clock_of_its_own(deps, hand):
    act(deps, Act.FLAG, 2, JONAS)
    look(deps, hand, "08:15")
    assert list(said(deps)) == [f"{DAY}:{ELIN}"]
    with deps.transaction() as db:
        subject = f"comment:{page.comment(2).id}"
        ledger.record(db, AMIRA, "comment.judged", subject, now=deps.now())
    look(deps, hand, "08:45")
    assert page.comment(2).permalink in said(deps)[DAY]  # by its link alone, as it is urgent


def test_we_will_get_back_begins_the_time_anew(deps, hand):
    hand.to(datetime(2026, 11, 24, 8, tzinfo=ZONE).astimezone(UTC))
    with deps.transaction() as db:
        subject = f"comment:{page.comment(1).id}"
        ledger.record(db, ELIN, "comment.promised", subject, now=deps.now())
    look(deps, hand, "11:00")
    assert f"{DAY}:{ELIN}" not in said(deps)
    look(deps, hand, "13:00")
    assert f"{DAY}:{ELIN}" in said(deps)


QUIET = {"before hours": (24, "07:59"), "in the evening": (24, "16:30"), "Saturday": (28, "12:00")}


@pytest.mark.parametrize(("day", "clock"), QUIET.values(), ids=QUIET.keys())
def test_nobody_is_reminded_in_their_quiet(deps, hand, day, clock):
    look(deps, hand, clock, day)
    assert said(deps) == {}


def test_who_had_quiet_hears_when_their_hours_begin(deps, hand):
    with deps.transaction() as db:
        afternoons = (((datetime(2026, 1, 1, 9).time(), datetime(2026, 1, 1, 17).time()),),)  # noqa: DTZ001
        presence.set_hours(db, ELIN, (*afternoons * 5, (), ()))
    look(deps, hand, "08:30")
    assert f"{DAY}:{ELIN}" not in said(deps)
    look(deps, hand, "09:00")
    assert f"{DAY}:{ELIN}" in said(deps)


def test_after_three_days_the_lead_is_left_in_peace(deps, hand):
    for day in (25, 26, 27, 30):
        look(deps, hand, "10:00", day)
    keys = [key for key in said(deps) if key.endswith(AMIRA)]
    assert [key.split(":")[1] for key in keys] == ["2026-11-25", "2026-11-26", "2026-11-27"]


def test_after_a_promise_the_lead_hears_of_it_anew(deps, hand):
    for day in (25, 26, 27):
        look(deps, hand, "10:00", day)
    hand.to(datetime(2026, 11, 27, 11, tzinfo=ZONE).astimezone(UTC))
    with deps.transaction() as db:
        for number in (1, 2):
            subject = f"comment:{page.comment(number).id}"
            ledger.record(db, ELIN, "comment.promised", subject, now=deps.now())
    look(deps, hand, "16:00", 30)
    assert f"{comment_reminders.JOB}:2026-11-30:{AMIRA}" in said(deps)


def test_a_longer_promise_is_a_later_reminder(deps, hand):
    with deps.transaction() as db:
        policy.save(db, Policy(read_promise("5_arbetsdagar")))
    look(deps, hand, "13:00")
    assert said(deps) == {}


def test_two_looks_at_once_say_it_once(deps, hand):
    hand.to(datetime(2026, 11, 24, 8, 15, tzinfo=ZONE).astimezone(UTC))
    threads = [Thread(target=comment_reminders.look, args=(deps, deps.now())) for _ in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    with deps.reading() as db:
        assert len(ledger.acts(db, f"{DAY}:{ELIN}")) == 1
        rows = db.query("select revision from outbox where key like 'comment_reminders:%'")
        assert [row["revision"] for row in rows] == [1, 1]


def test_each_reminder_is_written_down_without_any_text(deps, hand):
    look(deps, hand, "08:15")
    with deps.reading() as db:
        (one,) = ledger.acts(db, f"{DAY}:{ELIN}")
    assert (one.who, one.act) == ("lucka", "reminder.sent")
    assert one.detail == {"comments": page.comment(1).id, "steps": "owner"}


def test_the_timetable_looks_once_in_each_half_hour(deps, hand):
    timetable = jobs.Timetable(deps, ())
    hand.to(datetime(2026, 11, 24, 8, 10, tzinfo=ZONE).astimezone(UTC))
    timetable.tick()
    assert said(deps).keys() == {DAY, f"{DAY}:{ELIN}"}
    write(deps, 3)
    timetable.tick()
    assert "Fråga 3" not in said(deps)[DAY]
    hand.on(minutes=20)
    timetable.tick()
    assert "Fråga 3" in said(deps)[DAY]


def test_a_dry_run_shows_the_day_and_writes_nothing(deps, hand, tmp_path):
    settings = replace(deps.settings, database_path=tmp_path / "lucka.db")
    now = hand.to(datetime(2026, 11, 24, 8, 15, tzinfo=ZONE).astimezone(UTC))
    for expected in ({}, {DAY, f"{DAY}:{ELIN}"}):
        assert said(deps).keys() == set(expected)
        shown = once.run(settings, comment_reminders.JOB, now=now, page=None, dry=True)
        assert {key for key, _ in shown} == {DAY, f"{DAY}:{ELIN}"}
        assert said(deps).keys() == set(expected)
        once.run(settings, comment_reminders.JOB, now=now, page=None, dry=False)


def test_today_is_the_teams_day(deps, hand):
    look(deps, hand, "08:15")
    with deps.reading() as db:
        days = {row["day"] for row in db.query("select day from comment_reminders")}
    assert days == {date(2026, 11, 24).isoformat()}
