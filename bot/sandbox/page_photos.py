"""Pictures on the page: brought before a post shows them, and gone after a day if none does."""

import sqlite3
from collections.abc import Sequence
from dataclasses import dataclass

SCHEMA = """
CREATE TABLE IF NOT EXISTS page_photos (
    id TEXT PRIMARY KEY, data BLOB NOT NULL, kind TEXT NOT NULL, alt TEXT NOT NULL,
    created INTEGER NOT NULL, post_id TEXT, place INTEGER
) STRICT;
"""
FIRST_PHOTO = 770_000_000_000_000
LIFETIME = 24 * 60 * 60  # seconds, while no post shows it


@dataclass(frozen=True, slots=True)
class Photo:
    """A picture; *kind* is what follows `image/`, *alt* its words, '' for none."""

    id: str
    kind: str
    alt: str


class PagePhotos:
    """Keep pictures in *db*, each shown by at most one post."""

    def __init__(self, db: sqlite3.Connection) -> None:
        self._db = db
        db.executescript(SCHEMA)

    def add(self, number: int, data: bytes, kind: str, alt: str, now: int) -> str:
        """Keep a picture that no post shows yet."""
        photo_id = str(FIRST_PHOTO + number)
        values = (photo_id, data, kind, alt, now)
        self._db.execute("INSERT INTO page_photos VALUES (?, ?, ?, ?, ?, NULL, NULL)", values)
        return photo_id

    def waits(self, photo_id: str, now: int) -> bool:
        """Say whether a post may still come to show the picture."""
        found = self._db.execute(
            "SELECT 1 FROM page_photos WHERE id = ? AND post_id IS NULL AND created > ?",
            (photo_id, now - LIFETIME),
        )
        return found.fetchone() is not None

    def attach(self, post_id: str, photos: Sequence[str]) -> None:
        """Let a post show *photos* in this order."""
        self._db.executemany(
            "UPDATE page_photos SET post_id = ?, place = ? WHERE id = ?",
            [(post_id, place, photo) for place, photo in enumerate(photos)],
        )

    def of(self, post_id: str) -> list[Photo]:
        """Return what a post shows, in order."""
        rows = self._db.execute(
            "SELECT id, kind, alt FROM page_photos WHERE post_id = ? ORDER BY place", (post_id,)
        )
        return [Photo(*row) for row in rows]

    def data(self, photo_id: str) -> tuple[bytes, str] | None:
        """Return the bytes and the kind of a picture, or None."""
        found: tuple[bytes, str] | None = self._db.execute(
            "SELECT data, kind FROM page_photos WHERE id = ?", (photo_id,)
        ).fetchone()
        return found

    def drop(self, post_id: str) -> None:
        """Remove what a post shows."""
        self._db.execute("DELETE FROM page_photos WHERE post_id = ?", (post_id,))

    def clear(self) -> None:
        """Remove all."""
        self._db.execute("DELETE FROM page_photos")
