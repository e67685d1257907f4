"""The form for all of a post: a new one, one from an idea or for a gap, or a change."""

from collections.abc import Iterable, Sequence
from datetime import date
from typing import Any
from zoneinfo import ZoneInfo

from bot.domain.acts import entry_of
from bot.domain.calendar import FreeDay
from bot.domain.ideas import TITLE_LIMIT, Idea
from bot.domain.outlets import Outlet
from bot.domain.plan import TEXT_LIMIT, Entry, Post, Status
from bot.locales import Words
from bot.views.blocks import (
    Block,
    context,
    escape,
    field,
    modal,
    option,
    select,
    text_input,
)
from bot.views.forms import Origin
from bot.views.free_days import free_name
from bot.views.pickers import day_picker, person_picker, time_picker

SAVE = "plan.save"

TITLE, TEXT, OUTLET, DAY, TIME, OWNER, STATUS, IDEA = (
    "title", "text", "outlet", "day", "time", "owner", "status", "idea",
)  # fmt: skip

MOST_IDEAS = 100  # a menu has room for no more


def new(  # noqa: PLR0913 -- everything that a form may begin with
    words: Words,
    entry: Entry,
    origin: Origin,
    *,
    outlets: Sequence[Outlet],
    ideas: Sequence[Idea],
    zone: ZoneInfo,
    free: FreeDay | None = None,
    fitting: Sequence[Block] = (),
    mark: str = "",
) -> dict[str, Any]:
    """Return the form for a new post that begins as *entry*, on a *free* day perhaps.

    It starts with the rows of what is *fitting*. Of a form that is shown again, Slack keeps what
    was written unless its fields have another *mark*.
    """
    fields = [*fitting, *_fields(words, entry, outlets=outlets, ideas=ideas, zone=zone, mark=mark)]
    if free:
        said = words("plan-on-free-day", name=free_name(words, free))
        fields.insert(0, context(said))
    labels = (words("plan-form-title"), words("plan-form-submit"), words("plan-close"))
    return modal(SAVE, *labels, fields, private_metadata=origin.pack())


def change(
    words: Words,
    post: Post,
    origin: Origin,
    *,
    outlets: Sequence[Outlet],
    ideas: Sequence[Idea],
    zone: ZoneInfo,
    series: str = "",
) -> dict[str, Any]:
    """Return the form that changes *post*; *ideas* begin with its own, if it has one.

    *series* is the name of the series that it belongs to.
    """
    about = [context(words("plan-in-series", name=escape(series)))] if series else []
    fields = _fields(words, entry_of(post), outlets=outlets, ideas=ideas, zone=zone)
    labels = (words("plan-form-change"), words("plan-save"), words("plan-close"))
    return modal(SAVE, *labels, [*about, *fields], private_metadata=origin.pack())


def _fields(
    words: Words,
    entry: Entry,
    *,
    outlets: Sequence[Outlet],
    ideas: Sequence[Idea],
    zone: ZoneInfo,
    mark: str = "",
) -> Iterable[Block]:
    title = text_input(f"value{mark}", entry.title, limit=TITLE_LIMIT)
    text = text_input(f"value{mark}", entry.text, multiline=True, limit=TEXT_LIMIT)
    outlet = select("value", [option(o.name, str(o.id)) for o in outlets], str(entry.outlet_id))
    owner = person_picker(entry.owner)
    yield field(words("plan-form-post-title"), title, block_id=TITLE)
    yield field(words("plan-form-outlet"), outlet, block_id=OUTLET)
    yield day_field(words, entry.day)
    yield time_field(words, entry, zone)
    yield field(words("plan-form-text"), text, block_id=TEXT, optional=True)
    yield field(words("plan-form-owner"), owner, block_id=OWNER, optional=True)
    yield field(words("plan-form-status"), _status(words, entry.status), block_id=STATUS)
    if ideas:
        yield _idea(words, entry, ideas, mark)


def day_field(words: Words, day: date) -> Block:
    """Return the field for the day, which begins with *day*."""
    return field(words("plan-form-day"), day_picker(day), block_id=DAY)


def time_field(words: Words, entry: Entry | Post, zone: ZoneInfo) -> Block:
    """Return the field for the time of day, in the team's zone whoever looks at it."""
    return field(words("plan-form-time"), time_picker(entry.at, zone.key), block_id=TIME)


def _status(words: Words, status: Status) -> Block:
    options = [
        option(words(f"plan-form-status-{each}"), each) for each in (Status.DRAFT, Status.READY)
    ]
    return select("value", options, status)


def _idea(words: Words, entry: Entry, ideas: Sequence[Idea], mark: str) -> Block:
    options = [option(idea.title, str(idea.id)) for idea in ideas[:MOST_IDEAS]]
    menu = select(f"value{mark}", options, str(entry.idea_id))
    return field(words("plan-form-idea"), menu, block_id=IDEA, optional=True)
