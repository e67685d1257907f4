"""What a decision that is carried out on the page belongs to."""

from sqlite_utils import Database

from bot.store.migrations.steps import migrations, run

TABLES = ("publications", "answers", "answer_changes", "moderation", "blocks")


@migrations()
def m041_writing(db: Database) -> None:
    """Keep with all that is to be done on the page the id of the happening that led to it.

    Between the click and the page lie another thread, the hour for which it was planned and perhaps
    a restart: as with what waits for Slack (`m038_trails`), the id goes through the database. It is
    that of the newest decision, for a post that is moved takes its publishing along.
    """
    run(db, *(f"alter table {table} add column trail text not null default ''" for table in TABLES))
