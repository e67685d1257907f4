"""What people write after `/report`, and what they mean: looking back, kindly read."""

from datetime import date

import pytest

from bot.domain.calendar import NoSuchWeek
from bot.domain.months import NoSuchMonth
from bot.domain.periods import (
    PeriodAhead,
    PeriodTooLong,
    PeriodUnreadable,
    month,
    parse_period,
    quarter,
    read_code,
    week,
    year,
)

TODAY = date(2026, 11, 27)

READ = {
    "": "month 2026-11-01 2026-12-01",
    "  ": "month 2026-11-01 2026-12-01",
    "november": "month 2026-11-01 2026-12-01",
    "Nov 2026": "month 2026-11-01 2026-12-01",
    "nov. 2025": "month 2025-11-01 2025-12-01",
    "2026-11": "month 2026-11-01 2026-12-01",
    "december": "month 2025-12-01 2026-01-01",
    "January": "month 2026-01-01 2026-02-01",
    "månad 10": "month 2026-10-01 2026-11-01",
    "denna månad": "month 2026-11-01 2026-12-01",
    "senaste månaden": "month 2026-10-01 2026-11-01",
    "förra månaden": "month 2026-10-01 2026-11-01",
    "last month": "month 2026-10-01 2026-11-01",
    "q3": "quarter 2026-07-01 2026-10-01",
    "Q4": "quarter 2026-10-01 2027-01-01",
    "q3 2025": "quarter 2025-07-01 2025-10-01",
    "2025 q3": "quarter 2025-07-01 2025-10-01",
    "2025-Q3": "quarter 2025-07-01 2025-10-01",
    "kvartal 3": "quarter 2026-07-01 2026-10-01",
    "tredje kvartalet": "quarter 2026-07-01 2026-10-01",
    "third quarter 2025": "quarter 2025-07-01 2025-10-01",
    "förra kvartalet": "quarter 2026-07-01 2026-10-01",
    "2026": "year 2026-01-01 2027-01-01",
    "år 2025": "year 2025-01-01 2026-01-01",
    "i år": "year 2026-01-01 2027-01-01",
    "förra året": "year 2025-01-01 2026-01-01",
    "last year": "year 2025-01-01 2026-01-01",
    "v. 47": "weeks 2026-11-16 2026-11-23",
    "vecka 53": "weeks 2020-12-28 2021-01-04",
    "v. 40-47": "weeks 2026-09-28 2026-11-23",
    "v 40–47": "weeks 2026-09-28 2026-11-23",
    "veckor 40 till 47": "weeks 2026-09-28 2026-11-23",
    "weeks 40 to 47 2026": "weeks 2026-09-28 2026-11-23",
    "v. 51-2 2025": "weeks 2025-12-15 2026-01-12",
    "v. 50": "weeks 2025-12-08 2025-12-15",
    "förra veckan": "weeks 2026-11-16 2026-11-23",
    "denna vecka": "weeks 2026-11-23 2026-11-30",
    "senaste 30 dagarna": "days 2026-10-29 2026-11-28",
    "last 4 weeks": "days 2026-10-31 2026-11-28",
    "senaste 3 månaderna": "days 2026-08-01 2026-11-01",
    "2026-11-01–2026-11-15": "days 2026-11-01 2026-11-16",
    "2026-11-01 - 2026-11-15": "days 2026-11-01 2026-11-16",
}


@pytest.mark.parametrize(("text", "code"), READ.items(), ids=list(READ))
def test_a_period_is_read_as_people_write_it(text, code):
    assert parse_period(text, today=TODAY).code == code
    assert read_code(code).code == code


REFUSED = {
    "hej": PeriodUnreadable,
    "q5": PeriodUnreadable,
    "2026-02-30–2026-03-01": PeriodUnreadable,
    "2026-11-15–2026-11-01": PeriodUnreadable,
    "x" * 5000: PeriodUnreadable,
    "<!channel>": PeriodUnreadable,
    "december 2026": PeriodAhead,
    "2027": PeriodAhead,
    "2020-01-01–2026-01-01": PeriodTooLong,
    "2026-13": NoSuchMonth,
    "vecka 54": NoSuchWeek,
}


@pytest.mark.parametrize(("text", "kind"), REFUSED.items(), ids=lambda it: str(it)[:24])
def test_what_is_no_period_is_refused(text, kind):
    with pytest.raises(kind):
        parse_period(text, today=TODAY)


@pytest.mark.parametrize(
    ("period", "before"),
    [
        (month(date(2027, 1, 9)), "month 2026-12-01 2027-01-01"),
        (quarter(date(2027, 1, 9)), "quarter 2026-10-01 2027-01-01"),
        (year(TODAY), "year 2025-01-01 2026-01-01"),
        (week(date(2027, 1, 6)), "weeks 2026-12-28 2027-01-04"),
        (parse_period("senaste 10 dagarna", today=TODAY), "days 2026-11-08 2026-11-18"),
    ],
)
def test_the_period_before_is_as_long(period, before):
    assert period.before.code == before


@pytest.mark.parametrize(
    "code",
    [
        "",
        "month",
        "month 2026-11-01",
        "age 2026-11-01 2026-12-01",
        "days 2026-11-02 2026-11-01",
        "days 0001-01-01 2026-01-01",
        "days 2011-01-01 2026-01-01",
        "month 2026-02-30 2026-03-01",
    ],
)
def test_a_foreign_value_is_no_period(code):
    assert read_code(code) is None
