"""Series in words and forms, in both languages and inside Slack's limits."""

from dataclasses import replace
from datetime import date, time, timedelta
from zoneinfo import ZoneInfo

import pytest

from bot.domain.calendar import WorkingCalendar
from bot.domain.outlets import DEFAULT_CADENCE, Cadence, Outlet, Slot
from bot.domain.plan import Status
from bot.domain.rhythm import Often, written
from bot.domain.series import Pattern, Series
from bot.domain.series_plan import Coming, Made, Steps
from bot.views import series as view
from bot.views import series_form as form
from bot.views.forms import Origin
from bot.views.plan import Frame
from tests import make
from tests.conftest import enforce_limits
from tests.fakes import NAMES

ZONE = ZoneInfo("Europe/Stockholm")
TUESDAY = date(2026, 12, 1)
FRAME = Frame(
    (Outlet(1, "Facebook", (DEFAULT_CADENCE,)), Outlet(2, "Webb")),
    NAMES,
    WorkingCalendar(),
    make.NOW,
    ZONE,
)
PATTERN = Pattern(
    name="Här jobbar jag",
    outlet_id=1,
    cadence=Cadence("FREQ=WEEKLY;INTERVAL=2;BYDAY=TU", time(11), later=1),
    first=date(2026, 11, 30),
    last=date(2027, 6, 24),
    owners=(make.AMIRA, make.JONAS),
    title="Här jobbar jag {nummer}",
    text="Vem är du?",
)
SERIES = Series(3, PATTERN, make.AMIRA)
POST = make.post(7, TUESDAY, title="Amira & <co>", link="https://facebook.com/7")


def ahead(count=5, series=SERIES):
    days = [TUESDAY + timedelta(weeks=2 * n) for n in range(count)]
    owners = [make.AMIRA, make.JONAS, None, "U0BORTA"]
    return view.Outlook(
        series,
        [Coming(d, Slot(d, time(11), 1), owners[n % 4]) for n, d in enumerate(days)],
    )


def test_the_list(words, snapshot):
    moved = Coming(TUESDAY, Slot(date(2026, 12, 3), time(11), 1), make.ELIN)
    other = replace(SERIES, id=4, pattern=replace(PATTERN, name="<!channel>", last=None))
    over = replace(SERIES, id=5, pattern=replace(PATTERN, cadence=Cadence("FREQ=DAILY", time(9))))
    taken = Coming(date(2026, 12, 15), Slot(date(2026, 12, 15), time(11), 1), None, taken=True)
    shown = [ahead(), view.Outlook(other, [moved, taken]), view.Outlook(over, [])]
    snapshot(view.listed(words, shown, FRAME, left=7, page=0))


def test_the_empty_list(words, snapshot):
    snapshot(view.listed(words, [], FRAME, left=0, page=0))


def test_a_full_page_of_long_names_fits(words):
    long = replace(SERIES, pattern=replace(PATTERN, name="å" * 60))
    shown = [ahead(series=long)] * view.PAGE
    enforce_limits(view.listed(words, shown, FRAME, left=30, page=0)["blocks"])


@pytest.mark.parametrize("act", ["made", "changed", "resumed"])
def test_what_was_done(words, snapshot, act):
    made = Made(TUESDAY, POST, 1)
    steps = Steps(
        add=((TUESDAY, None),) * 4,
        follow=((made, None), (replace(made, withdrawn=True), None)),
        withdraw=(made, made),
        kept=(POST,) * 7,
        taken=(TUESDAY,),
    )
    snapshot(view.done(words, act, ahead(), steps, FRAME, free=[date(2026, 12, 24)]))


def test_what_was_ended_and_skipped(words, snapshot):
    snapshot(view.ended(words, SERIES, Steps(withdraw=(Made(TUESDAY, POST, 1),)), FRAME))
    snapshot(view.skipped(words, SERIES, TUESDAY, POST, FRAME))
    snapshot(view.skipped(words, SERIES, TUESDAY, None, FRAME))
    snapshot(view.unskipped(words, SERIES, TUESDAY, Steps(), FRAME))


def test_three_good_ones(words, snapshot):
    out = replace(POST, status=Status.PUBLISHED)
    snapshot(view.good_ones(words, SERIES, [out, replace(out, link=None)], FRAME))
    snapshot(view.good_ones(words, SERIES, [], FRAME))


def test_the_form(words, snapshot):
    snapshot(form.new(words, replace(PATTERN, name="", title="", last=None), Origin(), FRAME))
    snapshot(form.change(words, ahead(), Origin(None, 3, 2), FRAME))


@pytest.mark.parametrize("often", Often)
def test_every_rhythm_has_words(words, often):
    rule = written(often, ["MO", "TH"], "FREQ=MONTHLY;BYMONTHDAY=15")
    said = view.rhythm_words(words, rule)
    assert said
    assert ("FREQ" in said) is (often is Often.OWN)
