"""What is asked before an act on a post, and what is said after it."""

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import Any

from bot.domain.ideas import Idea
from bot.domain.outlets import Slot
from bot.domain.plan import LINK_LIMIT, Post, Status, slot_value
from bot.locales import Words
from bot.locales import format as say
from bot.views import tone
from bot.views.blocks import (
    Block,
    Message,
    button,
    escape,
    field,
    link,
    message,
    modal,
    option,
    section,
    select,
    text_input,
)
from bot.views.blocks import actions as row
from bot.views.forms import Origin
from bot.views.free_days import free_name
from bot.views.plan import Frame, owner_words
from bot.views.plan_form import day_field, time_field

BESIDE = 3  # other posts of the day that are named; the rest are counted

CHANGE = "post.change"
MOVE = "post.move"
PUBLISH = "post.publish"
CANCEL = "post.cancel"
READY = "post.ready"
DRAFT = "post.draft"
RESTORE = "post.restore"

MOVE_SAVE = "post.move_save"
PUBLISH_SAVE = "post.publish_save"
CANCEL_SAVE = "post.cancel_save"

GAP, LINK = "gap", "link"


class Act(StrEnum):
    """What has been done to a post."""

    PLANNED = "planned"
    AGAIN = "again"  # the same words, entered twice: nothing was done
    CHANGED = "changed"
    MOVED = "moved"
    PUBLISHED = "published"
    CANCELLED = "cancelled"
    READY = "ready"
    DRAFT = "draft"
    RESTORED = "restored"


@dataclass(frozen=True, slots=True)
class Done:
    """An act on a post, with what one may want to know about where it stands now.

    *beside* are the other posts of the same outlet and day; *idea* is the one it comes from.
    """

    act: Act
    post: Post
    beside: Sequence[Post] = ()
    idea: Idea | None = None


def done(words: Words, what: Done, frame: Frame) -> Message:
    """Say what was done, what follows from it, and how to undo it."""
    lines = [_said(words, what, frame), *_remarks(words, what, frame), *_advice(words, what)]
    text = "\n".join(lines)
    return message(text, [section(text), *_buttons(words, what)])


def undo_button(words: Words, post: Post) -> Block:
    """Return the button that undoes the last act on *post*, and no later one."""
    return button(words("plan-undo"), RESTORE, f"{post.id} {post.revision}")


def move_form(
    words: Words, post: Post, origin: Origin, gaps: Sequence[Slot], frame: Frame
) -> dict[str, Any]:
    """Return the form that moves *post*: to one of the next *gaps*, or to any day and time.

    For a post whose day has passed it begins with the day of the next gap, or with today.
    """
    blocks = [section(_heading(words, "plan-move-intro", post, frame))]
    if gaps:
        options = [option(_moment(words, gap, frame), slot_value(gap)) for gap in gaps]
        menu = select("value", options)
        hint = words("plan-move-gap-hint")
        blocks.append(field(words("plan-move-gap"), menu, block_id=GAP, hint=hint, optional=True))
    ahead = next((gap.day for gap in gaps), frame.today)
    day = post.day if post.day >= frame.today else ahead
    blocks += [day_field(words, day), time_field(words, post, frame.zone)]
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
    asked = "plan-cancel-intro-idea" if post.idea_id else "plan-cancel-intro"
    labels = (words("plan-cancel-title"), words("plan-cancel-submit"), words("plan-cancel-keep"))
    blocks = [section(_heading(words, asked, post, frame))]
    return modal(CANCEL_SAVE, *labels, blocks, private_metadata=origin.pack())


def _said(words: Words, what: Done, frame: Frame) -> str:
    post, key = what.post, f"plan-done-{what.act}"
    if what.act is Act.CANCELLED and post.idea_id:
        key = "plan-done-cancelled-idea"
    if what.act is Act.RESTORED and not post.is_living:
        key = "plan-done-unplanned"
    return words(
        key,
        title=escape(post.title),
        when=_moment(words, post.slot, frame),
        outlet=frame.outlet(post.outlet_id),
        status=words(f"plan-status-{post.status}"),
        owner=owner_words(words, post.owner, frame.names),
    )


def _remarks(words: Words, what: Done, frame: Frame) -> list[str]:
    if what.post.link:
        return [link(what.post.link, words("plan-open"))]
    if not what.post.is_open or what.act in (Act.READY, Act.DRAFT, Act.AGAIN):
        return []
    remarks = [
        words("plan-beside", title=escape(other.title), clock=say.clock(other.at, words))
        for other in what.beside[:BESIDE]
    ]
    if more := len(what.beside[BESIDE:]):
        remarks.append(words("plan-beside-more", count=more))
    if free := frame.calendar.free_day(what.post.day):
        remarks.append(words("plan-on-free-day", name=free_name(words, free)))
    if what.idea:
        remarks.append(words("plan-from-idea", title=escape(what.idea.title)))
    return remarks


def _advice(words: Words, what: Done) -> list[str]:
    """Return advice on a text that has just been called ready; it stops nobody."""
    written = what.act in (Act.READY, Act.PLANNED, Act.CHANGED)
    found = tone.lines_of(words, what.post) if written else []
    if not found or what.post.status is not Status.READY:
        return []
    return [*(f"• {line}" for line in found), words("tone-only-advice")]


def _buttons(words: Words, what: Done) -> list[Block]:
    if what.act in (Act.RESTORED, Act.AGAIN):
        return []
    shown = [undo_button(words, what.post)]
    if what.post.is_open:
        change = button(words("plan-change"), CHANGE, str(what.post.id))
        shown = [change, *tone.asks(words, what.post), *shown]
    return [row(*shown)]


def _heading(words: Words, key: str, post: Post, frame: Frame) -> str:
    return words(
        key,
        title=escape(post.title),
        when=_moment(words, post.slot, frame),
        outlet=frame.outlet(post.outlet_id),
    )


def _moment(words: Words, slot: Slot, frame: Frame) -> str:
    day = say.day_with_week(slot.day, words, today=frame.today)
    return words("plan-moment", day=day, clock=say.clock(slot.at, words))
