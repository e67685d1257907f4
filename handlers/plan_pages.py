"""One week or one month of the plan: by command, and by turning to what lies before and after."""

from functools import partial
from typing import Any

from slack_bolt import Ack, App

from bot.deps import Deps
from bot.domain.calendar import Week
from bot.domain.errors import Refusal
from bot.domain.months import Month, parse_month
from bot.domain.weeks import by_week, pages
from bot.domain.when import WeekUnreadable, parse_week
from bot.jobs.frames import frame
from bot.store import posts
from bot.views import plan_pages as view
from bot.views.blocks import Message
from bot.views.plan_pages import Span
from handlers.answering import whisper, whispering
from handlers.picked import Stale, number, picked

THIS_WEEK = frozenset({"week", "vecka", "v", "v."})
KINDS: dict[str, type[Week] | type[Month]] = {"week": Week, "month": Month}


def register(app: App, deps: Deps) -> None:
    """Put the listeners on *app*."""
    for action_id in view.TURNS:
        app.action(action_id)(partial(turn, deps))


def turn(deps: Deps, ack: Ack, body: dict[str, Any]) -> None:
    """Show the week, the month or the page that a button names."""
    with whispering(deps, ack, body):
        span, page = _turned(picked(body))
        whisper(deps, body, show(deps, span, page))


def read(deps: Deps, text: str) -> Span | None:
    """Read *text* as nothing but a week or a month, or return None."""
    if text.casefold() in THIS_WEEK:
        return Week.of(deps.today())
    if month := parse_month(text, today=deps.today()):
        return month
    try:
        return parse_week(text, today=deps.today())
    except WeekUnreadable:
        return None


def show(deps: Deps, span: Span, page: int = 0) -> Message:
    """Show *page* of *span*; one that is not there (any more) is the last."""
    start, end = (span.monday if isinstance(span, Week) else span.first), span.end
    with deps.reading() as db:
        plan = posts.plan(db, start, end)
        shown = frame(db, deps, deps.now(), plan.posts)
        weeks = by_week(plan, shown.calendar, now=shown.now, zone=shown.zone)
        found = pages(weeks, view.ROOM)
        return view.render(deps.words, span, found, min(page, len(found) - 1), shown)


def _turned(value: str) -> tuple[Span, int]:
    """Read what `view.value` wrote; refuse anything else."""
    kind, _, rest = value.partition(" ")
    numbers = [number(piece) for piece in rest.split(" ")]
    if kind not in KINDS or len(numbers) != 3 or numbers[0] not in view.YEARS:
        raise Stale
    year, index, page = numbers
    try:
        return KINDS[kind](year, index), page
    except Refusal as refused:
        raise Stale from refused
