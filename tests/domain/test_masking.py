"""What is masked, what is left alone, and that masking never does half of it."""

import re
from time import perf_counter

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.domain.masking import Private, mask, names_person, private_in
from tests.examples import costly

NAMES = {Private.EMAIL: "[adress]", Private.PERSON: "[nummer]", Private.PHONE: "[telefon]"}


def masked(text: str) -> str:
    return mask(text, NAMES)


PERSONS = {
    "ten digits with a hyphen": "811218-9876",
    "ten digits in a row": "8112189876",
    "twelve digits with a hyphen": "19811218-9876",
    "twelve digits in a row": "198112189876",
    "over a hundred years old": "211218+9871",
    "twelve digits with a plus": "19211218+9871",
    "born in the nineteenth century": "18991231-9876",
    "a coordination number": "811278-9873",
    "a coordination number of twelve digits": "198112789873",
    "the first coordination day": "800161-3294",
    "the last coordination day": "800191-3294",
    "a check digit that does not hold": "811218-9875",
    "a space for the hyphen": "811218 9876",
    "spaces around the hyphen": "19811218 - 9876",
    "a dash for the hyphen": "811218–9876",
    "the minus sign for the hyphen": "811218−9876",
    "the date with hyphens": "1981-12-18-9876",
    "the date with spaces": "81 12 18 - 9876",
    "the date with dots": "1981.12.18-9876",
    "the last four in two pairs": "811218-98 76",
    "leap day": "20000229-2388",
    "wide digits": "８１１２１８-９８７６",
    "Arabic digits": "٨١١٢١٨-٩٨٧٦",
    "a mark without width inside": "811218\u200b-9876",
    "a space that does not break": "811218\u00a09876",
    "a zero in front": "010203-1234",
}
PHONES = {
    "mobile": "0701234567",
    "mobile with a hyphen": "070-1234567",
    "mobile in groups": "070-123 45 67",
    "mobile with spaces": "070 123 45 67",
    "mobile with dots": "070.123.45.67",
    "mobile with a slash": "070/123 45 67",
    "Stockholm": "08-123 456 78",
    "Stockholm, the shortest": "08-12 34 56",
    "area code in brackets": "(021) 12 34 56"[1:],
    "Västerås": "021-12 34 56",
    "four-digit area": "0481-123 45",
    "international": "+46701234567",
    "international in groups": "+46 70 123 45 67",
    "international with the zero": "+46 (0)70-123 45 67",
    "international with 00": "0046 70 123 45 67",
    "Finnish": "+358 40 123 4567",
    "Danish": "+45 12 34 56 78",
    "American": "+1 (555) 123-4567",
    "a space that does not break": "070\u00a0123\u00a045\u00a067",
    "wide digits": "０７０-１２３４５６７",
}
EMAILS = {
    "plain": "anna.andersson@example.se",
    "with a plus": "anna+facebook@example.co.uk",
    "with å": "åsa@exempel.se",
    "with a number in it": "anna.811218-9876@example.se",
    "capital letters": "ANNA@EXAMPLE.SE",
}
LEFT_ALONE = {
    "a year": "Vi ses 2026!",
    "a date": "Den 2026-11-24 stänger vi.",
    "a date without hyphens": "20261124",
    "two dates": "2026-11-24--2026-11-30",
    "a day first": "01-02-2026",
    "a day first with dots": "01.02.2026 kl. 08.15",
    "a day first with a time": "01/02 2026 kl. 12.30",
    "opening hours": "Öppet 08.00-16.30 och 09.00 - 12.00",
    "opening hours without dots": "0800-1630",
    "opening hours with colons": "08:00-16:30",
    "a price": "Det kostar 1 250 000 kr, alltså 125000.",
    "a large price with spaces": "12 345 678 900 kr",
    "a plus in front of a price": "+25 000 000 kr",
    "a case number": "RS 2026-01234",
    "a long case number": "Dnr 2026/0012345",
    "an organisation number": "556036-0793",
    "an organisation number in a row": "2321000131",
    "a bank giro": "bg 5050-1055",
    "an emergency number": "Ring 112 eller 1177.",
    "a short number": "116 117 och 114 14",
    "a month that is none": "811318-9876",
    "a day that is none": "811232-9876",
    "a day between the two kinds": "811255-9876",
    "a longer number": "1234811218987612",
    "a decimal": "0,12345678 och 0.12345678",
    "a post code": "721 87 Västerås",
    "a mention of somebody": "@Region Lillsjö tack!",
    "a handle": "@lillsjo.kommun",
    "a web address": "https://www.1177.se/vastmanland/?id=8112",
    "kilometres": "E18, 10-12 km, 3 000 deltagare",
    "nothing": "",
}


@pytest.mark.parametrize("number", PERSONS.values(), ids=PERSONS)
def test_a_personal_identity_number_is_masked(number: str) -> None:
    assert masked(f"Jag heter Bo ({number}).") == "Jag heter Bo ([nummer])."
    assert names_person(number)


@pytest.mark.parametrize("number", PHONES.values(), ids=PHONES)
def test_a_phone_number_is_masked(number: str) -> None:
    said = masked(f"Ring {number}, tack.")
    assert re.sub(r"\(?\)?", "", said) == "Ring [telefon], tack."
    assert not names_person(number)


@pytest.mark.parametrize(
    ("digits", "said"),
    [
        pytest.param("0701234567", "[telefon]", id="the check digit does not hold: to call"),
        pytest.param("0701234569", "[nummer]", id="the check digit holds: a person"),
        pytest.param("8112189875", "[nummer]", id="no number to call begins so"),
    ],
)
def test_ten_digits_that_may_be_either_are_masked_as_the_likelier(digits: str, said: str) -> None:
    assert masked(digits) == said


@pytest.mark.parametrize("address", EMAILS.values(), ids=EMAILS)
def test_an_address_is_masked(address: str) -> None:
    assert masked(f"Skriv till {address}!") == "Skriv till [adress]!"


@pytest.mark.parametrize("text", LEFT_ALONE.values(), ids=LEFT_ALONE)
def test_an_ordinary_number_is_left_alone(text: str) -> None:
    assert masked(text) == text


@pytest.mark.parametrize(
    ("text", "said"),
    [
        pytest.param("070-1234567, 070-2345678", "[telefon], [telefon]", id="two of a kind"),
        pytest.param("070-1234567/070-2345678", "[telefon]/[telefon]", id="with a slash between"),
        pytest.param("tel0701234567", "tel[telefon]", id="glued to a word"),
        pytest.param("Öppet 08.00-16.30 070-1234567", "Öppet 08.00-16.30 [telefon]", id="hours"),
        pytest.param("8112189876 0701234567", "[nummer] [telefon]", id="one after the other"),
        pytest.param("811218-9876\n0701234567", "[nummer]\n[telefon]", id="on two lines"),
        pytest.param("070-123 45 67 12 december", "[telefon] 12 december", id="a day behind"),
        pytest.param("(8112189876)(a@b.se)", "([nummer])([adress])", id="in brackets"),
    ],
)
def test_several_things_are_masked_one_by_one(text: str, said: str) -> None:
    assert masked(text) == said


_days = st.dates().map(lambda day: (day.year % 100, day.month, day.day))
_around = st.text(st.characters(exclude_categories=("Nd", "Cs")), max_size=20)


@st.composite
def persons(draw: st.DrawFn) -> str:
    year, month, day = draw(_days)
    century = draw(st.sampled_from(["", "18", "19", "20"]))
    day += draw(st.sampled_from([0, 60]))
    between = draw(st.sampled_from(["", "-", "+", " ", " - ", "–"]))
    return f"{century}{year:02}{month:02}{day:02}{between}{draw(st.integers(0, 9999)):04}"


@st.composite
def phones(draw: st.DrawFn) -> str:
    start = draw(st.sampled_from(["070", "073-", "08-", "021-", "+46 70", "+4670", "004670"]))
    rest = f"{draw(st.integers(0, 9_999_999)):07}"
    gap = draw(st.sampled_from(["", " ", "-"]))
    return start + gap.join([rest[:3], rest[3:5], rest[5:]])


@given(before=_around, number=persons() | phones(), after=_around)
def test_no_masked_text_still_holds_the_number(before: str, number: str, after: str) -> None:
    said = masked(before + number + after)
    assert number not in said
    assert not re.search(r"\d{4}", said)


@costly
@given(st.lists(_around | persons() | phones() | st.sampled_from([*EMAILS.values()])))
def test_masking_twice_is_the_same(pieces: list[str]) -> None:
    once = masked("".join(pieces))
    assert masked(once) == once


@given(st.text())
def test_any_text_can_be_masked_twice(text: str) -> None:
    assert masked(masked(text)) == masked(text)


@given(st.text(st.characters(exclude_categories=("Nd", "Cs"), exclude_characters="@＠")))
def test_a_text_without_digits_and_addresses_is_unchanged(text: str) -> None:
    assert masked(text) == text


@given(st.text(alphabet="0123456789+-. @aå\u200b", max_size=60))
def test_what_is_found_lies_side_by_side(text: str) -> None:
    end = 0
    for start, stop, _ in sorted(private_in(text)):
        assert end <= start < stop <= len(text)
        end = stop


@pytest.mark.parametrize("piece", ["a", "0", "0 ", "+4 ", "81 12 ", "a.", "8112", "@a.", "0.0-"])
def test_a_long_text_is_no_trouble(piece: str) -> None:
    start = perf_counter()
    masked((piece * 8000)[:8000])
    assert perf_counter() - start < 1
