"""What leaves the team: the page that a manager forwards, the weekly word, what units hear."""

from sqlite_utils import Database

from bot.store.migrations.steps import migrations, run


@migrations()
def m037_manager(db: Database) -> None:
    """Keep what people chose for the page that a manager forwards, a row each time it was made.

    The page itself is not kept: it is made from what is known when it is made. Praise is kept by
    its id alone, so that a comment that is disposed of takes its words along.

    `concerns` says which unit a comment concerns, in the team's own words, and goes with the
    comment. `concerns_told` is what came of a month's list: that a person sent it, and the unit's
    answer; it says nothing of single comments, and stays.

    `lesson_words` holds folded words as `idea_words` does; `marks` are the series and the tags of
    the post that a lesson is about, so that it is found by them too. A lesson that was dropped has
    no words there, and stays for undo.
    """
    run(
        db,
        """
        create table briefs (
            id integer primary key,
            period text not null,
            comment_id text references relays (comment_id) on delete set null,
            sentence text not null,
            who text not null,
            at text not null
        ) strict
        """,
        """
        create table concerns (
            comment_id text primary key references relays (comment_id) on delete cascade,
            unit_id integer not null references units (id),
            note text not null,
            who text not null,
            at text not null
        ) strict
        """,
        """
        create table concerns_told (
            unit_id integer not null references units (id),
            month text not null,
            sent_by text,
            sent_at text,
            answer text not null,
            primary key (unit_id, month)
        ) strict
        """,
        """
        create table lessons (
            id integer primary key,
            text text not null,
            post_id integer references posts,
            comment_id text references relays (comment_id) on delete set null,
            who text not null,
            at text not null,
            dropped_at text
        ) strict
        """,
        """
        create virtual table lesson_words using fts5 (
            words, marks, tokenize = 'ascii', prefix = '4 5 6'
        )
        """,
    )
