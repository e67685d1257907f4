"""Disposal: what is allowed, what stops it, what was listed and decided, and what is left."""

from sqlite_utils import Database

from bot.store.migrations.steps import migrations, run


@migrations()
def m031_disposal(db: Database) -> None:
    """Keep the decisions, the holds, each list with what became of it, and a mark on what is empty.

    What is disposed of keeps its row: `disposal_id` says by which disposal it lost its words. The
    row is its own tombstone, so that a comment that still stands on the page is not new, an event
    or a series does not make its post again, and the figures of a month stay as they were.

    `disposal_rules` has no row for a class that is off. A hold that was lifted stays, for the log.
    `handed_over` is a person's word that the archive or the registrar has a comment. `disposals`
    holds counts and the decision in the words it had, never content; `disposing` is what a person
    has decided to dispose of and what is still to be done, so that a crash loses nothing: rows leave
    it in the transaction that empties them. `at` is how far its messages have been looked through.
    """
    run(
        db,
        """
        create table disposal_rules (
            class text primary key check (class in ('routine', 'kept', 'working', 'copies')),
            decision text not null check (decision <> ''),
            decided_on text not null,
            amount integer not null check (amount > 0),
            unit text not null check (unit in ('days', 'months'))
        ) strict
        """,
        """
        create table holds (
            id integer primary key,
            scope text not null check (scope in ('all', 'post', 'period', 'comment')),
            subject text,
            start text,
            end text,
            reason text not null check (reason <> ''),
            set_by text not null,
            set_at text not null,
            lifted_by text,
            lifted_at text,
            check ((scope in ('post', 'comment')) = (subject is not null)),
            check ((scope = 'period') = (start is not null) and (start is null) = (end is null)),
            check (start < end)
        ) strict
        """,
        """
        create table handed_over (
            comment_id text primary key references comments (id),
            who text not null,
            at text not null
        ) strict
        """,
        """
        create table disposals (
            id integer primary key,
            class text not null,
            decision text not null,
            decided_on text not null,
            amount integer not null,
            unit text not null,
            cutoff text not null,
            count integer not null,
            held integer not null,
            first text,
            last text,
            listed_at text not null,
            message text not null,
            state text not null check (state in (
                'listed', 'declined', 'decided', 'copies', 'running', 'cleaning', 'done'
            )),
            who text,
            decided_at text,
            at integer not null default 0,
            disposed integer not null default 0,
            skipped integer not null default 0,
            copies integer not null default 0,
            finished_at text
        ) strict
        """,
        "create index disposals_message on disposals (message)",
        """
        create table disposing (
            disposal_id integer not null references disposals (id),
            kind text not null check (kind in ('comment', 'idea', 'post', 'message')),
            item text not null,
            primary key (disposal_id, kind, item)
        ) strict, without rowid
        """,
        "create index if not exists answers_of on answers (comment_id)",
        "create index if not exists moderation_of on moderation (comment_id)",
        "alter table comments add column disposal_id integer references disposals (id)",
        "alter table ideas add column disposal_id integer references disposals (id)",
        "alter table posts add column disposal_id integer references disposals (id)",
    )
