"""Words that flag a comment as urgent, and do nothing else: what it is, a person judges.

A word is whole, or a stem with `*` at its end; several words may stand in a row. Case, accents
written in two ways, and invisible signs between letters make no difference.
"""

import re
import unicodedata
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from enum import StrEnum
from functools import lru_cache

from bot.domain.errors import Refusal
from bot.domain.text import fold

MOST = 100
"""How many words of a kind there may be."""

LONGEST = 40
SHORTEST = 3
"""How many characters a word has; a stem that is shorter would be found everywhere."""

LIMIT = 2900
"""How many characters all words of a kind may have: they stand in one field of a form."""

_WORD = re.compile(r"[\w'’-]+(?: [\w'’-]+)*\*?")


class WordKind(StrEnum):
    """What a word may be a sign of."""

    DANGER = "danger"  # to somebody's life
    THREAT = "threat"
    HATE = "hate"
    OWN = "own"  # whatever else the team wants to see at once


class WordUnreadable(Refusal):
    """Refuse what is no word, or one that would be found everywhere, in a *field* of a form."""

    kind = "refusal-watch-word"

    def __init__(self, field: str, *, word: str) -> None:
        super().__init__(word=word)
        self.field = field


class TooManyWords(Refusal):
    """Refuse more words than a form can show again."""

    kind = "refusal-watch-words-many"

    def __init__(self, field: str, *, most: int) -> None:
        super().__init__(most=most)
        self.field = field


@dataclass(frozen=True, slots=True)
class WordList:
    """The words of a kind: those that flag, and those that are switched off."""

    on: tuple[str, ...] = ()
    off: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Hit:
    """A watch word that stands in a comment."""

    word: str
    kind: WordKind


@dataclass(frozen=True, slots=True)
class WordCount:
    """In how many comments a word was found, and how many of them broke no rule."""

    found: int = 0
    kept: int = 0


def folded(text: str) -> str:
    """Return *text* as it is compared.

    >>> folded("MÖ\u200bRDA")
    'mörda'
    """
    return fold("".join(c for c in text if unicodedata.category(c) != "Cf"))


def hits(text: str, lists: Mapping[WordKind, WordList]) -> list[Hit]:
    """Return the watch words that stand in *text*.

    >>> hits("Ni ska DÖ allihop", {WordKind.THREAT: WordList(("ska dö", "döda*"))})
    [Hit(word='ska dö', kind=<WordKind.THREAT: 'threat'>)]
    """
    compared = folded(text)
    return [
        Hit(word, kind)
        for kind, words in lists.items()
        for word in words.on
        if _pattern(word).search(compared)
    ]


def read_words(text: str, field: str) -> tuple[str, ...]:
    """Read words from a *field* of a form, one a line or with commas between.

    >>> read_words("Ta livet av sig, SJÄLVMORD*", "on")
    ('ta livet av sig', 'självmord*')
    """
    pieces = (folded(piece) for piece in re.split(r"[\n,;]", text))
    found = tuple(dict.fromkeys(piece for piece in pieces if piece))
    for word in found:
        _check(word, field)
    if len(found) > MOST or len("\n".join(found)) > LIMIT:
        raise TooManyWords(field, most=MOST)
    return found


def without(words: Iterable[str], others: Iterable[str]) -> tuple[str, ...]:
    """Return those of *words* that are not among *others*."""
    left_out = set(others)
    return tuple(word for word in words if word not in left_out)


def _check(word: str, field: str) -> None:
    if not _WORD.fullmatch(word) or not len(word.rstrip("*")) >= SHORTEST or len(word) > LONGEST:
        raise WordUnreadable(field, word=word[:LONGEST])


@lru_cache(maxsize=1024)
def _pattern(word: str) -> re.Pattern[str]:
    stem = word.removesuffix("*")
    end = "" if stem != word else r"(?!\w)"
    return re.compile(rf"(?<!\w){re.escape(stem)}{end}")
