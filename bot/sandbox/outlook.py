"""The sandbox's Outlook calendar: published as Outlook does it, and changed by people on the page.

`GET /outlook/{secret}/calendar.ics` answers with an ETag, and 304 to whoever has that version.
What is in the calendar are documents of `State`; it begins with what the plan says already.
"""

from collections.abc import Callable, Iterable
from dataclasses import asdict, dataclass, replace
from datetime import date, datetime, timedelta
from hashlib import sha256
from uuid import uuid4

from starlette.requests import Request
from starlette.responses import JSONResponse, Response
from starlette.routing import Route

from bot.sandbox.hub import Hub
from bot.sandbox.identity import OUTLOOK_SECRET
from bot.sandbox.seed import SeedPlanned
from bot.sandbox.slack.workspace import Refused
from bot.sandbox.state import Json, State
from bot.sandbox.ui_act import json_body

PATH = f"/outlook/{OUTLOOK_SECRET}/calendar.ics"
KIND = "outlook"
WINDOWS_ZONE = "W. Europe Standard Time"  # Outlook's name for our own
MOST_TITLE = 200
FOLD = 73  # bytes in a line, RFC 5545 allows 75 with its ending
ONE_DAY = timedelta(days=1)

_HEAD = """BEGIN:VCALENDAR
METHOD:PUBLISH
PRODID:Microsoft Exchange Server 2010
VERSION:2.0
X-WR-CALNAME:Kalender
BEGIN:VTIMEZONE
TZID:W. Europe Standard Time
BEGIN:STANDARD
DTSTART:16010101T030000
TZOFFSETFROM:+0200
TZOFFSETTO:+0100
RRULE:FREQ=YEARLY;INTERVAL=1;BYDAY=-1SU;BYMONTH=10
END:STANDARD
BEGIN:DAYLIGHT
DTSTART:16010101T020000
TZOFFSETFROM:+0100
TZOFFSETTO:+0200
RRULE:FREQ=YEARLY;INTERVAL=1;BYDAY=-1SU;BYMONTH=3
END:DAYLIGHT
END:VTIMEZONE""".splitlines()


@dataclass(frozen=True, slots=True)
class Event:
    """An appointment at local wall time: *day* as 2026-11-24, *at* as 11:00."""

    uid: str
    title: str
    day: str
    at: str

    def later(self, days: int) -> "Event":
        """Return it so many days later."""
        return replace(self, day=(date.fromisoformat(self.day) + days * ONE_DAY).isoformat())


class Calendar:
    """The calendar's events, in *state*."""

    def __init__(self, state: State) -> None:
        self._state = state

    def events(self) -> list[Event]:
        """Return the events in order of time."""
        found = [Event(**told) for told in self._state.load(KIND).values()]
        return sorted(found, key=lambda event: (event.day, event.at, event.uid))

    def keep(self, event: Event) -> None:
        """Add *event*, or change it."""
        self._state.put(KIND, event.uid, asdict(event))

    def remove(self, uid: str) -> None:
        """Take an event away."""
        self._state.drop(KIND, uid)

    def shift(self, days: int) -> None:
        """Move everything: what makes a team wonder what to do about all of it."""
        with self._state.transaction():
            for event in self.events():
                self.keep(event.later(days))

    def plant(self, plan: Iterable[SeedPlanned], prefix: str, today: date) -> None:
        """Begin with what the plan says of one outlet, named as people name it: `Facebook: …`."""
        for number, post in enumerate(plan, 1):
            day = post.day(today)
            if post.outlet == "facebook" and day > today:
                title = f"{prefix}: {post.title}"
                self.keep(Event(f"seed-{number}", title, day.isoformat(), f"{post.time:%H:%M}"))


def routes(calendar: Calendar, hub: Hub) -> list[Route]:
    """Return the address that the bot reads, and those on which people change the calendar."""

    async def published(request: Request) -> Response:
        body = written(calendar.events())
        tag = f'"{sha256(body).hexdigest()[:32]}"'
        if request.headers.get("if-none-match") == tag:
            return Response(status_code=304, headers={"etag": tag})
        return Response(body, media_type="text/calendar; charset=utf-8", headers={"etag": tag})

    async def shown(_: Request) -> Response:
        return JSONResponse({"events": [asdict(event) for event in calendar.events()]})

    def acting(act: Callable[[Calendar, Json], None]) -> Callable[[Request], object]:
        async def endpoint(request: Request) -> Response:
            try:
                act(calendar, await json_body(request))
            except Refused as refused:
                return JSONResponse({"ok": False, "error": str(refused)})
            hub.publish("outlook")
            return JSONResponse({"ok": True})

        return endpoint

    return [
        Route(PATH, published, methods=["GET"]),
        Route("/ui/outlook", shown, methods=["GET"]),
        Route("/ui/outlook/keep", acting(_keep), methods=["POST"]),
        Route("/ui/outlook/remove", acting(_remove), methods=["POST"]),
        Route("/ui/outlook/shift", acting(_shift), methods=["POST"]),
    ]


def written(events: Iterable[Event]) -> bytes:
    """Write a calendar as Outlook publishes one: Windows' name of the zone, CRLF, folded lines."""
    lines = [*_HEAD, *(line for event in events for line in _lines(event)), "END:VCALENDAR"]
    return b"".join(_folded(line) for line in lines)


def _lines(event: Event) -> list[str]:
    start = datetime.fromisoformat(f"{event.day}T{event.at}")
    end = start + timedelta(hours=1)
    return [
        "BEGIN:VEVENT",
        f"UID:{event.uid}",
        f"SUMMARY;LANGUAGE=sv-se:{_escaped(event.title)}",
        f"DTSTART;TZID={WINDOWS_ZONE}:{start:%Y%m%dT%H%M%S}",
        f"DTEND;TZID={WINDOWS_ZONE}:{end:%Y%m%dT%H%M%S}",
        "END:VEVENT",
    ]


def _escaped(text: str) -> str:
    for sign in "\\;,":
        text = text.replace(sign, f"\\{sign}")
    return text.replace("\n", "\\n")


def _folded(line: str) -> bytes:
    """Write one line, folded between characters, never inside one."""
    rows: list[bytes] = []
    row = b""
    for character in line:
        encoded = character.encode()
        if len(row) + len(encoded) > FOLD:
            rows, row = [*rows, row], b" "
        row += encoded
    return b"".join(each + b"\r\n" for each in [*rows, row])


def _keep(calendar: Calendar, body: Json) -> None:
    """Add an event, or change the one that *body* names."""
    title = " ".join(str(body.get("title", "")).split())[:MOST_TITLE]
    if not title:
        raise Refused("no_text")
    try:
        moment = datetime.fromisoformat(f"{body['day']}T{body['at']}")
    except (KeyError, ValueError):
        raise Refused("invalid_arguments") from None
    uid = str(body.get("uid") or uuid4())
    calendar.keep(Event(uid, title, f"{moment:%Y-%m-%d}", f"{moment:%H:%M}"))


def _remove(calendar: Calendar, body: Json) -> None:
    calendar.remove(str(body.get("uid")))


def _shift(calendar: Calendar, body: Json) -> None:
    try:
        calendar.shift(int(body.get("days", 1)))
    except (OverflowError, TypeError, ValueError):
        raise Refused("invalid_arguments") from None
