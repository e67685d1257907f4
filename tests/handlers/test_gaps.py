"""What clicks on gaps do, and what they refuse to do."""

import json
from concurrent.futures import ThreadPoolExecutor
from datetime import UTC, date, datetime, time
from threading import Barrier
from typing import Any

import pytest

from bot.deps import Deps
from bot.domain.ideas import Thought
from bot.domain.outlets import Slot
from bot.domain.plan import Entry, Post, Status
from bot.jobs import digest, nag
from bot.jobs.due import Due
from bot.store import gaps, ideas, posts
from bot.views import gaps as view
from handlers import gaps as handlers
from handlers import plan_acts
from tests import make
from tests.fakes import FakeAck, Hand
from tests.make import AMIRA, JONAS, NOW

SLOT = Slot(date(2026, 11, 25), time(11), 1)
VALUE = "1 2026-11-25 11:00"
NAG = "nag:2026-11-24"

ACTS = {
    view.PLAN_IDEA: handlers.plan_idea,
    view.TAKE: handlers.take,
    view.LEAVE_EMPTY: handlers.leave_empty,
    view.LATER: handlers.later,
    view.RESTORE: handlers.restore,
}


@pytest.fixture(autouse=True)
def _morning(deps: Deps) -> None:
    """Let the morning's digest and nag stand in the outbox."""
    due = Due(date(2026, 11, 24), NOW, NOW)
    digest.run(deps, due)
    nag.run(deps, due)


def keep(deps: Deps, title: str = "Möt Lena", note: str = "Ring henne.") -> int:
    with deps.transaction() as db:
        return ideas.add(db, Thought(title, note), author=AMIRA, now=NOW).id


def act(
    deps: Deps, action_id: str, value: str, *, user: str = AMIRA, channel: str | None = make.PLAN
) -> str:
    """Click, insist on an acknowledgement, and return what the person is told."""
    before = notes(deps)
    ack = FakeAck()
    ACTS[action_id](deps, ack, make.click(action_id, value, user=user, channel=channel))
    assert ack.answer == {}
    (told,) = [body for key, body in notes(deps).items() if key not in before]
    return str(told["text"])


def notes(deps: Deps) -> dict[str, dict[str, Any]]:
    """What was said in private, by key."""
    with deps.reading() as db:
        rows = db.query("select key, body from outbox where key like 'note:%'")
        return {row["key"]: json.loads(row["body"]) for row in rows}


def planned(deps: Deps) -> list[Post]:
    with deps.reading() as db:
        return posts.between(db, date(2026, 1, 1), date(2028, 1, 1))


def said(deps: Deps, key: str = NAG) -> str:
    with deps.reading() as db:
        (row,) = db.query("select body from outbox where key = ?", [key])
    return str(json.loads(row["body"])["text"])


def written(deps: Deps) -> list[tuple[str, str, str]]:
    """What people did, by the audit log."""
    with deps.reading() as db:
        rows = db.query("select * from audit where who <> 'lucka'")
        return [(r["who"], r["act"], r["subject"]) for r in rows]


def test_an_idea_is_planned_in_the_gap_with_one_click(deps: Deps) -> None:
    idea_id = keep(deps)
    told = act(deps, view.PLAN_IDEA, f"{VALUE} {idea_id}", user=JONAS)
    (post,) = planned(deps)
    assert (post.title, post.text, post.slot) == ("Möt Lena", "Ring henne.", SLOT)
    assert (post.owner, post.status, post.idea_id) == (JONAS, Status.DRAFT, idea_id)
    assert "Möt Lena" in told
    assert "onsdag 25 november (v. 48) kl. 11.00" in told
    assert written(deps) == [(JONAS, "post.planned", f"post:{post.id}")]


def test_the_choice_of_a_menu_counts_as_a_click(deps: Deps) -> None:
    body = make.click(view.PLAN_IDEA)
    chosen = {"text": {"type": "plain_text", "text": "Möt Lena"}, "value": f"{VALUE} {keep(deps)}"}
    body["actions"] = [{"type": "static_select", "selected_option": chosen}]
    handlers.plan_idea(deps, FakeAck(), body)
    assert [post.slot for post in planned(deps)] == [SLOT]


def test_who_takes_a_gap_gets_a_draft_with_a_working_title(deps: Deps) -> None:
    told = act(deps, view.TAKE, VALUE)
    (post,) = planned(deps)
    assert (post.title, post.owner, post.slot) == ("Inlägg av Amira Haddad", AMIRA, SLOT)
    assert "Inlägg av Amira Haddad" in told


def test_the_working_title_speaks_the_teams_language(english: Deps) -> None:
    act(english, view.TAKE, VALUE)
    assert planned(english)[0].title == "Post by Amira Haddad"


def test_taking_can_be_undone_and_the_gap_is_back(deps: Deps) -> None:
    act(deps, view.TAKE, VALUE)
    (told,) = notes(deps).values()
    undo = told["blocks"][-1]["elements"][-1]
    plan_acts.restore(deps, FakeAck(), make.click(undo["action_id"], undo["value"]))
    assert planned(deps) == []
    assert "*Onsdag 25 november (v. 48)*, Facebook kl. 11.00\n" in said(deps)


def test_the_nag_and_the_digest_follow_at_once(deps: Deps) -> None:
    act(deps, view.TAKE, VALUE)
    assert "Fylld: Inlägg av Amira Haddad (Amira Haddad)" in said(deps)
    assert "*Onsdag 25 november" not in said(deps, "digest:2026-11-24")


def test_a_slot_is_left_empty_and_that_can_be_undone(deps: Deps) -> None:
    told = act(deps, view.LEAVE_EMPTY, VALUE)
    assert told == "*Onsdag 25 november (v. 48)*, Facebook kl. 11.00, lämnas tom."
    assert "Lämnas tom (Amira Haddad)" in said(deps)
    told = act(deps, view.RESTORE, VALUE, user=JONAS)
    assert told == "*Onsdag 25 november (v. 48)*, Facebook kl. 11.00, är en lucka igen."
    assert "Lämnas tom" not in said(deps)
    assert written(deps) == [
        (AMIRA, "gap.left_empty", f"slot:{VALUE}"),
        (JONAS, "gap.restored", f"slot:{VALUE}"),
    ]


def test_a_gap_is_put_off_to_a_working_day_and_that_can_be_undone(deps: Deps) -> None:
    told = act(deps, view.LATER, f"{VALUE} tomorrow")
    assert told == (
        "Jag påminner igen i morgon om *onsdag 25 november (v. 48)*, Facebook kl. 11.00."
    )
    assert "Påminner igen i morgon (Amira Haddad)" in said(deps)
    act(deps, view.RESTORE, VALUE)
    assert "Påminner igen" not in said(deps)


def test_a_gap_that_was_put_off_can_still_be_taken(deps: Deps) -> None:
    act(deps, view.LATER, f"{VALUE} tomorrow")
    act(deps, view.TAKE, VALUE)
    assert [post.slot for post in planned(deps)] == [SLOT]


def test_from_the_home_tab_the_answer_comes_as_a_direct_message(deps: Deps) -> None:
    act(deps, view.TAKE, VALUE, channel=None)
    with deps.reading() as db:
        (row,) = db.query("select channel, kind from outbox where key like 'note:%'")
    assert (row["channel"], row["kind"]) == (AMIRA, "post")


FORGED = {
    "nothing": "",
    "no slot": "hello",
    "half a slot": "1 2026-11-25",
    "a day that does not exist": "1 2026-02-30 11:00",
    "a day without a slot": "1 2026-11-26 11:00",
    "an hour without a slot": "1 2026-11-25 12:00",
    "an outlet without a cadence": "2 2026-11-25 11:00",
    "an outlet that does not exist": "7 2026-11-25 11:00",
    "an outlet of many digits": f"{10**30} 2026-11-25 11:00",
    "a day that has passed": "1 2026-11-23 11:00",
    "a day beyond the horizon": "1 2027-06-07 11:00",
    "the last day of all": "1 9999-12-31 11:00",
    "somebody's own spelling": "1  2026-11-25 11:00",
    "other digits": "１ 2026-11-25 11:00",
    "right to left": "1 \u202e2026-11-25 11:00",
}


@pytest.mark.parametrize("action_id", ACTS)
def test_a_forged_value_is_refused_and_writes_nothing(deps: Deps, action_id: str) -> None:
    """As nothing is written, they may come one after another."""
    more = {view.PLAN_IDEA: f" {keep(deps)}", view.LATER: " tomorrow"}.get(action_id, "")
    before = said(deps), said(deps, "digest:2026-11-24")
    for kind, value in FORGED.items():
        told = act(deps, action_id, value + more)
        assert "gick fel" not in told, kind
        assert planned(deps) == [], kind
        assert written(deps) == [], kind
        assert marks(deps) == {}, kind
        assert (said(deps), said(deps, "digest:2026-11-24")) == before, kind


def marks(deps: Deps) -> dict[Slot, Any]:
    with deps.reading() as db:
        days = (date(2020, 1, 1), date(9999, 12, 31))
        return {**gaps.left_empty(db, *days), **gaps.postponed(db, *days)}


@pytest.mark.parametrize("more", ["", "0", "-1", "99", "x", str(10**30), "1 2"])
def test_a_foreign_idea_is_refused(deps: Deps, more: str) -> None:
    told = act(deps, view.PLAN_IDEA, f"{VALUE} {more}")
    assert "gick fel" not in told
    assert planned(deps) == []


@pytest.mark.parametrize("more", ["", "yesterday", "week", "two-days", "TOMORROW"])
def test_a_reminder_that_is_not_offered_is_refused(deps: Deps, more: str) -> None:
    told = act(deps, view.LATER, f"{VALUE} {more}")
    assert "gick fel" not in told
    assert marks(deps) == {}


def test_an_idea_that_is_planned_already_is_refused(deps: Deps) -> None:
    idea_id = keep(deps)
    with deps.transaction() as db:
        entry = Entry("Möt Lena", 1, date(2026, 12, 2), time(11), idea_id=idea_id)
        posts.add(db, entry, who=AMIRA, now=NOW)
    told = act(deps, view.PLAN_IDEA, f"{VALUE} {idea_id}")
    assert told == deps.words("refusal-idea-taken")
    assert len(planned(deps)) == 1


def test_an_idea_that_left_the_bank_is_refused(deps: Deps) -> None:
    idea_id = keep(deps)
    with deps.transaction() as db:
        ideas.drop(db, idea_id, now=NOW)
    assert act(deps, view.PLAN_IDEA, f"{VALUE} {idea_id}") == deps.words("refusal-idea-gone")
    assert planned(deps) == []


@pytest.mark.parametrize("action_id", [view.TAKE, view.LEAVE_EMPTY, view.LATER, view.PLAN_IDEA])
def test_a_gap_that_was_filled_meanwhile_is_refused(deps: Deps, action_id: str) -> None:
    act(deps, view.TAKE, VALUE, user=JONAS)
    more = {view.PLAN_IDEA: f" {keep(deps)}", view.LATER: " tomorrow"}.get(action_id, "")
    told = act(deps, action_id, VALUE + more)
    assert told == "Den luckan är redan fylld: där ligger ”Inlägg av Jonas Berg”."
    (way,) = list(notes(deps).values())[-1]["blocks"][-1]["elements"]
    assert (way["action_id"], way["value"]) == ("post.open", str(planned(deps)[0].id))
    assert [post.owner for post in planned(deps)] == [JONAS]
    assert marks(deps) == {}


def test_a_slot_left_empty_meanwhile_is_refused(deps: Deps) -> None:
    act(deps, view.LEAVE_EMPTY, VALUE, user=JONAS)
    assert act(deps, view.TAKE, VALUE) == deps.words("refusal-gap-left-empty")
    assert planned(deps) == []


def test_undoing_twice_says_that_it_is_undone(deps: Deps) -> None:
    act(deps, view.LEAVE_EMPTY, VALUE)
    act(deps, view.RESTORE, VALUE)
    assert act(deps, view.RESTORE, VALUE) == deps.words("refusal-gap-not-marked")


def test_a_gap_whose_time_has_come_is_refused(deps: Deps, hand: Hand) -> None:
    hand.to(datetime(2026, 11, 25, 10, 0, tzinfo=UTC))
    assert act(deps, view.TAKE, VALUE) == deps.words("refusal-gap-gone")
    assert planned(deps) == []


def test_a_nag_of_yesterday_can_still_be_answered(deps: Deps, hand: Hand) -> None:
    before = said(deps)
    hand.on(hours=26)
    act(deps, view.TAKE, VALUE)
    assert [post.slot for post in planned(deps)] == [SLOT]
    assert said(deps) == before


def test_of_two_who_click_at_once_one_gets_the_gap(deps: Deps) -> None:
    barrier = Barrier(2)

    def click(user: str) -> None:
        barrier.wait(timeout=10)
        handlers.take(deps, FakeAck(), make.click(view.TAKE, VALUE, user=user))

    with ThreadPoolExecutor(2) as pool:
        list(pool.map(click, (AMIRA, JONAS)))
    assert len(planned(deps)) == 1
    assert sum("redan fylld" in body["text"] for body in notes(deps).values()) == 1


def test_every_answer_speaks_english_too(english: Deps) -> None:
    assert act(english, view.LEAVE_EMPTY, VALUE) == (
        "*Wednesday 25 November (week 48)*, Facebook at 11:00, is left empty."
    )
    assert act(english, view.TAKE, VALUE) == english.words("refusal-gap-left-empty")


def test_a_title_that_pings_is_shown_and_pings_nobody(deps: Deps) -> None:
    told = act(deps, view.PLAN_IDEA, f"{VALUE} {keep(deps, '<!channel> & <@U0JONAS>')}")
    assert "&lt;!channel&gt; &amp; &lt;@U0JONAS&gt;" in told
    assert "<!" not in told + said(deps)
