"""Comments in Slack, in the settings: how much of them is shown, and how the channel is."""

from collections.abc import Mapping
from typing import Any

from bot.domain.relaying import DEFAULT, ChannelState, Discretion, Mode
from bot.locales import Words
from bot.views import exposure
from bot.views.blocks import (
    Message,
    actions,
    button,
    context,
    field,
    header,
    message,
    modal,
    option,
    section,
    select,
    values,
)
from bot.views.forms import Origin
from bot.views.settings import Topic, kept

SHOW = "relaying.show"
CHANGE = "relaying.change"
SAVE = "relaying.save"

USUAL, DELICATE = "usual", "delicate"


def topic(
    words: Words, setting: Discretion, state: ChannelState | None, names: Mapping[str, str]
) -> Topic:
    """Say how much is shown, and how the channel is."""
    now = "\n".join([_now(words, setting), exposure.standing(words, state, names)])
    return Topic(words("relaying-title"), now, SHOW)


def page(
    words: Words, setting: Discretion, state: ChannelState | None, names: Mapping[str, str]
) -> Message:
    """Show all that can be set."""
    title, now = words("relaying-title"), _now(words, setting)
    found, acts = exposure.standing(words, state, names), exposure.buttons(words, state)
    change = button(words("settings-change"), CHANGE)
    rows = [section(now, accessory=change), section(found)]
    rows += [actions(*acts)] if acts else []
    intro = words("relaying-intro")
    return message(f"{title}\n{now}\n{found}", [header(title), context(intro), *rows])


def form(words: Words, setting: Discretion, origin: Origin) -> dict[str, Any]:
    """Return the form that sets how much is shown."""
    modes = [option(words(f"relaying-{mode}"), mode) for mode in Mode]
    blocks = [
        field(words("relaying-usual"), select("value", modes, setting.usual), block_id=USUAL),
        field(
            words("relaying-delicate"),
            select("value", modes, setting.delicate),
            block_id=DELICATE,
            hint=words("relaying-delicate-hint"),
        ),
        context(words("relaying-form-hint")),
    ]
    labels = (words("relaying-title"), words("settings-save"), words("settings-close"))
    return modal(SAVE, *labels, blocks, private_metadata=origin.pack())


def read(state: Mapping[str, Any]) -> Discretion:
    """Read the submitted setting; what is no choice of ours is the default."""
    said = values(state)
    usual, delicate = (
        next((mode for mode in Mode if mode == said.get(name)), default)
        for name, default in ((USUAL, DEFAULT.usual), (DELICATE, DEFAULT.delicate))
    )
    return Discretion(usual, delicate)


def saved(words: Words, setting: Discretion) -> Message:
    """Say how it is from now on."""
    return kept(words, "\n".join([words("relaying-saved"), _now(words, setting)]))


def _now(words: Words, setting: Discretion) -> str:
    usual = words("relaying-now-usual", mode=words(f"relaying-{setting.usual}"))
    least = setting.mode(delicate=True)
    return f"{usual}\n{words('relaying-now-delicate', mode=words(f'relaying-{least}'))}"
