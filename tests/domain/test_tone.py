"""The advice on a text: what is found, what is left alone, and what is said first."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.domain.tone import Finding, Kind, advice, measured
from bot.domain.tone_words import STIFF, is_swedish, passives, stiff
from tests.domain.test_lix import OFFICIAL, PLAIN
from tests.examples import costly

LONG = "Vi är här för dig och " + "du kan komma när du vill " * 3 + "nu"  # 24 words
VERY_LONG = "Vi är här för dig och " + "du kan komma när du vill " * 4 + "nu"  # 31 words
MIDDLING = "Nu är det en ny vecka och vi har öppet för dig. " * 12 + "Kom!"  # 580 characters, easy
HEAVY = (
    "Vårdcentralen erbjuder mottagning kvällstid. Sjuksköterskorna bedömer patienterna och "
    "hänvisar till husläkarna. Mottagningen förmedlar hjälpmedel och informerar om "
    "rehabilitering. Personalen samordnar hemsjukvården med kommunerna och sjukhusen i länet. "
    "Verksamheten utvärderar tillgängligheten. Ring telefonväxeln."
)
PASSIVE = """
genomförs genomföras erbjuds utretts erbjudas planeras infördes beslutades påverkats görs hålls
tillhandahålls ställs används läggs skrivs skickas öppnas
"""
NOT_PASSIVE = """
finns hoppas hoppades trivs lyckas lyckats minns andas kräks svettas behövs tycks känns Västerås
hals kurs plats arbetsplats regionens barnets vårdcentralernas mammas årets Lukas aktörs dags
kvälls i-våras
"""


def kinds(text, language="sv"):
    return [finding.kind.value for finding in advice(text, language=language)]


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("", id="empty"),
        pytest.param(" \n\u200b ", id="blank"),
        pytest.param("Glad påsk! 🐣🐣🐣🐣", id="too short to judge"),
        pytest.param("Inställt avseende fredag", id="too short, with a stiff word"),
        pytest.param(PLAIN, id="plain"),
        pytest.param("Vi bjuder på kaffe på fredag. Kom när du vill!", id="friendly"),
        pytest.param(
            "Läs mer på https://1177.se/vaccin och boka din tid #Vaccin 🎉", id="one each"
        ),
        pytest.param("Vi har öppet i helgen. Tider bokas på nätet.", id="one passive"),
    ],
)
def test_nothing_is_said_where_there_is_nothing_to_say(text):
    assert advice(text, language="sv") == ()


@pytest.mark.parametrize(
    ("text", "finding"),
    [
        pytest.param(LONG, Finding(Kind.LONG_SENTENCE, 25, LONG), id="a long sentence"),
        pytest.param(VERY_LONG, Finding(Kind.LONG_SENTENCE, 31, VERY_LONG), id="a very long one"),
        pytest.param(
            "Vi svarar på frågor avseende vaccin i dag.",
            Finding(Kind.STIFF, said="avseende", better="om"),
            id="a stiff word",
        ),
        pytest.param(
            "Beträffande vaccin: ring oss på måndag.",
            Finding(Kind.STIFF, said="beträffande", better="om"),
            id="a stiff word, capital first",
        ),
        pytest.param(
            "Vänligen ring oss om du är sjuk.",
            Finding(Kind.NEEDLESS, said="vänligen"),
            id="a word to leave out",
        ),
        pytest.param(
            "Vaccin erbjuds på måndag och tider skickas hem till dig.",
            Finding(Kind.PASSIVE, 2, "erbjuds"),
            id="passives",
        ),
        pytest.param(MIDDLING, Finding(Kind.LONG_TEXT, 580), id="a long text"),
        pytest.param(MIDDLING * 3, Finding(Kind.VERY_LONG_TEXT, 1740), id="a very long text"),
        pytest.param(
            "Läs mer på https://a.se/x och på https://b.se nu.",
            Finding(Kind.LINKS, 2),
            id="two links",
        ),
        pytest.param(
            "Läs mer om vaccin på https://bit.ly/3xYz nu.",
            Finding(Kind.SHORT_LINK, 1, "https://bit.ly/3xYz"),
            id="a shortened link",
        ),
        pytest.param(
            "Vi har öppet på fredag #Lillsjö #Höst #Öppet",
            Finding(Kind.HASHTAGS, 3),
            id="three hashtags",
        ),
        pytest.param(
            "Vi har öppet på fredag 🎉 🎃 👩🏽‍⚕️ :ghost:", Finding(Kind.EMOJI, 4), id="four emoji"
        ),
    ],
)
def test_each_thing_is_found_by_itself(text, finding):
    assert advice(text, language="sv") == (finding,)


@pytest.mark.parametrize(
    ("text", "first"),
    [
        pytest.param(HEAVY, "heavy-words", id="long words"),
        pytest.param(OFFICIAL, "heavy-words", id="official"),
    ],
)
def test_a_heavy_text_is_told_what_weighs(text, first):
    assert kinds(text)[0] == first


def test_long_sentences_weigh_where_words_are_short():
    text = (
        f"{'Vi ses i sol och vind ' * 2}på sjukhuset, mottagningen, vårdcentralen och hälsoparken."
    )
    assert kinds(f"{text} " * 4) == ["heavy-sentences"]


def test_a_single_long_sentence_is_named_rather_than_the_average():
    assert kinds(f"{VERY_LONG * 2}. " * 3) == ["long-sentence", "long-text"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param(
            f"{LONG} avseende. #A #B #C", ["stiff", "long-sentence"], id="words before length"
        ),
        pytest.param(
            f"{VERY_LONG} avseende. #A #B #C", ["long-sentence", "stiff"], id="but for very long"
        ),
        pytest.param(
            "Vi har öppet på fredag 🎉🎉🎉🎉 #A #B #C https://a.se https://b.se",
            ["links", "hashtags"],
            id="links before hashtags before emoji",
        ),
        pytest.param(
            "Vänligen ring oss angående vaccin samt influensa.",
            ["needless", "stiff"],
            id="two stiff words of three",
        ),
    ],
)
def test_the_weightiest_two_are_said(text, expected):
    assert kinds(text) == expected


@pytest.mark.parametrize("word", STIFF)
def test_every_stiff_word_is_found_whole_and_only_whole(word):
    assert stiff(f"Nu {word.upper()}, ja") == [word]
    assert stiff(f"Nu x{word}x ja") == []
    assert STIFF[word] not in STIFF


@pytest.mark.parametrize("word", PASSIVE.split())
def test_passives_are_known(word):
    assert passives(f"Vaccination {word} nu") == [word]


@pytest.mark.parametrize("word", NOT_PASSIVE.split())
def test_what_only_looks_passive_is_left_alone(word):
    assert passives(f"Nu {word} det") == []
    assert passives(f"{word} nu") == []


ENGLISH = "We are open on Friday, and you are welcome to visit us. " * 3


@pytest.mark.parametrize(
    ("text", "language"),
    [
        pytest.param(f"{ENGLISH} avseende samt ej", "sv", id="English in a Swedish team"),
        pytest.param(f"{VERY_LONG} avseende samt", "en", id="Swedish in an English team"),
        pytest.param("Tervetuloa terveyskeskukseen torstaina avoin ovi " * 8, "sv", id="Finnish"),
    ],
)
def test_swedish_is_judged_only_where_it_is_meant(text, language):
    assert advice(text, language=language) == ()
    assert measured(text, language=language) is None


@pytest.mark.parametrize("language", ["sv", "en"])
@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param(ENGLISH + "#A #B #C 🎉🎉🎉🎉", ["hashtags", "emoji"], id="signs"),
        pytest.param(ENGLISH * 4, ["long-text"], id="length"),
        pytest.param(ENGLISH + "https://a.se https://b.se", ["links"], id="links"),
    ],
)
def test_what_holds_for_every_language_is_said_in_every_language(text, expected, language):
    assert kinds(text, language) == expected


def test_a_word_that_both_languages_share_makes_no_text_english():
    assert is_swedish("Vi har en app för dig, all info är i den.")
    assert not is_swedish("We have an app for you, all of it is in there.")


@costly
@given(st.text() | st.lists(st.sampled_from([OFFICIAL, LONG, ENGLISH, "🎉", "#A", "a.se", "\n"])))
def test_any_text_gets_the_same_two_at_most(text):
    text = text if isinstance(text, str) else " ".join(text)
    for language in ("sv", "en"):
        found = advice(text, language=language)
        assert len(found) <= 2
        assert len(set(found)) == len(found)
        assert found == advice(text, language=language)
