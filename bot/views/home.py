"""The home tab: how the plan stands, what is mine, the coming weeks, and how to begin.

What the bars and marks show, the words beside them say as well.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from bot.domain.comments import Relayed
from bot.domain.digest import Comments
from bot.domain.fill import FillRate
from bot.domain.first_steps import FirstStep
from bot.domain.gaps import Runway
from bot.domain.holidays import Pack
from bot.domain.outlets import Slot
from bot.domain.plan import Post
from bot.domain.reserves import NONE, Stock
from bot.domain.reuse import Offer
from bot.domain.weeks import WeekPlan
from bot.locales import Words
from bot.locales import format as say
from bot.views import comments as comments_view
from bot.views import first_steps, fitting, holidays, idea_routing, reserves, roster, urgent
from bot.views import ideas as ideas_view
from bot.views.blocks import Block, actions, button, context, divider, header, section
from bot.views.comments import Reader
from bot.views.plan import NEW, Frame, menu, post_line, runway_line, weeks_shown

EARLIER = "home.earlier"
LATER = "home.later"

MINE_SHOWN = 5
COMMENTS_SHOWN = 3
URGENT_SHOWN = 1
ROOM = 64
"""Lines of weeks on a page: a tab holds 100 blocks, the other sections at most 32 of them, what
fits the first gaps at most 3."""

BAR = 12
"""Marks of the bar: five days each where the horizon is sixty."""


@dataclass(frozen=True, slots=True)
class Home:
    """Everything that the tab of the person called *name* (Slack id *user*) says.

    *posts* and *comments* are the first of the person's own, with how many there are; *waiting* is
    None without a page. *ideas* counts those to route, *stock* the reserve; *pack* is the holiday
    pack while that is to be planned. *weeks* are those of *page* (from 0) of *pages*, *fitting* is
    what fits the first gaps in them.
    """

    user: str
    name: str
    runway: Runway
    rates: Sequence[FillRate]
    steps: Sequence[FirstStep]
    posts: Sequence[Post]
    posts_count: int
    comments: Sequence[Relayed]
    comments_count: int
    waiting: Comments | None
    weeks: Sequence[WeekPlan]
    page: int
    pages: int
    ideas: int = 0
    stock: Stock = NONE
    pack: Pack | None = None
    fitting: Mapping[Slot, Sequence[Offer]] = field(default_factory=dict)


def render(words: Words, home: Home, frame: Frame, *, prefix: str) -> dict[str, Any]:
    """Return the tab; each section is a list of blocks, empty where there is nothing to say."""
    sections = (
        [header(words("home-hello", name=home.name))],
        _urgent(words, home, frame),
        _standing(words, home, frame),
        [_buttons(words)],
        _steps(words, home.steps, prefix),
        _posts(words, home, frame),
        _comments(words, home, frame, prefix),
        _ideas(words, home.ideas),
        _weeks(words, home, frame),
        [context(words("home-updated", clock=_clock(words, frame)))],
    )
    return _tab([block for blocks in sections for block in blocks])


def closed(words: Words) -> dict[str, Any]:
    """Return the tab of somebody who is no member of the workspace."""
    return _tab([section(words("refusal-not-a-member"))])


def _urgent(words: Words, home: Home, frame: Frame) -> list[Block]:
    """Return what is urgent and not judged, above everything else."""
    if home.waiting is None:
        return []
    reader = Reader(words, frame.names, frame.today, frame.zone, frame.discretion)
    shown = home.waiting.urgent[:URGENT_SHOWN]
    return urgent.standing(reader, shown, home.waiting.urgent_count)


def _standing(words: Words, home: Home, frame: Frame) -> list[Block]:
    """Say the runway, the fill rates and the reserve; the bar comes after words that say the same."""
    rates = "\n".join(_rate(words, rate) for rate in home.rates)
    return [
        section(f"*{runway_line(words, home.runway, today=frame.today)}*"),
        context(_bar(words, home.runway)),
        section(f"*{words('home-fill-title')}*\n{rates}"),
        context(words("home-fill-means")),
        reserves.row(words, home.stock),
        *holidays.offer(words, home.pack, today=frame.today),
    ]


def _bar(words: Words, runway: Runway) -> str:
    days = runway.horizon if runway.days is None else runway.days
    marks = days * BAR // runway.horizon
    bar = "■" * marks + "□" * (BAR - marks)
    return words("home-bar", bar=bar, days=days, horizon=runway.horizon)


def _rate(words: Words, rate: FillRate) -> str:
    if not rate.wanted:
        return words("home-fill-none", days=rate.days)
    return words(
        "home-fill-few" if rate.percent is None else "home-fill",
        days=rate.days,
        filled=rate.filled,
        wanted=rate.wanted,
        share=rate.percent or 0,
        ready=rate.ready,
    )


def _buttons(words: Words) -> Block:
    return actions(
        button(words("plan-new"), NEW, primary=True), button(words("home-new-idea"), ideas_view.NEW)
    )


def _steps(words: Words, steps: Sequence[FirstStep], prefix: str) -> list[Block]:
    if not steps:
        return []
    done = sum(each.is_done for each in steps)
    lines = [_step(words, each, prefix) for each in steps]
    title = words("home-steps-title", done=done, all=len(steps))
    return [header(title), section("\n".join(lines), accessory=first_steps.open_button(words))]


def _step(words: Words, each: FirstStep, prefix: str) -> str:
    step = words(f"home-step-{each.step}")
    if each.is_done:
        return words("home-step-done", step=step)
    weekday = words("weekday", number=5)
    how = words(f"home-how-{each.step}", prefix=prefix, weekday=weekday)
    return words("home-step-open", step=step, how=how)


def _posts(words: Words, home: Home, frame: Frame) -> list[Block]:
    title = header(words("home-mine"))
    if not home.posts:
        return [title, section(words("home-mine-none"))]
    rows = [
        section(post_line(words, post, frame), accessory=menu(words, post, frame))
        for post in home.posts
    ]
    more = home.posts_count - len(home.posts)
    return [title, *rows, *([context(words("home-more", count=more))] if more else [])]


def _comments(words: Words, home: Home, frame: Frame, prefix: str) -> list[Block]:
    """Say how many comments wait, and show those that the person has taken."""
    if home.waiting is None:
        return []
    reader = Reader(words, frame.names, frame.today, frame.zone, frame.discretion)
    blocks: list[Block] = [header(words("home-comments-title"))]
    for row in home.comments:
        blocks += comments_view.row_shown(reader, row, user=home.user, now=frame.now, stays=True)
    if more := home.comments_count - len(home.comments):
        blocks.append(context(words("home-comments-more", count=more, prefix=prefix)))
    waiting = words("home-comments", count=home.waiting.count, prefix=prefix)
    none = [] if home.comments or not home.waiting.count else [words("home-comments-none")]
    on_duty = home.waiting.on_duty
    watch = [context(roster.today_line(words, on_duty, frame.names))] if on_duty else []
    return [*blocks, section("\n".join([*none, waiting])), *watch]


def _ideas(words: Words, count: int) -> list[Block]:
    """Say how many ideas wait for a decision, with the way to them."""
    if not count:
        return []
    way = button(words("home-ideas-open"), idea_routing.WAITING)
    return [section(f"*{words('idea-inbox', count=count)}*", accessory=way)]


def _weeks(words: Words, home: Home, frame: Frame) -> list[Block]:
    beside = fitting.beside(words, home.fitting, frame)
    _, rows = weeks_shown(words, home.weeks, frame, beside)
    blocks = [divider(), *rows]
    if home.pages == 1:
        return blocks
    turns = [(EARLIER, "home-earlier", home.page - 1), (LATER, "home-later", home.page + 1)]
    buttons = [
        button(words(label), action_id, str(page))
        for action_id, label, page in turns
        if 0 <= page < home.pages
    ]
    which = words("home-page", page=home.page + 1, pages=home.pages)
    return [*blocks, actions(*buttons), context(which)]


def _clock(words: Words, frame: Frame) -> str:
    return say.clock(frame.now.astimezone(frame.zone).time(), words)


def _tab(blocks: list[Block]) -> dict[str, Any]:
    return {"type": "home", "blocks": blocks}
