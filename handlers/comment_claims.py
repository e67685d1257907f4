"""Who has a comment: handed over, taken from a colleague; and that no answer is needed.

Whoever gets a comment, or loses one, is told once, in private.
"""

from collections.abc import Mapping
from datetime import timedelta
from functools import partial
from typing import Any

from slack_bolt import Ack, App
from sqlite_utils import Database

from bot.deps import Deps
from bot.domain.comments import Act, Relayed, Unneeded
from bot.domain.errors import Refusal
from bot.domain.members import MemberKind
from bot.domain.team import check_works
from bot.store import comments, ledger, outbox, presence, team
from bot.store.db import stamp
from bot.store.ledger import Act as Recorded
from bot.views import comment_claims as view
from bot.views import comments as comments_view
from bot.views import presence as presence_view
from bot.views.blocks import Message
from bot.views.comments import Reader
from bot.views.forms import CommentOrigin
from handlers import presence as away
from handlers import tagging
from handlers.answering import actor, deciding, instead, place, submitting, tell, whispering
from handlers.comment_card import one, reader_of
from handlers.comments import carry_out, offering
from handlers.forms import check_shown, open_form, origin_of
from handlers.gate import known
from handlers.picked import Stale, picked

UNDO_LIFE = timedelta(minutes=10)
"""How long taking a comment from a colleague can be undone."""


class ReceiverNotMember(Refusal):
    """Refuse to hand a comment to a guest, an app or somebody who has left."""

    kind = "refusal-receiver-not-member"
    field = view.PERSON


class ReceiverNotInTeam(Refusal):
    """Refuse to hand a comment to somebody who is not in the team."""

    kind = "refusal-receiver-not-in-team"
    field = view.PERSON


class NotYours(Refusal):
    """Refuse to put back what one does not have (any more)."""

    kind = "refusal-comment-not-yours"


class UndoneTooLate(Refusal):
    """Refuse to give back what was taken long ago, or has changed hands since."""

    kind = "refusal-comment-undo-late"


def register(app: App, deps: Deps) -> None:
    """Put the listeners on *app*."""
    app.action(view.HAND_OVER)(partial(ask, deps, view.HAND_OVER))
    app.action(view.UNNEED)(partial(ask, deps, view.UNNEED))
    app.view(view.HAND_OVER_SAVE)(partial(hand_over, deps))
    app.view(view.UNNEED_SAVE)(partial(unneed, deps))
    app.action(view.DECLINE)(partial(decline, deps))
    app.action(view.TAKE_OVER)(partial(take_over, deps))
    app.action(view.GIVE_BACK)(partial(give_back, deps))


def ask(deps: Deps, act: str, ack: Ack, body: dict[str, Any]) -> None:
    """Open the form that asks who gets it, or why no answer is needed."""
    with whispering(deps, ack, body):
        with deps.reading() as db:
            check_works(team.load(db), actor(body) or "")
            shown = one(deps, db, picked(body))
            reader = reader_of(deps, db, shown.people())
            origin = CommentOrigin(place(body), comment=shown.comment.id)
            if act == view.UNNEED:
                opened = view.unneed_form(reader, shown, origin)
            else:
                opened = view.hand_over_form(reader, shown, _away(deps, db), origin)
        open_form(deps, body, opened)


def hand_over(deps: Deps, ack: Ack, body: dict[str, Any]) -> None:
    """Hand it over to a colleague in the team, and tell them."""
    with submitting(deps, ack, body, view.PERSON):
        check_shown(body, view.PERSON)
        comment_id = _about(body)
        to = view.read(body["view"]["state"], view.PERSON)
        if not to or known(deps, to).kind is not MemberKind.MEMBER:
            raise ReceiverNotMember
        with deciding(deps, body) as db:
            if not team.load(db).works(to):
                raise ReceiverNotInTeam
            who = actor(body) or ""
            carry_out(deps, db, Act.HAND_OVER, comment_id, who, to)
            shown, reader = _seen(deps, db, comment_id, who)
            _put(deps, db, _key("handed", shown), to, view.handed(reader, shown, who))
            said = view.handed_over(reader, shown, "\n".join(_away(deps, db, to)))
            tell(deps, db, body, said)


def decline(deps: Deps, ack: Ack, body: dict[str, Any]) -> None:
    """Put back what one was given, and tell who gave it."""
    with whispering(deps, ack, body):
        comment_id, who = picked(body), actor(body) or ""
        with deciding(deps, body) as db:
            given = _last(db, comment_id, Act.HAND_OVER, to=who)
            if given is None or not carry_out(deps, db, Act.DECLINE, comment_id, who):
                raise NotYours
            shown, reader = _seen(deps, db, comment_id, who)
            _put(deps, db, _key("handed", shown, given), who, view.declined(reader, shown))
            said = view.returned(reader, shown, who)
            _put(deps, db, _key("returned", shown, given), given.who, said)


def take_over(deps: Deps, ack: Ack, body: dict[str, Any]) -> None:
    """Take it from the colleague whom the button names, and tell them."""
    comment_id, owner = view.read_owner_value(picked(body))
    with whispering(deps, ack, body), offering(deps, body):
        who = actor(body) or ""
        with deciding(deps, body) as db:
            before = comments.find(db, comment_id)
            act = Act.TAKE_OVER if before and before.owner else Act.CLAIM
            is_news = carry_out(deps, db, act, comment_id, who, owner)
            shown, reader = _seen(deps, db, comment_id, who, owner)
            if act is Act.CLAIM or not is_news:
                tell(deps, db, body, comments_view.did(deps.words, Act.CLAIM, shown))
                return
            _put(deps, db, _key("taken", shown), owner, view.taken_from(reader, shown))
            tell(deps, db, body, view.took(reader, shown, owner))


def give_back(deps: Deps, ack: Ack, body: dict[str, Any]) -> None:
    """Undo taking it from a colleague, for some minutes and while nothing else was done."""
    with whispering(deps, ack, body):
        comment_id, who = picked(body), actor(body) or ""
        with deciding(deps, body) as db:
            taking = _last(db, comment_id, Act.TAKE_OVER)
            if taking is None or taking.who != who or deps.now() - taking.at > UNDO_LIFE:
                raise UndoneTooLate
            former = taking.detail["owner"]
            if not carry_out(deps, db, Act.GIVE_BACK, comment_id, who, former):
                raise UndoneTooLate
            shown, reader = _seen(deps, db, comment_id, who)
            _put(deps, db, _key("taken", shown, taking), former, view.regained(reader, shown, who))
            instead(deps, db, body, view.gave_back(reader, shown))


def unneed(deps: Deps, ack: Ack, body: dict[str, Any]) -> None:
    """Finish it without an answer, for a reason from the list."""
    with submitting(deps, ack, body, view.REASON):
        check_shown(body, view.REASON)
        comment_id = _about(body)
        reason = view.read(body["view"]["state"], view.REASON)
        if reason not in set(Unneeded):
            raise Stale
        with deciding(deps, body) as db:
            carry_out(deps, db, Act.UNNEED, comment_id, actor(body) or "", reason)
            shown = one(deps, db, comment_id)
            asks = tagging.rows(deps, db, comment_id)
            tell(deps, db, body, comments_view.did(deps.words, Act.UNNEED, shown, asks))


def _about(body: Mapping[str, Any]) -> str:
    """Return the comment that a submitted form is about."""
    origin = origin_of(body)
    if not isinstance(origin, CommentOrigin):
        raise Stale
    return origin.comment


def _seen(deps: Deps, db: Database, comment_id: str, *people: str) -> tuple[Relayed, Reader]:
    """Return the comment as it is now, and how it is told with *people* named."""
    shown = one(deps, db, comment_id)
    return shown, reader_of(deps, db, shown.people() | set(people))


def _away(deps: Deps, db: Database, *people: str) -> list[str]:
    """Tell who of the team is away today; of *people*, if some are asked about."""
    today, named = deps.today(), team.load(db)
    gone = [each for each in presence.absences(db, today) if each.start <= today]
    those = [e for e in gone if (e.user in people if people else named.works(e.user))]
    found = away.known(deps, db, people)
    return [presence_view.line(deps.words, each, found) for each in those]


def _last(db: Database, comment_id: str, act: Act, **detail: str) -> Recorded | None:
    """Return the last *act* on a comment, if it is the last thing that was decided about whose it is."""
    acts = [each for each in ledger.acts(db, f"comment:{comment_id}") if each.act in _WHOSE]
    last = acts[-1] if acts else None
    is_it = last and last.act == act.recorded and detail.items() <= last.detail.items()
    return last if is_it else None


_WHOSE = {
    act.recorded for act in (Act.CLAIM, Act.RELEASE, Act.HAND_OVER, Act.DECLINE, Act.SOS, Act.LAPSE)
} | {Act.TAKE_OVER.recorded, Act.GIVE_BACK.recorded}


def _key(what: str, shown: Relayed, act: Recorded | None = None) -> str:
    """Return the outbox's key of the private word about *act*, or about what is decided now."""
    at = act.at if act else shown.relay.claimed_at
    return f"{what}:{shown.comment.id}:{stamp(at) if at else ''}"


def _put(deps: Deps, db: Database, key: str, user: str, message: Message) -> None:
    outbox.put(db, key, user, message, now=deps.now())
