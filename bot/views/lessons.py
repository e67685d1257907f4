"""Lessons learned: kept, listed, changed, and told again in one line."""

from collections.abc import Mapping, Sequence
from typing import Any

from bot.domain.lessons import TEXT_LIMIT, Lesson
from bot.domain.plan import Post
from bot.locales import Words
from bot.locales import format as say
from bot.views.blocks import (
    Block,
    Message,
    actions,
    button,
    context,
    escape,
    field,
    header,
    message,
    modal,
    option,
    section,
    simple,
    text_input,
    values,
)
from bot.views.forms import Origin
from bot.views.plan import Frame

OPEN = "lesson.open"
MENU = "lesson.menu"
SAVE = "lesson.save"
DROP = "lesson.drop"
REVIVE = "lesson.revive"
PAGE = "lesson.page"

CHANGE, PUT_AWAY = "change", "drop"
TEXT = "text"
SHOWN = 15


def form(
    words: Words, lesson: Lesson | None, origin: Origin, *, about: Post | None = None
) -> dict[str, Any]:
    """Return the form for a lesson, which may be *about* a post."""
    written = text_input("value", lesson.text if lesson else "", multiline=True, limit=TEXT_LIMIT)
    hint = words("lesson-text-hint")
    named = [section(words("lesson-about", title=escape(about.title)))] if about else []
    blocks = [*named, field(words("lesson-text"), written, block_id=TEXT, hint=hint)]
    labels = (words("lesson-title"), words("settings-save"), words("settings-close"))
    return modal(SAVE, *labels, blocks, private_metadata=origin.pack())


def read(state: Mapping[str, Any]) -> str:
    """Read the form."""
    return values(state).get(TEXT) or ""


def kept(words: Words, lesson: Lesson) -> Message:
    """Say that a lesson is kept, or is another, with the ways on."""
    undo = button(words("plan-undo"), DROP, str(lesson.id))
    return simple(words("lesson-kept", text=escape(lesson.text)), actions(undo))


def turned(words: Words, lesson: Lesson) -> Message:
    """Say that a lesson was taken away or back, with the way back."""
    act, key = (REVIVE, "lesson-dropped") if lesson.dropped_at else (DROP, "lesson-revived")
    undo = button(words("plan-undo"), act, str(lesson.id))
    return simple(words(key, text=escape(lesson.text)), actions(undo))


def listing(
    words: Words, lessons: Sequence[Lesson], frame: Frame, *, offset: int, total: int, prefix: str
) -> Message:
    """Show lessons, the newest first, each with what can be done."""
    title, how = words("lesson-list"), words("lesson-how", prefix=prefix)
    rows = [_row(words, lesson, frame) for lesson in lessons]
    said = [row["text"]["text"] for row in rows] or [words("lesson-none")]
    none = [] if rows else [section(words("lesson-none"))]
    more = [actions(*_turns(words, offset, len(rows), total))] if total > SHOWN else []
    blocks: list[Block] = [header(title), *none, *rows, *more, context(how)]
    return message("\n".join([title, *said, how]), blocks)


def with_lesson(words: Words, shown: Message, lesson: Lesson) -> Message:
    """Return *shown* with a lesson that is of use for it, in one line before the buttons."""
    line = words("lesson-again", text=escape(lesson.text))
    at = next((n for n, b in enumerate(shown["blocks"]) if b["type"] == "actions"), None)
    blocks = list(shown["blocks"])
    blocks.insert(len(blocks) if at is None else at, context(line))
    return message(f"{shown['text']}\n{line}", blocks)


def _row(words: Words, lesson: Lesson, frame: Frame) -> Block:
    day = say.day_short(lesson.at.astimezone(frame.zone).date(), words, today=frame.today)
    who = escape(frame.names.get(lesson.who, words("somebody")))
    said = words("lesson-row", text=escape(lesson.text), who=who, day=day)
    options = [
        option(words("settings-change"), f"{CHANGE} {lesson.id}"),
        option(words("lesson-drop"), f"{PUT_AWAY} {lesson.id}"),
    ]
    return section(said, accessory={"type": "overflow", "action_id": MENU, "options": options})


def _turns(words: Words, offset: int, shown: int, total: int) -> list[Block]:
    """Return the way to the older ones, or back to the newest."""
    last = offset + shown
    if last < total:
        return [button(words("lesson-older"), PAGE, str(last))]
    return [button(words("lesson-newest"), PAGE, "0")]
