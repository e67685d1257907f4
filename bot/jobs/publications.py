"""May something still go out, and what becomes of it when its post, or what is allowed, changes."""

from dataclasses import replace
from datetime import datetime

from sqlite_utils import Database

from bot.deps import Deps
from bot.domain import publishing as domain
from bot.domain.plan import Post
from bot.domain.publishing import Fate, Problem, Publication, State
from bot.jobs import refresh
from bot.store import ledger, outbox, posts, publications, team
from bot.views import publications as view


def recheck(db: Database, deps: Deps) -> None:
    """End what waits and may not go out any more, after the setting was changed."""
    for publication in publications.active(db):
        if publication.released_at is None:
            allowed(db, deps, publication)


def follow(
    db: Database,
    deps: Deps,
    post_id: int,
    *,
    by: str | None,
    now: datetime,
    is_shown: bool = False,
) -> Publication | None:
    """Let the publication of a post follow its change, or withdraw it; None where none waits.

    Whoever decided to publish is told of a withdrawal, unless they have caused it (*by*) and see
    it in the answer to that (*is_shown*).
    """
    publication = publications.active_of(db, post_id)
    if publication is None or publication.released_at:
        return None
    post = posts.find(db, post_id)
    what = domain.fate(publication, post)
    if what is Fate.FOLLOW and post is not None:
        moved = _moved(deps, publication, post)
        if moved.due == publication.due or moved.due > now:
            return publications.save(db, moved)
        what = Fate.DROP  # to a time that has passed: nobody said "now"
    if what is Fate.DROP:
        ended = replace(publication, state=State.WITHDRAWN, problem=Problem.CHANGED)
        publications.save(db, ended)
        ledger.record(db, by or "lucka", "post.publishing_withdrawn", f"post:{post_id}", now=now)
        if not (is_shown and by == publication.who):
            tell(db, deps, ended, now)
        return ended
    return publication


def _moved(deps: Deps, publication: Publication, post: Post) -> Publication:
    """Return the publication with the time that *post* has now, if it goes by that."""
    due = post.slot.starts(deps.settings.timezone)
    if not publication.is_planned or due == publication.due:
        return replace(publication, revision=post.revision)
    return replace(publication, revision=post.revision, due=due, next_at=due)


def allowed(db: Database, deps: Deps, publication: Publication) -> Publication | None:
    """Return the publication as it is now if it may go out at this moment; else end it."""
    now = deps.now()
    current = publications.get(db, publication.id)
    if not current.is_active:
        return None
    if domain.fate(current, posts.find(db, current.post_id)) is Fate.FOLLOW:
        current = follow(db, deps, current.post_id, by=None, now=now) or current
        if not current.is_active or not current.is_due(now):
            return None
    problem = _objection(db, current, now)
    if problem:
        fail(db, deps, current, problem)
    return None if problem else current


def _objection(db: Database, publication: Publication, now: datetime) -> Problem | None:
    """Return why it may not go out at this moment, if it may not."""
    if domain.fate(publication, posts.find(db, publication.post_id)) is Fate.DROP:
        return Problem.CHANGED
    setting = publications.setting(db)
    allows = setting.allows(publication.who, team.load(db))
    if not allows or publication.outlet_id != setting.outlet_id:
        return Problem.FORBIDDEN
    if domain.is_late(publication, now):
        return publication.problem or Problem.LATE
    return None


def fail(
    db: Database, deps: Deps, publication: Publication, problem: Problem, *, code: str = ""
) -> Publication:
    """End a publication that cannot go out, and say why and what to do."""
    if not publication.is_active:  # withdrawn meanwhile
        return publication
    now = deps.now()
    failed = replace(publication, state=State.FAILED, problem=problem, code=code)
    publications.save(db, failed)
    subject = f"post:{failed.post_id}"
    ledger.record(db, "lucka", "post.publishing_failed", subject, now=now, problem=problem)
    refresh.plan_changed(db, deps, now)
    tell(db, deps, failed, now)
    return failed


def tell(db: Database, deps: Deps, publication: Publication, now: datetime) -> None:
    """Tell whoever decided it what became of it, once and directly."""
    post = posts.get(db, publication.post_id)
    body = view.outcome(deps.words, publication, post)
    key = f"publish:{publication.id}"
    outbox.put(db, key, publication.who, body, now=now)
