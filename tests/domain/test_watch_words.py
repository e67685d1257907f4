"""Which words are found in what, and which are no words."""

import unicodedata

import pytest

from bot.domain.watch_word_seed import SEED
from bot.domain.watch_words import (
    MOST,
    TooManyWords,
    WordKind,
    WordList,
    WordUnreadable,
    hits,
    read_words,
)


def found(text, *words):
    return bool(hits(text, {WordKind.OWN: WordList(words)}))


FOUND = {
    "a whole word": ("Jag ska döda dig!", "döda"),
    "in other letters": ("JAG SKA DÖDA DIG", "döda"),
    "å in two characters": (unicodedata.normalize("NFD", "Du ska dö på torget"), "på torget"),
    "a stem": ("Självmordstankar", "självmord*"),
    "a stem as it is": ("självmord", "självmord*"),
    "words in a row": ("ta\n  livet   av mig", "ta livet av mig"),
    "with an invisible sign inside": ("dö\u200bda", "döda"),
    "beside signs": ("”döda”…", "döda"),
    "soft hyphens": ("själv\u00admord", "självmord*"),
}
NOT_FOUND = {
    "inside a word": ("mördarsnigel", "snigel"),
    "the beginning of a word": ("dödar", "döda"),
    "a stem in the middle": ("massmord", "mord*"),
    "other words between": ("ta hem livet av mig", "ta livet"),
    "nothing": ("", "döda"),
}


@pytest.mark.parametrize(("text", "word"), FOUND.values(), ids=FOUND.keys())
def test_a_word_is_found(text, word):
    assert found(text, word)


@pytest.mark.parametrize(("text", "word"), NOT_FOUND.values(), ids=NOT_FOUND.keys())
def test_a_word_is_not_found(text, word):
    assert not found(text, word)


def test_a_word_that_is_switched_off_finds_nothing():
    assert hits("döda", {WordKind.OWN: WordList((), ("döda",))}) == []


SEEDED = {
    "danger": ("Jag orkar inte leva längre", WordKind.DANGER),
    "danger in English": ("i want to die", WordKind.DANGER),
    "danger to somebody's life in English": (
        "My father has had pressure across his chest since this morning",
        WordKind.DANGER,
    ),
    "a threat": ("Vi vet var du bor", WordKind.THREAT),
    "a threat in English": ("I will kill you", WordKind.THREAT),
    "hate": ("Gasa dem allihop", WordKind.HATE),
}


@pytest.mark.parametrize(("text", "kind"), SEEDED.values(), ids=SEEDED.keys())
def test_the_seed_finds_what_it_should(text, kind):
    assert [hit.kind for hit in hits(text, SEED)] == [kind]


@pytest.mark.parametrize(
    "text",
    [
        "Min mormor dog på ert sjukhus, hon hade förtjänat bättre.",
        "Mördarsniglar i parken igen!",
        "Jag hatar era telefonköer.",
        "Vilken bombastisk skylt. Dödsbra jobbat!",
        "Är det fara för livet att bada?",
    ],
)
def test_the_seed_leaves_criticism_and_daily_words_alone(text):
    assert hits(text, SEED) == []


def test_the_seed_is_what_a_form_can_read_and_show():
    for held in SEED.values():
        assert read_words("\n".join(held.on), "on") == held.on


def test_words_are_read_one_a_line_folded_and_once():
    assert read_words("Döda*\n\n döda* ,TA  LIVET", "on") == ("döda*", "ta livet")


@pytest.mark.parametrize("word", ["*", "a*", "ab", "*döda", "dö*da", "döda**", "!!!!", "x" * 41])
def test_what_is_no_word_is_refused_beside_its_field(word):
    with pytest.raises(WordUnreadable) as refused:
        read_words(word, "off")
    assert refused.value.field == "off"


def test_more_words_than_a_form_shows_are_refused():
    with pytest.raises(TooManyWords):
        read_words("\n".join(f"ord{n}" for n in range(MOST + 1)), "on")
    with pytest.raises(TooManyWords):
        read_words("\n".join(f"ord{n}".ljust(40, "x") for n in range(MOST)), "on")
