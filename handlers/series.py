"""`/plan series`: the list of series, and what people do with one: skip a date, end it, look back."""

from collections.abc import Mapping
from datetime import date
from functools import partial
from itertools import islice
from typing import Any

from slack_bolt import Ack, App
from sqlite_utils import Database

from bot.deps import Deps
from bot.domain import acts
from bot.domain.acts import NothingToDo
from bot.domain.plan import Post, check_offered
from bot.domain.series import Series, SeriesGone, SeriesOutdated
from bot.domain.series_plan import Made, Steps, check_skip, coming, free_dates
from bot.jobs import refresh
from bot.jobs.frames import frame
from bot.jobs.series import around, fill
from bot.store import calendar, ledger, outlets, posts
from bot.store import series as store
from bot.views import series as view
from bot.views.blocks import Message
from bot.views.series import Outlook
from handlers.answering import actor, deciding, tell, whisper, whispering
from handlers.picked import Stale, number, picked
from handlers.picked import day as picked_day

GOOD_ONES = 3


def register(app: App, deps: Deps) -> None:
    """Put the listeners on *app*."""
    app.action(view.MORE)(partial(more, deps))
    app.action(view.SKIP)(partial(skip, deps))
    app.action(view.UNSKIP)(partial(unskip, deps))
    app.action(view.GOOD)(partial(good, deps))
    app.action(view.END)(partial(end, deps))
    app.action(view.RESUME)(partial(resume, deps))
    app.action(view.REVERT)(partial(revert, deps))


def shown(deps: Deps, page: int = 0) -> Message:
    """Return the list of series."""
    with deps.reading() as db:
        every = store.active(db)
        begin = page * view.PAGE
        listed = [outlook(deps, db, each) for each in every[begin : begin + view.PAGE]]
        left = len(every) - begin - len(listed)
        owners = [each.owner for one in listed for each in one.coming]
        return view.listed(
            deps.words, listed, frame(db, deps, deps.now(), people=owners), left=left, page=page
        )


def more(deps: Deps, ack: Ack, body: dict[str, Any]) -> None:
    """Show the series that follow those shown."""
    with whispering(deps, ack, body):
        page = number(picked(body))
        with deps.reading() as db:
            if page * view.PAGE >= len(store.active(db)):
                raise Stale
        whisper(deps, body, shown(deps, page))


def skip(deps: Deps, ack: Ack, body: dict[str, Any]) -> None:
    """Skip one date: its post is cancelled, and none will be made for it."""
    with whispering(deps, ack, body):
        series_id, day = _date_of(picked(body))
        with deciding(deps, body) as db:
            series = going_on(db, series_id)
            post = _skipped(deps, db, series, day, actor(body) or "")
            _note(deps, db, body, "series.skipped", series, day=day.isoformat())
            answer = view.skipped(deps.words, series, day, post, frame(db, deps, deps.now()))
            tell(deps, db, body, answer)


def unskip(deps: Deps, ack: Ack, body: dict[str, Any]) -> None:
    """Let a date that was skipped before it had a post be one of the series' again."""
    with whispering(deps, ack, body):
        series_id, day = _date_of(picked(body))
        with deciding(deps, body) as db:
            series = going_on(db, series_id)
            if not store.forget_skip(db, series.id, day):
                raise NothingToDo
            steps = _filled(deps, db, body, "series.unskipped", series, day=day.isoformat())
            shows = frame(db, deps, deps.now())
            tell(deps, db, body, view.unskipped(deps.words, series, day, steps, shows))


def good(deps: Deps, ack: Ack, body: dict[str, Any]) -> None:
    """Show the last published posts of a series, which say more than rules."""
    with whispering(deps, ack, body):
        with deps.reading() as db:
            series = store.get(db, number(picked(body)))
            found = store.published(db, series.id, limit=GOOD_ONES)
            answer = view.good_ones(deps.words, series, found, frame(db, deps, deps.now()))
        whisper(deps, body, answer)


def end(deps: Deps, ack: Ack, body: dict[str, Any]) -> None:
    """End a series: drafts that nobody has touched leave the plan."""
    with whispering(deps, ack, body):
        series_id = number(picked(body))
        with deciding(deps, body) as db:
            series = store.end(db, going_on(db, series_id), deps.now())
            steps = _filled(deps, db, body, "series.ended", series)
            tell(deps, db, body, view.ended(deps.words, series, steps, frame(db, deps, deps.now())))


def resume(deps: Deps, ack: Ack, body: dict[str, Any]) -> None:
    """Undo the ending of a series, as long as nothing else has been done to it."""
    with whispering(deps, ack, body):
        series_id, _, revision = picked(body).partition(" ")
        with deciding(deps, body) as db:
            series = store.get(db, number(series_id))
            if series.ended_at is None or series.revision != number(revision):
                raise SeriesOutdated
            series = store.end(db, series, None)
            tell(deps, db, body, settled(deps, db, body, "resumed", series))


def revert(deps: Deps, ack: Ack, body: dict[str, Any]) -> None:
    """Undo the last change of a series, as long as nothing else has been done to it.

    Drafts that somebody has touched stay as they are, as with any change.
    """
    with whispering(deps, ack, body):
        series_id, _, revision = picked(body).partition(" ")
        with deciding(deps, body) as db:
            series = going_on(db, number(series_id))
            if series.revision != number(revision):
                raise SeriesOutdated
            former = store.former(db, series)
            check_offered(outlets.get(db, former.outlet_id))
            series = store.change(db, series, former)
            tell(deps, db, body, settled(deps, db, body, "reverted", series))


def settled(deps: Deps, db: Database, body: Mapping[str, Any], act: str, series: Series) -> Message:
    """Bring the plan in step with *series*, write down that *act* was done to it, and say it."""
    steps = _filled(deps, db, body, f"series.{act}", series)
    ahead = outlook(deps, db, series)
    shows = frame(db, deps, deps.now(), people=(each.owner for each in ahead.coming))
    free = free_dates(series.pattern, today=deps.today(), calendar=shows.calendar)
    return view.done(deps.words, act, ahead, steps, shows, free=free)


def outlook(deps: Deps, db: Database, series: Series) -> Outlook:
    """Return *series* with its next dates."""
    zone = deps.settings.timezone
    found = store.made(db, series.id, deps.today())
    working = calendar.load(db)
    beside = around(db, deps, deps.now())
    dates = coming(
        series.pattern, found, around=beside, now=deps.now(), zone=zone, calendar=working
    )
    return Outlook(series, tuple(islice(dates, view.SOON)))


def going_on(db: Database, series_id: int) -> Series:
    """Return a series; refuse one that is over."""
    series = store.get(db, series_id)
    if series.ended_at:
        raise SeriesGone
    return series


def _filled(
    deps: Deps, db: Database, body: Mapping[str, Any], act: str, series: Series, **detail: str
) -> Steps:
    """Bring the plan in step with *series*, and write down that *act* was done to it."""
    now = deps.now()
    steps = fill(db, deps, series, actor(body) or "", now, around(db, deps, now))
    _note(deps, db, body, act, series, **detail)
    return steps


def _note(
    deps: Deps, db: Database, body: Mapping[str, Any], act: str, series: Series, **detail: str
) -> None:
    who = actor(body) or ""
    ledger.record(db, who, act, f"series:{series.id}", now=deps.now(), **detail)
    refresh.plan_changed(db, deps, deps.now())


def _skipped(deps: Deps, db: Database, series: Series, day: date, who: str) -> Post | None:
    """Skip a date and return its cancelled post, or None where it had none."""
    found = store.made(db, series.id, day).get(day)
    check_skip(
        series.pattern,
        day,
        found,
        now=deps.now(),
        zone=deps.settings.timezone,
        calendar=calendar.load(db),
    )
    if found is None or found.post is None or found.withdrawn:
        store.keep(db, series.id, Made(day))
        return None
    post = posts.update(db, acts.cancelled(found.post, now=deps.now()), who=who)
    ledger.record(db, who, "post.cancelled", f"post:{post.id}", now=deps.now())
    return post


def _date_of(value: str) -> tuple[int, date]:
    """Read a series and one of its dates."""
    series_id, _, written = value.partition(" ")
    return number(series_id), picked_day(written)
