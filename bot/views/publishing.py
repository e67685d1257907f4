"""Publishing on the page in the settings: whether, on which outlet, and who may."""

from collections.abc import Mapping, Sequence
from typing import Any

from bot.domain.outlets import Outlet
from bot.domain.publishing import Publishing, page_outlet
from bot.domain.team import MOST
from bot.locales import Words
from bot.views.blocks import (
    Message,
    chosen,
    escape,
    field,
    modal,
    option,
    select,
    values,
)
from bot.views.forms import Origin
from bot.views.pickers import people_picker
from bot.views.settings import Topic, kept

CHANGE = "publishing.change"
SAVE = "publishing.save"

STATE, OUTLET, USERS = "state", "outlet", "users"
ON, OFF = "on", "off"


def topic(
    words: Words,
    setting: Publishing,
    outlets: Sequence[Outlet],
    names: Mapping[str, str],
    *,
    has_page: bool,
) -> Topic:
    """Say whether it is allowed, and to whom."""
    now = _now(words, setting, outlets, names) if has_page else words("publishing-no-page")
    return Topic(words("publishing-title"), now, CHANGE)


def form(
    words: Words, setting: Publishing, outlets: Sequence[Outlet], origin: Origin
) -> dict[str, Any]:
    """Return the form that allows it, or does not."""
    states = [option(words(f"publishing-{state}"), state) for state in (OFF, ON)]
    known = [option(outlet.name, str(outlet.id)) for outlet in outlets[:100]]
    outlet = setting.outlet_id or page_outlet(outlets)
    blocks = [
        field(
            words("publishing-state"),
            select("value", states, ON if setting.is_on else OFF),
            block_id=STATE,
        ),
        field(words("publishing-outlet"), select("value", known, str(outlet)), block_id=OUTLET),
        field(
            words("publishing-users"),
            people_picker(setting.users, most=MOST),
            block_id=USERS,
            hint=words("publishing-users-hint"),
            optional=True,
        ),
    ]
    labels = (words("publishing-title"), words("settings-save"), words("settings-close"))
    return modal(SAVE, *labels, blocks, private_metadata=origin.pack())


def read(state: Mapping[str, Any]) -> tuple[bool, str | None, tuple[str, ...]]:
    """Read whether it is allowed, the outlet's id as it stands there, and who is named."""
    said = values(state)
    return said.get(STATE) == ON, said.get(OUTLET), chosen(state, USERS)


def saved(
    words: Words, setting: Publishing, outlets: Sequence[Outlet], names: Mapping[str, str]
) -> Message:
    """Say how it is from now on."""
    return kept(words, "\n".join([words("publishing-saved"), _now(words, setting, outlets, names)]))


def _now(
    words: Words, setting: Publishing, outlets: Sequence[Outlet], names: Mapping[str, str]
) -> str:
    if not setting.is_on:
        return words("publishing-now-off")
    outlet = next((escape(o.name) for o in outlets if o.id == setting.outlet_id), "–")
    called = [escape(names.get(user, words("somebody"))) for user in setting.users]
    who = ", ".join(called) or words("publishing-deciders")
    return words("publishing-now-on", outlet=outlet, who=who)
