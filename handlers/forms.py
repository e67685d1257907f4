"""Forms: opened while the trigger lives, and what they remember while they are open."""

from collections.abc import Mapping
from typing import Any

from bot.deps import Deps
from bot.domain.errors import Refusal
from bot.domain.team import check_acts
from bot.integrations.slack import SlackTrouble
from bot.store import team
from bot.views.forms import Origin, unpack
from handlers.answering import actor
from handlers.picked import Stale


class FormTooLate(Refusal):
    """Slack did not open the form, most often because its three seconds were over."""

    kind = "refusal-form-too-late"


def open_form(deps: Deps, body: Mapping[str, Any], view: dict[str, object]) -> None:
    """Open *view* for whoever caused *body*, and may submit it: not for those who only read."""
    with deps.reading() as db:
        check_acts(team.load(db), actor(body) or "")
    show_form(deps, body, view)


def show_form(deps: Deps, body: Mapping[str, Any], view: dict[str, object]) -> None:
    """Open *view*, which has nothing to submit, for whoever caused *body*."""
    try:
        deps.slack.open_view(body["trigger_id"], view)
    except SlackTrouble as trouble:
        raise FormTooLate from trouble


def origin_of(body: Mapping[str, Any]) -> Origin:
    """Return what the submitted form remembered; refuse a form of a former version."""
    try:
        return unpack(body["view"]["private_metadata"])
    except (KeyError, TypeError, ValueError) as error:
        raise Stale from error


def check_shown(body: Mapping[str, Any], block_id: str) -> None:
    """Refuse a submitted form without the field *block_id*: one of a former version, or forged."""
    if block_id not in body["view"]["state"]["values"]:
        raise Stale
