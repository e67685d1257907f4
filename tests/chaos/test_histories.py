"""A thousand histories of a page that errs: after the recovery Slack says what the page says."""

import sqlite3
from collections.abc import Callable

import pytest

from bot.deps import Deps
from tests.chaos.histories import Life, assert_told

pytestmark = pytest.mark.chaos


def test_in_every_history_each_comment_is_told_exactly_once(
    deps: Deps,
    empty_in_memory: sqlite3.Connection,
    monkeypatch: pytest.MonkeyPatch,
    request: pytest.FixtureRequest,
    tell: Callable[[str], None],
) -> None:
    first, wanted = request.config.option.seed, request.config.option.histories
    written = 0
    for seed in range(first, first + wanted):
        life = Life(seed, deps, empty_in_memory, monkeypatch)
        life.live()
        life.settle()
        try:
            assert_told(life)
        except AssertionError as broken:
            raise AssertionError(f"history {seed}: {broken}") from broken
        written += len(life.written)
        life.close()
    tell(f"{wanted} histories from seed {first}, {written} comments: each told exactly once")
