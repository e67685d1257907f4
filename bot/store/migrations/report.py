"""What the pictures and tables that are asked for are about."""

from sqlite_utils import Database

from bot.store.migrations.steps import migrations, run


@migrations()
def m029_subjects(db: Database) -> None:
    """Say of each file that is asked for what it is about: the plan, or the figures of a period.

    Charts and tables go the way that pictures of the plan go already, from the wish to the message,
    and survive a kill in the same way; only what is made differs. Those that were asked for before
    are of the plan.
    """
    run(db, "alter table pictures add column subject text not null default 'plan'")
