"""The settings as a file: written, compared, and read in, all of it or nothing."""

import json
from collections.abc import Iterable, Mapping
from contextlib import closing
from datetime import datetime
from pathlib import Path

from sqlite_utils import Database

from bot.config import Settings
from bot.deps import Deps, Unit
from bot.domain.given import MOST_BYTES
from bot.domain.imports import LUCKA
from bot.domain.members import Member, MemberKind
from bot.domain.settings_file import (
    Difference,
    Json,
    SettingsBroken,
    SettingsOutsiders,
    SettingsReaders,
    SettingsTwice,
    SettingsUnreadable,
    differences,
    idle_duties,
    like_people,
    read_file,
    written,
)
from bot.domain.text import tidy
from bot.jobs import once
from bot.store import ledger, members, own
from bot.store import settings as store
from bot.store.db import Store
from handlers import settings_history

NAME_LIMIT = 60
MOST_NAMES = 10  # in a refusal: the others are told when these are gone
OUTSIDE = frozenset({MemberKind.GUEST, MemberKind.STRANGER, MemberKind.BOT})
"""Who can be named in no setting; somebody who has left keeps what they have, as in Slack."""


def write(settings: Settings, *, now: datetime) -> str:
    """Return the settings as a file of today."""
    with closing(Store(settings.database_path)) as opened, opened.reading() as db:
        return written(store.dump(db, now))


def compare(settings: Settings, data: bytes, *, now: datetime) -> list[Difference]:
    """Return what a file would change, and change nothing. Raises a Refusal."""
    with closing(Store(settings.database_path)), once.copied(settings) as unit:
        return _take(settings, data, now, unit)


def take(settings: Settings, data: bytes, *, now: datetime, former: Path) -> list[Difference]:
    """Let the settings be what a file says; return what changed. Raises a Refusal.

    What they were is written to *former* first, which can be read in to undo all of it.
    """
    own.write(former, write(settings, now=now).encode())
    with closing(Store(settings.database_path)) as opened:
        return _take(settings, data, now, opened.transaction)


def take_in(deps: Deps, db: Database, data: bytes, who: str = LUCKA) -> list[Difference]:
    """Read a file in within one transaction: what raises a Refusal has changed nothing.

    It is one step in the history, however much it changes.
    """
    now, before = deps.now(), store.dump(db, deps.now())
    check_people(db, load(db, data, now=now), before)
    check_readers(db, before, store.dump(db, now))
    changed = settings_history.note_step(deps, db, who, before)
    for name in changed:
        ledger.record(db, who, "setting.read_in", f"setting:{name}", now=now)
    if changed:
        settings_history.follow(deps, db)
    return differences(before, store.dump(db, now))


def load(db: Database, data: bytes, *, now: datetime) -> list[str]:
    """Let what a file says count, and return whom it names; what it does not name stays as it is."""
    node = read_file(_parsed(data)).only(*store.dump(db, now))
    for setting in store.every(now):
        if setting.name in dict(node.items()):
            setting.load(db, node.at(setting.name))
    return node.named


def people(data: bytes) -> list[str]:
    """Return everything in a file that could be somebody's Slack id. Raises a Refusal."""
    return [*dict.fromkeys(like_people(_parsed(data)))]


def check_people(db: Database, named: Iterable[str], before: Json) -> None:
    """Refuse whom we know to be no member here, unless all was so *before*, by name and id."""
    there = {*like_people(before)}
    found = (members.find(db, user) for user in dict.fromkeys(named) if user not in there)
    odd = [_called(one) for one in found if one and one.kind in OUTSIDE]
    if odd:
        raise SettingsOutsiders(who=", ".join(odd[:MOST_NAMES]))


def check_readers(db: Database, before: Mapping[str, Json], after: Mapping[str, Json]) -> None:
    """Refuse to give something to do to those who only read, as the forms do, by name and place."""
    odd = [
        f"{_called(found) if (found := members.find(db, user)) else user} {path}"
        for path, user in idle_duties(before, after)
    ]
    if odd:
        raise SettingsReaders(who=", ".join(odd[:MOST_NAMES]))


def _called(one: Member) -> str:
    """Name somebody as a person finds them in the file."""
    return one.id if one.name == one.id else f"{one.name[:NAME_LIMIT]} ({one.id})"


def _take(settings: Settings, data: bytes, now: datetime, unit: Unit) -> list[Difference]:
    with unit() as db:
        channels = ledger.facts(db, "channel:")
    deps = once.parts(settings, channels, now, unit, unit)
    with unit() as db:
        return take_in(deps, db, data)


def _parsed(data: bytes) -> Json:
    try:
        text = data[:MOST_BYTES].decode("utf-8-sig")
        parsed: Json = json.loads(text, object_pairs_hook=_once)
        # half an emoji can be neither told nor kept
        json.dumps(parsed, ensure_ascii=False).encode()
    except json.JSONDecodeError as error:
        raise SettingsBroken(line=error.lineno) from error
    except (ValueError, RecursionError) as error:
        raise SettingsUnreadable from error
    return parsed


def _once(pairs: list[tuple[str, Json]]) -> dict[str, Json]:
    """Return an object; refuse a name that stands there twice: one of its values would be lost unseen."""
    found: dict[str, Json] = {}
    for name, value in pairs:
        if name in found:
            raise SettingsTwice(name=tidy(name)[:NAME_LIMIT])
        found[name] = value
    return found
