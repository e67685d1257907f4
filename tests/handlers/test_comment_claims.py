"""Whose a comment is: handed over, declined, passed on, taken from somebody; no answer needed."""

import json
from dataclasses import replace
from typing import Any

import pytest

from bot.deps import Deps
from bot.domain.comments import LAPSED, NEEDS_COLLEAGUE, Act, State
from bot.domain.members import MemberKind
from bot.domain.team import Team
from bot.store import ledger, outbox, presence, team
from bot.store.outbox import Item, Kind
from bot.views import comment_claims as view
from handlers import comment_card
from handlers import comment_claims as handlers
from handlers import comments as desk
from handlers.comments import carry_out
from tests import make, page
from tests.fakes import FakeAck, FakeSlack, Hand
from tests.forms import submission
from tests.handlers.test_comments import (
    FIRST,
    TS,
    acts,
    answered,
    click,
    react,
    relayed,
    sent,
    shown,
    stored,
    whispers,
)
from tests.make import AMIRA, COMMENTS, ELIN, GUEST, JONAS
from tests.page import FakePage


@pytest.fixture
def deps(deps: Deps) -> Deps:
    """Everything, with one comment that is relayed and stands in Slack."""
    relayed(deps, page.comment(1))
    sent(deps, FIRST, TS)
    return replace(deps, page=FakePage())  # type: ignore[arg-type]


def press(deps: Deps, way: str, value: str = FIRST, *, user: str = AMIRA) -> None:
    """Click one of the buttons of a card or a private word."""
    body = make.click("any", value, user=user, channel=COMMENTS)
    if way in {view.HAND_OVER, view.UNNEED}:
        handlers.ask(deps, way, FakeAck(), body)
        return
    clicks = {
        view.DECLINE: handlers.decline,
        view.TAKE_OVER: handlers.take_over,
        view.GIVE_BACK: handlers.give_back,
    }
    clicks[way](deps, FakeAck(), body)


def hand_over(deps: Deps, slack: FakeSlack, to: str, *, user: str = AMIRA) -> dict[str, Any]:
    """Hand the comment over through the form; return the answer to it."""
    press(deps, view.HAND_OVER, user=user)
    ack = FakeAck()
    handlers.hand_over(deps, ack, submission(slack.views[-1], user=user, person=to))
    return ack.answer


def direct(deps: Deps, user: str) -> list[str]:
    """What somebody is told in their own messages."""
    with deps.reading() as db:
        rows = db.query("select body from outbox where kind = 'post' and channel = ?", [user])
        return [json.loads(row["body"])["text"] for row in rows]


def buttons(item: Item) -> list[tuple[str, str]]:
    """The buttons of a private word: what they do and their value."""
    return [
        (each["action_id"], each.get("value", ""))
        for block in item.body["blocks"]
        for each in block.get("elements", [])
        if each["type"] == "button"
    ]


def card(deps: Deps, user: str) -> str:
    """What the card behind *More* says to somebody."""
    body = make.click("any", FIRST, user=user, channel=COMMENTS)
    comment_card.click(deps, FakeAck(), body)
    return str(whispers(deps)[-1].body)


def test_a_colleague_gets_a_comment_and_one_private_word(deps: Deps, slack: FakeSlack) -> None:
    react(deps, "eyes")
    assert hand_over(deps, slack, JONAS) == {}
    assert stored(deps).owner == JONAS
    assert "Jonas Berg har den" in shown(deps)
    (word,) = direct(deps, JONAS)
    assert "Amira Haddad har lämnat över en kommentar till dig" in word
    assert "Måste man boka?" in word
    assert "facebook.example" in word
    assert "Jonas Berg har den nu" in whispers(deps)[0].body["text"]
    assert acts(deps)[-1] == (AMIRA, "comment.handed_over")
    assert "Amira Haddad lämnade över den till Jonas Berg" in card(deps, ELIN)


def test_the_receiver_says_no_with_one_click_and_the_giver_hears_it(
    deps: Deps, slack: FakeSlack
) -> None:
    react(deps, "eyes")
    hand_over(deps, slack, JONAS)
    press(deps, view.DECLINE, user=JONAS)
    assert (stored(deps).state, stored(deps).owner) == (State.NEW, None)
    (word,) = direct(deps, JONAS)
    assert "Du har sagt nej" in word
    (told,) = direct(deps, AMIRA)
    assert "Jonas Berg kan inte ta den" in told


def test_no_after_it_has_changed_hands_changes_nothing(deps: Deps, slack: FakeSlack) -> None:
    hand_over(deps, slack, JONAS)
    press(deps, view.TAKE_OVER, f"{FIRST} {JONAS}", user=ELIN)
    press(deps, view.DECLINE, user=JONAS)
    assert stored(deps).owner == ELIN
    assert "inte den kommentaren längre" in whispers(deps)[-1].body["text"]


def test_the_giver_may_take_it_back(deps: Deps, slack: FakeSlack) -> None:
    hand_over(deps, slack, JONAS)
    assert buttons(whispers(deps)[0]) == [(view.TAKE_OVER, f"{FIRST} {JONAS}")]
    press(deps, view.TAKE_OVER, f"{FIRST} {JONAS}")
    assert stored(deps).owner == AMIRA


@pytest.mark.parametrize(
    ("to", "kind", "why"),
    [
        (GUEST, MemberKind.GUEST, "inte är gäst"),
        ("U0APP", MemberKind.BOT, "inte är gäst"),
        ("U0GONE", MemberKind.GONE, "inte är gäst"),
        (ELIN, MemberKind.MEMBER, "inte med i innehållsteamet"),
        (AMIRA, MemberKind.MEMBER, "du själv"),
    ],
    ids=["guest", "app", "gone", "not in the team", "oneself"],
)
def test_who_cannot_receive(
    deps: Deps, slack: FakeSlack, to: str, kind: MemberKind, why: str
) -> None:
    slack.kinds[to] = kind
    with deps.transaction() as db:
        team.save(db, Team(lead=AMIRA, members=(JONAS,)))
    answer = hand_over(deps, slack, to)
    assert why in answer["errors"]["person"]
    assert stored(deps).owner is None
    assert direct(deps, to) == []


def test_what_was_released_meanwhile_is_simply_taken(deps: Deps) -> None:
    press(deps, view.TAKE_OVER, f"{FIRST} {JONAS}")
    assert stored(deps).owner == AMIRA
    assert acts(deps) == [(AMIRA, "comment.claimed")]
    assert direct(deps, JONAS) == []


def test_a_colleagues_comment_is_theirs_to_hand_over(deps: Deps, slack: FakeSlack) -> None:
    react(deps, "eyes", user=JONAS)
    answer = hand_over(deps, slack, ELIN)
    assert "Jonas Berg har redan tagit den" in answer["errors"]["person"]


def test_who_is_away_is_named_before_and_after(deps: Deps, slack: FakeSlack, hand: Hand) -> None:
    today = deps.today()
    with deps.transaction() as db:
        presence.add_absence(db, JONAS, today, today.replace(day=28))
        presence.add_absence(db, ELIN, today.replace(day=27), today.replace(day=28))
    hand_over(deps, slack, JONAS)
    form = str(slack.views[-1])
    assert "Jonas Berg: " in form
    assert "Elin" not in form
    assert "Tänk på frånvaron. Jonas Berg: " in whispers(deps)[0].body["text"]


def test_sos_puts_it_back_and_nobody_sees_who_or_why(deps: Deps) -> None:
    react(deps, "eyes")
    click(deps, Act.SOS)
    assert (stored(deps).owner, stored(deps).reason) == (None, NEEDS_COLLEAGUE)
    assert "Väntar på svar\nBehöver en kollega" in shown(deps)
    assert "Amira" not in shown(deps)
    said = card(deps, JONAS)
    assert "någon lämnade den vidare" in said
    click(deps, Act.CLAIM, user=JONAS)
    assert "Behöver en kollega" not in shown(deps)


@pytest.mark.parametrize("way", ["emoji", "button"])
def test_the_refusal_of_a_claim_offers_to_take_it(deps: Deps, way: str) -> None:
    react(deps, "eyes", user=JONAS)
    react(deps, "eyes") if way == "emoji" else click(deps, Act.CLAIM)
    (word,) = whispers(deps)
    assert buttons(word) == [(view.TAKE_OVER, f"{FIRST} {JONAS}")]
    press(deps, *buttons(word)[0])
    assert stored(deps).owner == AMIRA
    (told,) = direct(deps, JONAS)
    assert "Amira Haddad har tagit över en kommentar som du hade" in told


def test_taking_can_be_undone_for_some_minutes(deps: Deps, hand: Hand) -> None:
    react(deps, "eyes", user=JONAS)
    press(deps, view.TAKE_OVER, f"{FIRST} {JONAS}")
    hand.on(minutes=9)
    press(deps, view.GIVE_BACK)
    assert stored(deps).owner == JONAS
    (told,) = direct(deps, JONAS)
    assert "Amira Haddad ångrade sig" in told
    press(deps, view.GIVE_BACK)
    assert "inte att ångra längre" in whispers(deps)[-1].body["text"]


def test_later_it_is_too_late_to_undo(deps: Deps, hand: Hand) -> None:
    react(deps, "eyes", user=JONAS)
    press(deps, view.TAKE_OVER, f"{FIRST} {JONAS}")
    hand.on(minutes=11)
    press(deps, view.GIVE_BACK)
    assert stored(deps).owner == AMIRA
    assert "inte att ångra längre" in whispers(deps)[-1].body["text"]


def test_what_changed_hands_meanwhile_is_not_taken_from_another(deps: Deps) -> None:
    react(deps, "eyes", user=ELIN)
    press(deps, view.TAKE_OVER, f"{FIRST} {JONAS}")
    assert stored(deps).owner == ELIN
    (word,) = whispers(deps)
    assert "Elin Lindqvist har redan tagit den" in word.body["text"]
    assert buttons(word) == [(view.TAKE_OVER, f"{FIRST} {ELIN}")]


@pytest.mark.parametrize("value", ["", FIRST, f"{FIRST} U0NOBODY", "9_9 U0JONAS", "\ud83d"])
def test_forged_values_harm_nothing(deps: Deps, value: str) -> None:
    for way in (view.TAKE_OVER, view.GIVE_BACK, view.DECLINE, view.HAND_OVER, view.UNNEED):
        press(deps, way, value)
    assert stored(deps).owner in {None, AMIRA}


def test_no_answer_needed_takes_a_reason_and_can_be_reopened(deps: Deps, slack: FakeSlack) -> None:
    press(deps, view.UNNEED)
    ack = FakeAck()
    handlers.unneed(deps, ack, submission(slack.views[-1], reason="friend-tag"))
    assert ack.answer == {}
    assert (stored(deps).state, stored(deps).reason) == (State.UNNEEDED, "friend-tag")
    assert "Inget svar behövs (taggar bara en vän): Amira Haddad" in shown(deps)
    with deps.reading() as db:
        (act,) = ledger.acts(db, f"comment:{FIRST}")
    assert (act.act, act.detail) == ("comment.unneeded", {"reason": "friend-tag"})
    click(deps, Act.REOPEN)
    assert (stored(deps).state, stored(deps).reason) == (State.NEW, None)


def test_a_reason_that_is_not_in_the_list_is_refused(deps: Deps, slack: FakeSlack) -> None:
    press(deps, view.UNNEED)
    body = submission(slack.views[-1], reason="emoji")
    chosen = body["view"]["state"]["values"]["reason"]["value"]["selected_option"]
    body["view"]["state"]["values"]["reason"]["value"]["selected_option"] = {
        **chosen,
        "value": "critical",
    }
    ack = FakeAck()
    handlers.unneed(deps, ack, body)
    assert ack.answer["response_action"] == "errors"
    assert stored(deps).state is State.NEW


def test_a_test_waits_for_nothing_and_does_not_count_until_somebody_says_so(deps: Deps) -> None:
    click(deps, Act.CLAIM, user=JONAS)
    assert "Skriven av en kollega, eller ett test?" in card(deps, AMIRA)
    click(deps, Act.UNCOUNT)
    assert "(internt eller ett test, räknas inte): Amira Haddad" in shown(deps)
    assert "Låt den räknas i siffrorna igen" in card(deps, AMIRA)
    assert "Amira Haddad lämnade den utanför siffrorna" in card(deps, AMIRA)
    click(deps, Act.COUNT, user=ELIN)
    assert (stored(deps).state, stored(deps).owner) == (State.CLAIMED, JONAS)
    assert stored(deps).uncounted_by is None


def test_an_answered_comment_may_be_left_out_and_stays_answered(deps: Deps) -> None:
    answered(deps)
    click(deps, Act.UNCOUNT)
    assert "Besvarad på Facebook" in shown(deps)
    assert "Räknas inte, internt eller ett test: Amira Haddad" in shown(deps)
    click(deps, Act.COUNT)
    assert "Räknas inte" not in shown(deps)
    assert [act for _, act in acts(deps)][-2:] == ["comment.uncounted", "comment.counted"]


def test_it_was_me_in_one_tap(deps: Deps) -> None:
    answered(deps)
    click(deps, Act.WAS_ME)
    assert "Besvarad på Facebook av Amira Haddad" in shown(deps)
    click(deps, Act.WAS_ME, user=JONAS)
    (word,) = (each for each in whispers(deps) if each.user == JONAS)
    assert "Amira Haddad har redan sagt att svaret var hens" in word.body["text"]
    assert buttons(word) == []
    click(deps, Act.WAS_NOT_ME)
    assert "Besvarad på Facebook kl." in shown(deps)
    assert [each for _, each in acts(deps)] == [
        "comment.answered",
        "comment.was_me",
        "comment.was_not_me",
    ]


def test_only_the_team_acts(deps: Deps, slack: FakeSlack) -> None:
    press(deps, view.HAND_OVER)
    with deps.transaction() as db:
        team.save(db, Team(lead=JONAS))
    handlers.hand_over(deps, ack := FakeAck(), submission(slack.views.pop(), person=JONAS))
    assert "innehållsteamet" in ack.answer["errors"]["person"]
    for opens in (view.HAND_OVER, view.UNNEED):  # a form tells who of the team is away
        press(deps, opens)
        assert slack.views == []
    press(deps, view.TAKE_OVER, f"{FIRST} {JONAS}")
    click(deps, Act.SOS)
    assert stored(deps).owner is None


def test_what_a_private_word_offers_is_answered_there(deps: Deps) -> None:
    body = make.click("any", FIRST, user=JONAS, channel="D0JONAS")
    desk.click(deps, Act.CLAIM, FakeAck(), body)
    assert "Nu har du den" in whispers(deps)[0].body["text"]


def test_an_answer_ends_why_it_waits(deps: Deps) -> None:
    with deps.transaction() as db:
        carry_out(deps, db, Act.CLAIM, FIRST, AMIRA)
        carry_out(deps, db, Act.LAPSE, FIRST, AMIRA)
    assert stored(deps).reason == LAPSED
    answered(deps)
    assert (stored(deps).state, stored(deps).reason) == (State.ANSWERED, None)


def test_a_word_to_one_person_is_no_word_to_the_channel(deps: Deps, slack: FakeSlack) -> None:
    hand_over(deps, slack, JONAS)
    with deps.reading() as db:
        posts = [item for item in outbox.pending(db) if item.kind is Kind.POST]
    assert {item.channel for item in posts if item.ts is None} == {JONAS}
