"""What goes out beside a post: the same day, or within the hour, over midnight and clock changes."""

from datetime import date, time
from zoneinfo import ZoneInfo

import pytest

from bot.domain.beside import beside, is_within_hour
from tests import make

ZONE = ZoneInfo("Europe/Stockholm")
FRIDAY, SATURDAY = date(2026, 11, 27), date(2026, 11, 28)


def post(number, day, at, outlet=1):
    return make.post(number, day, at=time.fromisoformat(at), outlet_id=outlet)


WITHIN = {
    "just under an hour": ((FRIDAY, "11:00"), (FRIDAY, "11:59"), True),
    "an hour is apart": ((FRIDAY, "11:00"), (FRIDAY, "12:00"), False),
    "over midnight": ((FRIDAY, "23:30"), (SATURDAY, "00:15"), True),
    "over midnight, backwards": ((SATURDAY, "00:15"), (FRIDAY, "23:30"), True),
    "over midnight, far": ((FRIDAY, "23:00"), (SATURDAY, "00:15"), False),
    "the same time on another day": ((FRIDAY, "11:00"), (SATURDAY, "11:00"), False),
    "in spring an hour on the wall is none": (
        (date(2027, 3, 28), "01:30"),
        (date(2027, 3, 28), "03:15"),
        True,
    ),
    "in autumn it is two": ((date(2026, 10, 25), "02:30"), (date(2026, 10, 25), "03:15"), False),
}


@pytest.mark.parametrize(("one", "other", "said"), WITHIN.values(), ids=WITHIN)
def test_an_hour_is_an_hour(one, other, said):
    assert is_within_hour(post(1, *one), post(2, *other), ZONE) is said


def test_the_day_and_the_hour_of_the_same_outlet_count_and_the_nearest_come_first():
    mine = post(1, SATURDAY, "00:15")
    noon, late, morning = (
        post(2, SATURDAY, "12:00"),
        post(3, FRIDAY, "23:30"),
        post(4, FRIDAY, "09:00"),
    )
    web = post(5, SATURDAY, "00:15", outlet=2)
    assert beside(mine, [morning, late, mine, noon, web], ZONE) == [late, noon]
