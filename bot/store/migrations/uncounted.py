"""Which comments are no resident's, and do not count."""

from sqlite_utils import Database

from bot.store.migrations.steps import migrations, run


@migrations()
def m047_uncounted(db: Database) -> None:
    """Keep who left a comment out of the figures, as a colleague's or a test, and since when.

    It is said of each comment, and of nobody who writes them: there are no lists of people who
    comment. That a comment does not count is apart from where it stands, for the page may have
    answered it before somebody says so.
    """
    run(
        db,
        "alter table relays add column uncounted_by text",
        "alter table relays add column uncounted_at text",
    )
