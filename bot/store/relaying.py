"""How much of comments Slack is told, and how the channels were found."""

from dataclasses import asdict
from datetime import datetime

from sqlite_utils import Database

from bot.domain.relaying import DEFAULT, ChannelState, Discretion, Exposure, Mode
from bot.store.db import instant, stamp


def setting(db: Database) -> Discretion:
    """Return what the team has decided, or the default."""
    row = db.execute("select usual, delicate from relaying").fetchone()
    return Discretion(Mode(row[0]), Mode(row[1])) if row else DEFAULT


def decide(db: Database, setting: Discretion) -> None:
    """Let *setting* be what the team has decided."""
    db.execute(
        "insert or replace into relaying (only, usual, delicate) values (1, ?, ?)",
        [setting.usual, setting.delicate],
    )


def channel(db: Database, channel: str) -> ChannelState | None:
    """Return how a channel was found, or None where nobody has looked yet."""
    row = next(iter(db.query("select * from relay_channels where channel = ?", [channel])), None)
    if row is None:
        return None
    return ChannelState(
        channel=row["channel"],
        exposure=Exposure(row["exposure"]),
        since=instant(row["since"]),
        looked_at=instant(row["looked_at"]),
        allowed=Exposure(row["allowed"]) if row["allowed"] else None,
        allowed_by=row["allowed_by"],
        reason=row["reason"],
    )


def save_channel(db: Database, state: ChannelState) -> None:
    """Store how a channel was found and what is allowed there."""
    values = asdict(state).items()
    db.execute(
        """
        insert or replace into relay_channels values (
            :channel, :exposure, :since, :looked_at, :allowed, :allowed_by, :reason
        )
        """,
        {name: stamp(it) if isinstance(it, datetime) else it for name, it in values},
    )


def without_place(db: Database, *, since: datetime | None = None) -> list[str]:
    """Return the comments that stand nowhere in Slack, and are not about to, oldest first.

    With *since*, of those that have come from then on.
    """
    rows = db.execute(
        """
        select comment_id from relays r join comments c on c.id = r.comment_id
        where relayed_at >= ? and c.disposal_id is null
          and not exists (select 1 from outbox where key = 'relay:' || r.comment_id)
          and not exists (select 1 from gathered g where g.comment_id = r.comment_id)
        order by relayed_at, comment_id
        """,
        [stamp(since) if since else ""],
    )
    return [row[0] for row in rows.fetchall()]
