"""What is due to be disposed of: the list with its buttons, a look at it, and the report."""

from collections.abc import Mapping, Sequence
from datetime import date, datetime, tzinfo

from bot.domain.disposal import Disposal, Found, Rule, State
from bot.locales import Words
from bot.locales import format as say
from bot.views.blocks import (
    Block,
    Message,
    actions,
    button,
    context,
    cut,
    cut_markup,
    escape,
    header,
    message,
    plain,
    section,
    simple,
)
from bot.views.report_words import day_full

LOOK = "disposal.look"
DISPOSE = "disposal.dispose"
LATER = "disposal.later"

ROWS = 20
_EXCERPT = 100


def listed(
    words: Words, lists: Sequence[Disposal], names: Mapping[str, str], *, today: date, zone: tzinfo
) -> Message:
    """List what is due, class by class; what was decided about stays as a line."""
    lines = [_line(words, each, names, today=today, zone=zone) for each in lists]
    title, intro = words("disposal-list-title"), words("disposal-list-intro")
    blocks: list[Block] = [header(title), section(intro)]
    for each, line in zip(lists, lines, strict=True):
        blocks.append(section(line))
        if each.state is State.LISTED:
            blocks.append(_buttons(words, each))
    return message("\n".join([title, intro, *lines]), blocks)


def look(
    words: Words, disposal: Disposal, rows: Sequence[tuple[str, datetime, str]], *, zone: tzinfo
) -> Message:
    """Show what the list holds, the oldest first: kind, day and words of each."""
    said = [_row(words, *row, zone=zone) for row in rows[:ROWS]]
    title = words(f"disposal-class-{disposal.kind}")
    more = disposal.found.count - len(said)
    rest = [context(words("disposal-look-more", count=more))] if more > 0 else []
    empty = [] if said else [words("disposal-look-nothing")]
    blocks = [header(title), section("\n".join([*said, *empty])), *rest]
    return message("\n".join([title, *said, *empty]), blocks)


def instead(words: Words) -> Message:
    """Stand in Slack in the place of what was disposed of."""
    return simple(words("disposal-instead"))


def begun(words: Words) -> Message:
    """Say that it goes by itself from here on."""
    return simple(words("disposal-begun"))


def nothing_due(words: Words) -> Message:
    """Say that nothing is due."""
    return simple(words("disposal-nothing-due"))


def listing(words: Words) -> Message:
    """Say that the list is on its way to the lead."""
    return simple(words("disposal-listing"))


def report(words: Words, done: Disposal, *, today: date, zone: tzinfo) -> Message:
    """Say what was disposed of, what was not and why, and what the bot cannot reach."""
    title = words("disposal-report-title")
    lines = [
        words("disposal-report-done", count=done.disposed, name=_name(words, done)),
        words("disposal-by", **_decision(words, done.rule)),
        *_times(words, done.found, today=today, zone=zone),
        words("disposal-report-skipped", count=done.skipped + done.found.held),
        words("disposal-report-copies", count=done.copies),
    ]
    beyond = words("disposal-report-beyond")
    said = "\n".join(line for line in lines if line)
    return message(f"{title}\n{said}\n{beyond}", [header(title), section(said), context(beyond)])


def rule_line(words: Words, rule: Rule) -> str:
    """Say by which decision, and how long after its end."""
    by = words("disposal-by", **_decision(words, rule))
    return f"{by} {words(f'disposal-after-{rule.unit}', amount=rule.amount)}"


def _line(
    words: Words, each: Disposal, names: Mapping[str, str], *, today: date, zone: tzinfo
) -> str:
    count = each.found.count if each.state is State.LISTED else each.disposed
    who = escape(names.get(each.who or "", words("somebody")))
    state = words(f"disposal-state-{each.state}", count=count, who=who)
    lines = [
        f"*{_name(words, each)}*",
        words("disposal-due", count=each.found.count),
        *_times(words, each.found, today=today, zone=zone),
        words("disposal-by", **_decision(words, each.rule)),
        words("disposal-held", count=each.found.held) if each.found.held else "",
        state,
    ]
    return "\n".join(line for line in lines if line)


def _buttons(words: Words, each: Disposal) -> Block:
    value = str(each.id)
    dispose = button(words("disposal-dispose"), DISPOSE, value)
    dispose["style"] = "danger"
    dispose["confirm"] = {
        "title": plain(words("disposal-confirm-title")),
        "text": plain(cut(words("disposal-confirm", count=each.found.count), 300)),
        "confirm": plain(words("disposal-dispose")),
        "deny": plain(words("disposal-later")),
        "style": "danger",
    }
    look_at = button(words("disposal-look"), LOOK, value)
    return actions(look_at, dispose, button(words("disposal-later"), LATER, value))


def _row(words: Words, kind: str, at: datetime, text: str, *, zone: tzinfo) -> str:
    day = at.astimezone(zone).date().isoformat()
    line = " ".join(text.split())
    shown = cut_markup(line, _EXCERPT) if kind == "message" else escape(cut(line, _EXCERPT))
    said = shown or words("disposal-no-words")
    return words("disposal-row", day=day, kind=words(f"disposal-kind-{kind}"), text=said)


def _name(words: Words, each: Disposal) -> str:
    return words(f"disposal-class-{each.kind}")


def _times(words: Words, found: Found, *, today: date, zone: tzinfo) -> list[str]:
    if found.first is None or found.last is None:
        return []
    first, last = (
        say.day_long(at.astimezone(zone).date(), words, today=today)
        for at in (found.first, found.last)
    )
    if first == last:
        return [words("disposal-times-one", day=first)]
    return [words("disposal-times", first=first, last=last)]


def _decision(words: Words, rule: Rule) -> dict[str, str | float]:
    """Name the decision; its day always has its year, for it is looked up for decades."""
    return {"decision": escape(rule.decision), "day": day_full(words, rule.decided)}
