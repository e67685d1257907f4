"""Saying a message: no id and no value may be missing, and none is too long."""

import pytest

from bot.locales import Words


def test_a_long_value_is_said_whole():
    text = "å" * 20_000

    assert text in Words("sv")("lucka-unknown", text=text)


def test_what_is_not_known_or_not_given_is_a_mistake_in_the_code():
    with pytest.raises(LookupError, match="no-such-message"):
        Words("sv")("no-such-message")
    with pytest.raises(LookupError, match="lucka-unknown"):
        Words("sv")("lucka-unknown")
    with pytest.raises(ValueError, match="tlh"):
        Words("tlh")
