"""Urgent comments: what came of each flag, and the words that flag."""

from sqlite_utils import Database

from bot.store.migrations.steps import migrations, run


@migrations()
def m026_urgent(db: Database) -> None:
    """Keep every judgement, the team's own watch words, and which word was found where.

    A flag that is open stands in `relays`, and whom it was shown to in the audit log; a judgement
    is a row, because a comment can be flagged anew. `watch_words` has no row for a kind while the
    seed counts; the words are lists in JSON, for they are only ever read whole. A row of
    `watch_hits` is a word that was found in a comment, once, however often the comment is edited:
    from it follows how often a word was right.
    """
    run(
        db,
        """
        create table judgements (
            id integer primary key,
            comment_id text not null references comments (id),
            flagged_by text not null,
            flagged_at text not null,
            judged_by text not null,
            judged_at text not null,
            outcome text not null check (outcome in (
                'kept', 'answered', 'hidden', 'removed', 'reported', 'passed'
            )),
            reason text not null
        ) strict
        """,
        """
        create table watch_words (
            kind text primary key check (kind in ('danger', 'threat', 'hate', 'own')),
            words text not null,
            off text not null
        ) strict
        """,
        """
        create table watch_hits (
            comment_id text not null references comments (id),
            word text not null,
            kind text not null,
            at text not null,
            primary key (comment_id, word)
        ) strict, without rowid
        """,
        "create index judgements_of on judgements (comment_id)",
        "create index watch_hits_word on watch_hits (word)",
        "create index relays_flagged on relays (flagged_at) where flagged_by is not null",
    )
