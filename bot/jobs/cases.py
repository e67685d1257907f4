"""What is said about a case: the question to a second person, and the outcome to who decided."""

from collections.abc import Collection
from datetime import datetime

from sqlite_utils import Database

from bot.deps import Deps
from bot.domain import moderation as domain
from bot.domain.moderation import Case, State
from bot.jobs import publish, readers, relay
from bot.store import comments, copies, members, moderation, outbox, presence, team
from bot.views import comment_cases as view


def reminder_key(case: Case) -> str:
    """Name the message that asks for a second person once more."""
    return f"moderation:{case.id}:reminder"


def told_key(case: Case) -> str:
    """Name the message to whoever decided."""
    return f"moderation:{case.id}:told"


def second_people(deps: Deps, db: Database, who: str, *, now: datetime) -> tuple[str, ...]:
    """Return who may say yes to what *who* wants, of those who are there at *now*."""
    local = deps.local(now)
    there = presence.load(db, local.date())
    return domain.second_people(team.load(db), there, who, local=local)


def second_named(deps: Deps, db: Database, who: str, *, now: datetime) -> str:
    """Name those who would be asked to say yes to what *who* wants; "" where nobody is there."""
    called = sorted(second_people(deps, db, who, now=now))[: view.CALLED]
    *others, last = sorted(members.names(db, called).values()) or [""]
    return deps.words("moderation-and", others=", ".join(others), last=last) if others else last


def show_request(
    deps: Deps,
    db: Database,
    case: Case,
    *,
    now: datetime,
    called: Collection[str] = (),
    again: bool = False,
) -> None:
    """Ask in the comment's thread for a second person, or show there what became of the question.

    Those *called* hear of it, also when it is asked *again*; a message that is changed calls nobody.
    """
    keys = [f"moderation:{case.id}", reminder_key(case)]
    if case.state is State.ASKED:
        keys = keys[1:] if again else keys[:1]
    else:
        keys = [key for key in keys if outbox.holds(db, key)]
    if not keys:
        return
    (shown,) = comments.relayed(db, [case.comment_id])
    reader = readers.in_channel(deps, db, case.people(), now=now)
    body = view.request(reader, case, shown, called, again=again)
    for key in keys:
        relay.put_in_thread(deps, db, case.comment_id, key, body, now=now)


def show_again(deps: Deps, db: Database, *, now: datetime) -> None:
    """Show anew the questions that wait, as the channel may be told of them now."""
    for case in moderation.asked(db):
        called = second_people(deps, db, case.who, now=now)
        for key, again in ((f"moderation:{case.id}", False), (reminder_key(case), True)):
            if outbox.holds(db, key):
                show_request(deps, db, case, now=now, called=called, again=again)


def tell(deps: Deps, db: Database, case: Case, *, now: datetime) -> None:
    """Tell who decided it, directly, what has become of it; of a vain undoing who wanted that."""
    is_vain = case.state is State.DONE and case.undone_by is not None
    who, key = (case.undone_by, f"moderation:{case.id}:undo") if is_vain else (None, told_key(case))
    (shown,) = comments.relayed(db, [case.comment_id])
    page = publish.page_name(db, deps) or deps.words("moderation-page-nameless")
    is_saved = case.id in moderation.saved(db, [case.id])
    kept = copies.of(db, [case.id]).get(case.id, [])
    reader = readers.alone(deps, db, case.people(), now=now)
    body = view.outcome(reader, case, shown, page=page, is_saved=is_saved, copies=kept)
    outbox.put(db, key, who or case.who, body, now=now)
