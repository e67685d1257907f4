"""The comment desk: how a comment may end, and what the page says later."""

from sqlite_utils import Database

from bot.store.migrations.steps import migrations, run


@migrations()
def m021_desk(db: Database) -> None:
    """Let a comment end in more ways than answered or handled.

    SQLite cannot change a check, so the table is made anew with all it holds. `promised` is open:
    the page has said that it will get back, at `promised_at`, and the final answer is awaited;
    `answer_id` is then the promise. `reason` is why no answer was needed, or why it was hidden or
    removed. Nothing is counted here: times are computed from the audit log.
    """
    run(
        db,
        """
        create table desk (
            comment_id text primary key references comments (id),
            state text not null check (state in (
                'new', 'claimed', 'promised', 'answered', 'handled', 'unneeded', 'hidden',
                'removed', 'gone'
            )),
            owner text,
            claimed_at text,
            promised_at text,
            flagged_by text,
            flagged_at text,
            praised_by text,
            praised_at text,
            closed_by text,
            closed_at text,
            reason text,
            answer_id text,
            relayed_at text not null,
            check ((state = 'promised') <= (promised_at is not null))
        ) strict
        """,
        """
        insert into desk (
            comment_id, state, owner, claimed_at, flagged_by, flagged_at, praised_by, praised_at,
            closed_by, closed_at, answer_id, relayed_at
        )
        select
            comment_id, state, owner, claimed_at, flagged_by, flagged_at, praised_by, praised_at,
            closed_by, closed_at, answer_id, relayed_at
        from relays
        """,
        "drop table relays",
        "alter table desk rename to relays",
        """
        create index relays_open on relays (owner)
        where state in ('new', 'claimed', 'promised')
        """,
    )
