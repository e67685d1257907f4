"""What the plan desk still lacked: one answer to many differences, undone in parts."""

from sqlite_utils import Database

from bot.store.migrations.steps import migrations, run


@migrations()
def m035_planrest(db: Database) -> None:
    """Keep the one question about many differences, and what its answer did to each event.

    `import_sweeps` has a row for each message that gathers differences: `asked` until somebody
    answers or it is `over`, then `working` through them in short transactions, `done`, perhaps
    `undoing` and `undone`; `mark` tells its question from another one. `import_swept` has a row
    for each event that an answer is about: `agreed`, `seen` and `post_id` as they were in
    `imported` at the answer, so that what has changed since is passed by and what was done can be
    undone; `revision` is the post's after it. `undoing` of a reading says who undoes it while that
    goes on, and `undone_posts` how many posts are out of the plan by it.

    `posts.pair` says whether a post needs two persons, and who wants that: the post (`own`) or its
    `outlet`, which has the same wish in `outlets.pair`. `second` is who has said yes.

    `series.before` is what a series said before its last change (JSON), so that this can be undone.
    """
    run(
        db,
        """
        create table import_sweeps (
            id integer primary key,
            state text not null
                check (state in ('asked', 'over', 'working', 'done', 'undoing', 'undone')),
            mark text not null,
            asked_at text not null,
            take integer,
            who text
        ) strict
        """,
        "create index import_sweeps_state on import_sweeps (state)",
        """
        create table import_swept (
            sweep_id integer not null references import_sweeps (id),
            key text not null,
            state text not null check (state in ('waiting', 'done', 'passed', 'undone', 'kept')),
            agreed text,
            seen text,
            post_id integer references posts (id),
            made integer references posts (id),
            revision integer,
            primary key (sweep_id, key)
        ) strict
        """,
        "create index import_swept_state on import_swept (sweep_id, state)",
        "alter table imports add column undoing text",
        "alter table imports add column undone_posts integer not null default 0",
        "create index imports_undoing on imports (id) where undoing is not null",
        "alter table posts add column pair text not null default ''",
        "alter table posts add column second text",
        "alter table outlets add column pair integer not null default 0",
        "alter table series add column before text",
        "create index import_asks_open on import_asks (thing) where open",
    )
