"""Hiding and removing what residents wrote, and passing on their praise."""

from sqlite_utils import Database

from bot.store.migrations.steps import migrations, run


@migrations()
def m027_moderation(db: Database) -> None:
    """Keep the rules, a row for each decision against a rule, what was saved first, and praise.

    A decision holds the rule in the words it had (`rule`, `kind`): rules are archived, never
    deleted, but may be changed. `rule_id` is null for a reason that the list does not have, which
    then stands in `words`. `fingerprint` tells whether the comment still says what was judged.
    `tried_at` is written before the network is used, so that a crash leaves a question that is
    asked of the page. The bot decides nothing, which a check holds. One decision may be under way
    for a comment.

    A snapshot is all that was known at the moment of a decision, also what other tables may lose
    later; `versions` and `slack` are JSON.
    """
    run(
        db,
        """
        create table comment_rules (
            id integer primary key,
            text text not null,
            kind text not null check (kind in ('law', 'page')),
            archived_at text
        ) strict
        """,
        """
        create table moderation (
            id integer primary key,
            comment_id text not null references relays (comment_id),
            deed text not null check (deed in ('hide', 'remove')),
            rule_id integer references comment_rules,
            rule text not null,
            kind text not null check (kind in ('law', 'page')),
            words text not null,
            fingerprint integer not null,
            who text not null check (who not in ('', 'lucka', 'facebook')),
            decided_at text not null,
            since text not null,
            next_at text not null,
            state text not null check (state in (
                'asked', 'declined', 'waiting', 'done', 'failed', 'undoing', 'undone'
            )),
            second text check (second <> who or state = 'declined'),
            seconded_at text,
            reviewed_by text check (reviewed_by <> who),
            reviewed_at text,
            tried_at text,
            done_at text,
            undone_by text,
            problem text,
            code text not null default ''
        ) strict
        """,
        """
        create unique index moderation_under_way on moderation (comment_id)
        where state in ('asked', 'waiting', 'undoing')
        """,
        "create index moderation_at on moderation (decided_at)",
        """
        create table moderation_snapshots (
            id integer primary key,
            moderation_id integer not null references moderation,
            taken_at text not null,
            comment_id text not null,
            post_id text not null,
            parent_id text,
            author_id text,
            author_name text,
            text text not null,
            created_at text not null,
            permalink text,
            attachment text,
            is_hidden integer not null,
            versions text not null,
            slack text not null
        ) strict
        """,
        """
        create table units (
            id integer primary key,
            name text not null,
            contact text not null,
            archived_at text
        ) strict
        """,
        """
        create table praise (
            comment_id text primary key references relays (comment_id),
            unit text not null,
            contact text not null,
            note text not null,
            has_consent integer not null,
            noted_by text not null,
            noted_at text not null,
            passed_by text,
            passed_at text
        ) strict
        """,
        "create index relays_praised on relays (praised_at) where praised_at is not null",
    )
