"""What the team has decided, of what every team has to decide."""

from sqlite_utils import Database

from bot.domain.first_steps import Checklist, Decision
from bot.domain.first_steps import checklist as standing


def checklist(db: Database) -> Checklist:
    """Return how every decision stands."""
    row = db.execute(
        """
        select exists (select 1 from team where role = 'lead'),
               exists (select 1 from team where role = 'deputy'),
               exists (select 1 from working_calendar where kind = 'hours'),
               exists (select 1 from policy),
               exists (select 1 from roster where people <> '[]'),
               exists (select 1 from nag_levels),
               exists (select 1 from facts where name = 'meetings'),
               exists (select 1 from relaying),
               exists (select 1 from disposal_rules)
        """
    ).fetchone()
    order = (
        Decision.LEAD,
        Decision.DEPUTIES,
        Decision.HOURS,
        Decision.PROMISE,
        Decision.ROSTER,
        Decision.REMINDERS,
        Decision.MEETINGS,
        Decision.RELAY,
        Decision.DISPOSAL,
    )
    is_set = {each: bool(found) for each, found in zip(order, row, strict=True)}
    return standing(is_set, facts(db))


def facts(db: Database) -> dict[Decision, str]:
    """Return what was decided in words; '' for what the team does not decide."""
    rows = db.execute("select name, text from page_facts").fetchall()
    return {Decision(name): text for name, text in rows}


def set_fact(db: Database, decision: Decision, text: str | None) -> None:
    """Let *text* be what is decided: '' that it is not wanted, None that it is open."""
    db.execute("delete from page_facts where name = ?", [decision])
    if text is not None:
        db.execute("insert into page_facts (name, text) values (?, ?)", [decision, text])
