"""Random people, clocks, faults and deaths: in the end Slack and the page are as the model says.

Some runs are part of the suite; `make chaos` lives `--runs` of them.
"""

from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import HealthCheck, seed, settings
from hypothesis.stateful import run_state_machine_as_test

from tests.chaos.model import Machine

SOME = 8
STEPS = 40


def run(empty: Path, patch: pytest.MonkeyPatch, runs: int, at: int) -> dict[str, int]:
    """Live so many runs; return what they were made of."""
    lived: dict[str, int] = {}
    town = type("Lived", (Machine,), {"empty": empty, "patch": patch, "lived": lived})
    told = settings(
        max_examples=runs,
        stateful_step_count=STEPS,
        deadline=None,
        database=None,
        suppress_health_check=list(HealthCheck),
        print_blob=False,
    )
    run_state_machine_as_test(seed(at)(town), settings=told)
    return lived


def test_the_world_equals_the_model(empty: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    assert run(empty, monkeypatch, SOME, 1)["deaths"] > 0


@pytest.mark.chaos
def test_the_world_equals_the_model_in_thousands_of_runs(
    empty: Path,
    monkeypatch: pytest.MonkeyPatch,
    request: pytest.FixtureRequest,
    tell: Callable[[str], None],
) -> None:
    told = request.config.option
    lived = run(empty, monkeypatch, told.runs, told.seed)
    tell(
        f"{lived['runs']} runs of the model without a difference: "
        f"{lived['deaths']} deaths, {lived['messages']} messages"
    )
