"""Recognise on the page what somebody has published by hand, and offer once to link it."""

from collections.abc import Collection, Iterable
from datetime import datetime, timedelta

from sqlite_utils import Database

from bot.deps import Deps
from bot.domain.found import NEAR, planned_as
from bot.domain.page import PagePost
from bot.domain.plan import Post
from bot.domain.publishing import page_outlet
from bot.jobs.frames import frame
from bot.store import ledger, outbox, outlets, posts, publications
from bot.views import found as view

_DAYS = NEAR + timedelta(days=1)  # whole days around, in whatever zone


def offer(
    db: Database, deps: Deps, seen: Iterable[PagePost], news: Collection[str], *, now: datetime
) -> None:
    """Ask about each post among *news* that looks like an open one of the plan."""
    fresh = [post for post in seen if post.id in news and is_open(db, post.id) is None]
    if not fresh:
        return
    ours = publications.page_posts(db)
    for on_page in fresh:
        post = None if on_page.id in ours else _planned(db, deps, on_page)
        if post:
            _ask(db, deps, on_page, post, now)


def is_open(db: Database, page_post_id: str) -> str | None:
    """Return which post was asked about ("" once that is answered), or None if none was."""
    return ledger.fact(db, f"found:{page_post_id}")


def close(db: Database, page_post_id: str) -> None:
    """Note that the question is answered; it is not asked again."""
    ledger.set_fact(db, f"found:{page_post_id}", "")


def _planned(db: Database, deps: Deps, on_page: PagePost) -> Post | None:
    zone = deps.settings.timezone
    day = on_page.created_at.astimezone(zone).date()
    outlet = publications.setting(db).outlet_id or page_outlet(outlets.known(db))
    around = posts.open_between(db, day - _DAYS, day + _DAYS)
    return planned_as(on_page, (p for p in around if p.outlet_id == outlet), zone=zone)


def _ask(db: Database, deps: Deps, on_page: PagePost, post: Post, now: datetime) -> None:
    shown = frame(db, deps, now, [post])
    body = view.ask(deps.words, post, on_page.id, on_page.text, on_page.permalink, shown)
    ledger.set_fact(db, f"found:{on_page.id}", str(post.id))
    outbox.put(db, f"found:{on_page.id}", deps.plan_channel, body, now=now)
