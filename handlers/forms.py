"""Forms: opened while the trigger lives, decided once, confirmed where they were opened."""

from collections.abc import Iterator, Mapping
from contextlib import contextmanager, suppress
from typing import Any

from slack_bolt import Ack
from sqlite_utils import Database

from bot.deps import Deps
from bot.domain.errors import Refusal
from bot.integrations.slack import SlackTrouble
from bot.store import outbox
from bot.views.blocks import Message
from bot.views.forms import Origin, unpack
from handlers.answering import Repeated, actor, deciding, submitting


class FormTooLate(Refusal):
    """Slack did not open the form, most often because its three seconds were over."""

    kind = "refusal-form-too-late"


def open_form(deps: Deps, body: Mapping[str, Any], view: dict[str, object]) -> None:
    """Open *view* for whoever caused *body*."""
    try:
        deps.slack.open_view(body["trigger_id"], view)
    except SlackTrouble as trouble:
        raise FormTooLate from trouble


def origin_of(body: Mapping[str, Any]) -> Origin:
    """Return what the submitted form remembered."""
    return unpack(body["view"]["private_metadata"])


@contextmanager
def submitted(deps: Deps, ack: Ack, block_id: str) -> Iterator[None]:
    """Close the form when all went well, or had gone well before; else show why not."""
    with submitting(deps, ack, block_id):
        with suppress(Repeated):
            yield
        ack()


@contextmanager
def deciding_form(deps: Deps, body: Mapping[str, Any]) -> Iterator[Database]:
    """Yield the transaction of a submission; a form that is sent twice is decided once."""
    with deciding(deps, {"event_id": _key(body)}) as db:
        yield db


def tell(deps: Deps, db: Database, body: Mapping[str, Any], message: Message) -> None:
    """Confirm a submission to who sent it, where the form was opened, or directly."""
    user, channel = actor(body) or "", origin_of(body).channel
    if channel is None:
        outbox.put(db, _key(body), user, message, now=deps.now())
    else:
        outbox.note(db, _key(body), channel, user, message, now=deps.now())


def _key(body: Mapping[str, Any]) -> str:
    return f"form:{body['view']['id']}"
