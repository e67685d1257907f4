"""What can be asked for as a file: pictures, tables, a page for the manager, what is stored, settings."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, timedelta
from functools import partial
from pathlib import Path

from sqlite_utils import Database

from bot.deps import Deps
from bot.domain import settings_file
from bot.domain.calendar import Week
from bot.domain.gaps import runway
from bot.domain.periods import Period, month, read_code
from bot.domain.report import Report
from bot.domain.weeks import by_week
from bot.drawing import paper
from bot.drawing.child import NotDrawnError
from bot.drawing.wire import Drawing
from bot.jobs import briefs, reports, stored
from bot.jobs.frames import frame
from bot.store import briefs as store_briefs
from bot.store import calendar, gaps, posts
from bot.store import settings as settings_store
from bot.views import brief as brief_view
from bot.views import data, files, report_chart, report_table
from bot.views import picture as view
from bot.views import plan as plan_view
from bot.views import report as report_view
from bot.views.blocks import Message

PLAN, CHARTS, TABLE, DATA, SETTINGS = "plan", "charts", "table", "data", "settings"
BRIEF, BRIEF_PDF = "brief", "brief-pdf"
WEEKS_IN_WORDS = 3

Draw = Callable[[Drawing, Path], bytes]


@dataclass(frozen=True, slots=True)
class Made:
    """A file that is to be uploaded; *shown* makes the message of what is then its id in Slack."""

    name: str
    data: bytes
    title: str
    alt: str
    shown: Callable[[str], Message]


def subject(kind: str, period: Period) -> str:
    """Write what is asked for: the charts or the table of *period*."""
    return f"{kind} {period.code}"


def is_picture(subject: str) -> bool:
    """Tell whether Slack must have looked at the file before it can be shown."""
    return _kind(subject) in (PLAN, CHARTS)


def make(deps: Deps, subject: str, draw: Draw) -> Made:
    """Make what is asked for, as things are now."""
    kind = _kind(subject)
    if kind == PLAN:
        return _plan(deps, draw)
    if kind in {BRIEF, BRIEF_PDF}:
        return _brief(deps, subject, is_pdf=kind == BRIEF_PDF)
    with deps.reading() as db:
        if kind == DATA:
            return _data(deps, db)
        if kind == SETTINGS:
            return _settings(deps, db)
        report = _report(db, deps, subject)
    return _table(deps, report) if kind == TABLE else _charts(deps, report, draw)


def instead(db: Database, deps: Deps, subject: str, kind: str) -> Message:
    """Say in words what could not be made, and why (*kind*)."""
    if subject.startswith(BRIEF_PDF):
        return brief_view.without_pdf(deps.words)
    if _kind(subject) in (DATA, SETTINGS):
        return files.not_sent(deps.words, kind)
    if subject != PLAN:
        report = _report(db, deps, subject)
        said = report_view.render(deps.words, report, deps.settings.timezone)
        return report_view.instead(deps.words, kind, said)
    seen = _look(db, deps, WEEKS_IN_WORDS)
    further = seen.weeks[-1].week.end
    plan = plan_view.overview(deps.words, seen.weeks, seen.runway, seen.frame, further=further)
    return view.instead(deps.words, kind, plan)


def _plan(deps: Deps, draw: Draw) -> Made:
    with deps.reading() as db:
        seen = _look(db, deps, view.WEEKS)
    return Made(
        f"lucka-{seen.frame.today.isoformat()}.png",
        draw(view.chart(deps.words, seen), _folder(deps)),
        view.title(deps.words, seen),
        view.described(deps.words, seen),
        partial(view.shown, deps.words, seen),
    )


def _charts(deps: Deps, report: Report, draw: Draw) -> Made:
    """Draw the charts of the comments; without any there is nothing to draw."""
    comments, words = report.comments, deps.words
    if comments is None:
        raise NotDrawnError("NoComments")
    sheet = report_chart.sheet(words, report, comments, deps.settings.timezone)
    return Made(
        f"lucka-{report.period.start.isoformat()}.png",
        draw(sheet, _folder(deps)),
        report_chart.title(words, report),
        report_chart.described(words, report, comments),
        partial(report_chart.shown, words, report, comments),
    )


def _table(deps: Deps, report: Report) -> Made:
    name = report_table.name(deps.words, report)
    made = report_table.table(deps.words, report, deps.settings.timezone)

    def shown(file: str) -> Message:
        return report_table.shown(deps.words, report, deps.slack.file_link(file))

    return Made(name, made, name, "", shown)


def _data(deps: Deps, db: Database) -> Made:
    seen, zone = stored.look(deps, db), deps.settings.timezone
    made = data.file(deps.words, seen, now=deps.now(), zone=zone)
    return _given(deps, data.NAME, data.title(deps.words), made)


def _settings(deps: Deps, db: Database) -> Made:
    now = deps.now()
    name = f"lucka-{deps.words('settings-file-name')}-{deps.today()}.json"
    said = settings_file.written(settings_store.dump(db, now))
    return _given(deps, name, deps.words("settings-file-title"), said.encode())


def _given(deps: Deps, name: str, title: str, made: bytes) -> Made:
    """Return a file that needs no words but its own title."""

    def shown(file: str) -> Message:
        return files.ready(deps.words, deps.slack.file_link(file), title)

    return Made(name, made, title, "", shown)


def _kind(subject: str) -> str:
    return subject.partition(" ")[0]


def _brief(deps: Deps, subject: str, *, is_pdf: bool) -> Made:
    """Write the page that a manager forwards."""
    with deps.reading() as db:
        choice = store_briefs.get(db, _number(subject))
        brief = briefs.gather(db, deps, choice, deps.now())
    data, words = briefs.page(deps, brief), deps.words
    name = brief_view.file_name(words, choice.period, "pdf" if is_pdf else "html")

    def shown(file: str) -> Message:
        address = deps.slack.file_link(file)
        if is_pdf:
            return brief_view.shown_pdf(words, name, address)
        return brief_view.shown(words, choice.period, name, address)

    return Made(name, paper.to_pdf(data, _folder(deps)) if is_pdf else data, name, "", shown)


def _number(subject: str) -> int:
    return int(subject.rpartition(" ")[2])


def _report(db: Database, deps: Deps, subject: str) -> Report:
    kind, _, code = subject.partition(" ")
    known = store_briefs.get(db, _number(subject)).period if kind == BRIEF else read_code(code)
    period = known or month(deps.today())
    return reports.gather(db, deps, period, deps.now())


def _look(db: Database, deps: Deps, weeks: int) -> view.View:
    """Return what there is to see of the plan, from this week's Monday on."""
    now, zone, today = deps.now(), deps.settings.timezone, deps.today()
    start: date = Week.of(today).monday
    plan = posts.plan(db, start, start + timedelta(weeks=weeks))
    working = calendar.load(db)
    reach = runway(gaps.ahead(db, now=now, zone=zone), working, today=today)
    shown = frame(db, deps, now, plan.posts)
    return view.View(by_week(plan, working, now=now, zone=zone), reach, shown)


def _folder(deps: Deps) -> Path:
    """Return where the plotting library keeps its list of fonts."""
    return deps.settings.database_path.parent / "drawing"
