"""Looks at the page, and hints that there is something to look at."""

from sqlite_utils import Database

from bot.store.migrations.steps import migrations, run


@migrations()
def m025_hooks(db: Database) -> None:
    """Keep when the page was looked at, and which posts somebody hinted at.

    Looks in a row that brought nothing, or met the same trouble, are one row: a minute of silence
    needs none of its own. `kind` tells a look at the newest posts from the reading of one post,
    which says nothing of the others. `new` counts what was relayed, `trouble` names the message.

    A hint is a post in which something happened by Facebook's word: ids, never what was written,
    for a hint proves nothing. However many come for a post, they are one row until it is read;
    `times` tells a hint that came meanwhile.
    """
    run(
        db,
        """
        create table page_looks (
            id integer primary key,
            page_id text not null,
            kind text not null check (kind in ('page', 'post')),
            began_at text not null,
            ended_at text not null,
            looks integer not null,
            new integer not null,
            trouble text,
            detail text
        ) strict
        """,
        "create index page_looks_ended on page_looks (ended_at)",
        """
        create table page_hints (
            post_id text primary key,
            comment_id text,
            item text not null,
            verb text not null,
            hinted_at text not null,
            times integer not null
        ) strict
        """,
    )
