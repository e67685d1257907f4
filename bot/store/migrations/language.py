"""Which language the bot speaks."""

from sqlite_utils import Database

from bot.store.migrations.steps import migrations, run


@migrations()
def m044_language(db: Database) -> None:
    """Keep which language the team has chosen.

    One row at the most: while there is none, the language is the one that the bot was started with.
    """
    run(
        db,
        """
        create table language (
            only integer primary key check (only = 1),
            language text not null check (language in ('sv', 'en'))
        ) strict
        """,
    )
