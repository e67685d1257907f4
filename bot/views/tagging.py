"""What a comment was and how long it took: one tap each, on its card and when it is closed."""

from collections.abc import Sequence

from bot.domain.comments import Relayed
from bot.domain.tagging import Effort, Mark, Tag
from bot.locales import Words
from bot.views.blocks import Block, Message, actions, button, context, message, section
from bot.views.comments import head

TAG = "comment.tag"
EFFORT = "comment.effort"
CLEAR = "comment.untag"

CARD = "card"
"""Begins the value of a button that stands on a comment's card, which is then shown anew."""

THREAD = "thread"
"""Begins that of one in a comment's thread, where everybody sees what was tapped."""


def tag_act(tag: Tag) -> str:
    """Return the button's act for *tag*; Slack wants another for each button of a row."""
    return f"{TAG}.{tag}"


def effort_act(effort: Effort) -> str:
    """Return the button's act for *effort*."""
    return f"{EFFORT}.{effort}"


def rows(words: Words, shown: Relayed, mark: Mark, *, place: str = "") -> list[Block]:
    """Ask what a comment was and how long it took, and say what was answered."""
    value = f"{place} {shown.comment.id}".strip()
    tags = [_choice(words, tag, tag_act(tag), value, is_set=tag is mark.tag) for tag in Tag]
    efforts = [
        _choice(words, effort, effort_act(effort), value, is_set=effort is mark.effort)
        for effort in Effort
    ]
    if mark.tag or mark.effort:
        tags.append(button(words("tagging-clear"), CLEAR, value))
    return [section(_asks(words, mark)), actions(*tags), actions(*efforts)]


def asked(words: Words, shown: Relayed, mark: Mark, lead: Sequence[str] = ()) -> Message:
    """Ask whoever closed a comment what it was, and how long it took."""
    told = [*lead, head(words, shown), _asks(words, mark)]
    blocks = [*map(section, lead), context(head(words, shown)), *rows(words, shown, mark)]
    return message("\n".join(told), blocks)


def in_thread(words: Words, shown: Relayed, mark: Mark) -> Message:
    """Ask whoever answered a comment on the page itself: nobody here is known to have done it."""
    lead = words("tagging-on-page")
    told = f"{lead} {_asks(words, mark)}"
    return message(told, [context(lead), *rows(words, shown, mark, place=THREAD)])


def _asks(words: Words, mark: Mark) -> str:
    """Ask, or say what was answered."""
    said = [words(f"tagging-{each}") for each in (mark.tag, mark.effort) if each]
    if not said:
        return words("tagging-ask")
    now = words("tagging-now", said=" · ".join(said))
    missing = "effort" if mark.effort is None else "tag" if mark.tag is None else ""
    return f"{now} {words(f'tagging-ask-{missing}')}" if missing else now


def _choice(words: Words, choice: Tag | Effort, act: str, value: str, *, is_set: bool) -> Block:
    """Return a button; which one was chosen is also said in words above it."""
    return button(words(f"tagging-{choice}"), act, value, primary=is_set)
