"""Keeping it running: a copy each night, one that is put back, signs of life, and a quick goodbye."""

import json
import signal
import time
from collections import Counter
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from threading import Thread
from typing import ClassVar

import pytest

from tests.scenarios.journey import Journey
from tests.scenarios.world import AMIRA, COMMENTS, ELIN, PLAN

SECRET = "hush-hush"
SAID = {
    "sv": {
        "backup": "Senaste säkerhetskopian: i dag kl. 4.05",
        "idea": "Sparad",
        "taken": "har den",
    },
    "en": {"backup": "Last backup: today at 04:05", "idea": "Kept", "taken": "has had it"},
}


class Monitor(BaseHTTPRequestHandler):
    """A monitor outside, which only counts."""

    calls: ClassVar[Counter[str]] = Counter()

    def do_GET(self) -> None:
        self.calls[self.path] += 1
        self.send_response(204)
        self.end_headers()

    def log_message(self, *_: object) -> None:
        """Say nothing."""


@pytest.fixture(scope="module")
def monitor() -> Iterator[str]:
    with ThreadingHTTPServer(("127.0.0.1", 0), Monitor) as server:
        Thread(target=server.serve_forever, daemon=True).start()
        yield f"http://127.0.0.1:{server.server_port}/{SECRET}"
        server.shutdown()


def lines(journey: Journey) -> list[dict[str, str]]:
    written = journey.log.read_text(encoding="utf-8").splitlines()
    return [json.loads(line) for line in written if line.startswith("{")]


@pytest.mark.parametrize("language", SAID)
def test_a_day_is_lived_again_from_the_morning_s_copy_and_nothing_is_said_twice(
    tmp_path: Path, language: str, monitor: str
) -> None:
    said, settings = SAID[language], {"LOG_FORMAT": "json", "HEARTBEAT_URL": monitor}
    Monitor.calls.clear()
    with Journey(tmp_path, language, start="2026-11-24T04:05", settings=settings) as journey:
        journey.wait_for(lambda: [*(tmp_path / "backups").glob("*.db")], "the night's copy")
        (copy,) = (tmp_path / "backups").glob("lucka-20261124T*.db")
        assert copy.stat().st_mode & 0o777 == 0o600
        journey.wait_for(lambda: Monitor.calls[f"/{SECRET}"], "a sign of life")

        journey.clock_to("2026-11-24T08:15")
        journey.settled()
        post = journey.publish("Boka vaccin")
        for n in range(3):
            journey.comment(post, f"Hur dags {n}?")
        relay = journey.await_message(COMMENTS, "Hur dags 2?")
        journey.react(ELIN, relay, "eyes")
        journey.await_words(relay, COMMENTS, said["taken"])
        assert said["backup"] in journey.ask(AMIRA, "/lucka")
        assert said["idea"] in journey.ask(AMIRA, "/idea En idé till")
        journey.settled()
        followed(journey)

        before = journey.keys(PLAN), journey.keys(COMMENTS)
        assert len(before[0]) >= 2
        assert len(before[1]) == 3
        assert journey.run("restore", str(copy))[0] == 1, "not while the bot runs"
        journey.stop_bot()
        assert journey.run("restore", str(copy))[0] == 0
        assert [*tmp_path.glob("lucka.db.before-*")]
        journey.start_bot()
        journey.wait_for(lambda: len(journey.sql("select 1 from relays")) == 3, "the comments")
        journey.settled()

        assert (journey.keys(PLAN), journey.keys(COMMENTS)) == before
        assert journey.sql("select 1 from ideas") == [], "what was decided since is lost"
        journey.comment(post, "Och efteråt?")
        journey.await_message(COMMENTS, "Och efteråt?")
        log = journey.log.read_text(encoding="utf-8")
        assert SECRET not in log
        assert "Hur dags" not in log
        assert "En idé till" not in log
        assert "Traceback" not in log


def followed(journey: Journey) -> None:
    """Insist that the idea can be followed from the command to what Slack was told."""
    ((trail,),) = journey.sql("select trail from audit where act = 'idea.added' limit 1") or [
        (journey.sql("select trail from outbox where kind = 'note' order by id desc")[0][0],)
    ]
    mine = [line["message"] for line in lines(journey) if line["trail"] == trail]
    assert "Slack: command" in mine
    assert any(message.startswith("outbox: done with note:") for message in mine)


@pytest.fixture
def journey(tmp_path: Path) -> Iterator[Journey]:
    with Journey(tmp_path, start="2026-11-24T09:00") as begun:
        yield begun


def leaves(journey: Journey) -> float:
    """Ask the bot to leave; return the seconds that it took."""
    began = time.monotonic()
    assert journey.process is not None
    journey.process.send_signal(signal.SIGTERM)
    assert journey.process.wait(30) == 0
    return time.monotonic() - began


@pytest.mark.parametrize("is_slow", [False, True], ids=["idle", "everything slow"])
def test_who_is_asked_to_leave_leaves_within_five_seconds(journey: Journey, is_slow: bool) -> None:
    """Also while Slack does not say who wrote, takes no message, and the page does not answer."""
    journey.settled()
    post = journey.publish("Hej")
    if is_slow:
        journey.fault("users.info", "slow", seconds=20, times=50)
        journey.do("/ui/commands", **{"as": AMIRA}, channel=PLAN, command="/idea", text="Sist")
        journey.wait_for(lambda: journey.sql("select 1 from inbox"), "the command")
        journey.fault("chat.postMessage", "slow", seconds=12)
        journey.comment(post, "Kommer jag fram?")
        tried = "select 1 from outbox where key like 'relay:%' and tried_at is not null"
        journey.wait_for(lambda: journey.sql(tried), "a message under way")
        journey.graph(fault={"kind": "slow", "seconds": 20})
        asked = journey.get
        journey.wait_for(lambda: not asked("/__emulator/graph")["faults"], "a look at the page")

    assert leaves(journey) < 5
    assert "Traceback" not in journey.last_words(1000)
    journey.process = None
    journey.start_bot(connected=not is_slow)  # the file was left in good order
