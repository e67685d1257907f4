"""The month's report: a draft on the first working day of the next month, sent on by a person.

The lead gets it, or, where nobody leads, the plan's channel hears that it is there. It comes once;
where the bot was off it comes late, until so many working days of the month are over that nobody
waits for it. A month in which nothing was planned and no comment came gets none.
"""

from datetime import date

from sqlite_utils import Database

from bot.deps import Deps
from bot.domain.calendar import ONE_DAY, WorkingCalendar
from bot.domain.errors import Refusal
from bot.domain.months import Month
from bot.domain.periods import Kind, Period, month
from bot.domain.report import Report
from bot.jobs import drawings, pictures, reports
from bot.jobs.due import Due
from bot.store import calendar, ledger, members, outbox, posts, team
from bot.views import report as view
from bot.views.report import Draft

JOB = "report"

LATEST = 5
"""The working day of a month on which a draft of the month before may still come."""


class ReportDecided(Refusal):
    """Refuse to decide twice about a month's report."""

    kind = "refusal-report-decided"


def run(deps: Deps, due: Due) -> None:
    """Put the draft of last month's report, if it is due and has not come."""
    with deps.transaction() as db:
        if not ledger.claim(db, JOB, due.key, now=due.now, late=due.late):
            return
        number = working_day(due.day, calendar.load(db))
        if number is not None and number <= LATEST:
            _draft_once(db, deps, due, is_late=number > 1)
    deps.wake()


def working_day(day: date, working: WorkingCalendar) -> int | None:
    """Tell which working day of its month *day* is, from 1; None for one that is none.

    >>> working_day(date(2027, 1, 4), WorkingCalendar())
    1
    """
    if not working.is_working_day(day):
        return None
    first = Month.of(day).first
    days = (first + ONE_DAY * n for n in range((day - first).days + 1))
    return sum(working.is_working_day(each) for each in days)


def is_drafted(db: Database, period: Period) -> bool:
    """Tell whether there is, or was, a draft of *period* to decide about."""
    return period.kind is Kind.MONTH and outbox.holds(db, _key(period))


def decide(db: Database, deps: Deps, period: Period, who: str, *, send: bool) -> None:
    """Let the channel get the report of *period*, or not.

    It is sent once, whoever comes first; who does not send it can change their mind.
    """
    now = deps.now()
    if ledger.ran(db, JOB, _decided(period, send=True)) or not ledger.claim(
        db, JOB, _decided(period, send=send), now=now, late=False
    ):
        raise ReportDecided
    act = "report.sent" if send else "report.skipped"
    ledger.record(db, who, act, f"report:{period.start:%Y-%m}", now=now)
    name = members.names(db, [who]).get(who, deps.words("somebody"))
    if send:
        report = reports.gather(db, deps, period, now)
        said = view.sent(deps.words, report, deps.settings.timezone, who=name)
        outbox.put(db, f"{JOB}:sent:{period.start:%Y-%m}", deps.plan_channel, said, now=now)
        if report.comments and report.comments.now.received:
            subject = drawings.subject(drawings.CHARTS, period)
            pictures.queue(db, deps, f"{JOB}:{period.start:%Y-%m}", deps.plan_channel, subject)
    _close(db, deps, period, name, is_sent=send)


def _draft_once(db: Database, deps: Deps, due: Due, *, is_late: bool) -> None:
    period = month(due.day).before
    if outbox.holds(db, _key(period)):
        return
    report = reports.gather(db, deps, period, due.now)
    if not _says_anything(db, report):
        return
    lead = team.load(db).lead
    found = Draft(report, is_late)
    said = (
        view.draft(deps.words, found, deps.settings.timezone)
        if lead
        else view.draft_in_channel(deps.words, found)
    )
    outbox.put(db, _key(period), lead or deps.plan_channel, said, now=due.now)


def _says_anything(db: Database, report: Report) -> bool:
    came = report.comments.now.received if report.comments else 0
    return bool(came or posts.between(db, report.period.start, report.period.end))


def _close(db: Database, deps: Deps, period: Period, name: str, *, is_sent: bool) -> None:
    """Say in the draft's place what was decided."""
    prefix = deps.settings.command_prefix
    said = view.decided(deps.words, period, who=name, is_sent=is_sent, prefix=prefix)
    outbox.put(db, _key(period), deps.plan_channel, said, now=deps.now())  # it stays where it is


def _key(period: Period) -> str:
    return f"{JOB}:draft:{period.start:%Y-%m}"


def _decided(period: Period, *, send: bool) -> str:
    return f"{'sent' if send else 'skipped'}:{period.start:%Y-%m}"
