"""What a post's row says of its publishing on the page, and what can be done about that.

While publishing is off, nothing: neither a word nor a choice.
"""

from typing import TYPE_CHECKING

from bot.domain.plan import Post, Status
from bot.domain.publishing import Publication, State
from bot.locales import Words
from bot.locales import format as say
from bot.views.blocks import Block, button, cut, escape

if TYPE_CHECKING:
    from bot.views.plan import Frame

GO_OUT = "post.go_out"
WITHDRAW = "post.withdraw"

TITLE_LIMIT = 40


def next_act(post: Post, frame: "Frame") -> str | None:
    """Return the act that is next for *post* on the page, by its name; None where there is none."""
    if not post.is_open or frame.page_outlet is None or post.outlet_id != frame.page_outlet:
        return None
    publication = frame.publications.get(post.id)
    if publication and publication.is_active:
        return "withdraw"
    return "go-out" if post.status is Status.READY else None


def row_button(words: Words, post: Post, frame: "Frame") -> list[Block]:
    """Return the button for what is next, if anything is."""
    if next_act(post, frame) == "withdraw":
        return [withdraw_button(words, post)]
    return [go_out_button(words, post)] if next_act(post, frame) else []


def go_out_button(words: Words, post: Post) -> Block:
    """Return the button that opens the form which asks before anything goes out."""
    says = words("publish-says", title=cut(post.title, TITLE_LIMIT))
    return button(words("plan-act-go-out"), GO_OUT, str(post.id), says=says)


def withdraw_button(words: Words, post: Post) -> Block:
    """Return the button that withdraws what waits to go out."""
    says = words("publish-withdraw-says", title=cut(post.title, TITLE_LIMIT))
    return button(words("plan-act-withdraw"), WITHDRAW, str(post.id), says=says)


def state_lines(words: Words, post: Post, frame: "Frame") -> list[str]:
    """Say how it stands with the publishing of an open *post*."""
    publication = frame.publications.get(post.id)
    if frame.page_outlet is None or publication is None or not post.is_open:
        return []
    if publication.state is State.FAILED:
        return [words("publish-row-failed", problem=problem(words, publication))]
    if publication.state is State.WITHDRAWN:
        return []
    if publication.problem:
        return [words("publish-row-slow")]
    if publication.due <= frame.now:
        return [words("publish-row-now")]
    return [words("publish-row-waiting", when=moment(words, publication, frame))]


def moment(words: Words, publication: Publication, frame: "Frame") -> str:
    """Say when it goes out, in the team's zone."""
    local = publication.due.astimezone(frame.zone)
    return say.day_at(local.date(), local.time(), words, today=frame.today)


def problem(words: Words, publication: Publication) -> str:
    """Say why it did not go out, and what to do."""
    return words(f"publish-problem-{publication.problem}", code=escape(publication.code) or "–")
