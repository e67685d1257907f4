"""Saying when the team meets: no meetings until somebody does."""

from functools import partial
from typing import Any

from slack_bolt import Ack, App

from bot.deps import Deps
from bot.domain.meetings import Meetings
from bot.store import calendar, ledger, meetings
from bot.views import meetings as view
from bot.views.forms import Origin
from handlers.answering import actor, place, submitting, tell, whispering
from handlers.forms import check_shown, open_form
from handlers.settings import check_may_change
from handlers.settings_history import changing


def register(app: App, deps: Deps) -> None:
    """Put the listeners on *app*."""
    app.action(view.CHANGE)(partial(click, deps))
    app.view(view.SAVE)(partial(save, deps))


def click(deps: Deps, ack: Ack, body: dict[str, Any]) -> None:
    """Open the form that says when the team meets."""
    with whispering(deps, ack, body):
        with deps.reading() as db:
            check_may_change(db, body)
            known = meetings.load(db)
            following = known.next(deps.today(), calendar.load(db)) if known else None
        zone = deps.settings.timezone
        open_form(deps, body, view.form(deps.words, known, following, Origin(place(body)), zone))


def save(deps: Deps, ack: Ack, body: dict[str, Any]) -> None:
    """Let the team meet when the form says."""
    with submitting(deps, ack, body, view.DAY):
        check_shown(body, view.EVERY)
        said = view.read(body["view"]["state"])
        with changing(deps, body) as db:
            meetings.save(db, said)
            following = said.next(deps.today(), calendar.load(db)) if said else None
            ledger.record(
                db, actor(body) or "", "meeting.changed", "meeting", now=deps.now(), **_detail(said)
            )
            tell(deps, db, body, view.saved(deps.words, said, following, deps.today()))


def _detail(said: Meetings | None) -> dict[str, str]:
    if said is None:
        return {"every": "never"}
    return {
        "anchor": said.anchor.isoformat(),
        "at": f"{said.at:%H:%M}",
        "every": str(said.every),
    }
