"""The nag to people: who hears what on which day, once, within their hours, true until evening."""

import json
from datetime import UTC, date, datetime, time
from threading import Thread
from zoneinfo import ZoneInfo

import pytest

from bot import jobs
from bot.domain.levels import Levels, Reach
from bot.domain.outlets import Slot
from bot.domain.plan import Entry
from bot.domain.team import Team
from bot.jobs import nag, refresh
from bot.jobs.due import Due
from bot.store import gaps, ledger, levels, outbox, posts, presence, team
from tests.make import AMIRA, ELIN, JONAS, MIKKO, NOW

ZONE = ZoneInfo("Europe/Stockholm")
WEDNESDAY, FRIDAY, MONDAY = date(2026, 11, 25), date(2026, 11, 27), date(2026, 11, 30)
TUESDAY_KEY, WEDNESDAY_KEY = "nag:2026-11-24", "nag:2026-11-25"
AFTERNOONS = (((time(13), time(17)),),) * 5 + ((), ())


@pytest.fixture(autouse=True)
def people(deps):
    with deps.transaction() as db:
        team.save(db, Team(AMIRA, (JONAS,), (ELIN, MIKKO)))
        levels.set_owners(db, {1: MIKKO, 3: ELIN, 5: MIKKO})


def slot(day):
    return Slot(day, time(11), 1)


def run(deps, now=NOW):
    nag.run(deps, Due(now.astimezone(ZONE).date(), now, now))


def at(hand, day, clock):
    hour, minute = map(int, clock.split(":"))
    return hand.to(datetime(2026, 11, day, hour, minute, tzinfo=ZONE).astimezone(UTC))


def fill(deps, hand, *days):
    with deps.transaction() as db:
        for day in days:
            posts.add(db, Entry("Inlägg", 1, day, time(11), owner=ELIN), who=ELIN, now=hand())
        refresh.plan_changed(db, deps, hand())


def said(deps):
    """What is decided, by key."""
    with deps.reading() as db:
        rows = db.query("select key, body from outbox where key like 'nag:%' order by id")
        return {row["key"]: json.loads(row["body"])["text"] for row in rows}


def reach_slack(deps):
    """Let everything stand in Slack."""
    with deps.transaction() as db:
        for item in outbox.pending(db):
            outbox.sent(db, item, f"{item.id}.0", revision=item.revision, now=deps.now())


def test_near_gaps_are_asked_of_who_has_the_weekday_and_the_rest_in_the_channel(deps):
    run(deps)
    texts = said(deps)
    assert list(texts) == [TUESDAY_KEY, f"{TUESDAY_KEY}:{ELIN}", f"{TUESDAY_KEY}:{MIKKO}"]
    assert texts[f"{TUESDAY_KEY}:{ELIN}"].startswith(
        "1 lucka som är nära\nHej! Du har hand om veckodagen. Kan du fylla luckan?"
    )
    assert "*Onsdag 25 november (v. 48)*" in texts[f"{TUESDAY_KEY}:{ELIN}"]
    assert "*Fredag 27 november" in texts[f"{TUESDAY_KEY}:{MIKKO}"]
    assert texts[TUESDAY_KEY].startswith("3 luckor de närmaste två veckorna")
    assert "Om 3 närmare luckor frågar jag någon direkt." in texts[TUESDAY_KEY]
    assert "25 november" not in texts[TUESDAY_KEY]


def test_messages_to_people_go_to_them_until_their_day_is_over(deps):
    run(deps)
    with deps.reading() as db:
        row = next(db.query("select * from outbox where key = ?", [f"{TUESDAY_KEY}:{ELIN}"]))
    assert (row["channel"], row["kind"]) == (ELIN, "post")
    assert row["until"].startswith("2026-11-24T15:30")


def test_what_is_still_open_the_next_working_day_is_asked_of_the_lead(deps, hand):
    run(deps)
    reach_slack(deps)
    run(deps, at(hand, 25, "08:15"))
    texts = {key: text for key, text in said(deps).items() if key.startswith(WEDNESDAY_KEY)}
    assert list(texts) == [WEDNESDAY_KEY, f"{WEDNESDAY_KEY}:{AMIRA}", f"{WEDNESDAY_KEY}:{ELIN}"]
    assert texts[f"{WEDNESDAY_KEY}:{AMIRA}"].startswith(
        "3 luckor behöver ett beslut\nHej! Jag frågar dig för att du leder teamet"
    )
    assert "2 december" in texts[f"{WEDNESDAY_KEY}:{ELIN}"]  # new within a week


def test_a_friday_nobody_answered_reaches_the_lead_on_monday(deps, hand):
    run(deps, at(hand, 27, "08:15"))
    reach_slack(deps)
    run(deps, at(hand, 30, "08:15"))
    assert f"nag:2026-11-30:{AMIRA}" in said(deps)


def test_what_never_reached_slack_is_asked_of_the_owner_again(deps, hand):
    run(deps)
    run(deps, at(hand, 25, "08:15"))
    assert f"{WEDNESDAY_KEY}:{AMIRA}" not in said(deps)
    assert f"{WEDNESDAY_KEY}:{ELIN}" in said(deps)


def test_somebody_slack_can_never_reach_does_not_hold_up_the_lead(deps, hand):
    run(deps)
    with deps.transaction() as db:
        for item in outbox.pending(db):
            outbox.died(db, item, "user_disabled")
    run(deps, at(hand, 25, "08:15"))
    assert f"{WEDNESDAY_KEY}:{AMIRA}" in said(deps)


def test_a_gap_that_was_put_off_begins_anew_with_its_owner(deps, hand):
    run(deps)
    reach_slack(deps)
    with deps.transaction() as db:
        for day in (FRIDAY, MONDAY):
            gaps.postpone(db, slot(day), date(2026, 11, 26), who=MIKKO, now=NOW)
    run(deps, at(hand, 25, "08:15"))
    reach_slack(deps)
    run(deps, at(hand, 26, "08:15"))
    assert "27 november" in said(deps)[f"nag:2026-11-26:{MIKKO}"]


def test_an_answer_changes_the_message_in_place_and_nothing_is_repeated(deps, hand):
    run(deps)
    reach_slack(deps)
    before = said(deps).keys()
    fill(deps, hand, WEDNESDAY)
    texts = said(deps)
    assert texts.keys() == before
    assert texts[f"{TUESDAY_KEY}:{ELIN}"].startswith("Klart för i dag. Tack för hjälpen!")
    assert "Fylld: Inlägg" in texts[f"{TUESDAY_KEY}:{ELIN}"]
    assert "Om 2 närmare luckor" in texts[TUESDAY_KEY]
    run(deps, at(hand, 25, "08:15"))
    assert "25 november" not in " ".join(
        text for key, text in said(deps).items() if key.startswith(WEDNESDAY_KEY)
    )


def test_nobody_hears_of_the_same_gap_twice_on_a_day(deps, hand):
    run(deps)
    reach_slack(deps)
    with deps.transaction() as db:
        levels.set_owners(db, {1: JONAS, 3: JONAS, 5: JONAS})
        refresh.plan_changed(db, deps, hand.on(hours=1))
    run(deps, hand())
    jobs.Timetable(deps).tick()
    assert f"{TUESDAY_KEY}:{JONAS}" not in said(deps)
    with deps.reading() as db:
        named = [ask.slot for ask in gaps.named(db, NOW.date())]
    assert len(named) == len(set(named)) == 6


def test_who_is_away_is_passed_over_for_the_lead_then_the_deputy(deps, hand):
    with deps.transaction() as db:
        presence.add_absence(db, ELIN, NOW.date(), WEDNESDAY)
        presence.add_absence(db, AMIRA, NOW.date(), WEDNESDAY)
    run(deps)
    text = said(deps)[f"{TUESDAY_KEY}:{JONAS}"]
    assert text.startswith("1 lucka behöver ett beslut\nHej! Jag frågar dig för att du leder")
    assert f"{TUESDAY_KEY}:{ELIN}" not in said(deps)


def test_who_has_quiet_is_told_when_their_hours_begin_once(deps, hand):
    with deps.transaction() as db:
        presence.set_hours(db, ELIN, AFTERNOONS)
    run(deps)
    assert f"{TUESDAY_KEY}:{ELIN}" not in said(deps)
    nag.catch_up(deps, at(hand, 24, "12:59"))
    assert f"{TUESDAY_KEY}:{ELIN}" not in said(deps)
    threads = [Thread(target=nag.catch_up, args=(deps, at(hand, 24, "13:00"))) for _ in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert "*Onsdag 25 november" in said(deps)[f"{TUESDAY_KEY}:{ELIN}"]
    with deps.reading() as db:
        assert len(ledger.acts(db, f"{TUESDAY_KEY}:{ELIN}")) == 1


def test_who_has_quiet_hears_nothing_of_what_was_settled_meanwhile(deps, hand):
    with deps.transaction() as db:
        presence.set_hours(db, ELIN, AFTERNOONS)
    run(deps)
    fill(deps, hand, WEDNESDAY)
    nag.catch_up(deps, at(hand, 24, "13:00"))
    nag.catch_up(deps, at(hand, 24, "13:01"))
    assert f"{TUESDAY_KEY}:{ELIN}" not in said(deps)
    with deps.reading() as db:
        assert gaps.waiting(db, NOW.date()) == []


def test_what_waited_beyond_the_hours_is_dropped_with_the_day(deps, hand):
    with deps.transaction() as db:
        presence.set_hours(db, ELIN, AFTERNOONS)
    run(deps)
    nag.catch_up(deps, at(hand, 24, "17:00"))
    nag.catch_up(deps, at(hand, 25, "07:00"))
    assert f"{TUESDAY_KEY}:{ELIN}" not in said(deps)


def test_a_bot_that_starts_in_the_evening_disturbs_nobody(deps, hand):
    at(hand, 24, "19:00")
    jobs.Timetable(deps).tick()
    assert list(said(deps)) == [TUESDAY_KEY]


FREE = {"a Saturday": "2026-11-28", "julafton": "2026-12-24", "nyårsdagen": "2027-01-01"}


@pytest.mark.parametrize("day", FREE.values(), ids=FREE.keys())
def test_nobody_is_asked_on_a_free_day(deps, hand, day):
    hand.to(datetime.fromisoformat(f"{day}T10:00").replace(tzinfo=ZONE).astimezone(UTC))
    jobs.Timetable(deps).tick()
    assert said(deps) == {}


def test_reminders_can_be_turned_off_or_kept_to_the_channel(deps):
    with deps.transaction() as db:
        levels.save(db, Levels(reach=Reach.OFF))
    run(deps)
    assert said(deps) == {}


def test_the_channel_alone_can_be_reminded_and_further_ahead(deps):
    with deps.transaction() as db:
        levels.save(db, Levels(7, 21, 30, Reach.CHANNEL))
    run(deps)
    texts = said(deps)
    assert list(texts) == [TUESDAY_KEY]
    assert texts[TUESDAY_KEY].startswith("9 luckor de närmaste 21 dagarna")


def test_a_gap_that_opens_during_the_day_waits_unless_its_owner_was_asked(deps, hand):
    fill(deps, hand, WEDNESDAY, FRIDAY)
    run(deps)
    assert f"{TUESDAY_KEY}:{ELIN}" not in said(deps)
    with deps.transaction() as db:
        db.execute("delete from post_history")
        db.execute("delete from posts")
        refresh.plan_changed(db, deps, hand.on(hours=1))
    assert f"{TUESDAY_KEY}:{ELIN}" not in said(deps)
    assert "27 november" in said(deps)[f"{TUESDAY_KEY}:{MIKKO}"]


def test_each_nag_is_written_down_with_its_level_and_count_and_no_text(deps, hand):
    run(deps)
    fill(deps, hand, WEDNESDAY)
    with deps.reading() as db:
        (act,) = ledger.acts(db, f"{TUESDAY_KEY}:{MIKKO}")
        (channel,) = ledger.acts(db, TUESDAY_KEY)
    assert (act.who, act.act, act.detail["level"], act.detail["count"]) == (
        "lucka", "nag.sent", "clear", "2",
    )  # fmt: skip
    assert act.detail["slots"] == "1 2026-11-27 11:00, 1 2026-11-30 11:00"
    assert channel.detail["level"] == "gentle"


def test_over_a_week_each_person_has_one_message_a_day_at_most(deps, hand):
    for day in range(24, 31):
        at(hand, day, "08:15")
        jobs.Timetable(deps).tick()
        reach_slack(deps)
        hand.on(hours=3)
        jobs.Timetable(deps).tick()
    keys = list(said(deps))
    assert len(keys) == len(set(keys))
    assert not [key for key in keys if "2026-11-28" in key or "2026-11-29" in key]
