"""What the nag looks like, in both languages."""

from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, date, datetime, time, timedelta
from typing import Any
from zoneinfo import ZoneInfo

import pytest

from bot.domain.calendar import WorkingCalendar
from bot.domain.holidays import Pack, weeks_to_plan
from bot.domain.ideas import Idea
from bot.domain.levels import Tone
from bot.domain.nags import Row, State, compose
from bot.domain.outlets import DEFAULT_CADENCE, Outlet, Slot
from bot.domain.seasons import By, Days, Months
from bot.domain.suggestions import (
    ForOutlet,
    InSeason,
    KeptLongAgo,
    NothingAbout,
    Reason,
    Suggestion,
    Voted,
)
from bot.locales import Words
from bot.views import idea_words
from bot.views.nag import Asked, direct, render
from bot.views.plan import Frame
from tests.conftest import enforce_limits

NOW = datetime(2026, 12, 17, 7, 15, tzinfo=UTC)  # a Thursday
FRAME = Frame(
    outlets=(Outlet(1, "Facebook", (DEFAULT_CADENCE,)),),
    names={"U0AMIRA": "Amira Haddad", "U0JONAS": "Jonas <Berg>"},
    calendar=WorkingCalendar(),
    now=NOW,
    zone=ZoneInfo("Europe/Stockholm"),
)

Snapshot = Callable[[Any], None]


DAY = timedelta(days=1)


def slot(day: date) -> Slot:
    return Slot(day, time(11), 1)


def december(day: int) -> Slot:
    return slot(date(2026, 12, day))


def opened(*days: int) -> list[Row]:
    return [Row(december(day), State.OPEN) for day in days]


def asking(day: int) -> Row:
    return Row(december(day), State.ASKS, free=WorkingCalendar().free_day(date(2026, 12, day)))


def idea(number: int, title: str, *reasons: Reason) -> Suggestion:
    return Suggestion(Idea(number, title, "", (), None, "U0AMIRA", NOW), reasons)


IDEAS = [
    idea(1, "Så <bokar> du vaccin", ForOutlet(1), InSeason(Months(12, 2)), NothingAbout("<vård>")),
    idea(2, "Möt Lena", InSeason(By(date(2026, 12, 31))), Voted(3), KeptLongAgo(NOW - 300 * DAY)),
    idea(3, "Å" * 150, InSeason(Days(date(2026, 12, 14), date(2026, 12, 21))), Voted(1)),
]
THURSDAY = InSeason(Days(date(2026, 12, 17), date(2026, 12, 18)))


def test_a_morning_with_gaps_and_a_red_day(words: Words, snapshot: Snapshot) -> None:
    nag = compose([*opened(18, 21), asking(24), asking(25)])
    fitting = {december(18): IDEAS, december(25): IDEAS[:1]}
    snapshot(render(words, nag, fitting, FRAME))


def test_a_theme_day_of_the_year_wheel_is_called_one(words: Words) -> None:
    ours = idea(1, "Temadag", ForOutlet(1), THURSDAY)
    wheels = replace(ours, idea=replace(ours.idea, author="wheel"))
    said = [idea_words.fitting(words, each, FRAME) for each in (ours, wheels)]
    assert (
        said
        == {
            "sv": [
                "Temadag: passar Facebook · hör till torsdag 17 december",
                "Temadag: passar Facebook · temadagen är torsdag 17 december",
            ],
            "en": [
                "Temadag: suits Facebook · belongs to Thursday 17 December",
                "Temadag: suits Facebook · the theme day is Thursday 17 December",
            ],
        }[words.language]
    )


def test_what_became_of_each_gap_during_the_day(words: Words, snapshot: Snapshot) -> None:
    nag = compose(
        [
            *opened(30),
            Row(december(17), State.PASSED),
            Row(december(18), State.FILLED, who="U0AMIRA", title="Möt <Lena>"),
            Row(december(21), State.FILLED, title="Utan ansvarig"),
            Row(december(23), State.LEFT_EMPTY, who="U0JONAS"),
            Row(december(28), State.POSTPONED, who="U0OKÄND", until=date(2026, 12, 18)),
        ]
    )
    snapshot(render(words, nag, {}, FRAME))


def test_where_only_free_days_ask_no_gap_is_counted(words: Words) -> None:
    said = render(words, compose([asking(24), asking(25)]), {}, FRAME)["text"]
    title = {
        "sv": "2 tider på lediga dagar att bestämma om",
        "en": "2 slots on days off to decide about",
    }
    assert said.startswith(title[words.language])


def test_free_days_beyond_those_shown_are_counted_apart_from_gaps(words: Words) -> None:
    many = [asking(day) for day in (24, 25, 26, 27, 28)]
    said = render(words, compose([*opened(18), *many]), {}, FRAME)["text"]
    first, more = {
        "sv": ("1 lucka de närmaste", "… och 2 tider till på lediga dagar fram till måndag 28"),
        "en": ("1 gap in the next", "… and 2 more slots on days off up to Monday 28"),
    }[words.language]
    assert said.startswith(first)
    assert more in said


def test_when_nothing_is_left_it_says_so(words: Words, snapshot: Snapshot) -> None:
    nag = compose([Row(december(18), State.FILLED, who="U0AMIRA", title="Möt Lena")])
    snapshot(render(words, nag, {}, FRAME))


def test_what_is_put_off_is_not_called_done(words: Words) -> None:
    put_off = Row(december(18), State.POSTPONED, who="U0AMIRA", until=date(2026, 12, 18))
    shown = render(words, compose([put_off]), {}, FRAME)
    assert shown["text"].startswith(words("nag-put-off", count=1))


def test_the_rest_is_counted_up_to_its_last_day(words: Words) -> None:
    days = [date(2026, 12, 17) + timedelta(days=number) for number in range(8)]
    nag = compose([Row(slot(day), State.OPEN) for day in days])
    shown = render(words, nag, {}, FRAME, prefix="lucka-")
    day = {"sv": "torsdag 24 december", "en": "Thursday 24 December"}[words.language]
    assert words("nag-more", count=3, day=day, prefix="lucka-") in shown["text"]
    assert "/lucka-plan" in shown["text"]


def test_a_gap_over_the_years_end_is_named_with_its_week_and_year(words: Words) -> None:
    shown = render(words, compose([Row(slot(date(2027, 1, 4)), State.OPEN)]), {}, FRAME)
    named = {"sv": "*Måndag 4 januari 2027 (v. 1)*, Facebook kl. 11.00",
             "en": "*Monday 4 January 2027 (week 1)*, Facebook at 11:00"}  # fmt: skip
    assert named[words.language] in shown["text"]
    shown = render(words, compose([Row(slot(date(2027, 1, 1)), State.OPEN)]), {}, FRAME)
    assert "53)" in shown["text"]


def test_a_gap_of_today_offers_no_reminder() -> None:
    shown = render(Words("sv"), compose(opened(17)), {}, FRAME)
    kinds = [e["type"] for block in shown["blocks"] for e in block.get("elements", [])]
    assert "overflow" not in kinds


def test_the_fullest_nag_keeps_slacks_limits(words: Words) -> None:
    days = [date(2026, 12, 17) + timedelta(days=number) for number in range(100)]
    rows = [Row(slot(day), State.OPEN) for day in days]
    rows += [asking(24), asking(25), asking(26), asking(31)]
    rows += [Row(slot(day), State.LEFT_EMPTY, who="U0AMIRA") for day in days]
    rows += [Row(slot(day), State.FILLED, who="U0AMIRA", title="&" * 150) for day in days]
    fitting = {row.slot: [idea(n, "&" * 150) for n in range(3)] for row in rows}
    pack = Pack(weeks_to_plan(date(2026, 12, 17)), 9, (slot(days[0]),))
    shown = render(words, compose(rows), fitting, FRAME, pack=pack)
    enforce_limits(shown["blocks"])
    assert len(shown["blocks"]) <= 50
    assert shown["blocks"][-1]["accessory"]["action_id"] == "holiday.open"
    assert words("nag-settled-more", count=190) in str(shown["blocks"])


def test_only_the_nearest_gap_has_a_primary_button() -> None:
    shown = render(Words("sv"), compose([*opened(18, 21, 23), asking(25)]), {}, FRAME)
    elements = [e for block in shown["blocks"] for e in block.get("elements", [])]
    assert [e["value"] for e in elements if e.get("style") == "primary"] == ["1 2026-12-18 11:00"]


@pytest.mark.parametrize("tone", Tone)
def test_the_three_tones(words: Words, snapshot: Snapshot, tone: Tone) -> None:
    nag = compose([*opened(18, 21), Row(december(23), State.LEFT_EMPTY, who="U0JONAS")])
    snapshot(direct(words, nag, {}, FRAME, Asked(tone, is_own=tone is not Tone.INSISTENT)))


def test_a_person_who_answered_is_thanked(words: Words, snapshot: Snapshot) -> None:
    nag = compose([Row(december(18), State.FILLED, who="U0AMIRA", title="Möt Lena")])
    snapshot(direct(words, nag, {}, FRAME, Asked(Tone.CLEAR, is_own=True)))


def test_the_channel_hears_how_many_people_are_asked_about(words: Words) -> None:
    shown = render(words, compose(opened(28)), {}, FRAME, direct=2)
    assert words("nag-direct", count=2) in shown["text"]


def test_another_level_is_named_by_its_days(words: Words) -> None:
    shown = render(words, compose(opened(28)), {}, FRAME, days=21)
    assert shown["text"].startswith(words("nag-title", count=1, days=21))
    assert "21" in shown["text"].splitlines()[0]


@pytest.mark.parametrize("tone", Tone)
def test_no_tone_blames(words: Words, tone: Tone) -> None:
    said = direct(words, compose(opened(18)), {}, FRAME, Asked(tone, is_own=True))["text"].lower()
    for blame in ("måste", "glömt", "försenad", "fel", "must", "forgot", "overdue", "!!", "late "):
        assert blame not in said
