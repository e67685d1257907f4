"""One comment as a whole: what it says, what has happened to it, and all that can be done.

The message in the channel has the buttons of everyday; everything else stands here: what is done
often with a line each that says what it does, what is rare below, in parts. A capability adds its
ways to `WAYS`.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from datetime import datetime

from bot.domain.answer_acts import is_answerable
from bot.domain.comments import FACEBOOK, LUCKA, SIGNED, Relayed, State
from bot.domain.registration import Registration
from bot.domain.text import title_of
from bot.locales import Words
from bot.locales import format as say
from bot.views import comment_cases, discretion, lessons, praise, records, registrations
from bot.views import comment_moderation as moderation
from bot.views.blocks import Block, Message, actions, button, defuse, message, quote, section
from bot.views.comment_claims import HAND_OVER, TAKE_OVER, UNNEED, owner_value
from bot.views.comments import (
    ANSWER,
    CONCERN,
    COUNT,
    FLAG,
    JUDGE,
    PASS_ON,
    SOS,
    UNCOUNT,
    WAS_ME,
    WAS_NOT_ME,
    Reader,
    is_struck,
    row,
)

SHOWN = 8
"""How many of the newest acts are told."""

VERSIONS_SHOWN = 3
"""How many of the newest earlier texts are shown."""

TEXT_SHOWN = 200  # of an earlier text


@dataclass(frozen=True, slots=True)
class Happened:
    """One line of the audit log about a comment: *act* without its `comment.`.

    *to* names the colleague who got it, or the place to which its author was led.
    """

    who: str
    act: str
    local: datetime
    to: str = ""


@dataclass(frozen=True, slots=True)
class Way:
    """One thing that can be done: the button's act, the id of its words, and when it makes sense.

    What it does is told by the words `LABEL-hint`. *fits* is given the comment and who looks,
    *value* makes the button's value. *part* is where it stands; empty: on a line of its own.
    """

    act: str
    label: str
    fits: Callable[[Relayed, str], bool]
    value: Callable[[Relayed], str] = lambda shown: shown.comment.id
    part: str = ""


def _is_mine(shown: Relayed, user: str) -> bool:
    return shown.relay.state.is_open and shown.relay.owner == user


def _may_hand_over(shown: Relayed, user: str) -> bool:
    return shown.relay.state.is_open and shown.relay.owner in (None, user)


def _is_colleagues(shown: Relayed, user: str) -> bool:
    return shown.relay.state.is_open and shown.relay.owner not in (None, user)


def _is_unsigned(shown: Relayed, _user: str) -> bool:
    return shown.relay.state is State.ANSWERED and shown.relay.closed_by == FACEBOOK


def _is_signed_by(shown: Relayed, user: str) -> bool:
    return shown.relay.reason == SIGNED and shown.relay.closed_by == user


RULES, RECORDS = "rules", "records"
"""The parts of a card below its lines: what is rare, as a row of buttons under one heading."""

WAYS: tuple[Way, ...] = (
    Way(JUDGE, "comments-judge", lambda shown, _: shown.relay.flagged_by is not None),
    Way(ANSWER, "comments-answer", lambda it, _: it.is_answerable and is_answerable(it.relay)),
    Way(HAND_OVER, "comment-hand-over", _may_hand_over),
    Way(SOS, "comment-sos", _is_mine),
    Way(TAKE_OVER, "comment-take-over", _is_colleagues, owner_value),
    Way(UNNEED, "comment-unneed", lambda shown, _: shown.relay.state.is_open),
    Way(FLAG, "comments-flag", lambda shown, _: shown.relay.flagged_by is None),
    Way(WAS_ME, "comment-was-me", _is_unsigned),
    Way(WAS_NOT_ME, "comment-was-not-me", _is_signed_by),
    Way(PASS_ON, "comments-pass-on", praise.is_praised),
    Way(lessons.OPEN, "lesson-comment", lambda *_: True, lambda it: f"comment {it.comment.id}"),
    Way(CONCERN, "concern-open", lambda shown, _: shown.relay.state is not State.GONE),
    Way(UNCOUNT, "comment-uncount", lambda shown, _: shown.relay.uncounted_by is None),
    Way(COUNT, "comment-count", lambda shown, _: shown.relay.uncounted_by is not None),
    Way(comment_cases.OPEN, "moderation-open", moderation.is_there, part=RULES),
    Way(moderation.SHOW_AGAIN, "moderation-undo", moderation.is_hidden, part=RULES),
    Way(comment_cases.REPORTED, "moderation-reported", moderation.is_there, part=RULES),
    Way(registrations.OPEN, "registration-open", lambda _, __: True, part=RECORDS),
    Way(records.OPEN, "record-open", lambda _, __: True, part=RECORDS),
)


def card(
    reader: Reader,
    shown: Relayed,
    happened: Sequence[Happened],
    earlier: Sequence[str] = (),
    *,
    user: str,
    registered: Registration | None = None,
    rows: Sequence[Block] = (),
) -> Message:
    """Return the comment as a private message to *user*; *earlier* is what it said before.

    *rows* ask what it was: last as long as it is open, and first once that can be known.
    """
    words, head = reader.words, row(reader, shown)
    title = f"*{words('comment-card-happened')}*"
    told = [_line(reader, each) for each in happened[-SHOWN:]] or [words("comment-card-nothing")]
    fitting = [way for way in WAYS if way.fits(shown, user)]
    ways = [_row(words, shown, way) for way in fitting if not way.part]
    for part in (RULES, RECORDS):
        ways += _part(words, shown, part, [way for way in fitting if way.part == part])
    number = [registrations.line(reader, registered)] if registered else []
    lines = [*number, title, *told, *_earlier(reader, shown, earlier)]
    first, last = ([], rows) if shown.relay.state.is_open else (rows, [])
    blocks = [section(head), section("\n".join(lines)), *first, *ways, *last]
    return message("\n".join([head, *lines]), blocks)


def _earlier(reader: Reader, shown: Relayed, texts: Sequence[str]) -> list[str]:
    """Return what the comment said before, the newest last; nothing of what is gone."""
    if not texts or is_struck(shown):
        return []
    is_urgent = shown.relay.flagged_by is not None
    comments = [replace(shown.comment, text=text) for text in texts[-VERSIONS_SHOWN:]]
    told = [
        discretion.told(reader.words, reader.discretion, comment, is_urgent=is_urgent)
        for comment in comments
    ]
    said = [quote(defuse(title_of(one.text, TEXT_SHOWN)) or "–") for one in told]
    return [f"*{reader.words('comment-card-earlier')}*", *said]


def _line(reader: Reader, it: Happened) -> str:
    day = say.day_short(it.local.date(), reader.words, today=reader.today)
    when = reader.words("day-at", date=day, clock=say.clock(it.local.time(), reader.words))
    is_person = it.who not in {FACEBOOK, LUCKA}
    who = reader.who(it.who) if is_person else reader.words(f"comment-act-{it.who}")
    said = reader.words("comment-card-line", when=when, who=who)
    act = it.act.replace("_", "-")
    if it.to:
        return f"{said} {reader.words(f'comment-act-{act}-to', to=defuse(it.to))}"
    is_by_hand = act == "answered" and it.who != FACEBOOK
    return f"{said} {reader.words(f'comment-act-{act}-by' if is_by_hand else f'comment-act-{act}')}"


def _row(words: Words, shown: Relayed, way: Way) -> Block:
    return section(words(f"{way.label}-hint"), accessory=_button(words, shown, way))


def _part(words: Words, shown: Relayed, part: str, ways: Sequence[Way]) -> list[Block]:
    """Show the *ways* of a part in a row, below what they are for."""
    if not ways:
        return []
    buttons = [_button(words, shown, way) for way in ways]
    return [section(words(f"comment-card-{part}")), actions(*buttons)]


def _button(words: Words, shown: Relayed, way: Way) -> Block:
    hint = words(f"{way.label}-hint")
    return button(words(way.label), way.act, way.value(shown), says=hint)
