"""Lessons learned, and how they are found again."""

from datetime import datetime

from sqlite_utils import Database

from bot.domain.lessons import Lesson, LessonGone, Traits, first_alike, traits
from bot.domain.plan import Post
from bot.store import ideas, posts, series
from bot.store.db import instant, maybe, stamp

_NEAR = 40
"""How many lessons are compared with what is planned, the best by the index first."""

Row = tuple[int, str, int | None, str | None, str, str, str | None]


def add(
    db: Database,
    text: str,
    *,
    who: str,
    now: datetime,
    post_id: int | None = None,
    comment_id: str | None = None,
) -> Lesson:
    """Keep a lesson."""
    made = db.execute(
        "insert into lessons (text, post_id, comment_id, who, at) values (?, ?, ?, ?, ?)",
        [text, post_id, comment_id, who, stamp(now)],
    )
    lesson = get(db, int(made.lastrowid or 0))
    _index(db, lesson)
    return lesson


def get(db: Database, lesson_id: int) -> Lesson:
    """Return a lesson, dropped or not; raise LessonGone where there is none."""
    row = db.execute("select * from lessons where id = ?", [lesson_id]).fetchone()
    if row is None:
        raise LessonGone
    return _lesson(row)


def change(db: Database, lesson_id: int, text: str) -> Lesson:
    """Let a lesson say *text*; raise LessonGone where it was dropped."""
    if get(db, lesson_id).dropped_at:
        raise LessonGone
    db.execute("update lessons set text = ? where id = ?", [text, lesson_id])
    lesson = get(db, lesson_id)
    _index(db, lesson)
    return lesson


def drop(db: Database, lesson_id: int, at: datetime | None) -> Lesson:
    """Take a lesson away at *at*, or back again (None)."""
    get(db, lesson_id)
    stamped = stamp(at) if at else None
    db.execute("update lessons set dropped_at = ? where id = ?", [stamped, lesson_id])
    lesson = get(db, lesson_id)
    _index(db, lesson)
    return lesson


def newest(db: Database, *, limit: int, offset: int = 0) -> list[Lesson]:
    """Return lessons, the newest first."""
    rows = db.execute(
        "select * from lessons where dropped_at is null order by id desc limit ? offset ?",
        [limit, offset],
    )
    return [_lesson(row) for row in rows.fetchall()]


def count(db: Database) -> int:
    """Count the lessons."""
    (found,) = db.execute("select count(*) from lessons where dropped_at is null").fetchone()
    return int(found)


def of_post(db: Database, post_id: int) -> Lesson | None:
    """Return the newest lesson that is about a post, if there is one."""
    row = db.execute(
        "select * from lessons where post_id = ? and dropped_at is null order by id desc limit 1",
        [post_id],
    ).fetchone()
    return _lesson(row) if row else None


def alike(db: Database, post: Post) -> Lesson | None:
    """Return the lesson that is of use for *post*, if there is one; not one about itself."""
    planned = _of_post(db, post)
    wanted = [f'words : "{word}" *' for word in sorted(planned.words)]
    wanted += [f'marks : "{mark}"' for mark in sorted(planned.marks)]
    if not wanted:
        return None
    rows = db.execute(
        """
        select lessons.*, lesson_words.words, lesson_words.marks from lesson_words
        join lessons on lessons.id = lesson_words.rowid
        where lesson_words match ? and ifnull(lessons.post_id, 0) <> ? order by rank limit ?
        """,
        [" OR ".join(wanted), post.id, _NEAR],
    ).fetchall()
    return first_alike(planned, [(_lesson(row[:7]), _traits(*row[7:])) for row in rows])


def _index(db: Database, lesson: Lesson) -> None:
    """Let a lesson be found by its own words and by those of what it is about; or not any more."""
    db.execute("delete from lesson_words where rowid = ?", [lesson.id])
    if lesson.dropped_at:
        return
    post = posts.find(db, lesson.post_id) if lesson.post_id else None
    about = _of_post(db, post) if post else traits([], [])
    words = traits([lesson.text], []).words | about.words
    db.execute(
        "insert into lesson_words (rowid, words, marks) values (?, ?, ?)",
        [lesson.id, " ".join(sorted(words)), " ".join(sorted(about.marks))],
    )


def _of_post(db: Database, post: Post) -> Traits:
    """Return the words of a post's title, and its series and tags."""
    name = series.name_of(db, post.id)
    idea = ideas.find(db, post.idea_id) if post.idea_id else None
    return traits([post.title], [*([name] if name else []), *(idea.tags if idea else ())])


def _traits(words: str, marks: str) -> Traits:
    return Traits(frozenset(words.split()), frozenset(marks.split()))


def _lesson(row: Row) -> Lesson:
    lesson_id, text, post_id, comment_id, who, at, dropped_at = row
    return Lesson(lesson_id, text, post_id, comment_id, who, instant(at), maybe(dropped_at))
