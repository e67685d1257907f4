"""What the home tab looks like, in both languages."""

from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, date, datetime, time, timedelta
from typing import Any
from zoneinfo import ZoneInfo

import pytest

from bot.domain.calendar import WorkingCalendar
from bot.domain.comments import Place, Relay, Relayed, State
from bot.domain.digest import Comments
from bot.domain.fill import FillRate
from bot.domain.first_steps import FirstStep, Step
from bot.domain.gaps import Runway
from bot.domain.holidays import Pack, weeks_to_plan
from bot.domain.outlets import DEFAULT_CADENCE, Outlet, Slot
from bot.domain.page import PageComment
from bot.domain.plan import Plan, Status
from bot.domain.reserves import Stock
from bot.domain.weeks import by_week, pages
from bot.locales import Words
from bot.views import home as view
from bot.views.home import Home
from bot.views.plan import Frame
from tests import make
from tests.conftest import enforce_limits
from tests.make import AMIRA, JONAS

NOW = datetime(2026, 11, 24, 7, 15, tzinfo=UTC)
ZONE = ZoneInfo("Europe/Stockholm")
FRAME = Frame(
    outlets=(Outlet(1, "Facebook", (DEFAULT_CADENCE,)), Outlet(2, "Webb & <b>")),
    names={AMIRA: "Amira <Haddad>"},
    calendar=WorkingCalendar(),
    now=NOW,
    zone=ZONE,
)
GAP = Slot(date(2026, 12, 9), time(11), 1)
POST = make.post(7, date(2026, 11, 25), title="Influensavaccin <3")
PLAN = Plan(
    date(2026, 11, 24),
    date(2026, 12, 14),
    FRAME.outlets,
    (
        POST,
        make.post(8, date(2026, 11, 27), title="Klart", status=Status.READY, owner=None),
        make.post(9, date(2026, 11, 28), title="Utanför", outlet_id=2, owner=JONAS),
    ),
    frozenset({Slot(date(2026, 12, 2), time(11), 1)}),
)
RATES = (
    FillRate(14, wanted=6, filled=6, ready=2),
    FillRate(30, wanted=13, filled=9, ready=1),
    FillRate(60, wanted=26, filled=9, ready=0),
)
COMMENT = PageComment(
    id="c1",
    post_id="p1",
    parent_id=None,
    author_id="a1",
    author_name="Berit *Ek*",
    text="När <öppnar> ni?",
    created_at=NOW - timedelta(hours=2),
    permalink="https://facebook.example/c1",
    is_hidden=False,
    from_page=False,
    attachment=None,
)
RELAYED = Relayed(
    Relay("c1", NOW, State.CLAIMED, AMIRA, NOW), COMMENT, Place("Öppet hus", None), None
)
NEW = Home(
    user=AMIRA,
    name="Elin",
    runway=Runway(1, Slot(date(2026, 11, 25), time(11), 1)),
    rates=(FillRate(14, 0, 0, 0), FillRate(30, 1, 0, 0), FillRate(60, 9, 0, 0)),
    steps=tuple(FirstStep(step, step is Step.IDEA) for step in Step),
    posts=(),
    posts_count=0,
    comments=(),
    comments_count=0,
    waiting=None,
    weeks=by_week(
        replace(PLAN, posts=(), end=date(2026, 11, 30)), WorkingCalendar(), now=NOW, zone=ZONE
    ),
    page=0,
    pages=1,
)
BUSY = Home(
    user=AMIRA,
    name="Amira <Haddad>",
    runway=Runway(15, GAP),
    rates=RATES,
    steps=(),
    posts=[POST] * 2,
    posts_count=4,
    comments=[RELAYED],
    comments_count=2,
    waiting=Comments(3, ()),
    weeks=by_week(PLAN, WorkingCalendar(), now=NOW, zone=ZONE),
    page=1,
    pages=3,
    ideas=2,
)

Snapshot = Callable[[Any], None]


def render(words: Words, home: Home, frame: Frame = FRAME) -> dict[str, Any]:
    return view.render(words, home, frame, prefix="lucka-")


def test_somebody_with_posts_sees_how_it_stands(words: Words, snapshot: Snapshot) -> None:
    snapshot(render(words, BUSY))


def test_somebody_new_sees_how_to_begin(words: Words, snapshot: Snapshot) -> None:
    snapshot(render(words, NEW))


def test_a_guest_sees_whom_to_ask(words: Words, snapshot: Snapshot) -> None:
    snapshot(view.closed(words))


@pytest.mark.parametrize(
    ("days", "bar", "said"),
    [
        (0, "□" * 12, "0 av 60 dagar utan lucka"),
        (4, "□" * 12, "4 av 60 dagar utan lucka"),
        (15, "■" * 3 + "□" * 9, "15 av 60 dagar utan lucka"),
        (60, "■" * 12, "60 av 60 dagar utan lucka"),
        (None, "■" * 12, "60 av 60 dagar utan lucka"),
    ],
)
def test_the_bar_says_its_meaning_in_words(days: int | None, bar: str, said: str) -> None:
    runway = Runway(days, None if days is None else GAP)
    tab = render(Words("sv"), replace(BUSY, runway=runway))
    assert f"{bar} {said}" in str(tab)


def test_the_reserve_and_the_holiday_pack_stand_beside_how_it_stands(words: Words) -> None:
    pack = Pack(weeks_to_plan(date(2026, 11, 24)), 9, (GAP,))
    tab = str(render(words, replace(NEW, stock=Stock(1), pack=pack)))
    assert "1 av 3" in tab or "1 of 3" in tab
    assert "8 av 9" in tab or "8 of 9" in tab


def test_no_share_is_told_where_nothing_is_wanted(words: Words) -> None:
    tab = str(render(words, replace(NEW, rates=[FillRate(14, 0, 0, 0)])))
    assert "%" not in tab


def test_what_is_urgent_and_not_judged_stands_first(words: Words) -> None:
    flagged = replace(RELAYED, relay=replace(RELAYED.relay, flagged_by=AMIRA, flagged_at=NOW))
    busy = replace(BUSY, waiting=Comments(1, (), urgent=(flagged,), urgent_count=1))
    _, first, *_ = render(words, busy)["blocks"]
    assert first["accessory"]["action_id"] == "comment.judge"
    assert first["text"]["text"].splitlines()[0].startswith(("*Akut, obedömd", "*Urgent, not"))


@pytest.mark.parametrize("page", range(10))
def test_the_fullest_tab_keeps_slacks_limits(words: Words, page: int) -> None:
    outlets = tuple(Outlet(number, "Kanal " * 40, (DEFAULT_CADENCE,)) for number in range(1, 11))
    start = PLAN.start
    posts = tuple(
        make.post(
            1000 + 20 * day + outlet,
            start + timedelta(days=day),
            title=f"<{day}>" * 30,
            outlet_id=outlet,
            link="https://a.se/" + "&" * 900,
        )
        for day in range(40)
        for outlet in range(1, 11)
    )
    plan = Plan(start, start + timedelta(days=40), outlets, posts)
    weeks = pages(by_week(plan, WorkingCalendar(), now=NOW, zone=ZONE), view.ROOM)
    assert len(weeks) == 10
    many = replace(
        BUSY,
        name="N" * 80,
        steps=NEW.steps,
        posts=posts[: view.MINE_SHOWN],
        posts_count=400,
        comments=[replace(RELAYED, comment=replace(COMMENT, text="<" * 8000))] * 3,
        comments_count=90,
        waiting=Comments(100, (), urgent=(RELAYED,) * 3, urgent_count=90),
        weeks=weeks[page],
        page=page,
        pages=len(weeks),
        ideas=100_000,
        stock=Stock(2, stale=2),
        pack=Pack(weeks_to_plan(date(2026, 11, 24)), 99, ()),
    )
    blocks = render(words, many, Frame(outlets, {}, WorkingCalendar(), NOW, ZONE))["blocks"]
    enforce_limits(blocks)
    assert len(blocks) <= 100 - 4  # room for one section more
