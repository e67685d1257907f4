"""Comments in the settings, and channels that others can read: seen, allowed, taken back."""

from collections.abc import Mapping
from functools import partial
from typing import Any

from slack_bolt import Ack, App
from sqlite_utils import Database

from bot.deps import Deps
from bot.domain.reasons import reason
from bot.domain.relaying import ChannelState, Discretion, Exposure, NotExposed
from bot.jobs import channels, digest, exposure, retelling
from bot.store import ledger, members, relaying
from bot.views import exposure as exposure_view
from bot.views import relaying as view
from bot.views.forms import Origin
from handlers.answering import actor, deciding, place, submitting, tell, whisper, whispering
from handlers.forms import check_shown, open_form
from handlers.settings import check_may_change
from handlers.settings_history import changing

SHARING = ("channel_shared", "channel_unshared")


def register(app: App, deps: Deps) -> None:
    """Put the listeners on *app*."""
    app.action(view.SHOW)(partial(show, deps))
    app.action(view.CHANGE)(partial(click, deps))
    app.view(view.SAVE)(partial(save, deps))
    app.action(exposure_view.LOOK)(partial(look, deps))
    app.action(exposure_view.ALLOW)(partial(ask, deps))
    app.view(exposure_view.ALLOWED)(partial(allow, deps))
    app.action(exposure_view.DISALLOW)(partial(disallow, deps))
    for event in SHARING:
        app.event(event)(partial(shared, deps))


def show(deps: Deps, ack: Ack, body: dict[str, Any]) -> None:
    """Show how much of comments is shown, and where; everybody may look."""
    with whispering(deps, ack, body):
        with deps.reading() as db:
            setting, state = relaying.setting(db), _state(deps, db)
            found = view.page(deps.words, setting, state, _names(db, state))
        whisper(deps, body, found)


def click(deps: Deps, ack: Ack, body: dict[str, Any]) -> None:
    """Open the form that sets how much is shown."""
    with whispering(deps, ack, body):
        with deps.reading() as db:
            check_may_change(db, body)
            opened = view.form(deps.words, relaying.setting(db), Origin(place(body)))
        open_form(deps, body, opened)


def save(deps: Deps, ack: Ack, body: dict[str, Any]) -> None:
    """Let as much be shown as the form says, of all that is open, at once."""
    with submitting(deps, ack, body, view.USUAL):
        check_shown(body, view.DELICATE)
        setting = view.read(body["view"]["state"])
        with changing(deps, body) as db:
            if setting != relaying.setting(db):
                _decide(deps, db, body, setting)
            tell(deps, db, body, view.saved(deps.words, setting))


def look(deps: Deps, ack: Ack, body: dict[str, Any]) -> None:
    """Look at the channel at once, for somebody who has just made it private."""
    with whispering(deps, ack, body):
        channels.look(deps, deps.now())
        with deciding(deps, body) as db:
            state = _state(deps, db)
            tell(deps, db, body, exposure_view.looked(deps.words, state, _names(db, state)))


def ask(deps: Deps, ack: Ack, body: dict[str, Any]) -> None:
    """Ask why comments may stand in a channel that others can read."""
    with whispering(deps, ack, body):
        with deps.reading() as db:
            check_may_change(db, body)
            state = _state(deps, db)
        if state is None or state.exposure is Exposure.PRIVATE:
            raise NotExposed
        open_form(deps, body, exposure_view.form(deps.words, state, Origin(place(body))))


def allow(deps: Deps, ack: Ack, body: dict[str, Any]) -> None:
    """Let comments stand there, for the reason that was given."""
    with submitting(deps, ack, body, exposure_view.REASON):
        check_shown(body, exposure_view.REASON)
        why = reason(exposure_view.read(body["view"]["state"]))
        with changing(deps, body) as db:
            state = channels.allow(deps, db, actor(body) or "", why, now=deps.now())
            tell(deps, db, body, exposure_view.looked(deps.words, state, _names(db, state)))


def disallow(deps: Deps, ack: Ack, body: dict[str, Any]) -> None:
    """Take the permission back."""
    with whispering(deps, ack, body), changing(deps, body) as db:
        state = channels.disallow(deps, db, actor(body) or "", now=deps.now())
        tell(deps, db, body, exposure_view.looked(deps.words, state, _names(db, state)))


def shared(deps: Deps, ack: Ack, body: dict[str, Any]) -> None:
    """Look at once when a channel is shared with another organisation, or no longer."""
    with whispering(deps, ack, body):
        if body["event"].get("channel") in {deps.plan_channel, exposure.relay_channel(deps)}:
            channels.look(deps, deps.now())


def _decide(deps: Deps, db: Database, body: Mapping[str, Any], setting: Discretion) -> None:
    now = deps.now()
    relaying.decide(db, setting)
    detail = {"usual": str(setting.usual), "delicate": str(setting.delicate)}
    ledger.record(db, actor(body) or "", "relaying.changed", "relaying", now=now, **detail)
    retelling.show_again(deps, db, now=now)
    digest.refresh(db, deps, now)


def _state(deps: Deps, db: Database) -> ChannelState | None:
    return relaying.channel(db, exposure.relay_channel(deps))


def _names(db: Database, state: ChannelState | None) -> dict[str, str]:
    return members.names(db, [state.allowed_by] if state else [])
