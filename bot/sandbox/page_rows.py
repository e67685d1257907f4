"""What the simulated page is made of, as SQLite keeps it."""

import zlib
from dataclasses import dataclass

from bot.sandbox.identity import PAGE

SCHEMA = """
CREATE TABLE IF NOT EXISTS page_facts (key TEXT PRIMARY KEY, value TEXT NOT NULL) STRICT;
CREATE TABLE IF NOT EXISTS page_posts (
    seq INTEGER PRIMARY KEY, id TEXT NOT NULL UNIQUE, message TEXT NOT NULL,
    created INTEGER NOT NULL, updated INTEGER NOT NULL,
    reactions INTEGER NOT NULL, shares INTEGER NOT NULL, ghosts INTEGER NOT NULL DEFAULT 0
) STRICT;
CREATE TABLE IF NOT EXISTS page_extras (
    post_id TEXT PRIMARY KEY, published INTEGER NOT NULL, link TEXT
) STRICT;
CREATE TABLE IF NOT EXISTS page_comments (
    seq INTEGER PRIMARY KEY, id TEXT NOT NULL UNIQUE, post_id TEXT NOT NULL, parent_id TEXT,
    author_id TEXT NOT NULL, author TEXT NOT NULL, message TEXT NOT NULL,
    created INTEGER NOT NULL, hidden INTEGER NOT NULL DEFAULT 0,
    attachment TEXT, by_app INTEGER NOT NULL
) STRICT;
CREATE INDEX IF NOT EXISTS page_comments_by_post ON page_comments (post_id, created, seq);
"""

POSTS = """
SELECT page_posts.*, coalesce(published, 1), link
FROM page_posts LEFT JOIN page_extras ON post_id = id
"""


@dataclass(frozen=True, slots=True)
class Profile:
    """The page as its visitors see it, and the residents who write on it."""

    id: str
    name: str
    about: str
    residents: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Post:
    """A post; times are Unix seconds, `ghosts` counts deleted comments.

    An app may create one that is not `published` yet, and attach a `link`.
    """

    seq: int
    id: str
    message: str
    created: int
    updated: int
    reactions: int
    shares: int
    ghosts: int
    published: int = 1
    link: str | None = None


@dataclass(frozen=True, slots=True)
class Comment:
    """A comment or reply; `attachment` is a kind ("photo"), `by_app` written through Graph."""

    seq: int
    id: str
    post_id: str
    parent_id: str | None
    author_id: str
    author: str
    message: str
    created: int
    hidden: int
    attachment: str | None
    by_app: int

    @property
    def is_page(self) -> bool:
        """Tell whether the page itself wrote it."""
        return self.author_id == PAGE


def resident_id(name: str) -> str:
    """Return the page-scoped id of a resident, the same for the same name.

    >>> resident_id("Maja Lindqvist")
    '240000003381353216'
    """
    return f"24{zlib.crc32(name.encode()):016d}"
