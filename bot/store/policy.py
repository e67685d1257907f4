"""What the team promises about answers, and what it watches."""

from sqlite_utils import Database

from bot.domain.policy import Policy, Preset, read_promise
from bot.store.calendar import read_hours, write_hours


def load(db: Database) -> Policy:
    """Return the policy as it is set; the default where nothing is."""
    row = db.execute("select promise, preset, hours, minutes, waits from policy").fetchone()
    if row is None:
        return Policy()
    promise, preset, hours, minutes, waits = row
    own_waits = tuple(map(int, (waits or "").split()))
    return Policy(read_promise(promise), Preset(preset), read_hours(hours), minutes, own_waits)


def save(db: Database, policy: Policy) -> None:
    """Let *policy* be what counts."""
    db.execute(
        """
        insert or replace into policy (only, promise, preset, hours, minutes, waits)
        values (1, ?, ?, ?, ?, ?)
        """,
        [
            policy.promise.code,
            policy.preset,
            write_hours(policy.own_hours),
            policy.own_minutes,
            " ".join(map(str, policy.own_waits)) or None,
        ],
    )
