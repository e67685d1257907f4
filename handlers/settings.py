"""The settings in Slack: `/lucka settings` shows how everything is, each topic's button changes it."""

from collections.abc import Mapping
from functools import partial
from typing import Any

from slack_bolt import Ack, App
from sqlite_utils import Database

from bot.deps import Deps
from bot.domain.team import check_decides
from bot.jobs.exposure import relay_channel
from bot.store import (
    answers,
    calendar,
    claims,
    comment_rules,
    levels,
    meetings,
    members,
    outlets,
    policy,
    praise,
    presence,
    publications,
    relaying,
    replies,
    reserves,
    roster,
    team,
    watch_words,
)
from bot.views import answering as answering_view
from bot.views import comment_rules as rules_view
from bot.views import lapsing as lapsing_view
from bot.views import meetings as meetings_view
from bot.views import outlets as outlets_view
from bot.views import policy as policy_view
from bot.views import presence as presence_view
from bot.views import publishing as publishing_view
from bot.views import relaying as relaying_view
from bot.views import reminders as reminders_view
from bot.views import replies as replies_view
from bot.views import reserves as reserves_view
from bot.views import roster as roster_view
from bot.views import settings as view
from bot.views import subscribe
from bot.views import team as team_view
from bot.views import units as units_view
from bot.views import watch_words as watch_words_view
from bot.views import workdays as workdays_view
from bot.views.settings import Topic
from handlers.answering import actor, whisper, whispering


def register(app: App, deps: Deps) -> None:
    """Put the listener on *app*."""
    app.action(view.OPEN)(partial(click, deps))


def click(deps: Deps, ack: Ack, body: dict[str, Any]) -> None:
    """Show the settings to whoever clicked."""
    with whispering(deps, ack, body):
        show(deps, body)


def show(deps: Deps, body: Mapping[str, Any]) -> None:
    """Show the settings to whoever caused *body*; everybody may look."""
    with deps.reading() as db:
        topics = _topics(deps, db)
    whisper(deps, body, view.overview(deps.words, topics))


def check_may_change(db: Database, body: Mapping[str, Any]) -> None:
    """Refuse whoever caused *body* unless the settings are theirs to change."""
    check_decides(team.load(db), actor(body) or "")


def _topics(deps: Deps, db: Database) -> list[Topic]:
    named, today = team.load(db), deps.today()
    return [
        team_view.topic(deps.words, named, members.names(db, named.everybody)),
        outlets_view.topic(deps.words, outlets.known(db), today=today),
        workdays_view.topic(deps.words, calendar.load(db), today=today),
        _reminders(deps, db),
        _presence(deps, db),
        policy_view.topic(deps.words, policy.load(db), calendar.load(db)),
        _roster(deps, db),
        watch_words_view.topic(deps.words, watch_words.load(db)),
        _meetings(deps, db),
        reserves_view.topic(deps.words, reserves.stock(db, now=deps.now())),
        _publishing(deps, db),
        _relaying(deps, db),
        _answering(deps, db),
        replies_view.topic(deps.words, replies.known(db), today),
        lapsing_view.topic(deps.words, claims.lapse_hours(db)),
        rules_view.topic(deps.words, comment_rules.known(db)),
        units_view.topic(deps.words, praise.units(db)),
        subscribe.topic(deps.words, is_on=bool(deps.settings.calendar_token)),
    ]


def _reminders(deps: Deps, db: Database) -> Topic:
    owners = levels.owners(db)
    names = members.names(db, owners.values())
    return reminders_view.topic(deps.words, levels.load(db), owners, names)


def _presence(deps: Deps, db: Database) -> Topic:
    found = presence.absences(db, deps.today())
    names = members.names(db, (absence.user for absence in found))
    return presence_view.topic(deps.words, presence_view.Known(found, names, deps.today()))


def _roster(deps: Deps, db: Database) -> Topic:
    today = deps.today()
    found = roster.load(db, today)
    on_duty = found.today(today, presence.load(db, today))
    names = members.names(db, [on_duty.who] if on_duty else [])
    return roster_view.topic(deps.words, roster_view.Known(found, on_duty, names, today))


def _meetings(deps: Deps, db: Database) -> Topic:
    known, today = meetings.load(db), deps.today()
    following = known.next(today, calendar.load(db)) if known else None
    return meetings_view.topic(deps.words, known, following, today)


def _publishing(deps: Deps, db: Database) -> Topic:
    setting = publications.setting(db)
    names, has_page = members.names(db, setting.users), deps.page is not None
    known = outlets.known(db)
    return publishing_view.topic(deps.words, setting, known, names, has_page=has_page)


def _relaying(deps: Deps, db: Database) -> Topic:
    state = relaying.channel(db, relay_channel(deps))
    names = members.names(db, [state.allowed_by] if state else [])
    return relaying_view.topic(deps.words, relaying.setting(db), state, names)


def _answering(deps: Deps, db: Database) -> Topic:
    setting = answers.setting(db)
    names, has_page = members.names(db, setting.users), deps.page is not None
    return answering_view.topic(deps.words, setting, names, has_page=has_page)
