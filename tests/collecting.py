"""Which files are loaded as tests, and which for the examples in their docstrings."""

from collections.abc import Iterator
from pathlib import Path

import pytest

TESTS = Path(__file__).parent
PROMPT = ">>>"


@pytest.hookimpl(wrapper=True)
def pytest_collect_file(file_path: Path) -> Iterator[list[pytest.Collector]]:
    """Look for tests in ours, and for examples in the code where one can be seen."""
    found = yield
    if file_path.is_relative_to(TESTS):
        return [one for one in found if type(one) is pytest.Module]
    return found if found and PROMPT in file_path.read_text(encoding="utf-8") else []
