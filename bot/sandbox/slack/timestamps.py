"""Slack's ts: an instant with microseconds, and the id of a message in its channel."""

from datetime import UTC, datetime, timedelta

TICK = timedelta(microseconds=1)


def timestamp(moment: datetime) -> str:
    """Return the ts of an instant.

    >>> timestamp(datetime(2026, 11, 24, 8, 15, tzinfo=UTC))
    '1795508100.000000'
    """
    return f"{int(moment.timestamp() // 1)}.{moment.microsecond:06d}"


def instant(ts: str) -> datetime:
    """Return the instant of a ts.

    >>> instant("1795508100.000001").isoformat()
    '2026-11-24T08:15:00.000001+00:00'
    """
    seconds, _, micros = ts.partition(".")
    return datetime.fromtimestamp(int(seconds), UTC) + timedelta(microseconds=int(micros or 0))
