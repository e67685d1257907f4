"""Read the files that people gave in a form, each once, and tell them what came of it.

The form is closed long before: Slack waits three seconds for it, and a file may take a minute. What
a file is good for is known to whoever asked for it: *readers*, by purpose.
"""

import logging
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import timedelta

from sqlite_utils import Database

from bot.deps import Deps
from bot.domain.errors import Refusal
from bot.domain.given import (
    MOST_BYTES,
    FileLost,
    FileShut,
    FileTooMuch,
    FileUnreached,
    Given,
    Purpose,
)
from bot.integrations.slack import Outcome, SlackTrouble
from bot.integrations.slack_files import FileClosed, FileGone, FileTooLarge
from bot.store import given, outbox
from bot.store.db import stamp
from bot.views import refusals
from bot.views.blocks import Message

log = logging.getLogger(__name__)

PATIENCE = timedelta(minutes=10)
LOOK_SECONDS = 60.0  # another process may have been given one
RETRY_SECONDS = 5.0

_LATER = {Outcome.UNKNOWN, Outcome.UNREACHED, Outcome.WAIT}
_REFUSALS: Mapping[type[Exception], type[Refusal]] = {
    FileGone: FileLost,
    FileClosed: FileShut,
    FileTooLarge: FileTooMuch,
}


@dataclass(frozen=True, slots=True)
class Reader:
    """What is done with a file of one purpose.

    *tell* takes what it says, and returns what is said of it; what it refuses has changed nothing.
    *learn* asks Slack before, with no transaction open, what *tell* has to know.
    """

    tell: Callable[[Deps, Database, Given, bytes], Message]
    learn: Callable[[Deps, bytes], None] = lambda _deps, _data: None


def drain(deps: Deps, readers: Mapping[Purpose, Reader]) -> float:
    """Read all that is given; return the seconds until there may be more."""
    with deps.reading() as db:
        waiting = given.waiting(db)
    return min((_further(deps, readers[one.purpose], one) for one in waiting), default=LOOK_SECONDS)


def _further(deps: Deps, reader: Reader, one: Given) -> float:
    try:
        data = deps.slack.fetch(one.file, most=MOST_BYTES, of=one.who)
        reader.learn(deps, data)
        with deps.transaction() as db:
            if given.find(db, one.id):  # else another process was first
                _tell(deps, db, one, reader.tell(deps, db, one, data))
    except SlackTrouble as trouble:
        log.warning("file: not fetched: %s (%s)", trouble.code, trouble.outcome)
        if trouble.outcome in _LATER and deps.now() - one.given_at < PATIENCE:
            return max(trouble.wait, RETRY_SECONDS)
        _refuse(deps, one, FileUnreached(name=one.name))
    except tuple(_REFUSALS) as error:
        limit = MOST_BYTES // 1_000_000
        _refuse(deps, one, _REFUSALS[type(error)](name=one.name, limit=limit))
    except Refusal as refusal:
        _refuse(deps, one, refusal)
    except Exception:  # nobody else would end it: the same file would come again for ever
        log.exception("file: could not be read")
        _end(deps, one, refusals.surprise(deps.words))
    deps.wake()
    return 0.0


def _refuse(deps: Deps, one: Given, refusal: Refusal) -> None:
    _end(deps, one, refusals.refusal(deps.words, refusal, today=deps.today()))


def _end(deps: Deps, one: Given, said: Message) -> None:
    with deps.transaction() as db:
        given.done(db, one.id)
        _tell(deps, db, one, said)


def _tell(deps: Deps, db: Database, one: Given, said: Message) -> None:
    """Tell whoever gave the file, where they gave it and for their eyes only."""
    key = f"given:{one.id}:{stamp(one.given_at)}"
    if one.place is None:
        outbox.put(db, key, one.who, said, now=deps.now())
    else:
        outbox.note(db, key, one.place, one.who, said, now=deps.now())
