"""Why somebody decided something: it says something, and fits its field."""

import pytest

from bot.domain.reasons import ReasonMissing, ReasonTooLong, reason


def test_a_reason_says_something_and_fits_its_field():
    assert reason("  gjort förra året\n") == "gjort förra året"
    for blank in ("", " ", " \u200b "):
        with pytest.raises(ReasonMissing):
            reason(blank)
    with pytest.raises(ReasonTooLong):
        reason("x" * 501)
