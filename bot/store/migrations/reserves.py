"""Reserve posts, and which post was made anew of which."""

from sqlite_utils import Database

from bot.store.migrations.steps import migrations, run


@migrations()
def m018_reserves(db: Database) -> None:
    """Keep which ideas are ready-made posts, and what a new post was made of.

    A reserve is an idea whose note is the text of a post, with what the post shows beside it
    (`media`, as in `posts`): so planning it, cancelling it and undoing either work as for every
    idea, and "used" is not stored a second time. It has a table of its own because a few of many
    thousand ideas have it. `checked_at` is when somebody last looked it over. One that was taken
    out stays with `removed_at`, for undo.

    `reuses` says from which published post the text of another was taken.
    """
    run(
        db,
        """
        create table reserves (
            idea_id integer primary key references ideas (id),
            media text not null,
            checked_at text not null,
            removed_at text
        ) strict
        """,
        """
        create table reuses (
            post_id integer primary key references posts (id),
            source integer not null references posts (id)
        ) strict
        """,
        "create index reuses_source on reuses (source)",
    )
