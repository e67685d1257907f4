"""What comes every year: how it is written, when it comes, and when it becomes an idea."""

from contextlib import suppress
from datetime import date, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.domain.errors import Refusal
from bot.domain.outlets import Outlet
from bot.domain.seasons import Days, Months
from bot.domain.tables import safe
from bot.domain.wheel import (
    Entry,
    Item,
    WheelLeadUnreadable,
    coming,
    due,
    entry,
    in_order,
    read_lead,
    thought,
)
from bot.domain.wheel_table import WheelLinesUnfit, WheelTableUnfit, read
from bot.domain.yearly import (
    ByRule,
    InMonths,
    InWeeks,
    Nth,
    OnDate,
    OnWeekday,
    WheelRuleUnfit,
    WheelWhenUnreadable,
    Yearly,
    decode,
    following,
)
from bot.domain.yearly_words import read as read_when
from bot.locales import Words
from bot.views import wheel as view
from bot.views.wheel_table import table

LAST_SUNDAY = "FREQ=YEARLY;BYMONTH=5;BYDAY=-1SU"
SECOND_WEEKEND = "FREQ=YEARLY;BYMONTH=10;BYMONTHDAY=8,9,10,11,12,13,14;BYDAY=SA"


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("14/11", OnDate(11, 14)),
        ("den 14/11", OnDate(11, 14)),
        ("14 nov", OnDate(11, 14)),
        ("14-nov", OnDate(11, 14)),
        ("14 november", OnDate(11, 14)),
        ("14th of November", OnDate(11, 14)),
        ("November 14", OnDate(11, 14)),
        ("2026-11-14", OnDate(11, 14)),
        ("29/2", OnDate(2, 29)),
        ("v. 7", InWeeks(7, 7)),
        ("vecka 7", InWeeks(7, 7)),
        ("v. 7–9", InWeeks(7, 9)),
        ("week 7 to 9", InWeeks(7, 9)),
        ("v. 52–1", InWeeks(52, 1)),
        ("lördag v. 43", OnWeekday(43, 6)),
        ("lördagen i vecka 43", OnWeekday(43, 6)),
        ("Saturday of week 43", OnWeekday(43, 6)),
        ("tredje tisdagen i oktober", Nth(10, 3, 2)),
        ("den 3:e tisdagen i oktober", Nth(10, 3, 2)),
        ("third Tuesday of October", Nth(10, 3, 2)),
        ("sista söndagen i maj", Nth(5, 0, 7)),
        ("November", InMonths(11, 11)),
        ("juni–augusti", InMonths(6, 8)),
        ("hösten", InMonths(9, 11)),
        ("FREQ=YEARLY;BYMONTH=11;BYMONTHDAY=14", OnDate(11, 14)),
        (LAST_SUNDAY, Nth(5, 0, 7)),
        (f"RRULE:{SECOND_WEEKEND}", ByRule(SECOND_WEEKEND)),
        ("FREQ=YEARLY;BYWEEKNO=43;BYDAY=SA", OnWeekday(43, 6)),
    ],
)
def test_a_time_of_the_year_is_read_as_people_write_it(text, found):
    assert read_when(text) == found


@pytest.mark.parametrize(
    "text",
    ["", "snart", "31/11", "30 feb", "0/1", "v. 0", "v. 54", "v. 1–40", "lördag v. 60",
     "sjätte tisdagen i maj", "14/11 kanske", "blå–grön", "2026-13-01", "x" * 500, "🎉"],
)  # fmt: skip
def test_what_no_year_has_is_refused(text):
    with pytest.raises(WheelWhenUnreadable):
        read_when(text)


@pytest.mark.parametrize(
    "rule",
    [
        "FREQ=DAILY",
        "FREQ=SECONDLY",
        "FREQ=YEARLY",
        "FREQ=YEARLY;COUNT=3;BYMONTH=5",
        "FREQ=YEARLY;INTERVAL=2;BYMONTH=5;BYMONTHDAY=1",
        "FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=30",
        "FREQ=YEARLY;BYMONTH=1,6;BYMONTHDAY=1",
        "FREQ=YEARLY;BYDAY=MO",
        "FREQ=YEARLY;BYMONTH=99;BYDAY=MO",
        "FREQ=YEARLY;BYDAY=QQ;BYMONTH=1",
        "FREQ=YEARLY;BYDAY=;BYMONTH=1",
        "FREQ=YEARLY;BYWEEKNO=1,2;BYDAY=MO",
        "FREQ=YEARLY;BYEASTER=0",
        "FREQ=YEARLY;DTSTART=19000101",
        "freq=",
    ],
)
def test_a_rule_that_gives_no_day_or_several_is_refused(rule):
    with pytest.raises((WheelRuleUnfit, WheelWhenUnreadable)):
        read_when(rule)


@pytest.mark.parametrize(
    ("when", "year", "start", "end"),
    [
        (OnDate(2, 29), 2028, date(2028, 2, 29), date(2028, 3, 1)),
        (OnDate(2, 29), 2027, date(2027, 2, 28), date(2027, 3, 1)),
        (InWeeks(53, 53), 2026, date(2026, 12, 28), date(2027, 1, 4)),
        (InWeeks(53, 53), 2027, None, None),
        (InWeeks(51, 53), 2027, date(2027, 12, 20), date(2028, 1, 3)),
        (InWeeks(52, 1), 2026, date(2026, 12, 21), date(2027, 1, 11)),
        (InWeeks(1, 1), 2025, date(2024, 12, 30), date(2025, 1, 6)),
        (OnWeekday(53, 6), 2026, date(2027, 1, 2), date(2027, 1, 3)),
        (OnWeekday(53, 6), 2025, None, None),
        (Nth(10, 3, 2), 2026, date(2026, 10, 20), date(2026, 10, 21)),
        (Nth(10, 5, 2), 2026, None, None),
        (Nth(5, 0, 7), 2026, date(2026, 5, 31), date(2026, 6, 1)),
        (InMonths(12, 2), 2026, date(2026, 12, 1), date(2027, 3, 1)),
        (ByRule(SECOND_WEEKEND), 2026, date(2026, 10, 10), date(2026, 10, 11)),
        (ByRule("FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=29"), 2027, None, None),
    ],
)
def test_it_comes_when_it_should(when, year, start, end):
    found = when.of(year)
    assert (found and found.start, found and found.end) == (start, end)


YEARLY: st.SearchStrategy[Yearly] = st.one_of(
    st.dates(date(2024, 1, 1), date(2024, 12, 31)).map(lambda day: OnDate(day.month, day.day)),
    st.builds(lambda first, more: InWeeks(first, (first + more - 1) % 53 + 1),
              st.integers(1, 53), st.integers(0, 11)),
    st.builds(OnWeekday, st.integers(1, 53), st.integers(1, 7)),
    st.builds(Nth, st.integers(1, 12), st.integers(0, 5), st.integers(1, 7)),
    st.builds(InMonths, st.integers(1, 12), st.integers(1, 12)),
    st.just(ByRule(SECOND_WEEKEND)),
)  # fmt: skip


@given(YEARLY)
def test_what_is_stored_is_read_back(when):
    assert decode(when.code) == when


@pytest.mark.parametrize("language", ["sv", "en"])
@settings(deadline=None)
@given(YEARLY)
def test_what_is_printed_is_read_back(language, when):
    assert read_when(view.when(Words(language), when)) == when


@given(YEARLY, st.dates(date(2020, 1, 1), date(2090, 1, 1)))
def test_what_follows_is_not_over_and_is_the_first(when, day):
    found = following(when, day)
    assert found is not None
    assert found.end > day
    assert following(when, found.end - timedelta(days=1)) == found


@given(YEARLY, st.dates(date(2020, 1, 1), date(2090, 1, 1)), st.integers(0, 182))
def test_an_idea_is_due_from_its_lead_time_until_it_is_over(when, day, lead):
    found = due(Entry("x", when, timedelta(days=lead)), day)
    if found:
        assert found.start - timedelta(days=lead) <= day < found.end


@given(st.text(max_size=60))
def test_nothing_that_is_written_crashes(text):
    for reader in (read_when, read_lead):
        with suppress(Refusal):
            reader(text)


@pytest.mark.parametrize("text", ["9 år", "27 veckor", "-1", "200 dagar", "åtta veckor", "١"])
def test_a_lead_time_that_is_none_or_too_long_is_refused(text):
    with pytest.raises(WheelLeadUnreadable):
        read_lead(text)


@pytest.mark.parametrize("language", ["sv", "en"])
@pytest.mark.parametrize("days", [0, 1, 7, 10, 56, 182])
def test_a_printed_lead_time_is_read_back(language, days):
    lead = timedelta(days=days)
    assert read_lead(view.lead(Words(language), lead)) == lead


def test_the_idea_says_what_the_wheel_says():
    said = entry("Sportlov", "v. 7–9", outlet=2, tags="barn #vab", note="Fråga BUP")
    found = due(said, date(2026, 12, 24))
    assert found is not None
    made = thought(said, found, {1, 2})
    assert (made.title, made.note, made.tags) == ("Sportlov", "Fråga BUP", ("barn", "vab"))
    assert made.outlets == (2,)
    assert made.season == Days(date(2027, 2, 15), date(2027, 3, 8))
    assert thought(said, found, {1}).outlets == ()
    assert due(entry("Höst", "hösten"), date(2026, 9, 1)).season == Months(9, 11)


def test_what_comes_next_is_first_and_what_is_over_waits_a_year():
    items = [
        Item(number, entry(when, when))
        for number, when in enumerate(["23/11", "1/12", "24/11", "v. 53"])
    ]
    found = in_order(items, date(2026, 11, 24))
    assert [item.entry.label for item, _ in found] == ["24/11", "1/12", "v. 53", "23/11"]
    assert coming(items, date(2026, 12, 1), date(2026, 12, 28)) == [(date(2026, 12, 1), "1/12")]
    assert coming(items, date(2026, 11, 24), date(2026, 12, 1)) == [(date(2026, 11, 24), "24/11")]


OUTLETS = (Outlet(1, "Facebook"), Outlet(2, "Webb"))


@pytest.mark.parametrize("language", ["sv", "en"])
def test_the_starter_set_is_whole_and_the_same_in_both_languages(language):
    found = read(Words(language).table("wheel"), ())
    assert [each.when for each in found] == [
        each.when for each in read(Words("sv").table("wheel"), ())
    ]
    assert len(found) == 20


@pytest.mark.parametrize("language", ["sv", "en"])
def test_the_table_comes_back_in_unchanged_and_runs_nothing(language):
    said = [
        entry('=1+1; "x"', "14/11", lead="10 dagar", outlet=2, tags="a b", note="rad 1\nrad 2"),
        entry("Höstlov", "v. 44"),
        entry("Regel", SECOND_WEEKEND),
    ]  # fmt: skip
    items = [Item(number, each) for number, each in enumerate(said)]
    made = table(Words(language), items, {1: "Facebook", 2: "Webb"})
    assert made.startswith(b"\xef\xbb\xbf")
    assert b"\"'=1+1" in made
    assert read(made.decode("utf-8"), OUTLETS) == said


@given(st.text(max_size=20))
def test_no_cell_begins_as_a_formula(cell):
    assert not safe(cell).startswith(("=", "+", "-", "@", "\t", "\r"))


def test_every_line_that_cannot_be_read_is_told_by_its_number():
    text = (
        "Namn,Datum,Kanal,Lead\n"
        "Bra,14/11,webb,\n"
        "\n"
        "Dålig,31/11,,\n"
        ",1/1,,\n"
        '"Två\nrader",1/2,Radio,\n'
        "bra,1/1,,\n"
        "Sen,1/1,,1 år\n"
    )
    with pytest.raises(WheelLinesUnfit) as refused:
        read(text, OUTLETS)
    assert [(each.line, each.kind) for each in refused.value.problems] == [
        (4, "refusal-wheel-when"),
        (5, "refusal-title-missing"),
        (6, "refusal-wheel-outlet"),
        (8, "refusal-wheel-twice"),
        (9, "refusal-wheel-lead"),
    ]


@pytest.mark.parametrize(
    "text", ["", "hej", "a;b\n1;2", "Temadag;Kanal\nx;y", '"', "x" * 1_000_001]
)
def test_what_is_no_such_table_is_refused(text):
    with pytest.raises(WheelTableUnfit):
        read(text, ())


@given(st.text(max_size=200))
def test_no_table_crashes(text):
    with suppress(Refusal, WheelLinesUnfit):
        read(f"Temadag;När\n{text}", OUTLETS)
