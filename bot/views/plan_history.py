"""The history of a post in words: who did what and when, newest first."""

from collections.abc import Sequence

from bot.domain.history import Change
from bot.domain.plan import Post, pick, read_slot
from bot.locales import Words
from bot.locales import format as say
from bot.views.blocks import Message, actions, button, context, cut, escape, message, section
from bot.views.plan import Frame

HISTORY = "post.history"
SHOWN = 15
"""How many acts one message shows; a note of 500 characters each still fits."""

NOTE_LIMIT = 160


def told(words: Words, post: Post, changes: Sequence[Change], frame: Frame) -> Message:
    """Show what was done to *post*; when there is more than *changes*, a button leads there."""
    title = words("history-title", title=escape(post.title))
    lines = [line(words, change, frame) for change in changes[:SHOWN]]
    text = "\n".join([title, *lines])
    blocks = [section(title), *(context(each) for each in lines)]
    if len(changes) > SHOWN:
        oldest = changes[SHOWN - 1].revision
        blocks.append(actions(button(words("history-more"), HISTORY, f"{post.id} {oldest}")))
    return message(text, blocks)


def line(words: Words, change: Change, frame: Frame) -> str:
    """Say one act in a line of mrkdwn."""
    local = change.at.astimezone(frame.zone)
    when = say.day_at(local.date(), local.time(), words, today=frame.today)
    who = person(words, change.who, frame)
    what = ", ".join(_deeds(words, change, frame))
    said = words("history-line", when=say.sentence(when), who=who, what=what)
    return f"{said}: ”{escape(cut(change.note, NOTE_LIMIT))}”" if change.note else said


def person(words: Words, user: str | None, frame: Frame) -> str:
    """Name somebody, escaped and without a mention, which would ping."""
    return escape(frame.names.get(user or "", words("somebody")))


def _deeds(words: Words, change: Change, frame: Frame) -> list[str]:
    if change.revision == 1:
        return [words("history-planned")]
    deeds = [_deed(words, name, *pair, frame) for name, pair in change.changes.items()]
    return deeds or [words("history-nothing")]


def _deed(words: Words, name: str, before: str, after: str, frame: Frame) -> str:
    if name == "slot":
        return words(
            "history-slot", before=_moment(words, before, frame), after=_moment(words, after, frame)
        )
    if name == "outlet":
        return words("history-outlet", outlet=escape(pick(frame.outlets, int(after)).name))
    if name in {"owner", "watcher", "second"}:
        key = f"history-{name}" if after else f"history-{name}-none"
        return words(key, who=person(words, after or None, frame))
    if name in {"status", "ruling"}:
        return words(f"history-{name}-{after or 'none'}")
    if name in {"sibling", "idea", "pair"}:
        return words(f"history-{name}" if after else f"history-{name}-none")
    return words(f"history-{name}-changed")


def _moment(words: Words, value: str, frame: Frame) -> str:
    slot = read_slot(f"0 {value}")
    day = say.day_long(slot.day, words, today=frame.today)
    return words("plan-moment", day=day, clock=say.clock(slot.at, words))


def people(changes: Sequence[Change]) -> set[str]:
    """Return the Slack ids of all whom *changes* name."""
    named = {c.who for c in changes if c.who}
    pairs = [
        c.changes.get(name, ("", "")) for c in changes for name in ("owner", "watcher", "second")
    ]
    return named | {who for pair in pairs for who in pair if who}
