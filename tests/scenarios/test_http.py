"""HTTP mode: the same bot, with signed requests instead of a socket, and a report of its health.

The clock is the machine's own here: a signature is checked against the time of day.
"""

import time
from collections.abc import Iterator
from datetime import timedelta

import httpx
import pytest

from bot.sandbox.slack.http_mode import signature
from tests.scenarios.journey import Journey
from tests.scenarios.world import AMIRA, COMMENTS, ELIN, JONAS

COMMAND = (
    "command=%2Fidea&text=Inbrott&user_id=U0AMIRA&channel_id=C0PLAN&team_id=T0LUCKA"
    "&trigger_id=1.2.abc"
)

TOKEN = "a-secret-of-the-team"


@pytest.fixture(scope="module")
def journey(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Journey]:
    folder, settings = tmp_path_factory.mktemp("http"), {"CALENDAR_TOKEN": TOKEN}
    with Journey(folder, start=None, http=True, settings=settings) as begun:
        yield begun
        assert TOKEN not in begun.log.read_text(encoding="utf-8")
        assert "Traceback" not in begun.last_words(1000)


def test_commands_clicks_forms_and_reactions_come_in_by_the_door(journey: Journey) -> None:
    kept = journey.say(AMIRA, "/idea Öppen dörr")
    assert "Sparad: *Öppen dörr*" in kept["text"]
    assert journey.click(AMIRA, kept, "idea.change")["ok"]
    assert journey.submit(AMIRA, title="Ännu öppnare dörr")["ok"]
    journey.await_whisper(AMIRA, "Ändrad: *Ännu öppnare dörr*")

    journey.comment(journey.publish("Hej"), "Når jag fram?")
    relay = journey.await_message(COMMENTS, "Når jag fram?")
    journey.react(ELIN, relay, "eyes")
    journey.await_words(relay, COMMENTS, "Elin Lindqvist har den")
    assert journey.click(JONAS, relay, "comment.handle", channel=COMMENTS)["ok"]
    journey.await_words(relay, COMMENTS, "Jonas Berg hanterade den")


def test_what_nobody_answered_is_told_again(journey: Journey) -> None:
    journey.comment(journey.publish("Hej igen"), "Är någon hemma?")
    relay = journey.await_message(COMMENTS, "Är någon hemma?")
    journey.kill_bot()
    journey.react(JONAS, relay, "eyes")
    journey.start_bot()
    journey.await_words(relay, COMMENTS, "Jonas Berg har den")


def knock(journey: Journey, body: str, *, age: int = 0, secret: str | None = None) -> int:
    """Send a request of the age and with the secret of a stranger; return the answer's status."""
    stamp = str(int(time.time()) - age)
    signed = signature(stamp, body, secret) if secret else signature(stamp, body)
    headers = {
        "content-type": "application/x-www-form-urlencoded",
        "x-slack-request-timestamp": stamp,
        "x-slack-signature": signed,
    }
    return post(journey, body, headers)


def post(journey: Journey, body: str, headers: dict[str, str]) -> int:
    """Post to the door; return the answer's status."""
    url = f"{journey.door}/slack/events"
    return httpx.post(url, content=body, headers=headers, trust_env=False).status_code


def test_only_slack_itself_is_let_in(journey: Journey) -> None:
    before = journey.decided()
    kind = {"content-type": "application/x-www-form-urlencoded"}
    assert post(journey, COMMAND, {}) == 401
    assert post(journey, COMMAND, kind) == 401
    assert knock(journey, COMMAND, secret="guessed") == 401
    assert knock(journey, COMMAND, age=600) == 401
    assert knock(journey, COMMAND, age=-600) == 401
    assert post(journey, "x" * 1_100_000, kind) == 413
    assert journey.decided() == before
    assert knock(journey, COMMAND) == 200
    journey.wait_for(lambda: journey.decided()["ideas"] == before["ideas"] + 1, "the idea")


def test_its_health_is_told_with_the_reasons(journey: Journey) -> None:
    def health() -> tuple[int, dict[str, str]]:
        answer = journey.http.get(f"{journey.door}/healthz")
        return answer.status_code, answer.json()["troubles"]

    assert health() == (200, {})
    journey.graph(token="expired")
    journey.wait_for(lambda: health()[0] == 503, "trouble")
    assert health() == (503, {"page": "trouble-page-token"})
    assert "Facebook tar inte emot sidans token längre" in journey.ask(AMIRA, "/lucka")
    journey.graph(token="ok")
    journey.wait_for(lambda: health() == (200, {}), "recovery")
    assert "Allt fungerar." in journey.ask(AMIRA, "/lucka")


def test_the_plan_is_a_calendar_that_follows_each_change(journey: Journey) -> None:
    """As Outlook asks: with what it has, and only for what is new."""
    day = (journey.now() + timedelta(days=9)).date()
    address = f"{journey.door}/calendar/{TOKEN}"
    planned = journey.say(AMIRA, f"/plan {day} 11.00 intranät Öppet hus på ambulansen")
    first = journey.http.get(f"{address}/intranat.ics")
    assert f"DTSTART;TZID=Europe/Stockholm:{day:%Y%m%d}T110000" in first.text
    assert "SUMMARY:Intranät: Öppet hus på ambulansen (utkast)" in first.text
    assert "Öppet hus på ambulansen" not in journey.http.get(f"{address}/webb.ics").text

    known = {"If-None-Match": first.headers["etag"]}
    assert journey.http.get(f"{address}/intranat.ics", headers=known).status_code == 304
    assert journey.click(AMIRA, planned, "post.restore")["ok"]

    def cancelled() -> str:
        answer = journey.http.get(f"{address}/intranat.ics", headers=known)
        return answer.text if answer.status_code == 200 else ""

    assert "STATUS:CANCELLED" in journey.wait_for(cancelled, "a calendar that has changed")
    assert journey.http.get(f"{journey.door}/calendar/{TOKEN[:-1]}/plan.ics").status_code == 404
