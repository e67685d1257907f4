"""The settings in Slack: `/lucka settings` shows how everything is, each topic's button changes it."""

from collections.abc import Mapping
from functools import partial
from typing import Any

from slack_bolt import Ack, App
from sqlite_utils import Database

from bot.deps import Deps
from bot.domain.team import check_decides
from bot.jobs import drawings
from bot.jobs import goals as goals_job
from bot.jobs.exposure import relay_channel
from bot.store import (
    answers,
    calendar,
    claims,
    first_steps,
    goals,
    language,
    levels,
    meetings,
    members,
    outlets,
    policy,
    presence,
    publications,
    relaying,
    replies,
    reserves,
    roster,
    tagging,
    team,
    tips,
    watch_words,
    weekly_word,
)
from bot.store.comment_rules import RULES
from bot.store.units import UNITS
from bot.views import answering as answering_view
from bot.views import fears as fears_view
from bot.views import first_steps as first_view
from bot.views import goals as goals_view
from bot.views import language as language_view
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
from bot.views import rights as rights_view
from bot.views import roster as roster_view
from bot.views import settings as view
from bot.views import subscribe
from bot.views import team as team_view
from bot.views import tips as tips_view
from bot.views import watch_words as watch_words_view
from bot.views import weekly_word as weekly_view
from bot.views import workdays as workdays_view
from bot.views.comment_rules import RULES as RULES_SHOWN
from bot.views.settings import Topic
from bot.views.units import UNITS as UNITS_SHOWN
from handlers import disposal, files, given
from handlers.answering import actor, whisper, whispering


def register(app: App, deps: Deps) -> None:
    """Put the listeners on *app*."""
    app.action(view.OPEN)(partial(click, deps))
    app.action(view.AS_FILE)(partial(files.ask, deps, drawings.SETTINGS))


def click(deps: Deps, ack: Ack, body: dict[str, Any]) -> None:
    """Show the settings to whoever clicked."""
    with whispering(deps, ack, body):
        show(deps, body)


def show(deps: Deps, body: Mapping[str, Any]) -> None:
    """Show the settings to whoever caused *body*; everybody may look."""
    with deps.reading() as db:
        found = topics(deps, db)
    reads_files = given.can_read(deps)
    whisper(deps, body, view.overview(deps.words, [*found.values()], reads_files=reads_files))


def check_may_change(db: Database, body: Mapping[str, Any]) -> None:
    """Refuse whoever caused *body* unless the settings are theirs to change."""
    check_decides(team.load(db), actor(body) or "")


def topics(deps: Deps, db: Database) -> dict[str, Topic]:
    """Return every topic by the name of its setting, in the order in which they are shown."""
    named, today = team.load(db), deps.today()
    names = members.names(db, named.people)
    words = deps.words
    return {
        "decisions": first_view.topic(words, first_steps.checklist(db)),
        "team": team_view.topic(words, named, names),
        "rights": rights_view.topic(words, named, names, today),
        "outlets": outlets_view.topic(words, outlets.known(db), today=today),
        "hours": workdays_view.topic(words, calendar.load(db), today=today),
        "reminders": _reminders(deps, db),
        "presence": _presence(deps, db),
        "policy": policy_view.topic(words, policy.load(db), calendar.load(db)),
        "roster": _roster(deps, db),
        "watch_words": watch_words_view.topic(words, watch_words.load(db)),
        "meetings": _meetings(deps, db),
        "reserves": reserves_view.topic(words, reserves.stock(db, now=deps.now())),
        "publishing": _publishing(deps, db),
        "relaying": _relaying(deps, db),
        "answering": _answering(deps, db),
        "replies": replies_view.topic(words, replies.known(db), today),
        "lapsing": _lapsing(deps, db),
        "rules": RULES_SHOWN.topic(words, RULES.known(db)),
        "units": UNITS_SHOWN.topic(words, UNITS.known(db)),
        "weekly_word": weekly_view.topic(words, weekly_word.load(db)),
        "tips": tips_view.topic(words, is_on=tips.are_on(db)),
        "fears": fears_view.topic(words, tagging.fear(db)),
        "goals": _goals(deps, db),
        "disposal": disposal.topic(deps, db),
        "feed": subscribe.topic(words, is_on=bool(deps.settings.calendar_token)),
        "language": language_view.topic(words, language.chosen(db)),
    }


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


def _lapsing(deps: Deps, db: Database) -> Topic:
    now = lapsing_view.Lapsing(claims.lapse_hours(db), claims.second_hours(db))
    return lapsing_view.topic(deps.words, now)


def _goals(deps: Deps, db: Database) -> Topic:
    until = goals_job.learning_until(db, deps)
    return goals_view.topic(deps.words, goals_job.known(db, deps), goals.switches(db), until)


def _answering(deps: Deps, db: Database) -> Topic:
    setting = answers.setting(db)
    names, has_page = members.names(db, setting.users), deps.page is not None
    return answering_view.topic(deps.words, setting, names, has_page=has_page)
