"""The page's rules for comments; archived, never deleted, for old reasons must stay readable."""

from collections.abc import Callable

from sqlite_utils import Database

from bot.domain.comment_rules import Rule, RuleGone, RuleKind
from bot.store.db import maybe
from bot.store.kept import KeptTable

SEED = {
    "rule-agitation": RuleKind.LAW,
    "rule-threat": RuleKind.LAW,
    "rule-incitement": RuleKind.LAW,
    "rule-violence": RuleKind.LAW,
    "rule-abuse-pictures": RuleKind.LAW,
    "rule-copyright": RuleKind.LAW,
    "rule-personal-data": RuleKind.PAGE,
    "rule-patient-data": RuleKind.PAGE,
    "rule-insult": RuleKind.PAGE,
    "rule-spam": RuleKind.PAGE,
    "rule-repetition": RuleKind.PAGE,
    "rule-off-topic": RuleKind.PAGE,
    "rule-unsafe-link": RuleKind.PAGE,
}
"""What regions publish, by the id of its words."""

RULES = KeptTable(
    "comment_rules",
    "kind = 'page', id",
    lambda row: Rule(row["id"], row["text"], RuleKind(row["kind"]), maybe(row["archived_at"])),
    RuleGone,
)
"""Every rule: the law first, then in the order in which they came."""


def ensure_defaults(db: Database, words: Callable[[str], str]) -> None:
    """Write the rules that a new team starts with, in its language; they are the team's to change."""
    if db.execute("select 1 from comment_rules").fetchone():
        return
    for name, kind in SEED.items():
        RULES.add(db, {"text": words(name), "kind": kind})
