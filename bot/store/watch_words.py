"""The watch words as they are set, and what they have found."""

import json
from collections.abc import Iterable
from datetime import datetime

from sqlite_utils import Database

from bot.domain.judgements import Outcome
from bot.domain.watch_word_seed import SEED
from bot.domain.watch_words import Hit, WordCount, WordKind, WordList
from bot.store.db import stamp


def load(db: Database) -> dict[WordKind, WordList]:
    """Return the words by kind; the seed's where a team has set none."""
    rows = db.execute("select kind, words, off from watch_words").fetchall()
    own = {
        WordKind(kind): WordList(tuple(json.loads(words)), tuple(json.loads(off)))
        for kind, words, off in rows
    }
    return {kind: own.get(kind, SEED[kind]) for kind in WordKind}


def save(db: Database, kind: WordKind, words: WordList) -> None:
    """Let the words of *kind* be *words*."""
    db.execute(
        "insert or replace into watch_words (kind, words, off) values (?, ?, ?)",
        [kind, json.dumps(words.on), json.dumps(words.off)],
    )


def add_hits(db: Database, comment_id: str, hits: Iterable[Hit], *, now: datetime) -> bool:
    """Note the *hits* in a comment; say whether any was not known."""
    before = db.conn.total_changes
    db.conn.executemany(
        "insert or ignore into watch_hits (comment_id, word, kind, at) values (?, ?, ?, ?)",
        [(comment_id, hit.word, hit.kind, stamp(now)) for hit in hits],
    )
    return db.conn.total_changes > before


def is_danger(db: Database, comment_id: str) -> bool:
    """Say whether a word that means danger to life was found in a comment."""
    found = db.execute(
        "select 1 from watch_hits where comment_id = ? and kind = ?", [comment_id, WordKind.DANGER]
    )
    return found.fetchone() is not None


def counts(db: Database) -> dict[str, WordCount]:
    """Return how often each word was found, and how often that broke no rule."""
    rows = db.execute(
        """
        select h.word, count(*), count(*) filter (where ? = (
            select j.outcome from judgements j
            where j.comment_id = h.comment_id and j.judged_at >= h.at order by j.id limit 1
        ))
        from watch_hits h group by h.word
        """,
        [Outcome.KEPT],
    )
    return {word: WordCount(found, kept) for word, found, kept in rows.fetchall()}
