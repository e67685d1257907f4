"""Keep a copy of the picture of a comment before the comment is hidden or removed.

Without one only what the law forbids is acted upon; that there is none is then noted. The network is
used outside any transaction, by the thread that writes on the page.
"""

import logging

from bot.deps import Deps
from bot.domain.comment_rules import RuleKind
from bot.domain.comments import LUCKA
from bot.domain.copies import Picture, PictureUnread
from bot.domain.moderation import Case
from bot.domain.page import PageTrouble
from bot.integrations.facebook import GraphPage
from bot.integrations.facebook_errors import GraphError
from bot.store import copies, ledger
from bot.store.page import find_comments

log = logging.getLogger(__name__)

_TOLD_BY_THE_ACT = frozenset({PageTrouble.GONE, PageTrouble.TOKEN})
"""What the act itself fails by, too, which then says so."""

ATTEMPTS = 2
"""How often a picture is asked for before that is a failure."""


def keep(deps: Deps, page: GraphPage, case: Case) -> str | None:
    """Keep what is to be kept; return the code of why nothing may be done, None where it may.

    Raises GraphError where the page is to be asked again.
    """
    if not _is_wanted(deps, case):
        return None
    try:
        picture = _picture(page, case)
    except PictureUnread as trouble:
        return _missed(deps, case, str(trouble))
    if picture is not None:
        with deps.transaction() as db:
            copies.keep(db, case.id, picture, now=deps.now())
    return None


def _is_wanted(deps: Deps, case: Case) -> bool:
    """Tell whether something came with the comment of which no copy was tried."""
    with deps.reading() as db:
        comment = find_comments(db, [case.comment_id])[case.comment_id]
        return comment.attachment is not None and not copies.of(db, [case.id])


def _picture(page: GraphPage, case: Case, attempt: int = 1) -> Picture | None:
    try:
        return page.picture_of(case.comment_id)
    except PictureUnread:
        if attempt == ATTEMPTS:
            raise
        return _picture(page, case, attempt + 1)
    except GraphError as error:
        if error.kind in _TOLD_BY_THE_ACT:
            return None
        if error.kind in (PageTrouble.RETRY, PageTrouble.SLOW_DOWN):
            raise
        raise PictureUnread(str(error.code or error.status or error.kind)) from None


def _missed(deps: Deps, case: Case, trouble: str) -> str | None:
    """Refuse, unless it is for the law: then note what is missing."""
    log.warning("moderation: no copy of the picture for case %s (%s)", case.id, trouble)
    if case.kind is RuleKind.PAGE:
        return trouble
    subject, rule = f"comment:{case.comment_id}", str(case.rule_id or "other")
    with deps.transaction() as db:
        copies.miss(db, case.id, trouble, now=deps.now())
        act = "comment.copy_failed"
        ledger.record(db, LUCKA, act, subject, now=deps.now(), case=str(case.id), rule=rule)
    return None
