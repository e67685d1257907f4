"""The working calendar in the settings: working hours, half days, klämdagar, own free days."""

from collections.abc import Mapping, Sequence
from datetime import date, time
from typing import Any

from bot.domain.cadences import NAME_LIMIT, named
from bot.domain.calendar import WorkingCalendar
from bot.domain.workhours import HalfDay, Hours, check_week, read_hours
from bot.locales import Words
from bot.locales import format as say
from bot.views.blocks import (
    Block,
    Message,
    actions,
    button,
    chosen,
    context,
    escape,
    field,
    header,
    message,
    modal,
    option,
    section,
    select,
    several,
    simple,
    text_input,
    values,
)
from bot.views.forms import Origin
from bot.views.pickers import day_picker
from bot.views.settings import Topic, kept

SHOW = "workdays.show"
HOURS = "workdays.hours"
HALVES = "workdays.halves"
SQUEEZE = "workdays.squeeze"
OWN = "workdays.own"
REMOVE = "workdays.remove"
RESTORE = "workdays.restore"

HOURS_SAVE = "workdays.hours_save"
HALVES_SAVE = "workdays.halves_save"
SQUEEZE_SAVE = "workdays.squeeze_save"
OWN_SAVE = "workdays.own_save"

EVERY, DAYS = "every", "days"
DAY, NAME = "day", "name"
WEEKDAYS = tuple(f"weekday-{number}" for number in range(1, 8))
WHOLE = "whole"

MOST_OWN = 30
_HOURS_LIMIT = 60
_ENDS = tuple(time(hour, minute) for hour in range(10, 17) for minute in (0, 30))[:-1]


def topic(words: Words, calendar: WorkingCalendar, *, today: date) -> Topic:
    """Say when people are at work, and what is free beside the red days."""
    return Topic(words("workdays-title"), "\n".join(_lines(words, calendar, today=today)), SHOW)


def page(words: Words, calendar: WorkingCalendar, *, today: date) -> Message:
    """Show all that can be set, each with the button that changes it."""
    title, intro = words("workdays-title"), words("workdays-intro")
    lines = _lines(words, calendar, today=today)
    acts = (HOURS, HALVES, SQUEEZE, OWN)
    rows = [_row(words, line, act) for line, act in zip(lines, acts, strict=True)]
    own = [(day, name) for day, name in sorted(calendar.own.items()) if day >= today][:MOST_OWN]
    for day, name in own:
        said = words("workdays-own-line", day=_day(words, day, today), name=escape(name))
        remove = button(words("settings-remove"), REMOVE, day.isoformat())
        rows.append(section(said, accessory=remove))
    text = "\n".join([title, *(row["text"]["text"] for row in rows)])
    return message(text, [header(title), context(intro), *rows])


def saved(words: Words, calendar: WorkingCalendar, *, today: date) -> Message:
    """Say how it is from now on."""
    return kept(words, "\n".join([words("workdays-saved"), *_lines(words, calendar, today=today)]))


def added(words: Words, day: date, name: str, *, today: date) -> Message:
    """Say that *day* is free, with the way back."""
    said = words("workdays-own-added", day=_day(words, day, today), name=escape(name))
    return simple(said, actions(button(words("plan-undo"), REMOVE, day.isoformat())))


def removed(words: Words, day: date, name: str, *, today: date) -> Message:
    """Say that *day* is an ordinary day, with the way back."""
    said = words("workdays-own-removed", day=_day(words, day, today), name=escape(name))
    return simple(said, actions(button(words("plan-undo"), RESTORE, f"{day.isoformat()} {name}")))


def hours_form(words: Words, calendar: WorkingCalendar, origin: Origin) -> dict[str, Any]:
    """Return the form for the working hours of each weekday."""
    blocks = [context(words("workdays-hours-hint")), *hours_fields(words, calendar.week)]
    return _form(words, HOURS_SAVE, "workdays-hours-form", blocks, origin)


def hours_fields(words: Words, week: Sequence[Hours]) -> list[Block]:
    """Return a field for the hours of each weekday."""
    blocks = []
    for number, (block_id, hours) in enumerate(zip(WEEKDAYS, week, strict=True), start=1):
        label = say.sentence(words("weekday", number=number))
        held = text_input("value", hours_words(words, hours), limit=_HOURS_LIMIT)
        blocks.append(field(label, held, block_id=block_id, optional=True))
    return blocks


def halves_form(words: Words, calendar: WorkingCalendar, origin: Origin) -> dict[str, Any]:
    """Return the form for when each half day ends."""
    blocks: list[Block] = [context(words("workdays-halves-hint"))]
    for half in HalfDay:
        end = calendar.halves.get(half)
        ends = sorted({*_ENDS, *([end] if end else [])})
        options = [option(words("workdays-whole"), WHOLE)]
        options += [
            option(words("workdays-until", clock=say.clock(at, words)), f"{at:%H:%M}")
            for at in ends
        ]
        menu = select("value", options, f"{end:%H:%M}" if end else WHOLE)
        blocks.append(field(words(f"half-{half}"), menu, block_id=half.value))
    return _form(words, HALVES_SAVE, "workdays-halves-form", blocks, origin)


def squeeze_form(
    words: Words, calendar: WorkingCalendar, days: Sequence[date], origin: Origin, *, today: date
) -> dict[str, Any]:
    """Return the form for which klämdagar are free: every one, or some of the coming *days*."""
    every = [option(words("workdays-squeeze-every"), EVERY)]
    held = [EVERY] if calendar.all_squeezed else []
    blocks: list[Block] = [
        context(words("workdays-squeeze-hint")),
        field(
            words("workdays-squeeze-rule"),
            several("checkboxes", "value", every, held),
            block_id=EVERY,
            optional=True,
        ),
    ]
    if days:
        options = [option(_day(words, day, today), day.isoformat()) for day in days]
        chosen_days = [day.isoformat() for day in calendar.squeezed]
        menu = several("checkboxes", "value", options, chosen_days)
        blocks.append(field(words("workdays-squeeze-days"), menu, block_id=DAYS, optional=True))
    return _form(words, SQUEEZE_SAVE, "workdays-squeeze-form", blocks, origin)


def own_form(words: Words, origin: Origin, *, today: date) -> dict[str, Any]:
    """Return the form for a free day of the team's own."""
    name = text_input("value", limit=NAME_LIMIT)
    hint = words("workdays-own-hint")
    blocks = [
        field(words("plan-form-day"), day_picker(today), block_id=DAY),
        field(words("workdays-own-name"), name, block_id=NAME, hint=hint),
    ]
    return _form(words, OWN_SAVE, "workdays-own-form", blocks, origin)


def read_week(state: Mapping[str, Any]) -> tuple[Hours, ...]:
    """Read the working hours of the submitted form."""
    week = read_fields(state)
    check_week(week)
    return week


def read_fields(state: Mapping[str, Any]) -> tuple[Hours, ...]:
    """Read the fields of `hours_fields`; none need be filled."""
    said = values(state)
    return tuple(read_hours(said.get(block_id) or "", block_id) for block_id in WEEKDAYS)


def read_halves(state: Mapping[str, Any]) -> dict[HalfDay, time]:
    """Read which half days are kept, and until when; what is no time keeps none."""
    said = values(state)
    ends = {half: _end(said.get(half.value) or "") for half in HalfDay}
    return {half: end for half, end in ends.items() if end}


def read_squeezed(state: Mapping[str, Any], days: Sequence[date]) -> tuple[list[date], bool]:
    """Read which of the klämdagar *days* are free, and whether all there are."""
    held = chosen(state, DAYS)
    return [day for day in days if day.isoformat() in held], bool(chosen(state, EVERY))


def read_name(state: Mapping[str, Any]) -> str:
    """Read what a free day is called."""
    return named(values(state).get(NAME) or "")


def _end(text: str) -> time | None:
    try:
        return time.fromisoformat(text).replace(second=0, microsecond=0, tzinfo=None)
    except ValueError:
        return None


def _lines(words: Words, calendar: WorkingCalendar, *, today: date) -> list[str]:
    """Say each of the four things that are set."""
    coming = [day for day in sorted(calendar.squeezed) if day >= today]
    squeezed = ", ".join(_day(words, day, today) for day in coming)
    if calendar.all_squeezed:
        squeezed = words("workdays-squeeze-all")
    own = sum(day >= today for day in calendar.own)
    return [
        words("workdays-hours", hours=week_words(words, calendar.week)),
        words("workdays-halves", days=_halves(words, calendar) or words("workdays-none")),
        words("workdays-squeezed", days=squeezed or words("workdays-none")),
        words("workdays-own", count=own),
    ]


def week_words(words: Words, week: Sequence[Hours]) -> str:
    """Say the week's hours; days that follow each other and are alike are said once."""
    runs: list[tuple[int, int, Hours]] = []
    for number, hours in enumerate(week, start=1):
        if runs and runs[-1][2] == hours:
            runs[-1] = (runs[-1][0], number, hours)
        else:
            runs.append((number, number, hours))
    return ", ".join(_run(words, *run) for run in runs if run[2])


def _run(words: Words, first: int, last: int, hours: Hours) -> str:
    begin, end = words("weekday", number=first), words("weekday", number=last)
    days = begin if first == last else words("day-range", first=begin, last=end)
    return f"{days} {hours_words(words, hours)}"


def _halves(words: Words, calendar: WorkingCalendar) -> str:
    kept = [(words(f"half-{half}"), calendar.halves.get(half)) for half in HalfDay]
    said = [words("workdays-half", name=n, clock=say.clock(at, words)) for n, at in kept if at]
    return ", ".join(said)


def hours_words(words: Words, hours: Hours) -> str:
    """Write hours as `read_hours` reads them."""
    clocks = ([say.clock_written(at, words) for at in stretch] for stretch in hours)
    return ", ".join("–".join(pair) for pair in clocks)


def _day(words: Words, day: date, today: date) -> str:
    return say.day_long(day, words, today=today)


def _row(words: Words, line: str, act: str) -> Block:
    label = words("workdays-own-add" if act == OWN else "settings-change")
    return section(line, accessory=button(label, act))


def _form(
    words: Words, callback_id: str, title: str, blocks: Sequence[Block], origin: Origin
) -> dict[str, Any]:
    labels = (words(title), words("settings-save"), words("settings-close"))
    return modal(callback_id, *labels, blocks, private_metadata=origin.pack())
