"""The plan as a picture: what is drawn, which boxes there is room for, what it says in words."""

from datetime import date, datetime, time, timedelta
from zoneinfo import ZoneInfo

import pytest

from bot.domain.calendar import WorkingCalendar
from bot.domain.gaps import runway
from bot.domain.outlets import DEFAULT_CADENCE, Outlet, Slot
from bot.domain.plan import Plan, Status
from bot.domain.weeks import by_week
from bot.drawing.chart import Look
from bot.drawing.wire import dump, load
from bot.views import picture as view
from bot.views.blocks import BLOCKS_LIMIT
from bot.views.plan import Frame, overview
from tests import make

ZONE = ZoneInfo("Europe/Stockholm")
NOW = datetime(2026, 11, 25, 13, 30, tzinfo=ZONE)  # Wednesday of week 48
MONDAY = date(2026, 11, 23)
OUTLETS = (Outlet(1, "Facebook", (DEFAULT_CADENCE,)), Outlet(2, "Webb & <b>"))
POSTS = (
    make.post(1, date(2026, 11, 24), status=Status.PUBLISHED),
    make.post(2, date(2026, 11, 25), at=time(9), title="Sen"),
    make.post(3, date(2026, 11, 27), status=Status.READY),
    make.post(4, date(2026, 12, 2), title="Julpyssel <!channel>", outlet_id=2),
)
EMPTY = frozenset({Slot(date(2026, 12, 28), time(11), 1)})


def seen(posts=POSTS, outlets=OUTLETS, empty=EMPTY):
    plan = Plan(MONDAY, MONDAY + timedelta(weeks=view.WEEKS), outlets, tuple(posts), empty)
    reach = runway(plan.gaps(now=NOW, zone=ZONE), WorkingCalendar(), today=NOW.date())
    return view.View(
        by_week(plan, WorkingCalendar(), now=NOW, zone=ZONE),
        reach,
        Frame(outlets, {}, WorkingCalendar(), NOW, ZONE),
    )


def boxes(chart, week, weekday):
    return chart.rows[week].days[weekday].boxes


def test_the_message_shows_the_file_and_says_what_is_in_it(words, snapshot):
    snapshot(view.shown(words, seen(), "F123"))


def test_what_is_said_while_it_is_drawn(words, snapshot):
    snapshot(view.asked(words))


@pytest.mark.parametrize("kind", ["not-drawn", "no-scope", "not-taken", "too-late"])
def test_without_a_picture_the_plan_comes_in_words(words, kind):
    many = [make.post(n, MONDAY + timedelta(days=n % 21)) for n in range(200)]
    plan = seen(many)
    said = overview(words, plan.weeks, plan.runway, plan.frame, further=MONDAY)
    shown = view.instead(words, kind, said)

    assert len(shown["blocks"]) <= BLOCKS_LIMIT
    assert shown["text"].startswith(words(f"picture-{kind}"))


def test_every_state_has_a_look_and_a_word_of_its_own(words):
    chart = view.chart(words, seen())

    assert {look for look, _ in chart.legend} == set(Look)
    assert len({word for _, word in chart.legend}) == len(Look)
    assert [box.look for box in boxes(chart, 0, 1)] == [Look.PUBLISHED]
    assert [box.look for box in boxes(chart, 0, 2)] == [Look.LATE]
    assert [box.look for box in boxes(chart, 0, 4)] == [Look.READY]
    assert {box.look for box in boxes(chart, 1, 2)} == {Look.GAP, Look.DRAFT}
    assert [box.look for box in boxes(chart, 4, 4)] == [Look.ASKS]  # Christmas Day
    assert [box.look for box in boxes(chart, 5, 0)] == [Look.EMPTY]


def test_free_days_are_named_and_today_is_marked(words):
    days = [day for row in view.chart(words, seen()).rows for day in row.days]

    assert [day.label for day in days if day.is_today] == ["25"]
    assert next(day.note for day in days if day.is_today) == words("today")
    names = {"sv": "Julafton", "en": "Christmas Eve"}
    assert names[words.language] in [day.note for day in days if day.is_free]


def test_a_crowded_day_counts_what_is_left_out_and_keeps_what_misses_a_post(words):
    friday = date(2026, 12, 4)
    crowd = [make.post(n, friday, outlet_id=2, at=time(7 + n)) for n in range(9)]
    day = view.chart(words, seen(crowd)).rows[1].days[4]

    assert len(day.boxes) == 3
    assert "7" in day.more  # nine posts and a gap
    assert Look.GAP in [box.look for box in day.boxes]


def test_a_full_plan_does_not_become_a_tower(words):
    every = [make.post(n, MONDAY + timedelta(days=n % 56), outlet_id=2) for n in range(480)]
    chart = view.chart(words, seen(every))

    assert sum(max(len(d.boxes) for d in row.days) for row in chart.rows) <= view.BOXES


def test_the_description_stays_within_slacks_limit(words):
    outlets = tuple(Outlet(n, f"{'Kanal' * 15}{n}", (DEFAULT_CADENCE,)) for n in range(1, 11))
    said = view.described(words, seen([], outlets))

    assert len(said) <= view.ALT_LIMIT
    assert said.startswith({"sv": "Planen som", "en": "The plan as"}[words.language])


def test_the_drawing_process_reads_what_is_written_for_it(words):
    chart = view.chart(words, seen())

    assert load(dump(chart)) == chart
