"""The half-yearly picture of the page: asked for in the plan channel, twice a year, without a ping.

It is asked for on the first working day of week 26 and of week 51 (up to three weeks late), and
anew on the working day to which somebody put it off. What was asked is updated in place.
"""

from datetime import date, datetime

from sqlite_utils import Database

from bot.deps import Deps
from bot.domain.disclosure import Disclosure, Kind, Status
from bot.domain.half_years import HalfYear, asked_on
from bot.jobs.due import Due
from bot.store import calendar, disclosures, ledger, members, outbox
from bot.views import snapshot as view

JOB = "snapshot"


def run(deps: Deps, due: Due) -> None:
    """Ask for the picture where it is time and nobody has taken it or put it off."""
    half = asked_on(due.day)
    with deps.transaction() as db:
        is_first = ledger.claim(db, JOB, due.key, now=due.now, late=due.late)
        if is_first and half and _is_due(db, deps, half, due.day):
            days = " ".join(map(str, [*asked(db, half), due.day]))
            ledger.set_fact(db, f"{JOB}:asked:{half}", days)
            refresh(db, deps, half, now=due.now)
    deps.wake()


def put_off(db: Database, deps: Deps, half: HalfYear, *, now: datetime) -> None:
    """Ask again on the next working day."""
    day = calendar.load(db).next_working_day(deps.local(now).date())
    ledger.set_fact(db, f"{JOB}:later:{half}", day.isoformat())
    refresh(db, deps, half, now=now)


def refresh(db: Database, deps: Deps, half: HalfYear, *, now: datetime) -> None:
    """Bring every question about *half* up to date."""
    days = asked(db, half)
    following = [*days[1:], _later(db, half)]
    seen = _picture(db, deps, half)
    for day, again in zip(days, following, strict=True):
        after = again if again and again > day else None
        said = view.asked(
            deps.words,
            half,
            seen,
            again=after,
            is_last=day == days[-1],
            today=deps.local(now).date(),
        )
        outbox.put(db, f"{JOB}:{half}:{day}", deps.plan_channel, said, now=now)


def taken(db: Database, deps: Deps, half: HalfYear) -> Disclosure | None:
    """Return the picture of *half* that was taken, or is being taken, or None."""
    return disclosures.newest(db, Kind.SNAPSHOT, since=half.start(deps.settings.timezone))


def _is_due(db: Database, deps: Deps, half: HalfYear, day: date) -> bool:
    days, later = asked(db, half), _later(db, half)
    is_again = bool(days and later and days[-1] < later <= day)
    is_time = not days or is_again
    is_open = taken(db, deps, half) is None
    return is_time and is_open and calendar.load(db).is_working_day(day)


def asked(db: Database, half: HalfYear) -> list[date]:
    """Return the days on which it was asked for, in order."""
    known = ledger.fact(db, f"{JOB}:asked:{half}") or ""
    return [date.fromisoformat(day) for day in known.split()]


def _later(db: Database, half: HalfYear) -> date | None:
    """Return the day to which it was put off last, or None."""
    known = ledger.fact(db, f"{JOB}:later:{half}")
    return date.fromisoformat(known) if known else None


def _picture(db: Database, deps: Deps, half: HalfYear) -> view.Picture | None:
    found = taken(db, deps, half)
    if found is None:
        return None
    who = members.names(db, [found.who]).get(found.who, deps.words("somebody"))
    day = deps.local(found.ended_at or found.asked_at).date()
    return view.Picture(who, day, found.comments or 0, is_there=found.status is Status.DONE)
