"""Claims lapse by the office's clock, once, and never over an answer."""

import json
from dataclasses import replace
from datetime import UTC, date, datetime, time, timedelta

import pytest

from bot.deps import Deps
from bot.domain.comment_acts import decide
from bot.domain.comments import LAPSED, Act, Relay, State
from bot.domain.policy import Policy, Preset
from bot.jobs import claims as job
from bot.jobs import poll, relay
from bot.jobs.due import Due
from bot.store import claims, comments, ledger, policy, presence, roster
from bot.store import page as store_page
from bot.store.db import stamp
from tests import page
from tests.fakes import Hand
from tests.make import AMIRA, COMMENTS, JONAS, NOW
from tests.page import PAGE, FakePage

FIRST, SECOND = page.comment(1).id, page.comment(2).id
LOOKED = f"page:{PAGE}:last_look"


@pytest.fixture
def deps(deps: Deps) -> Deps:
    """Everything, with two comments, of which Amira has the first since Tuesday at 8.15."""
    with deps.transaction() as db:
        kept = store_page.keep(db, [page.post()], [page.comment(1), page.comment(2)], now=NOW)
        new = comments.add_relays(db, kept.new, since=NOW.replace(year=2000), now=NOW)
        relay.show(deps, db, new, now=NOW)
    act(deps, Act.CLAIM, FIRST, AMIRA)
    return replace(deps, page=FakePage())  # type: ignore[arg-type]


def act(deps: Deps, what: Act, comment_id: str, who: str) -> None:
    """Let somebody do something to a comment now."""
    with deps.transaction() as db:
        found = comments.find(db, comment_id)
        assert found
        comments.save(db, decide(found, what, who, now=deps.now()))


def stored(deps: Deps, comment_id: str = FIRST) -> Relay:
    with deps.reading() as db:
        found = comments.find(db, comment_id)
    assert found
    return found


def said(deps: Deps, channel: str) -> list[str]:
    """What a channel or a person was told about lapsed claims."""
    with deps.reading() as db:
        rows = db.query(
            "select body from outbox where channel = ? and key like 'claims:%' order by id",
            [channel],
        )
        return [json.loads(row["body"])["text"] for row in rows]


def tick(deps: Deps, now: datetime, *, looked: datetime | None = None) -> None:
    """Ask what is due, the page having been looked at just now."""
    with deps.transaction() as db:
        ledger.set_fact(db, LOOKED, stamp(looked or now))
    job.catch_up(deps, now)


def at(day: int, hour: int, minute: int = 0) -> datetime:
    """A moment of November 2026 by UTC; in Stockholm it is an hour later."""
    return datetime(2026, 11, day, hour, minute, tzinfo=UTC)


@pytest.mark.parametrize(
    ("now", "lapses"),
    [
        pytest.param(at(24, 15, 14), False, id="7 h 59 min"),
        pytest.param(at(24, 15, 15), True, id="8 h the same day"),
        pytest.param(at(24, 20), False, id="nobody is at work any more"),
        pytest.param(at(25, 7, 30), True, id="the next morning"),
        pytest.param(at(28, 11), False, id="never on a Saturday"),
    ],
)
def test_a_claim_lapses_after_eight_office_hours(deps: Deps, now: datetime, lapses: bool) -> None:
    tick(deps, now)
    assert (stored(deps).state is State.NEW) is lapses
    assert (stored(deps).reason == LAPSED) is lapses


def test_the_night_and_the_weekend_do_not_count(deps: Deps, hand: Hand) -> None:
    hand.to(at(27, 14, 30))  # Friday 15.30: one hour of the office's is left
    act(deps, Act.CLAIM, SECOND, JONAS)
    tick(deps, at(30, 13, 59))
    assert stored(deps, SECOND).owner == JONAS
    tick(deps, at(30, 14))
    assert stored(deps, SECOND).owner is None


def test_the_channel_and_who_had_it_are_told_once(deps: Deps, hand: Hand) -> None:
    act(deps, Act.CLAIM, SECOND, AMIRA)
    for _ in range(3):
        tick(deps, hand.to(at(25, 8)))
    (word,) = said(deps, COMMENTS)
    assert "2 kommentarer är tillbaka i kanalen" in word
    (told,) = said(deps, AMIRA)
    assert "2 kommentarer som du hade tagit väntar i kanalen igen" in told
    assert "på 8 arbetstimmar" in told
    with deps.reading() as db:
        acts = ledger.acts(db, f"comment:{FIRST}")
    assert [(each.who, each.act, each.detail) for each in acts] == [
        ("lucka", "comment.lapsed", {"owner": AMIRA})
    ]


def test_taking_it_again_begins_anew(deps: Deps, hand: Hand) -> None:
    tick(deps, hand.to(at(25, 8)))
    act(deps, Act.CLAIM, FIRST, AMIRA)
    assert stored(deps).reason is None
    tick(deps, hand.to(at(25, 15, 25)))
    assert stored(deps).owner == AMIRA
    tick(deps, hand.to(at(26, 8)))
    assert stored(deps).owner is None
    assert len(said(deps, AMIRA)) == 2


def test_an_answer_meanwhile_is_never_overrun(deps: Deps, hand: Hand) -> None:
    fake = FakePage()
    fake.comments = [page.comment(1), page.answer(3, under=1, at=at(25, 7))]
    poll.run(replace(deps, page=fake), at(25, 8))  # type: ignore[arg-type]
    tick(deps, hand.to(at(25, 8)))
    assert stored(deps).state is State.ANSWERED


@pytest.mark.parametrize("done", [Act.HANDLE, Act.RELEASE])
def test_what_is_done_or_released_does_not_lapse(deps: Deps, done: Act) -> None:
    act(deps, done, FIRST, AMIRA)
    before = stored(deps)
    tick(deps, at(25, 8))
    assert stored(deps) == before
    assert said(deps, COMMENTS) == []


def test_nothing_lapses_while_the_page_has_not_been_read(deps: Deps) -> None:
    tick(deps, at(25, 8), looked=at(25, 6))
    assert stored(deps).owner == AMIRA
    tick(deps, at(25, 8), looked=at(25, 7, 30))
    assert stored(deps).owner is None


def test_the_command_line_does_it_for_any_time(deps: Deps) -> None:
    now = at(25, 8)
    job.run(deps, Due(now.date(), now, now))
    assert stored(deps).owner is None


def test_the_team_decides_after_how_long(deps: Deps) -> None:
    with deps.transaction() as db:
        claims.set_lapse_hours(db, 2)
    tick(deps, NOW + timedelta(hours=1, minutes=59))
    assert stored(deps).owner == AMIRA
    tick(deps, NOW + timedelta(hours=2))
    assert stored(deps).owner is None


def test_where_it_is_off_nothing_ever_lapses(deps: Deps) -> None:
    with deps.transaction() as db:
        claims.set_lapse_hours(db, None)
    tick(deps, NOW + timedelta(days=365))
    assert stored(deps).owner == AMIRA


def test_of_very_many_the_newest_rows_are_left_out_and_counted(deps: Deps, hand: Hand) -> None:
    found = [page.comment(n, "x" * 3000) for n in range(10, 60)]
    with deps.transaction() as db:
        kept = store_page.keep(db, [page.post()], found, now=NOW)
        comments.add_relays(db, kept.new, since=NOW.replace(year=2000), now=NOW)
    for each in found:
        act(deps, Act.CLAIM, each.id, JONAS)
    tick(deps, hand.to(at(25, 8)))
    (told,) = said(deps, JONAS)
    assert "50 kommentarer" in told
    assert len(said(deps, COMMENTS)) == 1


def give_hours(deps: Deps, who: str, begin: int, end: int) -> None:
    """Let *who* have working hours of their own."""
    with deps.transaction() as db:
        presence.set_hours(db, who, ((((time(begin), time(end)),),) * 5 + ((), ())))


def test_who_has_quiet_hears_it_when_their_hours_begin(deps: Deps, hand: Hand) -> None:
    give_hours(deps, AMIRA, 12, 16)
    tick(deps, hand.to(at(25, 8)))
    assert stored(deps).owner is None
    assert len(said(deps, COMMENTS)) == 1
    assert said(deps, AMIRA) == []
    for _ in range(2):
        tick(deps, hand.to(at(25, 11)))
    (told,) = said(deps, AMIRA)
    assert "väntar i kanalen igen" in told


def test_who_is_away_hears_it_when_they_are_back(deps: Deps, hand: Hand) -> None:
    with deps.transaction() as db:
        presence.add_absence(db, AMIRA, date(2026, 11, 25), date(2026, 11, 27))
    for day in (25, 26):
        tick(deps, hand.to(at(day, 8)))
    assert said(deps, AMIRA) == []
    tick(deps, hand.to(at(27, 8)))
    assert len(said(deps, AMIRA)) == 1


def test_what_somebody_has_taken_by_then_is_worth_no_word(deps: Deps, hand: Hand) -> None:
    give_hours(deps, AMIRA, 12, 16)
    tick(deps, hand.to(at(25, 8)))
    act(deps, Act.CLAIM, FIRST, JONAS)
    tick(deps, hand.to(at(25, 11)))
    assert said(deps, AMIRA) == []
    tick(deps, hand.to(at(25, 12)))
    assert said(deps, AMIRA) == []


def test_who_watches_hears_of_it_at_any_hour_that_is_watched(deps: Deps, hand: Hand) -> None:
    give_hours(deps, AMIRA, 12, 16)
    with deps.transaction() as db:
        roster.set_turns(db, [AMIRA], date(2026, 11, 23))
        policy.save(db, Policy(preset=Preset.CRISIS))
    tick(deps, hand.to(at(25, 8)))
    assert len(said(deps, AMIRA)) == 1
