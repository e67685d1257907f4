"""One comment as a whole, in both languages."""

import pytest

from bot.domain.comments import FACEBOOK, Act, State
from bot.domain.registration import Registration
from bot.domain.relaying import DEFAULT
from bot.locales import Words
from bot.views import comment_card as view
from bot.views.comment_card import Happened
from bot.views.comments import Reader
from tests.conftest import enforce_limits
from tests.make import AMIRA, JONAS, NOW
from tests.views.test_comments import NAMES, ZONE, Check, minutes, shown

OURS = (
    "answered-by", "promised", "routed", "answer-failed", "answer-edited", "answer-deleted",
    "hidden", "removed", "unhidden", "moderation_asked", "moderation_agreed",
    "moderation_declined", "moderation_failed", "moderation_reviewed", "snapshot_failed",
    "reported", "praise_noted", "praise_passed", "praise_unpassed",
    "registered", "unregistered",
)  # fmt: skip
SEEN = ("answered", "edited", "hidden-outside", "shown-outside", "gone", "back", "continued")
ACTS = sorted(
    {act.recorded.removeprefix("comment.") for act in Act}
    | {*OURS, *SEEN, "alerted", "judged", "tagged", "timed", "untagged"}
)


def reader(words: Words) -> Reader:
    return Reader(words, NAMES, NOW.date(), ZONE, DEFAULT)


def happened(who: str, act: str, minute: int) -> Happened:
    return Happened(who, act, minutes(minute).astimezone(ZONE))


def test_a_card_says_what_it_is_and_what_happened(words: Words, snapshot: Check) -> None:
    one = shown(state=State.CLAIMED, owner=AMIRA, claimed_at=minutes(5))
    history = [
        happened(JONAS, "claimed", 1),
        happened(JONAS, "released", 3),
        happened(AMIRA, "claimed", 5),
        happened(FACEBOOK, "answered", 7),
    ]
    snapshot(view.card(reader(words), one, history, user=AMIRA))


def test_a_card_of_a_new_comment_says_that_nobody_did_anything(words: Words) -> None:
    text = view.card(reader(words), shown(), [], user=AMIRA)["text"]
    assert words("comment-card-nothing") in text


@pytest.mark.parametrize("act", ACTS)
def test_every_act_has_its_words(words: Words, act: str) -> None:
    recorded = act.removesuffix("-by").replace("-", "_")
    who = FACEBOOK if act in SEEN else AMIRA
    text = view.card(reader(words), shown(), [happened(who, recorded, 1)], user=AMIRA)["text"]
    assert words(f"comment-act-{act.replace('_', '-')}") in text


@pytest.mark.parametrize("act", ["handed_over", "routed"])
def test_a_card_says_to_whom_it_went_and_where_its_author_was_led(words: Words, act: str) -> None:
    line = Happened(AMIRA, act, NOW.astimezone(ZONE), "<Maja> *1177*")
    text = view.card(reader(words), shown(), [line], user=AMIRA)["text"]
    assert words(f"comment-act-{act.replace('_', '-')}-to", to="&lt;Maja&gt; ∗1177∗") in text


def test_a_card_shows_what_an_edited_comment_said_before(words: Words, snapshot: Check) -> None:
    one, history = shown(edited_at=minutes(9)), [happened(FACEBOOK, "edited", 9)]
    earlier = ["Först", "<!channel> *fet*", "x" * 4000, ""]
    snapshot(view.card(reader(words), one, history, earlier, user=AMIRA))
    gone = shown(state=State.GONE, gone_at=minutes(9))
    assert "fet" not in str(view.card(reader(words), gone, history, earlier, user=AMIRA))


def test_a_long_history_keeps_within_the_limits(words: Words) -> None:
    history = [happened(AMIRA, "claimed", minute) for minute in range(500)]
    enforce_limits(view.card(reader(words), shown(), history, user=AMIRA)["blocks"])


def test_a_card_says_under_which_number_it_is_registered(words: Words) -> None:
    kept = Registration(1, "1", "RL <2026>-7", NOW.date(), "*Maja*", AMIRA, NOW)
    text = view.card(reader(words), shown(), [], user=AMIRA, registered=kept)["text"]
    assert "RL &lt;2026&gt;-7" in text
    assert "∗Maja∗" in text
    assert "Amira" in text
