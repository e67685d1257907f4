"""One post as a whole, and its history, for whoever asks."""

from collections.abc import Mapping
from functools import partial
from typing import Any

from slack_bolt import Ack, App

from bot.deps import Deps
from bot.domain.counts import received
from bot.jobs.frames import frame
from bot.store import counts, history, posts, reuse, series, team
from bot.views import plan_card as view
from bot.views import plan_history
from bot.views.plan_card import Card
from handlers.answering import actor, whisper, whispering
from handlers.picked import number, picked


def register(app: App, deps: Deps) -> None:
    """Put the listener on *app*."""
    app.action(plan_history.HISTORY)(partial(tell_history, deps))


def show(deps: Deps, body: Mapping[str, Any], post_id: int) -> None:
    """Show a post whole, whatever has become of it."""
    with deps.reading() as db:
        post = posts.get(db, post_id)
        newest = history.of(db, post_id, limit=view.NEWEST)
        people = plan_history.people(newest) | ({post.ruling.who} if post.ruling else set())
        card = Card(
            post=post,
            siblings=posts.siblings(db, post),
            history=newest,
            decides=team.load(db).decides(actor(body) or ""),
            series=series.name_of(db, post.id),
            source=reuse.source(db, post.id),
            received=received(counts.kin(db, post)),
        )
        shown = frame(db, deps, deps.now(), [post], people)
    whisper(deps, body, view.card(deps.words, card, shown))


def tell_history(deps: Deps, ack: Ack, body: dict[str, Any]) -> None:
    """Tell what was done to a post, from a revision back if the button says so."""
    with whispering(deps, ack, body):
        post_id, _, revision = picked(body).partition(" ")
        before = number(revision) if revision else None
        with deps.reading() as db:
            post = posts.get(db, number(post_id))
            found = history.of(db, post.id, limit=plan_history.SHOWN + 1, before=before)
            shown = frame(db, deps, deps.now(), [post], plan_history.people(found))
        whisper(deps, body, plan_history.told(deps.words, post, found, shown))
