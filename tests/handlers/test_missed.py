"""Reactions that nobody told us of: carried out once, and never against what was decided since."""

import sqlite3
from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import timedelta

import pytest
from sqlite_utils import Database

from bot.deps import Deps
from bot.domain.comments import Act, State
from bot.domain.team import Team
from bot.integrations.slack_shapes import Reacted
from bot.store import ledger, reactions, team
from handlers import comments as desk
from handlers.missed import CALM_SECONDS, PAGE_SECONDS, RETRY_SECONDS, SILENCE, YOUNG, Missed
from tests import make, page
from tests.fakes import FakeAck, FakeSlack, Hand
from tests.handlers.test_comments import (
    FIRST,
    TS,
    acts,
    click,
    react,
    relayed,
    sent,
    stored,
    whispers,
)
from tests.make import AMIRA, BOT, GUEST, JONAS, NOW
from tests.page import FakePage

EYES, CHECK, FLAG, HEART = "eyes", "white_check_mark", "triangular_flag_on_post", "blue_heart"


@pytest.fixture
def deps(deps: Deps, hand: Hand) -> Deps:
    """Everything, with one comment that is relayed, and a bot that has read before."""
    relayed(deps, page.comment(1))
    sent(deps, FIRST, TS)
    made = replace(deps, page=FakePage())  # type: ignore[arg-type]
    drained(Missed(made))
    hand.on(minutes=1)
    return made


@pytest.fixture
def stand(slack: FakeSlack) -> Callable[..., None]:
    """Let these (emoji, user) stand on the comment's message in Slack."""

    def put(*pairs: tuple[str, str], ts: str = TS) -> None:
        slack.pages = [[Reacted("1.1", ()), Reacted(ts, pairs)]]

    return put


def drained(missed: Missed) -> int:
    """Read until there is nothing left; return how many pages that took."""
    pages = 0
    while missed.drain() != CALM_SECONDS:
        pages += 1
        assert pages < 20
    return pages


@pytest.mark.parametrize(
    ("emoji", "state", "act"),
    [
        (EYES, State.CLAIMED, "claimed"),
        (CHECK, State.HANDLED, "handled"),
        (FLAG, State.NEW, "flagged"),
        (HEART, State.NEW, "praised"),
    ],
)
def test_what_was_missed_is_carried_out_once(
    deps: Deps, stand: Callable[..., None], emoji: str, state: State, act: str
) -> None:
    stand((emoji, AMIRA), ("tada", JONAS))
    for _ in range(3):
        drained(Missed(deps))
    assert stored(deps).state is state
    assert acts(deps) == [(AMIRA, f"comment.{act}")]


def test_who_took_it_and_finished_it_did_so_in_this_order(
    deps: Deps, stand: Callable[..., None]
) -> None:
    stand((CHECK, AMIRA), (EYES, AMIRA))
    drained(Missed(deps))
    assert [act for _, act in acts(deps)] == ["comment.claimed", "comment.handled"]


def test_of_two_who_reacted_the_first_has_it_and_the_other_hears_who(
    deps: Deps, stand: Callable[..., None]
) -> None:
    stand((EYES, JONAS), (EYES, AMIRA))
    drained(Missed(deps))
    assert stored(deps).owner == JONAS
    (word,) = whispers(deps)
    assert word.user == AMIRA
    assert "Jonas Berg har redan tagit den" in word.body["text"]


def test_what_a_colleague_took_meanwhile_stays_theirs(
    deps: Deps, stand: Callable[..., None]
) -> None:
    click(deps, Act.CLAIM, user=JONAS)
    stand((EYES, AMIRA))
    drained(Missed(deps))
    assert stored(deps).owner == JONAS


@pytest.mark.parametrize("emoji", [EYES, CHECK])
def test_what_was_decided_by_button_since_is_not_undone(
    deps: Deps, stand: Callable[..., None], emoji: str
) -> None:
    missed = Missed(deps)
    click(deps, Act.CLAIM)
    click(deps, Act.RELEASE)
    stand((emoji, AMIRA))
    drained(missed)
    assert stored(deps).state is State.NEW
    drained(Missed(deps))
    assert stored(deps).state is State.NEW


def test_a_flag_stands_beside_what_was_decided_since(
    deps: Deps, stand: Callable[..., None]
) -> None:
    missed = Missed(deps)
    click(deps, Act.CLAIM, user=JONAS)
    stand((FLAG, AMIRA))
    drained(missed)
    assert (stored(deps).owner, stored(deps).flagged_by) == (JONAS, AMIRA)


def test_what_we_were_told_is_not_done_again(deps: Deps, stand: Callable[..., None]) -> None:
    react(deps, EYES)
    click(deps, Act.RELEASE)
    stand((EYES, AMIRA))
    drained(Missed(deps))
    assert stored(deps).owner is None


def test_what_was_refused_when_it_was_told_is_not_done_later(
    deps: Deps, stand: Callable[..., None], hand: Hand
) -> None:
    react(deps, EYES, user=JONAS)
    react(deps, EYES)
    click(deps, Act.RELEASE, user=JONAS)
    hand.on(minutes=1)
    stand((EYES, JONAS), (EYES, AMIRA))
    drained(Missed(deps))
    assert stored(deps).owner is None


def test_what_was_decided_since_outlives_an_emoji_that_is_gone(
    deps: Deps, stand: Callable[..., None]
) -> None:
    missed = Missed(deps)
    react(deps, EYES)
    stand()
    drained(missed)
    assert stored(deps).owner == AMIRA


def test_taking_an_emoji_back_is_carried_out(
    deps: Deps, stand: Callable[..., None], hand: Hand
) -> None:
    react(deps, EYES)
    hand.on(minutes=1)
    stand()
    drained(Missed(deps))
    assert stored(deps).owner is None
    assert acts(deps)[-1] == (AMIRA, "comment.released")


def test_slack_tells_late_what_was_read_already(
    deps: Deps, stand: Callable[..., None], hand: Hand
) -> None:
    added = deps.now()
    stand((EYES, AMIRA))
    hand.on(minutes=1)
    drained(Missed(deps))
    click(deps, Act.RELEASE)
    body = make.reaction(EYES, TS)
    body["event"]["event_ts"] = f"{added.timestamp():.6f}"
    desk.react(deps, FakeAck(), body)
    assert stored(deps).owner is None
    body = make.reaction(EYES, TS)
    body["event"]["event_ts"] = f"{deps.now().timestamp() + 1:.6f}"
    desk.react(deps, FakeAck(), body)
    assert stored(deps).owner == AMIRA


@pytest.mark.parametrize("is_read_between", [False, True])
def test_slack_tells_late_of_an_emoji_that_was_taken_back(
    deps: Deps, stand: Callable[..., None], hand: Hand, *, is_read_between: bool
) -> None:
    def told(second: int, **how: bool) -> None:
        body = make.reaction(EYES, TS, **how)
        body["event"]["event_ts"] = f"{begun.timestamp() + second:.6f}"
        desk.react(deps, FakeAck(), body)

    begun = deps.now()
    hand.on(minutes=1)
    told(2, added=False)
    if is_read_between:
        stand()
        drained(Missed(deps))
    told(1)
    assert stored(deps).owner is None
    assert acts(deps) == []
    told(3)
    assert stored(deps).owner == AMIRA
    told(4, added=False)
    assert stored(deps).owner is None


def test_what_happens_while_a_page_is_on_its_way_is_told_and_counts(
    deps: Deps, hand: Hand, monkeypatch: pytest.MonkeyPatch
) -> None:
    def reacted(_slack: FakeSlack, _channel: str, **_when: object) -> Iterator[list[Reacted]]:
        hand.on(seconds=1)
        taken_back = deps.now()
        hand.on(seconds=1)
        yield [Reacted(TS, ((EYES, AMIRA),))]
        body = make.reaction(EYES, TS, added=False)
        body["event"]["event_ts"] = f"{taken_back.timestamp():.6f}"
        desk.react(deps, FakeAck(), body)

    monkeypatch.setattr(FakeSlack, "reacted", reacted)
    drained(Missed(deps))
    assert stored(deps).owner is None
    assert [act for _, act in acts(deps)] == ["comment.claimed", "comment.released"]


@pytest.mark.parametrize("who", [GUEST, BOT])
def test_guests_and_the_bot_itself_do_nothing(
    deps: Deps, stand: Callable[..., None], who: str
) -> None:
    stand((EYES, who))
    drained(Missed(deps))
    assert acts(deps) == []


def test_who_is_not_in_the_team_does_nothing(deps: Deps, stand: Callable[..., None]) -> None:
    with deps.transaction() as db:
        team.save(db, Team(lead=JONAS))
    stand((EYES, AMIRA))
    drained(Missed(deps))
    assert stored(deps).owner is None


def test_the_very_first_time_all_that_stands_was_told_before(
    deps: Deps, stand: Callable[..., None]
) -> None:
    with deps.transaction() as db:
        ledger.forget_facts(db, "reactions:")
    stand((EYES, AMIRA))
    drained(Missed(deps))
    drained(Missed(deps))
    assert stored(deps).owner is None


def test_old_and_finished_comments_are_not_asked_about(
    deps: Deps, slack: FakeSlack, stand: Callable[..., None], hand: Hand
) -> None:
    stand((EYES, AMIRA))
    hand.to(NOW + YOUNG + timedelta(hours=1))
    drained(Missed(deps))
    assert acts(deps) == []
    hand.to(NOW + timedelta(hours=1))
    click(deps, Act.HANDLE, user=JONAS)
    slack.down = "internal_error"
    drained(Missed(deps))


def test_slack_in_trouble_is_asked_again(
    deps: Deps, slack: FakeSlack, stand: Callable[..., None]
) -> None:
    missed = Missed(deps)
    stand((EYES, AMIRA))
    slack.down = "internal_error"
    assert missed.drain() == RETRY_SECONDS
    slack.down = None
    assert missed.drain() == PAGE_SECONDS
    assert stored(deps).owner == AMIRA


def test_a_round_in_which_the_database_fails_is_begun_anew_and_not_taken_for_done(
    deps: Deps, stand: Callable[..., None], monkeypatch: pytest.MonkeyPatch
) -> None:
    missed, known, fails = Missed(deps), reactions.known, [True]

    def failing(db: Database, comment_id: str) -> set[tuple[str, str]]:
        if fails:
            fails.pop()
            raise sqlite3.OperationalError("database is locked")
        return known(db, comment_id)

    monkeypatch.setattr(reactions, "known", failing)
    stand((EYES, AMIRA))
    with pytest.raises(sqlite3.OperationalError):
        missed.drain()
    assert missed.drain() == PAGE_SECONDS
    assert stored(deps).owner == AMIRA


def test_many_pages_are_read_one_by_one(deps: Deps, slack: FakeSlack) -> None:
    slack.pages = [[Reacted("1.1", ())] for _ in range(4)] + [[Reacted(TS, ((EYES, AMIRA),))]]
    assert drained(Missed(deps)) == 5
    assert stored(deps).owner == AMIRA


def test_a_silence_is_over_when_the_connection_is_back_or_we_have_slept(deps: Deps) -> None:
    missed, now = Missed(deps), deps.now()

    def look(seconds: float, *, connected: bool = True) -> bool:
        return missed.listening(now=now + timedelta(seconds=seconds), connected=connected)

    assert not look(1)
    assert not look(2, connected=False)
    assert not look(3, connected=False)
    assert look(4)
    assert not look(5)
    assert look(6 + SILENCE.total_seconds())


def test_decisions_before_the_silence_do_not_overtake_what_was_missed_in_it(
    deps: Deps, stand: Callable[..., None], hand: Hand
) -> None:
    missed = Missed(deps)
    drained(missed)
    click(deps, Act.CLAIM)
    click(deps, Act.RELEASE)
    assert not missed.listening(now=hand.on(seconds=1), connected=True)
    assert not missed.listening(now=hand.on(seconds=1), connected=False)
    assert missed.listening(now=hand.on(minutes=9), connected=True)
    stand((EYES, AMIRA))
    drained(missed)
    assert stored(deps).owner == AMIRA
