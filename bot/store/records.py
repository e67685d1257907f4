"""Records of comments, read as a stream: whatever there is of each, a few hundred at a time."""

import json
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from sqlite_utils import Database

from bot.domain.comments import Place, State
from bot.domain.disclosure import Wanted
from bot.domain.page import PageComment
from bot.domain.records import Answer, Edit, Judged, Record, Step, Version, step
from bot.domain.text import fold
from bot.store import moderation, registrations
from bot.store.db import instant, maybe, stamp

BATCH = 500

Rows = Mapping[str, list[Any]]


@dataclass(frozen=True, slots=True)
class PostRecord:
    """A post of the page as it is kept."""

    id: str
    text: str
    permalink: str | None
    created_at: str


def count(db: Database, wanted: Wanted) -> int:
    """Return how many comments and answers fit."""
    where, values = _where(db, wanted)
    (found,) = db.execute(f"select count(*) from comments c where {where}", values).fetchone()  # noqa: S608 -- our own words
    return int(found)


def posts_of(db: Database, wanted: Wanted) -> list[str]:
    """Return the ids of the posts on which the fitting comments stand."""
    where, values = _where(db, wanted)
    rows = db.execute(f"select distinct c.post_id from comments c where {where}", values)  # noqa: S608 -- our own words
    return [row[0] for row in rows]


def stream(db: Database, wanted: Wanted) -> Iterator[Record]:
    """Yield the records of what fits, in order of time, with no more than a batch in memory."""
    where, values = _where(db, wanted)
    rows = db.execute(
        f"""
        select c.id, c.post_id, c.parent_id, c.author_id, c.author_name, c.text, c.created_at,
            c.permalink, c.attachment, c.is_hidden, c.from_page, c.seen_at, c.gone_at,
            p.message, p.permalink, r.state
        from comments c join page_posts p on p.id = c.post_id
        left join relays r on r.comment_id = c.id
        where {where} order by c.created_at, c.id
        """,  # noqa: S608 -- our own words
        values,
    )
    while batch := rows.fetchmany(BATCH):
        yield from _records(db, batch)


def posts(db: Database, wanted: Wanted) -> Iterator[PostRecord]:
    """Yield the page's posts of a time, in order."""
    rows = db.execute(
        """
        select id, message, permalink, created_at from page_posts
        where created_at >= ? and created_at < ? order by created_at, id
        """,
        [
            stamp(wanted.since) if wanted.since else "",
            stamp(wanted.until) if wanted.until else "~",
        ],
    )
    return (PostRecord(*row) for row in rows)


def _where(db: Database, wanted: Wanted) -> tuple[str, dict[str, str | None]]:
    """Return the condition that *wanted* is; folding is ours, for SQLite folds ASCII only."""
    db.register_function(_holds, deterministic=True, replace=True)
    parts = {
        "c.created_at >= :since": stamp(wanted.since) if wanted.since else None,
        "c.created_at < :until": stamp(wanted.until) if wanted.until else None,
        "c.id = :comment": wanted.comment_id,
        "(c.author_id = :person or _holds(c.author_name, :name))": wanted.person or None,
        """c.post_id in (
            select id from page_posts
            where id = :post or permalink = :post or _holds(message, :words)
        )""": wanted.post or None,
    }
    where = " and ".join(part for part, value in parts.items() if value is not None) or "1"
    names = ("since", "until", "comment", "person", "post")
    values = dict(zip(names, parts.values(), strict=True))
    return where, values | {"name": fold(wanted.person), "words": fold(wanted.post)}


def _holds(text: str | None, words: str) -> bool:
    return bool(text) and words in fold(text or "")


def _records(db: Database, rows: Sequence[Sequence[Any]]) -> Iterator[Record]:
    ids = [row[0] for row in rows]
    versions, steps, answers = _versions(db, ids), _steps(db, ids), _answers(db, ids)
    judged, registered = _judged(db, ids), registrations.of(db, ids)
    for row in rows:
        key = row[0]
        yield Record(
            _comment(row),
            instant(row[11]),
            maybe(row[12]),
            Place(row[13], row[14]),
            State(row[15]) if row[15] else None,
            tuple(versions.get(key, ())),
            tuple(answers.get(key, ())),
            tuple(steps.get(key, ())),
            tuple(judged.get(key, ())),
            registered.get(key),
        )


def _comment(row: Sequence[Any]) -> PageComment:
    return PageComment(
        id=row[0],
        post_id=row[1],
        parent_id=row[2],
        author_id=row[3],
        author_name=row[4],
        text=row[5],
        created_at=instant(row[6]),
        permalink=row[7],
        attachment=row[8],
        is_hidden=bool(row[9]),
        from_page=bool(row[10]),
    )


def _versions(db: Database, ids: Iterable[str]) -> Mapping[str, list[Version]]:
    found: defaultdict[str, list[Version]] = defaultdict(list)
    rows = db.execute(
        """
        select comment_id, text, replaced_at from comment_versions
        where comment_id in (select value from json_each(?)) order by comment_id, number
        """,
        [json.dumps(list(ids))],
    )
    for key, text, at in rows:
        found[key].append(Version(text, instant(at)))
    return found


def _steps(db: Database, ids: Iterable[str]) -> Mapping[str, list[Step]]:
    found: defaultdict[str, list[Step]] = defaultdict(list)
    rows = db.execute(
        """
        select subject, at, who, act, detail from audit
        where subject in (select 'comment:' || value from json_each(?)) and act glob 'comment.*'
        order by id
        """,
        [json.dumps(list(ids))],
    )
    for subject, at, who, act, detail in rows:
        told = json.loads(detail) if detail != "{}" else {}
        to = told.get("to") or told.get("owner") or ""
        found[subject.removeprefix("comment:")].append(step(instant(at), who, act, to))
    return found


def _answers(db: Database, ids: Sequence[str]) -> Mapping[str, list[Answer]]:
    """Return what the page said under each comment: sent from here, or written on the page."""
    found: defaultdict[str, list[Answer]] = defaultdict(list)
    edits = _edits(db, ids)
    sent = db.execute(
        """
        select a.comment_id, a.id, coalesce(a.sent_at, a.decided_at), a.who, a.text, a.state,
            c.text, c.gone_at
        from answers a left join comments c on c.id = a.page_id
        where a.comment_id in (select value from json_each(?)) and a.state in ('sent', 'deleted')
        order by a.id
        """,
        [json.dumps(ids)],
    )
    for key, number, at, who, text, state, now, gone in sent:
        mine = edits.get(number, ())
        first = next((edit.before for edit in mine if edit.before), text)
        last = text if now is None else now
        is_gone = state == "deleted" or gone is not None
        found[key].append(Answer(instant(at), who, last, first, tuple(mine), is_gone))
    for key, answer in _written(db, ids):
        found[key].append(answer)
    return found


def _written(db: Database, ids: Sequence[str]) -> Iterator[tuple[str, Answer]]:
    """Yield the page's replies under top-level comments that were not sent from here."""
    rows = db.execute(
        """
        select c.parent_id, c.created_at, coalesce(r.closed_by, ''), c.text, c.gone_at
        from comments c left join relays r
            on r.comment_id = c.parent_id and r.answer_id = c.id and r.reason = 'signed'
        where c.from_page and c.parent_id in (select value from json_each(?))
          and not exists (select 1 from answers a where a.page_id = c.id)
        order by c.created_at, c.id
        """,
        [json.dumps(ids)],
    )
    for key, at, who, text, gone in rows:
        yield key, Answer(instant(at), who, text, text, (), gone is not None)


def _edits(db: Database, ids: Sequence[str]) -> Mapping[int, list[Edit]]:
    found: defaultdict[int, list[Edit]] = defaultdict(list)
    rows = db.execute(
        """
        select answer_id, decided_at, who, before, act, text from answer_changes
        where state = 'done' and answer_id in (
            select id from answers where comment_id in (select value from json_each(?))
        ) order by id
        """,
        [json.dumps(ids)],
    )
    for number, at, who, before, act, text in rows:
        found[number].append(Edit(instant(at), who, before, text if act == "edit" else None))
    return found


def _judged(db: Database, ids: Sequence[str]) -> Mapping[str, list[Judged]]:
    found: defaultdict[str, list[Judged]] = defaultdict(list)
    cases = moderation.of_all(db, ids)
    if not cases:
        return found
    copies: defaultdict[int, list[int]] = defaultdict(list)
    rows = db.execute(
        """
        select moderation_id, id from moderation_snapshots
        where moderation_id in (select value from json_each(?)) order by id
        """,
        [json.dumps([case.id for case in cases])],
    )
    for case_id, number in rows:
        copies[case_id].append(number)
    for case in cases:
        found[case.comment_id].append(Judged(case, tuple(copies[case.id])))
    return found
