"""What a comment gives away about a person, and the same text without it.

Residents write their personal identity number, their telephone number or their address in the
open. What is masked is found by its shape, not proved: a mistyped number still points at somebody,
so its check digit need not hold, while a number that is masked for nothing is one click away. The
date inside must be one that exists, which is what tells such a number from a case number, an
invoice or an organisation (whose third and fourth digits make no month).
"""

import re
import unicodedata
from collections.abc import Iterator, Mapping
from enum import StrEnum


class Private(StrEnum):
    """A kind of what is masked."""

    EMAIL = "email"
    PERSON = "person"  # a personal identity number or a coordination number
    PHONE = "phone"


Span = tuple[int, int, Private]

_ALIKE = str.maketrans("‐‑‒–—−－＋＠．\u00a0\u2007\u2009\u202f", "-------+@.    ")
_UNSEEN = "\u00ad\u200b\u200c\u200d\u2060"  # marks without width, that web pages put into numbers
_TAKEN = "\x00"
_NEEDED = re.compile(r"[@＠]|(?:\d\D{0,3}){7}\d")  # what every shape below has: most texts do not
_FOREIGN = re.compile(r"(?![0-9])\d")

_MONTH_DAY = (
    r"(?:0[1-9]|1[0-2])",
    r"(?:0[1-9]|[12]\d|3[01]|6[1-9]|[78]\d|9[01])",  # from 61 on: a coordination number
)
_YEAR = r"(?:1[89]|20)?\d\d"
_FOUR = rf"\d\d[ {_UNSEEN}]?\d\d"
_BETWEEN = rf"[ ().\-/{_UNSEEN}]{{0,3}}"
_HOURS = r"[012]?\d\.[0-5]\d ?- ?[012]?\d\.[0-5]\d(?!\d)|[012]\d[0-5]\d ?- ?[012]\d[0-5]\d(?! ?\d)"

_SHAPES: Mapping[Private, tuple[re.Pattern[str], ...]] = {
    # The local part is bounded, or a long word would be read from each of its letters.
    Private.EMAIL: (re.compile(r"[\w.!#$%&'*+/=?^`{|}~-]{1,64}@[\w-]{1,63}(?:\.[\w-]{1,63})+"),),
    Private.PERSON: (
        re.compile(
            rf"(?<!\d){_YEAR}{''.join(_MONTH_DAY)}[ +\-{_UNSEEN}]{{0,3}}{_FOUR}(?!\d)", re.ASCII
        ),
        re.compile(
            rf"(?<!\d){_YEAR}([-./ ]){_MONTH_DAY[0]}\1{_MONTH_DAY[1]}[ +\-]{{1,3}}{_FOUR}"
            r"(?!\d|[-./]\d)",
            re.ASCII,
        ),
    ),
    Private.PHONE: (
        re.compile(rf"(?:\+|(?<!\d)00)[1-9](?:{_BETWEEN}\d){{8,14}}(?!\d)", re.ASCII),
        # Neither a day (01-02-2026) nor opening hours (08.00-16.30) is a number to call.
        re.compile(
            rf"(?<!\d)(?<!\d[.\-])(?!0\d[-./ ]{{1,2}}\d\d?[-./ ]{{1,2}}(?:19|20)\d\d(?!\d))"
            rf"(?!{_HOURS})0[1-9](?:{_BETWEEN}\d){{6,8}}(?!\d)",
            re.ASCII,
        ),
    ),
}  # in this order: an address may hold a number, and a number may begin as one to call does


def mask(text: str, names: Mapping[Private, str]) -> str:
    """Return *text* with a name in the place of each private thing; *names* hold no digits.

    >>> mask("Jag, 811218-9876, nås på 070-123 45 67.", {kind: f"[{kind}]" for kind in Private})
    'Jag, [person], nås på [phone].'
    """
    for start, end, kind in sorted(private_in(text), reverse=True):
        text = text[:start] + names[kind] + text[end:]
    return text


def names_person(text: str) -> bool:
    """Tell whether a personal identity number stands in *text*."""
    return any(kind is Private.PERSON for _, _, kind in private_in(text))


def private_in(text: str) -> Iterator[Span]:
    """Yield where something private begins and ends, and what it is; nothing overlaps."""
    if not _NEEDED.search(text):
        return
    plain, found = _plain(text), [(0, 0, Private.EMAIL)]
    while found:  # what is taken out may have stood in the way of its neighbour
        found = [*_round(plain)]
        for start, end, kind in found:
            plain = plain[:start] + _TAKEN * (end - start) + plain[end:]
            yield start, end, kind


def _round(plain: str) -> Iterator[Span]:
    """Yield the first kind of thing that there is in *plain*."""
    for kind, patterns in _SHAPES.items():
        if kind is Private.EMAIL and "@" not in plain:
            continue  # it would be looked for from every letter
        for pattern in patterns:
            spans = [match.span() for match in pattern.finditer(plain)]
            if spans:
                yield from ((start, end, _called(kind, plain[start:end])) for start, end in spans)
                return


def _called(kind: Private, found: str) -> Private:
    """Return what *found* is: 0701234567 is a day of 2007 as well, and then the check digit tells."""
    is_either = kind is Private.PERSON and found.isdecimal() and found.startswith("0")
    return Private.PHONE if is_either and not _checks(found) else kind


def _checks(digits: str) -> bool:
    """Tell whether the check digit of ten *digits* holds."""
    doubled = "".join(str(int(digit) * (2 - n % 2)) for n, digit in enumerate(digits))
    return sum(map(int, doubled)) % 10 == 0


def _plain(text: str) -> str:
    """Return *text* letter by letter with usual digits, hyphens and spaces."""
    if text.isascii():
        return text
    plain = text.translate(_ALIKE)
    return "".join(map(_digit, plain)) if _FOREIGN.search(plain) else plain


def _digit(sign: str) -> str:
    return str(unicodedata.decimal(sign)) if sign.isdecimal() else sign
