"""The meeting's pack and the record of it, in both languages, inside Slack's limits."""

from dataclasses import replace
from datetime import date, time, timedelta
from zoneinfo import ZoneInfo

import pytest

from bot.domain.calendar import WorkingCalendar
from bot.domain.counts import Metric, Received, Usual
from bot.domain.gaps import Runway
from bot.domain.holidays import Pack as Holidays
from bot.domain.holidays import weeks_to_plan
from bot.domain.ideas import Idea
from bot.domain.outlets import Outlet, Slot
from bot.domain.pack import IDEAS_IN_FULL, Changed, Lack, Pack, Record, Stuck, Went
from bot.domain.plan import Status
from bot.locales import Words
from bot.views import pack as view
from bot.views.plan import Frame
from tests.conftest import enforce_limits
from tests.make import AMIRA, JONAS, NOW, post

ZONE = ZoneInfo("Europe/Stockholm")
MEETING = date(2026, 11, 26)
FRAME = Frame(
    (Outlet(1, "Facebook"), Outlet(2, "Webb")),
    {AMIRA: "Amira Haddad", JONAS: "Jonas Berg"},
    WorkingCalendar(),
    NOW,
    ZONE,
)
GAPS = tuple(Slot(date(2026, 11, 25) + timedelta(days=2 * n), time(11), 1) for n in range(9))
RUNWAY = Runway(1, GAPS[0])
RECEIVED = Received(
    date(2026, 11, 24),
    {Metric.REACTIONS: 45, Metric.COMMENTS: 12, Metric.SHARES: 3, Metric.VIEWS: None},
    {Metric.REACTIONS: Usual(40, 20, 60), Metric.COMMENTS: Usual(3, 2, 5)},
    in_series=True,
)
BARE = replace(RECEIVED, usual={}, counts={Metric.REACTIONS: None, Metric.COMMENTS: 3})


def pack(**fields):
    usual = {
        "meeting": MEETING,
        "at": time(10),
        "runway": RUNWAY,
        "gaps": GAPS,
        "stuck": (
            Stuck(post(1, date(2026, 11, 27), text="", owner=None), (Lack.OWNER, Lack.TEXT)),
            Stuck(post(2, date(2026, 11, 23), title="<!channel> *fet*"), (Lack.PASSED,)),
        ),
        "went": (
            Went(
                post(3, date(2026, 11, 20), link="https://fb.example/1"),
                12,
                2,
                RECEIVED,
                "Fråga <tidigt>.",
            ),
            Went(post(4, date(2026, 11, 18), link="https://fb.example/2"), 3, 0, BARE),
            Went(post(5, date(2026, 11, 16), link="https://fb.example/3"), 0, 0),
        ),
    }
    return Pack(**{**usual, **fields})


def record(**fields):
    usual = {
        "meeting": MEETING,
        "gap_before": date(2026, 11, 25),
        "runway": Runway(11, GAPS[5]),
        "changed": (
            Changed(post(1, date(2026, 11, 27)), ("planned", "ready"), (AMIRA, JONAS)),
            Changed(post(2, date(2026, 12, 2), status=Status.CANCELLED), ("moved",), (JONAS,)),
            Changed(post(3, date(2026, 12, 4)), ("changed", "restored"), ("U0OTHER",)),
        ),
        "ideas": 2,
        "left_empty": 1,
    }
    return Record(**{**usual, **fields})


@pytest.mark.parametrize("language", ["sv", "en"])
def test_everything_there_is_to_decide(language, snapshot):
    snapshot(view.render(Words(language), pack(), FRAME))


@pytest.mark.parametrize("language", ["sv", "en"])
def test_a_plan_without_trouble(language, snapshot):
    calm = pack(gaps=(), stuck=(), went=(), runway=Runway(None, None))
    snapshot(view.render(Words(language), calm, FRAME))


@pytest.mark.parametrize("language", ["sv", "en"])
def test_what_changed_since(language, snapshot):
    snapshot(view.record(Words(language), record(), FRAME))


def test_a_record_of_nothing_says_so():
    said = view.record(Words("sv"), record(changed=(), ideas=0, left_empty=0), FRAME)

    assert said["text"].endswith("Inget har ändrats i planen sedan underlaget.")


IDEAS = tuple(
    Idea(n, "Idé <&>", "", (), None, "wheel", NOW - timedelta(days=n), tags=("a&b",))
    for n in range(1, IDEAS_IN_FULL + 1)
)
THEMES = tuple((date(2026, 12, n), "Temadag <!here> & " + "å" * 130) for n in range(1, 10))


@pytest.mark.parametrize("language", ["sv", "en"])
def test_ideas_to_route_and_what_comes(language, snapshot):
    with_ideas = pack(gaps=(), stuck=(), went=(), waiting=IDEAS[:2], waiting_count=3)
    snapshot(view.render(Words(language), replace(with_ideas, themes=THEMES[:6]), FRAME))


def test_a_full_pack_has_room_for_all_of_it():
    long = post(1, date(2026, 11, 27), title="å" * 150)
    full = pack(
        gaps=GAPS * 9, stuck=(Stuck(long, tuple(Lack)),) * 60, went=(Went(long, 1, 1, RECEIVED, "&" * 300),) * 60,
        waiting=IDEAS, waiting_count=200, themes=THEMES,
        holidays=Holidays(weeks_to_plan(date(2026, 11, 25)), 9, GAPS),
    )  # fmt: skip
    many = replace(FRAME, outlets=tuple(Outlet(n, "å" * 40) for n in range(1, 41)))
    for frame in (FRAME, many):
        shown = view.render(Words("sv"), full, frame)
        assert len(shown["blocks"]) < 50
        enforce_limits(shown["blocks"])
        assert "… och 196 till. `/idea att fördela` visar alla." in str(shown["blocks"])


def test_very_much_of_everything_stays_inside_the_limits():
    long = post(1, date(2026, 11, 27), title="å" * 150)
    many = pack(
        gaps=GAPS * 9,
        stuck=(Stuck(long, tuple(Lack)),) * 60,
        went=(Went(long, 1, 1, RECEIVED),) * 60,
    )

    said = view.render(Words("sv"), many, FRAME)
    assert "… och 55 till." in said["text"]
    assert "… och 75 till." in said["text"]
    made = view.record(
        Words("sv"), record(changed=(Changed(long, ("moved",), (AMIRA,)),) * 60), FRAME
    )
    assert "… och 40 inlägg till" in made["text"]
