"""Log lines: where something went wrong, never what people wrote or a secret."""

import json
import logging
import sys

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
