"""How the plan looks: every message and form in both languages, within Slack's limits."""

from dataclasses import replace
from datetime import date, time, timedelta
from zoneinfo import ZoneInfo

import pytest

from bot.domain.calendar import Week, WorkingCalendar
from bot.domain.gaps import Runway
from bot.domain.ideas import Idea
from bot.domain.outlets import DEFAULT_CADENCE, Outlet, Slot
from bot.domain.plan import Entry, Plan, Status
from bot.domain.reuse import Reuse
from bot.domain.suggestions import ForOutlet, Suggestion, Voted
from bot.domain.weeks import Want, by_week, opening
from bot.views import fitting, gaps, plan_acts, plan_asks, plan_form
from bot.views import plan as view
from bot.views.forms import Origin, unpack
from bot.views.plan_acts import Act, Done
from tests import make
from tests.conftest import enforce_limits
from tests.forms import filled
from tests.make import AMIRA, JONAS, NOW, PLAN

ZONE = ZoneInfo("Europe/Stockholm")
OUTLETS = (Outlet(1, "Facebook", (DEFAULT_CADENCE,)), Outlet(2, "Webb & <b>"))
CALENDAR = WorkingCalendar()
FRAME = view.Frame(OUTLETS, {AMIRA: "Amira <Haddad>"}, CALENDAR, NOW, ZONE)
ORIGIN = Origin(PLAN, 7, 2)
IDEA = Idea(3, "Höstlov <!channel>", "", (), None, AMIRA, NOW)


def post(number=7, day=date(2026, 11, 27), **fields):
    return make.post(number, day, **{"title": "Öppet hus <!channel>", **fields})


POSTS = (
    post(1, date(2026, 12, 21), title="Klart", status=Status.READY),
    post(2, date(2026, 12, 22), title="På webben", outlet_id=2, owner=JONAS),
    post(3, date(2026, 12, 24), title="God jul", owner=None),
)
CHRISTMAS = Plan(
    date(2026, 12, 21),
    date(2027, 1, 4),
    OUTLETS,
    POSTS,
    frozenset({Slot(date(2026, 12, 28), time(11), 1)}),
)


def weeks():
    return by_week(CHRISTMAS, CALENDAR, now=NOW, zone=ZONE)


def test_the_next_weeks(words, snapshot):
    runway = Runway(15, Slot(date(2026, 12, 9), time(11), 1))
    snapshot(view.overview(words, weeks(), runway, FRAME, further=date(2027, 1, 4)))


def test_the_gaps(words, snapshot):
    slots = [Slot(day, time(11), 1) for day in (date(2026, 11, 25), date(2026, 12, 25))]
    openings = [opening(slot, CALENDAR) for slot in slots]
    snapshot(view.gap_list(words, openings, Runway(1, slots[0]), FRAME))


def test_the_gaps_with_what_fits_the_nearest(words, snapshot):
    days = (date(2026, 11, 25), date(2026, 11, 27), date(2026, 12, 25))
    openings = [opening(Slot(day, time(11), 1), CALENDAR) for day in days]
    near = fitting.nearest(openings, fitting.LISTED)
    best = Suggestion(replace(IDEA, votes=3), (ForOutlet(1), Voted(3)))
    old = Reuse(post(9, date(2025, 11, 28)))
    fits = fitting.beside(words, {near[0]: (best,), near[1]: (old,)}, FRAME)
    snapshot(view.gap_list(words, openings, Runway(1, near[0]), FRAME, fits))


def test_the_longest_list_of_gaps_stays_within_slacks_limits(words):
    days = [NOW.date() + timedelta(days=n + 1) for n in range(80)]
    openings = [opening(Slot(day, time(11), 1), WorkingCalendar()) for day in days]
    openings = [replace(each, want=Want.GAP, free=None) for each in openings]
    best = Suggestion(replace(IDEA, title="<" * 150), (ForOutlet(1),))
    near = fitting.nearest(openings, fitting.LISTED)
    assert len(near) == fitting.LISTED
    fits = fitting.beside(words, dict.fromkeys(near, (best,)), FRAME)
    enforce_limits(view.gap_list(words, openings, Runway(1, near[0]), FRAME, fits)["blocks"])


@pytest.mark.parametrize(
    ("days", "day"),
    [(None, None), (0, 24), (1, 25), (3, 27)],
    ids=["none", "today", "next", "later"],
)
def test_the_runway_is_said_in_words(words, days, day):
    gap = Slot(date(2026, 11, day), time(11), 1) if day else None
    said = view.runway_line(words, Runway(days, gap), today=FRAME.today)
    expected = {
        "sv": {None: "60 dagar", 0: "i dag", 1: "i morgon", 3: "fredag 27 november"},
        "en": {None: "60 days", 0: "today", 1: "tomorrow", 3: "Friday 27 November"},
    }
    assert expected[words.language][days] in said


DONE = {
    "planned": Done(Act.PLANNED, post(), [post(8, title="Vaccin", at=time(13))], IDEA),
    "planned-on-a-free-day": Done(Act.PLANNED, post(day=date(2026, 12, 24), owner=None)),
    "again": Done(Act.AGAIN, post()),
    "changed": Done(Act.CHANGED, post(status=Status.READY, revision=2)),
    "moved": Done(Act.MOVED, post(revision=2)),
    "published": Done(
        Act.PUBLISHED, post(status=Status.PUBLISHED, link="https://a.se/?a=1&b=2", revision=3)
    ),
    "ready": Done(Act.READY, post(status=Status.READY, revision=2)),
    "draft": Done(Act.DRAFT, post(revision=3)),
    "cancelled": Done(Act.CANCELLED, post(status=Status.CANCELLED, revision=2)),
    "cancelled-with-idea": Done(
        Act.CANCELLED, post(status=Status.CANCELLED, idea_id=3, revision=2), idea=IDEA
    ),
    "restored": Done(Act.RESTORED, post(revision=3)),
    "unplanned": Done(Act.RESTORED, post(status=Status.CANCELLED, revision=2)),
}


@pytest.mark.parametrize("what", DONE.values(), ids=DONE)
def test_what_was_done_is_said(words, snapshot, what):
    snapshot(plan_acts.done(words, what, FRAME))


@pytest.mark.parametrize("what", DONE.values(), ids=DONE)
def test_nothing_that_people_wrote_pings_or_links(words, what):
    assert "<!" not in plan_acts.done(words, what, FRAME)["text"]


def test_the_form_for_a_new_post(words, snapshot):
    entry = Entry("", 1, date(2026, 11, 27), time(11), owner=AMIRA)
    snapshot(plan_form.new(words, entry, Origin(PLAN), outlets=OUTLETS, ideas=[IDEA], zone=ZONE))


def test_the_form_that_changes_a_post(words, snapshot):
    shown = post(idea_id=3, status=Status.READY)
    snapshot(plan_form.change(words, shown, ORIGIN, outlets=OUTLETS, ideas=[IDEA], zone=ZONE))


def test_the_form_is_there_without_a_single_idea(words):
    entry = Entry("", 1, date(2026, 11, 27), time(11))
    form = plan_form.new(words, entry, Origin(PLAN), outlets=OUTLETS, ideas=[], zone=ZONE)
    assert plan_form.IDEA not in [block["block_id"] for block in form["blocks"]]


def test_a_title_too_long_for_a_menu_is_cut(words, snapshot):
    long = Idea(4, "x" * 150, "", (), None, AMIRA, NOW)
    entry = Entry("", 1, date(2026, 11, 27), time(11), idea_id=4)
    form = plan_form.new(words, entry, Origin(PLAN), outlets=OUTLETS, ideas=[long], zone=ZONE)
    label = form["blocks"][-1]["element"]["options"][0]["text"]["text"]
    assert len(label) == 75


def test_the_form_that_moves_a_post(words, snapshot):
    days = (date(2026, 11, 30), date(2027, 1, 1), date(2027, 1, 4))
    gaps = [Slot(day, time(11), 1) for day in days]
    snapshot(plan_asks.move_form(words, post(), ORIGIN, gaps, FRAME))


@pytest.mark.parametrize("gaps", [[Slot(date(2026, 11, 30), time(11), 1)], []])
def test_the_form_that_moves_a_missed_post_begins_on_a_day_ahead(words, gaps):
    form = plan_asks.move_form(words, post(day=date(2026, 11, 20)), ORIGIN, gaps, FRAME)
    assert filled(form, plan_form.DAY) == ("2026-11-30" if gaps else "2026-11-24")


def test_the_form_that_moves_a_post_where_no_gap_is_left(words):
    blocks = plan_asks.move_form(words, post(), ORIGIN, [], FRAME)["blocks"]
    assert [block.get("block_id") for block in blocks] == [None, "day", "time"]


def test_the_form_that_marks_a_post_as_published(words, snapshot):
    snapshot(plan_asks.publish_form(words, post(), ORIGIN, FRAME))


@pytest.mark.parametrize("idea_id", [None, 3])
def test_the_question_before_a_post_is_cancelled(words, snapshot, idea_id):
    snapshot(plan_asks.cancel_form(words, post(idea_id=idea_id), ORIGIN, FRAME))


def test_what_can_be_written(words, snapshot):
    snapshot(view.usage(words, command="/plan"))


def test_a_form_remembers_where_it_came_from():
    assert unpack(ORIGIN.pack()) == ORIGIN


def test_every_row_is_in_the_text_for_those_who_only_hear_it(words):
    runway = Runway(15, Slot(date(2026, 12, 9), time(11), 1))
    shown = view.overview(words, weeks(), runway, FRAME, further=date(2027, 1, 4))
    for block in shown["blocks"]:
        if block["type"] in ("section", "header"):
            assert block["text"]["text"] in shown["text"]
    assert len(weeks()[0].rows) == 5
    assert weeks()[0].week == Week(2026, 52)


def test_of_many_posts_on_the_same_day_three_are_named_and_the_rest_counted(words):
    many = [post(number, title=f"Inlägg {number}") for number in range(10)]
    said = plan_acts.done(words, Done(Act.PLANNED, post(11), many), FRAME)["text"]
    assert [f"Inlägg {number}" in said for number in range(4)] == [True, True, True, False]
    assert "7" in said.splitlines()[-1]


def test_a_gap_on_a_free_day_is_called_so_beside_its_button(words):
    slot = Slot(date(2027, 1, 1), time(11), 1)
    (row,) = gaps.rows_to_fill(words, [slot], FRAME)
    assert {"sv": "Nyårsdagen", "en": "New Year"}[words.language] in row["text"]["text"]
