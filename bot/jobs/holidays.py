"""How the coming holiday weeks stand, for the home tab, the nag, the meeting's pack and the list."""

from datetime import datetime

from sqlite_utils import Database

from bot.deps import Deps
from bot.domain.holidays import Pack, pack, weeks_to_plan
from bot.domain.outlets import slots
from bot.store import calendar, gaps, outlets


def to_plan(db: Database, deps: Deps, now: datetime) -> Pack | None:
    """Return the pack that is offered at *now*; None where there is none, or nothing left to do."""
    weeks = weeks_to_plan(deps.local(now).date())
    if weeks is None:
        return None
    wanted = [s for outlet in outlets.known(db) for s in slots(outlet, weeks.start, weeks.end)]
    occupied = gaps.occupied(db, weeks.start, weeks.end)
    marks = gaps.left_empty(db, weeks.start, weeks.end)
    working, zone = calendar.load(db), deps.settings.timezone
    found = pack(weeks, wanted, occupied, marks, working, now=now, zone=zone)
    return found if found.gaps else None
