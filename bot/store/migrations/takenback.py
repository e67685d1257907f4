"""Reactions that were taken back: known, so that a late word of them changes nothing."""

from sqlite_utils import Database

from bot.store.migrations.steps import migrations, run


@migrations()
def m039_takenback(db: Database) -> None:
    """Keep a reaction that was taken back, as of when.

    Slack may tell that one was added after it told that it was taken back. Whoever only forgot it
    would believe that it stands, and give a comment to somebody who does not want it.
    """
    run(
        db,
        "alter table reactions add column stands integer not null default 1 check (stands in (0, 1))",
    )
