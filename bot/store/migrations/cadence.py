"""When each outlet wants posts, and when people are at work."""

from sqlite_utils import Database

from bot.store.migrations.steps import migrations, run


@migrations()
def m008_cadence(db: Database) -> None:
    """Several cadences an outlet, pauses, single dates; and what was chosen of the calendar.

    Nothing that people set is deleted: `removed_at` hides it, so that a removal can be undone.
    `exceptions` adds a slot to a date (`extra`) or takes those of a date away (`skip`; without a
    time, all of them). A retired outlet keeps its row, because its posts refer to it. The columns
    `rule` and `at` of outlets are emptied and stay: a check of the table names them, so that SQLite
    could drop them only with the table, to which five others refer.

    `working_calendar` holds choices of four kinds, each by a key of its own: `hours` of a weekday
    (1 to 7), the end of a `half` day, a klämdag that is free (`squeeze`, or the key `all`), and an
    `own` free day with its name. What is not chosen has no row.
    """
    run(
        db,
        "alter table outlets add column retired_at text",
        """
        create table cadences (
            id integer primary key,
            outlet_id integer not null references outlets (id),
            rule text not null,
            at text not null,
            later integer not null check (later in (0, 1)),
            removed_at text
        ) strict
        """,
        """
        create table exceptions (
            id integer primary key,
            outlet_id integer not null references outlets (id),
            kind text not null check (kind in ('extra', 'skip')),
            day text not null,
            at text,
            removed_at text,
            check (kind = 'skip' or at is not null)
        ) strict
        """,
        """
        create table pauses (
            id integer primary key,
            outlet_id integer not null references outlets (id),
            name text not null,
            start text not null,
            end text not null,
            removed_at text,
            check (start < end)
        ) strict
        """,
        """
        create table working_calendar (
            kind text not null check (kind in ('hours', 'half', 'squeeze', 'own')),
            key text not null,
            value text not null,
            primary key (kind, key)
        ) strict
        """,
        """
        insert into cadences (outlet_id, rule, at, later)
        select id, rule, at, 0 from outlets where rule is not null order by id
        """,
        "update outlets set rule = null, at = null",
    )
