"""Tags are found where people write them, shown as written and compared folded."""

import pytest

from bot.domain.ideas import read, thought
from bot.domain.tags import key, lifted, listed, tags_in


@pytest.mark.parametrize(
    ("text", "title", "tags"),
    [
        pytest.param("Boka tid #vaccin", "Boka tid", ("vaccin",), id="at the end"),
        pytest.param("Boka #vaccin nu", "Boka #vaccin nu", ("vaccin",), id="within"),
        pytest.param("Boka #Vård #vaccin!", "Boka", ("Vård", "vaccin"), id="several, with a mark"),
        pytest.param("#vaccin", "#vaccin", ("vaccin",), id="nothing else"),
        pytest.param("Ring #1177", "Ring", ("1177",), id="a number"),
        pytest.param("C# är roligt", "C# är roligt", (), id="a sign after a letter"),
        pytest.param("Boka # nu", "Boka # nu", (), id="a lone sign"),
        pytest.param("Fira #🎉", "Fira", ("🎉",), id="emoji"),
        pytest.param("A #a\u030ar #ÅR", "A", ("år",), id="the same in NFD and upper case"),
    ],
)
def test_tags_are_read_out_of_what_is_written(text, title, tags):
    found = read(text)
    assert (found.title, found.tags) == (title, tags)


def test_tags_of_a_note_are_found_and_stay_there():
    found = read("Höstlov\nPå #museet, säger Elin")
    assert (found.note, found.tags) == ("På #museet, säger Elin", ("museet",))


def test_the_field_takes_spaces_commas_and_signs_and_keeps_the_first_writing():
    assert listed("vård, #Vaccin VACCIN,,# skola") == ("vård", "Vaccin", "skola")
    assert thought("Höst #Vård", "", tags="vård skola").tags == ("vård", "skola")


@pytest.mark.parametrize("text", ["", "#", "##", "# #", "#!!!", "#\u200b"])
def test_signs_alone_are_no_tag(text):
    assert [tag for tag in tags_in(text) if not key(tag)] == []
    assert lifted(text) == text or tags_in(text)


def test_signs_within_a_tag_do_not_tell_it_apart():
    assert key("Vård-2026") == key("vård_2026") != key("vård2026")
