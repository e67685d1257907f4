"""Who watches the page, in the settings: whose week it is, and who has taken over a day."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

from bot.domain.roster import MOST_PEOPLE, OnDuty, Roster
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
    section,
    simple,
    values,
)
from bot.views.forms import Origin
from bot.views.pickers import day_picker, people_picker, person_picker
from bot.views.settings import Topic, kept

SHOW = "roster.show"
TURNS = "roster.turns"
TURNS_SAVE = "roster.turns_save"
SWAP = "roster.swap"
SWAP_SAVE = "roster.swap_save"
REMOVE = "roster.remove"
RESTORE = "roster.restore"

PEOPLE, FROM = "people", "from"
PERSON, FIRST, LAST = "person", "first", "last"
WEEKS = 8
SWAPS_SHOWN = 30


@dataclass(frozen=True, slots=True)
class Known:
    """The roster, who watches today (None without a roster), and what people are called."""

    roster: Roster
    on_duty: OnDuty | None
    names: Mapping[str, str]
    today: date


@dataclass(frozen=True, slots=True)
class Reader:
    """Who looks, and whether they may set who watches."""

    user: str
    decides: bool


def topic(words: Words, known: Known) -> Topic:
    """Say who watches today."""
    return Topic(words("roster-title"), _today(words, known), SHOW)


def page(words: Words, known: Known, reader: Reader) -> Message:
    """Show whose the coming weeks are and who has taken over which day."""
    title, weeks = words("roster-title"), _weeks(words, known)
    swaps = sorted(known.roster.swaps.items())[:SWAPS_SHOWN]
    rows = [_row(words, day, user, known, reader) for day, user in swaps]
    take = button(words("roster-swap"), SWAP)
    set_turns = [button(words("roster-turns"), TURNS)] if reader.decides else []
    lines = [_today(words, known), *weeks]
    blocks = [
        header(title),
        context(words("roster-intro")),
        section("\n".join(lines)),
        *rows,
        actions(*set_turns, take),
    ]
    return message("\n".join([title, *lines, *(row["text"]["text"] for row in rows)]), blocks)


def today_line(words: Words, on_duty: OnDuty, names: Mapping[str, str]) -> str:
    """Say in one short line who watches today."""
    if on_duty.who is None:
        return words("roster-today-nobody")
    return words("roster-today", who=_name(words, on_duty.who, names))


def turns_form(words: Words, roster: Roster, origin: Origin, *, today: date) -> dict[str, Any]:
    """Return the form that says who takes turns, and from which week on."""
    people = people_picker(roster.people, most=MOST_PEOPLE)
    first = day_picker(roster.anchor if roster.people else today)
    blocks = [
        field(
            words("roster-people"),
            people,
            block_id=PEOPLE,
            hint=words("roster-people-hint"),
            optional=True,
        ),
        field(words("roster-from"), first, block_id=FROM, hint=words("roster-from-hint")),
    ]
    return _form(words, TURNS_SAVE, "roster-turns-form", blocks, origin)


def swap_form(words: Words, reader: Reader, origin: Origin, *, today: date) -> dict[str, Any]:
    """Return the form for days that somebody takes over; only who decides is asked who."""
    person = field(words("roster-person"), person_picker(reader.user), block_id=PERSON)
    day = day_picker(today)
    blocks = [
        *([person] if reader.decides else []),
        field(words("roster-first"), day, block_id=FIRST),
        field(words("roster-last"), day, block_id=LAST),
    ]
    return _form(words, SWAP_SAVE, "roster-swap-form", blocks, origin)


def read_turns(state: Mapping[str, Any]) -> tuple[tuple[str, ...], date | None]:
    """Read who takes turns, in order, and from which week on."""
    people = tuple(dict.fromkeys(chosen(state, PEOPLE)))[:MOST_PEOPLE]
    return people, _day(values(state).get(FROM))


def read_swap(state: Mapping[str, Any]) -> tuple[str | None, date | None, date | None]:
    """Read who takes over, where that was asked, and the first and the last day."""
    said = values(state)
    return said.get(PERSON), _day(said.get(FIRST)), _day(said.get(LAST))


def saved(words: Words, known: Known) -> Message:
    """Say whose the coming weeks are from now on."""
    return kept(
        words, "\n".join([words("roster-saved"), _today(words, known), *_weeks(words, known)])
    )


def swapped(words: Words, days: Sequence[date], user: str, known: Known) -> Message:
    """Say who has taken over; a single day can be given back at once."""
    first, last = (_long(words, day, known) for day in (days[0], days[-1]))
    who = _name(words, user, known.names)
    if len(days) > 1:
        return simple(words("roster-swapped-days", who=who, first=first, last=last))
    undo = button(words("plan-undo"), REMOVE, days[0].isoformat())
    return simple(words("roster-swapped", who=who, day=first), actions(undo))


def removed(words: Words, day: date, user: str, known: Known) -> Message:
    """Say that a day is as the turns have it again, with the way back."""
    undo = button(words("plan-undo"), RESTORE, f"{day.isoformat()} {user}")
    who = _name(words, user, known.names)
    said = words("roster-removed", who=who, day=_long(words, day, known))
    return simple(say.sentence(said), actions(undo))


def read_value(written: str) -> tuple[date, str] | None:
    """Read what the way back wrote: the day and whose it was; None for anything else."""
    text, _, user = written.partition(" ")
    day = _day(text)
    return (day, user) if day and user else None


def _today(words: Words, known: Known) -> str:
    if known.on_duty is None:
        return words("roster-none")
    return today_line(words, known.on_duty, known.names)


def _weeks(words: Words, known: Known) -> list[str]:
    days = (known.today + timedelta(weeks=n) for n in range(WEEKS))
    turns = ((day, known.roster.this_week(day)) for day in days)
    return [
        words(
            "roster-week",
            week=say.week_with_days(day, words),
            who=_name(words, who, known.names),
        )
        for day, who in turns
        if who
    ]


def _row(words: Words, day: date, user: str, known: Known, reader: Reader) -> Block:
    who = _name(words, user, known.names)
    said = say.sentence(words("roster-swap-line", day=_long(words, day, known), who=who))
    if not reader.decides and user != reader.user:
        return section(said)
    remove = button(words("settings-remove"), REMOVE, day.isoformat())
    return section(said, accessory=remove)


def _name(words: Words, user: str, names: Mapping[str, str]) -> str:
    """Name somebody without a mention, which would ping."""
    return escape(names.get(user, words("somebody")))


def _long(words: Words, day: date, known: Known) -> str:
    return say.day_long(day, words, today=known.today)


def _day(written: str | None) -> date | None:
    try:
        return date.fromisoformat(written or "")
    except ValueError:
        return None


def _form(
    words: Words, callback_id: str, title: str, blocks: list[Block], origin: Origin
) -> dict[str, Any]:
    labels = (words(title), words("settings-save"), words("settings-close"))
    return modal(callback_id, *labels, blocks, private_metadata=origin.pack())
