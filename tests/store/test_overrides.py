"""How often something was let pass, by local month."""

from datetime import UTC, date, datetime
from zoneinfo import ZoneInfo

from bot.domain.months import Month
from bot.store import ledger, overrides

ZONE = ZoneInfo("Europe/Stockholm")


def test_overrides_are_counted_by_the_local_month_in_which_they_were_made(db):
    for act, at in (
        ("post.ready_overridden", datetime(2026, 10, 31, 22, 59, tzinfo=UTC)),
        ("post.ready_overridden", datetime(2026, 10, 31, 23, 1, tzinfo=UTC)),
        ("post.ready_overridden", datetime(2026, 11, 24, 7, 30, tzinfo=UTC)),
        ("post.ready", datetime(2026, 11, 24, 7, 31, tzinfo=UTC)),
        ("post.ready_overridden", datetime(2026, 11, 30, 23, 0, tzinfo=UTC)),
    ):
        ledger.record(db, "U1", act, "post:1", now=at)

    found = overrides.by_month(db, date(2026, 10, 1), date(2026, 12, 1), zone=ZONE)
    assert found == {Month(2026, 10): 1, Month(2026, 11): 2}
    assert overrides.by_month(db, date(2026, 12, 1), date(2026, 12, 1), zone=ZONE) == {}
