"""The question for a second person is repeated once, lapses by the office's clock, and is told."""

from collections.abc import Callable
from datetime import UTC, date, datetime, time

import pytest

from bot.deps import Deps
from bot.domain.comments import State as Stand
from bot.domain.moderation import State
from bot.jobs import confirmations as job
from bot.jobs import page_writer
from bot.jobs.due import Due
from bot.store import claims, outbox, presence
from handlers import comment_moderation as handlers
from tests.fakes import Hand
from tests.make import AMIRA, ELIN, JONAS
from tests.moderating import (
    FIRST,
    PAGE,
    acts,
    case,
    decide,
    desk,
    press,
    said,
    stored,
    whispers,
)

REMINDER, TOLD = "moderation:1:reminder", "moderation:1:told"


def at(day: int, hour: int, minute: int = 0) -> datetime:
    """A moment of November 2026 by UTC; in Stockholm it is an hour later."""
    return datetime(2026, 11, day, hour, minute, tzinfo=UTC)


@pytest.fixture
def crew(deps: Deps) -> Deps:
    """A desk of three, on which Amira has asked on Tuesday at 8.15 for a second person."""
    made = desk(deps, AMIRA, JONAS, ELIN)[0]
    decide(made, PAGE, "säljer bilar")
    return made


@pytest.fixture
def tick(crew: Deps, hand: Hand) -> Callable[[datetime], None]:
    return lambda now: job.catch_up(crew, hand.to(now))


def holds(deps: Deps, key: str) -> bool:
    with deps.reading() as db:
        return outbox.holds(db, key)


Tick = Callable[[datetime], None]


def test_after_half_of_the_time_who_is_there_is_called_once_more(crew: Deps, tick: Tick) -> None:
    tick(at(24, 11, 14))
    assert not holds(crew, REMINDER)
    tick(at(24, 11, 15))
    asked = said(crew, REMINDER)
    assert f"<@{ELIN}> <@{JONAS}>" in asked["text"]
    assert "En påminnelse" in asked["text"]
    assert "thread_ts" in asked
    tick(at(24, 12))
    assert said(crew, REMINDER) == asked
    assert "En påminnelse" not in said(crew, "moderation:1")["text"]


@pytest.mark.parametrize(
    "now", [pytest.param(at(24, 18), id="evening"), pytest.param(at(28, 11), id="Saturday")]
)
def test_nobody_is_called_and_nothing_lapses_outside_office_hours(
    crew: Deps, tick: Tick, now: datetime
) -> None:
    tick(now)
    assert case(crew).state is State.ASKED
    assert not holds(crew, REMINDER)


def test_who_has_quiet_is_not_called(crew: Deps, tick: Tick) -> None:
    with crew.transaction() as db:
        presence.set_hours(db, JONAS, (((time(8), time(11)),),) * 7)
        presence.add_absence(db, ELIN, date(2026, 11, 24), date(2026, 11, 25))
    tick(at(24, 11, 30))
    assert not holds(crew, REMINDER)


def test_what_nobody_answers_lapses_and_the_comment_stays(crew: Deps, tick: Tick) -> None:
    tick(at(24, 15, 14))
    assert case(crew).state is State.ASKED
    tick(at(24, 15, 15))
    assert case(crew).is_lapsed
    for key in ("moderation:1", REMINDER):
        assert "jag tog tillbaka frågan. Kommentaren står kvar." in said(crew, key)["text"]
        assert "<@" not in said(crew, key)["text"]
    told = said(crew, TOLD)
    assert "Ingen mer hann svara, så kommentaren står kvar. Skäl: spam eller reklam" in told["text"]
    assert "moderation.open" in str(told["blocks"])
    assert acts(crew) == [(AMIRA, "moderation_asked"), ("lucka", "moderation_lapsed")]
    page_writer.drain(crew)
    assert stored(crew).state is Stand.NEW


def test_a_yes_that_comes_after_it_lapsed_is_too_late_and_it_can_be_asked_anew(
    crew: Deps, tick: Tick
) -> None:
    tick(at(25, 8))
    press(crew, handlers.confirm, 1, user=JONAS)
    assert "Det är redan avgjort" in whispers(crew)[-1]
    assert decide(crew, PAGE).calls == [{}]
    assert case(crew, 2).state is State.ASKED


def test_a_yes_to_the_reminder_settles_both_messages(crew: Deps, tick: Tick) -> None:
    tick(at(24, 11, 15))
    press(crew, handlers.confirm, 1, user=JONAS)
    page_writer.drain(crew)
    assert stored(crew).state is Stand.HIDDEN
    for key in ("moderation:1", REMINDER):
        assert "Jonas Berg sa ja. Kommentaren är dold." in said(crew, key)["text"]
    tick(at(25, 8))
    assert case(crew).state is State.DONE


def test_who_asked_hears_of_it_when_they_may_be_disturbed(crew: Deps, tick: Tick) -> None:
    with crew.transaction() as db:
        presence.set_hours(db, AMIRA, (((time(9), time(12)),),) * 7)
    tick(at(24, 15, 20))
    assert case(crew).is_lapsed
    assert not holds(crew, TOLD)
    tick(at(25, 7, 59))
    assert not holds(crew, TOLD)
    tick(at(25, 8))
    assert holds(crew, TOLD)


def test_the_team_decides_after_how_long(crew: Deps, tick: Tick) -> None:
    with crew.transaction() as db:
        claims.set_second_hours(db, 2)
        assert claims.lapse_hours(db) == 8
    tick(at(24, 8, 15))
    assert holds(crew, REMINDER)
    tick(at(24, 9, 15))
    assert case(crew).is_lapsed


def test_the_command_line_does_it_for_any_time(crew: Deps, hand: Hand) -> None:
    now = hand.to(at(25, 8))
    job.run(crew, Due(now.date(), now, now))
    assert case(crew).is_lapsed


def test_in_english(english: Deps, hand: Hand) -> None:
    made = desk(english, AMIRA, JONAS, ELIN)[0]
    decide(made, PAGE, "sells cars")
    job.catch_up(made, hand.to(at(24, 11, 15)))
    assert "A reminder: this still waits" in said(made, REMINDER)["text"]
    job.catch_up(made, hand.to(at(25, 8)))
    assert "I took the question back. The comment stays." in said(made, REMINDER)["text"]
    assert "so the comment stays. Reason: spam or advertising" in said(made, TOLD)["text"]
    assert stored(made).comment_id == FIRST
