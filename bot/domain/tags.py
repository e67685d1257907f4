"""Tags: words with a # before them, shown as they were written and compared without regard to that.

A tag is whatever stands between the sign and the next white space, but for the sentence's own
marks: `#1177` and `#vård-2026` are tags as well. Signs within it part its words, so that
`#vård-2026` and `#Vård_2026` are the same.
"""

import re
from collections.abc import Iterable

from bot.domain.text import words_of

_TAG = re.compile(r"(?<!\S)#([^\s#]+)")
_AT_END = re.compile(r"(?:(?:^|\s+)#[^\s#]+)+$")
_MARKS = ".,;:!?…()[]{}\"'”“»«’‘"
_HYPHEN = "\u2010"  # no sign that parts words


def key(tag: str) -> str:
    """Make *tag* comparable; empty for one that consists of signs alone.

    >>> key("#Vård_2026") == key("vård-2026")
    True
    """
    return _HYPHEN.join(words_of(tag))


def tags_in(text: str) -> tuple[str, ...]:
    """Find the tags that are written in *text* with their sign.

    >>> tags_in("Boka #vaccin nu, #Vård!")
    ('vaccin', 'Vård')
    """
    return _each(_TAG.findall(text))


def listed(text: str) -> tuple[str, ...]:
    """Read a list of tags, with or without signs, with spaces or commas between them.

    >>> listed("vaccin, #Vård VACCIN")
    ('vaccin', 'Vård')
    """
    return _each(text.replace(",", " ").replace("#", " ").split())


def lifted(title: str) -> str:
    """Return *title* without the tags at its end, unless it has nothing else to say.

    >>> lifted("Så bokar du #vaccin #vård"), lifted("#vaccin")
    ('Så bokar du', '#vaccin')
    """
    return _AT_END.sub("", title) or title


def without(text: str) -> str:
    """Return *text* without its tags: what is left to search for.

    >>> without("influensa #vaccin nu")
    'influensa nu'
    """
    return " ".join(_TAG.sub("", text).split())


def _each(words: Iterable[str]) -> tuple[str, ...]:
    found: dict[str, str] = {}
    for tag in (word.strip(_MARKS) for word in words):
        found.setdefault(key(tag), tag)
    return tuple(tag for folded, tag in found.items() if folded)
