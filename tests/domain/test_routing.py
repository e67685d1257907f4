"""Until when an idea is put off, and what is a reason."""

from datetime import date

import pytest

from bot.domain.routing import (
    Later,
    Routing,
    Where,
    until,
)


@pytest.mark.parametrize(
    ("later", "today", "day"),
    [
        (Later.WEEK, date(2026, 12, 28), date(2027, 1, 4)),
        (Later.MONTH, date(2027, 1, 31), date(2027, 2, 28)),
        (Later.SUMMER, date(2026, 11, 24), date(2027, 8, 15)),
        (Later.SUMMER, date(2027, 6, 1), date(2027, 8, 15)),
        (Later.SUMMER, date(2027, 8, 15), date(2028, 8, 15)),
    ],
)
def test_an_idea_comes_back_on_its_day(later, today, day):
    assert until(later, today=today) == day


@pytest.mark.parametrize(
    ("routing", "offered"),
    [
        (Routing(), True),
        (Routing(Where.OUTLET, outlet_id=1), True),
        (Routing(Where.NO, reason="nej"), False),
        (Routing(Where.LATER, until=date(2026, 12, 2)), True),
        (Routing(Where.LATER, until=date(2026, 12, 3)), False),
    ],
)
def test_what_was_put_off_or_got_a_no_is_not_offered(routing, offered):
    assert routing.suggestible(date(2026, 12, 2)) is offered
