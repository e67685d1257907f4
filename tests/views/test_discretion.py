"""What of a comment is shown, wherever it is shown."""

from collections.abc import Callable
from dataclasses import replace
from typing import Any
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.domain.comments import Act, Place, Relay, Relayed
from bot.domain.digest import Comments
from bot.domain.page import PageComment
from bot.domain.relaying import DEFAULT, EXCERPT, SILENT, Discretion, Mode
from bot.domain.storm import Gathered, Storm
from bot.domain.urgent import Asked
from bot.locales import Words
from bot.views import comments as view
from bot.views import storm as storm_view
from bot.views import urgent as urgent_view
from bot.views.blocks import Message
from bot.views.comments import Reader
from bot.views.digest import render as render_digest
from bot.views.urgent import Ping
from tests import page
from tests.conftest import enforce_limits
from tests.make import AMIRA, NOW
from tests.views.test_digest import EMPTY, FRAME

ZONE = ZoneInfo("Europe/Stockholm")
PLACE = Place(page.TITLE, f"https://www.facebook.example/posts/{page.POST}")
FULL = Discretion(Mode.FULL, Mode.FULL)
LONG = "Nu har jag väntat i tre timmar på akuten och ingen kan svara på när det blir min tur. " * 4
PRIVATE = "Ring mig på 070-123 45 67 eller anna@example.se, det gäller min remiss."
PERSONAL = "Jag heter Bo och mitt personnummer är 811218-9876."
Check = Callable[[Any], None]


def shown(text: str, *, parent: PageComment | None = None, **relay: Any) -> Relayed:
    comment = page.comment(2 if parent else 1, text, under=1 if parent else None)
    return Relayed(Relay(comment.id, NOW, **relay), comment, PLACE, parent)


def render(words: Words, one: Relayed, discretion: Discretion = DEFAULT) -> Message:
    return view.relay(words, one, {}, today=NOW.date(), zone=ZONE, discretion=discretion)


def reader(discretion: Discretion = DEFAULT) -> Reader:
    return Reader(Words("sv"), {}, NOW.date(), ZONE, discretion)


def everywhere(one: Relayed, discretion: Discretion) -> list[Message]:
    """Every message in which a comment, or the beginning of it, is shown to many or in a list."""
    lists: dict[str, Any] = {"total": 1, "user": AMIRA, "now": NOW}
    storm = Storm(1, page.POST, NOW)
    counts = Gathered(1, 1, 0)
    return [
        render(Words("sv"), one, discretion),
        view.listing(reader(discretion), [one], is_mine=False, **lists),
        storm_view.listing(reader(discretion), PLACE, [one], **lists),
        storm_view.gathered(reader(discretion), storm, PLACE, counts, one, now=NOW),
        view.did(Words("sv"), Act.CLAIM, one),
    ]


def test_where_others_read_along_nobody_is_named():
    one = shown("Måste man boka?", flagged_by=AMIRA, flagged_at=NOW)
    asked = Ping(Asked(1, AMIRA, NOW), None, is_danger=False)
    said = [
        *everywhere(one, SILENT)[:-1],  # what somebody did is told to them alone
        urgent_view.ping(reader(SILENT), one, asked),
        urgent_view.standing(reader(SILENT), [one], 1),
    ]
    assert "Maja" in str(urgent_view.ping(reader(), one, asked))
    assert "Maja" not in str(said)


CASES = {
    "a short one, excerpt": (shown("Måste man boka?"), DEFAULT),
    "a long one, excerpt": (shown(LONG), DEFAULT),
    "private things, excerpt": (shown(PRIVATE), DEFAULT),
    "private things, full": (shown(PRIVATE), FULL),
    "a personal number, excerpt": (shown(PERSONAL), DEFAULT),
    "urgent, excerpt": (shown("Stäng sidan!", flagged_by=AMIRA, flagged_at=NOW), DEFAULT),
    "any, link only": (shown("Måste man boka?"), SILENT),
    "under somebody who gave a number away": (
        shown("Tack!", parent=page.comment(1, PRIVATE)),
        DEFAULT,
    ),
    "a picture, link only": (
        replace(shown(""), comment=page.comment(text="", attachment="photo")),
        SILENT,
    ),
}


@pytest.mark.parametrize("case", CASES)
def test_as_much_as_the_team_wants(case: str, words: Words, snapshot: Check) -> None:
    one, discretion = CASES[case]
    snapshot(render(words, one, discretion))


@pytest.mark.parametrize("discretion", [DEFAULT, FULL, SILENT], ids=["excerpt", "full", "link"])
@pytest.mark.parametrize("number", ["070-123 45 67", "anna@example.se", "811218-9876"])
def test_what_is_private_stands_nowhere(number: str, discretion: Discretion) -> None:
    one = shown(f"Det är {number}.", parent=page.comment(1, f"Mitt är {number}."))
    for message in everywhere(one, discretion):
        assert number not in str(message)
        enforce_limits(message["blocks"])


def test_an_excerpt_is_the_beginning_and_ends_between_words() -> None:
    said = render(Words("sv"), shown(LONG))["text"].splitlines()[-1]
    assert len(said) <= EXCERPT
    assert LONG.startswith(said.removesuffix(" …"))
    assert said.endswith(" …")


@given(st.text(max_size=400))
def test_an_excerpt_is_never_longer_than_it_may_be(text: str) -> None:
    one = view.discreet(Words("sv"), DEFAULT, shown(text))
    assert len(one.comment.text) <= max(EXCERPT, len(Words("sv")("relaying-withheld")))


def test_a_word_without_end_is_cut_all_the_same() -> None:
    assert len(view.discreet(Words("sv"), DEFAULT, shown("å" * 900)).comment.text) == EXCERPT


@pytest.mark.parametrize(
    "one",
    [shown("Hjälp!", flagged_by=AMIRA, flagged_at=NOW), shown(PERSONAL)],
    ids=["urgent", "with a personal number"],
)
def test_what_is_delicate_is_told_by_a_link_unless_the_team_wants_otherwise(one: Relayed) -> None:
    for message in everywhere(one, DEFAULT):
        assert one.comment.text not in str(message)
    assert "Hjälp!" in str(render(Words("sv"), shown("Hjälp!", flagged_by=AMIRA), FULL))


def test_what_is_delicate_never_shows_more_than_the_rest() -> None:
    assert Discretion(Mode.LINK, Mode.FULL).mode(delicate=True) is Mode.LINK


def test_under_an_urgent_comment_its_text_is_not_quoted() -> None:
    one = replace(shown("Oj", parent=page.comment(1, "Hot!")), is_parent_urgent=True)
    assert "Hot!" not in str(everywhere(one, DEFAULT))


@pytest.mark.parametrize(
    ("one", "discretion", "offered"),
    [
        pytest.param(shown("Hej"), DEFAULT, False, id="all of it is shown"),
        pytest.param(shown(""), SILENT, False, id="there is no text"),
        pytest.param(shown(LONG), DEFAULT, True, id="cut"),
        pytest.param(shown(PRIVATE), FULL, True, id="masked"),
        pytest.param(shown("Hej"), SILENT, True, id="withheld"),
    ],
)
def test_the_original_is_offered_where_something_is_left_out(
    one: Relayed, discretion: Discretion, *, offered: bool
) -> None:
    rows = view.row_shown(reader(discretion), one, user=AMIRA, now=NOW)
    assert (view.ORIGINAL in str(render(Words("sv"), one, discretion))) is offered
    assert (view.ORIGINAL in str(rows)) is offered
    assert view.ORIGINAL not in str(
        view.row_shown(reader(discretion), one, user=AMIRA, now=NOW, stays=True)
    )


def test_the_original_is_the_whole_text_and_does_nothing(words: Words, snapshot: Check) -> None:
    snapshot(view.original(words, shown(f"<!channel> *{PERSONAL}* https://evil.example")))


@pytest.mark.parametrize("text", ["&" * 8000, "å" * 8000, "", " ", "👩‍👩‍👧" * 1500])
def test_any_original_fits(text: str) -> None:
    said = view.original(Words("sv"), shown(text))
    enforce_limits(said["blocks"])
    assert len(said["text"]) <= 3900


def test_the_digest_is_as_discreet(words: Words) -> None:
    told = replace(EMPTY, comments=Comments(1, (shown(PRIVATE),)))
    for discretion, masked in ((DEFAULT, True), (SILENT, False)):
        said = str(render_digest(words, told, replace(FRAME, discretion=discretion)))
        assert "070-123" not in said
        assert (words("masked-phone") in said) is masked
