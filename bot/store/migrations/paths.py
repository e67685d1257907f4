"""Ways to few rows of large tables, for what is asked every minute."""

from sqlite_utils import Database

from bot.store.migrations.steps import migrations, run


@migrations()
def m040_paths(db: Database) -> None:
    """Index what was found by going through a whole table.

    These are: what of the outbox is dead, which health asks; which posts of the page have moved
    lately, which the nightly sweep asks; and which comment an answer of ours has answered. The
    first and the last are for few rows of many, and hold only these.
    """
    run(
        db,
        "create index outbox_dead on outbox (error) where state = 'dead'",
        "create index page_posts_updated on page_posts (updated_at)",
        "create index relays_answer on relays (answer_id) where answer_id is not null",
    )
