"""The form for a series: a new one, or a change."""

from collections.abc import Iterable, Sequence
from datetime import date
from typing import Any

from bot.domain.ideas import TITLE_LIMIT
from bot.domain.outlets import Outlet, offered
from bot.domain.plan import TEXT_LIMIT
from bot.domain.rhythm import WEEKDAYS as DAYS
from bot.domain.rhythm import Often, understood, weeks_later, weeks_to_choose
from bot.domain.series import MOST_OWNERS, NAME_LIMIT, RULE_LIMIT, Pattern
from bot.locales import Words
from bot.locales import format as say
from bot.views.blocks import Block, field, modal, option, section, select, text_input
from bot.views.forms import Origin
from bot.views.pickers import day_picker, people_picker, time_picker
from bot.views.plan import Frame
from bot.views.plan_form import OWNER, TIME
from bot.views.series import Outlook, coming_line, weekday_words

SAVE = "series.save"

NAME, TITLE, OUTLET, OFTEN, WEEKDAYS, WEEK, RULE = (
    "name", "title", "outlet", "often", "weekdays", "week", "rule",
)  # fmt: skip
FIRST, LAST, FREE, TEXT = "first", "last", "free", "text"
PAUSE, PUBLISH = "pause", "publish"  # what becomes of a free day


def new(words: Words, pattern: Pattern, origin: Origin, frame: Frame) -> dict[str, Any]:
    """Return the form for a new series that begins as *pattern*; its first day is not shown."""
    labels = (words("series-form-new"), words("plan-save"), words("plan-close"))
    fields = _fields(words, pattern, frame, first=None)
    return modal(SAVE, *labels, fields, private_metadata=origin.pack())


def change(words: Words, outlook: Outlook, origin: Origin, frame: Frame) -> dict[str, Any]:
    """Return the form that changes a series; the next dates come first."""
    pattern = outlook.series.pattern
    dates = [f"• {coming_line(words, each, frame)}" for each in outlook.coming]
    about = section("\n".join([words("series-form-dates"), *dates]))
    labels = (words("series-form-change"), words("plan-save"), words("plan-close"))
    fields = _fields(words, pattern, frame, first=pattern.first)
    return modal(SAVE, *labels, [about, *fields], private_metadata=origin.pack())


def _fields(words: Words, pattern: Pattern, frame: Frame, *, first: date | None) -> Iterable[Block]:
    often, weekdays = understood(pattern.cadence.rule)
    own = pattern.cadence.rule if often is Often.OWN else ""
    title = pattern.title if pattern.title != pattern.name else ""
    yield field(words("series-form-name"), _text(pattern.name, NAME_LIMIT), block_id=NAME)
    yield field(words("plan-form-outlet"), _outlet(frame.outlets, pattern), block_id=OUTLET)
    yield field(words("series-form-often"), _often(words, often), block_id=OFTEN)
    yield _optional(words, WEEKDAYS, _weekdays(words, weekdays))
    yield _week(words, pattern, frame, "series-form-week-of" if first else "series-form-week")
    yield _optional(words, RULE, _text(own, RULE_LIMIT), hint="series-form-rule-hint")
    yield field(
        words("plan-form-time"), time_picker(pattern.cadence.at, frame.zone.key), block_id=TIME
    )
    yield _optional(
        words, OWNER, people_picker(pattern.owners, most=MOST_OWNERS), hint="series-form-owner-hint"
    )
    yield _optional(words, TITLE, _text(title, TITLE_LIMIT), hint="series-form-title-hint")
    text = text_input("value", pattern.text, multiline=True, limit=TEXT_LIMIT)
    yield _optional(words, TEXT, text, hint="series-form-text-hint")
    yield _optional(words, FIRST, day_picker(first), hint="series-form-first-hint")
    yield _optional(words, LAST, day_picker(pattern.last))
    yield field(words("series-form-free"), _free(words, pattern), block_id=FREE)


def _optional(words: Words, block_id: str, element: Block, *, hint: str | None = None) -> Block:
    said = words(hint) if hint else None
    return field(
        words(f"series-form-{block_id}"), element, block_id=block_id, hint=said, optional=True
    )


def _week(words: Words, pattern: Pattern, frame: Frame, label: str) -> Block:
    """Return the field that says which weeks: each choice is a week that may be one of them."""
    mondays = weeks_to_choose(frame.today)
    cadence = pattern.cadence
    mine = (monday for monday in mondays if weeks_later(cadence.rule, monday) == cadence.later)
    options = [option(say.week_with_days(day, words), day.isoformat()) for day in mondays]
    menu = select("value", options, next(mine, mondays[0]).isoformat())
    hint = words("series-form-week-hint")
    return field(words(label), menu, block_id=WEEK, hint=hint)


def _often(words: Words, often: Often) -> Block:
    options = [option(say.sentence(words(f"series-often-{each}")), each) for each in Often]
    return select("value", options, often)


def _weekdays(words: Words, chosen: Sequence[str]) -> Block:
    options = [option(say.sentence(weekday_words(words, day)), day) for day in DAYS]
    begun = [each for each in options if each["value"] in chosen]
    element: Block = {"type": "checkboxes", "action_id": "value", "options": options}
    return {**element, "initial_options": begun} if begun else element


def _outlet(outlets: Sequence[Outlet], pattern: Pattern) -> Block:
    options = [option(outlet.name, str(outlet.id)) for outlet in offered(outlets)]
    return select("value", options, str(pattern.outlet_id))


def _free(words: Words, pattern: Pattern) -> Block:
    options = [option(words(f"series-form-free-{each}"), each) for each in (PAUSE, PUBLISH)]
    return select("value", options, PUBLISH if pattern.on_free_days else PAUSE)


def _text(initial: str, limit: int) -> Block:
    return text_input("value", initial, limit=limit)
