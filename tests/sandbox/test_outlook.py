"""The sandbox's Outlook calendar, read as the bot reads it."""

from collections.abc import Iterator
from datetime import date, time
from itertools import count
from pathlib import Path
from zoneinfo import ZoneInfo

import httpx
import pytest

from bot import demo
from bot.clock import Clock
from bot.integrations import ics
from bot.integrations.outlook import Mark, OutlookCalendar
from bot.locales import Words
from bot.sandbox import outlook
from bot.sandbox.options import SandboxOptions
from bot.sandbox.running import RunningSandbox
from bot.views.manifest import manifest

ZONE = ZoneInfo("Europe/Stockholm")
EVENT = {"title": "Facebook: Öppet hus; kom, se \\ " + "å" * 90, "day": "2026-12-03", "at": "11:00"}


@pytest.fixture
def http(tmp_path: Path) -> Iterator[httpx.Client]:
    options = SandboxOptions(
        manifest(Words("sv")), tmp_path / "sandbox.db", Clock(tmp_path / "clock"), planted=False
    )
    with (
        RunningSandbox(options) as sandbox,
        httpx.Client(base_url=sandbox.address, trust_env=False) as client,
    ):
        yield client


def calendar(http: httpx.Client) -> OutlookCalendar:
    ticks = count()
    url = demo.calendar(str(http.base_url))["OUTLOOK_CALENDAR_URL"]
    return OutlookCalendar(url, tick=lambda: float(next(ticks)))


def read(data: bytes | None) -> list[tuple[str, date, time | None]]:
    assert data is not None
    events = ics.read(data, zone=ZONE, today=date(2026, 11, 24))
    return [(event.title, event.day, event.at) for event in events]


def test_what_people_put_in_is_read_as_they_wrote_it(http: httpx.Client) -> None:
    assert http.post("/ui/outlook/keep", json=EVENT).json() == {"ok": True}
    fetched = calendar(http).fetch(Mark())
    assert read(fetched.data) == [(EVENT["title"], date(2026, 12, 3), time(11))]
    assert max(len(line) for line in (fetched.data or b"").split(b"\r\n")) <= 75


def test_whoever_has_this_version_is_told_so_until_it_changes(http: httpx.Client) -> None:
    http.post("/ui/outlook/keep", json=EVENT)
    subscribed = calendar(http)
    first = subscribed.fetch(Mark())
    assert subscribed.fetch(first.mark).data is None

    http.post("/ui/outlook/shift", json={"days": 1})
    second = subscribed.fetch(first.mark)
    assert [day for _, day, _ in read(second.data)] == [date(2026, 12, 4)]
    (event,) = http.get("/ui/outlook").json()["events"]
    http.post("/ui/outlook/keep", json={**event, "at": "13:30"})
    assert [at for _, _, at in read(subscribed.fetch(second.mark).data)] == [time(13, 30)]
    http.post("/ui/outlook/remove", json={"uid": event["uid"]})
    assert read(subscribed.fetch(second.mark).data) == []


@pytest.mark.parametrize(
    ("body", "error"),
    [
        ({**EVENT, "title": "  "}, "no_text"),
        ({**EVENT, "day": "2026-02-30"}, "invalid_arguments"),
        ({"title": "x"}, "invalid_arguments"),
    ],
)
def test_what_is_no_event_is_refused(http: httpx.Client, body: dict[str, str], error: str) -> None:
    assert http.post("/ui/outlook/keep", json=body).json()["error"] == error
    assert http.post("/ui/outlook/shift", json={"days": "x"}).json()["ok"] is False
    assert http.get("/ui/outlook").json() == {"events": []}


def test_another_address_is_not_there(http: httpx.Client) -> None:
    assert http.get("/outlook/guessed/calendar.ics").status_code == 404


def test_lines_are_folded_between_characters() -> None:
    text = "SUMMARY:" + "ö🚌" * 60
    folded = outlook._folded(text)
    assert folded.decode().replace("\r\n ", "").rstrip() == text
