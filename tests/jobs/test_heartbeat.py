"""The sign of life: only while all is well, quiet when it fails, told when that lasts."""

from dataclasses import replace

import httpx
import pytest

from bot import jobs
from bot.integrations.heartbeat import Monitor
from bot.jobs import Timetable, heartbeat
from tests.make import NOW

SECRET = "https://monitor.example/ping/hush"


class Outside:
    """A monitor that answers with what is in `code`."""

    def __init__(self):
        self.calls = 0
        self.code = None

    def beat(self):
        self.calls += 1
        return self.code


@pytest.fixture
def outside():
    return Outside()


@pytest.fixture
def heart(deps, hand, outside, monkeypatch):
    """Let seconds pass and the heart beat, if it is due; return how often the monitor was called."""
    monkeypatch.setattr(heartbeat, "monotonic", hand.monotonic)
    made, watched = heartbeat.Heart(), replace(deps, monitor=outside)

    def passes(seconds=0.0):
        hand.on(seconds=seconds)
        if made.is_due(deps.health):
            made.beat(watched, hand())
        return outside.calls

    return passes


def state(deps):
    return {s.part: s.kind for s in deps.health.states()}.get(heartbeat.PART, "unknown")


def test_the_monitor_is_called_every_five_minutes(heart):
    assert [heart(), heart(299), heart(1), heart(300)] == [1, 1, 2, 3]


def test_nobody_calls_while_something_is_wrong_and_at_once_when_it_is_mended(deps, hand, heart):
    assert heart() == 1
    deps.health.trouble("page", "trouble-page-unreachable", now=NOW)
    assert heart(10_000) == 1
    deps.health.ok("page", now=hand())
    assert heart(1) == 2


def test_a_call_that_fails_is_a_quiet_line_and_tried_again_in_a_minute(
    deps, heart, outside, caplog
):
    outside.code = "503"
    caplog.set_level("INFO")

    assert [heart(), heart(59), heart(1)] == [1, 1, 2]
    assert [r.levelname for r in caplog.records] == ["INFO", "INFO"]
    assert state(deps) == "unknown"


def test_failing_for_an_hour_is_a_trouble_that_does_not_keep_it_from_trying(deps, heart, outside):
    outside.code = "ConnectTimeout"
    for _ in range(61):
        heart(60)
    assert state(deps) == "trouble-heartbeat"

    outside.code = None
    heart(60)
    assert state(deps) is None


def test_the_timetable_calls_once_at_a_time_and_only_where_there_is_a_monitor(
    deps, outside, monkeypatch
):
    monkeypatch.setattr(jobs, "Thread", AtOnce)
    Timetable(deps, ()).tick()
    assert outside.calls == 0

    Timetable(replace(deps, monitor=outside), ()).tick()
    assert outside.calls == 1


def test_a_surprise_in_a_call_does_not_silence_it_for_ever(deps, hand, outside, monkeypatch):
    monkeypatch.setattr(jobs, "Thread", AtOnce)
    monkeypatch.setattr(heartbeat, "monotonic", hand.monotonic)
    timetable, beat = Timetable(replace(deps, monitor=outside), ()), outside.beat
    outside.beat = lambda: 1 / 0
    timetable.tick()
    outside.beat = beat
    timetable.tick()
    assert outside.calls == 0, "not at once"

    hand.on(seconds=heartbeat.AGAIN_SECONDS)
    timetable.tick()

    assert outside.calls == 1
    assert [s.kind for s in deps.health.states() if s.part == "job:heartbeat"] == [None]


class AtOnce:
    """A thread that is done when it starts."""

    def __init__(self, target, args=(), *, daemon=True):
        self.start = lambda: target(*args)


def test_a_timetable_that_stands_still_is_told_by_whoever_watches(deps, monkeypatch):
    seconds = [0.0]
    monkeypatch.setattr(jobs, "monotonic", lambda: seconds[0])
    timetable = Timetable(deps, ())

    def watched():
        timetable.watch()
        return {s.part: s.kind for s in deps.health.states()}["timetable"]

    assert watched() is None
    seconds[0] = jobs.STALLED_SECONDS
    assert watched() == "trouble-timetable"
    timetable.tick()
    assert watched() is None


# -- over HTTP


def answering(respond):
    return Monitor(SECRET, transport=httpx.MockTransport(respond))


@pytest.mark.parametrize("status", [200, 204])
def test_any_success_will_do_and_nothing_is_sent_along(status):
    asked = []

    def respond(request):
        asked.append((request.method, str(request.url), request.content))
        return httpx.Response(status, content=b"x" * 100_000)

    assert answering(respond).beat() is None
    assert asked == [("GET", SECRET, b"")]


@pytest.mark.parametrize("status", [301, 307, 404, 500])
def test_no_other_answer_will_and_a_redirect_is_not_followed(status):
    asked = []

    def respond(request):
        asked.append(request)
        return httpx.Response(status, headers={"Location": "https://evil.example/"})

    assert answering(respond).beat() == str(status)
    assert len(asked) == 1


@pytest.mark.parametrize("error", [httpx.ConnectTimeout, httpx.ConnectError, httpx.ReadError])
def test_a_failure_is_told_by_its_kind_and_never_with_the_address(error, caplog):
    def respond(request):
        raise error(f"cannot reach {request.url}", request=request)

    caplog.set_level("DEBUG")
    code = answering(respond).beat()

    assert code == error.__name__
    assert "hush" not in caplog.text + code
