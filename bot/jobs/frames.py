"""What every view of the plan is shown with, loaded in one place for listeners and jobs alike."""

from collections.abc import Iterable
from datetime import datetime

from sqlite_utils import Database

from bot.deps import Deps
from bot.domain.plan import Post
from bot.jobs.exposure import discretion
from bot.store import calendar, members, outlets, posts, publications
from bot.views.plan import Frame


def frame(
    db: Database,
    deps: Deps,
    now: datetime,
    shown: Iterable[Post] = (),
    people: Iterable[str | None] = (),
    *,
    channel: str | None = None,
) -> Frame:
    """Return what a view needs to say the posts *shown*, and to name *people* besides.

    In a *channel*, comments are told as that channel may hear of them.
    """
    every = list(shown)
    named = {who for post in every for who in (post.owner, post.watcher, post.second)}
    return Frame(
        outlets=outlets.known(db),
        names=members.names(db, named.union(people)),
        calendar=calendar.load(db),
        now=now,
        zone=deps.settings.timezone,
        siblings=posts.siblings_of(db, every),
        page_outlet=publications.outlet(db) if deps.page else None,
        publications=publications.latest(db, (post.id for post in every)),
        discretion=discretion(db, channel),
    )
