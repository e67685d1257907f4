"""Answering as the page: what is allowed, each answer with what became of it, and ready texts."""

from sqlite_utils import Database

from bot.store.migrations.steps import migrations, run


@migrations()
def m023_answers(db: Database) -> None:
    """Keep the setting in one row, a row for each answer, and one for each change of one.

    An answer holds the words that were confirmed, and under what they go (`target_id`: the thread,
    for a reply to a reply goes there). `tried_at` is written before the network is used, so that a
    crash leaves the question that must be asked of the page; `page_id` is the reply that came of
    it. The unique indexes hold what must never happen: two on their way for one comment, and one
    reply of the page that stands for two answers.

    Saved replies and the places to which people are led are both texts to start from: one table.
    What is deleted keeps its row, for the way back and for the log.
    """
    run(
        db,
        """
        create table answering (
            only integer primary key check (only = 1),
            is_on integer not null,
            users text not null,
            signature text not null
        ) strict
        """,
        """
        create table replies (
            id integer primary key,
            kind text not null check (kind in ('reply', 'route')),
            name text not null,
            text text not null,
            link text,
            owner text,
            review_on text,
            deleted_at text
        ) strict
        """,
        """
        create table answers (
            id integer primary key,
            comment_id text not null references comments (id),
            target_id text not null,
            kind text not null check (kind in ('answer', 'promise')),
            route_id integer references replies,
            text text not null,
            who text not null,
            known text not null,
            decided_at text not null,
            next_at text not null,
            state text not null check (state in ('waiting', 'sent', 'failed', 'deleted')),
            looks integer not null default 0,
            tried_at text,
            page_id text,
            sent_at text,
            problem text,
            code text not null default ''
        ) strict
        """,
        "create unique index answers_under_way on answers (comment_id) where state = 'waiting'",
        "create unique index answers_out on answers (page_id) where page_id is not null",
        "create index answers_in_thread on answers (target_id)",
        """
        create table answer_changes (
            id integer primary key,
            answer_id integer not null references answers,
            act text not null check (act in ('edit', 'delete')),
            text text not null,
            who text not null,
            decided_at text not null,
            next_at text not null,
            state text not null check (state in ('waiting', 'done', 'failed')),
            tries integer not null default 0,
            tried_at text,
            problem text,
            code text not null default ''
        ) strict
        """,
        """
        create unique index answer_changes_under_way on answer_changes (answer_id)
        where state = 'waiting'
        """,
    )
