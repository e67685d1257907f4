"""The holiday pack: the gaps of the holiday weeks in one list, for whoever asks."""

from functools import partial
from typing import Any

from slack_bolt import Ack, App
from sqlite_utils import Database

from bot.deps import Deps
from bot.domain.holidays import Pack
from bot.domain.suggestions import NEAR
from bot.jobs import fitting, holidays
from bot.jobs.frames import frame
from bot.store import posts
from bot.views import holiday_pack as view
from bot.views.blocks import Message
from bot.views.holidays import OPEN
from handlers.answering import whisper, whispering


def register(app: App, deps: Deps) -> None:
    """Put the listener on *app*."""
    app.action(OPEN)(partial(click, deps))


def click(deps: Deps, ack: Ack, body: dict[str, Any]) -> None:
    """Show the pack as it is now; one that is filled, or whose time has come, is over."""
    with whispering(deps, ack, body):
        now = deps.now()
        with deps.reading() as db:
            pack = holidays.to_plan(db, deps, now)
            said = _shown(db, deps, pack) if pack else view.nothing(deps.words)
        whisper(deps, body, said)


def _shown(db: Database, deps: Deps, pack: Pack) -> Message:
    shown, now = pack.gaps[: view.SHOWN], deps.now()
    beside = posts.between(db, shown[0].day - NEAR, shown[-1].day + NEAR)
    offers = fitting.offers(db, deps, shown, beside, now=now, near=pack.weeks.end)
    return view.render(deps.words, pack, offers, frame(db, deps, now))
