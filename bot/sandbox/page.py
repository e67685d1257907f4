"""The sandbox's public page: its posts and comments, kept in SQLite.

It behaves as the real one does where a client can notice: ids are never used again, a deleted
comment takes its replies with it and stays in the count, replies hang on the top-level comment.
"""

import json
import sqlite3
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import datetime

from bot.clock import Clock
from bot.sandbox.identity import PAGE
from bot.sandbox.page_photos import PagePhotos
from bot.sandbox.page_rows import POSTS, SCHEMA, Comment, Post, Profile, resident_id

FIRST_POST = 122_000_000_000_001_000
FIRST_COMMENT = 880_000_000_000_000
EXCERPT = 80  # characters of a text in a line for the terminal


@dataclass(frozen=True, slots=True)
class PageChange:
    """Something happened under a post; *line* says what, for the terminal.

    *item* and *verb* are Meta's words for it, "" where nothing is told of it; *comment* is the one
    that it happened to.
    """

    post_id: str
    line: str
    item: str = ""
    verb: str = ""
    comment: Comment | None = None


class Page:
    """Keep one page's posts and comments in the tables of *db* that begin with `page_`."""

    def __init__(self, db: sqlite3.Connection, clock: Clock) -> None:
        self._db = db
        self._clock = clock
        self._listeners: list[Callable[[PageChange], None]] = []
        self._is_quiet = False
        db.executescript(SCHEMA)
        self.photos = PagePhotos(db)

    def on_change(self, listener: Callable[[PageChange], None]) -> None:
        """Have *listener* called after each change, whoever makes it."""
        self._listeners.append(listener)

    @contextmanager
    def quiet(self) -> Iterator[None]:
        """Let nobody hear of what happens inside: history that was always there."""
        self._is_quiet = True
        try:
            yield
        finally:
            self._is_quiet = False

    def profile(self) -> Profile:
        """Return the page's name, its about text and its residents."""
        facts = dict(self._db.execute("SELECT key, value FROM page_facts").fetchall())
        residents = tuple(json.loads(facts.get("residents", "[]")))
        return Profile(PAGE, facts.get("name", ""), facts.get("about", ""), residents)

    def describe(self, name: str, about: str, residents: tuple[str, ...]) -> None:
        """Set what `profile` returns."""
        with self._writing():
            self._set("name", name)
            self._set("about", about)
            self._set("residents", json.dumps(residents))

    def posts(self, *, unpublished: bool = False) -> list[Post]:
        """Return every post that is visible, newest first; with *unpublished* the others, too."""
        rows = self._db.execute(f"{POSTS} ORDER BY created DESC, seq DESC")
        posts = [Post(*row) for row in rows]
        return [post for post in posts if unpublished or post.published]

    def post(self, post_id: str) -> Post | None:
        """Return one post, or None."""
        row = self._db.execute(f"{POSTS} WHERE id = ?", (post_id,)).fetchone()
        return Post(*row) if row else None

    def comments(self, post_id: str) -> list[Comment]:
        """Return a post's comments and replies, oldest first."""
        rows = self._db.execute(
            "SELECT * FROM page_comments WHERE post_id = ? ORDER BY created, seq", (post_id,)
        )
        return [Comment(*row) for row in rows]

    def comment(self, comment_id: str) -> Comment | None:
        """Return one comment, or None."""
        row = self._db.execute("SELECT * FROM page_comments WHERE id = ?", (comment_id,)).fetchone()
        return Comment(*row) if row else None

    def add_post(
        self,
        message: str,
        *,
        at: datetime | None = None,
        reactions: int = 0,
        shares: int = 0,
        link: str | None = None,
        published: bool = True,
        photos: Sequence[str] = (),
    ) -> str:
        """Publish a post (*at* for a past moment), or only create it, and return its id."""
        created = int((at or self._clock.now()).timestamp())
        with self._writing():
            seq = self._next()
            post_id = f"{PAGE}_{FIRST_POST + seq}"
            self._db.execute(
                "INSERT INTO page_posts VALUES (?, ?, ?, ?, ?, ?, ?, 0)",
                (seq, post_id, message, created, created, reactions, shares),
            )
            if link or not published:
                extras = (post_id, int(published), link)
                self._db.execute("INSERT INTO page_extras VALUES (?, ?, ?)", extras)
            self.photos.attach(post_id, photos)
        item = "status" if published else ""  # an advertisement is not announced
        self._tell(post_id, "page post" if published else "page draft", message, item, "add")
        return post_id

    def add_photo(self, data: bytes, kind: str, alt: str) -> str:
        """Keep a picture that no post shows yet, and return its id."""
        now = int(self._clock.now().timestamp())
        with self._writing():
            photo_id = self.photos.add(self._next(), data, kind, alt, now)
        self._tell("", "page photo", alt)
        return photo_id

    def photo_waits(self, photo_id: str) -> bool:
        """Say whether a post may still come to show the picture."""
        return self.photos.waits(photo_id, int(self._clock.now().timestamp()))

    def release_post(self, post: Post) -> None:
        """Make a created post visible; one that is visible stays so."""
        if post.published:
            return
        with self._writing():
            self._db.execute("UPDATE page_extras SET published = 1 WHERE post_id = ?", (post.id,))
        self._tell(post.id, "page post", post.message, "status", "add")

    def edit_post(self, post_id: str, message: str) -> None:
        """Change a post's text."""
        with self._writing():
            self._db.execute("UPDATE page_posts SET message = ? WHERE id = ?", (message, post_id))
            self._touch(post_id, int(self._clock.now().timestamp()))
        self._tell(post_id, "page edited", message, "status", "edited")

    def delete_post(self, post_id: str) -> None:
        """Remove a post with everything under it."""
        with self._writing():
            self._db.execute("DELETE FROM page_comments WHERE post_id = ?", (post_id,))
            self._db.execute("DELETE FROM page_posts WHERE id = ?", (post_id,))
            self._db.execute("DELETE FROM page_extras WHERE post_id = ?", (post_id,))
            self.photos.drop(post_id)
        self._tell(post_id, "page deleted", post_id, "post", "remove")

    def add_comment(
        self,
        post_id: str,
        message: str,
        *,
        author: str | None = None,
        parent_id: str | None = None,
        at: datetime | None = None,
        attachment: str | None = None,
        by_app: bool = False,
    ) -> str:
        """Write a comment (*author* None is the page itself) and return its id.

        A reply to a reply is attached to the top-level comment: there are only two levels.
        """
        parent = self.comment(parent_id) if parent_id else None
        name = author or self.profile().name
        created = int((at or self._clock.now()).timestamp())
        with self._writing():
            seq = self._next()
            comment_id = f"{post_id.partition('_')[2]}_{FIRST_COMMENT + seq}"
            self._db.execute(
                "INSERT INTO page_comments VALUES (?, ?, ?, ?, ?, ?, ?, ?, 0, ?, ?)",
                (
                    seq,
                    comment_id,
                    post_id,
                    (parent.parent_id or parent.id) if parent else None,
                    resident_id(author) if author else PAGE,
                    name,
                    message,
                    created,
                    attachment,
                    int(by_app),
                ),
            )
            self._touch(post_id, created)
        text = f"{name}: {message or f'({attachment})'}"
        self._tell(post_id, "page comment", text, "comment", "add", self.comment(comment_id))
        return comment_id

    def blocked(self) -> tuple[str, ...]:
        """Return the ids of the residents who cannot write here."""
        row = self._db.execute("SELECT value FROM page_facts WHERE key = 'blocked'").fetchone()
        return tuple(json.loads(row[0])) if row else ()

    def set_blocked(self, person: str, *, blocked: bool) -> None:
        """Block a resident by id, or let them write again."""
        others = [one for one in self.blocked() if one != person]
        with self._writing():
            self._set("blocked", json.dumps([*others, person] if blocked else others))
        self._tell("", "page blocked" if blocked else "page unblocked", person)

    def edit_comment(self, comment: Comment, message: str) -> None:
        """Change a comment's text; nothing tells when that happened."""
        self._update(comment, "UPDATE page_comments SET message = ? WHERE id = ?", message)
        text = f"{comment.author}: {message}"
        now = self.comment(comment.id)
        self._tell(comment.post_id, "page edited", text, "comment", "edited", now)

    def hide_comment(self, comment: Comment, *, hidden: bool) -> None:
        """Hide a comment from the public, or show it again."""
        self._update(comment, "UPDATE page_comments SET hidden = ? WHERE id = ?", int(hidden))
        said, verb = ("page hidden", "hide") if hidden else ("page shown", "unhide")
        text = f"{comment.author}: {comment.message}"
        self._tell(comment.post_id, said, text, "comment", verb, comment)

    def delete_comment(self, comment: Comment) -> None:
        """Remove a comment with its replies; the post's count keeps them as ghosts."""
        with self._writing():
            gone = self._db.execute(
                "DELETE FROM page_comments WHERE id = ? OR parent_id = ?", (comment.id, comment.id)
            ).rowcount
            self._db.execute(
                "UPDATE page_posts SET ghosts = ghosts + ? WHERE id = ?", (gone, comment.post_id)
            )
        text = f"{comment.author}: {comment.message}"
        self._tell(comment.post_id, "page deleted", text, "comment", "remove", comment)

    def clear(self) -> None:
        """Remove everything but the counter of ids."""
        with self._writing():
            self._db.execute("DELETE FROM page_comments")
            self._db.execute("DELETE FROM page_posts")
            self._db.execute("DELETE FROM page_extras")
            self.photos.clear()
            self._db.execute("DELETE FROM page_facts WHERE key <> 'last'")

    @contextmanager
    def _writing(self) -> Iterator[None]:
        """Make several statements one; within a transaction of the owner's, be part of that."""
        if self._db.in_transaction:
            yield
            return
        self._db.execute("BEGIN IMMEDIATE")
        with self._db:
            yield

    def _update(self, comment: Comment, statement: str, value: str | int) -> None:
        with self._writing():
            self._db.execute(statement, (value, comment.id))

    def _touch(self, post_id: str, at: int) -> None:
        """Move a post's `updated` forward."""
        self._db.execute(
            "UPDATE page_posts SET updated = max(updated, ?) WHERE id = ?", (at, post_id)
        )

    def _next(self) -> int:
        """Return a number that was never used before, not even by something deleted."""
        row = self._db.execute("SELECT value FROM page_facts WHERE key = 'last'").fetchone()
        number = int(row[0]) + 1 if row else 1
        self._set("last", str(number))
        return number

    def _set(self, key: str, value: str) -> None:
        self._db.execute(
            "INSERT OR REPLACE INTO page_facts (key, value) VALUES (?, ?)", (key, value)
        )

    def _tell(
        self,
        post_id: str,
        what: str,
        text: str,
        item: str = "",
        verb: str = "",
        comment: Comment | None = None,
    ) -> None:
        line = " ".join(text.split())
        short = line if len(line) <= EXCERPT else line[: EXCERPT - 1] + "…"
        for listener in [] if self._is_quiet else self._listeners:
            listener(PageChange(post_id, f"{what:<13} {short}", item, verb, comment))
