"""What is read as an idea, and what is refused."""

import pytest

from bot.domain.ideas import (
    NOTE_LIMIT,
    TITLE_LIMIT,
    NoteTooLong,
    NoTitle,
    Thought,
    TitleTooLong,
    read,
    thought,
)
from bot.domain.text import words_of


@pytest.mark.parametrize(
    ("text", "title", "note"),
    [
        pytest.param("Höstlov på museet", "Höstlov på museet", "", id="one line"),
        pytest.param(
            "Höstlov\nFråga Elin\nom bilder", "Höstlov", "Fråga Elin\nom bilder", id="lines"
        ),
        pytest.param("\n  Höstlov  \n\n Fråga Elin ", "Höstlov", "Fråga Elin", id="space around"),
        pytest.param("🎉🎉", "🎉🎉", "", id="only emoji"),
        pytest.param("חדשות טובות", "חדשות טובות", "", id="right to left"),
        pytest.param("<!channel> fika", "<!channel> fika", "", id="a ping is text"),
    ],
)
def test_the_first_line_is_the_title_and_the_rest_the_note(text, title, note):
    assert read(text) == Thought(title, note)


def test_a_first_line_that_is_too_long_is_kept_whole_in_the_note():
    text = "ord " * 100
    found = read(text)
    assert len(found.title) <= TITLE_LIMIT
    assert found.note == text.strip()


@pytest.mark.parametrize("text", ["", "  \n ", "\u200b\u200e"], ids=["empty", "space", "unseen"])
def test_nothing_to_see_is_no_idea(text):
    with pytest.raises(NoTitle):
        read(text)


def test_more_than_a_form_could_show_again_is_refused_with_its_length():
    with pytest.raises(NoteTooLong) as refused:
        read("x" * 4000)
    assert refused.value.values == {"limit": NOTE_LIMIT, "length": 4000}


def test_a_title_written_apart_may_not_be_too_long():
    with pytest.raises(TitleTooLong):
        thought("x" * (TITLE_LIMIT + 1), "")


def test_links_are_found_in_title_and_note():
    found = thought("Se https://a.se", "och https://b.se.")
    assert found.links == ("https://a.se", "https://b.se")


def test_words_are_compared_without_signs_and_case():
    assert words_of("”Åk LÄNGRE” (nu!) 50 %_") == ("åk", "längre", "nu", "50")
