"""What a message, a command and a decision belong to; and when a message was last decided."""

from sqlite_utils import Database

from bot.store.migrations.steps import migrations, run


@migrations()
def m038_trails(db: Database) -> None:
    """Keep the id of the happening that led to a row (`bot.trail`), and the age of what waits.

    An id goes through the database, because what was kept before a kill is answered after it, in
    another process. It is of use to whoever reads the log, refers to no table, and is empty for
    what there was before. `decided_at` is when the newest state of a message was decided: the
    outbox's age is counted from there, for a message of last week that changed just now is not a
    week late. Where it is unknown, that is when the message was made.
    """
    run(
        db,
        "alter table outbox add column trail text not null default ''",
        "alter table outbox add column decided_at text",
        "alter table inbox add column trail text not null default ''",
        "alter table audit add column trail text not null default ''",
    )
