"""How a comment looks in Slack, in both languages."""

from collections.abc import Callable
from dataclasses import replace
from datetime import datetime, timedelta
from typing import Any
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.domain.comments import LAPSED, NEEDS_COLLEAGUE, SIGNED, Act, Place, Relay, Relayed, State
from bot.domain.page import PageComment
from bot.domain.relaying import Discretion, Mode
from bot.locales import Words
from bot.views import comments as view
from bot.views.blocks import Message
from tests import page
from tests.conftest import enforce_limits
from tests.examples import costly
from tests.make import AMIRA, JONAS, NOW

ZONE = ZoneInfo("Europe/Stockholm")
NAMES = {AMIRA: "Amira", JONAS: "Jonas"}
PLACE = Place(page.TITLE, f"https://www.facebook.example/posts/{page.POST}")
OPEN = Discretion(Mode.FULL, Mode.FULL)
Check = Callable[[Any], None]


def minutes(number: int) -> datetime:
    return NOW + timedelta(minutes=number)


def shown(
    comment: PageComment | None = None,
    *,
    place: Place = PLACE,
    parent: PageComment | None = None,
    edited_at: datetime | None = None,
    gone_at: datetime | None = None,
    **relay: Any,
) -> Relayed:
    comment = comment or page.comment()
    found = Relay(comment.id, NOW, **relay)
    return Relayed(found, comment, place, parent, edited_at=edited_at, gone_at=gone_at)


def render(words: Words, one: Relayed, discretion: Discretion = OPEN) -> Message:
    return view.relay(words, one, NAMES, today=NOW.date(), zone=ZONE, discretion=discretion)


def visible(message: Message) -> str:
    """Everything that a person sees of a message, in one text."""
    pieces = []
    for block in message["blocks"]:
        if block["type"] == "rich_text":
            pieces.append(quoted(message))
            continue
        texts = [block.get("text"), *block.get("elements", [])]
        pieces += [t.get("text", "") for t in texts if isinstance(t, dict)]
    return "\n".join(p if isinstance(p, str) else p["text"] for p in pieces)


CASES = {
    "new": shown(),
    "claimed": shown(state=State.CLAIMED, owner=AMIRA, claimed_at=minutes(5)),
    "answered": shown(
        state=State.ANSWERED,
        owner=AMIRA,
        claimed_at=minutes(5),
        closed_by="facebook",
        closed_at=minutes(30),
        answer_id="1_2",
    ),
    "promised": shown(
        state=State.PROMISED, owner=AMIRA, claimed_at=minutes(5), promised_at=minutes(9)
    ),
    "needs a colleague": shown(reason=NEEDS_COLLEAGUE),
    "lapsed": shown(reason=LAPSED),
    "promised, nobody has it": shown(
        state=State.PROMISED, promised_at=minutes(9), reason=NEEDS_COLLEAGUE
    ),
    "answered, signed": shown(
        state=State.ANSWERED,
        closed_by=JONAS,
        closed_at=minutes(30),
        answer_id="1_2",
        reason=SIGNED,
    ),
    "no answer needed": shown(
        state=State.UNNEEDED, closed_by=JONAS, closed_at=minutes(9), reason="emoji"
    ),
    "hidden": shown(state=State.HIDDEN, closed_by=JONAS, closed_at=minutes(9), reason="spam"),
    "removed": shown(state=State.REMOVED, closed_by=JONAS, closed_at=minutes(9), reason="spam"),
    "gone": shown(state=State.GONE, closed_by="facebook", closed_at=minutes(9), gone_at=minutes(9)),
    "gone after it was answered": shown(
        state=State.ANSWERED, closed_by="facebook", closed_at=minutes(9), gone_at=minutes(60 * 25)
    ),
    "gone but urgent": shown(flagged_by=JONAS, flagged_at=minutes(2), gone_at=minutes(9)),
    "edited": shown(edited_at=minutes(9)),
    "in a thread that was done": shown(
        page.comment(2, "Men var?", under=1), parent=page.comment(1), suggested=AMIRA
    ),
    "handled the next day": shown(state=State.HANDLED, closed_by=AMIRA, closed_at=minutes(60 * 25)),
    "urgent and praised": shown(
        flagged_by=JONAS, flagged_at=minutes(2), praised_by=AMIRA, praised_at=minutes(3)
    ),
    "reply": shown(page.comment(2, "Tack!", under=1), parent=page.comment(1)),
    "reply under the page": shown(
        page.comment(2, "Tack!", under=1), parent=page.answer(1, under=0, at=NOW)
    ),
    "picture only, author unknown": shown(
        page.comment(text="", attachment="photo", author_id=None, author_name=None)
    ),
    "hidden film with text": shown(page.comment(attachment="video_inline", is_hidden=True)),
    "no text, no post, no links": shown(
        page.comment(text=" ", permalink=None), place=Place("", None)
    ),
}


@pytest.mark.parametrize("case", CASES)
def test_a_comment_shows_its_state_in_words(case: str, words: Words, snapshot: Check) -> None:
    snapshot(render(words, CASES[case]))


@pytest.mark.parametrize("case", CASES)
def test_no_state_pings_anybody(case: str, words: Words) -> None:
    assert "<@" not in str(render(words, CASES[case]))


def test_what_a_resident_writes_can_do_nothing() -> None:
    evil = (
        "<!channel> <@U0AMIRA> <https://evil.example|1177.se> &lt; *fet* _kursiv_ ~struken~ `kod`"
    )
    one = shown(page.comment(text=evil, author_name=evil), place=Place(evil, "https://x.example"))
    said = render(Words("sv"), one)
    parsed = str(
        [said["text"], *(block for block in said["blocks"] if block["type"] != "rich_text")]
    )
    assert not any(bad in parsed for bad in ("<!", "<@", "<https://evil", "channel>"))
    assert "&lt;!channel&gt; &lt;@U0AMIRA&gt;" in parsed
    assert "&amp;lt;" in parsed
    for block in said["blocks"]:
        if block["type"] == "section":
            assert not any(
                bad in block["text"]["text"] for bad in ("*fet*", "_kursiv_", "~struken~")
            )
    assert quoted(said) == evil


def quoted(said: Message) -> str:
    """Return the words in the quotation: rich text, in which Slack parses nothing."""
    (block,) = (block for block in said["blocks"] if block["type"] == "rich_text")
    (quote,) = block["elements"]
    (words,) = quote["elements"]
    assert words["type"] == "text"
    return str(words["text"])


def test_a_text_that_would_turn_the_message_around_is_tamed() -> None:
    assert "\u202e" not in str(render(Words("sv"), shown(page.comment(text="hej \u202eoj"))))


def test_every_line_of_a_comment_is_quoted() -> None:
    said = render(Words("sv"), shown(page.comment(text="ett\n\ntvå\r\ntre")))
    assert quoted(said) == "ett\n\ntvå\ntre"


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("&" * 8000, id="8,000 signs that grow when escaped"),
        pytest.param("å" * 8000, id="8,000 letters"),
        pytest.param("rad\n" * 900, id="900 lines"),
        pytest.param("👩‍👩‍👧" * 1500, id="emoji in pieces"),
    ],
)
def test_a_long_comment_is_cut_and_leads_to_the_rest(text: str, words: Words) -> None:
    said = render(words, shown(page.comment(text=text)))
    enforce_limits(said["blocks"])
    assert len(said["text"]) <= 3900
    assert words("comments-read-all") in visible(said)


@costly
@given(
    text=st.text(max_size=400),
    author=st.none() | st.text(max_size=100),
    title=st.text(max_size=200),
    attachment=st.sampled_from([None, "photo", "sticker", "animated_image_video", "share", "?"]),
)
def test_any_comment_can_be_shown(
    text: str, author: str | None, title: str, attachment: str | None
) -> None:
    comment = page.comment(text=text, author_name=author, attachment=attachment)
    words = Words("sv")
    one = shown(comment, place=Place(title, "https://x.example"), parent=comment)
    listed = listing(words, [one])
    for said in (render(words, one), listed, view.did(words, Act.CLAIM, one)):
        enforce_limits(said["blocks"])
        assert said["text"].strip()


@pytest.mark.parametrize(
    ("kind", "said"),
    [
        ("photo", "(bild utan text)"),
        ("sticker", "(klistermärke utan text)"),
        ("animated_image_share", "(gif utan text)"),
        ("video_inline", "(film utan text)"),
        ("multi_share", "(länk utan text)"),
        ("music", "(bilaga utan text)"),
    ],
)
def test_an_attachment_without_text_is_named(kind: str, said: str) -> None:
    one = shown(page.comment(text="", attachment=kind))
    assert said in visible(render(Words("sv"), one))
    assert said in render(Words("sv"), one)["text"]


def test_what_is_gone_is_quoted_nowhere(words: Words) -> None:
    one = shown(
        page.comment(2, "Hemligt svar", under=1, attachment="photo"),
        parent=page.comment(1, "Hemlig fråga"),
        state=State.GONE,
        gone_at=minutes(9),
    )
    assert "Hemlig" not in str(render(words, one))
    assert "Hemlig" not in view.row(view.Reader(words, NAMES, NOW.date(), ZONE, OPEN), one)


def test_who_had_a_thread_is_told_with_a_way_to_take_it(words: Words, snapshot: Check) -> None:
    one = CASES["in a thread that was done"]
    reader = view.Reader(words, NAMES, NOW.date(), ZONE, OPEN)
    snapshot(view.continued(reader, one))


def test_a_reply_under_a_comment_that_was_never_seen_is_still_a_reply() -> None:
    said = visible(render(Words("sv"), shown(page.comment(2, under=1))))
    assert "Svar i en tråd" in said


def test_an_owner_whose_name_is_not_known_is_somebody() -> None:
    one = shown(state=State.CLAIMED, owner="U0OKÄND", claimed_at=NOW)
    assert "*någon har den sedan kl. 8.15*" in visible(render(Words("sv"), one))


def test_a_comment_from_another_year_says_which() -> None:
    one = shown(page.comment(at=NOW - timedelta(days=366)))
    assert "måndag 24 november 2025 kl. 8.15" not in visible(render(Words("sv"), one))
    assert "2025" in visible(render(Words("sv"), one))


def listing(
    words: Words, rows: list[Relayed], *, total: int | None = None, is_mine: bool = False
) -> Message:
    reader = view.Reader(words, NAMES, NOW.date(), ZONE, OPEN)
    total = total or len(rows)
    return view.listing(reader, rows, total=total, user=AMIRA, is_mine=is_mine, now=minutes(90))


def test_the_list_has_what_one_needs_to_choose(words: Words, snapshot: Check) -> None:
    rows = [CASES["new"], CASES["claimed"], replace_owner(CASES["claimed"], JONAS), CASES["reply"]]
    snapshot(listing(words, rows, total=9))


def test_my_list_says_that_it_is_mine(words: Words, snapshot: Check) -> None:
    snapshot(listing(words, [CASES["claimed"]], is_mine=True))


def test_a_full_list_stays_within_slacks_limits(words: Words) -> None:
    rows = [shown(page.comment(n, "&" * 3000, author_name="<" * 300)) for n in range(view.ROWS)]
    said = listing(words, rows, total=500)
    enforce_limits(said["blocks"])
    assert "485" in visible(said)


@pytest.mark.parametrize("act", list(view.UNDO))
def test_who_acted_on_the_list_is_told_with_the_way_back(
    act: Act, words: Words, snapshot: Check
) -> None:
    snapshot(view.did(words, act, CASES["new"]))


def test_empty_lists_and_help_are_kind(words: Words, snapshot: Check) -> None:
    snapshot(view.empty(words, command="/comments", is_mine=False))
    snapshot(view.empty(words, command="/lucka-comments", is_mine=True))
    snapshot(view.no_page(words))
    snapshot(view.usage(words, command="/comments"))
    snapshot(view.usage(words, command="/comments", unknown="<!channel>" + "x" * 4000))


def replace_owner(one: Relayed, owner: str) -> Relayed:
    return replace(one, relay=replace(one.relay, owner=owner))


def test_what_we_have_hidden_ourselves_is_said_to_be_hidden_once(words: Words) -> None:
    one = shown(page.comment(is_hidden=True), state=State.HIDDEN, closed_by=AMIRA, closed_at=NOW)
    said = visible(render(words, one))
    assert words("comments-state-hidden", who="Amira", when="").split(":")[0] in said
    assert words("comments-hidden") not in said
