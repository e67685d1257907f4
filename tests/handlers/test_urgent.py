"""Flagging by emoji and button, the slip, and the form that alone closes a flag."""

from dataclasses import replace

import pytest

from bot.domain.comments import Act, State
from bot.domain.judgements import Outcome
from bot.domain.team import Team
from bot.store import comments, ledger, outbox, team
from bot.store import urgent as store
from bot.views.comments import JUDGE
from handlers import comment_card, urgent
from handlers import comments as handlers
from tests import make, page
from tests.fakes import FakeAck
from tests.forms import submission
from tests.handlers.test_comments import FIRST, TS, relayed, sent, shown, stored, whispers
from tests.make import AMIRA, COMMENTS, ELIN, JONAS, NOW
from tests.page import FakePage

FLAG = "triangular_flag_on_post"


@pytest.fixture
def deps(deps):
    """Everything, with one comment that is relayed and stands in Slack."""
    relayed(deps, page.comment(1))
    sent(deps, FIRST, TS)
    return replace(deps, page=FakePage())


def react(deps, *, user=AMIRA, added=True):
    handlers.react(deps, FakeAck(), make.reaction(FLAG, TS, user=user, added=added))


def click(deps, act, *, user=AMIRA):
    handlers.click(deps, act, FakeAck(), make.click("any", FIRST, user=user, channel=COMMENTS))


def form(deps, slack, *, user=AMIRA, value=FIRST, channel=COMMENTS):
    urgent.click(deps, FakeAck(), make.click(JUDGE, value, user=user, channel=channel))
    return slack.views[-1] if slack.views else None


def save(deps, opened, *, user=AMIRA, **said):
    ack = FakeAck()
    urgent.save(deps, ack, submission(opened, user=user, **said))
    return ack.answer


def acts(deps):
    with deps.reading() as db:
        return [(act.who, act.act) for act in ledger.acts(db, f"comment:{FIRST}")]


def judged(deps):
    with deps.reading() as db:
        return store.judged(db, [FIRST]).get(FIRST)


def test_an_outcome_and_a_reason_close_the_flag_and_nothing_else_happens(deps, slack):
    react(deps)
    assert (
        save(deps, form(deps, slack, user=JONAS), user=JONAS, outcome="kept", reason=" Hård ton ")
        == {}
    )
    found = judged(deps)
    assert (found.by, found.outcome, found.reason) == (JONAS, Outcome.KEPT, "Hård ton")
    assert (stored(deps).flagged_by, stored(deps).state) == (None, State.NEW)
    assert acts(deps) == [(AMIRA, "comment.flagged"), (JONAS, "comment.judged")]
    assert "Bedömd: kvar, inte regelbrott · Jonas Berg kl. 8.15 · ”Hård ton”" in shown(deps)
    (word,) = whispers(deps)
    assert word.user == JONAS
    assert word.body["text"].startswith("Bedömd: kvar, inte regelbrott.")
    with deps.reading() as db:
        detail = ledger.acts(db, f"comment:{FIRST}")[-1].detail
    assert detail == {"outcome": "kept"}, "ids, never texts"


LEFT = {
    Outcome.HIDDEN: "Kommentaren döljs inte av det här.",
    Outcome.REMOVED: "Kommentaren tas inte bort av det här.",
    Outcome.REPORTED: "Jag tar inte bort något och anmäler inget.",
    Outcome.PASSED: "Jag skickar inget vidare.",
}


@pytest.mark.parametrize("outcome", LEFT)
def test_an_outcome_says_what_it_has_not_done(deps, slack, outcome):
    react(deps)
    save(deps, form(deps, slack), outcome=outcome, reason="Hot")
    assert stored(deps).state is State.NEW
    assert LEFT[outcome] in whispers(deps)[0].body["text"]


REFUSED = {
    "no outcome": ({"reason": "Hot"}, "outcome", "Välj ett utfall i listan."),
    "no reason": ({"outcome": "kept"}, "reason", "Skriv"),
    "a blank reason": ({"outcome": "kept", "reason": " \u200b "}, "reason", "Skriv"),
}


@pytest.mark.parametrize(("said", "field", "words"), REFUSED.values(), ids=REFUSED.keys())
def test_a_judgement_needs_both(deps, slack, said, field, words):
    react(deps)
    answer = save(deps, form(deps, slack), **said)
    assert words in answer["errors"][field]
    assert stored(deps).flagged_by == AMIRA


def test_of_two_who_judge_at_once_the_second_is_told(deps, slack):
    react(deps)
    first, second = form(deps, slack), form(deps, slack, user=JONAS)
    save(deps, first, outcome="kept", reason="Hård ton")
    answer = save(deps, second, user=JONAS, outcome="hidden", reason="Hot")
    assert "någon har redan bedömt den" in answer["errors"]["reason"]
    assert judged(deps).by == AMIRA


def test_a_stale_button_gets_a_kind_answer(deps, slack):
    assert form(deps, slack) is None
    assert "är inte flaggad längre" in whispers(deps)[0].body["text"]


def test_only_the_team_judges(deps, slack):
    react(deps)
    opened = form(deps, slack)
    with deps.transaction() as db:
        team.save(db, Team(AMIRA))
    assert form(deps, slack, user=ELIN) is opened
    assert "med i innehållsteamet" in whispers(deps)[0].body["text"]
    assert save(deps, opened, user=ELIN, outcome="kept", reason="x")["response_action"] == "errors"
    assert stored(deps).flagged_by == AMIRA


@pytest.mark.parametrize("way", ["emoji", "button"])
def test_who_takes_an_old_flag_back_is_asked_what_it_was(deps, hand, slack, way):
    react(deps)
    hand.on(minutes=2)
    react(deps, added=False) if way == "emoji" else click(deps, Act.UNFLAG)
    assert stored(deps).flagged_by == AMIRA
    (word,) = whispers(deps)
    assert word.body["text"].startswith("Vad blev det?")
    assert JUDGE in str(word.body["blocks"])
    assert form(deps, slack)
    assert acts(deps) == [(AMIRA, "comment.flagged")]


def test_a_colleague_who_takes_an_emoji_back_is_told_nothing(deps, hand):
    react(deps)
    react(deps, user=JONAS)
    hand.on(minutes=5)
    react(deps, user=JONAS, added=False)
    assert stored(deps).flagged_by == AMIRA
    assert whispers(deps) == []


def test_a_slip_is_taken_back_and_written_down(deps, hand):
    react(deps)
    hand.on(minutes=1)
    react(deps, added=False)
    assert stored(deps).flagged_by is None
    assert acts(deps) == [(AMIRA, "comment.flagged"), (AMIRA, "comment.unflagged")]


def test_the_card_flags_with_the_way_back_and_then_judges(deps):
    assert _card(deps).count("comment.flag'") == 1
    body = make.click("any", FIRST, channel=None)
    handlers.click(deps, Act.FLAG, FakeAck(), body)
    with deps.reading() as db:
        (said,) = [each for each in outbox.pending(db) if each.key.startswith("note:")][-1:]
    assert "Flaggad som akut" in said.body["text"]
    assert "comment.unflag" in str(said.body["blocks"])
    assert "comment.judge'" in _card(deps)
    assert "flaggade den som akut" in _card(deps)


def _card(deps):
    comment_card.click(deps, FakeAck(), make.click("any", FIRST, user=ELIN, channel=COMMENTS))
    with deps.reading() as db:
        cards = [each for each in outbox.pending(db) if each.user == ELIN]
    return f"{cards[-1].body['text']} {cards[-1].body['blocks']}"


@pytest.mark.parametrize("state", State)
def test_a_flag_can_be_judged_whatever_became_of_the_comment(deps, slack, state):
    with deps.transaction() as db:
        held = comments.find(db, FIRST)
        promised = NOW if state is State.PROMISED else None
        flagged = replace(
            held,
            flagged_by=JONAS,
            flagged_at=NOW,
            state=state,
            promised_at=promised,
            reason="emoji" if state is State.UNNEEDED else None,
        )
        comments.save(db, flagged)
    save(deps, form(deps, slack), outcome="answered", reason="Besvarad i dag")
    assert stored(deps) == replace(flagged, flagged_by=None, flagged_at=None)


def test_what_a_colleague_writes_as_a_reason_can_do_nothing(deps, slack):
    react(deps)
    save(deps, form(deps, slack), outcome="kept", reason="<!channel> *fet*")
    assert "<!channel>" not in shown(deps)
    assert "&lt;!channel&gt; ∗fet∗" in shown(deps)
