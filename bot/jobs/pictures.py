"""Pictures of the plan: asked for in a transaction, drawn and uploaded afterwards, sent once.

Each wish goes on in steps that are recorded: drawn and uploaded, seen by Slack to be a picture,
put into the outbox. Killed between any two, the bot does one step again: a file that nobody was
shown is uploaded once more, a message is never put twice. The picture shows the plan as it is
when it is drawn, and says so. Where there can be none, the plan comes in words.
"""

import logging
from collections.abc import Callable
from datetime import date, timedelta
from pathlib import Path

from sqlite_utils import Database

from bot.deps import Deps
from bot.domain.calendar import Week
from bot.domain.gaps import runway
from bot.domain.weeks import by_week
from bot.drawing.chart import Chart
from bot.drawing.child import NotDrawnError, draw
from bot.integrations.slack import Outcome, SlackTrouble
from bot.jobs.frames import frame
from bot.store import calendar, gaps, outbox, pictures, posts
from bot.store.db import stamp
from bot.store.pictures import Wish
from bot.views import picture as view
from bot.views import plan as plan_view
from bot.views.blocks import Message

log = logging.getLogger(__name__)

PATIENCE = timedelta(minutes=10)
"""A picture that is not in Slack by then is not waited for."""

LOOK_SECONDS = 60.0  # another process may ask too
READY_SECONDS = 1.0  # Slack looks at a file before it may be shown
RETRY_SECONDS = 5.0
WEEKS_IN_WORDS = 3

_LATER = {Outcome.UNKNOWN, Outcome.UNREACHED, Outcome.WAIT}

Draw = Callable[[Chart, Path], bytes]


def queue(db: Database, deps: Deps, key: str, channel: str) -> None:
    """Ask for a picture in *channel* (or for a person); call `deps.draw` after the commit.

    While one with the same *key* is under way, asking again changes nothing.
    """
    pictures.ask(db, key, channel, now=deps.now())


def drain(deps: Deps, draw: Draw = draw) -> float:
    """Bring every wish as far as it goes; return the seconds until there may be more."""
    with deps.reading() as db:
        waiting = pictures.waiting(db)
    return min((_further(deps, wish, draw) for wish in waiting), default=LOOK_SECONDS)


def _further(deps: Deps, wish: Wish, draw: Draw) -> float:
    """Bring *wish* one step on; return the seconds until the next."""
    if deps.now() - wish.asked_at >= PATIENCE:
        return _instead(deps, wish, "picture-too-late")
    try:
        return _step(deps, wish, draw)
    except NotDrawnError as error:
        log.error("picture: not drawn (%s)", error)  # noqa: TRY400 -- says all there is
        return _instead(deps, wish, "picture-not-drawn")
    except SlackTrouble as trouble:
        log.warning("picture: %s (%s)", trouble.code, trouble.outcome)
        if trouble.outcome in _LATER:
            return max(trouble.wait, RETRY_SECONDS)
        missing = trouble.code == "missing_scope"
        return _instead(deps, wish, "picture-no-scope" if missing else "picture-not-taken")


def _step(deps: Deps, wish: Wish, draw: Draw) -> float:
    if wish.file is None or wish.message is None:
        _upload(deps, wish, draw)
        return 0.0
    if not deps.slack.is_ready(wish.file):
        return READY_SECONDS
    with deps.transaction() as db:
        _put(db, deps, wish, Message(text=wish.message["text"], blocks=wish.message["blocks"]))
    deps.wake()
    return 0.0


def _upload(deps: Deps, wish: Wish, draw: Draw) -> None:
    """Draw the plan as it is now, bring it to Slack, and keep what will show it."""
    with deps.reading() as db:
        seen = _look(db, deps, view.WEEKS)
    drawn = draw(view.chart(deps.words, seen), deps.settings.database_path.parent / "drawing")
    file = deps.slack.upload(
        f"lucka-{seen.frame.today.isoformat()}.png",
        drawn,
        title=view.title(deps.words, seen),
        alt=view.described(deps.words, seen),
    )
    with deps.transaction() as db:
        pictures.uploaded(db, wish.key, file, view.shown(deps.words, seen, file))


def _instead(deps: Deps, wish: Wish, kind: str) -> float:
    """Show the plan in words, and say why."""
    with deps.transaction() as db:
        seen = _look(db, deps, WEEKS_IN_WORDS)
        further = seen.weeks[-1].week.end
        said = plan_view.overview(deps.words, seen.weeks, seen.runway, seen.frame, further=further)
        _put(db, deps, wish, view.instead(deps.words, kind, said))
    deps.wake()
    return 0.0


def _put(db: Database, deps: Deps, wish: Wish, message: Message) -> None:
    """Decide the message, and that the wish is fulfilled."""
    key = f"picture:{wish.key}:{stamp(wish.asked_at)}"
    outbox.put(db, key, wish.channel, message, now=deps.now())
    pictures.done(db, wish.key)


def _look(db: Database, deps: Deps, weeks: int) -> view.View:
    """Return what there is to see of the plan, from this week's Monday on."""
    now, zone, today = deps.now(), deps.settings.timezone, deps.today()
    start: date = Week.of(today).monday
    plan = posts.plan(db, start, start + timedelta(weeks=weeks))
    working = calendar.load(db)
    reach = runway(gaps.ahead(db, now=now, zone=zone), today=today)
    shown = frame(db, deps, now, plan.posts)
    return view.View(by_week(plan, working, now=now, zone=zone), reach, shown)
