"""Carry out what people decided to publish: the one thread that writes on the page.

Every step is noted before the network is used and recorded after it, so that whatever is
interrupted goes on with a look at the page. Before a post is created and before it is made visible
it is asked once more whether it may still go out: the setting, the person, the post, the hour.
"""

import logging
from dataclasses import replace

from sqlite_utils import Database

from bot import trail
from bot.deps import Deps
from bot.domain import acts
from bot.domain import publishing as domain
from bot.domain.page import PageTrouble
from bot.domain.publishing import Problem, Publication, State, Step
from bot.domain.waiting import again
from bot.integrations.facebook import GraphPage
from bot.integrations.facebook_errors import GraphError
from bot.jobs import photos, refresh
from bot.jobs.publications import allowed, fail, tell
from bot.jobs.publish_problems import AGAIN, problem_of
from bot.store import answers, ledger, posts, publications

log = logging.getLogger(__name__)

IDLE_SECONDS = 3600.0  # whoever decides something wakes us
LOOK_SECONDS = 2.0  # how soon the clock is read again while something waits: it may jump


def drain(deps: Deps) -> float:
    """Do all that is due; return the seconds until there may be more."""
    if deps.page is None:
        return IDLE_SECONDS
    with deps.reading() as db:
        waiting = publications.active(db)
        is_asked = publications.outlet(db) is not None or answers.setting(db).is_on
        is_nameless = is_asked and page_name(db, deps) is None
    if is_nameless and not waiting:  # else a page that says no would be asked every moment
        _learn_name(deps, deps.page)
    for publication in waiting:
        with trail.followed(publication.trail):
            _carry(deps, deps.page, publication)
        deps.wake()
    with deps.reading() as db:
        return LOOK_SECONDS if publications.active(db) else IDLE_SECONDS


def page_name(db: Database, deps: Deps) -> str | None:
    """Return what the page is called, as far as it has told us."""
    return ledger.fact(db, _name_fact(deps.page)) if deps.page else None


def forget_name(db: Database, deps: Deps) -> None:
    """Ask the page anew what it is called."""
    if deps.page:
        ledger.drop_fact(db, _name_fact(deps.page))


def _carry(deps: Deps, page: GraphPage, publication: Publication) -> None:
    """Go on with one publication as far as that is possible now."""
    current: Publication | None = publication
    while current and current.is_active and current.is_due(deps.now()):
        current = STEPS[current.step](deps, page, current)


def _learn_name(deps: Deps, page: GraphPage) -> None:
    """Ask the page what it is called: people confirm it by name."""
    try:
        name = page.whoami().name
    except GraphError as error:
        log.warning("page: does not tell its name: %s", error)
        return
    with deps.transaction() as db:
        ledger.set_fact(db, _name_fact(page), name)


def _name_fact(page: GraphPage) -> str:
    return f"page:{page.page_id}:name"


def _create(deps: Deps, page: GraphPage, publication: Publication) -> Publication | None:
    with deps.transaction() as db:
        current = allowed(db, deps, publication)
        if current is None:
            return None
        now = deps.now()
        current = replace(current, tried_at=now, tries=current.tries + 1, looks=0, problem=None)
        publications.save(db, current)
    try:
        brought = [picture.page_photo_id or "" for picture in current.pictures]
        made = page.create_unpublished(*current.outward, brought)
    except GraphError as error:
        return _cope(deps, current, error)
    return _created(deps, current, made)


def _look(deps: Deps, page: GraphPage, publication: Publication) -> Publication | None:
    """Find out whether the last attempt stands on the page; not found twice, it never came."""
    try:
        drafts = page.drafts()
    except GraphError as error:
        return _unreadable(deps, publication, error)
    with deps.reading() as db:
        taken = publications.page_posts(db)
    found = domain.own_draft(drafts, publication, taken)
    if found:
        return _created(deps, publication, found.id)
    with deps.transaction() as db:
        current = publications.get(db, publication.id)
        looks = current.looks + 1
        if looks < domain.ENOUGH_LOOKS:
            now = deps.now()
            then = min(current.tried_at or now, now) + domain.SECOND_LOOK
            current = replace(current, looks=looks, next_at=max(then, now + AGAIN))
            return publications.save(db, current)
        current = replace(current, looks=looks, tried_at=None)
        if current.tries >= domain.MOST_TRIES:
            return fail(db, deps, current, Problem.NOWHERE)
        return publications.save(db, current)


def _release(deps: Deps, page: GraphPage, publication: Publication) -> Publication | None:
    with deps.transaction() as db:
        current = allowed(db, deps, publication)
        if current is None:
            return None
        current = publications.save(db, replace(current, released_at=deps.now(), problem=None))
    return _make_visible(deps, page, current)


def _confirm(deps: Deps, page: GraphPage, publication: Publication) -> Publication | None:
    """See whether the post is visible, and where; if it is not, make it so, if that is allowed."""
    try:
        shown = page.draft(publication.page_post_id or "")
    except GraphError as error:
        return _unseen(deps, publication, error)
    if shown.is_published:
        return _published(deps, publication, shown.permalink)
    with deps.transaction() as db:
        if publication.state is State.RELEASED:  # it said yes a moment ago: what we read may lag
            again = replace(publication, state=State.CREATED, next_at=deps.now() + AGAIN)
            return publications.save(db, again)
        current = allowed(db, deps, publication)
        if current is None:
            return None
    return _make_visible(deps, page, current)


STEPS = {
    Step.UPLOAD: photos.upload,
    Step.CREATE: _create,
    Step.LOOK: _look,
    Step.RELEASE: _release,
    Step.CONFIRM: _confirm,
}


def _make_visible(deps: Deps, page: GraphPage, current: Publication) -> Publication | None:
    try:
        page.release(current.page_post_id or "")
    except GraphError as error:
        return _cope(deps, current, error)
    with deps.transaction() as db:
        now = deps.now()
        return publications.save(db, replace(current, state=State.RELEASED, next_at=now))


def _created(deps: Deps, publication: Publication, page_post_id: str) -> Publication:
    """Record what stands on the page, also of what was withdrawn meanwhile: it may be wanted yet."""
    with deps.transaction() as db:
        current = publications.get(db, publication.id)
        state = State.CREATED if current.is_active else current.state
        current = replace(current, page_post_id=page_post_id, state=state, next_at=deps.now())
        return publications.save(db, current)


def _published(deps: Deps, publication: Publication, permalink: str | None) -> Publication:
    """Note that it is out, and tell whoever decided it."""
    now = deps.now()
    with deps.transaction() as db:
        current = replace(
            publications.get(db, publication.id),
            state=State.PUBLISHED,
            permalink=permalink,
            problem=None,
        )
        publications.save(db, current)
        post = posts.get(db, current.post_id)
        if post.is_open:
            posts.update(db, acts.published(post, permalink, now=now), who=current.who)
            subject = f"post:{post.id}"
            page_post = current.page_post_id or ""
            ledger.record(db, current.who, "post.published", subject, now=now, page_post=page_post)
            refresh.plan_changed(db, deps, now)
        tell(db, deps, current, now)
    return current


def _cope(deps: Deps, publication: Publication, error: GraphError) -> Publication | None:
    """Decide what follows from a refused or unanswered write."""
    log.warning("page: not written: %s", error)
    now = deps.now()
    with deps.transaction() as db:
        current = publications.get(db, publication.id)
        if error.kind is PageTrouble.RETRY:  # it may have been done: the next step looks
            return publications.save(db, replace(current, next_at=now + AGAIN))
        if current.page_post_id is None:
            current = replace(current, tried_at=None)  # it certainly was not
        if error.kind is PageTrouble.SLOW_DOWN:
            then = again(now, AGAIN, error.wait_seconds)
            waits = replace(current, next_at=then, problem=Problem.SLOW)
            return publications.save(db, waits)
        return fail(db, deps, current, problem_of(error), code=str(error.code or error.status))


def _unreadable(deps: Deps, publication: Publication, error: GraphError) -> Publication | None:
    """Wait for the page to be readable; without knowing, nothing is created anew."""
    now = deps.now()
    with deps.transaction() as db:
        current = publications.get(db, publication.id)
        if current.is_active and domain.is_late(current, now):
            problem = Problem.LATE if error.kind is PageTrouble.RETRY else problem_of(error)
            return fail(db, deps, current, problem, code=str(error.code or error.status or ""))
        then = again(now, AGAIN, error.wait_seconds)
        return publications.save(db, replace(current, next_at=then))


def _unseen(deps: Deps, publication: Publication, error: GraphError) -> Publication | None:
    """Go on without the address of what is out; ask a person where not even that is known."""
    now = deps.now()
    since = publication.released_at or now
    lasting = error.kind not in (PageTrouble.RETRY, PageTrouble.SLOW_DOWN)
    if publication.state is State.RELEASED and (lasting or now - since > domain.LINKLESS):
        return _published(deps, publication, None)
    with deps.transaction() as db:
        current = publications.get(db, publication.id)
        if lasting or now - since > domain.LATE:
            problem = Problem.GONE if error.kind is PageTrouble.GONE else Problem.UNSURE
            return fail(db, deps, current, problem, code=str(error.code or error.status or ""))
        then = again(now, AGAIN, error.wait_seconds)
        return publications.save(db, replace(current, next_at=then))
