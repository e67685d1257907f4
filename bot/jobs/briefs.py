"""The page that a manager forwards: gathered from the plan, the comments and what a person chose."""

from datetime import date, datetime, time

from sqlite_utils import Database

from bot.deps import Deps
from bot.domain.brief import AHEAD, Brief, Choice, Quoted, each_once, highlights, tally, went_out
from bot.domain.periods import Period
from bot.domain.plan import Post
from bot.drawing import svg
from bot.jobs import reports
from bot.store import briefs, outlets, posts, praise
from bot.views import brief as view
from bot.views import brief_page, report_chart
from bot.views.brief_page import Figure

CHARTS = 2
"""How many of a report's charts stand on the page: how many came, and how soon they had answers."""


def gather(db: Database, deps: Deps, choice: Choice, now: datetime) -> Brief:
    """Return what the page of a *choice* says as things stand at *now*."""
    period, today = choice.period, deps.local(now).date()
    names = {outlet.id: outlet.name for outlet in outlets.known(db)}
    went = went_out(posts.between(db, period.start, period.end))
    series = briefs.series_names(db, [post.id for post in went])
    start, end = instants(deps, period)
    return Brief(
        report=reports.gather(db, deps, period, now),
        went=each_once(went),
        by_outlet=tally(names.get(post.outlet_id, "") for post in went),
        by_series=tally(series[post.id] for post in went if post.id in series),
        themes=briefs.themes(db, start, end),
        praised=len(praise.heard(db, start, end)),
        ahead=_ahead(db, today),
        outlets=names,
        sentence=choice.sentence,
        quoted=_quoted(db, deps, choice),
    )


def page(deps: Deps, brief: Brief) -> bytes:
    """Write the page as one file."""
    said = brief_page.page(deps.words, brief, deps.settings.timezone, _figures(deps, brief))
    return said.encode()


def instants(deps: Deps, period: Period) -> tuple[datetime, datetime]:
    """Return when *period* begins and ends."""
    return _midnight(deps, period.start), _midnight(deps, period.end)


def _figures(deps: Deps, brief: Brief) -> list[Figure]:
    report, found = brief.report, brief.report.comments
    if found is None or not found.now.received:
        return []
    sheet = report_chart.sheet(deps.words, report, found, deps.settings.timezone)
    return [
        Figure(
            panel,
            svg.draw(panel, f"chart{number}"),
            svg.key(f"chart{number}", is_full=True),
            svg.key(f"chart{number}", is_full=False),
        )
        for number, panel in enumerate(sheet.panels[:CHARTS])
    ]


def _quoted(db: Database, deps: Deps, choice: Choice) -> Quoted | None:
    """Return the chosen praise as it is now; what was removed meanwhile is not shown."""
    found = briefs.praise(db, choice.comment_id)
    text = view.quoted(deps.words, found) if found else ""
    return Quoted(text, found.name) if found and text else None


def _ahead(db: Database, today: date) -> tuple[Post, ...]:
    return highlights(posts.between(db, today, today + AHEAD), today=today)


def _midnight(deps: Deps, day: date) -> datetime:
    return datetime.combine(day, time(), deps.settings.timezone)
