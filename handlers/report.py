"""`/report`: the figures of a period, its charts and its table, and the draft for the channel."""

from collections.abc import Mapping
from functools import partial
from typing import Any

from slack_bolt import Ack, App

from bot.deps import Deps
from bot.domain.periods import Period, parse_period, read_code
from bot.domain.team import check_decides
from bot.jobs import drawings, pictures, reports
from bot.jobs import report as job
from bot.store import ledger, team
from bot.views import report as view
from handlers import weekly_word
from handlers.answering import actor, deciding, taking, tell, whisper, whispering
from handlers.forms import show_form
from handlers.picked import Stale, picked
from handlers.slack_text import text_of

FILES = {view.CHART: drawings.CHARTS, view.TABLE: drawings.TABLE}
DECISIONS = {view.SEND: True, view.SKIP: False}


def register(app: App, deps: Deps) -> None:
    """Put the listeners on *app*."""
    app.action(view.SHOW)(partial(turn, deps))
    app.action(view.ALL)(partial(figures, deps))
    for action_id, kind in FILES.items():
        app.action(action_id)(partial(ask, deps, kind))
    for action_id, send in DECISIONS.items():
        app.action(action_id)(partial(decide, deps, send))


def answer(deps: Deps, command: Mapping[str, Any]) -> None:
    """Answer `/report` with the figures of the period that is written, or of this month."""
    if text_of(command).casefold() in weekly_word.WORDS:
        weekly_word.show(deps, command)
        return
    show(deps, command, parse_period(text_of(command), today=deps.today()))


def turn(deps: Deps, ack: Ack, body: dict[str, Any]) -> None:
    """Show the period that a button names."""
    with whispering(deps, ack, body):
        show(deps, body, period_of(picked(body)))


def figures(deps: Deps, ack: Ack, body: dict[str, Any]) -> None:
    """Open every figure of the period that a button names."""
    with whispering(deps, ack, body):
        period = period_of(picked(body))
        with deps.reading() as db:
            report = reports.gather(db, deps, period, deps.now())
        show_form(deps, body, view.figures(deps.words, report, deps.settings.timezone))


def ask(deps: Deps, kind: str, ack: Ack, body: dict[str, Any]) -> None:
    """Keep the wish for charts or a table, and say where they will come; they are made elsewhere."""
    with whispering(deps, ack, body):
        period, who = period_of(picked(body)), actor(body) or ""
        with taking(deps, body) as db:
            key, subject = f"{kind}:{period.code}:{who}", drawings.subject(kind, period)
            pictures.queue(db, deps, key, who, subject)
            ledger.record(db, who, f"report.{kind}_asked", f"report:{period.code}", now=deps.now())
            tell(deps, db, body, view.asked(deps.words, table=kind == drawings.TABLE))
        deps.draw()


def decide(deps: Deps, send: bool, ack: Ack, body: dict[str, Any]) -> None:  # noqa: FBT001
    """Let the channel get a month's report, or not."""
    with whispering(deps, ack, body):
        period, who = period_of(picked(body)), actor(body) or ""
        with deciding(deps, body) as db:
            check_decides(team.load(db), who)
            if not job.is_drafted(db, period):
                raise Stale
            job.decide(db, deps, period, who, send=send)
        deps.draw()


def show(deps: Deps, body: Mapping[str, Any], period: Period) -> None:
    """Show the figures of *period* to whoever caused *body*."""
    with deps.reading() as db:
        report = reports.gather(db, deps, period, deps.now())
    whisper(deps, body, view.render(deps.words, report, deps.settings.timezone))


def period_of(code: str) -> Period:
    """Read the period that a button names; refuse what is none."""
    period = read_code(code)
    if period is None:
        raise Stale
    return period
