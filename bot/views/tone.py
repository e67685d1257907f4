"""Advice on a text, in words: what could be better and how, and how heavy it is to read."""

from bot.domain.lix import Lix, level
from bot.domain.plan import Post
from bot.domain.text import is_blank, title_of
from bot.domain.tone import Finding, advice, is_too_short, measured
from bot.locales import Words
from bot.views.blocks import Block, Message, button, context, cut, escape, message, section

ADVICE = "post.advice"

SAID_LIMIT = 60
TITLE_LIMIT = 40


def ask_button(words: Words, post: Post) -> Block:
    """Return the button that asks for advice on the text of *post*."""
    says = words("tone-ask-says", title=cut(post.title, TITLE_LIMIT))
    return button(words("tone-ask"), ADVICE, str(post.id), says=says)


def asks(words: Words, post: Post) -> list[Block]:
    """Return that button where there is a text to advise on, and time to mend it."""
    return [ask_button(words, post)] if post.is_open and not is_blank(post.text) else []


def advised(words: Words, post: Post) -> Message:
    """Return all there is to say about the text of *post*, or a good word."""
    title = words("tone-title", title=escape(post.title))
    if is_too_short(post.text):
        key = "tone-no-text" if is_blank(post.text) else "tone-too-short"
        return _told([title, words(key)], [])
    figure = _figure(words, post)
    if lines := lines_of(words, post.text):
        shown = [title, *(f"• {line}" for line in lines)]
        return _told(shown, [*figure, words("tone-only-advice")])
    # Praise for what was looked at, and no more.
    return _told([title, words("tone-fine" if figure else "tone-fine-signs")], figure)


def lines_of(words: Words, text: str) -> list[str]:
    """Return the advice on *text* in lines of mrkdwn; none where it is fine."""
    return [_line(words, finding) for finding in advice(text, language=words.language)]


def _told(lines: list[str], small: list[str]) -> Message:
    """Return *lines*, and *small* print under them."""
    text = "\n".join(lines)
    return message(
        "\n".join([text, *small]), [section(text), *([context(*small)] if small else [])]
    )


def _line(words: Words, finding: Finding) -> str:
    return words(
        f"tone-{finding.kind}",
        count=finding.count,
        said=escape(title_of(finding.said, SAID_LIMIT)),
        better=finding.better,
    )


def _figure(words: Words, post: Post) -> list[str]:
    """Say the LIX with its two causes, never as a verdict."""
    figure = measured(post.text, language=words.language)
    if figure is None:
        return []
    return [_lix(words, figure) if figure.is_telling else words("tone-lix-short")]


def _lix(words: Words, figure: Lix) -> str:
    return words(
        "tone-lix",
        lix=round(figure.value),
        level=words(f"tone-lix-{level(figure.value)}"),
        average=round(figure.average),
        share=round(figure.long_share),
    )
