"""What the comment desk keeps beside its first shape."""

from sqlite_utils import Database

from bot.store.migrations.steps import migrations, run


@migrations()
def m034_commentrest(db: Database) -> None:
    """Let waits be the team's, and remember who has not heard yet.

    `waits` are minutes with spaces between them, for they are only ever read whole; null while the
    usual ones count. `second_hours` is after how many office hours the question for a second person
    lapses. A row of `untold_lapses` is a claim that lapsed while its owner had quiet.

    `mentions_page` says that a comment names the page, which makes a reply one to us; what was read
    before is taken as if it did not, until it is read again.

    A row of `moderation_copies` is the picture of a comment as it was before something was done to
    the comment, in the one file that is backed up and that nobody else may read; or, with a code in
    `trouble`, that it could not be had.

    `blocks` has a row for each decision that somebody cannot write for a while. It has no name, only
    the page's id, hangs on a decision about a comment, and only people begin and end it, which checks
    hold.
    """
    run(
        db,
        "alter table policy add column waits text",
        """
        alter table lapsing add column second_hours integer not null default 8
            check (second_hours > 0)
        """,
        """
        create table untold_lapses (
            comment_id text not null references relays (comment_id),
            who text not null,
            primary key (comment_id, who)
        ) strict, without rowid
        """,
        "alter table comments add column mentions_page integer not null default 0",
        """
        create table moderation_copies (
            id integer primary key,
            moderation_id integer not null references moderation,
            taken_at text not null,
            kind text,
            fingerprint text,
            data blob,
            trouble text,
            check ((data is null) = (trouble is not null)),
            check ((data is null) = (fingerprint is null))
        ) strict
        """,
        "create index moderation_copies_of on moderation_copies (moderation_id)",
        """
        create table blocks (
            id integer primary key,
            case_id integer not null references moderation,
            comment_id text not null references relays (comment_id),
            person text not null,
            reason text not null check (reason <> ''),
            until text not null,
            who text not null check (who not in ('', 'lucka', 'facebook')),
            decided_at text not null,
            since text not null,
            next_at text not null,
            state text not null check (state in (
                'asked', 'declined', 'waiting', 'active', 'ending', 'ended', 'failed'
            )),
            second text check (second <> who or state = 'declined'),
            seconded_at text,
            ended_by text check (ended_by not in ('', 'lucka', 'facebook')),
            ended_at text,
            problem text,
            code text not null default ''
        ) strict
        """,
        """
        create unique index blocks_person on blocks (person)
        where state in ('asked', 'waiting', 'active', 'ending')
        """,
    )
