"""The little world the sandbox begins with."""

import json
import sqlite3
from datetime import UTC, date, datetime, timedelta

import pytest

from bot.sandbox.page import Page
from bot.sandbox.seed import WORLDS, load, plant
from tests.page_server import ZONE, StandingClock, page_server

TOLD = frozenset({"about", "message", "note", "tags", "text", "title"})
TEAM = {"U0AMIRA", "U0JONAS", "U0ELIN", "U0MIKKO"}
MOMENTS = [
    datetime(2026, 11, 24, 7, 15, tzinfo=UTC),
    datetime(2026, 12, 31, 23, 30, tzinfo=UTC),  # half past midnight, in another year
    datetime(2026, 10, 25, 0, 30, tzinfo=UTC),  # the night that has an hour twice
    datetime(2027, 3, 28, 1, 5, tzinfo=UTC),  # the night that lacks an hour
    datetime(2026, 7, 4, 22, 1, tzinfo=UTC),  # a Sunday in July, one minute old
]


class Channels:
    """A workspace that only remembers."""

    def __init__(self):
        self.lines = []

    def post(self, channel, user, content, *, at):
        self.lines.append((channel, user, content["text"], at))


@pytest.fixture
def planted():
    db, clock = sqlite3.connect(":memory:"), StandingClock()

    def planting(now: datetime, language: str = "sv"):
        clock.at = now
        page, channels = Page(db, clock), Channels()
        plant(channels, page, clock, language, ZONE)
        return page, channels

    yield planting
    db.close()


def skeleton(told):
    """Return the structure with every text reduced to whether there is one."""
    if isinstance(told, dict):
        return {k: bool(v) if k in TOLD else skeleton(v) for k, v in told.items()}
    return [skeleton(one) for one in told] if isinstance(told, list) else told


def texts(told):
    """Yield every text that is not empty."""
    for key, value in told.items() if isinstance(told, dict) else enumerate(told):
        if isinstance(value, dict | list):
            yield from texts(value)
        elif key in TOLD and value:
            yield value


def raw(language: str):
    return json.loads((WORLDS / f"{language}.json").read_text(encoding="utf-8"))


def test_both_languages_tell_the_same_world():
    assert skeleton(raw("sv")) == skeleton(raw("en"))


def test_everything_is_told_in_its_own_language():
    swedish, english = list(texts(raw("sv"))), list(texts(raw("en")))
    assert len(swedish) > 90
    assert not set(swedish) & set(english)
    assert not [text for text in swedish if " idag" in text or " imorgon" in text or " Du " in text]


@pytest.mark.parametrize("now", MOMENTS, ids=lambda now: now.isoformat())
def test_it_fits_any_moment(planted, now):
    page, channels = planted(now)
    posts = page.posts()
    assert 8 <= len(posts) <= 10
    assert len({post.created for post in posts}) == len(posts)
    for post in posts:
        created = {comment.id: comment.created for comment in page.comments(post.id)}
        assert all(post.created < at <= now.timestamp() for at in created.values())
        for comment in page.comments(post.id):
            if comment.parent_id is not None:
                assert created[comment.parent_id] < comment.created
    assert all(at < now for *_, at in channels.lines)


@pytest.mark.parametrize("now", MOMENTS, ids=lambda now: now.isoformat())
def test_four_residents_have_just_written_and_wait_for_an_answer(planted, now):
    page, _ = planted(now)
    hour_ago = (now - timedelta(hours=1)).timestamp()
    fresh = [
        one for post in page.posts() for one in page.comments(post.id) if one.created > hour_ago
    ]
    answered = {one.parent_id for post in page.posts() for one in page.comments(post.id)}
    assert len(fresh) == 4
    assert not [one for one in fresh if one.is_page or one.id in answered]


@pytest.mark.parametrize("language", ["sv", "en"])
def test_residents_write_and_the_page_answers_some_of_them(planted, language):
    page, channels = planted(MOMENTS[0], language)
    profile = page.profile()
    comments = [one for post in page.posts() for one in page.comments(post.id)]
    assert {one.author for one in comments} <= {*profile.residents, profile.name}
    assert sum(one.is_page for one in comments) >= 5
    assert 12 <= sum(one.parent_id is None for one in comments) <= 18
    assert [one.attachment for one in comments if not one.message] == ["sticker"]
    assert {user for _, user, *_ in channels.lines} <= TEAM
    assert {channel for channel, *_ in channels.lines} == {"C0PLAN", "C0KOMMENT", "C0ALLMANT"}


def test_the_plan_reaches_two_months_and_has_gaps_soon():
    plan = load("sv").plan
    slots = {(one.week, one.weekday) for one in plan if one.outlet == "facebook"}
    assert len(slots) == sum(one.outlet == "facebook" for one in plan)
    assert {weekday for _, weekday in slots} == {"mon", "wed", "fri"}
    assert {time.isoformat() for time in (o.time for o in plan if o.outlet == "facebook")} == {
        "11:00:00"
    }
    wanted = {(week, day) for week in range(9) for day in ("mon", "wed", "fri")}
    gaps = sorted(wanted - slots)
    assert gaps[0][0] == 1
    assert 8 <= len(gaps) <= 14
    assert max(week for week, _ in slots) == 8


def test_the_plan_and_the_ideas_belong_to_the_team():
    world = load("sv")
    assert {one.owner for one in world.plan} == {*TEAM, None}
    assert {one.status for one in world.plan} == {"draft", "ready"}
    assert {one.outlet for one in world.plan} == {"facebook", "web", "intranet"}
    assert all(one.text for one in world.plan if one.status == "ready")
    assert {one.author for one in world.ideas} == TEAM
    assert len({one.title for one in world.ideas}) == len(world.ideas) == 20
    assert all(one.days_ago > 0 for one in world.ideas)


@pytest.mark.parametrize(
    ("today", "day"),
    [
        (date(2026, 11, 23), date(2026, 11, 27)),
        (date(2026, 11, 29), date(2026, 11, 27)),
        (date(2027, 1, 1), date(2027, 1, 1)),
        (date(2027, 1, 2), date(2027, 1, 1)),
    ],
)
def test_a_planned_day_belongs_to_the_present_week(today, day):
    friday = next(one for one in load("sv").plan if (one.week, one.weekday) == (0, "fri"))
    assert friday.day(today) == day


def test_the_bots_client_reads_the_world_it_is_given():
    with page_server() as site:
        site.start_over()
        plant(Channels(), site.page, site.clock, "en", ZONE)
        client = site.client()
        round_ = client.read_page()
        client.close()
    assert len(round_.posts) == len(load("en").posts)
    assert round_.calls == 1
    assert not round_.sees_no_public()
