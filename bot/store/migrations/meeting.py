"""What a meeting's pack looks up."""

from sqlite_utils import Database

from bot.store.migrations.steps import migrations, run


@migrations()
def m015_meeting(db: Database) -> None:
    """Find the page's post behind the link of one in the plan, for the comments under it."""
    run(
        db,
        "create index page_posts_permalink on page_posts (permalink)",
        "create index posts_out on posts (outlet_id, day) where status = 'published'",
    )
