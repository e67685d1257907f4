"""The plan as a picture: what is to be drawn, what it says to those who do not see it.

A picture stands for the plan at one moment, so that its day and time are in it. Which boxes there
is room for is decided here: what misses a post comes before what has one.
"""

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from bot.domain.gaps import Runway
from bot.domain.plan import Post, Status, pick
from bot.domain.weeks import Opening, Want, WeekPlan
from bot.drawing.chart import Box, Chart, Day, Look, Row
from bot.locales import Words
from bot.locales import format as say
from bot.views.blocks import Message, cut, escape, message, section, simple
from bot.views.plan import Frame, runway_line

WEEKS = 8
ALT_LIMIT = 1000  # of an uploaded file; that of a block is 2,000
GAPS_NAMED = 10
BOXES = 16
"""As many boxes above each other as keep the picture within two screens."""

_LOOKS = {
    Status.READY: Look.READY,
    Status.DRAFT: Look.DRAFT,
    Status.PUBLISHED: Look.PUBLISHED,
    Want.GAP: Look.GAP,
    Want.ASKS: Look.ASKS,
    Want.LEFT_EMPTY: Look.EMPTY,
}
_FIRST = (Look.GAP, Look.LATE, Look.DRAFT, Look.READY, Look.PUBLISHED, Look.ASKS, Look.EMPTY)
_OF_POSTS = (Look.READY, Look.DRAFT, Look.LATE, Look.PUBLISHED)

_Item = Post | Opening


@dataclass(frozen=True, slots=True)
class View:
    """What a picture is made of: weeks, how far the plan reaches, and how to say it."""

    weeks: Sequence[WeekPlan]
    runway: Runway
    frame: Frame

    def rows(self) -> Iterator[_Item]:
        """Yield every post and opening in order."""
        return (row for week in self.weeks for row in week.rows)


def chart(words: Words, view: View) -> Chart:
    """Return what is to be drawn."""
    most = _most(view.weeks)
    return Chart(
        title=title(words, view),
        subtitle=f"{_span(words, view)} {runway_line(words, view.runway, today=view.frame.today)}",
        weekdays=tuple(say.sentence(words("weekday", number=n)) for n in range(1, 8)),
        rows=tuple(_row(words, week, view.frame, most) for week in view.weeks),
        legend=tuple((look, _word(words, look)) for look in Look),
    )


def title(words: Words, view: View) -> str:
    """Say what the picture shows, and when it was so."""
    return words("picture-title", moment=_moment(words, view.frame))


def described(words: Words, view: View) -> str:
    """Say in plain text what the picture shows: the moment, the numbers, the gaps."""
    said = [
        words("picture-alt", span=_span(words, view), moment=_moment(words, view.frame)),
        _numbers(words, view),
        _gaps(words, view),
    ]
    return cut(" ".join(said), ALT_LIMIT)


def shown(words: Words, view: View, file: str) -> Message:
    """Show the picture that is in Slack as *file*."""
    alt = described(words, view)
    reach = runway_line(words, view.runway, today=view.frame.today)
    image = {"type": "image", "slack_file": {"id": file}, "alt_text": alt}
    return message(escape(alt), [section(f"*{title(words, view)}*\n{reach}"), image])


def asked(words: Words) -> Message:
    """Say that the picture is being drawn, and where it will come."""
    return simple(words("picture-asked"))


def instead(words: Words, kind: str, plan: Message) -> Message:
    """Show *plan* in words, and say why there is no picture."""
    said = words(f"picture-{kind}")
    return message(f"{said}\n{plan['text']}", [section(said), *plan["blocks"]])


def _row(words: Words, week: WeekPlan, frame: Frame, most: int) -> Row:
    monday = week.week.monday
    days = (monday + timedelta(days=n) for n in range(7))
    return Row(
        label=say.week(monday, words),
        span=say.days_of_week(monday, words),
        days=tuple(_day(words, day, _on(week, day), frame, most) for day in days),
    )


def _day(words: Words, day: date, items: Sequence[_Item], frame: Frame, most: int) -> Day:
    free, is_today = frame.calendar.free_day(day), day == frame.today
    called = (free.name(words.language) or words("free-day-squeeze")) if free else ""
    notes = [words("today") if is_today else "", called]
    kept = _kept(items, frame, most)
    left = len(items) - len(kept)
    return Day(
        label=words("number", value=day.day),
        note=" · ".join(note for note in notes if note),
        is_free=free is not None,
        is_today=is_today,
        boxes=tuple(_box(words, item, frame) for item in kept),
        more=words("picture-more", count=left) if left else "",
    )


def _box(words: Words, item: _Item, frame: Frame) -> Box:
    look, slot = _look(item, frame), item.slot
    clock = words("picture-clock", hour=slot.at.hour, minute=slot.at.minute)
    outlet = pick(frame.outlets, slot.outlet_id).name
    title = item.title if isinstance(item, Post) else ""
    return Box(look, f"{clock} {outlet}", title, _word(words, look))


def _kept(items: Sequence[_Item], frame: Frame, most: int) -> list[_Item]:
    """Choose what there is room for, the most pressing first, and put it in order of time again."""
    pressing = sorted(items, key=lambda item: _FIRST.index(_look(item, frame)))[:most]
    return [item for item in items if item in pressing]


def _most(weeks: Sequence[WeekPlan]) -> int:
    """Return how many boxes a day may hold so that the picture does not become a tower."""
    fullest = [max(Counter(row.slot.day for row in w.rows).values(), default=1) for w in weeks]
    fitting = (most for most in (3, 2) if sum(min(most, n) for n in fullest) <= BOXES)
    return next(fitting, 1)


def _on(week: WeekPlan, day: date) -> list[_Item]:
    return [row for row in week.rows if row.slot.day == day]


def _look(item: _Item, frame: Frame) -> Look:
    if isinstance(item, Opening):
        return _LOOKS[item.want]
    late = item.is_open and item.slot.starts(frame.zone) <= frame.now
    return Look.LATE if late else _LOOKS[item.status]


def _word(words: Words, look: Look) -> str:
    return words(f"picture-look-{look}")


def _moment(words: Words, frame: Frame) -> str:
    """Say when it was so; the day in full, because a picture lasts."""
    local = frame.now.astimezone(frame.zone)
    day = say.day_long(local.date(), words, today=local.date())
    return words("plan-moment", day=day, clock=say.clock(local.time(), words))


def _span(words: Words, view: View) -> str:
    first, last = (view.weeks[n].week.monday for n in (0, -1))
    return words("picture-span", first=say.week(first, words), last=say.week(last, words))


def _numbers(words: Words, view: View) -> str:
    """Count the posts, and how they stand; what there is none of is not said."""
    posts = [row for row in view.rows() if isinstance(row, Post)]
    counted = Counter(_look(row, view.frame) for row in view.rows())
    stands = _counts(words, counted, _OF_POSTS)
    said = words("picture-posts", count=len(posts))
    numbers = f"{said}: {stands}." if stands else f"{said}."
    besides = _counts(words, counted, (Look.ASKS, Look.EMPTY))
    return f"{numbers} {words('picture-besides', slots=besides)}" if besides else numbers


def _counts(words: Words, counted: Counter[Look], looks: Iterable[Look]) -> str:
    each = (words(f"picture-count-{look}", count=counted[look]) for look in looks if counted[look])
    return ", ".join(each)


def _gaps(words: Words, view: View) -> str:
    """Name the gaps, the nearest first."""
    gaps = [row for row in view.rows() if isinstance(row, Opening) and row.want is Want.GAP]
    if not gaps:
        return words("picture-no-gaps")
    named = ", ".join(_named(words, gaps[:GAPS_NAMED], view.frame))
    left = len(gaps) - GAPS_NAMED
    more = f" {words('picture-gaps-more', count=left)}" if left > 0 else ""
    return words("picture-gaps", count=len(gaps), gaps=named + more)


def _named(words: Words, gaps: Iterable[Opening], frame: Frame) -> Iterator[str]:
    for gap in gaps:
        day = say.day_short(gap.slot.day, words, today=frame.today)
        yield f"{day} {pick(frame.outlets, gap.slot.outlet_id).name}"
