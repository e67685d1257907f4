"""What the bot does to text that people wrote: fold, sort, shorten, find links.

Text arrives from Facebook, from Slack and from macOS, where å may be one character or two (NFC
and NFD). The original is kept as it came; these functions make what is compared or shown.
"""

import hashlib
import re
import unicodedata

# The letters after z, in order; the borrowed ones sort as Swedish dictionaries have them.
# The keys are control characters that no text holds, above "z" and below every other letter.
_AFTER_Z = str.maketrans({"å": "\x80", "ä": "\x81", "æ": "\x81", "ö": "\x82", "ø": "\x82"})
_PLAIN = str.maketrans({"ü": "y", "đ": "d", "ð": "d", "þ": "th", "ł": "l", "œ": "\x82"})
_LINK = re.compile(r"https?://[^\s<>|\"”“»]+", re.IGNORECASE)
_TRAILING = ".,;:!?…'’"
# Marks that turn the direction of what follows; one left open would turn the whole message.
_TURNING = "\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069"
# White space and signs part words, so that "(vaccin" is found by "vaccin"; emoji are words.
_TURNED = re.compile(f"[{_TURNING}\u061c\u200e\u200f]")
_BETWEEN = re.compile(r"[\s!-/:-@\[-`{-~”“»«’‘–—…·]+")
_BYTE_ORDER = "\ufeff"  # comes along from files; readers drop it now and then
# A table of many texts is tidied while its import holds the database: not letter by letter.
_NOISE = re.compile(rf"[\x00-\x08\x0b-\x1f\x7f-\x9f\ud800-\udfff{_TURNING}{_BYTE_ORDER}]")
_INVISIBLE = frozenset({"Cc", "Cf", "Zl", "Zp", "Zs", "Mn"})
_FILLERS = frozenset("\u115f\u1160\u2800\u3164\uffa0")  # letters and signs by class, but empty


def fold(text: str) -> str:
    """Make *text* comparable: NFC, case folded, one space where there was white space.

    >>> fold("  A\u030atgärd  NU ")
    'åtgärd nu'
    """
    folded = unicodedata.normalize("NFC", text).casefold()
    return " ".join(unicodedata.normalize("NFC", folded).split())


def fingerprint(text: str) -> str | None:
    """Return what two texts have in common that are the same but for case and space.

    None for a text in which nothing can be seen.
    """
    if is_blank(text):
        return None
    return hashlib.sha256(fold(text).encode()).hexdigest()[:32]


def swedish_key(text: str) -> tuple[str, str]:
    """Make a sorting key in the Swedish order (a-z, å, ä, ö), other accents as their base letter.

    Equal only for equal texts, so that an order by it is always the same.

    >>> sorted(["Öl", "Zebra", "äpple", "Ål", "ål", "Étage", "elev"], key=swedish_key)
    ['elev', 'Étage', 'Zebra', 'Ål', 'ål', 'äpple', 'Öl']
    """
    letters = fold(text).translate(_AFTER_Z).translate(_PLAIN)
    decomposed = unicodedata.normalize("NFD", letters)
    return "".join(c for c in decomposed if not unicodedata.combining(c)), text


def tidy(text: str) -> str:
    """Keep *text* as it is written, but for outer space and what cannot be shown or stored.

    That is control characters, turning and byte order marks, and halves of an emoji cut in two.
    """
    lines = unicodedata.normalize("NFC", text).replace("\r\n", "\n").replace("\r", "\n")
    return _NOISE.sub("", lines).strip()


def unturned(text: str) -> str:
    """Leave out of *text* what turns the direction of writing.

    >>> unturned("\u202elave")
    'lave'
    """
    return _TURNED.sub("", text)


def is_blank(text: str) -> bool:
    """Tell whether nothing of *text* can be seen: only space and characters without a shape."""
    return all(c in _FILLERS or unicodedata.category(c) in _INVISIBLE for c in text)


def title_of(text: str, limit: int = 120) -> str:
    """Take the first line that says something, cut between words to at most *limit* characters.

    >>> title_of("Influensan är här i år igen", limit=20)
    'Influensan är här …'
    """
    lines = (" ".join(line.split()) for line in tidy(text).split("\n"))
    first = next((line for line in lines if not is_blank(line)), "")
    if len(first) <= limit:
        return first
    cut = first[: limit - 1]
    return (cut.rpartition(" ")[0] or cut[:-1]).rstrip() + " …"


def links(text: str) -> tuple[str, ...]:
    """Find the web addresses in *text*, each once, in order, without the sentence's own marks.

    >>> links("Se https://1177.se/vaccin, (http://x.se/a_(b)) och <https://1177.se/vaccin|här>.")
    ('https://1177.se/vaccin', 'http://x.se/a_(b)')
    """
    return tuple(dict.fromkeys(_without_marks(found) for found in _LINK.findall(text)))


def words_of(text: str) -> tuple[str, ...]:
    """Take the words of *text* as they are compared: folded, without signs, each once.

    >>> words_of("Åka (LÄNGRE) 100 % åka")
    ('åka', 'längre', '100')
    """
    return tuple(dict.fromkeys(word for word in _BETWEEN.split(fold(text)) if word))


def _without_marks(link: str) -> str:
    link = link.rstrip(_TRAILING)
    while link.endswith(")") and link.count(")") > link.count("("):
        link = link[:-1].rstrip(_TRAILING)
    return link
