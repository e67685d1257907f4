"""The weekly word: on its day, of the days around it."""

from datetime import date, timedelta

import pytest

from bot.domain.calendar import WorkingCalendar
from bot.domain.plan import Status
from bot.domain.weekly_word import TEXT_LIMIT, Weekly, WordMissing, gather, read_text
from tests.make import post

FRIDAY = date(2026, 11, 27)


@pytest.mark.parametrize(
    ("weekday", "day", "due"),
    [
        (5, FRIDAY, True),
        (5, FRIDAY - timedelta(days=1), False),
        (None, FRIDAY, False),
        (1, date(2026, 11, 30), True),
        (5, date(2026, 12, 23), True),  # Friday is Christmas Day, Thursday its eve
        (5, date(2026, 12, 25), False),
        (5, date(2026, 12, 24), False),
        (3, date(2026, 11, 28), False),
    ],
)
def test_the_draft_comes_on_its_weekday_or_the_working_day_before(weekday, day, due):
    assert Weekly(weekday, None).is_due(day, WorkingCalendar()) is due


def test_it_tells_of_what_went_out_and_what_is_still_to_come():
    posts = [
        post(1, FRIDAY - timedelta(days=3), status=Status.PUBLISHED, title="Ute"),
        post(2, FRIDAY - timedelta(days=3), status=Status.PUBLISHED, title="Ute", sibling=1),
        post(3, FRIDAY - timedelta(days=2), title="Blev inte av"),
        post(4, FRIDAY, title="I dag"),
        post(5, FRIDAY + timedelta(days=4), status=Status.READY, title="På tisdag"),
        post(6, FRIDAY + timedelta(days=5), status=Status.CANCELLED, title="Inställt"),
    ]
    posts[0] = post(1, FRIDAY - timedelta(days=3), status=Status.PUBLISHED, title="Ute", sibling=1)
    word = gather(FRIDAY, posts, "")
    assert [each.title for each in word.went] == ["Ute"]
    assert [each.title for each in word.coming] == ["I dag", "På tisdag"]
    assert not word.is_empty
    assert gather(FRIDAY, [], "").is_empty


def test_nothing_cannot_be_sent():
    assert read_text(" Hej! \n") == "Hej!"
    assert len(read_text("å" * 5000)) == TEXT_LIMIT
    with pytest.raises(WordMissing):
        read_text(" \n ")
