"""What of a comment is shown: the one place that decides it, for every message and every list."""

from dataclasses import replace

from bot.domain.comments import Relayed
from bot.domain.masking import Private, mask, names_person
from bot.domain.page import PageComment
from bot.domain.relaying import EXCERPT, Discretion, Mode
from bot.domain.text import is_blank, tidy
from bot.locales import Words
from bot.views.blocks import ELLIPSIS


def discreet(words: Words, discretion: Discretion, one: Relayed) -> Relayed:
    """Return *one* with its texts as they may be shown, and what was done to its own.

    The text of what it answers is shown as that comment's own message would show it.
    """
    comment = told(words, discretion, one.comment, is_urgent=one.relay.flagged_by is not None)
    parent = one.parent and told(words, discretion, one.parent, is_urgent=one.is_parent_urgent)
    text = tidy(one.comment.text)
    return replace(
        one,
        comment=comment,
        parent=parent,
        is_cut=comment.text != masked(words, text),
        is_masked=masked(words, text) != text,
    )


def told(
    words: Words, discretion: Discretion, comment: PageComment, *, is_urgent: bool
) -> PageComment:
    """Return *comment* with as much of its text as may be shown, and of who wrote it."""
    text = tidy(comment.text)
    mode = discretion.mode(delicate=is_urgent or names_person(text))
    author = comment.author_name if discretion.names else None
    return replace(comment, text=_shown(words, text, mode), author_name=author)


def _shown(words: Words, text: str, mode: Mode) -> str:
    if is_blank(text):
        return text
    if mode is Mode.LINK:
        return words("relaying-withheld")
    told = masked(words, text)
    return _excerpt(told) if mode is Mode.EXCERPT else told


def masked(words: Words, text: str) -> str:
    """Return *text* without personal identity numbers, telephone numbers and addresses."""
    return mask(text, {kind: words(f"masked-{kind}") for kind in Private})


def _excerpt(text: str) -> str:
    """Return the beginning of *text*, ending between two words where there are any."""
    if len(text) <= EXCERPT:
        return text
    short = text[: EXCERPT - len(ELLIPSIS) - 1]
    *whole, _ = short.rsplit(maxsplit=1) if any(map(str.isspace, short)) else (short, "")
    return f"{whole[0].rstrip()} {ELLIPSIS}" if whole else short + ELLIPSIS
