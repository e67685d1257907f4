"""A post of the page that may be one of the plan's: asked about once, in the plan channel."""

from bot.domain.plan import Post
from bot.domain.text import title_of
from bot.locales import Words
from bot.views.blocks import Message, actions, button, cut, defuse, escape, link, message, section
from bot.views.plan import Frame, owner_words, post_line

LINK = "found.link"
OTHER = "found.other"

EXCERPT = 120
TITLE_LIMIT = 40


def ask(
    words: Words, post: Post, page_post_id: str, text: str, permalink: str | None, frame: Frame
) -> Message:
    """Ask whether what stands on the page is *post*."""
    shown = link(permalink or "", defuse(title_of(text, EXCERPT)))
    said = words("found-ask", planned=post_line(words, post, frame), shown=shown)
    value, title = f"{page_post_id} {post.id}", cut(post.title, TITLE_LIMIT)
    yes = button(
        words("found-link"), LINK, value, primary=True, says=words("found-link-says", title=title)
    )
    no = button(words("found-other"), OTHER, value)
    return message(said, [section(said), actions(yes, no)])


def answered(
    words: Words, post: Post, permalink: str | None, who: str, frame: Frame, *, is_same: bool
) -> Message:
    """Say in the question's place what was answered."""
    title = link(permalink or "", escape(post.title))
    name = owner_words(words, who, frame.names)
    key = "found-linked" if is_same else "found-dismissed"
    said = words(key, title=title, who=name)
    return message(said, [section(said)])
