"""Log lines: where something went wrong, never what people wrote or a secret."""

import json
import logging
import sys
import threading

import pytest

from bot import logs

WRITTEN = "xoxb-secret and what a resident wrote"


def fail():
    raise ValueError(WRITTEN)


def record(level=logging.ERROR):
    try:
        fail()
    except ValueError:
        return logging.LogRecord(
            "bot.x", level, __file__, 1, "job %s failed", ("digest",), sys.exc_info()
        )


@pytest.mark.parametrize("formatter", [logs.TextLines("%(message)s"), logs.JsonLines()])
def test_a_trace_says_where_and_which_kind_but_not_the_message(formatter):
    line = formatter.format(record())

    assert "job digest failed" in line
    assert "ValueError" in line
    assert "in fail" in line
    assert "secret" not in line


def test_a_json_line_is_one_line_of_json():
    line = logs.JsonLines().format(record())

    assert "\n" not in line
    assert json.loads(line)["level"] == "error"


@pytest.fixture
def ticking(monkeypatch):
    """The seconds that the filter's clock shows."""
    seconds = [1000.0]
    monkeypatch.setattr(logs, "monotonic", lambda: seconds[0])
    return seconds


def test_a_failure_that_lasts_is_told_once_a_minute(ticking):
    told = logs.OnceAMinute()

    assert told.filter(record())
    ticking[0] += 59.9
    assert not told.filter(record())
    ticking[0] += 0.1
    assert told.filter(record())


def test_another_failure_is_told_at_once(ticking):
    told = logs.OnceAMinute()
    other = record()
    other.exc_info = (KeyError, KeyError("x"), other.exc_info[2])

    assert told.filter(record())
    assert told.filter(other)
    assert told.filter(logging.LogRecord("bot.x", 40, __file__, 1, "job nag failed", (), None))


def test_what_is_no_warning_is_always_told(ticking):
    told = logs.OnceAMinute()

    assert told.filter(record(logging.INFO))
    assert told.filter(record(logging.INFO))


def test_what_was_told_is_not_remembered_for_ever(ticking):
    told = logs.OnceAMinute()
    for n in range(2 * logs.MOST_TOLD):
        assert told.filter(logging.LogRecord("bot.x", 40, __file__, 1, f"failure {n}", (), None))

    assert len(told._told) <= logs.MOST_TOLD


def test_the_libraries_are_kept_quiet_at_any_level():
    root = logging.getLogger()
    before = root.level, list(root.handlers)
    try:
        logs.set_up("debug", "text")

        assert logging.getLogger("bot").isEnabledFor(logging.DEBUG)
        for name in ("slack_sdk.web.base_client", "httpx", "apscheduler.scheduler"):
            assert not logging.getLogger(name).isEnabledFor(logging.INFO)
    finally:
        root.setLevel(before[0])
        root.handlers[:] = before[1]


@pytest.mark.parametrize("formatter", [logs.TextLines("%(message)s"), logs.JsonLines()])
@pytest.mark.parametrize(
    "written",
    ["a\nERROR b", "a\r\nb", "\x1b[2Jb", "\x9b31m", "a\u2028b", "\u202eb", "a\u200bb", "\0"],
)
def test_what_others_wrote_stays_one_line_and_steers_nothing(formatter, written):
    said = logging.LogRecord("bot.x", logging.INFO, __file__, 1, "%s", (written,), None)
    line = formatter.format(said)

    assert len(line.splitlines()) == 1
    assert line.isprintable()


@pytest.fixture
def untouched():
    """What the process does with what nobody catches, and its loggers, as they were."""
    root = logging.getLogger()
    kept = (sys.excepthook, threading.excepthook, root.handlers[:], root.level)
    levels = {
        name: logging.getLogger(name).level
        for name in (*logs.LIBRARIES, "apscheduler.scheduler", "slack_sdk.web")
    }
    yield
    sys.excepthook, threading.excepthook, root.handlers[:], root.level = kept
    for name, level in levels.items():
        logging.getLogger(name).setLevel(level)


@pytest.mark.usefixtures("untouched")
def test_a_secret_is_hidden_wherever_it_comes(capsys):
    logs.set_up("info", "text", ["hemligt-och", "hemligt-och-längre", "", "GET"])
    logging.getLogger("httpx").warning("GET /calendar/%s/plan.ics", "hemligt-och-längre")

    assert "GET /calendar/***/plan.ics" in capsys.readouterr().err


@pytest.mark.usefixtures("untouched")
def test_what_nobody_caught_tells_where_and_not_what(capsys):
    logs.set_up("info", "text")
    try:
        fail()
    except ValueError:
        sys.excepthook(*sys.exc_info())
    thread = threading.Thread(target=int, args=[WRITTEN])
    thread.start()
    thread.join()

    said = capsys.readouterr().err
    assert said.count("nobody has caught this") == 2
    assert "in fail" in said
    assert WRITTEN not in said
    assert "_bootstrap" in said
