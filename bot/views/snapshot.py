"""The half-yearly picture of the page: the question in the plan channel, and what became of it."""

from dataclasses import dataclass
from datetime import date

from bot.domain.half_years import HalfYear
from bot.locales import Words
from bot.locales import format as say
from bot.views.blocks import Message, actions, button, escape, simple

TAKE = "snapshot.take"
LATER = "snapshot.later"


@dataclass(frozen=True, slots=True)
class Picture:
    """A picture that *who* has taken on *day*; until it *is_there*, it is being taken."""

    who: str
    day: date
    count: int
    is_there: bool


def asked(
    words: Words,
    half: HalfYear,
    picture: Picture | None,
    *,
    again: date | None,
    is_last: bool,
    today: date,
) -> Message:
    """Ask for the picture of *half*, or say that it is there, or that it is asked for *again*."""
    said = _said(words, half, picture, again, today)
    take = button(words("snapshot-take"), TAKE, str(half), primary=again is None)
    later = [button(words("snapshot-later"), LATER, str(half))] if again is None else []
    ways = [actions(take, *later)] if is_last and picture is None else []
    return simple(said, *ways)


def _said(
    words: Words, half: HalfYear, picture: Picture | None, again: date | None, today: date
) -> str:
    title = f"*{words('snapshot-title', week=say.week(half.monday, words))}*"
    if picture is not None:
        key = "snapshot-taken" if picture.is_there else "snapshot-under-way"
        day = say.day_long(picture.day, words, today=today)
        return f"{title} " + words(key, who=escape(picture.who), day=day, count=picture.count)
    if again is not None:
        day = say.day_long(again, words, today=today)
        return f"{title} {words('snapshot-again', day=day)}"
    since = say.day_long(half.before.monday, words, today=today)
    return f"{title} {words('snapshot-ask', since=since)}"
