"""Whom a reminder goes to, how near a gap must be for it, and when people have quiet."""

from sqlite_utils import Database

from bot.store.migrations.steps import migrations, run


@migrations()
def m016_nags(db: Database) -> None:
    """Give each gap of a day's nag its addressee, and keep what people have set about reminders.

    `nagged` has one row a day and slot, so that nobody can be asked the same thing twice on a day;
    without `who` it was asked in the plan's channel. `tone` is kept, because it was decided in the
    morning and the message is written anew all day. `nag_levels` has one row, or none while the
    defaults count. Absences are half-open. `own_hours` is written as the working calendar's are; a
    weekday without hours is no row, and a person without rows follows the team.
    """
    run(
        db,
        "alter table nagged add column who text",
        "alter table nagged add column tone text not null default 'gentle'",
        """
        create table nag_levels (
            only integer primary key check (only = 1),
            person integer not null,
            team integer not null,
            listed integer not null,
            reach text not null check (reach in ('people', 'channel', 'off')),
            rising integer not null
        ) strict
        """,
        """
        create table weekday_owners (
            weekday integer primary key check (weekday between 1 and 7),
            user text not null
        ) strict
        """,
        """
        create table absences (
            id integer primary key,
            user text not null,
            start text not null,
            end text not null,
            check (start < end)
        ) strict
        """,
        """
        create table own_hours (
            user text not null,
            weekday integer not null check (weekday between 1 and 7),
            hours text not null,
            primary key (user, weekday)
        ) strict
        """,
    )
