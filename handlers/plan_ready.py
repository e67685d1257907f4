"""*Ready*: what is missing, what the lead lets pass, what the lead decides."""

from collections.abc import Mapping
from functools import partial
from typing import Any

from slack_bolt import Ack, App

from bot.deps import Deps
from bot.domain import acts, care
from bot.domain.media import DECIDED, Ruling
from bot.domain.plan import Status
from bot.domain.ready import Need, NotReady, missing
from bot.domain.reasons import reason
from bot.domain.team import check_decides
from bot.jobs import pairs
from bot.store import posts, team
from bot.views import plan_ready as view
from bot.views.blocks import values
from bot.views.plan_acts import Act
from handlers import decisions
from handlers.answering import actor, deciding, submitting, tell, whispering
from handlers.forms import open_form
from handlers.picked import Stale, number, picked
from handlers.planning import begun_on, open_post, origin, settled


def register(app: App, deps: Deps) -> None:
    """Put the listeners on *app*."""
    app.action(view.OVERRIDE)(partial(click_override, deps))
    app.action(view.DECIDE)(partial(click_decide, deps))
    app.view(view.OVERRIDE_SAVE)(partial(override, deps))
    app.view(view.DECIDE_SAVE)(partial(decide, deps))


def mark(deps: Deps, body: Mapping[str, Any], post_id: int) -> None:
    """Mark a post as ready, or say all that is missing."""
    who = actor(body) or ""
    with deciding(deps, body) as db:
        before = posts.get(db, post_id)
        try:
            after = acts.marked(before, Status.READY, now=deps.now())
        except NotReady:
            decisions.follow(deps, db, before, who)
            if missing(before) == (Need.SECOND,):
                pairs.ask(db, deps, before, who)
            decides = team.load(db).decides(who)
            tell(deps, db, body, view.not_ready(deps.words, before, decides=decides))
            return
        post = posts.update(db, after, who=who)
        tell(deps, db, body, settled(deps, db, Act.READY, post, who))


def click_override(deps: Deps, ack: Ack, body: dict[str, Any]) -> None:
    """Ask the lead why a post is ready all the same."""
    with whispering(deps, ack, body):
        with deps.reading() as db:
            check_decides(team.load(db), actor(body) or "")
            post = open_post(db, number(picked(body)))
            if post.status is Status.READY:
                raise acts.NothingToDo
        open_form(deps, body, view.override_form(deps.words, post, origin(body, post)))


def override(deps: Deps, ack: Ack, body: dict[str, Any]) -> None:
    """Call a post ready although something is missing; the reason goes into its history."""
    with submitting(deps, ack, body, view.NOTE):
        note, who = reason(values(body["view"]["state"]).get(view.NOTE) or ""), actor(body) or ""
        with deciding(deps, body) as db:
            check_decides(team.load(db), who)
            before = begun_on(db, body)
            passed = " ".join(missing(before))
            after = care.overridden(before, now=deps.now())
            post = posts.update(db, after, who=who, note=note)
            said = settled(deps, db, Act.OVERRIDDEN, post, who, checks=passed)
            tell(deps, db, body, said)


def click_decide(deps: Deps, ack: Ack, body: dict[str, Any]) -> None:
    """Ask the lead to decide about the persons in a post."""
    with whispering(deps, ack, body):
        with deps.reading() as db:
            check_decides(team.load(db), actor(body) or "")
            post = open_post(db, number(picked(body)))
            if post.media.persons not in DECIDED:
                raise care.NoDecisionNeeded
        open_form(deps, body, view.decide_form(deps.words, post, origin(body, post)))


def decide(deps: Deps, ack: Ack, body: dict[str, Any]) -> None:
    """Note what the lead decided about the persons in a post."""
    with submitting(deps, ack, body, view.NOTE):
        said, who = values(body["view"]["state"]), actor(body) or ""
        choice, note = said.get(view.DECISION), reason(said.get(view.NOTE) or "")
        if choice not in {view.YES, view.NO}:
            raise Stale
        with deciding(deps, body) as db:
            check_decides(team.load(db), who)
            before = begun_on(db, body)
            ruling = Ruling(choice == view.YES, note, who)
            after = care.ruled(before, ruling, now=deps.now())
            post = posts.update(db, after, who=who, note=note)
            answer = settled(deps, db, Act.RULED, post, who, decision=choice)
            decisions.tell_decided(deps, db, post, who)
            tell(deps, db, body, answer)
