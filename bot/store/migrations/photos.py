"""Pictures that go out with a post."""

from sqlite_utils import Database

from bot.store.migrations.steps import migrations, run


@migrations()
def m028_photos(db: Database) -> None:
    """Keep with a publication which pictures go out with it, and what the page calls each.

    JSON, because they are read and written with their publication and never asked for alone. A
    post's own pictures stand in its `media` (step m012), so that undoing and the history take them
    along. Both hold Slack's file id and the words; the picture itself stays in Slack. Here it would
    make every copy of the database many times as large, would have to be deleted when somebody
    withdraws their consent, and would go on in our backups after that. If Slack has it no more when
    it is to go out, that is told, and nothing goes out without it.
    """
    run(db, "alter table publications add column pictures text not null default '[]'")
