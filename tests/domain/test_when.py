"""Reading what people type after `/plan`."""

from datetime import date, time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.domain.calendar import Week
from bot.domain.errors import Refusal
from bot.domain.outlets import Outlet
from bot.domain.when import PlanRequest, parse_plan

TODAY = date(2026, 11, 24)  # a Tuesday in week 48
OUTLETS = [
    Outlet(1, "Facebook"),
    Outlet(2, "Webb"),
    Outlet(3, "Intranät"),
    Outlet(4, "Region Lillsjö press"),
    Outlet(5, "Podd"),
    Outlet(6, "Poddar"),
]

DAYS = {
    "i dag": "2026-11-24",
    "idag": "2026-11-24",
    "I DAG": "2026-11-24",
    "today": "2026-11-24",
    "i morgon": "2026-11-25",
    "imorgon": "2026-11-25",
    "tomorrow": "2026-11-25",
    "i övermorgon": "2026-11-26",
    "övermorgon": "2026-11-26",
    "the day after tomorrow": "2026-11-26",
    "fredag": "2026-11-27",
    "på fredag": "2026-11-27",
    "nu på fredag": "2026-11-27",
    "på fredagen": "2026-11-27",
    "fre": "2026-11-27",
    "fre.": "2026-11-27",
    "Fri": "2026-11-27",
    "on friday": "2026-11-27",
    "FR\u0130DAY": "2026-11-27",
    "fr\u0131day": "2026-11-27",
    "\u0130 DAG": "2026-11-24",
    "fredag.": "2026-11-27",
    "lör": "2026-11-28",
    "lo\u0308rdag": "2026-11-28",
    "lordag": "2026-11-28",
    "måndag": "2026-11-30",
    "tisdag": "2026-12-01",
    "nästa tisdag": "2026-12-01",
    "next tuesday": "2026-12-01",
    "nästa söndag": "2026-12-06",
    "denna söndag": "2026-11-29",
    "this tuesday": "2026-11-24",
    "28/11": "2026-11-28",
    "den 28/11": "2026-11-28",
    "28/11 2026": "2026-11-28",
    "28/11-26": "2026-11-28",
    "28/11/2027": "2027-11-28",
    "28.11": "2026-11-28",
    "28.11.": "2026-11-28",
    "28.11.2026": "2026-11-28",
    "11.12": "2026-12-11",
    "28 nov": "2026-11-28",
    "28 nov.": "2026-11-28",
    "28 november": "2026-11-28",
    "28 november 2026": "2026-11-28",
    "den 28:e november": "2026-11-28",
    "1 dec": "2026-12-01",
    "24:e dec 2026": "2026-12-24",
    "november 28": "2026-11-28",
    "Nov 28th, 2026": "2026-11-28",
    "the 28th of November": "2026-11-28",
    "lördag 28 november": "2026-11-28",
    "lördagen den 28 november": "2026-11-28",
    "sat 28/11": "2026-11-28",
    "tisdag 24 november (v. 48)": "2026-11-24",
    "tis 24/11 v. 48": "2026-11-24",
    "2026-12-01": "2026-12-01",
    "fredag v. 50": "2026-12-11",
    "på fredag i vecka 50": "2026-12-11",
    "v. 50 fredag": "2026-12-11",
    "v 50 fre": "2026-12-11",
    "friday week 50": "2026-12-11",
    "week 50 friday": "2026-12-11",
    "onsdag nästa vecka": "2026-12-02",
    "nästa vecka på onsdag": "2026-12-02",
    "fredag v. 53": "2027-01-01",
    "om två veckor": "2026-12-08",
    "om en vecka": "2026-12-01",
    "om 3 dagar": "2026-11-27",
    "om 1 dag": "2026-11-25",
    "in 3 days": "2026-11-27",
    "in two weeks": "2026-12-08",
    "om en månad": "2026-12-24",
    "in 2 months": "2027-01-24",
    "8/1": "2027-01-08",
    "23 augusti": "2027-08-23",
    "24/11": "2026-11-24",
}
WEEKS = {
    "v. 50": Week(2026, 50),
    "v.50": Week(2026, 50),
    "V50": Week(2026, 50),
    "vecka 50": Week(2026, 50),
    "i vecka 50": Week(2026, 50),
    "week 50": Week(2026, 50),
    "w 50": Week(2026, 50),
    "v. 48": Week(2026, 48),
    "v. 3": Week(2027, 3),
    "v. 03": Week(2027, 3),
    "v. 53": Week(2026, 53),
    "v. 53 (28 dec–3 jan)": Week(2026, 53),
    "v. 50 2027": Week(2027, 50),
    "nästa vecka": Week(2026, 49),
    "this week": Week(2026, 48),
}
TIMES = {
    "11.00": "11:00",
    "11:00": "11:00",
    "9.30": "09:30",
    "09:30": "09:30",
    "kl. 11": "11:00",
    "kl 11": "11:00",
    "kl.11": "11:00",
    "kl. 9.30": "09:30",
    "kl.\u00a011.00": "11:00",
    "klockan 14": "14:00",
    "9 am": "09:00",
    "9am": "09:00",
    "2pm": "14:00",
    "2:15 p.m.": "14:15",
    "12 am": "00:00",
    "12pm": "12:00",
    "at 11": "11:00",
    "at 11:30": "11:30",
    "23.59": "23:59",
    "00.00": "00:00",
}
OUTLET_WORDS = {
    "Facebook": 1,
    "FACEBOOK": 1,
    "fb": 1,
    "face": 1,
    "på Facebook": 1,
    "webb": 2,
    "web": 2,
    "på webben": 2,
    "on the web": None,
    "website": 2,
    "intranät": 3,
    "intrana\u0308t": 3,
    "intranat": 3,
    "intranet": 3,
    "intra": 3,
    "Region Lillsjö press": 4,
    "region lillsjö PRESS": 4,
    "podd": 5,
    "poddar": 6,
    "podda": 6,
    "int": None,
    "Facebook-inlägget": None,
    "Instagram": None,
    "Region": None,
}
WHOLE = {
    "fredag 10 tips för hösten": (None, None, "10 tips för hösten"),
    "i morgon 112-dagen": (None, None, "112-dagen"),
    "28/11 1177 svarar dygnet runt": (None, None, "1177 svarar dygnet runt"),
    "fre 11.00 fb Höstens tider": ("11:00", 1, "Höstens tider"),
    "fredag facebook 11.00 Höstens tider": ("11:00", 1, "Höstens tider"),
    "fredag 11.10 Höstens tider": ("11:10", None, "Höstens tider"),
    "28/11 11.12 Höstens tider": ("11:12", None, "Höstens tider"),
    "kl. 11 fredag Höstens tider": ("11:00", None, "Höstens tider"),
    "webb fredag Höstens tider": (None, 2, "Höstens tider"),
    "fredag, 11.00, Webb: Höstens tider": ("11:00", 2, "Höstens tider"),
    "i dag kl. 11.00. Höstens tider": ("11:00", None, "Höstens tider"),
    "fredag ...och sedan": (None, None, "...och sedan"),
    "fredag – Höstens tider": (None, None, "Höstens tider"),
    "fredag -5 grader": (None, None, "-5 grader"),
    "fredag ”11.00 är tiden”": (None, None, "11.00 är tiden"),
    'fredag "webb"': (None, None, "webb"),
    "fredag ”Vi” är vi": (None, None, "”Vi” är vi"),
    "fredag  två\n rader": (None, None, "två rader"),
    "fredag 12.75 kostar det": (None, None, "12.75 kostar det"),
    "v. 50 fri entré på museet": (None, None, "fri entré på museet"),
    "fredag fredag": (None, None, "fredag"),
    "fredag <!channel>": (None, None, "<!channel>"),
    "fredag 👀": (None, None, "👀"),
    "fredag مرحبا": (None, None, "مرحبا"),
    "i morgon v. 50 är viktig": (None, None, "v. 50 är viktig"),
}


def read(text: str, today: date = TODAY) -> PlanRequest:
    return parse_plan(text, today=today, now_time=time(10), outlets=OUTLETS)


@pytest.mark.parametrize(("words", "day"), DAYS.items(), ids=DAYS)
def test_a_day_is_read(words: str, day: str) -> None:
    expected = PlanRequest(date.fromisoformat(day), None, None, None, "Titel")
    assert read(f"{words} Titel") == expected


@pytest.mark.parametrize(("words", "week"), WEEKS.items(), ids=WEEKS)
def test_a_week_without_a_day_is_read_as_a_week(words: str, week: Week) -> None:
    assert read(f"{words} Titel") == PlanRequest(None, week, None, None, "Titel")


@pytest.mark.parametrize(("words", "clock"), TIMES.items(), ids=TIMES)
def test_a_time_is_read(words: str, clock: str) -> None:
    found = read(f"fredag {words} Titel")
    assert (found.at, found.title) == (time.fromisoformat(clock), "Titel")


@pytest.mark.parametrize(("words", "outlet_id"), OUTLET_WORDS.items(), ids=OUTLET_WORDS)
def test_an_outlet_is_read_where_the_word_can_mean_only_one(
    words: str, outlet_id: int | None
) -> None:
    found = read(f"fredag {words} Titel")
    assert found.outlet_id == outlet_id
    if outlet_id:
        assert found.title == "Titel"


@pytest.mark.parametrize(("text", "expected"), WHOLE.items(), ids=WHOLE)
def test_the_title_keeps_what_is_its_own(
    text: str, expected: tuple[str | None, int | None, str]
) -> None:
    found = read(text)
    clock, outlet_id, title = expected
    at = time.fromisoformat(clock) if clock else None
    assert (found.at, found.outlet_id, found.title) == (at, outlet_id, title)


@pytest.mark.parametrize(
    ("today", "words", "day"),
    [
        ("2026-11-27", "fredag", "2026-12-04"),
        ("2026-11-29", "nästa måndag", "2026-11-30"),
        ("2026-12-28", "nästa fredag", "2027-01-08"),
        ("2027-01-02", "nästa vecka fredag", "2027-01-08"),
        ("2027-11-24", "29/2", "2028-02-29"),
        ("2026-12-31", "i morgon", "2027-01-01"),
        ("2027-01-10", "20/12", "2027-12-20"),
        ("2027-01-02", "söndag v. 53", "2027-01-03"),
        ("2026-10-24", "i morgon 02.30", "2026-10-25"),
        ("2027-03-27", "i morgon 02.30", "2027-03-28"),
    ],
)
def test_days_around_the_year_and_the_clock_changes(today: str, words: str, day: str) -> None:
    found = read(f"{words} Titel", date.fromisoformat(today))
    assert found.day == date.fromisoformat(day)


pieces = (
    st.sampled_from(
        [
            *DAYS,
            *WEEKS,
            *TIMES,
            *OUTLET_WORDS,
            "Titel",
            "10",
            "(",
            ")",
            "–",
            "”",
            "om",
            "på",
            "v.",
            "kl",
        ]
    )
    | st.text(max_size=8)
    | st.text("İıſKVvi dagFREfre0123456789./:-", max_size=8)
)


@given(st.lists(pieces, max_size=8).map(" ".join), st.dates(date(2024, 1, 1), date(2040, 1, 1)))
def test_whatever_is_typed_is_read_or_refused(text: str, today: date) -> None:
    try:
        found = read(text, today)
    except Refusal:
        return
    assert (found.day is None) is not (found.week is None)
    assert found.title == " ".join(found.title.split()) != ""


def test_four_thousand_characters_are_read_quickly() -> None:
    assert len(read("fredag " + "v. " * 1300).title) == 3899
    assert read("fredag " + "(" * 4000).title == "(" * 4000
