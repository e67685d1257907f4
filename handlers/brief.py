"""The page that a manager forwards: a person chooses what stands on it, and it is made elsewhere."""

from functools import partial
from typing import Any

from slack_bolt import Ack, App

from bot.deps import Deps
from bot.domain.brief import Choice, read_sentence
from bot.domain.team import check_works
from bot.drawing import paper
from bot.jobs import briefs as gathering
from bot.jobs import drawings, pictures
from bot.store import briefs, ledger, team
from bot.views import brief as view
from bot.views.report import BRIEF
from handlers.answering import actor, deciding, place, submitting, tell, whispering
from handlers.forms import check_shown, open_form, origin_of
from handlers.picked import Stale, picked
from handlers.report import period_of


def register(app: App, deps: Deps) -> None:
    """Put the listeners on *app*."""
    app.action(BRIEF)(partial(click, deps))
    app.view(view.MAKE)(partial(make, deps))


def click(deps: Deps, ack: Ack, body: dict[str, Any]) -> None:
    """Open the form for the page of the period that the button names."""
    with whispering(deps, ack, body):
        period = period_of(picked(body))
        with deps.reading() as db:
            check_works(team.load(db), actor(body) or "")
            offered = briefs.offered(db, *gathering.instants(deps, period))
        open_form(deps, body, view.form(deps.words, period, offered, place(body)))


def make(deps: Deps, ack: Ack, body: dict[str, Any]) -> None:
    """Keep what was chosen, and ask for the page; as PDF too where that can be made."""
    with submitting(deps, ack, body, view.SENTENCE):
        check_shown(body, view.SENTENCE)
        period, who = period_of(origin_of(body).period or ""), actor(body) or ""
        comment_id, sentence = view.read(body["view"]["state"])
        with deciding(deps, body) as db:
            check_works(team.load(db), who)
            if comment_id is not None and briefs.praise(db, comment_id) is None:
                raise Stale
            choice = Choice(period, comment_id, read_sentence(sentence))
            number = briefs.add(db, choice, who=who, now=deps.now())
            for kind in _kinds():
                subject = f"{kind} {number}"
                pictures.queue(db, deps, subject, who, subject)
            ledger.record(db, who, "report.brief_asked", f"report:{period.code}", now=deps.now())
            tell(deps, db, body, view.asked(deps.words))
        deps.draw()


def _kinds() -> tuple[str, ...]:
    return (drawings.BRIEF, drawings.BRIEF_PDF) if paper.is_installed() else (drawings.BRIEF,)
