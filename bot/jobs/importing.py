"""Read a file into the plan or the year wheel from the command line, for real or dry."""

from collections.abc import Sequence
from contextlib import closing
from datetime import datetime
from functools import partial
from pathlib import PurePath

from sqlite_utils import Database

from bot.config import Settings
from bot.deps import Deps, Unit
from bot.domain import wheel_table
from bot.domain.imports import LUCKA, Event
from bot.domain.outlets import Outlet, offered
from bot.domain.wheel import Entry
from bot.integrations import table
from bot.integrations.foreign import text_of
from bot.jobs import language, once, refresh, taking, wheel
from bot.jobs.imports import message_key
from bot.jobs.taking import Taken
from bot.store import calendar, feed, imports, ledger, outbox, outlets
from bot.store.db import Store
from bot.views import imports as view

KINDS = (".ics", ".csv")


def take_file(settings: Settings, name: str, data: bytes, *, now: datetime, dry: bool) -> Taken:
    """Make posts of a file's events; say what it came to. Raises a Refusal, and takes nothing.

    A bot that runs on the same database sends what there is to say. *dry* works on a copy.
    """
    with closing(Store(settings.database_path)) as store:
        if not dry:
            return _take(settings, name, data, now, store.transaction, store.reading)
        with once.copied(settings) as unit:
            return _take(settings, name, data, now, unit, unit)


def _take(
    settings: Settings, name: str, data: bytes, now: datetime, unit: Unit, reading: Unit
) -> Taken:
    with unit() as db:
        outlets.ensure_defaults(db, language.words_of(settings, db))
        channels = ledger.facts(db, "channel:")
    deps = once.parts(settings, channels, now, unit, reading)
    events = _events(deps, name, data)
    with deps.reading() as db:  # the free days are loaded now, not while others wait
        calendar.load(db).is_working_day(deps.today())
    return taking.take_in(deps, events, source="file", finish=partial(_finish, deps))


def _finish(deps: Deps, db: Database, taken: Taken) -> None:
    """Say what was read in, also where it began before a crash."""
    now = deps.now()
    if taken.import_id is not None:
        made = len(imports.posts_of(db, taken.import_id))
        message = view.read_in(deps.words, made, taken.import_id)
        outbox.put(db, message_key(taken.import_id), deps.plan_channel, message, now=now)
    refresh.today_changed(db, deps, now)


def counts(
    settings: Settings, name: str, data: bytes, *, now: datetime, dry: bool, wheel: bool
) -> Sequence[tuple[str, int]]:
    """Read a file into the plan, or into the year *wheel*; return what it came to, to be said."""
    if not wheel:
        return take_file(settings, name, data, now=now, dry=dry).counts()
    changed, made = take_wheel(settings, name, data, now=now, dry=dry)
    return [("theme-days", changed), ("wheel-ideas", made)]


def take_wheel(
    settings: Settings, name: str, data: bytes, *, now: datetime, dry: bool
) -> tuple[int, int]:
    """Put a file's theme days into the year wheel; return how many are new or another, and ideas.

    Raises a Refusal, or WheelLinesUnfit.
    """
    with closing(Store(settings.database_path)) as store:
        if not dry:
            return _turn(settings, name, data, now, store.transaction)
        with once.copied(settings) as unit:
            return _turn(settings, name, data, now, unit)


def _turn(settings: Settings, name: str, data: bytes, now: datetime, unit: Unit) -> tuple[int, int]:
    with unit() as db:
        outlets.ensure_defaults(db, language.words_of(settings, db))
        channels = ledger.facts(db, "channel:")
        known = offered(outlets.known(db))
    entries = _theme_days(name, data, known)
    deps = once.parts(settings, channels, now, unit, unit)
    with unit() as db:
        return wheel.take(db, deps, entries, who=LUCKA)


def _theme_days(name: str, data: bytes, known: Sequence[Outlet]) -> list[Entry]:
    if PurePath(name).suffix.lower() == ".csv":
        return wheel_table.read(text_of(data), known)
    from bot.integrations import wheel_calendar  # noqa: PLC0415 -- heavy, as above

    return wheel_calendar.read(data)


def _events(deps: Deps, name: str, data: bytes) -> tuple[Event, ...]:
    if PurePath(name).suffix.lower() == ".csv":
        with deps.reading() as db:
            known, namespace = outlets.known(db), ledger.fact(db, feed.NAMESPACE) or ""
        return table.read(data, outlets=known, namespace=namespace, today=deps.today())
    from bot.integrations import ics  # noqa: PLC0415 -- heavy, and a table does not need it

    return ics.read(data, zone=deps.settings.timezone, today=deps.today())
