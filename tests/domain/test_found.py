"""Which post of the plan stands on the page already."""

from dataclasses import replace
from datetime import date, time, timedelta
from zoneinfo import ZoneInfo

import pytest

from bot.domain.found import is_same, planned_as
from bot.domain.plan import Status
from tests import make, page

ZONE = ZoneInfo("Europe/Stockholm")
TEXT = "Nu kan du boka tid för vaccin mot influensa. Välkommen!"
POST = make.post(7, date(2026, 11, 24), at=time(11), text=TEXT)
AT = POST.slot.starts(ZONE)


@pytest.mark.parametrize(
    ("planned", "shown", "same"),
    [
        (TEXT, TEXT, True),
        (TEXT, f"  {TEXT.upper()}\n", True),
        (TEXT, f"{TEXT}\n\n#vaccin #lillsjö", True),
        (f"{TEXT} Läs mer på 1177.se.", TEXT, True),
        ("Va\u0308lkommen till oss i vinter!", "Välkommen till oss i vinter!", True),
        ("Hej!", "Hej!", True),
        ("Hej!", "Hej! I dag är det fredag.", False),
        ("", "", False),
        ("", TEXT, False),
        (TEXT, TEXT.replace("influensa", "covid"), False),
        (TEXT, f"Nytt: {TEXT}", False),
    ],
    ids=[
        "the same", "space and case", "with hashtags", "shortened", "å in two parts",
        "short and equal", "a greeting", "both empty", "no text", "another word", "in the middle",
    ],
)  # fmt: skip
def test_the_same_words(planned, shown, same):
    assert is_same(planned, shown) == same


@pytest.mark.parametrize(
    ("apart", "found"),
    [
        (timedelta(), True),
        (timedelta(days=2), True),
        (-timedelta(days=2), True),
        (timedelta(days=2, seconds=1), False),
    ],
)
def test_within_two_days(apart, found):
    shown = page.post(text=TEXT, created_at=AT + apart)
    assert planned_as(shown, [POST], zone=ZONE) == (POST if found else None)


@pytest.mark.parametrize("status", list(Status))
def test_only_what_is_open_is_meant(status):
    post = replace(POST, status=status)
    found = planned_as(page.post(text=TEXT, created_at=AT), [post], zone=ZONE)
    assert (found is not None) == post.is_open


def test_the_nearest_in_time_is_meant_and_else_the_first():
    later = replace(POST, id=8, day=date(2026, 11, 25))
    twin = replace(POST, id=9)
    shown = page.post(text=TEXT, created_at=AT + timedelta(hours=20))
    assert planned_as(shown, [POST, later, twin], zone=ZONE) == later
    shown = page.post(text=TEXT, created_at=AT)
    assert planned_as(shown, [twin, POST], zone=ZONE) == POST
