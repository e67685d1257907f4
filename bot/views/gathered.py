"""What is said of many differences at once: one question, what was decided, how to undo it."""

from collections.abc import Mapping, Sequence

from bot.domain.imports import Difference
from bot.domain.sweeps import Sweep, Swept
from bot.locales import Words
from bot.views.blocks import (
    Block,
    Message,
    actions,
    button,
    escape,
    message,
    plain,
    section,
    simple,
)
from bot.views.imports import SHOWN, named
from bot.views.plan import Frame

TAKE_ALL = "import.take_all"
KEEP_ALL = "import.keep_all"
APART = "import.apart"
UNDO = "import.undo_all"


def question(
    words: Words, some: Sequence[Difference], count: int, value: str, frame: Frame
) -> Message:
    """Ask what to do about *count* events that differ, of which *some* are named."""
    lines = named(words, some[:SHOWN], frame)
    if more := count - min(len(some), SHOWN):
        lines.append(words("import-more-decided", count=more))
    text = "\n".join([words("import-all-asks", count=count), *lines])
    buttons = actions(
        _sure(words, "take", TAKE_ALL, value, count),
        _sure(words, "keep", KEEP_ALL, value, count),
        button(words("import-all-apart"), APART, value),
    )
    return message(text, [section(text), buttons])


def decided(words: Words, sweep: Sweep, counts: Mapping[Swept, int], who: str) -> Message:
    """Say what was done, and how to undo it."""
    done, passed = counts.get(Swept.DONE, 0), counts.get(Swept.PASSED, 0)
    kind = "import-all-taken" if sweep.take else "import-all-kept"
    lines = [words(kind, who=escape(who), count=done)]
    lines += [words("import-all-passed", count=passed)] if passed else []
    undo = [actions(button(words("import-all-undo"), UNDO, str(sweep.id)))] if done else []
    return simple("\n".join(lines), *undo)


def undone(words: Words, _: Sweep, counts: Mapping[Swept, int], who: str) -> Message:
    """Say that it was undone, and what stays because somebody has been there since."""
    lines = [words("import-all-undone", who=escape(who), count=counts.get(Swept.UNDONE, 0))]
    if kept := counts.get(Swept.KEPT, 0):
        lines.append(words("import-all-undone-kept", count=kept))
    return simple("\n".join(lines))


def over(words: Words) -> Message:
    """Say that nobody need decide about many at once any more."""
    return simple(words("import-all-over"))


def _sure(words: Words, act: str, action_id: str, value: str, count: int) -> Block:
    """Return a button that asks once more: it decides about everything."""
    label = words(f"import-all-{act}")
    return {
        **button(label, action_id, value, primary=act == "take"),
        "confirm": {
            "title": plain(words("import-all-sure")),
            "text": plain(words(f"import-all-{act}-means", count=count)),
            "confirm": plain(label),
            "deny": plain(words("import-all-not-now")),
        },
    }
