"""How often what may tear anywhere is torn: sixty times in the suite, and on with `make chaos`."""

import pytest


def torn_times(many: int) -> pytest.MarkDecorator:
    """Return what gives a test its *seeds*: *many* of them, most only when chaos is asked for."""
    rest = pytest.param(range(60, many), marks=pytest.mark.chaos, id="many")
    return pytest.mark.parametrize("seeds", [pytest.param(range(60), id="some"), rest])
