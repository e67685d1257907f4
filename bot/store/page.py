"""What the page says: its posts and the comments on them, and nothing of what the team decided.

A reading that brings nothing new writes nothing.
"""

import json
from collections.abc import Collection, Iterable, Mapping
from dataclasses import asdict, dataclass, replace
from datetime import datetime
from typing import Any

from sqlite_utils import Database

from bot.domain.comments import Place
from bot.domain.page import PageComment, PagePost, merged
from bot.store import vanished, versions
from bot.store.db import instant, stamp

POSTS_KNOWN = 40
"""How many of the newest posts are remembered comment by comment; a round reads 25."""


@dataclass(frozen=True, slots=True)
class Kept:
    """What a reading changed: ids of new comments, of changed ones, and of changed posts.

    Of the changed ones, `edited` say something else, `hidden` and `shown` are so now. `back` were
    gone and are there again, `gone` went.
    """

    new: tuple[str, ...]
    changed: tuple[str, ...]
    posts: tuple[str, ...]
    edited: tuple[str, ...] = ()
    hidden: tuple[str, ...] = ()
    shown: tuple[str, ...] = ()
    back: tuple[str, ...] = ()
    gone: tuple[str, ...] = ()

    def __bool__(self) -> bool:
        """Say whether there was anything new at all."""
        return bool(self.new or self.posts or self.touched())

    def touched(self) -> set[str]:
        """Return the ids of the known comments to which anything happened."""
        return {*self.changed, *self.back, *self.gone}


def keep(
    db: Database,
    posts: Iterable[PagePost],
    comments: Iterable[PageComment],
    gone: Collection[str] = (),
    *,
    now: datetime,
) -> Kept:
    """Take in what was read, and which comments are *gone*, writing only what differs."""
    read = {comment.id: _storable(comment) for comment in comments}
    lost = _disposed(db, read)
    seen = {key: comment for key, comment in read.items() if key not in lost}
    known = find_comments(db, seen)
    changed_posts = _keep_posts(db, posts, seen.values())
    new = [comment for comment in seen.values() if comment.id not in known]
    later = [merged(before, seen[before.id]) for before in known.values()]
    changed = [comment for comment in later if comment != known[comment.id]]
    edited = [known[comment.id] for comment in changed if comment.text != known[comment.id].text]
    turned = [one for one in changed if one.is_hidden != known[one.id].is_hidden]
    _insert(db, new, now)
    _update(db, changed)
    versions.add(db, edited, now=now)
    return Kept(
        new=_ids(new),
        changed=_ids(changed),
        posts=changed_posts,
        edited=_ids(edited),
        hidden=_ids(one for one in turned if one.is_hidden),
        shown=_ids(one for one in turned if not one.is_hidden),
        back=vanished.bring_back(db, known),
        gone=vanished.let_go(db, gone, now=now),
    )


def _ids(comments: Iterable[PageComment]) -> tuple[str, ...]:
    return tuple(comment.id for comment in comments)


def _disposed(db: Database, ids: Iterable[str]) -> set[str]:
    """Return those of the comments *ids* that were disposed of: what the page says of them is lost."""
    rows = db.execute(
        """
        select id from comments
        where id in (select value from json_each(?)) and disposal_id is not null
        """,
        [json.dumps(list(ids))],
    )
    return {row[0] for row in rows.fetchall()}


def known_ids(db: Database) -> frozenset[str]:
    """Return the ids of the comments on the newest posts."""
    rows = db.execute(
        """
        select id from comments
        where post_id in (select id from page_posts order by created_at desc limit ?)
        """,
        [POSTS_KNOWN],
    )
    return frozenset(row[0] for row in rows)


def find_comments(db: Database, ids: Iterable[str]) -> dict[str, PageComment]:
    """Return those of the comments *ids* that are known, by id."""
    rows = db.query(
        "select * from comments where id in (select value from json_each(?))",
        [json.dumps(list(ids))],
    )
    return {row["id"]: _comment(row) for row in rows}


def find_places(db: Database, ids: Iterable[str]) -> dict[str, Place]:
    """Return those of the posts *ids* that are known, by id."""
    rows = db.query(
        "select id, message, permalink from page_posts"
        " where id in (select value from json_each(?))",
        [json.dumps(list(ids))],
    )
    return {row["id"]: Place(row["message"], row["permalink"]) for row in rows}


def _keep_posts(
    db: Database, posts: Iterable[PagePost], comments: Iterable[PageComment]
) -> tuple[str, ...]:
    """Store the posts that are new or differ, and a stub for a post that was not read."""
    read = {post.id: post for post in posts}
    known = find_places(db, read)
    places = {post.id: _place(post, known.get(post.id)) for post in read.values()}
    differing = [key for key, place in places.items() if place != known.get(key)]
    db.conn.executemany(
        """
        insert into page_posts (id, message, permalink, created_at) values (?, ?, ?, ?)
        on conflict (id) do update set
            message = excluded.message, permalink = excluded.permalink,
            created_at = excluded.created_at
        """,
        [
            (key, places[key].text, places[key].permalink, stamp(read[key].created_at))
            for key in differing
        ],
    )
    db.conn.executemany(
        "insert or ignore into page_posts (id, message, created_at) values (?, '', ?)",
        [(c.post_id, stamp(c.created_at)) for c in comments if c.post_id not in read],
    )
    return tuple(differing)


def _place(post: PagePost, known: Place | None) -> Place:
    permalink = _utf8(post.permalink) or (known.permalink if known else None)
    return Place(_utf8(post.text) or "", permalink)


def _insert(db: Database, comments: Iterable[PageComment], now: datetime) -> None:
    db.conn.executemany(
        """
        insert into comments (
            id, post_id, parent_id, author_id, author_name, text, attachment, created_at,
            permalink, is_hidden, from_page, mentions_page, seen_at
        ) values (
            :id, :post_id, :parent_id, :author_id, :author_name, :text, :attachment, :created_at,
            :permalink, :is_hidden, :from_page, :mentions_page, :seen_at
        )
        """,
        [{**_columns(comment), "seen_at": stamp(now)} for comment in comments],
    )


def _update(db: Database, comments: Iterable[PageComment]) -> None:
    db.conn.executemany(
        """
        update comments set
            post_id = :post_id, parent_id = :parent_id, author_id = :author_id,
            author_name = :author_name, text = :text, attachment = :attachment,
            permalink = :permalink, is_hidden = :is_hidden, from_page = :from_page,
            mentions_page = :mentions_page
        where id = :id
        """,
        [_columns(comment) for comment in comments],
    )


def _columns(comment: PageComment) -> dict[str, Any]:
    return {**asdict(comment), "created_at": stamp(comment.created_at)}


def _comment(row: Mapping[str, Any]) -> PageComment:
    return PageComment(
        id=row["id"],
        post_id=row["post_id"],
        parent_id=row["parent_id"],
        author_id=row["author_id"],
        author_name=row["author_name"],
        text=row["text"],
        created_at=instant(row["created_at"]),
        permalink=row["permalink"],
        attachment=row["attachment"],
        is_hidden=bool(row["is_hidden"]),
        from_page=bool(row["from_page"]),
        mentions_page=bool(row["mentions_page"]),
    )


def _storable(comment: PageComment) -> PageComment:
    """Return *comment* in texts that can be written: an emoji that was cut in two cannot."""
    return replace(
        comment,
        text=_utf8(comment.text) or "",
        author_name=_utf8(comment.author_name),
        permalink=_utf8(comment.permalink),
        attachment=_utf8(comment.attachment),
    )


def _utf8(text: str | None) -> str | None:
    return text and text.encode(errors="replace").decode()
