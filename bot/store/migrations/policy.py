"""What the team promises and watches, who watches when, and who was reminded of which comment."""

from sqlite_utils import Database

from bot.store.migrations.steps import migrations, run


@migrations()
def m020_policy(db: Database) -> None:
    """Keep the policy and the turns in a row each, exceptions by date, and the day's reminders.

    `policy` and `roster` have no row while the defaults count. Hours are written as the working
    calendar's are, `promise` as the domain writes it; `people` is a list in JSON, for it is only
    ever read whole. `comment_reminders` has one row a day, addressee and comment, so that nobody
    hears of the same comment twice on a day; the channel is the addressee ''.

    Measures have no table: they are computed from `comments` and the audit log. The indexes are
    theirs: a month's comments by time, the page's own replies by thread, and what was done to a
    comment without a look at the log's table itself.
    """
    run(
        db,
        """
        create table policy (
            only integer primary key check (only = 1),
            promise text not null,
            preset text not null check (preset in ('office', 'watch', 'crisis')),
            hours text not null,
            minutes integer
        ) strict
        """,
        """
        create table roster (
            only integer primary key check (only = 1),
            anchor text not null,
            people text not null
        ) strict
        """,
        "create table roster_swaps (day text primary key, user text not null) strict",
        """
        create table comment_reminders (
            day text not null,
            who text not null,
            comment_id text not null references comments (id),
            step text not null check (step in ('owner', 'channel', 'lead')),
            primary key (day, who, comment_id)
        ) strict
        """,
        "create index comment_reminders_of on comment_reminders (comment_id)",
        "create index comments_time on comments (created_at)",
        "create index comments_own on comments (parent_id, created_at) where from_page",
        "create index audit_comments on audit (subject, act, at) where act glob 'comment.*'",
    )
