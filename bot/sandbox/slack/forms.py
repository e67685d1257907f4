"""Modals as people use them: submitting, what the app answers to that, and closing."""

import re

from bot.sandbox.slack import payloads
from bot.sandbox.slack.blocks import is_too_large, view_problems
from bot.sandbox.slack.core import Slack
from bot.sandbox.slack.delivery import envelope
from bot.sandbox.slack.file_fields import with_files
from bot.sandbox.slack.inputs import FIELDS, elements, state_values
from bot.sandbox.slack.interactions import response_url, send
from bot.sandbox.slack.people import User
from bot.sandbox.slack.replies import ReplyUrl
from bot.sandbox.slack.workspace import Refused
from bot.sandbox.state import Json


class Objections(Exception):
    """The app's objections to a form, by block."""

    def __init__(self, errors: dict[str, str]) -> None:
        super().__init__("errors")
        self.errors = errors


async def submit(slack: Slack, user: User, view_id: str, given: Json) -> None:
    """Submit the top modal with *given* values, and do what the app answers."""
    view = top(slack, user, view_id)
    given = with_files(slack, view["blocks"], given)
    values = state_values(view["blocks"], given, slack.offers.get(view_id, {}))
    _check_filled(view, values)
    view = slack.views.remember(view_id, values, None)
    payload = payloads.interaction("view_submission", user) | {
        "view": view,
        "trigger_id": slack.triggers.give(user.id, view_id),
        "response_urls": _response_urls(slack, user, view),
    }
    answer = await send(slack, "interactive", payload, accepts_answer=True)
    _follow(slack, user, view, answer)
    slack.hub.publish("views", view_id, person=user.id)


def top(slack: Slack, user: User, view_id: str) -> Json:
    """Return a modal that is open for *user*; only the top one can be used."""
    stack = slack.views.stack(user.id)
    if not stack or stack[-1]["id"] != view_id:
        raise Refused("view_not_found")
    return slack.views.get(view_id)


def _check_filled(view: Json, values: Json) -> None:
    """Refuse what Slack's own client never sends: empty required inputs, texts out of bounds."""
    for block in view["blocks"]:
        if block["type"] == "input" and block["element"]["type"] in FIELDS:
            element = block["element"]
            held = values[block["block_id"]][element["action_id"]][FIELDS[element["type"]].key]
            if held in (None, []) and not block.get("optional"):
                raise Refused("missing_input")
            if isinstance(held, str) and not _fits(element, held):
                raise Refused("invalid_input")


def _fits(element: Json, text: str) -> bool:
    """Return whether a typed text keeps the element's own limits."""
    if element["type"] == "number_input":
        return _is_number(text, decimal=element["is_decimal_allowed"])
    longest = element.get("max_length", len(text))
    return bool(element.get("min_length", 0) <= len(text) <= longest)


def _is_number(text: str, *, decimal: bool) -> bool:
    return bool(re.fullmatch(r"-?\d+(\.\d+)?" if decimal else r"-?\d+", text))


def _response_urls(slack: Slack, user: User, view: Json) -> list[Json]:
    """Return a response URL for each select in an input that asks for one."""
    inputs = [block for block in view["blocks"] if block["type"] == "input"]
    asking = [(b, e) for b in inputs for e in elements(b) if e.get("response_url_enabled")]
    urls = []
    for block, element in asking:
        held = view["state"]["values"][block["block_id"]][element["action_id"]]
        channel = held.get("selected_conversation") or held.get("selected_channel")
        if channel:
            url = response_url(slack, ReplyUrl(user.id, channel))
            where = {"block_id": block["block_id"], "action_id": element["action_id"]}
            urls.append(where | {"channel_id": channel, "response_url": url})
    return urls


def _follow(slack: Slack, user: User, view: Json, answer: Json) -> None:
    """Do what the app answered to a submission."""
    match answer.get("response_action"):
        case None:
            slack.views.close(user.id, view["id"])
        case "clear":
            slack.views.clear(user.id)
        case "errors":
            _object(slack, view, answer.get("errors"))
        case "update":
            slack.views.update(view["id"], _checked(slack, answer.get("view")), None)
        case "push":
            slack.views.push(user.id, _checked(slack, answer.get("view")))
        case other:
            slack.line(f"refused       unknown response_action {other}")
            raise Refused("invalid_response")


def _object(slack: Slack, view: Json, errors: object) -> None:
    """Keep the app's objections; each must name an input block of the view."""
    inputs = {block["block_id"] for block in view["blocks"] if block["type"] == "input"}
    if not isinstance(errors, dict) or not errors or not set(errors) <= inputs:
        slack.line("refused       errors that name no input block of the view")
        raise Refused("invalid_response")
    texts = {str(block_id): str(text) for block_id, text in errors.items()}
    slack.views.remember(view["id"], view["state"]["values"], texts)
    raise Objections(texts)


def _checked(slack: Slack, view: object) -> Json:
    """Return a view that an app answered with; a bad one is an error for the person."""
    problems = view_problems(view, "modal")
    if problems or not isinstance(view, dict) or is_too_large(view):
        slack.line(f"refused       a view: {'; '.join(problems) or 'view_too_large'}")
        raise Refused("invalid_response")
    return view


def close(slack: Slack, user: User, view_id: str, *, everything: bool) -> None:
    """Close a modal by its button, or *everything* by the corner cross; tell who wants to know."""
    stack = slack.views.stack(user.id)
    if view_id not in [view["id"] for view in stack]:
        raise Refused("view_not_found")
    view = slack.views.get(view_id)
    cleared = everything or bool(view["clear_on_close"])
    if cleared:
        view = slack.views.get(view["root_view_id"])
        slack.views.clear(user.id)
    else:
        slack.views.close(user.id, view_id)
    slack.hub.publish("views", view_id, person=user.id)
    if view["notify_on_close"] and slack.transport.connected:
        _tell_closed(slack, user, view, is_cleared=cleared)


def _tell_closed(slack: Slack, user: User, view: Json, *, is_cleared: bool) -> None:
    """Send view_closed, which carries no input values; the person waits for nothing."""
    silent = view | {"state": {"values": {}}}
    payload = payloads.interaction("view_closed", user)
    payload |= {"view": silent, "is_cleared": is_cleared}
    slack.background(slack.transport.send(envelope("interactive", payload)))
