"""Run one job from the command line: for any time, and dry."""

from collections.abc import Callable, Iterator, Mapping
from contextlib import closing, contextmanager
from datetime import datetime
from typing import Any

from sqlite_utils import Database

from bot.config import Settings
from bot.deps import Deps, Unit
from bot.health import Health
from bot.integrations.facebook import GraphPage
from bot.integrations.outlook import OutlookCalendar
from bot.integrations.slack import Slack
from bot.integrations.slack_shapes import Identity
from bot.jobs import (
    blocking,
    claims,
    comment_reminders,
    confirmations,
    counts,
    digest,
    disposal,
    endings,
    goals,
    housekeeping,
    language,
    meeting,
    nag,
    outlook,
    poll,
    replies,
    report,
    series,
    snapshot,
    urgent,
    weekly_word,
    wheel,
)
from bot.jobs.due import Due
from bot.store import db as store_db
from bot.store import ledger, outbox_looks, outlets
from bot.store.db import Store

DAILY: Mapping[str, Callable[[Deps, Due], None]] = {
    blocking.JOB: blocking.run,
    "claims": claims.run,
    counts.JOB: counts.run,
    "digest": digest.run,
    disposal.JOB: disposal.run,
    endings.JOB: endings.run,
    goals.JOB: goals.run,
    "nag": nag.run,
    "meeting": meeting.run,
    comment_reminders.JOB: comment_reminders.run,
    confirmations.JOB: confirmations.run,
    "replies": replies.run,
    report.JOB: report.run,
    "housekeeping": housekeeping.run,
    "series": series.run,
    snapshot.JOB: snapshot.run,
    urgent.JOB: urgent.run,
    weekly_word.JOB: weekly_word.run,
    "wheel": wheel.run,
}


class PageNotReadError(Exception):
    """The page could not be read; *code* is what is known of the reason."""

    def __init__(self, code: str) -> None:
        super().__init__(code)
        self.code = code


Put = list[tuple[str, Mapping[str, Any]]]


def run(
    settings: Settings,
    name: str,
    *,
    now: datetime,
    page: GraphPage | None,
    dry: bool,
    calendar: OutlookCalendar | None = None,
) -> Put:
    """Run the job *name* as at *now*; return what it put into the outbox.

    Only the outbox is written: a bot that runs on the same database sends within a second. *dry*
    works on a copy in which earlier runs are forgotten, so that any day can be looked at.
    Raises PageNotReadError, and for the calendar CalendarError or a Refusal.
    """
    store = Store(settings.database_path)
    try:
        if not dry:
            return _work(
                settings, name, now, store.transaction, store.reading, page=page, calendar=calendar
            )
        with copied(settings) as unit:
            with unit() as db:
                ledger.forget_runs(db, name)
                ledger.forget_facts(db, f"{name}:")
                outbox_looks.forget(db, f"{name}:")
            return _work(settings, name, now, unit, unit, page=page, calendar=calendar)
    finally:
        store.close()


def _work(
    settings: Settings,
    name: str,
    now: datetime,
    transaction: Unit,
    reading: Unit,
    *,
    page: GraphPage | None,
    calendar: OutlookCalendar | None,
) -> Put:
    with transaction() as db:
        outlets.ensure_defaults(db, language.words_of(settings, db))
        before = outbox_looks.revisions(db)
        channels = ledger.facts(db, "channel:")
    deps = parts(settings, channels, now, transaction, reading, page=page, calendar=calendar)
    if name == "poll":
        _look(deps, now)
    elif name == "outlook":
        outlook.look(deps, now)
    else:
        DAILY[name](deps, Due(deps.local(now).date(), now, now))
    with reading() as db:
        return outbox_looks.changed(db, before)


def _look(deps: Deps, now: datetime) -> None:
    """Read the page; raise PageNotReadError where the bot itself would try again later."""
    poll.run(deps, now)
    for state in deps.health.states():
        if state.part == poll.PART and state.kind:
            raise PageNotReadError(state.detail)


def parts(
    settings: Settings,
    channels: Mapping[str, str],
    now: datetime,
    transaction: Unit,
    reading: Unit,
    *,
    page: GraphPage | None = None,
    calendar: OutlookCalendar | None = None,
) -> Deps:
    """Return the parts of a bot that is not connected; *channels* are those it used last."""
    with reading() as db:
        words = language.words_of(settings, db)
    return Deps(
        settings=settings,
        now=lambda: now,
        transaction=language.speaking(transaction, words),
        reading=reading,
        slack=Slack(settings.slack_bot_token, settings.slack_api_url),
        words=words,
        identity=Identity(user_id="", bot_id="", team="", team_id="", scopes=frozenset()),
        plan_channel=channels.get("channel:plan", settings.plan_channel),
        comments_channel=channels.get("channel:comments", settings.comments_channel) or None,
        health=Health(),
        wake=lambda: None,
        page=page,
        calendar=calendar,
    )


@contextmanager
def copied(settings: Settings) -> Iterator[Unit]:
    """Yield a unit of work on a copy in memory: the page is read with no transaction open."""
    with (
        closing(store_db.connect(settings.database_path)) as source,
        closing(store_db.connect(":memory:")) as copy,
    ):
        source.backup(copy)

        @contextmanager
        def unit() -> Iterator[Database]:
            yield Database(copy)

        yield unit
