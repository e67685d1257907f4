"""The page's rules for comments; archived, never deleted, for old reasons must stay readable."""

from collections.abc import Callable, Mapping
from datetime import datetime
from typing import Any

from sqlite_utils import Database

from bot.domain.comment_rules import Rule, RuleGone, RuleKind
from bot.store.db import maybe, stamp

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


def ensure_defaults(db: Database, words: Callable[[str], str]) -> None:
    """Write the rules that a new team starts with, in its language; they are the team's to change."""
    if db.execute("select 1 from comment_rules").fetchone():
        return
    for name, kind in SEED.items():
        add(db, words(name), kind)


def known(db: Database) -> list[Rule]:
    """Return every rule, archived ones too: the law first, then in the order in which they came."""
    rows = db.query("select * from comment_rules order by kind = 'page', id")
    return [_rule(row) for row in rows]


def get(db: Database, rule_id: int) -> Rule:
    """Return the rule *rule_id*; raise RuleGone where there is none."""
    rows = list(db.query("select * from comment_rules where id = ?", [rule_id]))
    if not rows:
        raise RuleGone
    return _rule(rows[0])


def add(db: Database, text: str, kind: RuleKind) -> Rule:
    """Add a rule."""
    made = db.execute("insert into comment_rules (text, kind) values (?, ?)", [text, kind])
    return get(db, int(made.lastrowid or 0))


def change(db: Database, rule_id: int, text: str, kind: RuleKind) -> Rule:
    """Let a rule say *text*; what was done under it keeps the words that it had then."""
    db.execute("update comment_rules set text = ?, kind = ? where id = ?", [text, kind, rule_id])
    return get(db, rule_id)


def archive(db: Database, rule_id: int, at: datetime | None) -> Rule:
    """Take a rule out of use at *at*, or into use again (None)."""
    stamped = stamp(at) if at else None
    db.execute("update comment_rules set archived_at = ? where id = ?", [stamped, rule_id])
    return get(db, rule_id)


def _rule(row: Mapping[str, Any]) -> Rule:
    return Rule(row["id"], row["text"], RuleKind(row["kind"]), maybe(row["archived_at"]))
