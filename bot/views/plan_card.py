"""One post as a whole: its text, what it shows, what it lacks, and all that can be done about it."""

from collections.abc import Sequence
from dataclasses import dataclass

from bot.domain.counts import Received
from bot.domain.history import Change
from bot.domain.plan import Post, Status
from bot.domain.ready import missing
from bot.domain.text import is_blank
from bot.locales import Words
from bot.views import (
    counts,
    lessons,
    pairs,
    plan_history,
    plan_media,
    plan_ready,
    plan_siblings,
    tone,
    watching,
)
from bot.views.blocks import (
    Block,
    Message,
    actions,
    button,
    context,
    escape,
    message,
    quotation,
    section,
)
from bot.views.going_out import row_button
from bot.views.plan import CHANGE, Frame, post_line
from bot.views.plan_acts import CANCEL, DRAFT, MOVE, PUBLISH, READY, source_words

NEWEST = 3
"""How many acts of the history stand in the card."""


@dataclass(frozen=True, slots=True)
class Card:
    """A post with its siblings and the newest of its history; *decides*: for the lead's eyes.

    *series* is the name of the series it belongs to, *source* the post that it is made of;
    *received* is how it was received on the page, if it was counted.
    """

    post: Post
    siblings: Sequence[Post]
    history: Sequence[Change]
    decides: bool
    series: str = ""
    source: Post | None = None
    received: Received | None = None


def card(words: Words, shown: Card, frame: Frame) -> Message:
    """Return the post as a private message with its buttons."""
    post = shown.post
    lines = [
        post_line(words, post, frame),
        *([words("plan-in-series", name=escape(shown.series))] if shown.series else []),
        *([source_words(words, "reuse-source", shown.source, frame)] if shown.source else []),
        *plan_media.lines(words, post),
        *plan_ready.ruling_lines(words, post, frame.names),
        *pairs.lines(words, post, frame),
        *([] if post.watcher else watching.lines(words, post, frame)),
    ]
    text = quotation(post.text) if not is_blank(post.text) else section(words("digest-no-text"))
    blocks: list[Block] = [section(lines[0]), text, section("\n".join(lines[1:]))]
    if post.is_open and (lacking := missing(post)):
        lacks = [words("ready-lacks"), *plan_ready.missing_lines(words, lacking)]
        blocks.append(section("\n".join(lacks)))
        lines += lacks
    if came := counts.lines(words, shown.received):
        blocks.append(section("\n".join(came)))
        lines += came
    newest = [plan_history.line(words, change, frame) for change in shown.history[:NEWEST]]
    return message("\n".join(lines), [*blocks, context(*newest), *_rows(words, shown, frame)])


def _rows(words: Words, shown: Card, frame: Frame) -> list[Block]:
    post = shown.post
    history = button(words("post-history"), plan_history.HISTORY, str(post.id))
    lesson = button(words("lesson-open"), lessons.OPEN, f"post {post.id}")
    if not post.is_open:
        return [actions(history, lesson)]
    first = [_button(words, "change", CHANGE, post), plan_media.open_button(words, post)]
    mark = ("draft", DRAFT) if post.status is Status.READY else ("ready", READY)
    rest = [_button(words, *each, post) for each in (mark, ("publish", PUBLISH))]
    lead = [b for b in plan_ready.ways(words, post, decides=shown.decides) if _is_leads(b)]
    second = [
        _button(words, "move", MOVE, post),
        _button(words, "also", plan_siblings.ALSO, post),
        *([_button(words, "unlink", plan_siblings.UNLINK, post)] if shown.siblings else []),
        *tone.asks(words, post),
        *pairs.buttons(words, post),
        history,
        lesson,
        _button(words, "cancel", CANCEL, post),
    ]
    out = row_button(words, post, frame)
    return [actions(*out, *first, *rest, *lead), actions(*second)]


def _button(words: Words, act: str, action_id: str, post: Post) -> Block:
    return button(words(f"plan-act-{act}"), action_id, str(post.id))


def _is_leads(element: Block) -> bool:
    return element["action_id"] in {plan_ready.OVERRIDE, plan_ready.DECIDE}
