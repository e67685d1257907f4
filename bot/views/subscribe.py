"""The plan in other calendars, in the settings: its addresses, and the change of their secret."""

from collections.abc import Sequence
from typing import Any

from bot.domain.feed import address
from bot.domain.outlets import Outlet
from bot.locales import Words
from bot.views.blocks import (
    Message,
    actions,
    button,
    context,
    escape,
    message,
    modal,
    section,
)
from bot.views.forms import Origin
from bot.views.settings import Topic

SHOW = "subscribe.show"
RENEW = "subscribe.renew"
RENEW_SAVE = "subscribe.renew_save"

INTRO = "intro"


def topic(words: Words, *, is_on: bool) -> Topic:
    """Say whether the plan can be followed."""
    title = words("subscribe-title")
    if not is_on:
        return Topic(title, words("subscribe-off"))
    return Topic(title, words("subscribe-on"), SHOW, words("subscribe-show"))


def addresses(
    words: Words, outlets: Sequence[Outlet], secret: str, *, renewed: bool = False, mine: bool
) -> Message:
    """Tell the addresses; *mine* is whether the reader may change their secret."""
    named = [(escape(o.name), address(outlets, o)) for o in outlets]
    every = [(words("subscribe-plan"), "plan"), *named]
    lines = "\n".join(_line(words, name, secret, calendar) for name, calendar in every)
    first = words("subscribe-renewed") if renewed else f"*{words('subscribe-title')}*"
    blocks = [section(f"{first}\n{lines}"), context(words("subscribe-intro"))]
    if mine:
        blocks.append(actions(button(words("subscribe-renew"), RENEW)))
    return message("\n".join([first, lines, words("subscribe-intro")]), blocks)


def form(words: Words, origin: Origin) -> dict[str, Any]:
    """Return the question that stands before the change."""
    intro = {**section(words("subscribe-renew-intro")), "block_id": INTRO}
    labels = (words("subscribe-renew"), words("subscribe-renew"), words("settings-close"))
    return modal(RENEW_SAVE, *labels, [intro], private_metadata=origin.pack())


def _line(words: Words, name: str, secret: str, calendar: str) -> str:
    return words("subscribe-line", name=name, path=f"/calendar/{secret}/{calendar}.ics")
