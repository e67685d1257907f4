"""LIX: the published figures, and one way of counting sentences and words."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.domain.lix import Level, Lix, level, lix, sentences, words

OFFICIAL = (
    "Vaccination avseende säsongsinfluensa kommer att genomföras vid regionens samtliga "
    "vårdcentraler. Tidsbokning erfordras beträffande personer tillhörande riskgrupperna. "
    "Vänligen tillse att erforderlig legitimation medtages vid besökstillfället, samt att "
    "hälsodeklarationen inkommer dessförinnan till vårdcentralens vaccinationsmottagning."
)
PLAIN = (
    "Snart kan du ta sprutan mot influensa. Du får den på din vårdcentral. Är du över 65 år? "
    "Då kostar den inget. Boka en tid först. Ta med ditt leg när du kommer. Vi ses hos oss!"
)


@pytest.mark.parametrize(
    ("counted", "value"),
    [
        pytest.param(Lix(2411, 100, 843), 59.07, id="the published example"),
        pytest.param(Lix(368, 32, 111), 41.7, id="an interview about a region's page"),
        pytest.param(Lix(0, 0, 0), 0, id="nothing"),
        pytest.param(Lix(90, 10, 28), 40.1, id="9 words a sentence, 31 % long"),
    ],
)
def test_the_formula_gives_the_known_figures(counted, value):
    assert counted.value == pytest.approx(value, abs=0.05 if value != 59.07 else 0.005)


@pytest.mark.parametrize(
    ("text", "lowest", "highest"),
    [pytest.param(OFFICIAL, 60, 100, id="official"), pytest.param(PLAIN, 5, 20, id="plain")],
)
def test_official_swedish_and_its_plain_version_are_far_apart(text, lowest, highest):
    figure = lix(text)
    assert figure.is_telling
    assert lowest <= figure.value <= highest


@pytest.mark.parametrize(
    ("text", "count"),
    [
        pytest.param("", 0, id="nothing"),
        pytest.param("… 🎉 !!!", 0, id="no words"),
        pytest.param("Hej", 1, id="no mark"),
        pytest.param("Hej! Kom. Varför?", 3, id="three marks"),
        pytest.param("Hej!! Kom", 2, id="two marks in a row"),
        pytest.param("Så här: ring", 2, id="a colon"),
        pytest.param("Kl. 11.30 öppnar vi", 2, id="a stop within a number"),
        pytest.param("EU:s regler", 1, id="a colon within a word"),
        pytest.param("”Kom.” Vi är här", 2, id="a stop before a quotation mark"),
        pytest.param("Ta med:\n- skor\n- jacka\n\n- glatt humör", 4, id="lines"),
        pytest.param("Ta med\r\nskor", 2, id="a line of Windows"),
        pytest.param("Läs på https://a.se/x.html. Kom!", 2, id="an address at the end"),
        pytest.param("Kom!🎉 Vi är här", 2, id="an emoji at the end"),
    ],
)
def test_sentences_end_where_they_are_said_to(text, count):
    assert len(sentences(text)) == count


@pytest.mark.parametrize(
    ("text", "found", "long"),
    [
        pytest.param("klockan sju", ["klockan", "sju"], 1, id="seven letters are long"),
        pytest.param("kaffet nu", ["kaffet", "nu"], 0, id="six are not"),
        pytest.param("covid-19-buss", ["covid-19-buss"], 1, id="a compound with hyphens"),
        pytest.param("20261127 1177", ["20261127", "1177"], 0, id="digits"),
        pytest.param("1,5 och 11.30", ["1,5", "och", "11.30"], 0, id="decimals"),
        pytest.param("a\u030atga\u0308rd", ["åtgärd"], 0, id="letters in two parts"),
        pytest.param("vård\u00adcentral", ["vårdcentral"], 1, id="a soft hyphen"),
        pytest.param("Se https://www.vårdguiden.se/länk?a=1 nu", ["Se", "nu"], 0, id="an address"),
        pytest.param("Se regionlillsjo.se/vaccin nu", ["Se", "nu"], 0, id="a bare address"),
        pytest.param("Se <https://a.se/b|här> nu", ["Se", "här", "nu"], 0, id="Slack's address"),
        pytest.param("Skriv kontakt@region.se nu", ["Skriv", "nu"], 0, id="an e-mail address"),
        pytest.param("Hej @Vårdcentralen #HärJobbarJag", ["Hej"], 0, id="names and hashtags"),
        pytest.param("Hej 👩🏽‍⚕️ 🇸🇪 1️⃣ :slightly_smiling_face:", ["Hej"], 0, id="emoji"),
    ],
)
def test_words_are_counted_as_they_are_said_to(text, found, long):
    assert [word for sentence in sentences(text) for word in words(sentence)] == found
    assert lix(text).long_words == long


@pytest.mark.parametrize(
    ("value", "expected"),
    [
        (0, Level.VERY_EASY),
        (29, Level.VERY_EASY),
        (30, Level.EASY),
        (39, Level.EASY),
        (40, Level.MEDIUM),
        (49, Level.MEDIUM),
        (50, Level.HARD),
        (59, Level.HARD),
        (60, Level.VERY_HARD),
        (300, Level.VERY_HARD),
    ],
)
def test_each_figure_has_its_usual_reading(value, expected):
    assert level(value) is expected


def test_a_figure_needs_thirty_words_and_three_sentences():
    assert Lix(30, 3, 0).is_telling
    assert not Lix(29, 3, 0).is_telling
    assert not Lix(300, 2, 0).is_telling


@given(st.text())
def test_any_text_is_counted(text):
    figure = lix(text)
    assert figure.value >= 0
    assert 0 <= figure.long_words <= figure.words
    assert figure.sentences <= figure.words
