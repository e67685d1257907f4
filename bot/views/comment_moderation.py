"""The dialogue before a comment is hidden or removed: the rule first, then what is done."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from bot.domain.comment_rules import Rule, RuleKind
from bot.domain.comments import Relayed, State
from bot.domain.moderation import WORDS_LIMIT, Case, Deed, proposed
from bot.locales import Words
from bot.views.blocks import (
    Block,
    Message,
    context,
    escape,
    field,
    modal,
    option,
    section,
    select,
    simple,
    text_input,
    values,
)
from bot.views.comments import Reader, row
from bot.views.forms import Origin

SHOW_AGAIN = "moderation.show_again"
ASK = "moderation.ask_save"
SAVE = "moderation.save"

RULE, WORDS, DEED = "rule", "words", "deed"
OTHER = "other"


@dataclass(frozen=True, slots=True)
class Said:
    """What stands in a form: a rule's id or `other`, words, and what is to be done."""

    rule: str
    words: str
    deed: Deed | None


def is_there(shown: Relayed, _user: str) -> bool:
    """Tell whether there is still something to hide, to remove or to report."""
    return shown.relay.state not in (State.REMOVED, State.GONE)


def is_hidden(shown: Relayed, _user: str) -> bool:
    """Tell whether it can be shown again."""
    return shown.relay.state is State.HIDDEN


def ask(reader: Reader, shown: Relayed, rules: Sequence[Rule], origin: Origin) -> dict[str, Any]:
    """Return the first form, which asks for the rule."""
    words = reader.words
    options = [_choice(words, rule) for rule in rules]
    options.append(option(words("rule-other"), OTHER))
    menu = select("value", options)
    blocks = [
        section(row(reader, shown)),
        section(f"*{words('moderation-question')}*"),
        field(words("moderation-rule"), menu, block_id=RULE),
        _words_field(words, ""),
    ]
    return _form(words, ASK, "moderation-next", blocks, origin)


def confirm(
    reader: Reader, shown: Relayed, rule: Rule | None, said: str, origin: Origin, *, second: str
) -> dict[str, Any]:
    """Return the second form: what is done, why so, and who is asked; *second* is a name or ""."""
    words, kind = reader.words, rule.kind if rule else RuleKind.PAGE
    named = escape(rule.text) if rule else words("rule-other-short")
    deeds = [option(words(f"moderation-deed-{deed}"), deed) for deed in Deed]
    usual = Deed.REMOVE if shown.relay.state is State.HIDDEN else proposed(kind)
    asked = "law" if kind is RuleKind.LAW else "second" if second else "alone"
    blocks = [
        section(row(reader, shown)),
        section(words("moderation-named", rule=named, kind=words(f"rule-kind-{kind}"))),
        section(words(f"moderation-why-{proposed(kind)}")),
        field(words("moderation-deed"), select("value", deeds, usual), block_id=DEED),
        _words_field(words, said),
        context(
            words(f"moderation-then-{asked}", who=escape(second)), words("moderation-report-first")
        ),
    ]
    return _form(words, SAVE, "moderation-submit", blocks, origin)


def read(state: Mapping[str, Any]) -> Said:
    """Read what stands in either form."""
    said = values(state)
    deed = said.get(DEED)
    known = Deed(deed) if deed in tuple(Deed) else None
    return Said(said.get(RULE) or "", said.get(WORDS) or "", known)


def under_way(words: Words, case: Case, *, is_saved: bool) -> Message:
    """Say that it is being done, or that somebody is asked first."""
    said = [
        words(f"moderation-goes-{case.deed}" if case.state == "waiting" else "moderation-asked")
    ]
    if not is_saved:
        said.append(words("moderation-unsaved"))
    return simple("\n".join(said))


def said(words: Words, key: str) -> Message:
    """Say in a sentence what was done."""
    return simple(words(key))


def _choice(words: Words, rule: Rule) -> Block:
    kind = words(f"rule-kind-{rule.kind}")
    return option(words("rule-choice", text=rule.text, kind=kind), str(rule.id))


def _words_field(words: Words, initial: str) -> Block:
    box = text_input("value", initial, multiline=True, limit=WORDS_LIMIT)
    hint = words("moderation-words-hint")
    return field(words("moderation-words"), box, block_id=WORDS, hint=hint, optional=True)


def _form(
    words: Words, callback_id: str, submit: str, blocks: list[Block], origin: Origin
) -> dict[str, Any]:
    labels = (words("moderation-title"), words(submit), words("settings-close"))
    return modal(callback_id, *labels, blocks, private_metadata=origin.pack())
