"""Read a file into the plan from the command line, for real or dry."""

from contextlib import closing
from datetime import datetime
from pathlib import PurePath

from bot.config import Settings
from bot.deps import Deps, Unit
from bot.domain.imports import Event
from bot.integrations import table
from bot.jobs import imports, once, refresh
from bot.jobs.imports import Taken
from bot.locales import Words
from bot.store import feed, ledger, outbox, outlets
from bot.store.db import Store
from bot.views import imports as view

KINDS = (".ics", ".csv")


def take_file(settings: Settings, name: str, data: bytes, *, now: datetime, dry: bool) -> Taken:
    """Make posts of a file's events in one transaction; say what it came to. Raises a Refusal.

    A bot that runs on the same database sends what there is to say. *dry* works on a copy.
    """
    with closing(Store(settings.database_path)) as store:
        if not dry:
            return _take(settings, name, data, now, store.transaction)
        with once.copied(settings) as unit:
            return _take(settings, name, data, now, unit)


def _take(settings: Settings, name: str, data: bytes, now: datetime, unit: Unit) -> Taken:
    with unit() as db:
        outlets.ensure_defaults(db, Words(settings.language))
        channels = ledger.facts(db, "channel:")
    deps = once.parts(settings, channels, now, unit, unit)
    events = _events(deps, name, data)
    with unit() as db:
        taken = imports.take_in(db, deps, events, source="file")
        if taken.import_id is not None:
            message = view.read_in(deps.words, taken.new, taken.import_id)
            key = imports.message_key(taken.import_id)
            outbox.put(db, key, deps.plan_channel, message, now=now)
        refresh.plan_changed(db, deps, now)
    return taken


def _events(deps: Deps, name: str, data: bytes) -> tuple[Event, ...]:
    if PurePath(name).suffix.lower() == ".csv":
        with deps.reading() as db:
            known, namespace = outlets.known(db), ledger.fact(db, feed.NAMESPACE) or ""
        return table.read(data, outlets=known, namespace=namespace, today=deps.today())
    from bot.integrations import ics  # noqa: PLC0415 -- heavy, and a table does not need it

    return ics.read(data, zone=deps.settings.timezone, today=deps.today())
