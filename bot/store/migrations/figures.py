"""What the figures stand on beside the audit log: what people say with one tap, and what was feared."""

from sqlite_utils import Database

from bot.store.migrations.steps import migrations, run


@migrations()
def m036_figures(db: Database) -> None:
    """Keep what a comment was and how long it took, and what the team feared.

    `comment_tags` holds the last word of the team about a comment; who said it, and what was said
    before, stands in the audit log. Nothing but a person's tap ever writes it. How long it took is
    one of three words, never minutes: nobody measured.

    There is one row of `fears`, written before there were figures: `written_at` stays when the
    words are corrected, and `changed_at` says that they were.

    `post_counts` has a row for each day on which a post of the page was counted. A count that is
    null was not told that day, which is not none.

    A row of `goals` is what was last put to the team about one thing, and what it said. The
    switches have a row once somebody has turned one.

    `peers` are other pages as people counted them; nothing else ever writes there. `period` is the
    code of a period. One that is taken away stays, so that it can come back.
    """
    run(
        db,
        """
        create table comment_tags (
            comment_id text primary key references relays (comment_id),
            tag text check (tag in ('critical', 'question', 'praise', 'other')),
            effort text check (effort in ('short', 'middle', 'long'))
        ) strict
        """,
        """
        create table fears (
            only integer primary key check (only = 1),
            criticism text not null,
            time text not null,
            written_at text not null,
            changed_at text
        ) strict
        """,
        """
        create table post_counts (
            page_post_id text not null references page_posts (id),
            day text not null,
            reactions integer,
            comments integer not null,
            shares integer,
            views integer,
            primary key (page_post_id, day)
        ) strict, without rowid
        """,
        """
        create table goals (
            aim text primary key check (aim in ('within', 'rate', 'runway')),
            own integer not null,
            proposed integer not null,
            proposed_on text not null,
            state text not null check (state in ('proposed', 'accepted', 'declined')),
            target integer check ((state = 'accepted') = (target is not null))
        ) strict
        """,
        """
        create table figure_switches (
            only integer primary key check (only = 1),
            goals integer not null check (goals in (0, 1)),
            milestones integer not null check (milestones in (0, 1))
        ) strict
        """,
        """
        create table peers (
            id integer primary key,
            name text not null,
            period text not null,
            followers integer,
            posts integer,
            comments integer,
            answered integer check (answered <= comments),
            median_minutes integer,
            counted_on text not null,
            counted_by text not null,
            how text not null,
            removed_at text
        ) strict
        """,
    )
