"""Disposal in the settings: each class with its decision, the holds, and what was handed over."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from dataclasses import field as field_of
from datetime import date, timedelta
from typing import Any

from bot.domain.disposal import (
    DECISION_LIMIT,
    REASON_LIMIT,
    Class,
    Hold,
    Rule,
    Scope,
    Unit,
    read_rule,
)
from bot.domain.page import PageComment
from bot.domain.text import title_of
from bot.locales import Words
from bot.locales import format as say
from bot.views.blocks import (
    Block,
    Message,
    actions,
    button,
    cut,
    defuse,
    divider,
    escape,
    field,
    header,
    link,
    message,
    modal,
    option,
    plain,
    section,
    select,
    several,
    simple,
    text_input,
    values,
)
from bot.views.disposal_list import rule_line
from bot.views.forms import Origin
from bot.views.settings import Topic

SHOW = "disposal.show"
CHANGE = "disposal.change"
SAVE = "disposal.save"
LIST = "disposal.list"
HOLD = "hold.ask"
SET_HOLD = "hold.save"
LIFT = "hold.lift"
HANDED = "handed_over.ask"
SET_HANDED = "handed_over.save"

DECISION, DECIDED, AMOUNT, UNIT = "decision", "decided", "amount", "unit"
SCOPE, LINK, FIRST, LAST, REASON = "scope", "link", "first", "last", "reason"
COMMENTS = "comments"

MOST_HOLDS = 20
MOST_KEPT = 100
_LINK_LIMIT = 500
_TITLE = 60  # of the words of a post


Places = Mapping[str, tuple[str | None, str]]


@dataclass(frozen=True, slots=True)
class Known:
    """How disposal is set: decisions, holds, names of people, and how many wait to be handed over.

    *places* are the address of each post and comment that is held, and a post's words, by id.
    """

    rules: Mapping[Class, Rule]
    holds: Sequence[Hold]
    names: Mapping[str, str]
    waiting: int
    places: Places = field_of(default_factory=dict)


def topic(words: Words, known: Known) -> Topic:
    """Say which classes are on, and whether something stops disposal."""
    return Topic(words("disposal-title"), "\n".join(_summary(words, known)), SHOW)


def page(words: Words, known: Known, *, today: date) -> Message:
    """Show every class with the reason why it is one, the holds, and what can be done."""
    title, intro = words("disposal-title"), words("disposal-intro")
    lines = [_class(words, kind, known) for kind in Class]
    held = [_hold(words, hold, known, today) for hold in known.holds[:MOST_HOLDS]]
    blocks: list[Block] = [header(title), section(intro)]
    for kind, line in zip(Class, lines, strict=True):
        blocks.append(section(line, accessory=_change(words, kind)))
    blocks += [divider(), section(words("disposal-holds", count=len(known.holds)))]
    for hold, line in zip(known.holds, held, strict=False):
        blocks.append(section(line, accessory=_lift(words, hold)))
    blocks.append(_acts(words))
    return message("\n".join([title, intro, *lines, *held]), blocks)


def form(words: Words, kind: Class, rule: Rule | None, origin: Origin) -> dict[str, Any]:
    """Return the form for the decision about a class."""
    decided: Block = {"type": "datepicker", "action_id": "value"}
    if rule:
        decided["initial_date"] = rule.decided.isoformat()
    units = [option(words(f"disposal-unit-{unit}"), unit) for unit in Unit]
    said = text_input("value", rule.decision if rule else "", limit=DECISION_LIMIT)
    amount = text_input("value", str(rule.amount) if rule else "", limit=6)
    blocks = [
        section(f"*{words(f'disposal-class-{kind}')}*\n{words(f'disposal-reason-{kind}')}"),
        field(
            words("disposal-decision"),
            said,
            block_id=DECISION,
            hint=words("disposal-decision-hint"),
            optional=True,
        ),
        field(words("disposal-decided"), decided, block_id=DECIDED, optional=True),
        field(words("disposal-amount"), amount, block_id=AMOUNT, optional=True),
        field(
            words("disposal-unit"),
            select("value", units, rule.unit if rule else Unit.MONTHS),
            block_id=UNIT,
            hint=words(f"disposal-from-{kind}"),
        ),
    ]
    return modal(SAVE, *_labels(words), blocks, private_metadata=origin.pack())


def read(state: Mapping[str, Any], *, today: date) -> Rule | None:
    """Read the submitted decision; None switches the class off."""
    said = values(state)
    unit = next((each for each in Unit if each == said.get(UNIT)), Unit.MONTHS)
    return read_rule(
        said.get(DECISION) or "", read_day(said, DECIDED), said.get(AMOUNT) or "", unit, today=today
    )


def read_day(said: Mapping[str, str | None], name: str) -> date | None:
    """Read the day in the field *name*; a value that is none raises ValueError."""
    held = said.get(name)
    return date.fromisoformat(held) if held else None


def saved(words: Words, kind: Class, rule: Rule | None) -> Message:
    """Say how it is from now on."""
    said = rule_line(words, rule) if rule else words("disposal-off")
    return simple(f"*{words(f'disposal-class-{kind}')}*\n{said}")


def hold_form(words: Words, origin: Origin) -> dict[str, Any]:
    """Return the form that sets a hold."""
    scopes = [option(words(f"hold-scope-{scope}"), scope) for scope in Scope]
    link = text_input("value", limit=_LINK_LIMIT)
    reason = text_input("value", multiline=True, limit=REASON_LIMIT)
    day: Block = {"type": "datepicker", "action_id": "value"}
    blocks = [
        section(words("hold-intro")),
        field(words("hold-scope"), select("value", scopes, Scope.ALL), block_id=SCOPE),
        field(words("hold-link"), link, block_id=LINK, hint=words("hold-link-hint"), optional=True),
        field(words("hold-first"), day, block_id=FIRST, optional=True),
        field(words("hold-last"), day, block_id=LAST, optional=True),
        field(words("hold-reason"), reason, block_id=REASON, hint=words("hold-reason-hint")),
    ]
    title = words("hold-title")
    return modal(SET_HOLD, title, *_labels(words)[1:], blocks, private_metadata=origin.pack())


def held(words: Words, hold: Hold, places: Places, *, today: date) -> Message:
    """Say that a hold stands, with the button that lifts it."""
    said = f"{words('hold-set')}\n{_scope(words, hold, places, today)}"
    return simple(said, actions(_lift(words, hold)))


def lifted(words: Words) -> Message:
    """Say that a hold stands no longer."""
    return simple(words("hold-lifted"))


def handed_form(
    words: Words, kept: Sequence[tuple[PageComment, bool]], origin: Origin
) -> dict[str, Any]:
    """Return the form that says which comments were handed over."""
    options = [option(_comment(words, comment), comment.id) for comment, _ in kept]
    initial = [comment.id for comment, is_handed in kept if is_handed]
    chosen = several("multi_static_select", "value", options, initial)
    blocks = [
        section(words("handed-intro")),
        field(words("handed-comments"), chosen, block_id=COMMENTS, optional=True),
    ]
    title = words("handed-title")
    return modal(SET_HANDED, title, *_labels(words)[1:], blocks, private_metadata=origin.pack())


def handed(words: Words, added: int, taken: int) -> Message:
    """Say what is marked as handed over now."""
    return simple(words("handed-saved", added=added, taken=taken))


def none_kept(words: Words) -> Message:
    """Say that nothing is to be handed over."""
    return simple(words("handed-none"))


def _summary(words: Words, known: Known) -> list[str]:
    lines = [
        f"{words(f'disposal-class-{kind}')}: {rule_line(words, rule)}"
        for kind, rule in known.rules.items()
    ] or [words("disposal-all-off")]
    return [*lines, words("disposal-holds", count=len(known.holds))] if known.holds else lines


def _class(words: Words, kind: Class, known: Known) -> str:
    rule = known.rules.get(kind)
    now = rule_line(words, rule) if rule else words("disposal-off")
    waits = words("handed-waiting", count=known.waiting) if kind is Class.KEPT else ""
    lines = [f"*{words(f'disposal-class-{kind}')}*", words(f"disposal-reason-{kind}"), now, waits]
    return "\n".join(line for line in lines if line)


def _hold(words: Words, hold: Hold, known: Known, today: date) -> str:
    who = escape(known.names.get(hold.set_by, words("somebody")))
    day = say.day_long(hold.set_at.date(), words, today=today)
    said = words("hold-by", who=who, day=day, reason=escape(hold.reason))
    return f"{_scope(words, hold, known.places, today)}\n{said}"


def _scope(words: Words, hold: Hold, places: Places, today: date) -> str:
    if hold.scope is Scope.PERIOD and hold.start and hold.end:
        first, last = (
            say.day_long(day, words, today=today)
            for day in (hold.start, hold.end - timedelta(days=1))
        )
        if first == last:
            return words("hold-on-day", day=first)
        return words("hold-on-period", first=first, last=last)
    return words(f"hold-on-{hold.scope}", subject=_subject(words, hold, places))


def _subject(words: Words, hold: Hold, places: Places) -> str:
    """Lead to what is held: a post by its words, a comment without any; its id where it has no address."""
    permalink, text = places.get(hold.subject or "", (None, ""))
    if not permalink:
        return escape(hold.subject or "")
    is_post = hold.scope is Scope.POST
    title = defuse(title_of(text, _TITLE)) or words("record-post-untitled")
    return link(permalink, title if is_post else words("record-link"))


def _change(words: Words, kind: Class) -> Block:
    label = words("settings-change")
    says = words("settings-says", label=label, title=words(f"disposal-class-{kind}"))
    return button(label, CHANGE, kind, says=says)


def _lift(words: Words, hold: Hold) -> Block:
    lift = button(words("hold-lift"), LIFT, str(hold.id))
    lift["confirm"] = {
        "title": plain(words("hold-lift")),
        "text": plain(words("hold-lift-confirm")),
        "confirm": plain(words("hold-lift")),
        "deny": plain(words("settings-close")),
    }
    return lift


def _acts(words: Words) -> Block:
    return actions(
        button(words("hold-title"), HOLD),
        button(words("handed-title"), HANDED),
        button(words("disposal-list"), LIST),
    )


def _comment(words: Words, comment: PageComment) -> str:
    text = " ".join(comment.text.split()) or words("disposal-no-words")
    return cut(f"{comment.created_at.date().isoformat()} {text}", 75)


def _labels(words: Words) -> tuple[str, str, str]:
    return words("disposal-title"), words("settings-save"), words("settings-close")
