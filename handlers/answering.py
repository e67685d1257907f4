"""Refusals and surprises become replies; every decision is stored once.

`replying` wraps the work that a command asks for, `whispering` a click's or an event's, and
`submitting` a form's. What there is to say to whoever acted is a private word through the outbox.
"""

import logging
from collections.abc import Iterator, Mapping
from contextlib import contextmanager, suppress
from datetime import datetime
from typing import Any

from slack_bolt import Ack
from sqlite_utils import Database

from bot.deps import Deps
from bot.domain.errors import Refusal
from bot.domain.nags import GapFilled
from bot.domain.team import ReadsOnly, check_acts
from bot.store import inbox, ledger, members, outbox, team
from bot.views import gaps
from bot.views import refusals as view
from bot.views.blocks import Message
from bot.views.forms import unpack

log = logging.getLogger(__name__)


class Repeated(Exception):
    """A command, an event or a submitted form comes that has been decided before."""


class AskAgain(Exception):
    """A form was submitted that is to be shown once more, as *view*, before it counts."""

    def __init__(self, view: dict[str, Any]) -> None:
        super().__init__(view["callback_id"])
        self.view = view


@contextmanager
def deciding(deps: Deps, body: Mapping[str, Any]) -> Iterator[Database]:
    """Yield the transaction in which *body* is decided; raise Repeated if it has been.

    Its id is stored with the decision, or a command taken out of the inbox, so that neither a
    crash nor a repetition can come between them. Clicks have no id; Slack does not repeat them.
    Whoever only reads decides nothing; what changes nothing that others see is `taking`.
    """
    with taking(deps, body) as db:
        check_acts(team.load(db), actor(body) or "")
        yield db


@contextmanager
def taking(deps: Deps, body: Mapping[str, Any]) -> Iterator[Database]:
    """Yield the transaction in which *body* is answered, whoever caused it."""
    with deps.transaction() as db:
        if not _is_first(db, body, deps.now()):
            raise Repeated
        yield db
    deps.wake()


@contextmanager
def replying(deps: Deps, command: Mapping[str, Any]) -> Iterator[None]:
    """Answer a command that was kept, whatever happens, and let it be done with."""
    try:
        yield
    except Refusal as refusal:
        whisper(deps, command, refused(deps, refusal))
    except Repeated:
        pass
    except Exception:
        log.exception("a command failed")
        whisper(deps, command, view.surprise(deps.words))
    with suppress(Repeated), taking(deps, command):
        """Take out of the inbox what only opened a form."""


@contextmanager
def whispering(deps: Deps, ack: Ack, body: Mapping[str, Any]) -> Iterator[None]:
    """Acknowledge a click or an event; refusals and surprises are told to who acted, alone.

    A refusal is a decision: an event that was refused is not decided anew when Slack repeats it.
    One that fails for an unknown reason is not acknowledged, so that Slack sends it again.
    """
    try:
        yield
    except Repeated:
        pass
    except Refusal as refusal:
        whisper(deps, body, refused(deps, refusal))
    except Exception:
        if body.get("event_id"):
            raise  # logged by the app
        log.exception("a listener failed")
        whisper(deps, body, view.surprise(deps.words))
    ack()


@contextmanager
def submitting(deps: Deps, ack: Ack, body: Mapping[str, Any], block_id: str) -> Iterator[None]:
    """Close a submitted form when all went well, or had gone well before; else show why not.

    A refusal is shown beside its field if the form has it, else beside *block_id*: Slack shows
    nothing at all of an answer that names a field which is not there.
    """
    try:
        with suppress(Repeated):
            yield
        ack()
    except AskAgain as asked:
        ack(response_action="update", view=asked.view)
    except Refusal as refusal:
        words = refused(deps, refusal)["text"]
        ack(response_action="errors", errors={_beside(body, refusal) or block_id: words})
    except Exception:
        log.exception("a form failed")
        ack(response_action="errors", errors={block_id: view.surprise(deps.words)["text"]})


def tell(deps: Deps, db: Database, body: Mapping[str, Any], message: Message) -> None:
    """Tell whoever caused *body* something, where they are and for their eyes only."""
    user, channel = actor(body), place(body)
    if user is None:
        return
    key = f"note:{_id(body) or body.get('trigger_id') or ''}:{user}"
    if channel is None:  # a home tab, or a form opened from there: there is only the direct message
        outbox.put(db, key, user, message, now=deps.now())
    else:
        url = body.get("response_url") if "command" in body else None
        outbox.note(db, key, channel, user, message, now=deps.now(), url=url)


def instead(deps: Deps, db: Database, body: Mapping[str, Any], message: Message) -> None:
    """Tell whoever clicked something in the place of the private word that they clicked on.

    Where Slack gives no address for that, it is told anew.
    """
    user, channel, url = actor(body), place(body), body.get("response_url")
    if user is None or channel is None or not url:
        tell(deps, db, body, message)
    else:
        key = f"note:{body.get('trigger_id') or ''}:{user}"
        said = {**message, "replace_original": True}
        outbox.note(db, key, channel, user, said, now=deps.now(), url=url)


def whisper(deps: Deps, body: Mapping[str, Any], message: Message) -> None:
    """Tell whoever caused *body* something where nothing else is decided."""
    with suppress(Repeated), taking(deps, body) as db:
        tell(deps, db, body, message)


def refused(deps: Deps, refusal: Refusal) -> Message:
    """Say why something is not done; who could do it instead is named, a post in the way shown."""
    if isinstance(refusal, ReadsOnly):
        with deps.reading() as db:
            known = members.names(db, [str(refusal.values["who"])])
        name = next(iter(known.values()), deps.words("reads-only-somebody"))
        refusal = ReadsOnly(who=name)
    said = view.refusal(deps.words, refusal, today=deps.today())
    if isinstance(refusal, GapFilled):
        return gaps.filled(deps.words, said, refusal.values["post_id"])
    return said


def actor(body: Mapping[str, Any]) -> str | None:
    """Return the id of the person behind a command, a click, a form or an event."""
    event = body.get("event") or {}
    user = body.get("user_id") or (body.get("user") or {}).get("id") or event.get("user")
    return user if isinstance(user, str) else None


def place(body: Mapping[str, Any]) -> str | None:
    """Return the channel in which it happened, or None where there is none."""
    event = body.get("event") or {}
    found = (
        body.get("channel_id")
        or (body.get("channel") or {}).get("id")
        or (event.get("item") or {}).get("channel")
        or event.get("channel")
    )
    return found if isinstance(found, str) else _opened_in(body)


def _beside(body: Mapping[str, Any], refusal: Refusal) -> str | None:
    """Return the field of the form that a *refusal* is about, if the form has it."""
    field = getattr(refusal, "field", None)
    return field if field in body["view"]["state"]["values"] else None


def _opened_in(body: Mapping[str, Any]) -> str | None:
    """Return the channel in which a form was opened; a former version's form may not say so."""
    with suppress(KeyError, TypeError, ValueError):
        return unpack(body["view"]["private_metadata"]).channel
    return None


def _is_first(db: Database, body: Mapping[str, Any], now: datetime) -> bool:
    """Say whether *body* is decided for the first time, and remember that it is."""
    if "command" in body:
        return inbox.take(db, body["trigger_id"])
    known_by = _id(body)
    return known_by is None or ledger.first_time(db, known_by, now=now)


def _id(body: Mapping[str, Any]) -> str | None:
    """Return the id of what may come twice: an event's, or a submitted form's."""
    view = body.get("view") if body.get("type") == "view_submission" else None
    return f"form:{view['id']}" if view and view.get("id") else body.get("event_id")
