"""One run of a daily job."""

from dataclasses import dataclass
from datetime import date, datetime, time, timedelta, tzinfo

LATE = timedelta(minutes=10)
"""From here on a run is marked late."""


class JobTrouble(Exception):
    """A job cannot do its work for a reason that people can do something about.

    *kind* names the message in the catalogues; *detail* is a code. It is tried again.
    """

    def __init__(self, kind: str, detail: str = "") -> None:
        super().__init__(f"{kind} {detail}".strip())
        self.kind = kind
        self.detail = detail


@dataclass(frozen=True, slots=True)
class Due:
    """One run: for which local *day*, due when (*at*), and asked for when (*now*)."""

    day: date
    at: datetime
    now: datetime

    @property
    def late(self) -> bool:
        """Say whether the run comes noticeably after its time."""
        return self.now - self.at > LATE

    @property
    def key(self) -> str:
        """Return the ledger's key: the local date."""
        return self.day.isoformat()


def end_of(day: date, zone: tzinfo) -> datetime:
    """Return the instant at which the local *day* is over; a day has 23 to 25 hours."""
    return datetime.combine(day + timedelta(days=1), time(), zone)
