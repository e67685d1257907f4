"""Who only reads, who leads for a time, and who may do what cannot be taken back."""

from sqlite_utils import Database

from bot.store.migrations.steps import migrations, run


@migrations()
def m033_roles(db: Database) -> None:
    """Make room for readers, keep who stands in for the lead, and the rights that differ.

    SQLite cannot change a check, so `team` is made anew with its rows. `stand_ins` goes from
    `start` up to but not including `end`. A right without a row in `rights` is as by default;
    `users` is a list in JSON, for it is only ever read whole.

    `page_facts` has what the team has settled in words of its own, by name; a row without a text
    is what it has decided not to have. What nobody has decided has no row.

    `setting_changes` has what a setting was `before` and is `after` a change, as plain values in
    JSON, for the way back; `said` is what the settings showed then. The audit log has that it
    was changed, by whom.
    """
    run(
        db,
        """
        create table team_new (
            user text primary key,
            role text not null check (role in ('lead', 'deputy', 'member', 'reader')),
            position integer not null
        ) strict
        """,
        "insert into team_new select user, role, position from team",
        "drop table team",
        "alter table team_new rename to team",
        "create unique index team_lead on team (role) where role = 'lead'",
        """
        create table stand_ins (
            id integer primary key,
            user text not null,
            start text not null,
            end text not null check (end > start)
        ) strict
        """,
        """
        create table rights (
            right text primary key check (right in ('remove', 'disclose', 'dispose')),
            level text not null check (level in ('leads', 'team')),
            users text not null
        ) strict
        """,
        """
        create table page_facts (
            name text primary key,
            text text not null
        ) strict
        """,
        """
        create table setting_changes (
            id integer primary key,
            at text not null,
            who text not null,
            name text not null,
            before text not null,
            after text not null,
            said text not null
        ) strict
        """,
        "create index setting_changes_of on setting_changes (name, id)",
    )
