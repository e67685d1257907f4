"""All words that the bot says, in Swedish and English: one Fluent file per noun and language.

Project Fluent (`fluent.runtime`) rather than gettext, because

- a message is asked for by its id, so the two languages are equals, and an id that is missing is
  an error, not an English sentence in the middle of a Swedish one;
- plural rules and other choices stand inside the message, for each language in its own way, not
  in code;
- variables have names, and a value that is missing is an error;
- the files are read as they are: no build step, no compiled catalogue that lags behind.

Beside Bolt it takes 8 MB and 50 ms at first use, Babel included, so it is imported when the first
word is said; and a message is parsed when it is first said, for all of them would take ten times as
long. So no message refers to another. Tests hold that, the languages equal, and every id in the code
present in the catalogues.

Numbers given to a message are written in the manner of the language (1 250), so a year is given
as text. Nothing is escaped here: that is for the views, which know what they write into. In a
text of several lines, no line may begin with `*`, `[` or `.`, for Fluent gives them a meaning:
write `{ "*" }Ideas*`.
"""

import re
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from fluent.runtime import FluentBundle
    from fluent.runtime.resolver import Message

LANGUAGES = ("sv", "en")

# fluent.runtime refuses a value of over 2,500 characters; longer ones are put in afterwards.
_LONG = 2000

_MESSAGE = re.compile(r"^([a-z][\w-]*) *=.*(?:\n(?![a-z#]).*)*", re.MULTILINE)

_FOLDER = Path(__file__).parent
_LOCALES = {"sv": "sv-SE", "en": "en-GB"}


class Words:
    """The words of one language at a time; calling it says one message.

    >>> Words("sv")("tomorrow"), Words("en")("tomorrow")
    ('i morgon', 'tomorrow')
    """

    def __init__(self, language: str) -> None:
        if language not in LANGUAGES:
            raise ValueError(f"no catalogue for {language!r}: choose {' or '.join(LANGUAGES)}")
        self.language = self.usual = language

    def speak(self, language: str | None) -> None:
        """Say everything in *language* from now on; with None, in the one these words began with."""
        self.language = language or self.usual

    def __call__(self, message_id: str, /, **values: str | float) -> str:
        """Say the message *message_id* with its variables.

        An id that no catalogue has, or a variable that was not given, is a mistake in the code:
        LookupError, always.
        """
        language = self.language  # once: it may change meanwhile
        known = message_id in _sources(language)
        pattern = _message(language, message_id).value if known else None
        if pattern is None:
            raise LookupError(f"no message {message_id!r} in {language}")
        long = {name: v for name, v in values.items() if isinstance(v, str) and len(v) > _LONG}
        marks = {name: f"\ue000{name}\ue001" for name in long}
        said, errors = _bundle(language).format_pattern(pattern, {**values, **marks})
        if errors:
            raise LookupError(f"{message_id!r} in {language}: {errors}")
        text = str(said)
        for name, mark in marks.items():
            text = text.replace(mark, long[name])
        return text

    def table(self, name: str) -> str:
        """Return the text of a table that has a file of its own in each language."""
        return (_FOLDER / self.language / f"{name}.csv").read_text(encoding="utf-8")

    def __contains__(self, message_id: str) -> bool:
        """Tell whether the language has the message *message_id*."""
        return message_id in _sources(self.language)


def _message(language: str, message_id: str) -> "Message":
    """Return one message, parsed if this is the first time; two threads may both do it."""
    from fluent.runtime import FluentResource  # noqa: PLC0415 - heavy, see the module

    bundle = _bundle(language)
    if not bundle.has_message(message_id):
        bundle.add_resource(FluentResource(_sources(language)[message_id]))
    return bundle.get_message(message_id)


@cache
def _bundle(language: str) -> "FluentBundle":
    from fluent.runtime import FluentBundle  # noqa: PLC0415 - heavy, see the module

    return FluentBundle([_LOCALES[language]], use_isolating=False)


@cache
def _sources(language: str) -> dict[str, str]:
    """Return the source of each message by its id: an id at the margin, and what follows it."""
    files = sorted((_FOLDER / language).glob("*.ftl"))
    texts = (file.read_text(encoding="utf-8") for file in files)
    return {found[1]: found[0] for text in texts for found in _MESSAGE.finditer(text)}
