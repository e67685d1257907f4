"""views.*: modals and home tabs."""

from typing import Any

from bot.sandbox.slack.api_call import ApiError, Call, invalid
from bot.sandbox.slack.blocks import is_too_large, view_problems
from bot.sandbox.state import Json


def open_(call: Call) -> Json:
    """Show a modal to the person whose interaction gave the trigger."""
    given = _checked(call, "modal")
    trigger = call.slack.triggers.check(_trigger_id(call))
    view = call.slack.views.open(trigger.user, given)
    trigger.used = True
    call.slack.hub.publish("views", view["id"], person=trigger.user)
    return {"view": view}


def push(call: Call) -> Json:
    """Put a modal on top of the one whose interaction gave the trigger."""
    given = _checked(call, "modal")
    trigger = call.slack.triggers.check(_trigger_id(call))
    if trigger.view is None:
        raise ApiError("invalid_trigger_id")  # it came from outside a modal
    view = call.slack.views.push(trigger.user, given)
    trigger.used = True
    call.slack.hub.publish("views", view["id"], person=trigger.user)
    return {"view": view}


def update(call: Call) -> Json:
    """Put new content into a view, named by its id or the app's own."""
    given = _checked(call, "modal", "home")
    views = call.slack.views
    view_id, external_id = call.text("view_id"), call.text("external_id")
    if not view_id and not external_id:
        raise invalid("[ERROR] missing required field: view_id")
    if not view_id:
        view_id = views.by_external_id(external_id)["id"]
    if views.get(view_id)["type"] != given["type"]:
        raise invalid("[ERROR] a view cannot change its type [json-pointer:/view/type]")
    view = views.update(view_id, given, call.args.get("hash"))
    kind = "home" if view["type"] == "home" else "views"
    call.slack.hub.publish(kind, view_id, person=views.owner(view_id))
    return {"view": view}


def publish(call: Call) -> Json:
    """Show a view on a person's home tab."""
    if not call.slack.manifest.has_home:
        raise ApiError("not_enabled")
    given = _checked(call, "home")
    user = call.text("user_id")
    if user not in call.slack.workspace.users:
        raise ApiError("user_not_found")
    view = call.slack.views.publish(user, given, call.args.get("hash"))
    call.slack.hub.publish("home", view["id"], person=user)
    return {"view": view}


def _trigger_id(call: Call) -> str:
    trigger_id = call.text("trigger_id") or call.text("interactivity_pointer")
    if not trigger_id:
        raise invalid("[ERROR] missing required field: trigger_id")
    return trigger_id


def _checked(call: Call, *kinds: str) -> Json:
    """Return the view of a call; whatever is wrong with it is told by JSON pointers."""
    view: Any = call.structure("view", "invalid_arguments")
    if isinstance(view, dict) and is_too_large(view):
        raise ApiError("view_too_large")
    problems = view_problems(view, *kinds)
    if problems:
        raise invalid(*problems)
    return view  # type: ignore[no-any-return]
