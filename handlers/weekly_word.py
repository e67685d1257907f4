"""The weekly word: its setting, and the one click that sends it."""

import re
from collections.abc import Mapping
from functools import partial
from typing import Any

from slack_bolt import Ack, App

from bot.deps import Deps
from bot.domain.team import check_decides
from bot.domain.weekly_word import NoChannel, NotInChannel, Weekly, read_text, week_of
from bot.integrations.slack import SlackTrouble
from bot.jobs import weekly_word as job
from bot.store import ledger, team, weekly_word
from bot.views import weekly_word as view
from bot.views.forms import Origin
from handlers.answering import actor, deciding, place, submitting, tell, whisper, whispering
from handlers.forms import check_shown, open_form, origin_of
from handlers.picked import Stale, picked
from handlers.settings import check_may_change
from handlers.settings_history import changing

WORDS = frozenset({"veckan", "veckans ord", "week", "weekly word", "the week"})
"""What is written after `/report` to see the draft of this week."""

_WEEK = re.compile(r"\d{4}-W\d\d", re.ASCII)


def register(app: App, deps: Deps) -> None:
    """Put the listeners on *app*."""
    app.action(view.CHANGE)(partial(click, deps))
    app.view(view.SAVE)(partial(save, deps))
    app.action(view.EDIT)(partial(edit, deps))
    app.view(view.SEND)(partial(send, deps))
    app.action(view.SKIP)(partial(skip, deps))


def show(deps: Deps, body: Mapping[str, Any]) -> None:
    """Show this week's draft, as things stand, to whoever asked."""
    with deps.reading() as db:
        shown = job.shown(db, deps, deps.today())
    whisper(deps, body, shown)


def click(deps: Deps, ack: Ack, body: dict[str, Any]) -> None:
    """Open the form of the setting."""
    with whispering(deps, ack, body):
        with deps.reading() as db:
            check_may_change(db, body)
            weekly = weekly_word.load(db)
        open_form(deps, body, view.form(deps.words, weekly, Origin(place(body))))


def save(deps: Deps, ack: Ack, body: dict[str, Any]) -> None:
    """Let the draft come when the form says, and the word go where it says."""
    with submitting(deps, ack, body, view.DAY):
        check_shown(body, view.CHANNEL)
        said = view.read(body["view"]["state"])
        _check_channel(deps, said)
        with changing(deps, body) as db:
            weekly_word.save(db, said)
            detail = {"weekday": str(said.weekday or "never"), "channel": said.channel or ""}
            ledger.record(
                db, actor(body) or "", "weekly.changed", "weekly", now=deps.now(), **detail
            )
            tell(deps, db, body, view.saved(deps.words, said))


def edit(deps: Deps, ack: Ack, body: dict[str, Any]) -> None:
    """Open the text, as things stand now, to be read once more and sent."""
    with whispering(deps, ack, body):
        week = _this_week(deps, picked(body))
        with deps.reading() as db:
            check_decides(team.load(db), actor(body) or "")
            job.check_open(db, week)
            weekly = _with_channel(weekly_word.load(db))
            word = job.word(db, deps, deps.today())
        said = view.text(deps.words, word, prefix=deps.settings.command_prefix)
        origin = Origin(place(body), period=week)
        open_form(deps, body, view.edit(deps.words, weekly, said, origin))


def send(deps: Deps, ack: Ack, body: dict[str, Any]) -> None:
    """Send what the form says to the channel."""
    with submitting(deps, ack, body, view.TEXT):
        check_shown(body, view.TEXT)
        week, who = _week(origin_of(body).period or ""), actor(body) or ""
        said = read_text(view.read_sent(body["view"]["state"]))
        with deciding(deps, body) as db:
            check_decides(team.load(db), who)
            _with_channel(weekly_word.load(db))
            job.send(db, deps, week, said, who)
            tell(deps, db, body, job.closed(db, deps, week, who, is_sent=True))


def skip(deps: Deps, ack: Ack, body: dict[str, Any]) -> None:
    """Leave out this week's word."""
    with whispering(deps, ack, body):
        week, who = _week(picked(body)), actor(body) or ""
        with deciding(deps, body) as db:
            check_decides(team.load(db), who)
            job.skip(db, deps, week, who)
            tell(deps, db, body, job.closed(db, deps, week, who, is_sent=False))


def _check_channel(deps: Deps, said: Weekly) -> None:
    """Refuse a channel in which we are not; asked of Slack before anything is decided."""
    if said.channel is None:
        return
    try:
        found = deps.slack.channel(said.channel)
    except SlackTrouble as trouble:
        raise NotInChannel from trouble
    if found is None or not found.is_member or found.is_archived:
        raise NotInChannel


def _with_channel(weekly: Weekly) -> Weekly:
    if weekly.channel is None:
        raise NoChannel
    return weekly


def _week(value: str) -> str:
    if not _WEEK.fullmatch(value):
        raise Stale
    return value


def _this_week(deps: Deps, value: str) -> str:
    """Read the week of a draft; an old one would say what is not true any more."""
    if _week(value) != week_of(deps.today()):
        raise Stale
    return value
