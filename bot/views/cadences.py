"""An outlet's cadences, departures and pauses: said in a line each, and the forms for them."""

from collections.abc import Iterable, Mapping
from datetime import date, time, timedelta
from typing import Any

from bot.domain.cadences import (
    NAME_LIMIT,
    RULE_LIMIT,
    PauseUnfit,
    Weekly,
    paused,
    weekly,
)
from bot.domain.calendar import ONE_DAY, Week
from bot.domain.outlets import Cadence, Departure, Pause, Slot
from bot.domain.plan import DayMissing, TimeMissing
from bot.domain.rhythm import WEEKDAYS, Often, weeks_later, written
from bot.locales import Words
from bot.locales import format as say
from bot.views.blocks import (
    Block,
    escape,
    field,
    modal,
    option,
    select,
    several,
    text_input,
)
from bot.views.forms import Origin
from bot.views.pickers import day_picker, time_picker

ADD = "cadence.add"
SAVE = "cadence.save"
DEPART = "departure.add"
PAUSE = "pause.add"

DAYS, WEEKS, TIMES, RULE = "weekdays", "weeks", "times", "rule"
DAY, KIND, TIME = "day", "kind", "time"
NAME, FIRST, LAST = "name", "first", "last"
SKIP, EXTRA = KINDS = ("skip", "extra")

EVERY_WEEK = "1"
_TIMES_LIMIT = 100
_TWO_WEEKS = timedelta(weeks=2)


def line(words: Words, cadence: Cadence, *, today: date) -> str:
    """Say when *cadence* wants posts, in mrkdwn."""
    found, clock = weekly(cadence), say.clock(cadence.at, words)
    if found is None:
        return words("cadence-rule-line", rule=escape(cadence.rule), clock=clock)
    days = ", ".join(words("weekday", number=WEEKDAYS.index(day) + 1) for day in found.days)
    if found.every == 1:
        return words("cadence-line", days=days, clock=clock)
    ahead = cadence.days(today, today + _TWO_WEEKS)
    week = say.week(ahead[0] if ahead else today, words)
    return words("cadence-every-other", days=days, clock=clock, week=week)


def departure_line(words: Words, departure: Departure, *, today: date) -> str:
    """Say what is different on one date."""
    day = say.day_with_week(departure.day, words, today=today)
    if departure.at is None:
        return words("departure-skip-day", day=day)
    kind = "departure-extra" if departure.extra else "departure-skip"
    return words(kind, day=day, clock=say.clock(departure.at, words))


def pause_line(words: Words, pause: Pause, *, today: date) -> str:
    """Say from when through when an outlet rests."""
    first, last = (
        say.day_long(day, words, today=today) for day in (pause.start, pause.end - ONE_DAY)
    )
    return words("pause-line", name=escape(pause.name), first=first, last=last)


def slots_line(words: Words, slots: Iterable[Slot], *, today: date) -> str:
    """Say which times come next."""
    moments = [
        words(
            "plan-moment",
            day=say.day_long(slot.day, words, today=today),
            clock=say.clock(slot.at, words),
        )
        for slot in slots
    ]
    return words("outlet-next", times=" · ".join(moments)) if moments else words("outlet-no-next")


def form(
    words: Words, callback_id: str, cadence: Cadence | None, origin: Origin, *, today: date
) -> dict[str, Any]:
    """Return the form of a cadence: weekdays, which weeks, times, or a rule of one's own."""
    shown = weekly(cadence) if cadence else Weekly((), 1, 0)
    rule = cadence.rule if cadence and shown is None else ""
    weeks = f"2 {shown.later}" if shown and shown.every == 2 else EVERY_WEEK
    at = say.clock_written(cadence.at, words) if cadence else ""
    days = [
        option(say.sentence(words("weekday", number=n)), day)
        for n, day in enumerate(WEEKDAYS, start=1)
    ]
    blocks = [
        field(
            words("cadence-days"),
            several("checkboxes", "value", days, shown.days if shown else ()),
            block_id=DAYS,
            optional=True,
        ),
        field(words("cadence-weeks"), _weeks(words, weeks, today=today), block_id=WEEKS),
        field(
            words("cadence-times"),
            text_input("value", at, limit=_TIMES_LIMIT),
            block_id=TIMES,
            hint=words("cadence-times-hint"),
        ),
        field(
            words("cadence-rule"),
            text_input("value", rule, limit=RULE_LIMIT),
            block_id=RULE,
            hint=words("cadence-rule-hint"),
            optional=True,
        ),
    ]
    return modal(
        callback_id, *_labels(words, "cadence-form"), blocks, private_metadata=origin.pack()
    )


def departure_form(words: Words, origin: Origin, *, today: date, zone: str) -> dict[str, Any]:
    """Return the form for what is different on one date."""
    kinds = [option(words(f"departure-kind-{kind}"), kind) for kind in KINDS]
    blocks = [
        field(words("plan-form-day"), day_picker(today), block_id=DAY),
        field(words("departure-kind"), select("value", kinds, SKIP), block_id=KIND),
        field(
            words("departure-time"),
            time_picker(None, zone),
            block_id=TIME,
            hint=words("departure-time-hint"),
            optional=True,
        ),
    ]
    labels = _labels(words, "departure-form")
    return modal(DEPART, *labels, blocks, private_metadata=origin.pack())


def pause_form(words: Words, origin: Origin, *, today: date) -> dict[str, Any]:
    """Return the form for a stretch of days in which an outlet rests."""
    blocks = [
        field(
            words("pause-name"),
            text_input("value", limit=NAME_LIMIT),
            block_id=NAME,
            hint=words("pause-name-hint"),
        ),
        field(words("pause-first"), day_picker(today), block_id=FIRST),
        field(words("pause-last"), day_picker(today + _TWO_WEEKS), block_id=LAST),
    ]
    return modal(PAUSE, *_labels(words, "pause-form"), blocks, private_metadata=origin.pack())


def read_departure(said: Mapping[str, str | None]) -> Departure:
    """Read what is different on a date: an extra slot at the form's time, or none at all."""
    day = _date(said.get(DAY))
    if day is None:
        raise DayMissing
    if said.get(KIND) != EXTRA:
        return Departure(day, None, extra=False)
    try:
        return Departure(day, time.fromisoformat(said.get(TIME) or ""), extra=True)
    except ValueError as error:
        raise TimeMissing from error


def read_pause(said: Mapping[str, str | None], *, today: date) -> Pause:
    """Read the days of a pause, which ends today or later, and its name."""
    first, last = _date(said.get(FIRST)), _date(said.get(LAST))
    if first is None or last is None or last < today:
        raise PauseUnfit
    return paused(said.get(NAME) or "", first, last)


def _date(text: str | None) -> date | None:
    try:
        return date.fromisoformat(text or "")
    except ValueError:
        return None


def _weeks(words: Words, chosen: str, *, today: date) -> Block:
    """Return the menu of which weeks; the two kinds of every other are told by their next week."""
    options = [option(words("cadence-weeks-every"), EVERY_WEEK)]
    this, rule = Week.of(today), written(Often.SECOND_WEEK, WEEKDAYS)
    for week in (this, this.shifted(1)):
        number, later = say.week(week.monday, words), weeks_later(rule, week.monday)
        options.append(option(words("cadence-weeks-other", week=number), f"2 {later}"))
    return select("value", options, chosen)


def _labels(words: Words, title: str) -> tuple[str, str, str]:
    return words(title), words("settings-save"), words("settings-close")
