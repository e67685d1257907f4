"""Our own page as the others are counted, for each period that one of them was counted over."""

from datetime import datetime, time

from sqlite_utils import Database

from bot.deps import Deps
from bot.domain.peers import Ours, Peer, ours
from bot.domain.periods import Period
from bot.jobs import reports
from bot.store import peers


def gather(db: Database, deps: Deps, known: list[Peer], now: datetime) -> list[Ours]:
    """Return our own row for each period, the newest first; none where the page was not read."""
    periods = {peer.period for peer in known}
    found = (_ours(db, deps, period, now) for period in sorted(periods, key=_newest, reverse=True))
    return [each for each in found if each]


def _ours(db: Database, deps: Deps, period: Period, now: datetime) -> Ours | None:
    comments = reports.gather(db, deps, period, now).comments
    if comments is None or comments.seen_from:
        return None
    start, end = (
        datetime.combine(day, time(), deps.settings.timezone) for day in (period.start, period.end)
    )
    return ours(period, peers.own_posts(db, start, end), comments.now)


def _newest(period: Period) -> tuple[object, ...]:
    return period.end, period.start
