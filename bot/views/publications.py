"""Publishing on the page: the form that asks first, and what is said afterwards."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from bot.domain.plan import LINK_LIMIT, Post
from bot.domain.publishing import Problem, Publication, State
from bot.domain.text import is_blank
from bot.locales import Words
from bot.locales import format as say
from bot.views import plan_photos
from bot.views.blocks import (
    Block,
    Message,
    actions,
    context,
    escape,
    field,
    link,
    message,
    modal,
    option,
    plain,
    quotation,
    section,
    select,
    simple,
    text_input,
    values,
)
from bot.views.forms import Origin
from bot.views.going_out import go_out_button, moment, problem, withdraw_button
from bot.views.plan import Frame

SAVE = "post.go_out_save"

LINK, WHEN = "link", "when"
NOW, PLANNED = "now", "planned"


@dataclass(frozen=True, slots=True)
class Confirmed:
    """What the submitted form says besides the post that it showed."""

    link: str | None
    is_planned: bool


def read(state: Mapping[str, Any]) -> Confirmed:
    """Read the submitted form."""
    said = values(state)
    return Confirmed(said.get(LINK), said.get(WHEN) == PLANNED)


def form(
    words: Words,
    post: Post,
    origin: Origin,
    frame: Frame,
    *,
    page: str | None,
    former: Publication | None = None,
) -> dict[str, Any]:
    """Return the question that stands before publishing: what goes out, where, and when.

    Its button is the act: nothing goes out without it. What *former* tried is taken up again.
    """
    shown = escape(page) if page and not is_blank(page) else words("publish-page-nameless")
    failed = former if former and former.state is State.FAILED else None
    warned = [section(problem(words, failed))] if failed and failed.problem in DOUBTS else []
    blocks = [
        *warned,
        section(words("publish-form-intro", page=shown)),
        quotation(post.text),
        *plan_photos.shown(words, post.media),
        *_link(words, post, failed.link if failed else None),
        _when(words, post, frame),
        context(words("publish-form-in-text" if post.media.photos else "publish-form-pictures")),
    ]
    labels = (words("publish-form-title"), words("publish-form-submit"), words("plan-close"))
    return modal(SAVE, *labels, blocks, private_metadata=origin.pack())


DOUBTS = frozenset({Problem.UNSURE, Problem.NOWHERE, Problem.DUPLICATE})
"""After these a person has to look at the page before trying again."""


def decided(words: Words, publication: Publication, post: Post, frame: Frame) -> Message:
    """Say what will happen, and how to stop it."""
    key = "publish-decided-planned" if publication.is_planned else "publish-decided-now"
    text = words(key, title=escape(post.title), when=moment(words, publication, frame))
    if not publication.is_planned:
        return simple(text)
    return message(text, [section(text), actions(withdraw_button(words, post))])


def withdrawn(words: Words, post: Post) -> Message:
    """Say that it will not go out."""
    text = words("publish-withdrawn", title=escape(post.title))
    return message(text, [section(text), actions(go_out_button(words, post))])


def outcome(words: Words, publication: Publication, post: Post) -> Message:
    """Tell whoever decided it what became of it; what failed can be tried again."""
    title = escape(post.title)
    if publication.state is State.PUBLISHED:
        opened = link(publication.permalink or "", words("plan-open"))
        key = "publish-out" if publication.permalink else "publish-out-linkless"
        return simple(words(key, title=title, link=opened))
    if publication.state is State.WITHDRAWN:
        return simple(words("publish-dropped", title=title))
    text = words("publish-failed", title=title, problem=problem(words, publication))
    if not post.is_open:
        return simple(text)
    again = {**go_out_button(words, post), "text": plain(words("publish-again"))}
    return message(text, [section(text), actions(again)])


def with_fate(
    words: Words, said: Message, post: Post, publication: Publication | None, frame: Frame
) -> Message:
    """Add to what was *said* of a change what it means for the publishing that waited."""
    if publication is None:
        return said
    if publication.state is State.WITHDRAWN:
        line = words("publish-dropped", title=escape(post.title))
    else:
        line = words("publish-follows", when=moment(words, publication, frame))
    blocks = [*said["blocks"], context(line)]
    return message("\n".join([said["text"], line]), blocks)


def _link(words: Words, post: Post, initial: str | None) -> list[Block]:
    """Return the field for a link: the page shows it under the text, or in it beside pictures."""
    element = text_input("value", initial or "", limit=LINK_LIMIT)
    hint = words("publish-form-link-hint")
    label = words("publish-form-link-in-text" if post.media.photos else "publish-form-link")
    return [field(label, element, block_id=LINK, hint=hint, optional=True)]


def _when(words: Words, post: Post, frame: Frame) -> Block:
    """Return the choice between now and the post's time, where that is ahead."""
    due = post.slot.starts(frame.zone)
    options = [option(words("publish-form-now"), NOW)]
    if due > frame.now:
        local = due.astimezone(frame.zone)
        when = say.day_at(local.date(), local.time(), words, today=frame.today)
        options.insert(0, option(words("publish-form-planned", when=when), PLANNED))
    return field(
        words("publish-form-when"), select("value", options, options[0]["value"]), block_id=WHEN
    )
