"""What a post shows and needs, its siblings, and its history."""

from sqlite_utils import Database

from bot.domain.text import fingerprint
from bot.store.migrations.steps import migrations, run


@migrations()
def m012_lifecycle(db: Database) -> None:
    """Give posts a picture, persons, a decision, a watch, siblings, and a history.

    All but the history are columns of the post: they are read with it, and undone with it by the
    copy in `before`. `media` and `ruling` are JSON, because nothing asks the database for a part of
    them; '{}' is a post that shows nothing. `folded` is a hash of the text without its case and
    space, with an index, so that the same text twice is found without reading every post.
    `sibling` is the id of the post with which a group began.

    The history has its own table and is not read from the audit log: that one holds ids and no
    texts, while a history says what changed and why, and why is a text that people wrote. What was
    planned before this step begins with its planning; what was done to it since is not known.
    """
    run(
        db,
        "alter table posts add column media text not null default '{}'",
        "alter table posts add column ruling text",
        "alter table posts add column waived text not null default ''",
        "alter table posts add column watcher text",
        "alter table posts add column sibling integer references posts (id)",
        "alter table posts add column folded text",
        "create index posts_folded on posts (folded, outlet_id) where folded is not null",
        "create index posts_sibling on posts (sibling) where sibling is not null",
        """
        create table post_history (
            post_id integer not null references posts (id),
            revision integer not null,
            at text not null,
            who text,
            changes text not null,
            note text not null,
            primary key (post_id, revision)
        ) strict
        """,
        """
        insert into post_history (post_id, revision, at, who, changes, note)
        select id, 1, created_at, created_by, '{}', '' from posts
        """,
    )
    texts = db.execute("select id, text from posts").fetchall()
    marks = [(fingerprint(text), post_id) for post_id, text in texts]
    db.conn.executemany("update posts set folded = ? where id = ?", marks)
