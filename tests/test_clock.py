"""The clock: the machine's, unless a file steers it."""

from datetime import UTC, datetime, timedelta

import pytest

from bot.clock import Clock


def test_without_a_file_it_is_the_machines_clock():
    assert abs(Clock().now() - datetime.now(UTC)) < timedelta(seconds=5)


def test_a_clock_without_a_file_cannot_be_steered():
    with pytest.raises(ValueError, match="steered"):
        Clock().steer(60)


def test_every_clock_on_the_same_file_is_steered(tmp_path):
    ours, theirs = Clock(tmp_path / "new" / "clock"), Clock(tmp_path / "new" / "clock")

    assert abs(theirs.now() - datetime.now(UTC)) < timedelta(seconds=5)
    ours.steer(3600)
    ours.steer(86_400)

    assert timedelta(hours=24.9) < theirs.now() - datetime.now(UTC) < timedelta(hours=25.1)


@pytest.mark.parametrize("text", ["nonsense", "nan", "inf", "1e30", "å"])
def test_a_steering_that_is_none_leaves_the_clock_where_it_was(tmp_path, text):
    file = tmp_path / "clock"
    clock = Clock(file)
    clock.steer(3600)
    assert clock.now() > datetime.now(UTC) + timedelta(minutes=59)

    file.write_bytes(text.encode())

    assert clock.now() > datetime.now(UTC) + timedelta(minutes=59)
