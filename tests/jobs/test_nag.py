"""The nag: at most once a working day, true until evening, silent where there is nothing."""

import json
from dataclasses import replace
from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

import pytest

from bot import jobs
from bot.deps import Deps
from bot.domain.ideas import Thought
from bot.domain.outlets import Slot
from bot.domain.plan import Entry, Status
from bot.domain.suggestions import POOL
from bot.jobs import nag, refresh
from bot.jobs.due import Due, end_of
from bot.jobs.outbox import Sender
from bot.jobs.pace import Pace
from bot.store import gaps, ideas, outbox, posts
from tests.fakes import Hand
from tests.make import AMIRA, JONAS, NOW, PLAN

ZONE = ZoneInfo("Europe/Stockholm")
TODAY = date(2026, 11, 24)
KEY = "nag:2026-11-24"
DAYS = tuple(date(2026, month, day) for month, day in ((11, 25), (11, 27), (11, 30)))
LATER_DAYS = tuple(date(2026, 12, day) for day in (2, 4, 7))


def slot(day: date) -> Slot:
    return Slot(day, time(11), 1)


def due(now: datetime = NOW) -> Due:
    return Due(now.astimezone(ZONE).date(), now, now)


def plan(deps: Deps, *days: date, owner: str | None = AMIRA) -> None:
    """Fill the slots of *days*."""
    with deps.transaction() as db:
        for day in days:
            entry = Entry(f"Inlägg {day.day}/{day.month}", 1, day, time(11), owner=owner)
            posts.add(db, entry, who=AMIRA, now=NOW)


def changed(deps: Deps, now: datetime = NOW) -> None:
    with deps.transaction() as db:
        refresh.plan_changed(db, deps, now)


def texts(deps: Deps) -> dict[str, str]:
    with deps.reading() as db:
        rows = db.query("select key, body from outbox")
        return {row["key"]: json.loads(row["body"])["text"] for row in rows}


def test_the_nag_is_put_once_into_the_plan_channel(deps: Deps) -> None:
    nag.run(deps, due())
    nag.run(deps, due())
    with deps.reading() as db:
        (item,) = outbox.pending(db)
    assert (item.key, item.channel, item.revision) == (KEY, PLAN, 1)


def test_every_gap_of_two_weeks_is_named_five_in_full(deps: Deps) -> None:
    nag.run(deps, due())
    text = texts(deps)[KEY]
    assert text.startswith("6 luckor de närmaste två veckorna")
    assert "*Onsdag 2 december (v. 49)*, Facebook kl. 11.00" in text
    assert "… och 1 lucka till, måndag 7 december." in text


def test_each_gap_has_fitting_ideas_and_none_twice(deps: Deps) -> None:
    plan(deps, *DAYS, *LATER_DAYS[1:])
    plan(deps, date(2026, 12, 9))
    with deps.transaction() as db:
        for title in ("Möt Lena", "Öppet hus", "Cykla i snö"):
            ideas.add(db, Thought(title), author=AMIRA, now=NOW)
    nag.run(deps, due())
    assert "Passar:\n• Möt Lena\n• Öppet hus\n• Cykla i snö" in texts(deps)[KEY]


def test_the_oldest_ideas_are_offered_however_many_there_are(deps: Deps) -> None:
    plan(deps, *DAYS, *LATER_DAYS[1:])
    with deps.transaction() as db:
        for number in range(POOL + 20):
            kept = NOW - timedelta(days=number)
            ideas.add(db, Thought(f"Idé {number}"), author=AMIRA, now=kept)
    nag.run(deps, due())
    last = [f"• Idé {number}: från juli" for number in (119, 118, 117)]
    assert "\n".join(["Passar:", *last]) in texts(deps)[KEY]


def test_without_gaps_there_is_no_nag(deps: Deps) -> None:
    plan(deps, *DAYS, *LATER_DAYS)
    nag.run(deps, due())
    changed(deps)
    assert texts(deps) == {}


def test_gaps_that_are_put_off_are_not_named_until_their_day(deps: Deps, hand: Hand) -> None:
    plan(deps, *DAYS[1:], *LATER_DAYS, date(2026, 12, 9))
    with deps.transaction() as db:
        gaps.postpone(db, slot(DAYS[0]), date(2026, 11, 25), who=AMIRA, now=NOW)
    nag.run(deps, due())
    assert texts(deps) == {}
    nag.run(deps, due(hand.on(days=1)))
    assert "nag:2026-11-25" in texts(deps)


def test_rows_turn_into_what_became_of_them(deps: Deps) -> None:
    nag.run(deps, due())
    plan(deps, DAYS[0])
    plan(deps, DAYS[1], owner=None)
    with deps.transaction() as db:
        gaps.leave_empty(db, slot(DAYS[2]), who=JONAS, now=NOW)
        gaps.postpone(db, slot(LATER_DAYS[0]), date(2026, 11, 26), who=JONAS, now=NOW)
    changed(deps)
    text = texts(deps)[KEY]
    assert text.startswith("2 luckor de närmaste två veckorna")
    assert (
        "*Onsdag 25 november (v. 48)*, Facebook kl. 11.00. Fylld: Inlägg 25/11 (Amira Haddad)"
        in text
    )
    assert "*Fredag 27 november (v. 48)*, Facebook kl. 11.00. Fylld: Inlägg 27/11\n" in text
    assert "*Måndag 30 november (v. 49)*, Facebook kl. 11.00. Lämnas tom (Jonas Berg)" in text
    assert "Påminner igen torsdag 26 november (Jonas Berg)" in text


def test_when_nothing_is_left_it_says_so(deps: Deps) -> None:
    nag.run(deps, due())
    plan(deps, *DAYS, *LATER_DAYS)
    changed(deps)
    assert texts(deps)[KEY].startswith("Inga luckor kvar de närmaste två veckorna. Tack!")


def test_a_gap_that_opens_during_the_day_joins(deps: Deps) -> None:
    plan(deps, DAYS[0])
    nag.run(deps, due())
    assert "25 november" not in texts(deps)[KEY]
    with deps.transaction() as db:
        (post,) = posts.between(db, DAYS[0], DAYS[1])
        posts.update(db, replace(post, status=Status.CANCELLED))
    changed(deps)
    assert "*Onsdag 25 november (v. 48)*" in texts(deps)[KEY]


def test_a_gap_of_today_counts_until_its_time(deps: Deps, hand: Hand) -> None:
    nag.run(deps, due(hand.on(days=1)))
    assert "*Onsdag 25 november (v. 48)*, Facebook kl. 11.00\n" in texts(deps)["nag:2026-11-25"]
    changed(deps, hand.on(hours=3))
    text = texts(deps)["nag:2026-11-25"]
    assert "*Onsdag 25 november (v. 48)*, Facebook kl. 11.00. Tiden har gått." in text


def test_a_slot_that_the_cadence_dropped_loses_its_row(deps: Deps) -> None:
    nag.run(deps, due())
    with deps.transaction() as db:
        db.execute("update cadences set rule = 'FREQ=WEEKLY;BYDAY=MO'")
    changed(deps)
    assert "onsdag" not in texts(deps)[KEY].lower()


def test_yesterdays_nag_is_left_as_it_was(deps: Deps, hand: Hand) -> None:
    nag.run(deps, due())
    before = texts(deps)
    plan(deps, DAYS[0])
    changed(deps, hand.on(days=1))
    assert texts(deps) == before


def test_slots_on_free_days_ask_and_stand_apart(deps: Deps, hand: Hand) -> None:
    nag.run(deps, due(hand.to(datetime(2026, 12, 23, 7, 15, tzinfo=UTC))))
    text = texts(deps)["nag:2026-12-23"]
    asked = (
        "*Fredag 25 december (v. 52)*, Facebook kl. 11.00, är röd dag (Juldagen): publicera ändå"
    )
    assert asked in text
    assert "*Fredag 1 januari 2027 (v. 53)*, Facebook kl. 11.00, är röd dag (Nyårsdagen)" in text
    assert "*Onsdag 6 januari 2027 (v. 1)*, Facebook kl. 11.00, är röd dag" in text
    assert text.index("*Måndag 4 januari 2027 (v. 1)*") < text.index(asked)


NO_NAG = {
    "Saturday": date(2026, 11, 28),
    "julafton": date(2026, 12, 24),
    "nyårsdagen": date(2027, 1, 1),
    "trettondedag jul": date(2027, 1, 6),
    "the day of the autumn change": date(2026, 10, 25),
    "the day of the spring change": date(2027, 3, 28),
}


@pytest.mark.parametrize("day", NO_NAG.values(), ids=NO_NAG.keys())
def test_nobody_is_nagged_on_a_free_day(deps: Deps, hand: Hand, day: date) -> None:
    now = hand.to(datetime.combine(day, time(8, 15), ZONE).astimezone(UTC))
    jobs.Timetable(deps).tick()
    changed(deps, now)
    assert texts(deps) == {}


def test_after_a_night_asleep_only_todays_nag_is_made(deps: Deps, hand: Hand) -> None:
    hand.to(datetime(2026, 11, 27, 14, 0, tzinfo=UTC))
    jobs.Timetable(deps).tick()
    jobs.Timetable(deps).tick()
    keys = [key for key in texts(deps) if key.startswith("nag:")]
    assert keys == ["nag:2026-11-27"]


def test_a_nag_that_could_not_be_sent_on_its_day_is_never_sent(deps: Deps, hand: Hand) -> None:
    nag.run(deps, due())
    sent: list[str] = []

    class World:
        """A Slack that was gone all day and is there after midnight."""

        def post(self, channel: str, body: object, *, key: str, thread: str | None) -> str:
            sent.append(key)
            return "1.1"

    sender = Sender(
        World(),  # type: ignore[arg-type]
        now=hand,
        transaction=deps.transaction,
        reading=deps.reading,
        health=deps.health,
        pace=Pace(channel_seconds=0),
    )
    hand.to(datetime(2026, 11, 25, 0, 0, tzinfo=ZONE).astimezone(UTC))
    sender.drain()
    assert sent == []
    with deps.reading() as db:
        assert outbox.pending(db) == []


LENGTHS = {
    "a common day": (date(2026, 11, 24), 24),
    "the day of the autumn change": (date(2026, 10, 25), 25),
    "the day of the spring change": (date(2027, 3, 28), 23),
}


@pytest.mark.parametrize(("day", "hours"), LENGTHS.values(), ids=LENGTHS.keys())
def test_a_day_ends_at_its_own_midnight(day: date, hours: int) -> None:
    begun = datetime.combine(day, time(), ZONE).astimezone(UTC)
    assert end_of(day, ZONE) - begun == timedelta(hours=hours)
