"""A sandbox with a real Bolt app in it, shared by the tests in which people act."""

from collections.abc import Iterator

import pytest

from bot.clock import Clock
from tests.sandbox.slack_kit import Recorder, World, connected, until, world


@pytest.fixture(scope="module")
def world_with_app(tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[World, Recorder]]:
    # Not for the session: the socket's pings draw from `random`, which hypothesis watches.
    clock = Clock(tmp_path_factory.mktemp("clock") / "offset")
    with world(clock=clock) as found:
        recorder = Recorder(found)
        with connected(found, recorder.app):
            yield found, recorder


@pytest.fixture
def here(world_with_app: tuple[World, Recorder]) -> World:
    found, recorder = world_with_app
    until(lambda: len(found.slack.events) == 0)
    found.ui("reset")
    recorder.forget()
    return found


@pytest.fixture
def app(world_with_app: tuple[World, Recorder], here: World) -> Recorder:
    return world_with_app[1]
