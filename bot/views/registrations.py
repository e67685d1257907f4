"""Noting the registrar's number on a comment: a text for the registrar, and the form."""

from collections.abc import Mapping
from datetime import date
from typing import Any

from bot.domain.comments import Relayed
from bot.domain.records import Record
from bot.domain.registration import NUMBER_LIMIT, PARTY_LIMIT, Registration
from bot.domain.text import title_of
from bot.locales import Words
from bot.locales import format as say
from bot.views.blocks import (
    Block,
    Message,
    actions,
    button,
    context,
    cut,
    defuse,
    escape,
    field,
    modal,
    section,
    simple,
    text_input,
    values,
)
from bot.views.comments import Reader, head
from bot.views.forms import Origin
from bot.views.pickers import day_picker
from bot.views.record_words import Teller

OPEN = "registration.open"
SAVE = "registration.save"
UNDO = "registration.undo"

NUMBER, DAY, PARTY, TEXT = "number", "day", "party", "text"
MOST = 2900  # characters of the ready text
ANSWER_SHOWN = 1000


def form(
    teller: Teller,
    record: Record,
    registered: Registration | None,
    origin: Origin,
    *,
    today: date,
    address: str = "",
) -> dict[str, Any]:
    """Return the form: the ready text to copy, and the number that the registrar gave.

    *address* is where the registrar is reached, if the team has decided that.
    """
    words = teller.words
    to = [words("registration-to", address=escape(address))] if address else []
    number, day = (registered.number, registered.day) if registered else ("", today)
    party = registered.party if registered else record.comment.author_name or ""
    ready = text_input("value", text_for(teller, record), multiline=True)
    blocks = [
        section("\n".join([words("registration-intro"), *to])),
        _field(words, TEXT, ready, hint="registration-text-hint"),
        _field(words, NUMBER, text_input("value", number, limit=NUMBER_LIMIT)),
        _field(words, DAY, day_picker(day)),
        _field(words, PARTY, text_input("value", cut(party, PARTY_LIMIT), limit=PARTY_LIMIT)),
        context(words("registration-registers-nothing")),
    ]
    labels = (words("registration-title"), words("settings-save"), words("settings-close"))
    return modal(SAVE, *labels, blocks, private_metadata=origin.pack())


def text_for(teller: Teller, record: Record) -> str:
    """Return what the registrar needs to know of a comment, to be copied into a letter."""
    comment = record.comment
    lines = [
        teller.words("registration-letter", at=teller.at(comment.created_at)),
        f"{teller.say('registration-letter-from')}: {teller.author(comment)}",
        f"{teller.say('record-post')}: {title_of(record.place.text) or '–'}",
        f"{teller.say('registration-letter-link')}: {comment.permalink or '–'}",
        *_attached(teller, record),
        "",
        comment.text or teller.say("comments-no-text"),
        *(["", f"{teller.say('record-answers')}:"] if record.answers else []),
        *(cut(line, ANSWER_SHOWN) for line in teller.answers(record)),
    ]
    return cut("\n".join(lines), MOST)


def read(state: Mapping[str, Any]) -> tuple[str, date | None, str]:
    """Read the number, the day and the party from the form."""
    said = values(state)
    day = said.get(DAY)
    return said.get(NUMBER) or "", date.fromisoformat(day) if day else None, said.get(PARTY) or ""


def saved(reader: Reader, shown: Relayed, registered: Registration) -> Message:
    """Say under which number it is noted, with the ways to change it and to take it back."""
    words = reader.words
    told = f"{line(reader, registered)}\n{head(words, shown)}"
    undo = button(words("plan-undo"), UNDO, str(registered.id))
    change = button(words("settings-change"), OPEN, shown.comment.id)
    return simple(told, actions(undo, change))


def undone(reader: Reader, shown: Relayed, registered: Registration | None) -> Message:
    """Say what stands now that a number was taken back."""
    words = reader.words
    now = line(reader, registered) if registered else words("registration-none")
    return simple(f"{words('registration-undone')} {now}\n{head(words, shown)}")


def line(reader: Reader, registered: Registration) -> str:
    """Say under which number a comment is registered."""
    words, it = reader.words, registered
    party = words("registration-party-shown", party=defuse(it.party)) if it.party else ""
    day = say.day_long(it.day, words, today=reader.today)
    who, number = reader.who(it.who), defuse(it.number)
    return words("registration-line", number=number, day=day, who=who, party=party).strip()


def _attached(teller: Teller, record: Record) -> list[str]:
    kind = teller.attachment(record.comment.attachment)
    return [f"{teller.say('record-attachment')}: {kind}"] if kind else []


def _field(words: Words, name: str, element: Block, *, hint: str | None = None) -> Block:
    said = words(hint) if hint else None
    label, is_optional = words(f"registration-{name}"), name in (TEXT, PARTY)
    return field(label, element, block_id=name, hint=said, optional=is_optional)
