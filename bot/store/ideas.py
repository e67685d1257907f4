"""The idea bank."""

import json
from collections.abc import Iterable, Mapping
from datetime import date, datetime
from typing import Any

from sqlite_utils import Database

from bot.domain.ideas import ECHO, Idea, IdeaGone, Thought
from bot.domain.routing import Routing, Where
from bot.domain.seasons import By, Days, Months, Season
from bot.domain.tags import key, tags_in, without
from bot.domain.text import fold, tidy, words_of
from bot.store.db import instant, maybe, stamp

_FREE = "dropped_at is null and planned = 0"
MOST_WORDS = 30
"""How many words of a search are looked for; whoever pastes a page finds by its beginning."""


def add(
    db: Database, thought: Thought, *, author: str, now: datetime, permalink: str | None = None
) -> Idea:
    """Keep *thought* as an idea of *author*, which waits to be routed."""
    state = {**_state(thought), "permalink": permalink, "author": author, "created_at": stamp(now)}
    names = ", ".join(state)
    marks = ", ".join(f":{name}" for name in state)
    made = db.execute(f"insert into ideas ({names}) values ({marks})", state)  # noqa: S608
    idea_id = int(made.lastrowid or 0)
    _index(db, idea_id, thought)
    return get(db, idea_id)


def get(db: Database, idea_id: int) -> Idea:
    """Return the idea *idea_id*; raise IdeaGone if it is not in the bank (any more)."""
    found = find(db, idea_id)
    if found is None or found.dropped_at:
        raise IdeaGone
    return found


def find(db: Database, idea_id: int) -> Idea | None:
    """Return the idea *idea_id*, dropped or not, or None."""
    return next(iter(listed(db, "where id = ?", [idea_id])), None)


def change(db: Database, idea_id: int, thought: Thought) -> Idea:
    """Let the idea *idea_id* say *thought*."""
    get(db, idea_id)
    state = _state(thought)
    changes = ", ".join(f"{name} = :{name}" for name in state)
    db.execute(f"update ideas set {changes} where id = :id", {**state, "id": idea_id})  # noqa: S608
    _index(db, idea_id, thought)
    return get(db, idea_id)


def drop(db: Database, idea_id: int, *, now: datetime) -> Idea:
    """Take the idea *idea_id* out of the bank and return it as it was."""
    found = get(db, idea_id)
    db.execute("update ideas set dropped_at = ? where id = ?", [stamp(now), idea_id])
    db.execute("delete from idea_words where rowid = ?", [idea_id])
    return found


def echo(db: Database, thought: Thought, *, author: str, now: datetime) -> Idea | None:
    """Return the idea that *author* kept with the same words a moment ago, or None."""
    lately = listed(
        db,
        "where author = ? and created_at > ? and dropped_at is null order by created_at desc",
        [author, stamp(now - ECHO)],
    )
    same = (
        i
        for i in lately
        if (i.title, i.note, i.tags) == (thought.title, thought.note, thought.tags)
    )
    return next(same, None)


def search(db: Database, text: str = "", *, limit: int, offset: int = 0) -> list[Idea]:
    """Find the ideas that hold every word of *text* (or its beginning) and every #tag, newest first."""
    wanted = _match(tidy(text))
    if not wanted:
        return listed(
            db,
            "where dropped_at is null order by created_at desc, id desc limit ? offset ?",
            [limit, offset],
        )
    return listed(
        db,
        """
        where id in (
            select rowid from idea_words where idea_words match ?
            order by rowid desc limit ? offset ?
        )
        order by id desc
        """,
        [wanted, limit, offset],
    )


def free(db: Database, *, limit: int = 100) -> list[Idea]:
    """Return the ideas that may be planned, newest first; those that got a no are left out."""
    return listed(
        db,
        f"where {_FREE} and routing <> 'no' order by created_at desc, id desc limit ?",
        [limit],
    )


def free_count(db: Database) -> int:
    """Count the ideas that may be planned."""
    query = f"select count(*) from ideas where {_FREE} and routing <> 'no'"  # noqa: S608
    return int(db.execute(query).fetchone()[0])


def waiting(db: Database, *, today: date, limit: int) -> list[Idea]:
    """Return the ideas that nobody has routed, and those put off until *today*, the oldest first."""
    new = listed(
        db, f"where {_FREE} and routing = 'waiting' order by created_at, id limit ?", [limit]
    )
    back = listed(
        db,
        f"where {_FREE} and routing = 'later' and later_until <= ? order by later_until, id limit ?",
        [today.isoformat(), limit],
    )
    return sorted([*new, *back], key=lambda idea: (idea.created_at, idea.id))[:limit]


def waiting_count(db: Database, *, today: date) -> int:
    """Count the ideas that wait to be routed."""
    (count,) = db.execute(
        f"""
        select (select count(*) from ideas where {_FREE} and routing = 'waiting')
             + (select count(*) from ideas
                where {_FREE} and routing = 'later' and later_until <= ?)
        """,  # noqa: S608 -- a constant is put in
        [today.isoformat()],
    ).fetchone()
    return int(count)


def is_free(db: Database, idea_id: int, *, besides: int = 0) -> bool:
    """Tell whether the idea *idea_id* is in the bank and no living post but *besides* has it.

    The siblings of that post share its idea.
    """
    rows = db.execute(
        """
        select 1 from ideas where id = ? and dropped_at is null and not exists (
            select 1 from posts
            where posts.idea_id = ideas.id and posts.status <> 'cancelled' and posts.id <> ?
                and ifnull(posts.sibling <> (select sibling from posts where id = ?), 1)
        )
        """,
        [idea_id, besides, besides],
    )
    return rows.fetchone() is not None


def titled(db: Database, title: str) -> Idea | None:
    """Return the newest free idea with the title *title*, whatever its case and spaces, or None."""
    named = listed(db, f"where {_FREE} and name = ? order by id desc limit 1", [fold(title)])
    return next(iter(named), None)


def listed(db: Database, rest: str, values: Iterable[object]) -> list[Idea]:
    """Return the ideas of a query, given what follows `select * from ideas`."""
    return [_idea(row) for row in db.query(f"select * from ideas {rest}", [*values])]  # noqa: S608


def _match(text: str) -> str:
    """Write a search as FTS5 reads it: each word quoted, so that no sign or word has a meaning."""
    tags = [f'tags : "{key(tag)}"' for tag in tags_in(text)]
    words = [f'words : "{word}" *' for word in words_of(without(text))]
    return " AND ".join([*tags, *words][:MOST_WORDS])


def _index(db: Database, idea_id: int, thought: Thought) -> None:
    words = words_of("\n".join([thought.title, thought.note, *thought.tags]))
    db.execute("delete from idea_words where rowid = ?", [idea_id])
    db.execute(
        "insert into idea_words (rowid, words, tags) values (?, ?, ?)",
        [idea_id, " ".join(words), " ".join(map(key, thought.tags))],
    )


def _state(thought: Thought) -> dict[str, Any]:
    return {
        "title": thought.title,
        "name": fold(thought.title),
        "note": thought.note,
        "links": json.dumps(thought.links, ensure_ascii=False),
        "tags": json.dumps(thought.tags, ensure_ascii=False),
        "outlets": json.dumps(thought.outlets),
        **_season_state(thought.season),
    }


def _season_state(season: Season | None) -> dict[str, str | None]:
    match season:
        case Days(start, end):
            kind, first, last = "days", start.isoformat(), end.isoformat()
        case By(day):
            kind, first, last = "by", day.isoformat(), day.isoformat()
        case Months(first_month, last_month):
            kind, first, last = "months", f"{first_month:02}", f"{last_month:02}"
        case None:
            return dict.fromkeys(("season", "season_first", "season_last"))
    return {"season": kind, "season_first": first, "season_last": last}


def _season(kind: str | None, first: str, last: str) -> Season | None:
    if kind == "days":
        return Days(date.fromisoformat(first), date.fromisoformat(last))
    if kind == "by":
        return By(date.fromisoformat(first))
    return Months(int(first), int(last)) if kind else None


def _idea(row: Mapping[str, Any]) -> Idea:
    until = row["later_until"]
    return Idea(
        id=row["id"],
        title=row["title"],
        note=row["note"],
        links=tuple(json.loads(row["links"])),
        permalink=row["permalink"],
        author=row["author"],
        created_at=instant(row["created_at"]),
        dropped_at=maybe(row["dropped_at"]),
        tags=tuple(json.loads(row["tags"])),
        outlets=tuple(json.loads(row["outlets"])),
        season=_season(row["season"], row["season_first"], row["season_last"]),
        votes=row["votes"],
        routing=Routing(
            where=Where(row["routing"]),
            outlet_id=row["routed_to"],
            until=date.fromisoformat(until) if until else None,
            reason=row["reason"],
            who=row["routed_by"],
        ),
        decision=row["decision"],
    )
