"""The holiday pack in a line: how many of its slots are filled, with the way to its gaps."""

from datetime import date

from bot.domain.calendar import Week
from bot.domain.holidays import Pack, last_day
from bot.locales import Words
from bot.locales import format as say
from bot.views.blocks import Block, button, section

OPEN = "holiday.open"


def line(words: Words, pack: Pack, *, today: date) -> str:
    """Say how many slots of the holiday weeks are filled, and by when the rest should be."""
    weeks = pack.weeks
    late = "late" if Week.of(today) > weeks.by else "early"
    return words(
        f"holiday-{late}",
        filled=pack.filled,
        wanted=pack.wanted,
        asks=pack.asks,
        first=say.day_short(weeks.start, words, today=today),
        last=say.day_short(last_day(weeks), words, today=today),
        week=say.week(weeks.by.monday, words),
    )


def title(words: Words, pack: Pack) -> str:
    """Return what the pack is called."""
    return words(f"holiday-{pack.weeks.holiday}")


def offer(words: Words, pack: Pack | None, *, today: date) -> list[Block]:
    """Return the line with the button that gathers the gaps; nothing where there is no pack."""
    if pack is None:
        return []
    text = f"*{title(words, pack)}*\n{line(words, pack, today=today)}"
    return [section(text, accessory=button(words("holiday-open"), OPEN))]
