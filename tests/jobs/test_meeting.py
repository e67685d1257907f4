"""The meeting's pack the working day before, the record the working day after, each once."""

import json
from datetime import date, datetime, time
from zoneinfo import ZoneInfo

import pytest

from bot.domain.meetings import Meetings
from bot.domain.outlets import Slot
from bot.domain.plan import Entry
from bot.jobs import meeting, refresh
from bot.jobs.due import Due
from bot.store import gaps, ledger, pictures, posts
from bot.store import meetings as store
from tests import counted
from tests.make import AMIRA, JONAS, PLAN

ZONE = ZoneInfo("Europe/Stockholm")
MEETING = date(2026, 12, 10)


@pytest.fixture
def deps(deps):
    with deps.transaction() as db:
        store.save(db, Meetings(MEETING, time(10), 2))
    return deps


def run(deps, hand, local):
    now = hand.to(datetime.fromisoformat(local).replace(tzinfo=ZONE))
    meeting.run(deps, Due(now.date(), now.replace(hour=8, minute=15), now))


def put(deps, title="Öppet hus", day=date(2026, 12, 11), **fields):
    entry = Entry(title, 1, day, time(11), **fields)
    with deps.transaction() as db:
        post = posts.add(db, entry, who=AMIRA, now=deps.now())
        ledger.record(db, AMIRA, "post.planned", f"post:{post.id}", now=deps.now())
        refresh.plan_changed(db, deps, deps.now())
        return post


def standing(deps):
    with deps.reading() as db:
        return {
            row["key"]: json.loads(row["body"])["text"].replace("\xa0", " ")
            for row in db.query("select key, body from outbox where key like 'meeting:%'")
        }


PACK, RECORD = "meeting:pack:2026-12-10", "meeting:record:2026-12-10"


@pytest.mark.parametrize(
    ("now", "comes"),
    [
        ("2026-12-08T08:15", False),
        ("2026-12-09T08:15", True),
        ("2026-12-10T09:30", True),
        ("2026-12-10T10:15", False),
    ],
)
def test_the_pack_comes_from_the_working_day_before_until_the_meeting(deps, hand, now, comes):
    run(deps, hand, now)

    assert set(standing(deps)) == ({PACK} if comes else set())


def test_a_picture_of_the_plan_is_asked_for_with_the_pack_once(deps, hand):
    for now in ("2026-12-09T08:15", "2026-12-10T08:15"):
        run(deps, hand, now)

    with deps.reading() as db:
        assert [(wish.key, wish.channel) for wish in pictures.waiting(db)] == [
            ("meeting:2026-12-10", PLAN)
        ]


def test_without_meetings_there_is_no_pack(deps, hand):
    with deps.transaction() as db:
        store.save(db, None)

    run(deps, hand, "2026-12-09T08:15")

    assert standing(deps) == {}


def test_the_pack_says_what_there_is_to_decide(deps, hand):
    hand.to(datetime(2026, 12, 8, 8, tzinfo=ZONE))
    put(deps, "Utan allt")
    put(deps, "Färdig", text="Välkommen!", owner=AMIRA)

    run(deps, hand, "2026-12-09T08:15")

    said = standing(deps)[PACK]
    assert said.startswith("Inför redaktionsmötet i morgon kl. 10.00\nFörsta luckan är redan")
    assert "22 luckor att fylla" in said
    assert "*3 tider på lediga dagar att bestämma om*\n*Fredag 25 december (v. 52)*" in said
    assert "*Utan allt*, fredag 11 december (v. 50), Facebook: ingen ansvarig · text saknas" in said
    assert "Färdig" not in said


def test_what_is_decided_goes_from_the_pack(deps, hand):
    run(deps, hand, "2026-12-09T08:15")
    before = standing(deps)[PACK]

    put(deps, text="Välkommen!", owner=AMIRA)

    assert "Fredag 11 december" in before
    assert "Fredag 11 december" not in standing(deps)[PACK]


def test_a_restart_puts_no_second_pack(deps, hand):
    for now in ("2026-12-09T08:15", "2026-12-09T12:00", "2026-12-10T08:15"):
        run(deps, hand, now)

    assert set(standing(deps)) == {PACK}


def test_the_record_tells_what_changed_since_the_pack(deps, hand):
    hand.to(datetime(2026, 12, 8, 8, tzinfo=ZONE))
    put(deps, "Före underlaget", date(2026, 12, 14))
    run(deps, hand, "2026-12-09T08:15")
    hand.to(datetime(2026, 12, 10, 10, 30, tzinfo=ZONE))
    for day in (9, 11):
        put(deps, f"Nytt {day}", date(2026, 12, day), owner=JONAS)
    with deps.transaction() as db:
        slot = Slot(date(2026, 12, 16), time(11), 1)
        gaps.leave_empty(db, slot, who=AMIRA, now=deps.now())
        ledger.record(db, AMIRA, "gap.left_empty", "slot:1 2026-12-16 11:00", now=deps.now())
        ledger.record(db, JONAS, "post.ready", "post:2", now=deps.now())

    run(deps, hand, "2026-12-11T08:15")
    run(deps, hand, "2026-12-14T08:15")

    said = standing(deps)[RECORD]
    assert said.startswith("Efter mötet torsdag 10 december (v. 50)\n")
    assert "Planen räcker till fredag 18 december" in said
    assert "Före mötet: onsdag 9 december." in said
    assert "*Nytt 9*, onsdag 9 december (v. 50), Facebook: planerat, klart" in said
    assert "Före underlaget" not in said
    assert "1 tid lämnas tom" in said


def test_a_quiet_meeting_has_a_record_too(deps, hand):
    run(deps, hand, "2026-12-09T08:15")
    run(deps, hand, "2026-12-11T08:15")

    assert "Inget har ändrats i planen" in standing(deps)[RECORD]


def test_a_meeting_without_a_pack_has_no_record(deps, hand):
    run(deps, hand, "2026-12-11T08:15")

    assert standing(deps) == {}


def test_a_post_beside_the_usual_of_its_outlet(deps, hand):
    with deps.transaction() as db:
        for number, reactions in enumerate([20, 30, 30, 40, 90, 120]):
            day = date(2026, 11, 10 + number) if number < 5 else date(2026, 12, 1)
            counted.published(db, number, day, reactions=reactions, comments=number % 3)

    run(deps, hand, "2026-12-09T08:15")

    said = standing(deps)[PACK]
    assert (
        "<https://fb.example/5|Inlägg 5> (Facebook): Reaktioner: 120, mer än vanligt för kanalen"
        " (hälften 30–40, median 30) · Kommentarer: 2, mer än vanligt" in said
    )
    assert "Inlägg 4" not in said, "it was before the last meeting"
