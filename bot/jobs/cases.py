"""What is said about a case: the question to a second person, and the outcome to who decided."""

from collections.abc import Collection
from datetime import datetime

from sqlite_utils import Database

from bot.deps import Deps
from bot.domain.moderation import Case, State
from bot.jobs import exposure, publish, relay
from bot.store import comments, members, moderation, outbox
from bot.views import comment_cases as view
from bot.views.comments import Reader


def show_request(
    deps: Deps, db: Database, case: Case, *, now: datetime, called: Collection[str] = ()
) -> None:
    """Ask in the comment's thread for a second person, or show there what became of the question.

    Those *called* hear of it; a message that is changed calls nobody.
    """
    key = f"moderation:{case.id}"
    if case.state is not State.ASKED and not outbox.holds(db, key):
        return
    (shown,) = comments.relayed(db, [case.comment_id])
    body = view.request(_reader(deps, db, case, now), case, shown, called)
    relay.put_in_thread(deps, db, case.comment_id, key, body, now=now)


def tell(deps: Deps, db: Database, case: Case, *, now: datetime) -> None:
    """Tell who decided it, directly, what has become of it; of a vain undoing who wanted that."""
    is_vain = case.state is State.DONE and case.undone_by is not None
    who, part = (case.undone_by, "undo") if is_vain else (case.who, "told")
    (shown,) = comments.relayed(db, [case.comment_id])
    page = publish.page_name(db, deps) or deps.words("moderation-page-nameless")
    is_saved = case.id in moderation.saved(db, [case.id])
    body = view.outcome(_reader(deps, db, case, now), case, shown, page=page, is_saved=is_saved)
    outbox.put(db, f"moderation:{case.id}:{part}", who or case.who, body, now=now)


def _reader(deps: Deps, db: Database, case: Case, now: datetime) -> Reader:
    return Reader(
        deps.words,
        members.names(db, case.people()),
        deps.local(now).date(),
        deps.settings.timezone,
        exposure.discretion(db, exposure.relay_channel(deps)),
    )
