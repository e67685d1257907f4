"""The page's published rules for comments: the only reasons for which one is hidden or removed."""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from bot.domain.errors import Refusal
from bot.domain.kept import in_use
from bot.domain.text import is_blank, title_of

LIMIT = 60
"""How long a rule may be: it is chosen from a menu, which shows its kind, too."""

MOST = 25
"""How many rules may be in use."""

_SILENCING = re.compile(r"\b(?:kriti[ks]|negativ|missnöj|critic|complain|klagomål)", re.IGNORECASE)


class RuleKind(StrEnum):
    """Who has made a rule."""

    LAW = "law"
    PAGE = "page"


@dataclass(frozen=True, slots=True)
class Rule:
    """One rule. An archived one is chosen no more; what was done under it still names it."""

    id: int
    text: str
    kind: RuleKind
    archived_at: datetime | None = None


class RuleMissing(Refusal):
    """Refuse a rule without words."""

    kind = "refusal-rule-missing"
    field = "text"


class RuleSilences(Refusal):
    """Refuse a rule against criticism, which is allowed."""

    kind = "refusal-rule-silences"
    field = "text"


class RuleThere(Refusal):
    """Refuse a rule that is there already."""

    kind = "refusal-rule-there"
    field = "text"


class TooManyRules(Refusal):
    """Refuse more rules than can be chosen from."""

    kind = "refusal-rules-many"
    field = "text"


class RuleGone(Refusal):
    """Refuse a rule that is not there, or not in use any more."""

    kind = "refusal-rule-gone"


def rule_text(text: str, others: Iterable[Rule]) -> str:
    """Return the words of a rule as they are kept; refuse what cannot be one beside *others*."""
    said = title_of(text, LIMIT)
    if is_blank(said):
        raise RuleMissing
    if _SILENCING.search(said):
        raise RuleSilences
    if any(said.casefold() == other.text.casefold() for other in others):
        raise RuleThere(text=said)
    return said


def check_room(rules: Iterable[Rule]) -> None:
    """Refuse one rule more than there may be."""
    if len(in_use(rules)) >= MOST:
        raise TooManyRules(most=MOST)
