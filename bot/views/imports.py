"""What is said of events from another calendar: what was read in, what differs, what was decided."""

from collections.abc import Iterable, Sequence
from datetime import date, time

from bot.domain.errors import Refusal
from bot.domain.import_files import RowProblem, RowsUnfit
from bot.domain.imports import Difference, What
from bot.locales import Words
from bot.locales import format as say
from bot.views.blocks import Block, Message, actions, button, cut, escape, message, section, simple
from bot.views.plan import Frame

TAKE = "import.take"
KEEP = "import.keep"
UNDO = "import.undo"

SHOWN = 8
"""Differences of one thing that are named; the rest are counted."""

ROWS_SHOWN = 20
TITLE_LIMIT = 80


def question(words: Words, found: Sequence[Difference], value: str, frame: Frame) -> Message:
    """Ask what to do about one thing that differs."""
    text = "\n".join([words("import-asks"), *_lines(words, found, frame)])
    return message(text, [section(text), _buttons(words, found, value)])


def decided(
    words: Words, found: Sequence[Difference], frame: Frame, *, take: bool, who: str
) -> Message:
    """Say what was decided about one thing."""
    head = words(f"import-{_tone(found)}-{'taken' if take else 'kept'}", who=escape(who))
    lines = _lines(words, found, frame, is_decided=True)
    return simple("\n".join([head, *lines]))


def over(words: Words, title: str) -> Message:
    """Say that nobody need decide any more."""
    return simple(words("import-over", title=escape(cut(title, TITLE_LIMIT))))


def read_in(words: Words, count: int, import_id: int) -> Message:
    """Say how many posts a reading made, and how to undo it."""
    text = words("import-read-in", count=count)
    return message(
        text, [section(text), actions(button(words("import-undo"), UNDO, str(import_id)))]
    )


def at_work(words: Words, who: str) -> Message:
    """Say that *who* undoes a reading, and that it takes a moment."""
    return simple(words("import-all-working", who=escape(who)))


def undone(words: Words, cancelled: int, kept: int, who: str) -> Message:
    """Say that a reading was undone, and what stays."""
    lines = [words("import-undone", count=cancelled, who=escape(who))]
    if kept:
        lines.append(words("import-undone-kept", count=kept))
    return simple("\n".join(lines))


def report(words: Words, counts: Sequence[tuple[str, int]], *, dry: bool) -> str:
    """Say on the command line what a file came to: *counts* by the message that says each."""
    said = [words(f"import-{name}", count=count) for name, count in counts if count]
    head = words("import-would-be") if dry else words("import-done")
    return "\n".join([head, *(f"  {line}" for line in said or [words("import-nothing")])])


def refused(words: Words, refusal: Refusal) -> str:
    """Say on the command line why nothing was read; of a table, each row that is wrong."""
    values = {name: v for name, v in refusal.values.items() if isinstance(v, str | int)}
    said = words(refusal.kind, **values)
    return f"{said}\n{rows(words, refusal.problems)}" if isinstance(refusal, RowsUnfit) else said


def rows(words: Words, problems: Sequence[RowProblem]) -> str:
    """Say on the command line which rows of a table cannot be read, and why."""
    lines = [
        words("import-row", line=str(p.line), reason=words(p.kind, value=p.value))
        for p in problems[:ROWS_SHOWN]
    ]
    if more := len(problems) - ROWS_SHOWN:
        lines += [words("import-rows-more", count=more)] if more > 0 else []
    return "\n".join(f"  {line}" for line in lines)


def _tone(found: Iterable[Difference]) -> str:
    """Return whether all of it is new, for then there is nothing of ours to keep."""
    return "new" if all(one.what is What.NEW for one in found) else "change"


def _buttons(words: Words, found: Sequence[Difference], value: str) -> Block:
    tone = _tone(found)
    return actions(
        button(words(f"import-{tone}-take"), TAKE, value, primary=True),
        button(words(f"import-{tone}-keep"), KEEP, value),
    )


def _lines(
    words: Words, found: Sequence[Difference], frame: Frame, *, is_decided: bool = False
) -> list[str]:
    """Return a line or two for each of *found*, up to what there is room for."""
    lines = named(words, found[:SHOWN], frame, is_decided=is_decided)
    if more := found[SHOWN:]:
        lines.append(words("import-more-decided" if is_decided else "import-more", count=len(more)))
    return lines


def named(
    words: Words, found: Sequence[Difference], frame: Frame, *, is_decided: bool = False
) -> list[str]:
    """Return a line or two for each of *found*."""
    return [
        f"• {line}" for one in found for line in _line(words, one, frame, is_decided=is_decided)
    ]


def _line(words: Words, one: Difference, frame: Frame, *, is_decided: bool) -> list[str]:
    """Return what differs in one event; what was new is just that, once it is decided."""
    if one.theirs is None or one.post is None:
        entry = one.theirs or one.post
        if entry is None:
            return []
        return [
            words(
                "import-line-decided"
                if is_decided and one.what is What.NEW
                else f"import-line-{one.what}",
                title=_title(entry.title),
                when=_when(words, entry.day, entry.at, frame),
                outlet=frame.outlet(entry.outlet_id),
            )
        ]
    lines = []
    if one.retitled:
        title, theirs = _title(one.post.title), _title(one.theirs.title)
        lines.append(words("import-line-retitled", title=title, theirs=theirs))
    if one.moved:
        ours = _when(words, one.post.day, one.post.at, frame)
        theirs = _when(words, one.theirs.day, one.theirs.at, frame)
        title = _title(one.post.title)
        lines.append(words("import-line-moved", title=title, ours=ours, theirs=theirs))
    return lines


def _title(title: str) -> str:
    return escape(cut(title, TITLE_LIMIT))


def _when(words: Words, day: date, at: time, frame: Frame) -> str:
    said = say.day_with_week(day, words, today=frame.today)
    return words("plan-moment", day=said, clock=say.clock(at, words))
