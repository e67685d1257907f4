"""The language in the settings: whoever cannot read the one that is spoken finds the other."""

import pytest

from bot.domain.language import Language
from bot.locales import LANGUAGES
from bot.views import language as view
from bot.views.forms import Origin
from tests.conftest import enforce_limits


def test_the_languages_are_those_of_the_catalogues():
    assert [str(each) for each in Language] == [*LANGUAGES]


def test_the_form(words, snapshot):
    snapshot(view.form(words, Origin("C1")))


@pytest.mark.parametrize("chosen", [None, *Language])
def test_each_language_is_called_as_it_calls_itself_whichever_is_spoken(words, chosen):
    topic = view.topic(words, chosen)
    name = {"sv": "Svenska", "en": "English"}[chosen or words.language]
    assert topic.now.startswith(f"{name}, ")
    assert ("LANGUAGE" in topic.now) is (chosen is None)
    assert {"Språk", "Language"} == set(topic.title.split(" / "))
    assert {"Byt", "Change"} == set(topic.label.split(" / "))


def test_what_is_saved_is_said_with_the_way_back_to_the_settings(words):
    said = view.saved(words, Language.EN)
    enforce_limits(said["blocks"])
    assert "English" in said["text"]
    assert "settings.open" in str(said["blocks"])


@pytest.mark.parametrize("said", ["", "tlh", None])
def test_what_was_not_offered_is_no_language(said):
    state = {"values": {view.LANGUAGE: {"value": {"selected_option": said and {"value": said}}}}}
    with pytest.raises(ValueError, match="Language"):
        view.read(state)
