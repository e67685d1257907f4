"""The page's rules for comments, in the settings."""

from collections.abc import Iterable, Mapping
from typing import Any

from bot.domain.comment_rules import Rule, check_room, rule_text
from bot.store import comment_rules
from bot.views import comment_rules as view
from handlers.kept_lists import Desk


def _read(state: Mapping[str, Any], others: Iterable[Rule]) -> dict[str, str]:
    text, kind = view.read(state)
    return {"text": rule_text(text, others), "kind": kind}


RULES = Desk("rule", comment_rules.RULES, view.RULES, _read, check_room)
