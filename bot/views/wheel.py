"""The year wheel in words: what comes next, the form, and what was done."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

from bot.domain.ideas import NOTE_LIMIT, TITLE_LIMIT
from bot.domain.outlets import Outlet
from bot.domain.wheel import LEAD, Item
from bot.domain.yearly import (
    ByRule,
    InMonths,
    InWeeks,
    Nth,
    Occurrence,
    OnDate,
    OnWeekday,
    Yearly,
)
from bot.domain.yearly_words import WHEN_LIMIT
from bot.locales import Words
from bot.locales import format as say
from bot.views.blocks import (
    Block,
    Message,
    actions,
    button,
    context,
    cut,
    escape,
    field,
    header,
    message,
    modal,
    option,
    section,
    select,
    simple,
    text_input,
)
from bot.views.forms import Origin

ADD = "wheel.add"
MENU = "wheel.menu"
MORE = "wheel.more"
RESTORE = "wheel.restore"
SAVE = "wheel.save"
STARTER = "wheel.starter"
TAKE_BACK = "wheel.take_back"

LABEL, WHEN, LEAD_TIME, OUTLET, TAGS, NOTE = "title", "when", "lead", "outlet", "tags", "note"
MENU_CHANGE, MENU_REMOVE = "change", "remove"

PAGE = 15
_SHOWN = 100
_TAGS_LIMIT = 500
_MOST_OUTLETS = 99  # and one choice for none


@dataclass(frozen=True, slots=True)
class Page:
    """Some of the wheel's *count* parts from *offset*, with when each comes next; *outlets* by id."""

    rows: Sequence[tuple[Item, Occurrence | None]]
    count: int
    offset: int
    outlets: Mapping[int, str]


def render(words: Words, page: Page, *, starter: int, today: date) -> Message:
    """Show what comes next; an empty wheel offers *starter* theme days to begin with."""
    add = button(words("wheel-add"), ADD)
    if not page.count:
        begin = button(words("wheel-starter", count=starter), STARTER, primary=True)
        return simple(words("wheel-empty"), actions(begin, add))
    title = words("wheel-title", count=page.count)
    rows = [_row(words, item, found, page.outlets, today) for item, found in page.rows]
    blocks = [header(title)]
    for (item, _), row in zip(page.rows, rows, strict=True):
        blocks.append(section(row, accessory=_menu(words, item)))
    further = page.offset + PAGE
    more = [button(words("idea-more"), MORE, str(further))] if further < page.count else []
    blocks += [actions(add, *more), context(words("wheel-verify"))]
    return message("\n".join([title, *rows, words("wheel-verify")]), blocks)


def saved(words: Words, item: Item, made: int) -> Message:
    """Say that a theme day is in the wheel, and whether its idea is in the bank already."""
    text = words(
        "wheel-saved", label=escape(item.entry.label), when=escape(when(words, item.entry.when))
    )
    return simple(_with_ideas(words, text, made))


def started(words: Words, added: Sequence[Item], made: int, *, command: str) -> Message:
    """Say that the starter set is there, with a way back."""
    text = words("wheel-started", count=len(added), command=command)
    undo = button(words("idea-undo"), TAKE_BACK, f"{added[0].id} {added[-1].id}")
    return simple(_with_ideas(words, text, made), actions(undo))


def taken_back(words: Words, count: int) -> Message:
    """Say that the starter set is out of the wheel again."""
    return simple(words("wheel-taken-back", count=count))


def removed(words: Words, item: Item) -> Message:
    """Say that a theme day is out of the wheel, with a way back."""
    undo = button(words("idea-undo"), RESTORE, str(item.id))
    return simple(words("wheel-removed", label=escape(item.entry.label)), actions(undo))


def form(
    words: Words, origin: Origin, item: Item | None = None, *, outlets: Sequence[Outlet]
) -> dict[str, Any]:
    """Return the form that adds a theme day, or changes *item*."""
    said = item.entry if item else None
    options = [option(words("wheel-no-outlet"), "0")]
    options += [option(o.name, str(o.id)) for o in outlets[:_MOST_OUTLETS]]
    chosen = str(said.outlet) if said and said.outlet else "0"
    title = words("wheel-form-change" if said else "wheel-form-new")
    labels = (title, words("idea-form-save"), words("idea-form-close"))
    tags = cut(" ".join(f"#{tag}" for tag in said.tags), _TAGS_LIMIT) if said else ""
    blocks = [
        _text(words, LABEL, said.label if said else "", TITLE_LIMIT),
        _text(words, WHEN, when(words, said.when) if said else "", WHEN_LIMIT, hint=True),
        _text(words, LEAD_TIME, lead(words, said.lead if said else LEAD), 30, hint=True),
        field(words("wheel-form-outlet"), select("value", options, chosen), block_id=OUTLET),
        field(
            words("idea-form-tags"),
            text_input("value", tags, limit=_TAGS_LIMIT),
            block_id=TAGS,
            optional=True,
        ),
        field(
            words("idea-form-note"),
            text_input("value", said.note if said else "", multiline=True, limit=NOTE_LIMIT),
            block_id=NOTE,
            optional=True,
        ),
    ]
    return modal(SAVE, *labels, blocks, private_metadata=origin.pack())


def when(words: Words, time: Yearly) -> str:
    """Write a time of the year so that `bot.domain.yearly_words` can read it back."""
    match time:
        case OnDate(month, day):
            return words("day-plain", day=day, month=words("month", number=month))
        case InWeeks(first, last):
            weeks = words("wheel-weeks", first=first, last=last)
            return words("week", week=first) if first == last else weeks
        case OnWeekday(week, weekday):
            return words("wheel-weekday", weekday=words("weekday", number=weekday), week=week)
        case Nth(month, number, weekday):
            return words(
                "wheel-nth",
                nth=words("wheel-ordinal", number=number),
                weekday=words("weekday", number=weekday),
                month=words("month", number=month),
            )
        case InMonths(first, last):
            names = [words("month", number=number) for number in dict.fromkeys((first, last))]
            return "–".join(names)
        case ByRule(rule):
            return rule


def lead(words: Words, time: timedelta) -> str:
    """Write a lead time so that it can be read back: weeks where it is whole weeks, else days."""
    weeks, days = divmod(time.days, 7)
    return words("wheel-lead-days", count=time.days) if days else words("wheel-lead", count=weeks)


def _row(
    words: Words, item: Item, found: Occurrence | None, outlets: Mapping[int, str], today: date
) -> str:
    said = item.entry
    day = say.day_with_week(found.start, words, today=today) if found else ""
    facts = [
        escape(when(words, said.when)),
        words("wheel-next" if found.start >= today else "wheel-since", day=day) if found else "",
        words("wheel-idea-before", lead=lead(words, said.lead)) if said.lead else "",
        escape(outlets.get(said.outlet or 0, "")),
    ]
    tags = escape(cut(" ".join(f"#{tag}" for tag in said.tags), _SHOWN))
    note = escape(cut(" ".join(said.note.split()), _SHOWN))
    lines = [f"*{escape(said.label)}* {tags}".rstrip(), " · ".join(filter(None, facts)), note]
    return "\n".join(line for line in lines if line)


def _menu(words: Words, item: Item) -> Block:
    acts = ((MENU_CHANGE, "wheel-change"), (MENU_REMOVE, "wheel-remove"))
    options = [option(words(label), f"{act} {item.id}") for act, label in acts]
    return {"type": "overflow", "action_id": MENU, "options": options}


def _text(words: Words, block_id: str, initial: str, limit: int, *, hint: bool = False) -> Block:
    return field(
        words(f"wheel-form-{block_id}"),
        text_input("value", initial, limit=limit),
        block_id=block_id,
        hint=words(f"wheel-form-{block_id}-hint") if hint else None,
        optional=block_id == LEAD_TIME,
    )


def _with_ideas(words: Words, text: str, made: int) -> str:
    return f"{text} {words('wheel-ideas-made', count=made)}" if made else text
