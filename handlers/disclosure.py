"""`/lucka lämna ut`: take comments out as files, after a review; only for whom it is theirs to.

Neither who wants them nor why is asked. What was looked for is kept until the files are made.
"""

from collections.abc import Mapping
from functools import partial
from typing import Any, cast

from slack_bolt import Ack, App
from sqlite_utils import Database

from bot.deps import Deps
from bot.domain import disclosure as domain
from bot.domain.disclosure import Kind, Wanted
from bot.domain.rights import Right
from bot.domain.team import check_may
from bot.store import disclosures, ledger, records, team
from bot.views import disclosure as view
from bot.views.forms import Origin
from handlers.answering import actor, deciding, place, submitting, tell
from handlers.forms import check_shown, open_form
from handlers.picked import Stale

WORDS = frozenset({"disclose", "disclosure", "lämna ut", "lamna ut", "utlämna", "utlämnande"})
"""What is written after `/lucka` to begin."""


def register(app: App, deps: Deps) -> None:
    """Put the listeners on *app*."""
    app.view(view.ASK)(partial(ask, deps))
    app.view(view.SAVE)(partial(save, deps))


def check_may_disclose(db: Database, body: Mapping[str, Any]) -> None:
    """Refuse whoever caused *body* unless they may take comments out."""
    check_may(team.load(db), actor(body) or "", Right.DISCLOSE)


def begin(deps: Deps, body: Mapping[str, Any]) -> None:
    """Open the form that asks what is wanted."""
    with deps.reading() as db:
        check_may_disclose(db, body)
    open_form(deps, body, view.ask(deps.words, Origin(place(body))))


def ask(deps: Deps, ack: Ack, body: dict[str, Any]) -> None:
    """Count what fits, and show the review in the place of the first form."""
    opened: dict[str, Any] = {}

    def follow(**answer: Any) -> None:  # noqa: ANN401 -- Slack's
        ack(**(answer or {"response_action": "update", "view": opened}))

    with submitting(deps, cast("Ack", follow), body, view.SINCE):
        check_shown(body, view.SINCE)
        with deps.reading() as db:
            check_may_disclose(db, body)
            wanted = _wanted(deps, body)
            opened |= view.review(deps.words, wanted, _count(db, wanted))


def save(deps: Deps, ack: Ack, body: dict[str, Any]) -> None:
    """Keep what is wanted; the files are made elsewhere."""
    with submitting(deps, ack, body, view.LEFT_OUT):
        check_shown(body, view.LEFT_OUT)
        state, wanted = body["view"]["state"], _remembered(body)
        review = view.read_review(state, domain.read_provision(view.provision_in(state)))
        with deciding(deps, body) as db:
            check_may_disclose(db, body)
            count = _count(db, wanted)
            who, now = actor(body) or "", deps.now()
            asked = disclosures.ask(db, Kind.DISCLOSURE, who, wanted, review, now=now)
            ledger.record(db, who, "disclosure.asked", f"disclosure:{asked.id}", now=now)
            tell(deps, db, body, view.asked(deps.words, count))
    deps.take_out()


def _wanted(deps: Deps, body: Mapping[str, Any]) -> Wanted:
    try:
        said = view.read_ask(body["view"]["state"])
    except ValueError as error:  # a day that is none
        raise Stale from error
    days = (said.since, said.until)
    zone = deps.settings.timezone
    return domain.read(*days, said.post, said.person, today=deps.today(), zone=zone)


def _remembered(body: Mapping[str, Any]) -> Wanted:
    """Return what the review is about; refuse a form of a former version."""
    try:
        return view.wanted_in(body["view"]["private_metadata"])
    except (KeyError, TypeError, ValueError) as error:
        raise Stale from error


def _count(db: Database, wanted: Wanted) -> int:
    count = records.count(db, wanted)
    if not count:
        raise domain.NothingFound
    return count
