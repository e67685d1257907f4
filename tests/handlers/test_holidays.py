"""The holiday pack: offered in its time, gathered in a list, filled by clicks, over by itself."""

import json
from datetime import UTC, date, datetime, time

import pytest

from bot.domain.ideas import Thought
from bot.domain.media import NOTHING
from bot.domain.members import Member, MemberKind
from bot.domain.outlets import Slot
from bot.domain.plan import Entry
from bot.jobs import holidays, home, nag
from bot.jobs.due import Due
from bot.store import cadences, gaps, ideas, posts, reserves
from handlers import gaps as gap_acts
from handlers import holidays as handler
from tests import make
from tests.commands import say
from tests.fakes import FakeAck
from tests.make import AMIRA, JONAS, NOW

FIRST = "1 2026-12-21 11:00"


def click(deps, act=handler.click, action_id="holiday.open", value=""):
    ack = FakeAck()
    act(deps, ack, make.click(action_id, value, user=JONAS))
    assert ack.calls == [{}]
    with deps.reading() as db:
        rows = [*db.query("select body from outbox where key like 'note:%' order by id")]
    said = json.loads(rows[-1]["body"])
    return {**said, "text": said["text"].replace("\xa0", " ")}


def the_home(deps):
    with deps.reading() as db:
        member = Member(JONAS, "Jonas", MemberKind.MEMBER, NOW)
        return json.dumps(home.render(db, deps, member, 0), ensure_ascii=False)


def the_nag(deps, day):
    nag.run(deps, Due(day, deps.now(), deps.now()))
    with deps.reading() as db:
        rows = db.query("select body from outbox where key = ?", [f"nag:{day}"])
        return next((row["body"] for row in rows), "")


def fill(deps, *, but=0):
    """Plan all of the holiday weeks but the last gaps."""
    with deps.transaction() as db:
        pack = holidays.to_plan(db, deps, deps.now())
        for slot in pack.gaps[: len(pack.gaps) - but]:
            entry = Entry("Jul", slot.outlet_id, slot.day, slot.at, owner=AMIRA)
            posts.add(db, entry, who=AMIRA, now=deps.now())


def test_it_is_offered_in_the_home_tab_and_the_nag_with_how_many_are_filled(deps):
    for said in (the_home(deps), the_nag(deps, NOW.date())):
        assert "*Julpaketet*" in said
        assert "0 av 6 tider är fyllda" in said
        assert "holiday.open" in said


def test_the_list_offers_the_reserve_ideas_and_what_ran_a_year_ago(deps):
    with deps.transaction() as db:
        kept = ideas.add(db, Thought("Hitta rätt", "Så."), author=AMIRA, now=NOW)
        reserves.keep(db, kept.id, NOTHING, now=NOW)
        ideas.add(db, Thought("Jul på museet"), author=AMIRA, now=NOW)
        entry = Entry("Våra öppettider", 1, date(2025, 12, 22), time(11), owner=AMIRA)
        post = posts.add(db, entry, who=AMIRA, now=NOW)
        db.execute("update posts set status = 'published' where id = ?", [post.id])
    shown = click(deps)
    first, *_ = shown["text"].split("Passar:")[1:]
    assert [line.partition(":")[0] for line in first.strip().splitlines()[:3]] == [
        "• Hitta rätt",
        "• Jul på museet",
        "• För ett år sedan",
    ]


def test_one_click_fills_a_gap_of_it_and_it_counts(deps):
    assert "måndag 21 december" in click(deps)["text"].casefold()
    click(deps, gap_acts.take, "gap.take", FIRST)
    shown = click(deps)["text"]
    assert "1 av 6 tider är fyllda" in shown
    assert "och 3 tider på lediga dagar är inte bestämda." in shown
    assert "måndag 21 december" not in shown.casefold()


def test_it_ends_by_itself_when_all_is_filled_or_left_empty(deps):
    fill(deps, but=1)
    assert "8 av 9" in click(deps)["text"]
    with deps.transaction() as db:
        (last,) = holidays.to_plan(db, deps, deps.now()).gaps
        gaps.leave_empty(db, last, who=AMIRA, now=NOW)
    assert click(deps)["text"].startswith("Här är allt klart.")
    assert "Julpaketet" not in the_home(deps)
    assert "Julpaketet" not in the_nag(deps, NOW.date())


@pytest.mark.parametrize(
    "when", [datetime(2026, 11, 20, 7, 15, tzinfo=UTC), datetime(2026, 12, 21, 7, 15, tzinfo=UTC)]
)
def test_outside_its_time_it_is_not_offered(deps, hand, when):
    hand.to(when)
    assert "Julpaketet" not in the_home(deps)
    assert click(deps)["text"].startswith("Här är allt klart.")


def test_a_team_that_wants_no_slots_is_offered_nothing(deps):
    with deps.transaction() as db:
        for number in cadences.of(db, 1).cadences:
            cadences.remove(db, cadences.Part.CADENCE, number, now=NOW)
    assert "Julpaketet" not in the_home(deps)


def test_the_summer_pack_reaches_beyond_the_horizon(deps, hand):
    hand.to(datetime(2027, 5, 31, 7, 15, tzinfo=UTC))
    assert "Sommarpaketet" in the_home(deps)
    said = click(deps, gap_acts.take, "gap.take", "1 2027-08-06 11:00")["text"]
    assert "6 augusti" in said
    with deps.reading() as db:
        assert Slot(date(2027, 8, 6), time(11), 1) in gaps.occupied(
            db, date(2027, 8, 1), date(2027, 8, 9)
        )
    refused = click(deps, gap_acts.take, "gap.take", "1 2027-08-09 11:00")["text"]
    assert "6 augusti" not in refused
    assert say(deps, "plan", "luckor")["text"]
