"""What the holiday pack looks like, in both languages."""

from dataclasses import replace
from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

from bot.domain.calendar import WorkingCalendar
from bot.domain.holidays import Pack, weeks_to_plan
from bot.domain.ideas import Idea
from bot.domain.outlets import DEFAULT_CADENCE, Outlet, Slot
from bot.domain.plan import Status
from bot.domain.reuse import Reuse
from bot.domain.seasons import Months
from bot.domain.suggestions import ForOutlet, Ready, Suggestion
from bot.views.holiday_pack import SHOWN, nothing, render
from bot.views.holidays import offer
from bot.views.plan import Frame
from tests import make
from tests.conftest import enforce_limits

NOW = datetime(2026, 11, 24, 7, 15, tzinfo=UTC)
FRAME = Frame(
    outlets=(Outlet(1, "Facebook", (DEFAULT_CADENCE,)),),
    names={},
    calendar=WorkingCalendar(),
    now=NOW,
    zone=ZoneInfo("Europe/Stockholm"),
)
SLOTS = tuple(Slot(date(2026, 12, day), time(11), 1) for day in (21, 23, 25))


def pack(slots=SLOTS, wanted=9, today=date(2026, 11, 24)):
    return Pack(weeks_to_plan(today), wanted, slots)


def idea(number, title, *reasons):
    return Suggestion(Idea(number, title, "", (), None, "U0AMIRA", NOW), reasons)


def former(number, title, season=None, praise=0):
    post = make.post(number, date(2025, 12, 22), title=title, status=Status.PUBLISHED)
    return Reuse(post, praise, season)


OFFERS = {
    SLOTS[0]: (
        idea(1, "Hitta till <1177>", Ready(), ForOutlet(1)),
        idea(2, "Julöppet på museet"),
        former(3, "Så har vi <öppet>", praise=2),
    ),
    SLOTS[2]: (former(4, "Vinterns virus", Months(12, 2)),),
}


def test_the_gaps_with_what_may_fill_each(words, snapshot):
    snapshot(render(words, pack(), OFFERS, FRAME))


def test_the_offer_in_good_time_and_late(words, snapshot):
    snapshot({"blocks": offer(words, pack(), today=date(2026, 12, 13))})
    snapshot({"blocks": offer(words, pack(), today=date(2026, 12, 14))})
    snapshot({"blocks": offer(words, pack(today=date(2027, 6, 1)), today=date(2027, 6, 1))})


def test_without_a_pack_nothing_is_offered(words, snapshot):
    assert offer(words, None, today=NOW.date()) == []
    snapshot(nothing(words))


def test_many_gaps_with_long_titles_fit(words):
    slots = tuple(
        Slot(date(2026, 12, 21) + timedelta(days=n // 3), time(n % 3 + 9), 1) for n in range(63)
    )
    long = idea(1, "&" * 150, Ready(), ForOutlet(1))
    again = former(2, "&" * 150, praise=9)
    frame = replace(FRAME, outlets=(Outlet(1, "&" * 200),))
    shown = render(words, pack(slots, 63), dict.fromkeys(slots, (long, long, long, again)), frame)
    enforce_limits(shown["blocks"])
    assert "51" in shown["blocks"][-1]["elements"][0]["text"]
    assert len([b for b in shown["blocks"] if b["type"] == "actions"]) == SHOWN
