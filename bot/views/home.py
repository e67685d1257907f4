"""The home tab: how the plan stands, what is mine, and how to begin."""

from collections.abc import Sequence
from typing import Any

from bot.domain.digest import Comments
from bot.domain.gaps import Runway
from bot.domain.outlets import Slot
from bot.domain.plan import Post
from bot.locales import Words
from bot.locales import format as say
from bot.views import gaps
from bot.views.blocks import Block, actions, button, context, header, section
from bot.views.plan import NEW, Frame, menu, post_line, runway_line

EXAMPLES = ("idea", "plan", "gaps")


def render(
    words: Words,
    *,
    name: str,
    runway: Runway,
    gaps_ahead: Sequence[Slot],
    mine: Sequence[Post],
    comments: Comments | None,
    frame: Frame,
    prefix: str,
) -> dict[str, Any]:
    """Return the tab of the person called *name*; *comments* is None without a page."""
    blocks: list[Block] = [
        header(words("home-hello", name=name)),
        section(runway_line(words, runway, today=frame.today)),
        actions(button(words("plan-new"), NEW, primary=True)),
    ]
    if gaps_ahead:
        blocks.append(header(words("home-gaps")))
        blocks += gaps.rows_to_fill(words, gaps_ahead, frame)
    blocks += [header(words("home-mine")), *_mine(words, mine, frame)]
    if comments:
        count = words("home-comments", count=comments.count, prefix=prefix)
        blocks += [header(words("home-comments-title")), section(count)]
    blocks += [header(words("home-start")), section(_examples(words, prefix))]
    clock = say.clock(frame.now.astimezone(frame.zone).time(), words)
    return _tab([*blocks, context(words("home-updated", clock=clock))])


def closed(words: Words) -> dict[str, Any]:
    """Return the tab of somebody who is no member of the workspace."""
    return _tab([section(words("refusal-not-a-member"))])


def _mine(words: Words, mine: Sequence[Post], frame: Frame) -> list[Block]:
    if not mine:
        return [section(words("home-mine-none"))]
    return [section(post_line(words, post, frame), accessory=menu(words, post)) for post in mine]


def _examples(words: Words, prefix: str) -> str:
    weekday = words("weekday", number=5)
    lines = (words(f"home-start-{each}", prefix=prefix, weekday=weekday) for each in EXAMPLES)
    return "\n".join(f"• {line}" for line in lines)


def _tab(blocks: list[Block]) -> dict[str, Any]:
    return {"type": "home", "blocks": blocks}
