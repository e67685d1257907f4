"""Who has a comment: handed over, taken from somebody, passed on, lapsed; and no answer needed.

A private word is one message: what has happened, the comment, and the way back.
"""

from collections.abc import Iterable, Mapping
from typing import Any

from bot.domain.comments import Relayed, Unneeded
from bot.locales import Words
from bot.views.blocks import (
    Block,
    Message,
    actions,
    button,
    context,
    field,
    message,
    modal,
    option,
    section,
    select,
    simple,
    values,
)
from bot.views.comments import CLAIM, MORE, Reader, row
from bot.views.forms import Origin
from bot.views.pickers import person_picker

HAND_OVER = "comment.hand_over"
HAND_OVER_SAVE = "comment.hand_over_save"
DECLINE = "comment.decline"
TAKE_OVER = "comment.take_over"
GIVE_BACK = "comment.give_back"
UNNEED = "comment.unneed"
UNNEED_SAVE = "comment.unneed_save"

PERSON, REASON = "person", "reason"
LAPSED_SHOWN = 15  # two blocks each


def owner_value(shown: Relayed) -> str:
    """Write a comment and who has it as the value of a button."""
    return f"{shown.comment.id} {shown.relay.owner or ''}".strip()


def read_owner_value(value: str) -> tuple[str, str]:
    """Read what `owner_value` wrote: the comment and who had it; "" where nobody did."""
    comment_id, _, owner = value.partition(" ")
    return comment_id, owner


def hand_over_form(
    reader: Reader, one: Relayed, away: Iterable[str], origin: Origin
) -> dict[str, Any]:
    """Return the form that asks who gets it; *away* names those who are not there."""
    words, gone = reader.words, list(away)
    warned = [context("\n".join([words("comment-away"), *gone]))] if gone else []
    asked = field(
        words("comment-hand-over-person"),
        person_picker(None),
        block_id=PERSON,
        hint=words("comment-hand-over-person-hint"),
    )
    return _form(reader, HAND_OVER_SAVE, "comment-hand-over", one, [*warned, asked], origin)


def unneed_form(reader: Reader, one: Relayed, origin: Origin) -> dict[str, Any]:
    """Return the form that asks why no answer is needed."""
    words = reader.words
    reasons = [option(words(f"comment-unneed-{reason}"), reason) for reason in Unneeded]
    asked = field(
        words("comment-unneed-reason"),
        select("value", reasons),
        block_id=REASON,
        hint=words("comment-unneed-reason-hint"),
    )
    return _form(reader, UNNEED_SAVE, "comment-unneed", one, [asked], origin)


def read(state: Mapping[str, Any], block_id: str) -> str:
    """Read what was chosen in one of the two forms; "" for nothing."""
    return values(state).get(block_id) or ""


def handed(reader: Reader, one: Relayed, by: str) -> Message:
    """Tell who gets a comment from whom; no is one click."""
    words = reader.words
    said = words("comment-handed", who=reader.who(by))
    no = button(words("comment-decline"), DECLINE, one.comment.id)
    return _word(reader, one, said, no, _more(reader, one))


def handed_over(reader: Reader, one: Relayed, away: str = "") -> Message:
    """Tell who handed it over that it is done; *away* says that the receiver is not there."""
    who = reader.who(one.relay.owner)
    back = button(reader.words("comment-take-back"), TAKE_OVER, owner_value(one))
    said = reader.words("comment-handed-over", who=who)
    warned = [reader.words("comment-handed-away", line=away)] if away else []
    return _word(reader, one, "\n".join([said, *warned]), back)


def declined(reader: Reader, one: Relayed) -> Message:
    """Tell who said no that it waits in the channel."""
    return _word(reader, one, reader.words("comment-declined"), _claim(reader, one))


def returned(reader: Reader, one: Relayed, by: str) -> Message:
    """Tell who handed it over that it was not taken."""
    said = reader.words("comment-returned", who=reader.who(by))
    return _word(reader, one, said, _claim(reader, one))


def taken(words: Words, said: str, value: str) -> Message:
    """Say that somebody else has it (*said*), with the way to take it from them all the same."""
    label, says = words("comment-take-over"), words("comment-take-over-hint")
    return simple(said, actions(button(label, TAKE_OVER, value, says=says)))


def took(reader: Reader, one: Relayed, former: str) -> Message:
    """Tell who took it from a colleague that it is theirs, with the way back."""
    undo = button(reader.words("plan-undo"), GIVE_BACK, one.comment.id)
    return _word(reader, one, reader.words("comment-took", who=reader.who(former)), undo)


def taken_from(reader: Reader, one: Relayed) -> Message:
    """Tell who had it that a colleague has it now."""
    said = reader.words("comment-taken-from", who=reader.who(one.relay.owner))
    return _word(reader, one, said, _more(reader, one))


def regained(reader: Reader, one: Relayed, by: str) -> Message:
    """Tell who had it that the colleague has changed their mind."""
    said = reader.words("comment-regained", who=reader.who(by))
    return _word(reader, one, said, _more(reader, one))


def gave_back(reader: Reader, one: Relayed) -> Message:
    """Tell who took it from a colleague that it is the colleague's again."""
    return _word(reader, one, reader.words("comment-gave-back", who=reader.who(one.relay.owner)))


def lapsed_for_owner(reader: Reader, those: list[Relayed], *, hours: int) -> Message:
    """Tell who had them, once, that they wait for anybody again."""
    said = reader.words("comment-lapsed-owner", count=len(those), hours=hours)
    blocks = [
        block
        for one in those[:LAPSED_SHOWN]
        for block in (section(row(reader, one)), actions(_claim(reader, one)))
    ]
    return message("\n".join([said, *_rows(reader, those)]), [section(said), *blocks])


def lapsed(reader: Reader, those: list[Relayed], *, hours: int) -> Message:
    """Tell the channel what is back; the buttons are under the comments themselves."""
    said = reader.words("comment-lapsed", count=len(those), hours=hours)
    rows = _rows(reader, those)
    return message("\n".join([said, *rows]), [section(said), *map(section, rows)])


def _rows(reader: Reader, those: list[Relayed]) -> list[str]:
    more = len(those) - LAPSED_SHOWN
    rest = [reader.words("comments-list-more", count=more)] if more > 0 else []
    return [*(row(reader, one) for one in those[:LAPSED_SHOWN]), *rest]


def _word(reader: Reader, one: Relayed, said: str, *buttons: Block) -> Message:
    about = row(reader, one)
    ways = [actions(*buttons)] if buttons else []
    return message(f"{said}\n{about}", [section(said), section(about), *ways])


def _claim(reader: Reader, one: Relayed) -> Block:
    return button(reader.words("comments-claim"), CLAIM, one.comment.id)


def _more(reader: Reader, one: Relayed) -> Block:
    return button(reader.words("comments-more"), MORE, one.comment.id)


def _form(
    reader: Reader, callback_id: str, label: str, one: Relayed, blocks: list[Block], origin: Origin
) -> dict[str, Any]:
    words = reader.words
    labels = (words(f"{label}-form"), words(f"{label}-do"), words("settings-close"))
    about = section(row(reader, one))
    return modal(callback_id, *labels, [about, *blocks], private_metadata=origin.pack())
