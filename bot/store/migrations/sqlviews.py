"""What the views for other tools need."""

from sqlite_utils import Database

from bot.store.migrations.steps import migrations, run


@migrations()
def m032_local_times(db: Database) -> None:
    """Keep the team's offset from UTC, so that a view can tell local times.

    SQLite knows no time zone but the machine's, which is another one in a container or on a
    manager's computer. The bot writes the offsets of its own zone at start, one row for each time
    between two changes of the clock, half-open. The views themselves are no step: they are made
    anew whenever there is one (`bot.store.sqlviews`).
    """
    run(
        db,
        """
        create table utc_offsets (
            since text primary key,
            until text not null,
            seconds integer not null,
            check (since < until)
        ) strict
        """,
    )
