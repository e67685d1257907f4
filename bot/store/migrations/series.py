"""Series and what has become of their dates."""

from sqlite_utils import Database

from bot.store.migrations.steps import migrations, run


@migrations()
def m014_series(db: Database) -> None:
    """Keep a series as its pattern; its dates follow from that and have no table.

    What is stored of a date is the exception: `occurrences` has a row once a post was made for it,
    or once somebody skipped it (`post_id` is null). The key is the series and the date of the rule,
    so that whatever runs twice makes one post, and a moved post stays that date's. `revision` is
    the post's after the series last wrote it: a post that has another one belongs to whoever
    changed it. `withdrawn` tells what the series took back from what a person cancelled.
    """
    run(
        db,
        """
        create table series (
            id integer primary key,
            name text not null,
            outlet_id integer not null references outlets (id),
            rule text not null,
            shift integer not null,
            at text not null,
            first text not null,
            last text,
            owners text not null,
            title text not null,
            text text not null,
            on_free_days integer not null,
            made_by text not null,
            made_at text not null,
            ended_at text,
            revision integer not null
        ) strict
        """,
        """
        create table occurrences (
            series_id integer not null references series (id),
            day text not null,
            post_id integer unique references posts (id),
            revision integer not null,
            withdrawn integer not null,
            primary key (series_id, day)
        ) strict
        """,
    )
