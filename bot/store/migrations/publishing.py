"""Publishing on the page: what is allowed, and each decision with what became of it."""

from sqlite_utils import Database

from bot.store.migrations.steps import migrations, run


@migrations()
def m013_publishing(db: Database) -> None:
    """Keep the setting in one row, and a row for each decision to publish.

    A publication holds the words that were confirmed, not the post's: what goes out is what was
    seen. `tried_at` and `released_at` are written before the network is used, so that a crash
    leaves the question that must be asked of the page. The unique indexes hold what must never
    happen: two under way, or two out, of one post.
    """
    run(
        db,
        """
        create table publishing (
            only integer primary key check (only = 1),
            is_on integer not null,
            outlet_id integer references outlets,
            users text not null
        ) strict
        """,
        """
        create table publications (
            id integer primary key,
            post_id integer not null references posts,
            revision integer not null,
            outlet_id integer not null references outlets,
            text text not null,
            link text,
            who text not null,
            is_planned integer not null,
            due text not null,
            next_at text not null,
            state text not null check (state in (
                'waiting', 'created', 'released', 'published', 'failed', 'withdrawn'
            )),
            tries integer not null default 0,
            looks integer not null default 0,
            tried_at text,
            page_post_id text,
            released_at text,
            permalink text,
            problem text,
            code text not null default ''
        ) strict
        """,
        """
        create unique index publications_under_way on publications (post_id)
        where state in ('waiting', 'created', 'released')
        """,
        "create unique index publications_out on publications (post_id) where state = 'published'",
        "create index publications_of_post on publications (post_id, id)",
    )
