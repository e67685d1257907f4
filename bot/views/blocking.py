"""Blocking in words: the form, the question to a second person, the outcome, who is blocked now."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from bot.domain.blocking import REASON_LIMIT, USUAL, Block, State
from bot.domain.comments import Relayed
from bot.domain.text import title_of
from bot.locales import Words
from bot.locales import format as say
from bot.views.blocks import (
    Block as Shown,
)
from bot.views.blocks import (
    Message,
    actions,
    button,
    context,
    defuse,
    escape,
    field,
    header,
    message,
    modal,
    section,
    simple,
    text_input,
    values,
)
from bot.views.comments import Reader, row
from bot.views.discretion import discreet
from bot.views.forms import Origin
from bot.views.pickers import day_picker

SAVE = "block.save"
CONFIRM = "block.confirm"
DECLINE = "block.decline"
LIFT = "block.lift"
EXTEND = "block.extend"
EXTEND_SAVE = "block.extend_save"
AGAIN = "block.again"

REASON, UNTIL = "reason", "until"
CALLED = 3
ROWS = 15


@dataclass(frozen=True, slots=True)
class Said:
    """What stands in a form."""

    reason: str
    until: date | None


def form(reader: Reader, shown: Relayed, origin: Origin, *, second: str) -> dict[str, Any]:
    """Return the form: why, and until when; *second* names who is asked first, "" for nobody."""
    words = reader.words
    then = words("block-then-second" if second else "block-then-alone", who=escape(second))
    blocks = [
        section(row(reader, shown)),
        section(words("block-intro")),
        *_fields(words, reader.today + USUAL),
        context(then, words("block-review")),
    ]
    return _form(words, SAVE, "block-title", "block-submit", blocks, origin)


def extend_form(reader: Reader, block: Block, shown: Relayed, origin: Origin) -> dict[str, Any]:
    """Return the form in which a block goes on, for a new reason."""
    words = reader.words
    blocks = [
        section(_line(reader, block, shown)),
        *_fields(words, reader.today + USUAL),
        context(words("block-review")),
    ]
    return _form(words, EXTEND_SAVE, "block-extend-title", "block-extend-submit", blocks, origin)


def read(state: Mapping[str, Any]) -> Said:
    """Read what stands in either form."""
    said = values(state)
    return Said(said.get(REASON) or "", _day(said.get(UNTIL)))


def under_way(words: Words, block: Block) -> Message:
    """Say that it is being done, or that somebody is asked first."""
    return simple(words("block-asked" if block.state is State.ASKED else "block-goes"))


def said(words: Words, key: str) -> Message:
    """Say in a sentence what was done."""
    return simple(words(key))


def request(reader: Reader, block: Block, shown: Relayed, called: Collection[str]) -> Message:
    """Ask for a second person, or say what became of the question."""
    words = reader.words
    until = _day_words(reader, block.until)
    asks = words("block-asks", who=reader.who(block.who), until=until, reason=escape(block.reason))
    if block.state is not State.ASKED:
        return simple("\n".join([asks, _settled(reader, block)]))
    calls = " ".join(f"<@{user}>" for user in sorted(called)[:CALLED])
    lines = [line for line in (calls, asks, words("block-asks-second")) if line]
    about, value = row(reader, shown), str(block.id)
    ways = [
        button(words("block-yes"), CONFIRM, value, primary=True),
        button(words("block-no"), DECLINE, value),
    ]
    blocks = [section("\n".join(lines)), section(about), actions(*ways)]
    return message("\n".join([*lines, about]), blocks)


def outcome(reader: Reader, block: Block, shown: Relayed) -> Message:
    """Tell who wanted it what has become of it, and what can be done then."""
    words, about = reader.words, row(reader, shown)
    head = _outcome(reader, block)
    ways = _ways(words, block)
    blocks = [section(head), section(about), *([actions(*ways)] if ways else [])]
    return message(f"{head}\n{about}", blocks)


def over(reader: Reader, those: Sequence[Block], shown: Mapping[str, Relayed]) -> Message:
    """Ask whoever leads about the blocks whose end has come."""
    words = reader.words
    if not those:
        return simple(words("block-over-done"))
    return _listed(reader, words("block-over", count=len(those)), those, shown)


def listing(reader: Reader, those: Sequence[Block], shown: Mapping[str, Relayed]) -> Message:
    """Show who is blocked now, to those who decide."""
    words = reader.words
    title = words("blocks-title")
    if not those:
        return simple(f"*{title}*\n{words('blocks-none')}")
    return _listed(reader, words("blocks-intro"), those, shown, title=title)


def pack_line(words: Words, days: Sequence[date], *, today: date) -> list[Shown]:
    """Say in the meeting's pack that blocks end; whose they are only those see who decide."""
    if not days:
        return []
    when = ", ".join(say.day_short(day, words, today=today) for day in dict.fromkeys(days))
    return [section(words("block-pack", count=len(days), when=when))]


def _listed(
    reader: Reader,
    intro: str,
    those: Sequence[Block],
    shown: Mapping[str, Relayed],
    *,
    title: str = "",
) -> Message:
    words = reader.words
    lines = [_line(reader, block, shown[block.comment_id]) for block in those[:ROWS]]
    rows = [
        part
        for block, line in zip(those, lines, strict=False)
        for part in (section(line), actions(*_to_decide(words, block)))
    ]
    more = len(those) - ROWS
    rest = [words("blocks-more", count=more)] if more > 0 else []
    head = [header(title)] if title else []
    blocks = [*head, section(intro), *rows, *map(context, rest)]
    return message("\n".join([*([title] if title else []), intro, *lines, *rest]), blocks)


def _line(reader: Reader, block: Block, shown: Relayed) -> str:
    words = reader.words
    told = discreet(words, reader.discretion, shown).comment
    name = defuse(title_of(told.author_name or "", 60)) or words("comments-author-unknown")
    begun = say.day_short(reader.day(block.decided_at), words, today=reader.today)
    until = _day_words(reader, block.until)
    head = words("block-line", author=name, who=reader.who(block.who), begun=begun, until=until)
    second = reader.who(block.second) if block.second else ""
    seen = words("moderated-seconded", who=second) if second else words("block-alone")
    return "\n".join([head, words("block-reason", reason=escape(block.reason)), seen])


def _to_decide(words: Words, block: Block) -> list[Shown]:
    value = str(block.id)
    if block.state is not State.ACTIVE:
        return [button(words("block-lift"), LIFT, value)]
    return [
        button(words("block-lift"), LIFT, value, primary=True),
        button(words("block-extend"), EXTEND, value),
    ]


def _outcome(reader: Reader, block: Block) -> str:
    words = reader.words
    if block.problem is not None:
        problem = words(f"block-problem-{block.problem}", code=block.code)
        key = "block-not-lifted" if block.state is State.ACTIVE else "block-not-done"
        return words(key, problem=problem)
    if block.is_lapsed:
        return words("block-lapsed-told")
    if block.state in (State.ENDING, State.ENDED):
        return words("block-ended")
    return words("block-done", until=_day_words(reader, block.until), reason=escape(block.reason))


def _ways(words: Words, block: Block) -> list[Shown]:
    if block.state is State.FAILED:
        return [button(words("moderation-again"), AGAIN, str(block.id), primary=True)]
    if block.state is State.ACTIVE:
        return [button(words("block-lift"), LIFT, str(block.id))]
    return []


def _settled(reader: Reader, block: Block) -> str:
    words, who = reader.words, reader.who(block.second)
    if block.is_lapsed:
        return words("block-lapsed")
    if block.state is State.DECLINED:
        return words("block-taken-back" if block.second == block.who else "block-declined", who=who)
    if block.state in (State.ENDING, State.ENDED):
        return words("block-lifted-by", who=reader.who(block.ended_by))
    stand = {State.WAITING: "waiting", State.FAILED: "failed"}.get(block.state, "active")
    return words(f"block-agreed-{stand}", who=who)


def _fields(words: Words, until: date) -> list[Shown]:
    box = text_input("value", multiline=True, limit=REASON_LIMIT)
    return [
        field(words("block-why"), box, block_id=REASON, hint=words("urgent-reason-hint")),
        field(
            words("block-until"),
            day_picker(until),
            block_id=UNTIL,
            hint=words("block-until-hint"),
        ),
    ]


def _form(
    words: Words, callback_id: str, title: str, submit: str, blocks: list[Shown], origin: Origin
) -> dict[str, Any]:
    labels = (words(title), words(submit), words("settings-close"))
    return modal(callback_id, *labels, blocks, private_metadata=origin.pack())


def _day(written: str | None) -> date | None:
    try:
        return date.fromisoformat(written or "")
    except ValueError:
        return None


def _day_words(reader: Reader, day: date) -> str:
    return say.day_long(day, reader.words, today=reader.today)
