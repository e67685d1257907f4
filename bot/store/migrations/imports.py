"""What was read in from other calendars and from tables."""

from sqlite_utils import Database

from bot.store.migrations.steps import migrations, run


@migrations()
def m010_imports(db: Database) -> None:
    """Remember which event became which post, and what the two sides last agreed on.

    `imported` has a row for each event that was ever read. `key` is the event's own name (a digest
    of its UID, with the day of the occurrence), so that it becomes a post once; `thing` is what
    its occurrences have in common, for people are asked once about all of them. `agreed` is what
    the event said when it was last taken or turned down, `seen` what it says now (JSON; null where
    it is gone). They differ only where somebody has to decide. `followed` events come from the
    subscribed calendar; of others nobody can say that they are gone. `imports` has a row for each
    reading that made posts, so that it can be undone as a whole, and `import_asks` says which
    message about a thing is the newest (`round`) and whether it still waits for an answer.
    """
    run(
        db,
        """
        create table imports (
            id integer primary key,
            source text not null check (source in ('file', 'calendar')),
            at text not null,
            undone_at text
        ) strict
        """,
        """
        create table imported (
            id integer primary key,
            key text not null unique,
            thing text not null,
            import_id integer references imports (id),
            post_id integer references posts (id),
            followed integer not null,
            agreed text,
            seen text
        ) strict
        """,
        "create index imported_thing on imported (thing)",
        "create index imported_import on imported (import_id)",
        "create index imported_differing on imported (thing) where agreed is not seen",
        """
        create table import_asks (
            thing text primary key,
            round integer not null,
            open integer not null
        ) strict
        """,
    )
