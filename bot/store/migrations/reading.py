"""Reading the page: what was said before, what is gone, how far it has been read."""

from sqlite_utils import Database

from bot.store.migrations.steps import migrations, run


@migrations()
def m022_reading(db: Database) -> None:
    """Keep what a comment said before, when it went, and how far each post has been read.

    A version is a text that stands there no more; `replaced_at` is when that was seen, for the
    page tells no time of an edit. `gone_at` stands beside what the page said last: a comment that
    comes to light again is the same comment. `updated_at` of a post is the page's own mark up to
    which its comments are read, `swept_at` when they were last read to the end: the nightly sweep
    goes on where it stopped.

    `suggested` is who had the thread in which somebody writes again. A message with a `thread`
    stands under the message of that key, and waits for it.
    """
    run(
        db,
        """
        create table comment_versions (
            comment_id text not null references comments (id),
            number integer not null,
            text text not null,
            replaced_at text not null,
            primary key (comment_id, number)
        ) strict
        """,
        "alter table comments add column gone_at text",
        "alter table page_posts add column updated_at text",
        "alter table page_posts add column swept_at text",
        "alter table relays add column suggested text",
        "alter table outbox add column thread text",
        "create index page_posts_created on page_posts (created_at)",
    )
