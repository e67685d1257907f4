"""Who looks at their home tab, at which page of it, and what has happened since all were shown."""

from dataclasses import dataclass
from datetime import datetime

from sqlite_utils import Database

from bot.domain.first_steps import Step
from bot.store import ledger
from bot.store.db import instant, stamp

_OPENED = "home:"
_SHOWN = "homes:shown"
_STEPPED = "first-steps:done"


@dataclass(frozen=True, slots=True)
class Viewer:
    """A person (Slack id) who opened their tab then, and the page that it shows, from 0."""

    user: str
    opened: datetime
    page: int


def look(db: Database, user: str, page: int, *, now: datetime) -> None:
    """Remember that *user* looks at *page* of their tab."""
    ledger.set_fact(db, f"{_OPENED}{user}", f"{stamp(now)} {page}")


def viewers(db: Database) -> list[Viewer]:
    """Return who has ever opened their tab, the latest first."""
    found = [_viewer(name, value) for name, value in ledger.facts(db, _OPENED).items()]
    return sorted(found, key=lambda viewer: viewer.opened, reverse=True)


def news(db: Database) -> str:
    """Return a word that changes with every act and with every comment that comes in."""
    act, relay = db.execute(
        "select (select max(id) from audit), (select max(rowid) from relays)"
    ).fetchone()
    return f"{act or 0} {relay or 0}"


def shown(db: Database) -> str:
    """Return the `news` that the tabs show already."""
    return ledger.fact(db, _SHOWN) or "0 0"


def set_shown(db: Database, news: str) -> None:
    """Remember that the tabs show *news*."""
    ledger.set_fact(db, _SHOWN, news)


def actors(db: Database, since: str) -> set[str]:
    """Return who has acted since the `news` *since*."""
    act, _, _ = since.partition(" ")
    rows = db.execute("select distinct who from audit where id > ?", [int(act)])
    return {row[0] for row in rows.fetchall()}


def steps_are_done(db: Database) -> bool:
    """Tell whether the team has once done every first step."""
    return ledger.fact(db, _STEPPED) is not None


def set_steps_done(db: Database, *, now: datetime) -> None:
    """Remember that the first steps are done for good."""
    ledger.set_fact(db, _STEPPED, stamp(now))


def steps(db: Database) -> dict[Step, bool]:
    """Tell what the team has done so far, of what the database alone can tell."""
    row = db.execute(
        """
        select exists (select 1 from team where role = 'lead'),
               exists (select 1 from ideas),
               exists (select 1 from posts),
               exists (select 1 from posts where status in ('ready', 'published')),
               exists (select 1 from relays where owner is not null or closed_by is not null)
        """
    ).fetchone()
    order = (Step.TEAM, Step.IDEA, Step.PLAN, Step.READY, Step.COMMENT)
    return {step: bool(done) for step, done in zip(order, row, strict=True)}


def _viewer(name: str, value: str) -> Viewer:
    opened, _, page = value.partition(" ")
    return Viewer(name.removeprefix(_OPENED), instant(opened), int(page))
