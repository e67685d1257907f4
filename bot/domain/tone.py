"""Advice on how a text reads: two findings at most, the weightiest first; it never blocks.

Plain Swedish first: long sentences (Tillväxtverket's "Klarspråk" and Kommuntorget, which say only
"prefer several short ones": the numbers are ours), LIX with the readings that are usual since
Björnsson 1968, stiff words and passives (`bot.domain.tone_words`). The rest holds for any language:
length (Norrköpings kommun, "Syfte och innehåll"; the numbers are ours), links, hashtags and emoji
(Stockholms stad, "Varumärkesmanual"; MFD's checklist at Västra Götalandsregionen). A finding is a
kind and values; the sentences are the catalogues'.
"""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from enum import StrEnum
from itertools import islice

from bot.domain.lix import EMOJI, HASHTAG, LINK, Level, Lix, level, lix, sentences, words
from bot.domain.text import is_blank
from bot.domain.tone_words import SHORTENERS, STIFF, is_swedish, passives, stiff

MOST = 2
FEWEST = 5  # words; a line shorter than that is not judged at all
LONG_SENTENCE, VERY_LONG_SENTENCE = 20, 28  # words
LONG_TEXT, VERY_LONG_TEXT = 480, 1500  # characters; of the first, Facebook shows about as much
MOST_LINKS, MOST_HASHTAGS, MOST_EMOJI = 1, 2, 3
FEWEST_PASSIVES = 2  # one has its place


class Kind(StrEnum):
    """What the advice is about."""

    LONG_SENTENCE = "long-sentence"
    HEAVY_SENTENCES = "heavy-sentences"
    HEAVY_WORDS = "heavy-words"
    STIFF = "stiff"
    NEEDLESS = "needless"
    PASSIVE = "passive"
    LONG_TEXT = "long-text"
    VERY_LONG_TEXT = "very-long-text"
    SHORT_LINK = "short-link"
    LINKS = "links"
    HASHTAGS = "hashtags"
    EMOJI = "emoji"


@dataclass(frozen=True, slots=True)
class Finding:
    """One thing to mend: what was *said*, what is *better*, how many there are."""

    kind: Kind
    count: int = 1
    said: str = ""
    better: str = ""


def advice(text: str, *, language: str) -> tuple[Finding, ...]:
    """Return what to mend first in *text*, by a team whose language is *language*."""
    if is_too_short(text):
        return ()
    found = (finding for check in _checks(text, language) for finding in check(text))
    return tuple(islice(found, MOST))


def is_too_short(text: str) -> bool:
    """Tell whether nothing can be said about so little."""
    return is_blank(text) or lix(text).words < FEWEST


def measured(text: str, *, language: str) -> Lix | None:
    """Return the LIX of a Swedish *text* of a Swedish team; of others nothing is said by it."""
    return lix(text) if language == "sv" and is_swedish(text) else None


Check = Callable[[str], Iterator[Finding]]


def _checks(text: str, language: str) -> tuple[Check, ...]:
    """Return the checks that fit *text*, the weightiest first."""
    if measured(text, language=language):
        return (_very_long_sentence, _hard, _very_long_text, _stiff, _links, _passive,
                _long_sentence, _hashtags, _emoji, _long_text, _middling)  # fmt: skip
    return (_very_long_text, _links, _hashtags, _emoji, _long_text)


def _very_long_sentence(text: str) -> Iterator[Finding]:
    longest = _longest(text)
    if (count := len(words(longest))) > VERY_LONG_SENTENCE:
        yield Finding(Kind.LONG_SENTENCE, count, longest)


def _long_sentence(text: str) -> Iterator[Finding]:
    longest = _longest(text)
    if LONG_SENTENCE < (count := len(words(longest))) <= VERY_LONG_SENTENCE:
        yield Finding(Kind.LONG_SENTENCE, count, longest)


def _longest(text: str) -> str:
    """Return the sentence with the most words."""
    longest = max(sentences(text), key=lambda each: len(words(each)), default="")
    return " ".join(longest.split())


def _hard(text: str) -> Iterator[Finding]:
    yield from _heavy(text, Level.HARD, Level.VERY_HARD)


def _middling(text: str) -> Iterator[Finding]:
    yield from _heavy(text, Level.MEDIUM)


def _heavy(text: str, *levels: Level) -> Iterator[Finding]:
    """Name what weighs more, beside an easy text's 15 words a sentence and 25 % long ones.

    Where a single sentence is long, that is said instead of the average: the remedy is the same.
    """
    figure = lix(text)
    if not figure.is_telling or level(figure.value) not in levels:
        return
    if figure.average - 15 <= figure.long_share - 25:
        yield Finding(Kind.HEAVY_WORDS, round(figure.long_share))
    elif len(words(_longest(text))) <= LONG_SENTENCE:
        yield Finding(Kind.HEAVY_SENTENCES, round(figure.average))


def _stiff(text: str) -> Iterator[Finding]:
    for word in stiff(text):
        better = STIFF[word]
        yield Finding(Kind.STIFF if better else Kind.NEEDLESS, said=word, better=better)


def _passive(text: str) -> Iterator[Finding]:
    found = passives(text)
    if len(found) >= FEWEST_PASSIVES:
        yield Finding(Kind.PASSIVE, len(found), found[0])


def _links(text: str) -> Iterator[Finding]:
    found = list(dict.fromkeys(LINK.findall(text)))
    short = [link for link in found if _host(link) in SHORTENERS]
    if short:
        yield Finding(Kind.SHORT_LINK, len(short), short[0])
    if len(found) > MOST_LINKS:
        yield Finding(Kind.LINKS, len(found))


def _hashtags(text: str) -> Iterator[Finding]:
    if (count := len(HASHTAG.findall(LINK.sub(" ", text)))) > MOST_HASHTAGS:
        yield Finding(Kind.HASHTAGS, count)


def _emoji(text: str) -> Iterator[Finding]:
    if (count := len(EMOJI.findall(LINK.sub(" ", text)))) > MOST_EMOJI:
        yield Finding(Kind.EMOJI, count)


def _very_long_text(text: str) -> Iterator[Finding]:
    if len(text) > VERY_LONG_TEXT:
        yield Finding(Kind.VERY_LONG_TEXT, len(text))


def _long_text(text: str) -> Iterator[Finding]:
    if LONG_TEXT < len(text) <= VERY_LONG_TEXT:
        yield Finding(Kind.LONG_TEXT, len(text))


def _host(link: str) -> str:
    return link.lower().partition("://")[2].partition("/")[0] or link.lower().partition("/")[0]
