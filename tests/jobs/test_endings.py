"""A token and a version that will end: told 30, 14 and 3 days ahead, once each, and taken back."""

import json
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime, timedelta

import pytest

from bot.deps import Deps
from bot.domain.page import PageToken, PageTrouble
from bot.health import Health
from bot.integrations.facebook_errors import GraphError
from bot.jobs import Timetable, daily, endings
from bot.jobs.due import Due
from tests.make import PLAN
from tests.page import PAGE, FakePage

TODAY = date(2026, 11, 24)


@dataclass
class Dated(FakePage):
    """A page whose token ends; `silent` says nothing of it."""

    expires: datetime | None = None
    data_access: datetime | None = None
    silent: bool = False

    def debug_token(self) -> PageToken:
        if self.silent:
            raise GraphError(PageTrouble.PERMISSION, code=100)
        return PageToken("PAGE", True, PAGE, self.scopes, self.expires, self.data_access)


@pytest.fixture
def fake() -> Dated:
    return Dated()


@pytest.fixture
def deps(deps: Deps, fake: Dated) -> Deps:
    return replace(deps, page=fake)  # type: ignore[arg-type]


def day(deps: Deps, today: date) -> None:
    """Let the job have its run of a day."""
    now = datetime.combine(today, datetime.min.time(), UTC) + timedelta(hours=7)
    endings.run(deps, Due(today, now, now))


def days(deps: Deps, count: int) -> list[int]:
    """Let *count* days pass; return on which of them something new was said."""
    told, found = [], len(said(deps))
    for number in range(count):
        day(deps, TODAY + timedelta(days=number))
        if len(said(deps)) > found:
            told, found = [*told, number], len(said(deps))
    return told


def said(deps: Deps) -> list[str]:
    with deps.reading() as db:
        rows = db.query("select channel, body from outbox where key like 'endings:%' order by id")
        found = list(rows)
    assert {row["channel"] for row in found} <= {PLAN}
    return [json.loads(row["body"])["text"] for row in found]


def in_days(count: int) -> datetime:
    return datetime(2026, 11, 24, 12, tzinfo=UTC) + timedelta(days=count)


@pytest.mark.parametrize("which", ["expires", "data_access"])
def test_a_token_is_told_thrice_ahead_by_the_earlier_of_its_two_ends(
    deps: Deps, fake: Dated, which: str
) -> None:
    other = "expires" if which == "data_access" else "data_access"
    setattr(fake, which, in_days(40))
    setattr(fake, other, in_days(400))
    assert days(deps, 41) == [10, 26, 37]
    first, *_ = said(deps)
    assert "Facebooksidans token går ut söndag 3 januari 2027." in first
    assert "Det är 30 dagar kvar." in first
    assert "FACEBOOK_PAGE_TOKEN" in first


def test_a_restart_says_nothing_again(deps: Deps, fake: Dated) -> None:
    fake.expires = in_days(14)
    day(deps, TODAY)
    day(replace(deps, health=Health()), TODAY)
    day(replace(deps, health=Health()), TODAY + timedelta(days=1))
    assert len(said(deps)) == 1


def test_a_bot_that_was_off_on_the_day_says_it_later(deps: Deps, fake: Dated) -> None:
    fake.expires = in_days(40)
    day(deps, TODAY + timedelta(days=35))
    (text,) = said(deps)
    assert "Det är 5 dagar kvar." in text


@pytest.mark.parametrize(
    ("until", "wanted"), [(None, "inte har något slutdatum"), (60, "23 januari 2027")]
)
def test_a_new_token_clears_it_in_place(
    deps: Deps, fake: Dated, until: int | None, wanted: str
) -> None:
    fake.expires = in_days(14)
    day(deps, TODAY)
    fake.expires = in_days(until) if until else None
    day(deps, TODAY + timedelta(days=1))
    (text,) = said(deps)
    assert "Sidan har en ny token" in text
    assert wanted in text


def test_a_new_token_that_ends_soon_is_told_anew(deps: Deps, fake: Dated) -> None:
    fake.expires = in_days(3)
    day(deps, TODAY)
    fake.expires = in_days(20)
    day(deps, TODAY + timedelta(days=1))
    assert len(said(deps)) == 2


def test_facebooks_silence_about_a_token_neither_tells_nor_clears(deps: Deps, fake: Dated) -> None:
    fake.expires = in_days(14)
    day(deps, TODAY)
    before = said(deps)
    fake.silent = True
    day(deps, TODAY + timedelta(days=1))
    assert said(deps) == before


def test_a_version_is_told_ahead_and_when_it_has_ended(deps: Deps) -> None:
    old = replace(deps, settings=replace(deps.settings, facebook_api_version="v21.0"))
    assert days(old, 70) == [28, 44, 55]  # it ends on 21 January
    ended = replace(deps, settings=replace(deps.settings, facebook_api_version="v20.0"))
    day(ended, TODAY + timedelta(days=71))
    assert "gick att använda till torsdag 24 september" in said(deps)[-1]
    day(deps, TODAY + timedelta(days=72))
    assert "inte har något slutdatum" in said(deps)[-1]


def test_it_is_said_in_english(english: Deps, fake: Dated) -> None:
    fake.expires = in_days(1)
    day(replace(english, page=fake), TODAY)  # type: ignore[arg-type]
    (text,) = said(english)
    assert "The Facebook page’s token ends on Wednesday 25 November." in text
    assert "1 day is left." in text


def test_the_timetable_runs_it_once_a_day(deps: Deps, fake: Dated) -> None:
    fake.expires = in_days(2)
    table = Timetable(
        deps, tuple(job for job in daily(datetime.min.time()) if job.name == "endings")
    )
    table.tick()
    table.tick()
    assert len(said(deps)) == 1
