"""Which gaps are named, what has become of them, and when to be reminded again."""

from datetime import UTC, date, datetime, time
from zoneinfo import ZoneInfo

import pytest

from bot.domain.calendar import WorkingCalendar
from bot.domain.nags import (
    ASKED_IN_FULL,
    IN_FULL,
    Desk,
    GapFilled,
    GapGone,
    GapLeftEmpty,
    Later,
    LaterUnreadable,
    Postponed,
    Row,
    State,
    compose,
    later_choices,
    open_row,
    read_later,
    remind_on,
    to_name,
)
from bot.domain.outlets import DEFAULT_CADENCE, Cadence, Outlet, Slot
from bot.domain.plan import Plan, Post, Status

STOCKHOLM = ZoneInfo("Europe/Stockholm")
CALENDAR = WorkingCalendar()
NOW = datetime(2026, 11, 24, 7, 15, tzinfo=UTC)
ELEVEN = time(11)


def facebook(day: date, at: time = ELEVEN) -> Slot:
    return Slot(day, at, 1)


WEDNESDAY, FRIDAY = facebook(date(2026, 11, 25)), facebook(date(2026, 11, 27))


def post(slot: Slot, title: str = "Möt Lena", owner: str | None = "U0AMIRA") -> Post:
    return Post(
        id=1,
        title=title,
        text="",
        outlet_id=slot.outlet_id,
        day=slot.day,
        at=slot.at,
        owner=owner,
        status=Status.DRAFT,
        idea_id=None,
        link=None,
        created_by="U0AMIRA",
        created_at=NOW,
        updated_at=NOW,
        published_at=None,
    )


def desk(
    *posts: Post,
    left_empty: dict[Slot, str] | None = None,
    postponed: dict[Slot, Postponed] | None = None,
    now: datetime = NOW,
    cadence: Cadence = DEFAULT_CADENCE,
) -> Desk:
    plan = Plan(
        start=date(2026, 10, 1),
        end=date(2027, 4, 1),
        outlets=(Outlet(1, "Facebook", (cadence,)),),
        posts=posts,
        left_empty=frozenset(left_empty or {}),
    )
    return Desk(plan, left_empty or {}, postponed or {}, CALENDAR, now, STOCKHOLM)


def named(now: datetime, **marks: dict[Slot, str]) -> list[str]:
    """The days that a nag at *now* names when nothing is planned."""
    it = desk(now=now, **marks)
    gaps = it.plan.gaps(now=now, zone=STOCKHOLM)
    return [gap.day.isoformat() for gap in to_name(gaps, it.postponed, today=it.today, ahead=14)]


def test_the_coming_two_weeks_are_named_and_nothing_beyond() -> None:
    assert named(NOW) == [
        "2026-11-25", "2026-11-27", "2026-11-30", "2026-12-02", "2026-12-04", "2026-12-07",
    ]  # fmt: skip


def test_todays_slot_is_named_until_it_begins() -> None:
    before = datetime(2026, 11, 25, 9, 59, tzinfo=UTC)
    assert named(before)[0] == "2026-11-25"
    assert named(before.replace(hour=10, minute=0))[0] == "2026-11-27"


WINDOWS = {
    "over week 53 and the five free days": (
        datetime(2026, 12, 23, 7, 15, tzinfo=UTC),
        ["2026-12-23", "2026-12-25", "2026-12-28", "2026-12-30", "2027-01-01", "2027-01-04", "2027-01-06"],
    ),
    "on the morning after the autumn change, at the last minute before 11": (
        datetime(2026, 10, 26, 9, 59, tzinfo=UTC),
        ["2026-10-26", "2026-10-28", "2026-10-30", "2026-11-02", "2026-11-04", "2026-11-06", "2026-11-09"],
    ),
    "on the morning after the spring change, when 11 has begun": (
        datetime(2027, 3, 29, 9, 0, tzinfo=UTC),
        ["2027-03-31"],
    ),
}  # fmt: skip


@pytest.mark.parametrize(("now", "days"), WINDOWS.values(), ids=WINDOWS.keys())
def test_the_window_holds_across_the_calendar(now: datetime, days: list[str]) -> None:
    assert named(now)[: len(days)] == days


FREE_DAYS = {
    "julafton is an eve": (date(2026, 12, 24), "BYDAY=TH", State.ASKS, "Julafton"),
    "juldagen is red": (date(2026, 12, 25), "BYDAY=FR", State.ASKS, "Juldagen"),
    "nyårsafton is an eve": (date(2026, 12, 31), "BYDAY=TH", State.ASKS, "Nyårsafton"),
    "nyårsdagen, in week 53 of the year before": (
        date(2027, 1, 1), "BYDAY=FR", State.ASKS, "Nyårsdagen",
    ),
    "trettondedag jul": (date(2027, 1, 6), "BYDAY=WE", State.ASKS, "Trettondedag jul"),
    "a klämdag is worked": (date(2027, 1, 5), "BYDAY=TU", State.OPEN, None),
    "a Sunday that the cadence wants is meant": (date(2027, 1, 10), "BYDAY=SU", State.OPEN, None),
}  # fmt: skip


@pytest.mark.parametrize(("day", "rule", "state", "name"), FREE_DAYS.values(), ids=FREE_DAYS.keys())
def test_a_slot_on_a_free_day_asks(day: date, rule: str, state: State, name: str | None) -> None:
    now = datetime(2026, 12, 23, 7, 15, tzinfo=UTC)
    (row,) = desk(now=now, cadence=Cadence(f"FREQ=WEEKLY;{rule}", ELEVEN)).rows([facebook(day)])
    assert row.state is state
    assert (row.free.swedish if row.free else None) == name


def test_a_filled_slot_tells_of_the_post_and_its_owner() -> None:
    (row,) = desk(post(WEDNESDAY)).rows([WEDNESDAY])
    assert row == Row(WEDNESDAY, State.FILLED, who="U0AMIRA", title="Möt Lena", post_id=1)


def test_a_post_later_on_the_day_fills_the_slot() -> None:
    (row,) = desk(post(facebook(WEDNESDAY.day, time(15)))).rows([WEDNESDAY])
    assert row.state is State.FILLED


def test_a_slot_left_empty_tells_who_decided_that() -> None:
    (row,) = desk(left_empty={WEDNESDAY: "U0JONAS"}).rows([WEDNESDAY])
    assert row == Row(WEDNESDAY, State.LEFT_EMPTY, who="U0JONAS")


def test_a_post_in_a_slot_left_empty_counts() -> None:
    (row,) = desk(post(WEDNESDAY), left_empty={WEDNESDAY: "U0JONAS"}).rows([WEDNESDAY])
    assert row.state is State.FILLED


def test_a_gap_that_is_put_off_is_not_named_before_its_day() -> None:
    put_off = {WEDNESDAY: Postponed(date(2026, 11, 25), "U0JONAS")}
    assert to_name([WEDNESDAY], put_off, today=date(2026, 11, 24), ahead=14) == []
    assert to_name([WEDNESDAY], put_off, today=date(2026, 11, 25), ahead=14) == [WEDNESDAY]
    (row,) = desk(postponed=put_off).rows([WEDNESDAY])
    assert row == Row(WEDNESDAY, State.POSTPONED, who="U0JONAS", until=date(2026, 11, 25))


def test_a_slot_that_passed_unfilled_says_so() -> None:
    (row,) = desk(now=datetime(2026, 11, 25, 10, 0, tzinfo=UTC)).rows([WEDNESDAY])
    assert row.state is State.PASSED


def test_a_slot_that_the_cadence_does_not_want_any_more_has_no_row() -> None:
    assert desk().rows([facebook(date(2026, 11, 26))]) == []


REFUSED = {
    "filled": (desk(post(WEDNESDAY)), WEDNESDAY, GapFilled),
    "left empty": (desk(left_empty={WEDNESDAY: "U0JONAS"}), WEDNESDAY, GapLeftEmpty),
    "passed": (desk(), facebook(date(2026, 11, 23)), GapGone),
    "not in the cadence": (desk(), facebook(date(2026, 11, 26)), GapGone),
    "at another hour": (desk(), facebook(WEDNESDAY.day, time(12)), GapGone),
    "of another outlet": (desk(), Slot(WEDNESDAY.day, ELEVEN, 2), GapGone),
}


@pytest.mark.parametrize(("it", "slot", "kind"), REFUSED.values(), ids=REFUSED.keys())
def test_only_an_open_gap_can_be_acted_on(it: Desk, slot: Slot, kind: type[Exception]) -> None:
    with pytest.raises(kind):
        open_row(it, slot)


def test_a_gap_that_is_put_off_can_be_acted_on() -> None:
    put_off = {WEDNESDAY: Postponed(date(2026, 12, 1), "U0JONAS")}
    assert open_row(desk(postponed=put_off), WEDNESDAY).state is State.POSTPONED


def test_the_nearest_gaps_are_shown_in_full_and_the_rest_counted() -> None:
    days = [date(2026, 12, number) for number in range(1, 20)]
    rows = [Row(facebook(day), State.OPEN) for day in days[: IN_FULL + 2]]
    rows += [Row(facebook(day), State.ASKS) for day in days[10 : 10 + ASKED_IN_FULL + 1]]
    rows += [Row(WEDNESDAY, State.FILLED)]
    nag = compose(reversed(rows))
    assert [row.slot.day for row in nag.gaps] == days[:IN_FULL]
    assert len(nag.asks) == ASKED_IN_FULL
    assert len(nag.more) == 3
    assert (nag.missing, nag.asking) == (IN_FULL + 2, ASKED_IN_FULL + 1)
    assert nag.open == IN_FULL + ASKED_IN_FULL + 3
    assert [row.slot for row in nag.settled] == [WEDNESDAY]


REMINDERS = {
    "tomorrow": (date(2026, 11, 24), Later.TOMORROW, date(2026, 11, 25)),
    "tomorrow, on a Friday, is Monday": (date(2026, 11, 27), Later.TOMORROW, date(2026, 11, 30)),
    "in two days, on a Friday, is Tuesday": (
        date(2026, 11, 27), Later.TWO_DAYS, date(2026, 12, 1),
    ),
    "in two days, before Christmas": (date(2026, 12, 22), Later.TWO_DAYS, date(2026, 12, 28)),
    "in a week": (date(2026, 11, 24), Later.WEEK, date(2026, 12, 1)),
    "in a week, on a red day, is the day after it": (
        date(2026, 12, 30), Later.WEEK, date(2027, 1, 7),
    ),
    "in a week, over the year's end": (date(2026, 12, 28), Later.WEEK, date(2027, 1, 4)),
}  # fmt: skip


@pytest.mark.parametrize(("today", "later", "day"), REMINDERS.values(), ids=REMINDERS.keys())
def test_a_reminder_comes_on_a_working_day(today: date, later: Later, day: date) -> None:
    assert remind_on(later, today=today, calendar=CALENDAR) == day


CHOICES = {
    "today's slot": (date(2026, 11, 24), ()),
    "tomorrow's slot": (date(2026, 11, 25), (Later.TOMORROW,)),
    "a slot in a few days": (date(2026, 11, 27), (Later.TOMORROW, Later.TWO_DAYS)),
    "a slot next week": (date(2026, 12, 2), (Later.TOMORROW, Later.TWO_DAYS, Later.WEEK)),
}


@pytest.mark.parametrize(("day", "choices"), CHOICES.values(), ids=CHOICES.keys())
def test_only_reminders_before_the_slot_are_offered(day: date, choices: tuple[Later, ...]) -> None:
    assert later_choices(facebook(day), today=date(2026, 11, 24), calendar=CALENDAR) == choices


def test_reminders_that_fall_on_one_day_are_offered_once() -> None:
    today = date(2025, 12, 23)  # two working days later, and a week later, is 30 December
    assert remind_on(Later.TWO_DAYS, today=today, calendar=CALENDAR) == remind_on(
        Later.WEEK, today=today, calendar=CALENDAR
    )
    slot = facebook(date(2026, 1, 5))
    assert later_choices(slot, today=today, calendar=CALENDAR) == (Later.TOMORROW, Later.TWO_DAYS)


@pytest.mark.parametrize("value", ["", "yesterday", "week", "TOMORROW"])
def test_a_reminder_that_is_not_offered_is_refused(value: str) -> None:
    with pytest.raises(LaterUnreadable):
        read_later(value, WEDNESDAY, today=date(2026, 11, 24), calendar=CALENDAR)
