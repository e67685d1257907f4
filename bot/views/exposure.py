"""A channel that others can read: that comments wait, why, and what can be done about it."""

from collections.abc import Mapping
from typing import Any

from bot.domain.reasons import REASON_LIMIT
from bot.domain.relaying import ChannelState, Exposure
from bot.locales import Words
from bot.views.blocks import (
    Block,
    Message,
    actions,
    button,
    escape,
    field,
    modal,
    section,
    simple,
    text_input,
    values,
)
from bot.views.forms import Origin

LOOK = "channel.look"
ALLOW = "channel.allow"
ALLOWED = "channel.allowed"
DISALLOW = "channel.disallow"

REASON = "reason"


def told(words: Words, state: ChannelState, names: Mapping[str, str], *, waiting: int) -> Message:
    """Say that comments wait for an exposed channel, or who let them come in spite of it."""
    if not state.is_held:
        return simple(standing(words, state, names), actions(*buttons(words, state)))
    said = [
        words(f"exposure-{state.exposure}", channel=_named(state)),
        words("exposure-waiting", count=waiting),
        words(f"exposure-mend-{state.exposure}"),
    ]
    return simple("\n".join(said), actions(*buttons(words, state)))


def over(words: Words, state: ChannelState, exposure: Exposure) -> Message:
    """Say that it is over: how the channel is now."""
    return simple(words(f"exposure-over-{exposure}", channel=_named(state)))


def standing(words: Words, state: ChannelState | None, names: Mapping[str, str]) -> str:
    """Say in short how the channel is."""
    if state is None or state.exposure is Exposure.PRIVATE:
        return words("exposure-private")
    if state.is_held:
        return words(f"exposure-{state.exposure}", channel=_named(state))
    return words(
        f"exposure-allowed-{state.exposure}",
        channel=_named(state),
        who=escape(names.get(state.allowed_by or "", words("somebody"))),
        reason=escape(state.reason),
    )


def buttons(words: Words, state: ChannelState | None) -> list[Block]:
    """Return what can be done about the channel now."""
    if state is None or state.exposure is Exposure.PRIVATE:
        return []
    if not state.is_held:
        return [button(words("exposure-disallow"), DISALLOW)]
    return [
        button(words("exposure-look"), LOOK, primary=True),
        button(words("exposure-allow"), ALLOW),
    ]


def form(words: Words, state: ChannelState, origin: Origin) -> dict[str, Any]:
    """Return the form that asks why comments may stand there."""
    reason = text_input("value", multiline=True, limit=REASON_LIMIT)
    blocks = [
        section(words(f"exposure-ask-{state.exposure}", channel=_named(state))),
        field(
            words("exposure-reason"),
            reason,
            block_id=REASON,
            hint=words("exposure-reason-hint"),
        ),
    ]
    labels = (words("exposure-form"), words("exposure-submit"), words("settings-close"))
    return modal(ALLOWED, *labels, blocks, private_metadata=origin.pack())


def read(state: Mapping[str, Any]) -> str:
    """Read the reason."""
    return values(state).get(REASON) or ""


def looked(words: Words, state: ChannelState | None, names: Mapping[str, str]) -> Message:
    """Say what the look found."""
    said = standing(words, state, names)
    acts = buttons(words, state)
    return simple(said, *([actions(*acts)] if acts else []))


def _named(state: ChannelState) -> str:
    """Return the channel as Slack shows it to those who may see it."""
    return f"<#{state.channel}>"
