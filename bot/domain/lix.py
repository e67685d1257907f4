"""LIX, the measure of how heavy a text is to read, and the sentences and words it counts.

LIX = words / sentences + 100 · long words / words, long having more than six letters (C.-H.
Björnsson, "Läsbarhet", 1968). Implementations differ in what a sentence and a word are. Here a
sentence ends at `.`, `!`, `?` or `:` before space, a quotation mark or the end of the line, and
with the line; addresses, hashtags, @names and emoji are taken out first; a compound with hyphens
is one word; digits make a word, but never a long one.
"""

import re
import unicodedata
from dataclasses import dataclass
from enum import StrEnum

LONG_WORD = 6
FEWEST_WORDS, FEWEST_SENTENCES = 30, 3
"""Below them the figure says nothing: "för kort för LIX"."""

LINK = re.compile(
    r"(?:https?://|\bwww\.)[^\s<>|]*[^\s<>|.,;:!?)”\"'’»]"
    r"|(?<![\w.@-])[\w-]+(?:\.[\w-]+)*\.(?:se|nu|com|org|net|eu|fi|no|dk|ly)\b(?:/[^\s<>|]*[^\s<>|.,;:!?)”\"'’»])?",
    re.IGNORECASE,
)
HASHTAG = re.compile(r"(?<!\w)#\w+")
_SIGN = r"[\U0001f000-\U0001faff\u2600-\u27bf\u231a\u231b\u23e9-\u23fa\u2b1b\u2b1c\u2b50\u2b55]"
_TONE = r"(?:\ufe0f|[\U0001f3fb-\U0001f3ff])*"
EMOJI = re.compile(
    rf"[\U0001f1e6-\U0001f1ff]{{2}}|[0-9#*]\ufe0f?\u20e3|{_SIGN}{_TONE}(?:\u200d{_SIGN}{_TONE})*"
    r"|[\u00a9-\u3299]\ufe0f|(?<!\w):(?:[+-]1|100|[a-z][a-z0-9_+-]*):"  # the last as Slack writes it
)
_NAME = re.compile(r"(?<![\w.+-])[\w.+-]*@\w+(?:[.-]\w+)*")  # and e-mail addresses
_END = re.compile(r"""[.!?:](?=\s|$|["'”’»])""")
_WORD = re.compile(r"[^\W_]+(?:[-‐‑'’:][^\W_]+|(?<=\d)[.,]\d+)*")


@dataclass(frozen=True, slots=True)
class Lix:
    """What was counted, and the figures that follow from it."""

    words: int
    sentences: int
    long_words: int

    @property
    def value(self) -> float:
        """The figure itself; 0 for nothing."""
        return self.average + self.long_share

    @property
    def average(self) -> float:
        """Words per sentence."""
        return self.words / self.sentences if self.sentences else 0.0

    @property
    def long_share(self) -> float:
        """Long words in a hundred."""
        return 100 * self.long_words / self.words if self.words else 0.0

    @property
    def is_telling(self) -> bool:
        """Tell whether the text is long enough for the figure to mean something."""
        return self.words >= FEWEST_WORDS and self.sentences >= FEWEST_SENTENCES


class Level(StrEnum):
    """How heavy a text is, by its LIX: under 30, 40, 50, 60, and above."""

    VERY_EASY = "very-easy"
    EASY = "easy"
    MEDIUM = "medium"
    HARD = "hard"
    VERY_HARD = "very-hard"


def level(value: float) -> Level:
    """Read a LIX as it is shown, without decimals.

    >>> level(29.4), level(29.6), level(85.6)
    (<Level.VERY_EASY: 'very-easy'>, <Level.EASY: 'easy'>, <Level.VERY_HARD: 'very-hard'>)
    """
    return list(Level)[min(max(round(value) // 10 - 2, 0), 4)]


def lix(text: str) -> Lix:
    """Count *text*.

    >>> lix("Barnmorskorna på 1177-mottagningen svarar. Ring oss!")
    Lix(words=6, sentences=2, long_words=2)
    """
    counted = [words(sentence) for sentence in sentences(text)]
    every = [word for sentence in counted for word in sentence]
    return Lix(len(every), len(counted), sum(map(_is_long, every)))


def sentences(text: str) -> list[str]:
    """Return what counts as sentences: the pieces of *text* that have words."""
    lines = running(text).splitlines()
    pieces = (piece.strip() for line in lines for piece in _END.split(line))
    return [piece for piece in pieces if _WORD.search(piece)]


def words(sentence: str) -> list[str]:
    """Return the words of one sentence.

    >>> words("Kl. 11.30 kommer EU:s covid-19-buss")
    ['Kl', '11.30', 'kommer', 'EU:s', 'covid-19-buss']
    """
    return _WORD.findall(sentence)


def running(text: str) -> str:
    """Return *text* without what is not read as words: addresses, hashtags, @names, emoji."""
    kept = unicodedata.normalize("NFC", text).replace("\u00ad", "")
    for extra in (LINK, _NAME, HASHTAG, EMOJI):
        kept = extra.sub(" ", kept)
    return kept


def _is_long(word: str) -> bool:
    return sum(map(str.isalpha, word)) > LONG_WORD
