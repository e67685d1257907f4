"""How one week or one month of the plan looks, in both languages, within Slack's limits."""

from datetime import date, time, timedelta
from zoneinfo import ZoneInfo

import pytest

from bot.domain.calendar import Week, WorkingCalendar
from bot.domain.months import Month
from bot.domain.outlets import DEFAULT_CADENCE, Outlet, Slot
from bot.domain.plan import Plan, Status
from bot.domain.weeks import by_week, pages
from bot.views import plan_pages as view
from bot.views.plan import Frame
from tests import make
from tests.conftest import enforce_limits
from tests.make import AMIRA, NOW

ZONE = ZoneInfo("Europe/Stockholm")
OUTLETS = (Outlet(1, "Facebook", (DEFAULT_CADENCE,)), Outlet(2, "Webb & <b>"))
FRAME = Frame(OUTLETS, {AMIRA: "Amira <Haddad>"}, WorkingCalendar(), NOW, ZONE)
DECEMBER = Month(2026, 12)


def shown(words, span, plan, page=0, frame=FRAME):
    found = pages(by_week(plan, WorkingCalendar(), now=NOW, zone=ZONE), view.ROOM)
    return view.render(words, span, found, page, frame)


def test_one_week_with_what_is_out_and_what_should_be(words, snapshot):
    posts = (
        make.post(
            1, date(2026, 11, 23), title="Ute <3", status=Status.PUBLISHED, link="https://a.se"
        ),
        make.post(2, date(2026, 11, 23), title="Sen", at=time(12)),
    )
    plan = Plan(date(2026, 11, 23), date(2026, 11, 30), OUTLETS, posts)
    snapshot(shown(words, Week.of(plan.start), plan))


def test_an_empty_week(words, snapshot):
    plan = Plan(date(2026, 11, 23), date(2026, 11, 30), OUTLETS[1:], ())
    snapshot(shown(words, Week.of(plan.start), plan))


def test_a_month_with_gaps_days_off_and_what_is_left_empty(words, snapshot):
    posts = (make.post(1, date(2026, 12, 4), title="Lucia <!channel>", outlet_id=2),)
    empty = frozenset({Slot(date(2026, 12, 28), time(11), 1)})
    plan = Plan(DECEMBER.first, DECEMBER.end, OUTLETS, posts, empty)
    snapshot(shown(words, DECEMBER, plan))


@pytest.mark.parametrize("span", [Week(2026, 50), DECEMBER], ids=["week", "month"])
def test_a_full_span_of_ten_outlets_is_shown_page_by_page_and_nothing_is_lost(words, span):
    outlets = tuple(Outlet(number, "Kanal " * 40, (DEFAULT_CADENCE,)) for number in range(1, 11))
    start = span.monday if isinstance(span, Week) else span.first
    days = [start + timedelta(days=each) for each in range((span.end - start).days)]
    posts = [
        make.post(each * 100 + outlet, day, outlet_id=outlet, title=f"<{each}-{outlet}>" * 15)
        for each, day in enumerate(days)
        for outlet in range(1, 11)
    ]
    plan = Plan(start, span.end, outlets, tuple(posts))
    found = pages(by_week(plan, WorkingCalendar(), now=NOW, zone=ZONE), view.ROOM)
    frame = Frame(outlets, {}, WorkingCalendar(), NOW, ZONE)
    seen = 0
    for page in range(len(found)):
        message = view.render(words, span, found, page, frame)
        enforce_limits(message["blocks"])
        rows = sum(b.get("accessory", {}).get("type") == "overflow" for b in message["blocks"])
        seen += rows
        assert f"{len(posts) - rows}" in str(message["blocks"][-2])
    assert seen == len(posts)


def test_what_lies_before_the_first_year_cannot_be_turned_to(words):
    plan = Plan(date(2000, 1, 1), date(2000, 2, 1), OUTLETS, ())
    message = shown(words, Month(2000, 1), plan)
    ids = [element["action_id"] for element in message["blocks"][-1]["elements"]]
    assert ids == ["plan.new", "plan.after"]
