"""The page's rules for comments in the settings: listed, added, changed, archived."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import Any

from bot.domain.comment_rules import LIMIT, Rule, RuleKind, in_use
from bot.locales import Words
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
    select,
    simple,
    text_input,
    values,
)
from bot.views.forms import Origin
from bot.views.settings import Topic

SHOW = "rules.show"
NEW = "rules.new"
MENU = "rules.menu"
REVIVE = "rules.revive"
ARCHIVE = "rules.archive"
SAVE = "rules.save"

TEXT, KIND = "text", "kind"
CHANGE, PUT_AWAY = "change", "archive"

ARCHIVED_SHOWN = 15
IN_TOPIC = 5


def topic(words: Words, rules: Sequence[Rule]) -> Topic:
    """Say which rules there are."""
    used = in_use(rules)
    lines = [line(words, rule) for rule in used[:IN_TOPIC]]
    if more := len(used[IN_TOPIC:]):
        lines.append(words("rules-more", count=more))
    return Topic(words("rules-title"), "\n".join(lines) or words("rules-none"), SHOW)


def page(words: Words, rules: Sequence[Rule]) -> Message:
    """Show every rule with what can be done; the archived ones last."""
    title, intro = words("rules-title"), words("rules-intro")
    archived = [rule for rule in rules if rule.archived_at][:ARCHIVED_SHOWN]
    rows = [_row(words, rule) for rule in (*in_use(rules), *archived)]
    said = [row["text"]["text"] for row in rows] or [words("rules-none")]
    new = actions(button(words("rules-new"), NEW))
    blocks = [header(title), context(intro), *rows, new]
    return message("\n".join([title, intro, *said]), blocks)


def form(words: Words, rule: Rule | None, origin: Origin) -> dict[str, Any]:
    """Return the form for a rule."""
    kinds = [option(words(f"rule-kind-{kind}"), kind) for kind in RuleKind]
    text = text_input("value", rule.text if rule else "", limit=LIMIT)
    kind = select("value", kinds, rule.kind if rule else RuleKind.PAGE)
    blocks = [
        field(words("rules-text"), text, block_id=TEXT, hint=words("rules-text-hint")),
        field(words("rules-kind"), kind, block_id=KIND, hint=words("rules-kind-hint")),
    ]
    title = words("rules-form-change" if rule else "rules-form-new")
    labels = (title, words("settings-save"), words("settings-close"))
    return modal(SAVE, *labels, blocks, private_metadata=origin.pack())


def read(state: Mapping[str, Any]) -> tuple[str, RuleKind]:
    """Read a rule's words and who has made it."""
    said = values(state)
    return said.get(TEXT) or "", RuleKind.LAW if said.get(KIND) == RuleKind.LAW else RuleKind.PAGE


def saved(words: Words, rule: Rule) -> Message:
    """Say that a rule is there, or is another."""
    return simple(words("rules-saved", rule=line(words, rule)))


def turned(words: Words, rule: Rule) -> Message:
    """Say that a rule was archived or taken back, with the way back."""
    way, key = (REVIVE, "rules-archived") if rule.archived_at else (ARCHIVE, "rules-revived")
    undo = button(words("plan-undo"), way, str(rule.id))
    named = line(words, replace(rule, archived_at=None))
    return simple(words(key, rule=named), actions(undo))


def line(words: Words, rule: Rule) -> str:
    """Say a rule in mrkdwn."""
    said = words("rule-choice", text=escape(rule.text), kind=words(f"rule-kind-{rule.kind}"))
    return words("rules-archived-line", rule=said) if rule.archived_at else said


def _row(words: Words, rule: Rule) -> Block:
    said = line(words, rule)
    if rule.archived_at:
        return section(said, accessory=button(words("rules-revive"), REVIVE, str(rule.id)))
    options = [
        option(words("settings-change"), f"{CHANGE} {rule.id}"),
        option(words("rules-archive"), f"{PUT_AWAY} {rule.id}"),
    ]
    menu: Block = {"type": "overflow", "action_id": MENU, "options": options}
    return section(said, accessory=menu)
