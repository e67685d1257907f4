"""The page's rules for comments in the settings: what a rule looks like, and its form."""

from collections.abc import Mapping
from typing import Any

from bot.domain.comment_rules import LIMIT, Rule, RuleKind
from bot.locales import Words
from bot.views.blocks import Block, escape, field, option, select, text_input, values
from bot.views.kept_lists import KeptList

TEXT, KIND = "text", "kind"


def read(state: Mapping[str, Any]) -> tuple[str, RuleKind]:
    """Read a rule's words and who has made it."""
    said = values(state)
    return said.get(TEXT) or "", RuleKind.LAW if said.get(KIND) == RuleKind.LAW else RuleKind.PAGE


def _said(words: Words, rule: Rule) -> str:
    return words("rule-choice", text=escape(rule.text), kind=words(f"rule-kind-{rule.kind}"))


def _fields(words: Words, rule: Rule | None) -> list[Block]:
    kinds = [option(words(f"rule-kind-{kind}"), kind) for kind in RuleKind]
    text = text_input("value", rule.text if rule else "", limit=LIMIT)
    kind = select("value", kinds, rule.kind if rule else RuleKind.PAGE)
    return [
        field(words("rules-text"), text, block_id=TEXT, hint=words("rules-text-hint")),
        field(words("rules-kind"), kind, block_id=KIND, hint=words("rules-kind-hint")),
    ]


RULES = KeptList("rules", _said, _fields, (TEXT, KIND))
