"""Who has a comment, and for how long."""

from sqlite_utils import Database

from bot.store.migrations.steps import migrations, run


@migrations()
def m024_claims(db: Database) -> None:
    """Remember after how many office hours a claim lapses, and which reactions we know to stand.

    `hours` is null where claims never lapse; without a row the default counts. A row of
    `reactions` is an emoji that means something and that we were told of, or have seen, at `at`:
    what Slack shows beyond them was missed, and so was the taking back of what it shows no more.
    """
    run(
        db,
        """
        create table lapsing (
            only integer primary key check (only = 1),
            hours integer check (hours > 0)
        ) strict
        """,
        """
        create table reactions (
            comment_id text not null references comments (id),
            user text not null,
            emoji text not null,
            at text not null,
            primary key (comment_id, user, emoji)
        ) strict, without rowid
        """,
    )
