"""The same content on several outlets: the form that adds them, and how they are named."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, time
from typing import Any

from bot.domain.outlets import Outlet, Slot
from bot.domain.plan import Post
from bot.locales import Words
from bot.views.blocks import Block, chosen, cut, escape, field, modal, section, values
from bot.views.forms import Origin
from bot.views.pickers import day_picker, time_picker
from bot.views.plan import Frame
from bot.views.plan_media import tick

ALSO = "post.also"
ALSO_SAVE = "post.also_save"
UNLINK = "post.unlink"

LABEL_LIMIT = 200
MOST = 10
"""How many outlets one form offers; each takes three fields."""


@dataclass(frozen=True, slots=True)
class Place:
    """An outlet on which the same content may go out, with the moment that is suggested."""

    outlet: Outlet
    slot: Slot


def form(
    words: Words, post: Post, origin: Origin, places: Sequence[Place], frame: Frame
) -> dict[str, Any]:
    """Return the form that plans the content of *post* on other outlets too."""
    blocks = [section(words("post-also-intro", title=escape(post.title)))]
    for place in places[:MOST]:
        blocks += _fields(words, place, frame)
    labels = (words("post-also-title"), words("plan-form-submit"), words("plan-close"))
    return modal(ALSO_SAVE, *labels, blocks, private_metadata=origin.pack())


def read(state: Mapping[str, Any]) -> list[Slot]:
    """Read where the content goes out too; raise ValueError for what no picker gives."""
    said = values(state)
    ticked = [name.removeprefix("on-") for name in state["values"] if chosen(state, name)]
    return [
        Slot(
            date.fromisoformat(said.get(f"day-{outlet}") or ""),
            time.fromisoformat(said.get(f"time-{outlet}") or ""),
            int(outlet),
        )
        for outlet in ticked
    ]


def _fields(words: Words, place: Place, frame: Frame) -> list[Block]:
    number, slot = place.outlet.id, place.slot
    day, at = day_picker(slot.day), time_picker(slot.at, frame.zone.key)
    name = place.outlet.name
    return [
        field(
            cut(name, LABEL_LIMIT),
            tick(words("post-also-yes"), "yes"),
            block_id=f"on-{number}",
            optional=True,
        ),
        field(words("plan-form-day"), day, block_id=f"day-{number}"),
        field(words("plan-form-time"), at, block_id=f"time-{number}"),
    ]
