"""Praise: what is noted, what has been sent, and what has waited too long."""

from dataclasses import replace
from datetime import date

import pytest

from bot.domain import praise as domain
from bot.domain.calendar import WorkingCalendar
from bot.domain.praise import Heard, Praise, Unit
from tests.make import AMIRA, JONAS, NOW

NOTED = Praise(
    "1", "Ambulansen", "", "Bra jobbat!", has_consent=False, noted_by=AMIRA, noted_at=NOW
)


@pytest.mark.parametrize(
    ("start", "today", "days"),
    [
        (date(2026, 11, 24), date(2026, 11, 24), 0),
        (date(2026, 11, 24), date(2026, 11, 26), 2),
        (date(2026, 11, 24), date(2026, 11, 27), 3),
        (date(2026, 11, 27), date(2026, 11, 30), 1),
        (date(2026, 11, 28), date(2026, 11, 29), 0),
        (date(2026, 12, 23), date(2026, 12, 28), 1),
        (date(2027, 1, 4), date(2027, 1, 7), 2),
    ],
    ids=["same-day", "two", "three", "weekend", "on-a-weekend", "christmas", "epiphany"],
)
def test_waiting_is_counted_in_working_days(start, today, days):
    assert domain.working_days(start, today, WorkingCalendar()) == days


def test_who_sent_it_first_counts_and_it_can_be_taken_back():
    sent = domain.passed(NOTED, JONAS, now=NOW)
    assert domain.passed(sent, AMIRA, now=NOW).passed_by == JONAS
    assert domain.taken_back(sent) == NOTED
    for act in (lambda: domain.passed(None, JONAS, now=NOW), lambda: domain.taken_back(None)):
        with pytest.raises(domain.NotNoted):
            act()


def test_units_are_counted_most_first():
    sent = replace(NOTED, passed_at=NOW, passed_by=AMIRA)
    other = replace(NOTED, unit="Museet")
    heard = [Heard(str(n), "", NOW, p) for n, p in enumerate([sent, NOTED, None, other])]
    assert domain.by_unit(heard) == [("Ambulansen", 2, 1), ("Museet", 1, 0)]


@pytest.mark.parametrize("name", ["", "  \n", "\u200b"])
def test_a_unit_has_a_name(name):
    with pytest.raises(domain.UnitMissing):
        domain.unit_name(name)


def test_a_unit_is_there_once_and_archived_ones_take_no_room():
    known = [Unit(n, f"Enhet {n}", "") for n in range(domain.MOST)]
    with pytest.raises(domain.UnitThere):
        domain.unit_name(" ENHET 3 ", known)
    with pytest.raises(domain.TooManyUnits):
        domain.check_room(known)
    domain.check_room([replace(known[0], archived_at=NOW), *known[1:]])
