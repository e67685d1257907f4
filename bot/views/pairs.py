"""Two persons for one post: the question in the channel, and what the card says and offers."""

from bot.domain.plan import BY_OUTLET, Post
from bot.locales import Words
from bot.views.blocks import Block, Message, actions, button, escape, simple
from bot.views.plan import OPEN, Frame, post_line

SECOND = "post.second"
PAIR = "post.pair"


def asked(words: Words, post: Post, asker: str, second: str | None, frame: Frame) -> Message:
    """Ask for a second pair of eyes on *post*, or say what became of the question."""
    line = post_line(words, post, frame)
    if second:
        return simple(f"{line}\n{words('pair-second', who=_named(words, second, frame))}")
    if not (post.is_open and post.pair) or post.second:
        return simple(f"{line}\n{words('pair-over')}")
    first = words("pair-asked", who=_named(words, asker, frame))
    show = button(words("plan-act-open"), OPEN, str(post.id))
    return simple(f"{first}\n{line}", actions(show, _yes(words, post)))


def lines(words: Words, post: Post, frame: Frame) -> list[str]:
    """Say in the card whether *post* needs two persons, and who the second is."""
    if not post.pair:
        return []
    if post.second:
        return [words("pair-second", who=_named(words, post.second, frame))]
    return [words("pair-waits")]


def buttons(words: Words, post: Post) -> list[Block]:
    """Return what can be done about it in the card: say yes, want two persons, or no more."""
    yes = [_yes(words, post)] if post.pair and not post.second else []
    if post.pair == BY_OUTLET:
        return yes
    act = "off" if post.pair else "on"
    return [*yes, button(words(f"pair-{act}"), PAIR, f"{post.id} {post.revision} {act}")]


def _yes(words: Words, post: Post) -> Block:
    return button(words("pair-yes"), SECOND, f"{post.id} {post.revision}")


def _named(words: Words, user: str, frame: Frame) -> str:
    return escape(frame.names.get(user, words("somebody")))
