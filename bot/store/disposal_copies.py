"""Copies of comments in messages: which of them say something of what is disposed of.

A message is known by the ids in it and in its key, and by its words: five in a row that a comment,
an answer or a former version begins with. So lists, reminders and quotations are found, which name
no comment in their keys.
"""

import html
import json
import re
from collections.abc import Iterator
from dataclasses import dataclass

from sqlite_utils import Database

from bot.domain.disposal import Disposal

PIECE = 500
"""How many messages are looked through at a time."""

_WORD = re.compile(r"\w+")
_ID = re.compile(r"[\w.-]+")
_ROW = 5  # words in a row; fewer would find what others have written

Row = tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Copy:
    """A message that says something of what is disposed of; `ts` where it stands in Slack."""

    id: int
    kind: str
    ts: str | None


@dataclass(frozen=True, slots=True)
class Marks:
    """By what copies are known: ids, keys, and the first words of texts."""

    ids: frozenset[str]
    keys: frozenset[str]
    rows: frozenset[Row]

    def fit(self, key: str, body: str) -> bool:
        """Tell whether the message *key* says something of it."""
        pieces = key.split(":")
        if ":".join(pieces[:2]) in self.keys or not self.ids.isdisjoint(pieces):
            return True
        said = _said(json.loads(body))
        if not self.ids.isdisjoint(_ID.findall(said)):
            return True
        words = _WORD.findall(html.unescape(said).casefold())
        return any(tuple(words[at : at + _ROW]) in self.rows for at in range(len(words) - _ROW + 1))


def marks(db: Database, disposal: Disposal) -> Marks:
    """Return by what copies of what is being disposed of are known."""
    ids = {row[0] for row in db.execute(_IDS, [disposal.id]).fetchall()}
    keys = {row[0] for row in db.execute(_KEYS, {"id": disposal.id}).fetchall()}
    rows = {_row(row[0]) for row in db.execute(_TEXTS, {"id": disposal.id})}
    return Marks(frozenset(ids), frozenset(keys), frozenset(rows - {()}))


def piece(db: Database, disposal: Disposal, found: Marks) -> tuple[list[Copy], bool]:
    """Look through the next messages; return the copies among them, and whether that was all."""
    rows = db.execute(
        """
        select id, key, kind, ts, body from outbox
        where id > (select at from disposals where id = ?) and body <> '{}' order by id limit ?
        """,
        [disposal.id, PIECE],
    ).fetchall()
    if rows:
        db.execute("update disposals set at = ? where id = ?", [rows[-1][0], disposal.id])
    copies = [Copy(r[0], r[2], r[3]) for r in rows if found.fit(r[1], r[4])]
    return copies, len(rows) < PIECE


def replace(db: Database, disposal: Disposal, copies: list[Copy], body: str | None) -> None:
    """Let what stands in Slack say *body* (None leaves it alone), and forget what the rest said."""
    shown = [(body, it.id) for it in copies if body and it.kind == "post" and it.ts is not None]
    told = {number for _, number in shown}
    rest = [(copy.id,) for copy in copies if copy.id not in told]
    db.conn.executemany(
        """
        update outbox set body = ?, revision = revision + 1, state = 'pending', error = null
        where id = ?
        """,
        shown,
    )
    db.conn.executemany("update outbox set body = '{}', state = 'sent' where id = ?", rest)
    db.execute("update disposals set copies = copies + ? where id = ?", [len(shown), disposal.id])


def _said(body: object) -> str:
    return " ".join(_strings(body))


def _strings(value: object) -> Iterator[str]:
    if isinstance(value, str):
        yield value
    elif isinstance(value, dict):
        for each in value.values():
            yield from _strings(each)
    elif isinstance(value, list):
        for each in value:
            yield from _strings(each)


def _row(text: str) -> Row:
    words = _WORD.findall(text.casefold())[:_ROW]
    return tuple(words) if len(words) == _ROW else ()


_OF = "(select item from disposing where disposal_id = :id and kind = 'comment')"
_IDS = "select item from disposing where disposal_id = ? and kind = 'comment'"
_KEYS = f"""
    select 'answer:' || id from answers where comment_id in {_OF}
    union all select 'answer-change:' || id from answer_changes
        where answer_id in (select id from answers where comment_id in {_OF})
    union all select 'moderation:' || id from moderation where comment_id in {_OF}
    union all select 'decision:' || item from disposing where disposal_id = :id and kind = 'post'
    union all select 'ruling:' || item from disposing where disposal_id = :id and kind = 'post'
"""  # noqa: S608 -- constants
_TEXTS = f"""
    select text from comments where id in {_OF}
    union all select text from comment_versions where comment_id in {_OF}
    union all select text from answers where comment_id in {_OF}
    union all select text from answer_changes
        where answer_id in (select id from answers where comment_id in {_OF})
    union all select note from praise where comment_id in {_OF}
    union all select title || ' ' || note from ideas where cast(id as text) in (
        select item from disposing where disposal_id = :id and kind = 'idea')
    union all select note from ideas where cast(id as text) in (
        select item from disposing where disposal_id = :id and kind = 'idea')
    union all select text from posts where cast(id as text) in (
        select item from disposing where disposal_id = :id and kind = 'post')
    union all select title from posts where cast(id as text) in (
        select item from disposing where disposal_id = :id and kind = 'post')
    union all select title from ideas where cast(id as text) in (
        select item from disposing where disposal_id = :id and kind = 'idea')
"""  # noqa: S608 -- constants
