"""The little world a sandbox begins with: a region's page, its residents, a team's plan.

Everything is told relative to the day it is planted on, so that it fits any date. `plan` and
`ideas` belong into the bot's own database; whoever starts the sandbox puts them there.
"""

import json
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from pathlib import Path
from typing import Any, Protocol
from zoneinfo import ZoneInfo

from bot.clock import Clock
from bot.sandbox.page import Page

WORLDS = Path(__file__).parent / "world"
WEEKDAYS = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")


class Workspace(Protocol):
    """What is needed of the Slack side: to place a message in the past."""

    def post(self, channel: str, user: str, content: dict[str, Any], *, at: datetime) -> object:
        """Add a message."""


@dataclass(frozen=True, slots=True)
class Moment:
    """A moment before now: minutes ago, or a local time so many days ago."""

    minutes_ago: int | None = None
    days_ago: int = 0
    time: time = time()

    def before(self, now: datetime, zone: ZoneInfo) -> datetime:
        """Return the instant, seen from *now*."""
        if self.minutes_ago is not None:
            return now - timedelta(minutes=self.minutes_ago)
        day = now.astimezone(zone).date() - timedelta(days=self.days_ago)
        return datetime.combine(day, self.time, zone)


When = Callable[[Moment], datetime]


@dataclass(frozen=True, slots=True)
class SeedComment:
    """A comment on the page; *author* None is the page itself."""

    author: str | None
    at: Moment
    message: str
    attachment: str | None
    replies: tuple["SeedComment", ...]


@dataclass(frozen=True, slots=True)
class SeedPost:
    """A post that has been published on the page."""

    at: Moment
    message: str
    reactions: int
    shares: int
    comments: tuple[SeedComment, ...]


@dataclass(frozen=True, slots=True)
class SeedMessage:
    """A line of talk in a Slack channel."""

    channel: str
    user: str
    at: Moment
    text: str


@dataclass(frozen=True, slots=True)
class SeedPlanned:
    """A post in the plan: *week* 0 is the present one; *outlet* is facebook, web or intranet."""

    week: int
    weekday: str
    time: time
    outlet: str
    owner: str | None
    status: str
    title: str
    text: str

    def day(self, today: date) -> date:
        """Return the date, seen from *today*; it may have passed already.

        >>> SeedPlanned(1, "wed", time(11), "web", None, "draft", "", "").day(date(2026, 11, 24))
        datetime.date(2026, 12, 2)
        """
        return _day(self.week, self.weekday, today)


@dataclass(frozen=True, slots=True)
class SeedIdea:
    """An idea in the bank: its tags, the outlets it suits, who voted for it, and perhaps its day."""

    author: str
    days_ago: int
    title: str
    note: str
    tags: tuple[str, ...] = ()
    outlets: tuple[str, ...] = ()
    votes: tuple[str, ...] = ()
    week: int | None = None
    weekday: str = "mon"

    def day(self, today: date) -> date | None:
        """Return the date to which it is tied, seen from *today*; most are tied to none."""
        return None if self.week is None else _day(self.week, self.weekday, today)


@dataclass(frozen=True, slots=True)
class World:
    """Everything, in one language."""

    name: str
    about: str
    residents: tuple[str, ...]
    posts: tuple[SeedPost, ...]
    chatter: tuple[SeedMessage, ...]
    plan: tuple[SeedPlanned, ...]
    ideas: tuple[SeedIdea, ...]


def load(language: str) -> World:
    """Return the world in `sv` or `en`."""
    told = json.loads((WORLDS / f"{language}.json").read_text(encoding="utf-8"))
    return World(
        name=told["page"]["name"],
        about=told["page"]["about"],
        residents=tuple(told["residents"]),
        posts=tuple(_post(one) for one in told["posts"]),
        chatter=tuple(_line(one) for one in told["chatter"]),
        plan=tuple(SeedPlanned(**one | {"time": _time(one["time"])}) for one in told["plan"]),
        ideas=tuple(_idea(one) for one in told["ideas"]),
    )


def plant(workspace: Workspace, page: Page, clock: Clock, language: str, zone: ZoneInfo) -> World:
    """Fill an empty page and an empty workspace, and return the world for the bot's own part."""
    world, now = load(language), clock.now()

    def when(moment: Moment) -> datetime:
        return moment.before(now, zone)

    page.describe(world.name, world.about, world.residents)
    with page.quiet():
        for post in reversed(world.posts):
            _publish(page, post, when)
    for line in world.chatter:
        workspace.post(line.channel, line.user, {"text": line.text}, at=when(line.at))
    return world


def _publish(page: Page, post: SeedPost, when: When) -> None:
    post_id = page.add_post(
        post.message, at=when(post.at), reactions=post.reactions, shares=post.shares
    )
    _write(page, post_id, None, post.comments, when)


def _write(
    page: Page,
    post_id: str,
    parent_id: str | None,
    comments: Iterable[SeedComment],
    when: When,
) -> None:
    for comment in comments:
        written = page.add_comment(
            post_id,
            comment.message,
            author=comment.author,
            parent_id=parent_id,
            at=when(comment.at),
            attachment=comment.attachment,
        )
        _write(page, post_id, written, comment.replies, when)


def _post(told: Mapping[str, Any]) -> SeedPost:
    return SeedPost(
        at=_moment(told),
        message=told["message"],
        reactions=told["reactions"],
        shares=told["shares"],
        comments=tuple(_comment(one) for one in told["comments"]),
    )


def _comment(told: Mapping[str, Any]) -> SeedComment:
    return SeedComment(
        author=told["author"],
        at=_moment(told),
        message=told["message"],
        attachment=told.get("attachment"),
        replies=tuple(_comment(one) for one in told["replies"]),
    )


def _line(told: Mapping[str, Any]) -> SeedMessage:
    return SeedMessage(told["channel"], told["user"], _moment(told), told["text"])


def _idea(told: Mapping[str, Any]) -> SeedIdea:
    lists = {name: tuple(value) for name, value in told.items() if isinstance(value, list)}
    return SeedIdea(**{**told, **lists})


def _moment(told: Mapping[str, Any]) -> Moment:
    if "minutes_ago" in told:
        return Moment(minutes_ago=told["minutes_ago"])
    return Moment(days_ago=told["days_ago"], time=_time(told["time"]))


def _day(week: int, weekday: str, today: date) -> date:
    monday = today - timedelta(days=today.weekday())
    return monday + timedelta(weeks=week, days=WEEKDAYS.index(weekday))


def _time(text: str) -> time:
    return time.fromisoformat(text)
