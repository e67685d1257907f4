"""Pictures and tables: asked for in a transaction, made and uploaded afterwards, sent once.

Each wish goes on in steps that are recorded: made and uploaded, seen by Slack to be a picture,
put into the outbox. Killed between any two, the bot does one step again: a file that nobody was
shown is uploaded once more, a message is never put twice. What is made shows things as they are
when it is made, and says so. Where there can be none, it comes in words.
"""

import logging
from datetime import timedelta

from sqlite_utils import Database

from bot.deps import Deps
from bot.drawing.child import NotDrawnError, draw
from bot.integrations.slack import Outcome, SlackTrouble
from bot.jobs import drawings
from bot.jobs.drawings import PLAN, Draw
from bot.store import outbox, pictures
from bot.store.db import stamp
from bot.store.pictures import Wish
from bot.views.blocks import Message

log = logging.getLogger(__name__)

PATIENCE = timedelta(minutes=10)
"""What is not in Slack by then is not waited for."""

LOOK_SECONDS = 60.0  # another process may ask too
READY_SECONDS = 1.0  # Slack looks at a file before it may be shown
RETRY_SECONDS = 5.0

_LATER = {Outcome.UNKNOWN, Outcome.UNREACHED, Outcome.WAIT}


def queue(db: Database, deps: Deps, key: str, channel: str, subject: str = PLAN) -> None:
    """Ask for a file in *channel* (or for a person); call `deps.draw` after the commit.

    While one with the same *key* is under way, asking again changes nothing.
    """
    pictures.ask(db, key, channel, subject, now=deps.now())


def drain(deps: Deps, draw: Draw = draw) -> float:
    """Bring every wish as far as it goes; return the seconds until there may be more."""
    with deps.reading() as db:
        waiting = pictures.waiting(db)
    return min((_further(deps, wish, draw) for wish in waiting), default=LOOK_SECONDS)


def _further(deps: Deps, wish: Wish, draw: Draw) -> float:
    """Bring *wish* one step on; return the seconds until the next."""
    if deps.now() - wish.asked_at >= PATIENCE:
        return _instead(deps, wish, "too-late")
    try:
        return _step(deps, wish, draw)
    except NotDrawnError as error:
        log.error("picture: not drawn (%s)", error)  # noqa: TRY400 -- says all there is
        return _instead(deps, wish, "not-drawn")
    except SlackTrouble as trouble:
        log.warning("picture: %s (%s)", trouble.code, trouble.outcome)
        if trouble.outcome in _LATER:
            return max(trouble.wait, RETRY_SECONDS)
        missing = trouble.code == "missing_scope"
        return _instead(deps, wish, "no-scope" if missing else "not-taken")


def _step(deps: Deps, wish: Wish, draw: Draw) -> float:
    if wish.file is None or wish.message is None:
        _upload(deps, wish, draw)
        return 0.0
    if drawings.is_picture(wish.subject) and not deps.slack.is_ready(wish.file):
        return READY_SECONDS
    with deps.transaction() as db:
        _put(db, deps, wish, Message(text=wish.message["text"], blocks=wish.message["blocks"]))
    deps.wake()
    return 0.0


def _upload(deps: Deps, wish: Wish, draw: Draw) -> None:
    """Make what is asked for, as things are now, bring it to Slack, and keep what will show it."""
    made = drawings.make(deps, wish.subject, draw)
    file = deps.slack.upload(made.name, made.data, title=made.title, alt=made.alt)
    shown = made.shown(file)
    with deps.transaction() as db:
        pictures.uploaded(db, wish.key, file, shown)


def _instead(deps: Deps, wish: Wish, kind: str) -> float:
    """Say it in words, and why."""
    with deps.transaction() as db:
        _put(db, deps, wish, drawings.instead(db, deps, wish.subject, kind))
    deps.wake()
    return 0.0


def _put(db: Database, deps: Deps, wish: Wish, message: Message) -> None:
    """Decide the message, and that the wish is fulfilled."""
    key = f"picture:{wish.key}:{stamp(wish.asked_at)}"
    outbox.put(db, key, wish.channel, message, now=deps.now())
    pictures.done(db, wish.key)
