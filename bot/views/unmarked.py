"""Posts that should have gone out and were not marked: a few in the digest, all on request."""

from collections.abc import Sequence

from bot.domain.plan import Post
from bot.locales import Words
from bot.locales import format as say
from bot.views.blocks import (
    Block,
    Message,
    actions,
    button,
    cut,
    escape,
    header,
    message,
    section,
    simple,
)
from bot.views.gaps import spoken
from bot.views.plan import Frame, owner_words, stage_words
from bot.views.plan_acts import MOVE, PUBLISH

SHOW = "unmarked.show"

PAGE = 20  # posts in one message: two blocks each
POST_LIMIT = 40


def page(words: Words, posts: Sequence[Post], begin: int, frame: Frame) -> Message:
    """List *posts*, the newest first, from the one in place *begin* on."""
    shown = posts[begin : begin + PAGE]
    if not shown:
        return simple(words("unmarked-none"))
    blocks = [header(words("unmarked-title"))]
    for post in shown:
        blocks += row(words, post, frame)
    left = len(posts) - begin - len(shown)
    if left > 0:
        further = button(words("unmarked-more"), SHOW, str(begin + PAGE))
        blocks.append(section(words("unmarked-left", count=left), accessory=further))
    return message(spoken(blocks), blocks)


def row(words: Words, post: Post, frame: Frame) -> list[Block]:
    """Return one post with the two answers: it is out, or it moves."""
    says = words("digest-move-says", title=post.title)
    move = button(words("digest-move"), MOVE, str(post.id), says=says)
    return [section(_post(words, post, frame)), actions(publish_button(words, post), move)]


def more(words: Words, count: int) -> Block:
    """Return how many there are besides those that are shown, with the way to all."""
    every = button(words("digest-show-unmarked"), SHOW, "0")
    return section(words("digest-more-unmarked", count=count), accessory=every)


def publish_button(words: Words, post: Post) -> Block:
    """Return the button that marks *post* as published."""
    says = words("digest-publish-says", title=cut(post.title, POST_LIMIT))
    return button(words("digest-publish"), PUBLISH, str(post.id), says=says)


def _post(words: Words, post: Post, frame: Frame) -> str:
    day = say.day_relative(post.day, words, today=frame.today)
    return words(
        "digest-unmarked-post",
        day=say.sentence(day),
        clock=say.clock(post.at, words),
        title=escape(post.title),
        outlet=frame.outlet(post.outlet_id),
        owner=owner_words(words, post.owner, frame.names),
        status=stage_words(words, post),
    )
