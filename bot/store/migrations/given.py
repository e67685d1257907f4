"""Files that people give the bot in a form."""

from sqlite_utils import Database

from bot.store.migrations.steps import migrations, run


@migrations()
def m042_given_files(db: Database) -> None:
    """Keep which file somebody gave, for what, and where they want to hear of it.

    A file is fetched after its form was closed, for Slack waits three seconds only; a row is what
    is still to be fetched, and survives a kill. `text` is what a file of settings says, kept until
    somebody decides whether it counts, for two days at most: the file itself may be gone by then.
    A number is never given twice: it stands in buttons that outlive the row.
    """
    run(
        db,
        """
        create table given_files (
            id integer primary key autoincrement,
            purpose text not null check (purpose in ('settings', 'peers')),
            file text not null,
            name text not null,
            who text not null,
            place text,
            given_at text not null,
            text text
        ) strict
        """,
    )
