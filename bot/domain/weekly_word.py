"""The weekly word: what the rest of the organisation hears of the team's week, sent by a person."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta

from bot.domain.brief import each_once, highlights, went_out
from bot.domain.calendar import ONE_DAY, Week, WorkingCalendar
from bot.domain.errors import Refusal
from bot.domain.plan import Post
from bot.domain.text import is_blank, tidy

TEXT_LIMIT = 2000
FRIDAY = 5
WEEKDAYS = range(1, 6)
"""Monday to Friday, as ISO numbers them."""

BEHIND = timedelta(days=6)
AHEAD = timedelta(days=8)
"""What is told of: the seven days up to the word's own, and the seven after it."""


class WordMissing(Refusal):
    """Refuse to send nothing."""

    kind = "refusal-weekly-empty"
    field = "text"


class WordSent(Refusal):
    """Refuse to send a week's word twice, or to leave out one that was sent."""

    kind = "refusal-weekly-sent"


class NoChannel(Refusal):
    """Refuse to send it while nobody has chosen where to."""

    kind = "refusal-weekly-no-channel"


class NotInChannel(Refusal):
    """Refuse a channel in which the bot is not, or that it cannot see."""

    kind = "refusal-weekly-not-in-channel"
    field = "channel"


@dataclass(frozen=True, slots=True)
class Weekly:
    """The setting: on which *weekday* the draft comes, None for never, and to which *channel*."""

    weekday: int | None = None
    channel: str | None = None

    def is_due(self, day: date, calendar: WorkingCalendar) -> bool:
        """Tell whether the draft comes on *day*: the weekday, or the working day before a free one."""
        if self.weekday is None or not calendar.is_working_day(day):
            return False
        wanted = Week.of(day).monday + ONE_DAY * (self.weekday - 1)
        if not calendar.is_working_day(wanted):
            wanted = calendar.previous_working_day(wanted)
        return day == wanted


@dataclass(frozen=True, slots=True)
class Word:
    """What a week's word says on *day*: what went out, what is coming, and one *nice* thing if any."""

    day: date
    went: tuple[Post, ...]
    coming: tuple[Post, ...]
    nice: str = ""

    @property
    def is_empty(self) -> bool:
        """Tell whether there is nothing to tell."""
        return not (self.went or self.coming or self.nice)


def gather(day: date, posts: Iterable[Post], nice: str) -> Word:
    """Put the word of *day* together from the *posts* around it."""
    around = list(posts)
    went = each_once(went_out(post for post in around if post.day <= day))
    return Word(day, went, highlights(around, today=day), nice)


def week_of(day: date) -> str:
    """Name the week of *day* for ever: *2026-W48*.

    >>> week_of(date(2027, 1, 1))
    '2026-W53'
    """
    week = Week.of(day)
    return f"{week.year}-W{week.number:02}"


def read_text(text: str) -> str:
    """Return the text as it is sent."""
    said = tidy(text).strip()[:TEXT_LIMIT]
    if is_blank(said):
        raise WordMissing
    return said
