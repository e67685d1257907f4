"""A sender and the Slack that it sends to."""

import pytest

from bot.health import Health
from tests.jobs.sending import World, make_sender


@pytest.fixture
def world():
    return World()


@pytest.fixture
def health():
    return Health()


@pytest.fixture
def sender(store, world, hand, health):
    return make_sender(store, world, hand, health)
