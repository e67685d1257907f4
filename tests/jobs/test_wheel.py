"""The year wheel turns once a day, and restarts make nothing twice."""

from datetime import datetime, time
from zoneinfo import ZoneInfo

from bot.domain.meetings import Meetings
from bot.domain.wheel import entry
from bot.jobs import Timetable, daily, meeting
from bot.jobs.due import Due
from bot.store import ideas, ledger, meetings, outbox
from bot.store import wheel as store
from tests.jobs.test_meeting import MEETING, PACK, standing

ZONE = ZoneInfo("Europe/Stockholm")


def turn(deps, hand, local):
    hand.to(datetime.fromisoformat(local).replace(tzinfo=ZONE))
    Timetable(deps, tuple(j for j in daily(time(8, 15)) if j.name == "wheel")).tick()
    with deps.reading() as db:
        return [idea.title for idea in ideas.waiting(db, today=deps.today(), limit=99)]


def put(deps, label, when, **more):
    with deps.transaction() as db:
        return store.add(db, entry(label, when, **more))


def test_ideas_come_on_their_morning_once(deps, hand):
    put(deps, "Cancerdagen", "4/2")
    assert turn(deps, hand, "2026-12-09T09:00") == []
    assert turn(deps, hand, "2026-12-10T03:00") == []
    for local in ("2026-12-10T04:25", "2026-12-10T04:26", "2026-12-11T09:00", "2027-01-02T09:00"):
        assert turn(deps, hand, local) == ["Cancerdagen"]
    with deps.reading() as db:
        assert [act.act for act in ledger.acts(db, "idea:1")] == ["idea.kept"]


def test_a_bot_that_was_off_makes_up_for_it_while_the_day_is_not_over(deps, hand):
    put(deps, "Cancerdagen", "4/2")
    put(deps, "Luciadagen", "13/12")
    assert turn(deps, hand, "2027-02-04T12:00") == ["Cancerdagen"]


def test_the_pack_tells_what_comes_and_what_waits_and_follows(deps, hand):
    put(deps, "Nyår <b>", "31/12")
    put(deps, "Sommar", "juni", lead="1 v")
    with deps.transaction() as db:
        meetings.save(db, Meetings(MEETING, time(10), 2))
    turn(deps, hand, "2026-12-09T04:25")
    now = hand.to(datetime(2026, 12, 9, 8, 15, tzinfo=ZONE))
    meeting.run(deps, Due(now.date(), now, now))
    text = standing(deps)[PACK]
    assert "*Snart: temadagar*\n• torsdag 31 december: Nyår &lt;b&gt;" in text
    assert "1 idé väntar på beslut" in text
    assert "från årshjulet" in text
    assert "Sommar" not in text
    put(deps, "Lucia", "13/12")
    turn(deps, hand, "2026-12-10T04:25")
    assert "2 idéer väntar på beslut" in standing(deps)[PACK]


def test_nothing_is_posted_by_it(deps, hand):
    put(deps, "Cancerdagen", "4/2")
    turn(deps, hand, "2026-12-10T04:25")
    with deps.transaction() as db:
        assert list(outbox.pending(db)) == []
