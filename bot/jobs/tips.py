"""The tip of the week, chosen once on the week's first working day and shown in its digest."""

from datetime import date, datetime, time, timedelta

from sqlite_utils import Database

from bot.deps import Deps
from bot.domain.calendar import Week
from bot.domain.tips import Tip, choose
from bot.store import calendar, tips


def choose_once(db: Database, deps: Deps, day: date) -> None:
    """Choose the tip of the week that begins with *day*, unless tips are off or nothing was found."""
    monday = Week.of(day).monday
    given = tips.given(db)
    if monday in given or not (calendar.load(db).begins_week(day) and tips.are_on(db)):
        return
    before, here = monday - timedelta(weeks=1), deps.settings.timezone
    start, end = (datetime.combine(each, time(), here) for each in (before, monday))
    found = tips.worked_on(db, start, end)
    tip = choose(found, given, monday=monday, language=deps.words.language)
    if tip:
        tips.give(db, monday, tip)


def of_day(db: Database, day: date) -> Tip | None:
    """Return the tip that the digest of *day* has, if any: that of its week, on its first day."""
    if not (calendar.load(db).begins_week(day) and tips.are_on(db)):
        return None
    return tips.given(db).get(Week.of(day).monday)
