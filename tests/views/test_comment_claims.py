"""What is said about whose a comment is, in both languages."""

import pytest

from bot.domain.comments import NEEDS_COLLEAGUE, Relayed, State, Unneeded
from bot.locales import Words
from bot.views import comment_card, lapsing
from bot.views import comment_claims as view
from bot.views.comments import Reader
from bot.views.forms import CommentOrigin, unpack
from bot.views.lapsing import Lapsing
from tests import page
from tests.conftest import enforce_limits
from tests.make import AMIRA, COMMENTS, JONAS, NOW
from tests.views.test_comments import NAMES, OPEN, ZONE, Check, minutes, shown

ORIGIN = CommentOrigin(COMMENTS, comment=page.comment().id)


@pytest.fixture
def reader(words: Words) -> Reader:
    return Reader(words, NAMES, NOW.date(), ZONE, OPEN)


def held(owner: str = JONAS, number: int = 1, text: str = "Måste man boka?") -> Relayed:
    return shown(
        page.comment(number, text), state=State.CLAIMED, owner=owner, claimed_at=minutes(5)
    )


def waiting() -> Relayed:
    return shown(reason=NEEDS_COLLEAGUE)


def test_the_forms(reader: Reader, snapshot: Check) -> None:
    snapshot(view.hand_over_form(reader, held(), ["Elin Lindqvist: fredag 27 november"], ORIGIN))
    snapshot(view.hand_over_form(reader, held(), [], ORIGIN))
    snapshot(view.unneed_form(reader, held(), ORIGIN))


def test_the_private_words_of_handing_over(reader: Reader, snapshot: Check) -> None:
    snapshot(view.handed(reader, held(), AMIRA))
    snapshot(view.handed_over(reader, held()))
    snapshot(view.handed_over(reader, held(), "Jonas: fredag 27 november"))
    snapshot(view.declined(reader, shown()))
    snapshot(view.returned(reader, shown(), JONAS))


def test_the_private_words_of_taking_over(reader: Reader, snapshot: Check) -> None:
    snapshot(view.taken(reader.words, "Jonas har redan tagit den.", "1_1 U0JONAS"))
    snapshot(view.took(reader, held(AMIRA), JONAS))
    snapshot(view.taken_from(reader, held(AMIRA)))
    snapshot(view.regained(reader, held(), AMIRA))
    snapshot(view.gave_back(reader, held()))


def test_what_is_said_of_claims_that_lapse(reader: Reader, snapshot: Check) -> None:
    both = [waiting(), shown(page.comment(2, "Och barnen?"))]
    snapshot(view.lapsed(reader, both[:1], hours=8))
    snapshot(view.lapsed_for_owner(reader, both[:1], hours=8))
    snapshot(view.lapsed_for_owner(reader, both, hours=8))


def test_very_many_keep_within_the_limits(reader: Reader) -> None:
    many = [held(number=n, text="å" * 5000) for n in range(100)]
    enforce_limits(view.lapsed(reader, many, hours=8)["blocks"])
    enforce_limits(view.lapsed_for_owner(reader, many, hours=8)["blocks"])
    gone = ["Någon med ett långt namn: " + "x" * 200] * 30
    enforce_limits(view.hand_over_form(reader, many[0], gone, ORIGIN)["blocks"])


@pytest.mark.parametrize("reason", Unneeded)
def test_every_reason_has_its_words(reader: Reader, reason: Unneeded) -> None:
    assert reader.words(f"comment-unneed-{reason}")
    assert reader.words(f"comments-reason-{reason}")


@pytest.mark.parametrize("hours", [None, *lapsing.CHOICES])
def test_the_setting(words: Words, hours: int | None, snapshot: Check) -> None:
    snapshot(lapsing.form(words, Lapsing(hours, 8), CommentOrigin(COMMENTS)))


def test_the_card_offers_to_take_a_colleagues_from_them(reader: Reader, snapshot: Check) -> None:
    snapshot(comment_card.card(reader, held(), [], user=AMIRA))
    snapshot(comment_card.card(reader, waiting(), [], user=AMIRA))


def test_a_button_knows_whom_it_takes_from() -> None:
    assert view.read_owner_value(view.owner_value(held())) == (page.comment().id, JONAS)
    assert view.read_owner_value(view.owner_value(shown())) == (page.comment().id, "")


def test_a_form_remembers_its_comment() -> None:
    assert unpack(ORIGIN.pack()) == ORIGIN
