"""The tip of the week: what the advice on last week's texts found most, in one line, seldom twice."""

from collections import Counter
from collections.abc import Iterable, Mapping
from datetime import date, timedelta
from enum import StrEnum

from bot.domain import tone
from bot.domain.plan import Post
from bot.domain.ready import Need, needs
from bot.domain.tone import advice

REST = timedelta(weeks=8)
"""How long a tip is not given again."""

FEWEST = 2
"""Posts in which it was found: one is no habit."""


class Tip(StrEnum):
    """What a tip is about; its words are the catalogue's."""

    SENTENCES = "sentences"
    WORDS = "words"
    STIFF = "stiff"
    PASSIVE = "passive"
    LENGTH = "length"
    LINKS = "links"
    SHORT_LINK = "short-link"
    HASHTAGS = "hashtags"
    EMOJI = "emoji"
    ALT = "alt"
    CAPTIONS = "captions"
    DESCRIPTION = "description"


_ADVICE: Mapping[tone.Kind, Tip] = {
    tone.Kind.LONG_SENTENCE: Tip.SENTENCES,
    tone.Kind.HEAVY_SENTENCES: Tip.SENTENCES,
    tone.Kind.HEAVY_WORDS: Tip.WORDS,
    tone.Kind.STIFF: Tip.STIFF,
    tone.Kind.NEEDLESS: Tip.STIFF,
    tone.Kind.PASSIVE: Tip.PASSIVE,
    tone.Kind.LONG_TEXT: Tip.LENGTH,
    tone.Kind.VERY_LONG_TEXT: Tip.LENGTH,
    tone.Kind.LINKS: Tip.LINKS,
    tone.Kind.SHORT_LINK: Tip.SHORT_LINK,
    tone.Kind.HASHTAGS: Tip.HASHTAGS,
    tone.Kind.EMOJI: Tip.EMOJI,
}
_NEEDS: Mapping[Need, Tip] = {
    Need.ALT: Tip.ALT,
    Need.CAPTIONS: Tip.CAPTIONS,
    Need.DESCRIPTION: Tip.DESCRIPTION,
}


def tips_for(post: Post, *, language: str) -> frozenset[Tip]:
    """Return what could be better in one post, by the same checks that advise on it."""
    said = {_ADVICE[finding.kind] for finding in advice(post.text, language=language)}
    return frozenset(said | {_NEEDS[need] for need in needs(post) if need in _NEEDS})


def choose(
    posts: Iterable[Post], given: Mapping[date, Tip], *, monday: date, language: str
) -> Tip | None:
    """Return the tip for the week of *monday*: what *posts* lacked most, of what has rested.

    *given* are the tips of earlier weeks by their Monday. Where nothing came twice there is none.
    """
    resting = {tip for week, tip in given.items() if monday - REST < week < monday}
    found = Counter(tip for post in posts for tip in tips_for(post, language=language))
    left = [(count, tip) for tip, count in found.items() if count >= FEWEST and tip not in resting]
    order = list(Tip)
    return min(left, key=lambda each: (-each[0], order.index(each[1])), default=(0, None))[1]
