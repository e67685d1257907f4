"""Who keeps an eye on a post that needs it while nobody is at work."""

from typing import Any

from bot.domain.care import is_exposed
from bot.domain.outlets import Slot
from bot.domain.plan import Post, slot_value
from bot.locales import Words
from bot.locales import format as say
from bot.views.blocks import Block, actions, button, cut, escape, field, modal, section
from bot.views.forms import Origin
from bot.views.pickers import person_picker
from bot.views.plan import Frame, watcher_words
from bot.views.plan_acts import MOVE

MINE = "post.watch_mine"
ASK = "post.watch"
CALM = "post.watch_calm"
SAVE = "post.watch_save"
WATCHER = "watcher"

TITLE_LIMIT = 40


def lines(words: Words, post: Post, frame: Frame) -> list[str]:
    """Say who watches *post*, or that somebody should; nothing where nobody needs to."""
    if post.watcher:
        return [say.sentence(words("watch-by", who=watcher_words(words, post, frame.names)))]
    return [words("watch-nobody")] if is_exposed(post, frame.calendar, frame.zone) else []


def row(words: Words, post: Post, frame: Frame, calm: Slot | None = None) -> list[Block]:
    """Return the question who watches *post*, or the answer; *calm* is where nobody need to."""
    said = words(
        "watch-post",
        title=escape(post.title),
        when=say.day_at(post.day, post.at, words, today=frame.today),
        outlet=frame.outlet(post.outlet_id),
    )
    shown = section("\n".join([said, *lines(words, post, frame)]))
    return [shown] if post.watcher else [shown, actions(*buttons(words, post, frame, calm))]


def buttons(words: Words, post: Post, frame: Frame, calm: Slot | None) -> list[Block]:
    """Return the ways to answer: I do, somebody else does, it moves, to *calm* with one click."""
    title = cut(post.title, TITLE_LIMIT)
    asked = [
        button(words("watch-mine"), MINE, str(post.id), says=words("watch-mine-says", title=title)),
        button(
            words("watch-other"), ASK, str(post.id), says=words("watch-other-says", title=title)
        ),
    ]
    if not post.is_open:
        return asked
    says = words("digest-move-says", title=title)
    move = button(words("digest-move"), MOVE, str(post.id), says=says)
    return [*asked, *(_move_to(words, post, calm, frame) if calm else []), move]


def _move_to(words: Words, post: Post, calm: Slot, frame: Frame) -> list[Block]:
    label = words("watch-move", when=say.day_at(calm.day, calm.at, words, today=frame.today))
    return [button(label, CALM, f"{post.id} {post.revision} {slot_value(calm)}")]


def form(words: Words, post: Post, origin: Origin) -> dict[str, Any]:
    """Return the form that names who watches *post*."""
    blocks = [
        section(words("watch-intro", title=escape(post.title))),
        field(words("watch-who"), person_picker(post.watcher), block_id=WATCHER),
    ]
    labels = (words("watch-title"), words("plan-save"), words("plan-close"))
    return modal(SAVE, *labels, blocks, private_metadata=origin.pack())
