"""What is asked before an act on a post: where it moves to, its link, whether it is cancelled."""

from collections.abc import Sequence
from typing import Any

from bot.domain.outlets import Slot
from bot.domain.plan import LINK_LIMIT, Post, pick, slot_value
from bot.locales import Words
from bot.locales import format as say
from bot.views.blocks import Block, cut, escape, field, modal, option, section, select, text_input
from bot.views.forms import Origin
from bot.views.free_days import free_name
from bot.views.plan import Frame
from bot.views.plan_form import day_field, time_field
from bot.views.plan_media import tick

MOVE_SAVE = "post.move_save"
PUBLISH_SAVE = "post.publish_save"
CANCEL_SAVE = "post.cancel_save"

GAP, LINK, ALONG = "gap", "link", "along"

HINT_LIMIT = 2000


def move_form(
    words: Words, post: Post, origin: Origin, gaps: Sequence[Slot], frame: Frame
) -> dict[str, Any]:
    """Return the form that moves *post*: to one of the next *gaps*, or to any day and time.

    Its siblings (in the frame) may move along. For a post whose day has passed it begins with the
    day of the next gap, or with today.
    """
    blocks = [section(_heading(words, "plan-move-intro", post, frame))]
    if gaps:
        options = [option(_choice(words, gap, frame), slot_value(gap)) for gap in gaps]
        menu = select("value", options)
        hint = words("plan-move-gap-hint")
        blocks.append(field(words("plan-move-gap"), menu, block_id=GAP, hint=hint, optional=True))
    ahead = next((gap.day for gap in gaps), frame.today)
    day = post.day if post.day >= frame.today else ahead
    blocks += [day_field(words, day), time_field(words, post, frame.zone)]
    blocks += _along_field(words, [o for o in frame.siblings.get(post.id, ()) if o.is_open], frame)
    labels = (words("plan-move-title"), words("plan-move-submit"), words("plan-close"))
    return modal(MOVE_SAVE, *labels, blocks, private_metadata=origin.pack())


def publish_form(words: Words, post: Post, origin: Origin, frame: Frame) -> dict[str, Any]:
    """Return the form that marks *post* as published, with its link if there is one."""
    blocks = [
        section(_heading(words, "plan-publish-intro", post, frame)),
        field(
            words("plan-publish-link"),
            text_input("value", limit=LINK_LIMIT),
            block_id=LINK,
            hint=words("plan-publish-hint"),
            optional=True,
        ),
    ]
    labels = (words("plan-publish-title"), words("plan-publish-submit"), words("plan-close"))
    return modal(PUBLISH_SAVE, *labels, blocks, private_metadata=origin.pack())


def cancel_form(words: Words, post: Post, origin: Origin, frame: Frame) -> dict[str, Any]:
    """Return the question that stands before cancelling *post*."""
    returns = post.idea_id and not frame.siblings.get(post.id)
    asked = "plan-cancel-intro-idea" if returns else "plan-cancel-intro"
    labels = (words("plan-cancel-title"), words("plan-cancel-submit"), words("plan-cancel-keep"))
    blocks = [section(_heading(words, asked, post, frame))]
    return modal(CANCEL_SAVE, *labels, blocks, private_metadata=origin.pack())


def _choice(words: Words, gap: Slot, frame: Frame) -> str:
    """Say one gap to move to; one on a free day says so."""
    free, said = frame.calendar.free_day(gap.day), moment(words, gap, frame)
    return words("plan-free-day", day=said, name=free_name(words, free)) if free else said


def moment(words: Words, slot: Slot, frame: Frame) -> str:
    """Say the day, with its week, and the time of *slot*."""
    day = say.day_with_week(slot.day, words, today=frame.today)
    return words("plan-moment", day=day, clock=say.clock(slot.at, words))


def _along_field(words: Words, siblings: Sequence[Post], frame: Frame) -> list[Block]:
    """Return the box that takes *siblings* along, with their places in plain text."""
    if not siblings:
        return []
    places = [
        f"{pick(frame.outlets, each.outlet_id).name} {_briefly(words, each, frame)}"
        for each in siblings
    ]
    box = tick(words("plan-move-along-yes"), ALONG)
    hint = cut(", ".join(places), HINT_LIMIT)
    return [field(words("plan-move-along"), box, block_id=ALONG, hint=hint, optional=True)]


def _briefly(words: Words, post: Post, frame: Frame) -> str:
    day = say.day_short(post.day, words, today=frame.today)
    return words("day-at", date=day, clock=say.clock(post.at, words))


def _heading(words: Words, key: str, post: Post, frame: Frame) -> str:
    return words(
        key,
        title=escape(post.title),
        when=moment(words, post.slot, frame),
        outlet=frame.outlet(post.outlet_id),
    )
