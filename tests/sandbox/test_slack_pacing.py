"""Rate limits: a message a second and channel with a small burst, the rest by tier."""

import pytest
from slack_sdk.errors import SlackApiError

from bot.sandbox.slack import pacing
from bot.sandbox.slack.pacing import Pacing, TooFast
from tests.sandbox.slack_kit import world


class Seconds:
    """A monotonic clock that the test moves."""

    def __init__(self) -> None:
        self.now = 1000.0

    def __call__(self) -> float:
        return self.now


@pytest.fixture
def seconds(monkeypatch: pytest.MonkeyPatch) -> Seconds:
    clock = Seconds()
    monkeypatch.setattr(pacing, "monotonic", clock)
    return clock


def taken(pace: Pacing, method: str, tier: int, channel: str | None = None) -> int:
    """How many calls pass at once."""
    count = 0
    while True:
        try:
            pace.check(method, tier, channel)
        except TooFast:
            return count
        count += 1


def test_a_channel_takes_a_burst_of_three_and_then_one_a_second(seconds: Seconds) -> None:
    pace = Pacing(paced=True)

    assert taken(pace, "chat.postMessage", 0, "C1") == 3
    assert taken(pace, "chat.postMessage", 0, "C2") == 3
    seconds.now += 1
    assert taken(pace, "chat.postMessage", 0, "C1") == 1
    seconds.now += 60
    assert taken(pace, "chat.postMessage", 0, "C1") == 3


@pytest.mark.parametrize(("tier", "most"), [(1, 1), (2, 20), (3, 50), (4, 100)])
def test_a_tier_allows_so_many_calls_a_minute(seconds: Seconds, tier: int, most: int) -> None:
    pace = Pacing(paced=True)

    assert taken(pace, "some.method", tier) == most
    assert taken(pace, "other.method", tier) == most
    with pytest.raises(TooFast) as refused:
        pace.check("some.method", tier, None)
    seconds.now += refused.value.seconds
    assert taken(pace, "some.method", tier) == most


def test_retry_after_is_a_whole_number_of_at_least_one(seconds: Seconds) -> None:
    pace = Pacing(paced=True)
    taken(pace, "chat.postMessage", 0, "C1")
    seconds.now += 0.9

    with pytest.raises(TooFast) as refused:
        pace.check("chat.postMessage", 0, "C1")

    assert refused.value.seconds == 1


def test_too_many_messages_are_answered_429_with_retry_after() -> None:
    with world(paced=True) as here:
        for number in range(3):
            here.post(text=str(number))
        with pytest.raises(SlackApiError) as refused:
            here.post(text="en för mycket")
        here.post("C0KOMMENT", text="en annan kanal")

        assert refused.value.response.status_code == 429
        assert refused.value.response["error"] == "ratelimited"
        assert refused.value.response.headers["retry-after"] == "1"
        assert len(here.messages("C0PLAN")) == 3
