"""What a team has to decide, with the place where each thing is decided; forms for what is words."""

from collections.abc import Mapping, Sequence
from typing import Any

from bot.domain.first_steps import (
    DECLINABLE,
    FACT_LIMIT,
    IN_WORDS,
    Checklist,
    Decision,
    Standing,
)
from bot.locales import Words
from bot.views import meetings, policy, relaying, reminders, roster, settings, team, workdays
from bot.views.blocks import (
    Block,
    Message,
    actions,
    button,
    escape,
    field,
    header,
    message,
    modal,
    option,
    plain,
    section,
    select,
    text_input,
    values,
)
from bot.views.forms import Origin
from bot.views.settings import Topic

SHOW = "first.show"
FACT = "first.fact"
FACT_SAVE = "first.fact_save"
DECLINE = "first.decline"
REOPEN = "first.reopen"

SAID = "fact"
NAMED = 3  # of what is not decided, among the settings

PLACES: Mapping[Decision, str] = {
    Decision.LEAD: team.CHANGE,
    Decision.DEPUTIES: team.CHANGE,
    Decision.HOURS: workdays.SHOW,
    Decision.PROMISE: policy.SHOW,
    Decision.ROSTER: roster.SHOW,
    Decision.REMINDERS: reminders.SHOW,
    Decision.MEETINGS: meetings.CHANGE,
    Decision.RELAY: relaying.SHOW,
    **dict.fromkeys(IN_WORDS, FACT),
}
"""The act that leads to where each thing is decided."""


def topic(words: Words, found: Checklist) -> Topic:
    """Say how much is decided, and what is not."""
    lines = [progress(words, found), *([_first(words, found.open)] if found.open else [])]
    return Topic(words("first-title"), "\n".join(lines), SHOW, words("first-show"))


def page(words: Words, found: Checklist) -> Message:
    """Show every decision with the button that leads to its place."""
    title, intro = words("first-title"), words("first-intro")
    rows = [_row(words, each, found) for each in Decision]
    blocks = [
        header(title),
        section(f"*{progress(words, found)}*\n{intro}"),
        *rows,
        actions(*_decline(words, found), settings.open_button(words)),
    ]
    said = [title, progress(words, found), *(row["text"]["text"] for row in rows)]
    return message("\n".join(said), blocks)


def progress(words: Words, found: Checklist) -> str:
    """Say how much is decided: *7 av 13 bestämt*."""
    return words("first-progress", settled=found.settled, all=len(found.standings))


def undecided(words: Words, decisions: Sequence[Decision]) -> str:
    """Say in a line what is not decided yet."""
    return words("first-undecided", what=", ".join(_name(words, each) for each in decisions))


def _first(words: Words, decisions: Sequence[Decision]) -> str:
    """Say the same shorter, where all of it is a click away."""
    more = len(decisions) - NAMED
    if more < 2:  # "and 1 more" is no shorter
        return undecided(words, decisions)
    what = ", ".join(_name(words, each) for each in decisions[:NAMED])
    return words("first-undecided-more", what=what, count=more)


def reminder(words: Words, decisions: Sequence[Decision]) -> list[Block]:
    """Return the line about what is not decided, for the meeting; nothing where all is."""
    if not decisions:
        return []
    return [section(undecided(words, decisions), accessory=open_button(words))]


def open_button(words: Words) -> Block:
    """Return the button that shows what there is to decide."""
    return button(words("first-show"), SHOW)


def form(words: Words, decision: Decision, text: str, origin: Origin) -> dict[str, Any]:
    """Return the form for what is decided in words."""
    written = text_input("value", text, multiline=True, limit=FACT_LIMIT)
    hint = words(f"first-hint-{decision}")
    said = field(_name(words, decision), written, block_id=SAID, hint=hint, optional=True)
    labels = (words("first-form"), words("settings-save"), words("settings-close"))
    held = Origin(channel=origin.channel, subject=list(Decision).index(decision)).pack()
    return modal(FACT_SAVE, *labels, [said], private_metadata=held)


def read(state: Mapping[str, Any]) -> str:
    """Read what the form says."""
    return values(state).get(SAID) or ""


def saved(words: Words, decision: Decision, found: Checklist) -> Message:
    """Say how a decision stands now, and how many are settled; a declined one can be opened."""
    said = f"{words('first-saved')} {_line(words, decision, found)}\n{progress(words, found)}"
    is_declined = found.standings[decision] is Standing.DECLINED
    undo = [button(words("plan-undo"), REOPEN, decision)] if is_declined else []
    return settings.kept(words, said, *undo, open_button(words))


def _row(words: Words, decision: Decision, found: Checklist) -> Block:
    is_open = found.standings[decision] is not Standing.DECIDED
    label = words("first-decide" if is_open else "settings-change")
    says = words("settings-says", label=label, title=_name(words, decision))
    way = button(label, PLACES[decision], decision if decision in IN_WORDS else "", says=says)
    return section(_line(words, decision, found), accessory=way)


def _line(words: Words, decision: Decision, found: Checklist) -> str:
    how = found.standings[decision]
    said = escape(found.facts.get(decision, "")) or words(f"first-is-{how}")
    return words(f"first-line-{how}", name=_name(words, decision), said=said)


def _decline(words: Words, found: Checklist) -> list[Block]:
    """Return the menu of what the team may decide not to decide."""
    choices = [option(_name(words, each), each) for each in found.open if each in DECLINABLE]
    menu = {**select(DECLINE, choices), "placeholder": plain(words("first-decline"))}
    return [menu] if choices else []


def _name(words: Words, decision: Decision) -> str:
    return words(f"first-{decision}")
