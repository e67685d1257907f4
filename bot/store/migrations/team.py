"""Who is who in the team."""

from sqlite_utils import Database

from bot.store.migrations.steps import migrations, run


@migrations()
def m007_team(db: Database) -> None:
    """Name the lead, the deputies and the colleagues; one role a person, in the order given."""
    run(
        db,
        """
        create table team (
            user text primary key,
            role text not null check (role in ('lead', 'deputy', 'member')),
            position integer not null
        ) strict
        """,
        "create unique index team_lead on team (role) where role = 'lead'",
    )
