"""The year wheel."""

from sqlite_utils import Database

from bot.store.migrations.steps import migrations, run


@migrations()
def m017_year_wheel(db: Database) -> None:
    """Keep theme days, and which of them became an idea in which year.

    `code` is the time of the year as `bot.domain.yearly` writes it, for a rule, a week and a month
    are of different shapes and are only ever read whole; `lead` is in days. `name` is the folded
    label, which is unique among those that are in the wheel, so that a table that is read in again
    changes what is there. What was removed stays, for undo and so that no year's idea is made
    twice: `wheel_ideas` says which were made, and outlives the idea's being dropped.
    """
    run(
        db,
        """
        create table wheel_items (
            id integer primary key,
            label text not null,
            name text not null,
            code text not null,
            lead integer not null check (lead >= 0),
            outlet_id integer references outlets (id),
            tags text not null,
            note text not null,
            removed_at text
        ) strict
        """,
        "create unique index wheel_name on wheel_items (name) where removed_at is null",
        """
        create table wheel_ideas (
            item_id integer not null references wheel_items (id),
            year integer not null,
            idea_id integer not null references ideas (id),
            primary key (item_id, year)
        ) strict
        """,
    )
