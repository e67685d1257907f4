"""Answering as the page in the settings: whether, who may, and how they sign."""

from collections.abc import Mapping
from typing import Any

from bot.domain.answers import Answering
from bot.domain.team import MOST
from bot.domain.text import tidy
from bot.locales import Words
from bot.views.blocks import (
    Message,
    chosen,
    escape,
    field,
    modal,
    option,
    select,
    text_input,
    values,
)
from bot.views.forms import Origin
from bot.views.pickers import people_picker
from bot.views.settings import Topic, kept

CHANGE = "answering.change"
SAVE = "answering.save"

STATE, USERS, SIGNATURE = "state", "users", "signature"
ON, OFF = "on", "off"
SIGNATURE_LIMIT = 60


def topic(words: Words, setting: Answering, names: Mapping[str, str], *, has_page: bool) -> Topic:
    """Say whether it is allowed, to whom, and how they sign."""
    now = _now(words, setting, names) if has_page else words("answering-no-page")
    return Topic(words("answering-title"), now, CHANGE)


def form(words: Words, setting: Answering, origin: Origin) -> dict[str, Any]:
    """Return the form that allows it, or does not."""
    states = [option(words(f"answering-{state}"), state) for state in (OFF, ON)]
    blocks = [
        field(
            words("answering-state"),
            select("value", states, ON if setting.is_on else OFF),
            block_id=STATE,
        ),
        field(
            words("answering-users"),
            people_picker(setting.users, most=MOST),
            block_id=USERS,
            hint=words("answering-users-hint"),
            optional=True,
        ),
        field(
            words("answering-signature"),
            text_input("value", setting.signature, limit=SIGNATURE_LIMIT),
            block_id=SIGNATURE,
            hint=words("answering-signature-hint"),
            optional=True,
        ),
    ]
    labels = (words("answering-title"), words("settings-save"), words("settings-close"))
    return modal(SAVE, *labels, blocks, private_metadata=origin.pack())


def read(state: Mapping[str, Any]) -> Answering:
    """Read the setting that the form describes."""
    said = values(state)
    signature = " ".join(tidy(said.get(SIGNATURE) or "").split())
    return Answering(said.get(STATE) == ON, chosen(state, USERS), signature)


def saved(words: Words, setting: Answering, names: Mapping[str, str]) -> Message:
    """Say how it is from now on."""
    return kept(words, "\n".join([words("answering-saved"), _now(words, setting, names)]))


def _now(words: Words, setting: Answering, names: Mapping[str, str]) -> str:
    if not setting.is_on:
        return words("answering-now-off")
    called = [escape(names.get(user, words("somebody"))) for user in setting.users]
    who = ", ".join(called) or words("publishing-deciders")
    signs = escape(setting.signature) or words("answering-unsigned")
    return words("answering-now-on", who=who, signature=signs)
