"""How much Slack is told of comments, where, and what is gathered while there are too many."""

from sqlite_utils import Database

from bot.store.migrations.steps import migrations, run


@migrations()
def m019_relaying(db: Database) -> None:
    """Keep the setting in one row, how channels were found, and which comments stand together.

    `relay_channels` has a row for each channel that was looked at: a permission belongs to the
    channel it was given for, and to the kind of exposure (`allowed`). A comment in `gathered` has
    its place in the message of that storm and no message of its own; it is the one or the other,
    never both. `taken_out` counts those that got their own later. An outbox row with `ahead` is
    posted before all others that wait for its channel: an urgent comment does not queue.
    """
    run(
        db,
        """
        create table relaying (
            only integer primary key check (only = 1),
            usual text not null check (usual in ('full', 'excerpt', 'link')),
            delicate text not null check (delicate in ('full', 'excerpt', 'link'))
        ) strict
        """,
        """
        create table relay_channels (
            channel text primary key,
            exposure text not null check (exposure in ('private', 'public', 'shared')),
            since text not null,
            looked_at text not null,
            allowed text check (allowed in ('public', 'shared')),
            allowed_by text,
            reason text not null
        ) strict
        """,
        """
        create table storms (
            id integer primary key,
            post_id text not null references page_posts (id),
            began_at text not null,
            ended_at text,
            taken_out integer not null default 0
        ) strict
        """,
        "create unique index storms_now on storms (post_id) where ended_at is null",
        """
        create table gathered (
            comment_id text primary key references relays (comment_id),
            storm_id integer not null references storms (id)
        ) strict
        """,
        "create index gathered_storm on gathered (storm_id)",
        "create index relays_at on relays (relayed_at)",
        "alter table outbox add column ahead integer not null default 0",
    )
