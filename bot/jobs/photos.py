"""Bring the pictures of a publication to the page, one at a time, before the post is created.

A picture is fetched from Slack when it is to go out, looked at, and brought unpublished: nobody
sees it before a post shows it, and one that none comes to show vanishes. So where nobody knows
whether it came there, it is brought once more; only the id that was kept is ever shown.
"""

import logging
from dataclasses import replace

from bot.deps import Deps
from bot.domain import publishing as domain
from bot.domain.page import PageTrouble
from bot.domain.photos import LARGEST, format_of
from bot.domain.publishing import Picture, Problem, Publication
from bot.domain.waiting import again
from bot.integrations.facebook import GraphPage
from bot.integrations.facebook_errors import GraphError
from bot.integrations.slack import SlackTrouble
from bot.integrations.slack_files import FileClosed, FileGone, FileTooLarge
from bot.jobs.publications import allowed, fail
from bot.jobs.publish_problems import AGAIN, problem_of
from bot.store import publications

log = logging.getLogger(__name__)

_OF_THE_PICTURE = frozenset({Problem.REFUSED, Problem.GONE})
"""What means, where a picture was refused, just that."""


class UnfitError(Exception):
    """What was fetched is no picture that the page takes."""


FILE_PROBLEMS = {
    FileGone: Problem.PHOTO_GONE,
    FileClosed: Problem.PHOTO_CLOSED,
    FileTooLarge: Problem.PHOTO_LARGE,
    UnfitError: Problem.PHOTO_UNFIT,
}


def upload(deps: Deps, page: GraphPage, publication: Publication) -> Publication | None:
    """Bring the next picture, and keep what the page calls it."""
    with deps.transaction() as db:
        current = allowed(db, deps, publication)
        if current is None or current.next_picture is None:
            return current
        picture = current.next_picture
        if current.tries >= domain.MOST_UPLOADS:
            return fail(db, deps, current, Problem.PHOTO_STUCK, code=picture.name)
        current = replace(current, tries=current.tries + 1, problem=None)
        publications.save(db, current)
    try:
        photo_id = _brought(deps, page, picture)
    except GraphError as error:
        return _refused(deps, current, picture, error)
    except SlackTrouble as trouble:
        log.warning("picture: not fetched: %s (%s)", trouble.code, trouble.outcome)
        return _later(deps, current, trouble.wait)
    except tuple(FILE_PROBLEMS) as error:
        with deps.transaction() as db:
            current = publications.get(db, publication.id)
            return fail(db, deps, current, FILE_PROBLEMS[type(error)], code=picture.name)
    return _kept(deps, current, picture, photo_id)


def _brought(deps: Deps, page: GraphPage, picture: Picture) -> str:
    data = deps.slack.fetch(picture.file, most=LARGEST, of=picture.by)
    mime = format_of(data)
    if mime is None:
        raise UnfitError
    name = f"{picture.file}.{mime.rpartition('/')[2]}"  # what people call it concerns nobody there
    return page.upload_photo(name, data, mime, picture.alt)


def _kept(deps: Deps, publication: Publication, picture: Picture, photo_id: str) -> Publication:
    with deps.transaction() as db:
        current = publications.get(db, publication.id)
        there = replace(picture, page_photo_id=photo_id)
        pictures = list(current.pictures)
        pictures[pictures.index(picture)] = there
        return publications.save(db, replace(current, pictures=tuple(pictures), tries=0))


def _refused(
    deps: Deps, publication: Publication, picture: Picture, error: GraphError
) -> Publication | None:
    """Decide what follows from a picture that the page did not take, or did not say it took."""
    log.warning("page: picture not taken: %s", error)
    if error.kind is PageTrouble.RETRY:
        return _later(deps, publication, 0)
    if error.kind is PageTrouble.SLOW_DOWN:  # it says itself when to come back: no attempt
        return _later(deps, replace(publication, tries=0), error.wait_seconds or 0, Problem.SLOW)
    problem, code = problem_of(error), str(error.code or error.status)
    if problem in _OF_THE_PICTURE:
        problem, code = Problem.PHOTO_REFUSED, f"{picture.name}, {code}"
    with deps.transaction() as db:
        current = publications.get(db, publication.id)
        return fail(db, deps, current, problem, code=code)


def _later(
    deps: Deps, publication: Publication, wait: float, problem: Problem | None = None
) -> Publication:
    """Try again later, and later each time: ten tries last some eleven minutes."""
    now = deps.now()
    with deps.transaction() as db:
        current = publications.get(db, publication.id)
        next_at = again(now, AGAIN * max(publication.tries, 1), wait)
        waits = replace(current, next_at=next_at, tries=publication.tries, problem=problem)
        return publications.save(db, waits)
