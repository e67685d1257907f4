"""What the tests of chaos may be told, and what they say of themselves: `make chaos` shows both."""

from collections.abc import Callable
from random import SystemRandom

import pytest

LINES = pytest.StashKey[list[str]]()


def pytest_addoption(parser: pytest.Parser) -> None:
    """Add how often to kill, how many histories and runs to live, how much to throw, and the seed of an earlier run."""
    parser.addoption("--kills", type=int, help="how often the bot is killed, in each test")
    parser.addoption("--histories", type=int, default=1000, help="how many histories are lived")
    parser.addoption("--runs", type=int, default=2000, help="how many runs the model lives")
    parser.addoption("--inputs", type=int, default=100_000, help="how many inputs are thrown")
    parser.addoption("--days", type=int, default=365, help="how many days the soak takes")
    parser.addoption("--seed", type=int, help="repeat the moments of an earlier run")


def pytest_configure(config: pytest.Config) -> None:
    """Choose a seed where none is given."""
    if config.option.seed is None:
        config.option.seed = SystemRandom().randrange(10_000)


def pytest_report_header(config: pytest.Config) -> str:
    """Print the seed, so that a failure can be repeated."""
    told = config.option
    kills = f"--kills {told.kills} " if told.kills else ""
    return f"chaos: {kills}--histories {told.histories} --seed {told.seed}"


@pytest.fixture
def tell(request: pytest.FixtureRequest) -> Callable[[str], None]:
    """Return what puts a line below the results."""
    return request.config.stash.setdefault(LINES, []).append


def pytest_terminal_summary(
    terminalreporter: pytest.TerminalReporter, config: pytest.Config
) -> None:
    """Print what the tests have told."""
    for line in config.stash.get(LINES, []):
        terminalreporter.write_line(line)
