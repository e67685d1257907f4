"""The feed's door: the secret opens it, nothing else does, and what is known is not sent again."""

import asyncio
import logging
from dataclasses import replace
from datetime import date, time
from functools import partial

import httpx
import pytest
from icalendar import Calendar

from bot import web
from bot.domain.acts import cancelled, moved
from bot.domain.plan import Entry
from bot.store import outlets, posts
from handlers import feed
from tests.make import AMIRA

TOKEN = "a-secret-of-the-team"
FRIDAY = date(2026, 11, 27)


@pytest.fixture
def deps(deps):
    made = replace(deps, settings=replace(deps.settings, calendar_token=TOKEN))
    for title, outlet in (("Öppet hus", 1), ("Nya besökstider", 2), ("Fika", 3)):
        plan(made, title, outlet)
    return made


def plan(deps, title, outlet=1):
    with deps.transaction() as db:
        return posts.add(db, Entry(title, outlet, FRIDAY, time(11)), who=AMIRA, now=deps.now())


def ask(deps, path, method="GET", *, opened=True, **headers):
    """Ask the web server, as a calendar does; not *opened* is a bot without a token."""
    door = partial(feed.answer, deps) if opened else None
    app = web.create(deps.health, None, door)

    async def send():
        transport = httpx.ASGITransport(app, raise_app_exceptions=False)
        async with httpx.AsyncClient(transport=transport, base_url="http://lucka") as client:
            names = {name.replace("_", "-"): value for name, value in headers.items()}
            return await client.request(method, path, headers=names)

    return asyncio.run(send())


def address(name="plan"):
    return f"/calendar/{TOKEN}/{name}.ics"


def titles(answer):
    found = Calendar.from_ical(answer.content).walk("VEVENT")
    return [event["SUMMARY"].split(": ")[1].split(" (")[0] for event in found]


def test_the_whole_plan_is_a_private_calendar(deps):
    answer = ask(deps, address())

    assert answer.status_code == 200
    assert answer.headers["content-type"] == "text/calendar; charset=utf-8"
    assert answer.headers["cache-control"] == "private, max-age=300"
    assert titles(answer) == ["Öppet hus", "Nya besökstider", "Fika"]


@pytest.mark.parametrize(
    ("name", "title"),
    [
        ("facebook", "Öppet hus"),
        ("webb", "Nya besökstider"),
        ("intranat", "Fika"),
        ("3", "Fika"),
    ],
)
def test_each_outlet_has_one_of_its_own(deps, name, title):
    assert titles(ask(deps, address(name))) == [title]


def test_an_outlet_that_somebody_added_has_one_too(deps):
    with deps.transaction() as db:
        outlets.add(db, "Vård & Å")

    assert ask(deps, address("vard-a")).status_code == 200


@pytest.mark.parametrize(
    "path",
    [
        pytest.param("/calendar/a-secret-of-the-teat/plan.ics", id="nearly"),
        pytest.param("/calendar/a-secret-of-the-tea/plan.ics", id="too short"),
        pytest.param("/calendar/x/plan.ics", id="a guess"),
        pytest.param("/calendar/%C3%A5%00%ff/plan.ics", id="no text"),
        pytest.param("/calendar//plan.ics", id="nothing"),
        pytest.param(f"/calendar/{TOKEN}/radio.ics", id="no such outlet"),
        pytest.param(f"/calendar/{TOKEN}/99.ics", id="no such id"),
        pytest.param(f"/calendar/{TOKEN}/..%2fplan.ics", id="a way out"),
        pytest.param(f"/calendar/{TOKEN}/plan", id="no calendar"),
    ],
)
@pytest.mark.parametrize("method", ["GET", "HEAD"])
def test_everything_else_is_answered_like_an_address_that_does_not_exist(deps, path, method):
    nowhere, answer = ask(deps, "/nowhere", method), ask(deps, path, method)

    assert (answer.status_code, answer.content) == (404, nowhere.content)
    assert answer.headers == nowhere.headers


@pytest.mark.parametrize("token", [TOKEN, "", "None"])
def test_without_a_token_set_there_is_no_feed(deps, token):
    path = f"/calendar/{token}/plan.ics"
    bare = replace(deps, settings=replace(deps.settings, calendar_token=""))

    assert ask(bare, path, opened=False).content == ask(bare, "/nowhere").content
    assert feed.answer(bare, token, "plan") is None


def test_a_calendar_that_has_it_is_told_so(deps):
    first = ask(deps, address())
    tag = first.headers["etag"]

    for known in (tag, f"W/{tag}", f'"other", {tag}', "*"):
        again = ask(deps, address(), if_none_match=known)
        assert (again.status_code, again.content) == (304, b"")
        assert again.headers["etag"] == tag
    for known in ("", '"other"', tag.strip('"')):
        assert ask(deps, address(), if_none_match=known).content == first.content


def test_the_tag_changes_with_the_content_and_with_nothing_else(deps, hand):
    def tag():
        return ask(deps, address()).headers["etag"]

    def act(change):
        with deps.transaction() as db:
            return posts.update(db, change)

    with deps.reading() as db:
        post = posts.get(db, 1)
    tags = [tag()]
    hand.on(days=1)
    assert tag() == tags[0]

    shift = {"today": FRIDAY, "zone": deps.settings.timezone, "now": deps.now()}
    post = act(moved(post, FRIDAY, time(12), **shift))
    tags.append(tag())
    act(cancelled(post, now=deps.now()))
    tags.append(tag())
    assert titles(ask(deps, address("facebook"))) == ["Öppet hus"]
    hand.on(days=60)
    tags.append(tag())
    assert titles(ask(deps, address("facebook"))) == []
    plan(deps, "Ny")
    tags.append(tag())

    assert len(set(tags)) == 5


def test_an_outlets_tag_is_not_changed_by_another_outlets_post(deps):
    before = ask(deps, address("webb")).headers["etag"]
    plan(deps, "Öppet hus igen")

    assert ask(deps, address("webb")).headers["etag"] == before


def test_head_tells_of_it_without_sending_it(deps):
    whole, head = ask(deps, address()), ask(deps, address(), "HEAD")

    assert (head.status_code, head.content) == (200, b"")
    assert head.headers == whole.headers


@pytest.mark.parametrize("method", ["POST", "PUT", "DELETE"])
def test_nothing_can_be_written_there(deps, method):
    assert ask(deps, address(), method).status_code == 405


def test_a_failure_tells_nothing_of_what_failed(deps, monkeypatch):
    def fail(*_args, **_more):
        raise RuntimeError(TOKEN)

    monkeypatch.setattr("handlers.feed.store.load", fail)
    answer = ask(deps, address())

    assert answer.status_code == 500
    assert answer.text == "Internal Server Error"


def test_the_secret_is_not_logged(deps, caplog):
    caplog.set_level(logging.DEBUG)
    ask(deps, address())
    ask(deps, "/calendar/a-secret-of-the-teat/plan.ics")

    ours = [r for r in caplog.records if r.name != "httpx"]  # which is the one who asks
    assert [r for r in ours if "a-secret-of" in r.getMessage()] == []


def test_ids_of_people_stay_inside(deps):
    assert AMIRA not in ask(deps, address()).text
