"""Blocking: only by a person, for a reason and a time, with a colleague's yes, and never a list for all."""

from datetime import UTC, date, datetime, time, timedelta
from typing import Any

import pytest

from bot.deps import Deps
from bot.domain.blocking import Block, State
from bot.domain.meetings import Meetings
from bot.domain.moderation import Problem
from bot.domain.page import PageTrouble
from bot.domain.team import Team
from bot.integrations.facebook_errors import GraphError
from bot.jobs import blocking as job
from bot.jobs import meeting, page_writer
from bot.jobs.due import Due
from bot.store import blocks, comments, meetings, moderation, outbox, presence, team
from bot.views import blocking as view
from handlers import blocking
from tests import page
from tests.commands import say
from tests.conftest import enforce_limits
from tests.fakes import FakeAck, Hand
from tests.forms import filled, submission
from tests.make import AMIRA, ELIN, JONAS
from tests.moderating import PAGE, FakePage, acts, decide, desk, forms, press, said, whispers

BERIT = str(page.comment(1).author_id)
Parts = tuple[Deps, FakePage]


@pytest.fixture
def alone(deps: Deps) -> Parts:
    """A desk where Amira is alone, and has hidden the comment."""
    return _hidden(*desk(deps))


@pytest.fixture
def crew(deps: Deps) -> Parts:
    """A desk of three with a hidden comment; Amira leads."""
    made, fake = desk(deps, AMIRA, JONAS, ELIN)
    with made.transaction() as db:
        team.save(db, Team())
    _hidden(made, fake)
    with made.transaction() as db:
        team.save(db, Team(AMIRA, (), (JONAS, ELIN)))
    return made, fake


def _hidden(made: Deps, fake: FakePage) -> Parts:
    decide(made, PAGE, "säljer bilar")
    page_writer.drain(made)
    fake.calls.clear()
    return made, fake


def opened(deps: Deps, *, user: str = AMIRA) -> dict[str, Any]:
    press(deps, blocking.click, 1, user=user)
    return forms(deps).views.pop()


def block(deps: Deps, *, user: str = AMIRA, **words: str) -> FakeAck:
    ack = FakeAck()
    form = opened(deps, user=user)
    blocking.save(deps, ack, submission(form, user=user, **{"reason": "hotar andra", **words}))
    return ack


def stored(deps: Deps, number: int = 1) -> Block:
    with deps.reading() as db:
        return blocks.get(db, number)


def test_the_outcome_of_a_moderation_leads_to_it_and_the_form_suggests_a_month(
    alone: Parts,
) -> None:
    deps, fake = alone
    assert "block.open" in str(said(deps, "moderation:1:told")["blocks"])
    form = opened(deps)
    assert filled(form, "until") == "2026-12-24"
    assert filled(form, "reason") is None
    assert "Ingen mer är på plats" in str(form["blocks"])
    assert fake.calls == []


def test_alone_it_is_done_at_once_and_told(alone: Parts) -> None:
    deps, fake = alone
    assert block(deps).calls == [{}]
    assert "Jag blockerar nu" in whispers(deps)[-1]
    page_writer.drain(deps)
    assert fake.blocked == {BERIT}
    told = said(deps, "block:1:told")
    assert "blockerad till och med torsdag 24 december" in told["text"]
    assert "Skäl: hotar andra" in told["text"]
    assert "block.lift" in str(told["blocks"])
    assert acts(deps)[-2:] == [(AMIRA, "block_asked"), (AMIRA, "blocked")]


def test_a_colleague_who_is_there_says_yes_first(crew: Parts) -> None:
    deps, fake = crew
    assert "Jag frågar Elin Lindqvist och Jonas Berg" in str(opened(deps)["blocks"])
    block(deps)
    page_writer.drain(deps)
    assert fake.calls == []
    asks = said(deps, "block:1")
    assert f"<@{ELIN}> <@{JONAS}>" in asks["text"]
    assert "Amira Haddad vill blockera den som skrev kommentaren" in asks["text"]
    press(deps, blocking.confirm, 1, user=AMIRA)
    assert "någon mer än du" in whispers(deps)[-1]
    press(deps, blocking.confirm, 1, user=JONAS)
    page_writer.drain(deps)
    assert fake.blocked == {BERIT}
    assert "Jonas Berg sa ja. Det är gjort." in said(deps, "block:1")["text"]
    assert "<@" not in said(deps, "block:1")["text"]


def test_a_no_blocks_nobody(crew: Parts) -> None:
    deps, fake = crew
    block(deps)
    press(deps, blocking.decline, 1, user=JONAS)
    press(deps, blocking.confirm, 1, user=ELIN)
    assert "Det är redan avgjort" in whispers(deps)[-1]
    page_writer.drain(deps)
    assert fake.blocked == set()
    assert "Jonas Berg sa nej. Ingen är blockerad." in said(deps, "block:1")["text"]


def test_a_question_that_nobody_answers_is_taken_back(crew: Parts, hand: Hand) -> None:
    deps, fake = crew
    block(deps)
    job.catch_up(deps, hand.to(datetime(2026, 11, 24, 15, 14, tzinfo=UTC)))
    assert stored(deps).state is State.ASKED
    job.catch_up(deps, hand.to(datetime(2026, 11, 24, 15, 15, tzinfo=UTC)))
    assert stored(deps).is_lapsed
    assert "jag tog tillbaka frågan" in said(deps, "block:1")["text"]
    assert "så ingen är blockerad" in said(deps, "block:1:told")["text"]
    page_writer.drain(deps)
    assert fake.blocked == set()


def test_who_asked_hears_of_it_when_they_may_be_disturbed(crew: Parts, hand: Hand) -> None:
    deps, _ = crew
    block(deps)
    with deps.transaction() as db:
        presence.set_hours(db, AMIRA, (((time(9), time(12)),),) * 7)
    job.catch_up(deps, hand.to(datetime(2026, 11, 24, 15, 20, tzinfo=UTC)))
    assert stored(deps).is_lapsed
    with deps.reading() as db:
        assert not outbox.holds(db, "block:1:told")
    for _ in range(2):
        job.catch_up(deps, hand.to(datetime(2026, 11, 25, 8, tzinfo=UTC)))
    assert "så ingen är blockerad" in said(deps, "block:1:told")["text"]


@pytest.mark.parametrize(
    ("words", "field", "objection"),
    [
        ({"reason": " "}, "reason", "Skriv varför"),
        ({"until": "2026-11-24"}, "until", "Välj en dag efter i dag"),
        ({"until": "2027-11-25"}, "until", "senast"),
    ],
)
def test_a_reason_and_an_end_are_needed(
    alone: Parts, words: dict[str, str], field: str, objection: str
) -> None:
    deps, fake = alone
    assert objection in block(deps, **words).answer["errors"][field]
    page_writer.drain(deps)
    assert fake.calls == []


def test_where_facebook_does_not_say_who_wrote_it_it_is_said_kindly(alone: Parts) -> None:
    deps, _ = alone
    with deps.transaction() as db:
        db.execute("update comments set author_id = null")
    press(deps, blocking.click, 1, user=AMIRA)
    assert forms(deps).views == []
    assert "Facebook säger inte vem som skrev" in whispers(deps)[-1]


def test_before_the_comment_is_hidden_nobody_is_blocked(deps: Deps) -> None:
    made, _ = desk(deps)
    decide(made, PAGE)
    press(made, blocking.click, 1, user=AMIRA)
    assert "Dölj eller ta bort kommentaren först" in whispers(made)[-1]


def test_nobody_is_blocked_twice(alone: Parts) -> None:
    deps, fake = alone
    form = opened(deps)
    block(deps)
    blocking.save(deps, ack := FakeAck(), submission(form, reason="igen"))
    assert "redan blockerad" in str(ack.answer["errors"])
    page_writer.drain(deps)
    page_writer.drain(deps)
    assert fake.calls == ["block"]


def test_without_a_snapshot_nobody_is_blocked(alone: Parts) -> None:
    deps, _ = alone
    with deps.transaction() as db:
        db.execute("delete from moderation_snapshots")
        assert not moderation.saved(db, [1])
    press(deps, blocking.click, 1, user=AMIRA)
    assert "Jag kunde inte spara kommentaren" in whispers(deps)[-1]


def test_it_is_lifted_by_a_button_and_repeated_clicks_are_harmless(alone: Parts) -> None:
    deps, fake = alone
    block(deps)
    page_writer.drain(deps)
    for _ in range(2):
        press(deps, blocking.lift, 1, user=AMIRA)
    assert "Det är redan avgjort" in whispers(deps)[-1]
    page_writer.drain(deps)
    assert fake.blocked == set()
    assert stored(deps).state is State.ENDED
    assert "inte blockerad längre" in said(deps, f"block:1:ended:{AMIRA}")["text"]
    assert block(deps).calls == [{}]


def test_whoever_decided_it_sees_that_a_colleague_has_lifted_it(crew: Parts) -> None:
    deps, _ = crew
    block(deps, user=JONAS)
    press(deps, blocking.confirm, 1, user=AMIRA)
    page_writer.drain(deps)
    assert "är blockerad till och med" in said(deps, "block:1:told")["text"]
    press(deps, blocking.lift, 1, user=AMIRA)
    page_writer.drain(deps)
    for key in ("block:1:told", f"block:1:ended:{AMIRA}"):
        assert "inte blockerad längre" in said(deps, key)["text"]
        assert "block.lift" not in str(said(deps, key)["blocks"])


def test_whoever_lifts_it_after_a_colleague_could_not_hears_of_it(crew: Parts) -> None:
    deps, fake = crew

    def fault(_name: str, _do: Any) -> Any:
        raise GraphError(PageTrouble.PERMISSION, code=200)

    block(deps, user=JONAS)
    press(deps, blocking.confirm, 1, user=AMIRA)
    page_writer.drain(deps)
    fake.fault = fault
    press(deps, blocking.lift, 1, user=AMIRA)
    page_writer.drain(deps)
    fake.fault = None
    press(deps, blocking.lift, 1, user=JONAS)
    page_writer.drain(deps)
    assert "Blockeringen är inte hävd." in said(deps, f"block:1:ended:{AMIRA}")["text"]
    assert "inte blockerad längre" in said(deps, f"block:1:ended:{JONAS}")["text"]


def test_taken_back_before_the_page_hears_of_it_nothing_happens(alone: Parts) -> None:
    deps, fake = alone
    block(deps)
    press(deps, blocking.lift, 1, user=AMIRA)
    page_writer.drain(deps)
    assert fake.calls == []
    assert "Det blir inte av" in whispers(deps)[-1]


def test_taken_back_while_the_page_does_it_it_is_lifted_next(alone: Parts) -> None:
    deps, fake = alone
    block(deps)

    def meanwhile(name: str, do: Any) -> Any:
        do()
        if name == "block":
            press(deps, blocking.lift, 1, user=AMIRA)

    fake.fault = meanwhile
    page_writer.drain(deps)
    page_writer.drain(deps)
    assert fake.calls == ["block", "unblock"]
    assert stored(deps).state is State.ENDED


PROBLEMS = {
    "permission": (GraphError(PageTrouble.PERMISSION, code=200), Problem.PERMISSION),
    "token": (GraphError(PageTrouble.TOKEN, code=190), Problem.TOKEN),
    "refused": (GraphError(PageTrouble.BUG, code=100), Problem.REFUSED),
}


@pytest.mark.parametrize(("error", "problem"), PROBLEMS.values(), ids=PROBLEMS.keys())
def test_what_the_page_refuses_is_told_and_can_be_tried_again(
    alone: Parts, error: GraphError, problem: Problem
) -> None:
    deps, fake = alone

    def fault(_name: str, _do: Any) -> Any:
        raise error

    fake.fault = fault
    block(deps)
    page_writer.drain(deps)
    assert (stored(deps).state, stored(deps).problem) == (State.FAILED, problem)
    assert "Ingen är blockerad." in said(deps, "block:1:told")["text"]
    fake.fault = None
    press(deps, blocking.again, 1, user=AMIRA)
    page_writer.drain(deps)
    assert fake.blocked == {BERIT}
    fake.fault = fault
    press(deps, blocking.lift, 1, user=AMIRA)
    page_writer.drain(deps)
    assert stored(deps).state is State.ACTIVE
    assert "Blockeringen är inte hävd." in said(deps, f"block:1:ended:{AMIRA}")["text"]


def test_a_page_that_is_silent_is_asked_again_for_an_hour(alone: Parts, hand: Hand) -> None:
    deps, fake = alone

    def fault(_name: str, _do: Any) -> Any:
        raise GraphError(PageTrouble.RETRY, status=500)

    fake.fault = fault
    block(deps)
    page_writer.drain(deps)
    assert stored(deps).state is State.WAITING
    hand.on(minutes=61)
    page_writer.drain(deps)
    assert stored(deps).problem is Problem.SILENT


def test_somebody_who_is_gone_is_not_blocked_any_more(alone: Parts) -> None:
    deps, fake = alone
    block(deps)
    page_writer.drain(deps)

    def fault(_name: str, _do: Any) -> Any:
        raise GraphError(PageTrouble.GONE, code=100, subcode=33)

    fake.fault = fault
    press(deps, blocking.lift, 1, user=AMIRA)
    page_writer.drain(deps)
    assert stored(deps).state is State.ENDED


def test_who_is_blocked_is_shown_to_those_who_decide_alone(crew: Parts) -> None:
    deps, _ = crew
    with deps.transaction() as db:
        team.save(db, Team(AMIRA))
    block(deps)
    page_writer.drain(deps)
    listed = say(deps, "comments", "blockerade")["text"]
    assert "*Maja Lindqvist* · till och med torsdag 24 december" in listed
    assert "Skäl: hotar andra" in listed
    with deps.transaction() as db:
        team.save(db, Team(JONAS))
    refused = say(deps, "comments", "blocked")["text"]
    assert "Maja" not in refused
    assert "huvudansvarig" in refused


def test_with_nobody_blocked_the_list_says_so(alone: Parts) -> None:
    deps, _ = alone
    assert "Ingen är blockerad" in say(deps, "comments", "blockerade")["text"]


def expired(deps: Deps, hand: Hand) -> None:
    """Let a month pass, to the working day after the last day."""
    block(deps, until="2026-12-14")
    page_writer.drain(deps)
    now = hand.to(datetime(2026, 12, 14, 7, 15, tzinfo=UTC))
    job.run(deps, Due(now.date(), now, now))


def test_on_the_last_day_whoever_leads_is_asked_and_nothing_ends_by_itself(
    crew: Parts, hand: Hand
) -> None:
    deps, fake = crew
    with deps.transaction() as db:
        team.save(db, Team(AMIRA))
    expired(deps, hand)
    asks = said(deps, f"blocks:2026-12-14:{AMIRA}")
    assert "har nått sin sista dag" in asks["text"]
    assert "Maja Lindqvist" in asks["text"]
    page_writer.drain(deps)
    assert fake.blocked == {BERIT}
    press(deps, blocking.lift, 1, user=AMIRA)
    assert "genomgångna" in said(deps, f"blocks:2026-12-14:{AMIRA}")["text"]
    page_writer.drain(deps)
    assert fake.blocked == set()


def test_it_is_asked_on_each_working_day_once(alone: Parts, hand: Hand) -> None:
    deps, _ = alone
    expired(deps, hand)
    for day in (15, 19):  # a Tuesday and a Saturday
        now = hand.to(datetime(2026, 12, day, 7, 15, tzinfo=UTC))
        for _ in range(2):
            job.run(deps, Due(now.date(), now, now))
    with deps.reading() as db:
        keys = outbox.starting(db, "blocks:")
    assert keys == [f"blocks:2026-12-14:{AMIRA}", f"blocks:2026-12-15:{AMIRA}"]


def test_it_goes_on_with_a_new_reason(alone: Parts, hand: Hand) -> None:
    deps, _ = alone
    expired(deps, hand)
    press(deps, blocking.click_extend, 1, user=AMIRA)
    form = forms(deps).views.pop()
    assert filled(form, "reason") is None
    blocking.extend(deps, ack := FakeAck(), submission(form))
    assert "Skriv varför" in ack.answer["errors"]["reason"]
    blocking.extend(deps, FakeAck(), submission(form, reason="fortsatte på en annan sida"))
    assert stored(deps).until == date(2027, 1, 13)
    assert stored(deps).reason == "fortsatte på en annan sida"
    assert acts(deps)[-1] == (AMIRA, "block_extended")
    assert "genomgångna" in said(deps, f"blocks:2026-12-14:{AMIRA}")["text"]


def test_who_does_not_decide_can_neither_lift_nor_extend(crew: Parts) -> None:
    deps, fake = crew
    block(deps)
    press(deps, blocking.confirm, 1, user=JONAS)
    page_writer.drain(deps)
    for handler in (blocking.lift, blocking.click_extend):
        press(deps, handler, 1, user=ELIN)
        assert "huvudansvarig" in whispers(deps)[-1]
    page_writer.drain(deps)
    assert fake.blocked == {BERIT}


def test_the_meetings_pack_counts_what_ends_before_the_next_one_and_names_nobody(
    alone: Parts, hand: Hand
) -> None:
    deps, _ = alone
    block(deps, until="2026-12-01")
    page_writer.drain(deps)
    with deps.transaction() as db:
        meetings.save(db, Meetings(date(2026, 11, 25), time(9)))
    now = deps.now()
    meeting.run(deps, Due(deps.local(now).date(), now, now))
    pack = said(deps, "meeting:pack:2026-11-25")["text"]
    assert "1 blockering* når sin sista dag före nästa möte" in pack
    assert "Maja" not in pack
    press(deps, blocking.lift, 1, user=AMIRA)
    page_writer.drain(deps)
    assert "blockering" not in said(deps, "meeting:pack:2026-11-25")["text"]


def test_very_many_keep_within_slacks_limits(alone: Parts) -> None:
    deps, _ = alone
    block(deps, reason="&" * 300)
    page_writer.drain(deps)
    first = stored(deps)
    with deps.reading() as db:
        (shown,) = comments.relayed(db, [first.comment_id])
        reader = job.reader_of(deps, db, [first], deps.now())
    many = [first] * 80
    enforce_limits(view.listing(reader, many, {first.comment_id: shown})["blocks"])
    enforce_limits(view.over(reader, many, {first.comment_id: shown})["blocks"])


def test_in_english(english: Deps) -> None:
    deps, fake = _hidden(*desk(english))
    block(deps)
    page_writer.drain(deps)
    assert fake.blocked == {BERIT}
    assert "The author is blocked up to and with" in said(deps, "block:1:told")["text"]
    assert "Blocked just now" in say(deps, "comments", "blocked")["text"]
    assert timedelta(days=30) == stored(deps).until - deps.today()
