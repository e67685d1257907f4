"""The subscribed calendar: read four times an hour, told of once, doubted when it is empty."""

import json
from contextlib import contextmanager, suppress
from dataclasses import replace
from datetime import timedelta

import httpx
import pytest

from bot.integrations.outlook import OutlookCalendar
from bot.jobs import outlook, taking
from tests.make import NOW

EVENT = "BEGIN:VEVENT\nUID:{0}\nSUMMARY:Nr {0}\nDTSTART:20261203T1{0}0000\nEND:VEVENT\n"


class Killed(BaseException):
    """The process ends here."""


class Server:
    """A server with one calendar, which may be away."""

    def __init__(self):
        self.numbers = [1]
        self.status = 200
        self.body = None
        self.asked = []

    def __call__(self, request):
        self.asked.append(request.headers.get("If-None-Match"))
        events = "".join(map(EVENT.format, self.numbers))
        body = self.body or f"BEGIN:VCALENDAR\n{events}END:VCALENDAR\n"
        tag = f'"{hash(body)}"'
        if self.status == 200 and self.asked[-1] == tag:
            return httpx.Response(304)
        return httpx.Response(self.status, text=body, headers={"ETag": tag})


@pytest.fixture
def server():
    return Server()


@pytest.fixture
def subscribed(deps, server):
    def calendar(name="a"):
        transport = httpx.MockTransport(server)
        made = OutlookCalendar(f"https://x.example/{name}", tick=lambda: 0.0, transport=transport)
        return replace(deps, calendar=made)

    return calendar


def said(deps, like="imp%"):
    with deps.reading() as db:
        rows = db.query("select body from outbox where key like ? order by id", [like])
        return [json.loads(row["body"])["text"] for row in rows]


def trouble(deps):
    return [state.kind for state in deps.health.states() if state.kind]


def test_the_first_look_says_once_what_was_read_in(subscribed, server):
    deps, server.numbers = subscribed(), [1, 2, 3]
    outlook.run(deps, NOW)

    assert said(deps) == ["Jag har läst in 3 inlägg i planen. De är utkast utan ansvarig."]


def test_a_first_look_that_is_torn_is_a_first_look_again(subscribed, server, monkeypatch):
    """Nobody is asked about what was not read in because of it."""
    monkeypatch.setattr(taking, "BATCH", 2)
    deps, server.numbers = subscribed(), [1, 2, 3, 4, 5]
    left = [4]

    @contextmanager
    def dying():
        left[0] -= 1
        if left[0] == 0:
            raise Killed
        with deps.transaction() as db:
            yield db

    with suppress(Killed):
        outlook.run(replace(deps, transaction=dying), NOW)
    assert said(deps) == []

    outlook.run(deps, NOW + timedelta(hours=1))
    assert said(deps) == ["Jag har läst in 5 inlägg i planen. De är utkast utan ansvarig."]


def test_it_is_read_once_in_a_quarter_of_an_hour(subscribed, server):
    deps = subscribed()
    for minutes in (0, 1, 14, 15, 29, 30):
        if outlook.is_due(deps, NOW + timedelta(minutes=minutes)):
            outlook.run(deps, NOW + timedelta(minutes=minutes))

    assert len(server.asked) == 3
    with deps.reading() as db:
        assert db.execute("select count(*) from job_runs").fetchone() == (1,)


def test_a_calendar_that_has_not_changed_is_not_sent_again_until_tomorrow(subscribed, server):
    deps = subscribed()
    for hours in (0, 1, 24):
        outlook.run(deps, NOW + timedelta(hours=hours))

    assert [bool(tag) for tag in server.asked] == [False, True, False]


def test_what_comes_later_is_asked_about(subscribed, server):
    deps = subscribed()
    outlook.run(deps, NOW)
    server.numbers = [1, 2]
    outlook.run(deps, NOW + timedelta(hours=1))

    assert "*Nr 2*" in said(deps)[1]


def test_another_calendar_begins_anew_and_the_former_is_not_gone(subscribed, server):
    outlook.run(subscribed(), NOW)
    server.numbers = [2, 3]
    deps = subscribed("another")
    outlook.run(deps, NOW + timedelta(hours=1))

    assert [text[:20] for text in said(deps)] == ["Jag har läst in 1 in", "Jag har läst in 2 in"]


def test_one_that_cannot_be_reached_is_told_of_after_an_hour_and_not_before(subscribed, server):
    deps, server.status = subscribed(), 503
    told = []
    for quarter in range(6):
        outlook.run(deps, NOW + timedelta(minutes=15 * quarter))
        told.append(trouble(deps))
    server.status = 200
    outlook.run(deps, NOW + timedelta(hours=2))

    assert told == [[]] * 4 + [["trouble-outlook-unreachable"]] * 2
    assert trouble(deps) == []


@pytest.mark.parametrize(
    ("status", "body", "kind"),
    [
        pytest.param(404, None, "refused", id="not there any more"),
        pytest.param(200, "<html>Logga in</html>", "unfit", id="a page to log in at"),
        pytest.param(200, "BEGIN:VCALENDAR\nBEGIN:VEVENT\n", "unfit", id="half of it"),
        pytest.param(200, "BEGIN:VCALENDAR\nEND:VCALENDAR\n", "empty", id="suddenly empty"),
    ],
)
def test_a_calendar_that_is_wrong_changes_nothing_and_is_told_of(
    subscribed, server, status, body, kind
):
    deps, server.numbers = subscribed(), [1, 2, 3, 4]
    outlook.run(deps, NOW)
    before = said(deps)
    server.status, server.body = status, body
    outlook.run(deps, NOW + timedelta(hours=1))

    assert trouble(deps) == [f"trouble-outlook-{kind}"]
    assert said(deps) == before
