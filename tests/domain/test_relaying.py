"""How much is shown, and when a channel may hear of comments."""

from datetime import UTC, datetime, timedelta
from itertools import product

import pytest

from bot.domain.relaying import (
    DEFAULT,
    SILENT,
    ChannelState,
    Discretion,
    Exposure,
    Mode,
    NotExposed,
    allowed,
    looked,
    withdrawn,
)

NOW = datetime(2026, 11, 24, 7, 15, tzinfo=UTC)
LATER = NOW + timedelta(minutes=10)


def state(exposure: Exposure) -> ChannelState:
    return ChannelState("C1", exposure, NOW, NOW)


@pytest.mark.parametrize(("usual", "delicate"), list(product(Mode, Mode)))
def test_a_delicate_text_never_shows_more_than_others(usual: Mode, delicate: Mode) -> None:
    order = [*Mode]
    setting = Discretion(usual, delicate)
    assert setting.mode(delicate=False) is usual
    assert order.index(setting.mode(delicate=True)) >= order.index(usual)


def test_the_default_is_an_excerpt_and_a_link_for_what_is_delicate() -> None:
    assert (DEFAULT.usual, DEFAULT.delicate) == (Mode.EXCERPT, Mode.LINK)
    assert SILENT.mode(delicate=False) is Mode.LINK


@pytest.mark.parametrize("exposure", list(Exposure))
def test_only_a_private_channel_hears_of_comments_by_itself(exposure: Exposure) -> None:
    assert looked(None, "C1", exposure, now=NOW).is_held is (exposure is not Exposure.PRIVATE)


@pytest.mark.parametrize("exposure", [Exposure.PUBLIC, Exposure.SHARED])
def test_a_permission_holds_until_it_is_taken_back(exposure: Exposure) -> None:
    permitted = allowed(state(exposure), "U1", "Vi är ensamma")
    assert not permitted.is_held
    again = looked(permitted, "C1", exposure, now=LATER)
    assert (again.is_held, again.since, again.looked_at) == (False, NOW, LATER)
    assert withdrawn(again).is_held


@pytest.mark.parametrize(
    ("given", "found"),
    [(Exposure.PUBLIC, Exposure.SHARED), (Exposure.SHARED, Exposure.PUBLIC)],
)
def test_a_permission_is_for_the_readers_it_was_given_for(given: Exposure, found: Exposure) -> None:
    permitted = allowed(state(given), "U1", "Vi är ensamma")
    later = looked(permitted, "C1", found, now=LATER)
    assert (later.is_held, later.since, later.reason) == (True, LATER, "")
    private = looked(permitted, "C1", Exposure.PRIVATE, now=LATER)
    assert looked(private, "C1", given, now=LATER).is_held


def test_a_private_channel_needs_no_permission() -> None:
    with pytest.raises(NotExposed):
        allowed(state(Exposure.PRIVATE), "U1", "x")
