"""The bot's own Swedish passes the check that it makes of others' texts.

Every message is said in each of its variants, with plausible words where something is put in.
The bound is the scale's: under 40 is easy to read (Björnsson 1968).
"""

from functools import cache
from itertools import product

from fluent.syntax import ast as ftl

from bot.domain.lix import lix, sentences, words
from bot.domain.tone import LONG_SENTENCE
from bot.domain.tone_words import stiff
from tests.locales.test_catalogues import messages

EASY = 40
NUMBERS = {"count", "limit", "length", "days", "hours", "minutes", "seconds", "week", "year"}
OTHERS = {"day": "fredag 27 november", "when": "fredag 27 november", "title": "Öppet hus"}


def said(node: ftl.SyntaxNode) -> list[str]:
    """Everything that *node* may say."""
    match node:
        case ftl.Pattern(elements=elements):
            return ["".join(parts) for parts in product(*map(said, elements))]
        case ftl.TextElement(value=value) | ftl.StringLiteral(value=value):
            return [value]
        case ftl.Placeable(expression=ftl.SelectExpression(variants=variants)):
            return [text for variant in variants for text in said(variant.value)]
        case ftl.Placeable(expression=inner):
            return said(inner)
        case ftl.VariableReference(id=name):
            return ["3" if name.name in NUMBERS else OTHERS.get(name.name, "Amira")]
        case _:
            return ["3"]


@cache
def catalogue() -> dict[str, str]:
    """Every text of every message by its id; the second and later ones are numbered."""
    return {
        f"{message.id.name}-{number}" if number else message.id.name: text
        for message in messages("sv")
        for number, text in enumerate(said(message.value))
    }


def is_plain(text: str) -> bool:
    """Tell whether the check has nothing to say about *text*."""
    is_short = all(len(words(each)) <= LONG_SENTENCE for each in sentences(text))
    return is_short and not stiff(text) and (lix(text).value < EASY or not lix(text).is_telling)


def test_no_message_is_stiff_or_long_winded():
    assert {name: text for name, text in catalogue().items() if not is_plain(text)} == {}


def test_the_whole_catalogue_is_easy_to_read():
    figure = lix("\n".join(catalogue().values()))
    assert figure.is_telling
    assert figure.value < EASY


def test_the_check_sees_what_is_put_in_and_every_variant():
    assert catalogue()["comments-attachment-2"] == "gif"
    assert catalogue()["plan-moment"] == "fredag 27 november Amira"
