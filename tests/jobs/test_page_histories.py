"""Ten of the thousand histories that `make chaos` lives through."""

import sqlite3

import pytest

from bot.deps import Deps
from tests.chaos.histories import Life, assert_told


@pytest.mark.parametrize("seed", range(10))
def test_after_the_recovery_slack_says_what_the_page_says(
    seed: int,
    deps: Deps,
    empty_in_memory: sqlite3.Connection,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    life = Life(seed, deps, empty_in_memory, monkeypatch)
    life.live()
    life.settle()
    assert_told(life)
    life.close()
