"""Series in words: the list of them, what is coming, and what was done."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from bot.domain.plan import Post
from bot.domain.rhythm import WEEKDAYS, Often, understood
from bot.domain.series import Series
from bot.domain.series_plan import Coming, Steps
from bot.locales import Words
from bot.locales import format as say
from bot.views.blocks import (
    Block,
    Message,
    actions,
    button,
    escape,
    header,
    link,
    message,
    option,
    section,
    select,
    simple,
)
from bot.views.plan import Frame, owner_words
from bot.views.plan_acts import undo_button

NEW = "series.new"
MORE = "series.more"
CHANGE = "series.change"
SKIP = "series.skip"
UNSKIP = "series.unskip"
GOOD = "series.good"
END = "series.end"
RESUME = "series.resume"
REVERT = "series.revert"

PAGE = 20
"""How many series are listed at once: each takes two of Slack's fifty blocks."""

SOON = 5  # dates that are shown, or offered to be skipped
NAMED = 5  # dates or posts that are named; the rest are counted


@dataclass(frozen=True, slots=True)
class Outlook:
    """A series with the next dates ahead."""

    series: Series
    coming: Sequence[Coming]


def listed(
    words: Words, shown: Sequence[Outlook], frame: Frame, *, left: int, page: int
) -> Message:
    """List the series of a page; *left* are on later ones."""
    title = words("series-title")
    lines = [_row(words, each, frame) for each in shown] or [words("series-none")]
    blocks = [header(title)]
    for each, line in zip(shown, lines, strict=False):
        blocks += [section(line), _acts(words, each, frame)]
    if not shown:
        blocks.append(section(lines[0]))
    buttons = [button(words("series-new"), NEW)]
    if left > 0:
        buttons.append(button(words("series-more", count=left), MORE, str(page + 1)))
    return message("\n".join([f"*{title}*", *lines]), [*blocks, actions(*buttons)])


def done(
    words: Words,
    act: str,
    outlook: Outlook,
    steps: Steps,
    frame: Frame,
    *,
    free: Sequence[date] = (),
) -> Message:
    """Say that a series was *made*, *changed*, *reverted* or *resumed*: what comes, and what the plan has."""
    series = outlook.series
    lines = [
        words(f"series-done-{act}", name=escape(series.pattern.name)),
        describe(words, series, frame),
        words("series-next"),
        *(f"• {coming_line(words, each, frame)}" for each in outlook.coming),
        *_steps(words, steps, frame),
    ]
    if free:
        lines.append(words("series-free", days=_days(words, free, frame)))
    change = button(words("plan-change"), CHANGE, str(series.id))
    undo = button(words("plan-undo"), REVERT, f"{series.id} {series.revision}")
    return simple("\n".join(lines), actions(*([undo] if act == "changed" else []), change))


def ended(words: Words, series: Series, steps: Steps, frame: Frame) -> Message:
    """Say that *series* is over, and what has become of its posts."""
    said = words("series-done-ended", name=escape(series.pattern.name))
    text = "\n".join([said, *_steps(words, steps, frame)])
    undo = button(words("plan-undo"), RESUME, f"{series.id} {series.revision}")
    return simple(text, actions(undo))


def skipped(words: Words, series: Series, day: date, post: Post | None, frame: Frame) -> Message:
    """Say that a date is skipped, and how to undo it."""
    undo = (
        undo_button(words, post)
        if post
        else button(words("plan-undo"), UNSKIP, f"{series.id} {day.isoformat()}")
    )
    key = "series-skipped-post" if post else "series-skipped"
    said = words(key, name=escape(series.pattern.name), day=_day(words, day, frame))
    return simple(said, actions(undo))


def unskipped(words: Words, series: Series, day: date, steps: Steps, frame: Frame) -> Message:
    """Say that a date is one of the series' again."""
    said = words("series-unskipped", name=escape(series.pattern.name), day=_day(words, day, frame))
    return simple("\n".join([said, *_steps(words, steps, frame)]))


def good_ones(words: Words, series: Series, posts: Sequence[Post], frame: Frame) -> Message:
    """Show the last published posts of a series, as examples."""
    name = escape(series.pattern.name)
    if not posts:
        return simple(words("series-good-none", name=name))
    lines = [
        words("series-good-row", title=_linked(post), day=_day(words, post.day, frame))
        for post in posts
    ]
    said = words("series-good", name=name, count=len(posts))
    return simple("\n".join([said, *lines]))


def describe(words: Words, series: Series, frame: Frame) -> str:
    """Say where, when and how often a series is."""
    pattern = series.pattern
    said = words(
        "series-described",
        outlet=frame.outlet(pattern.outlet_id),
        clock=say.clock(pattern.cadence.at, words),
        rhythm=rhythm_words(words, pattern.cadence.rule),
    )
    if not pattern.last:
        return said
    return words("series-until", said=said, day=_day(words, pattern.last, frame))


def rhythm_words(words: Words, rule: str) -> str:
    """Say how often a rule matches; somebody's own rule is shown as it is."""
    often, weekdays = understood(rule)
    if often is Often.OWN:
        return words("series-rhythm-own", rule=escape(rule))
    return words(
        "series-rhythm",
        often=words(f"series-often-{often}"),
        days=", ".join(weekday_words(words, day) for day in weekdays),
    )


def weekday_words(words: Words, day: str) -> str:
    """Name a weekday of a rule (`MO`)."""
    return words("weekday", number=WEEKDAYS.index(day) + 1)


def coming_line(words: Words, coming: Coming, frame: Frame) -> str:
    """Say one date ahead, and whose it is; a post that was moved is where it was moved to."""
    if coming.taken:
        return words("series-date-taken", day=_day(words, coming.day, frame))
    owner = owner_words(words, coming.owner, frame.names)
    if coming.slot.day == coming.day:
        return words("series-date", day=_day(words, coming.day, frame), owner=owner)
    moved = _day(words, coming.slot.day, frame)
    day = _day(words, coming.day, frame)
    return words("series-date-moved", day=day, moved=moved, owner=owner)


def _row(words: Words, outlook: Outlook, frame: Frame) -> str:
    name = escape(outlook.series.pattern.name)
    soon = [coming_line(words, each, frame) for each in outlook.coming[:3]]
    coming = [words("series-soon", dates=" · ".join(soon))] if soon else [words("series-over")]
    return "\n".join([f"*{name}*", describe(words, outlook.series, frame), *coming])


def _acts(words: Words, outlook: Outlook, frame: Frame) -> Block:
    """Return what can be done about a series; *says* tells the rows apart for those who listen."""
    series, name = outlook.series, outlook.series.pattern.name
    number = str(series.id)
    elements = [
        button(words("plan-change"), CHANGE, number, says=words("series-change-says", name=name)),
        *([_skips(words, outlook, frame)] if outlook.coming else []),
        button(words("series-good-ask"), GOOD, number, says=words("series-good-says", name=name)),
        button(words("series-end"), END, number, says=words("series-end-says", name=name)),
    ]
    return actions(*elements)


def _skips(words: Words, outlook: Outlook, frame: Frame) -> Block:
    options = [
        option(_day(words, each.day, frame), f"{outlook.series.id} {each.day.isoformat()}")
        for each in outlook.coming
    ]
    placeholder = {"type": "plain_text", "text": words("series-skip"), "emoji": True}
    return {**select(SKIP, options), "placeholder": placeholder}


def _steps(words: Words, steps: Steps, frame: Frame) -> Iterable[str]:
    """Say what was done in the plan, and what was left as it is."""
    back = [each for each, _ in steps.follow if each.withdrawn]
    counts = (
        ("series-added", len(steps.add) + len(back)),
        ("series-followed", len(steps.follow) - len(back)),
        ("series-withdrawn", len(steps.withdraw)),
    )
    yield from (words(key, count=count) for key, count in counts if count)
    if steps.kept:
        yield words("series-kept", posts=_posts(words, steps.kept, frame))
    if steps.taken:
        yield words("series-taken", days=_days(words, steps.taken, frame))


def _posts(words: Words, posts: Sequence[Post], frame: Frame) -> str:
    named = [
        words("series-post", title=escape(post.title), day=_day(words, post.day, frame))
        for post in posts[:NAMED]
    ]
    return ", ".join([*named, *_further(words, len(posts) - NAMED)])


def _days(words: Words, days: Sequence[date], frame: Frame) -> str:
    named = [_day(words, day, frame) for day in days[:NAMED]]
    return ", ".join([*named, *_further(words, len(days) - NAMED)])


def _further(words: Words, count: int) -> list[str]:
    return [words("series-further", count=count)] if count > 0 else []


def _day(words: Words, day: date, frame: Frame) -> str:
    return say.day_with_week(day, words, today=frame.today)


def _linked(post: Post) -> str:
    title = escape(post.title)
    return link(post.link, title) if post.link else title
