"""What people said of comments with one tap, and what the team feared before it knew."""

import json
from collections.abc import Collection
from dataclasses import asdict

from sqlite_utils import Database

from bot.domain.moderation import Deed
from bot.domain.tagging import Effort, Fear, Mark, Tag
from bot.store.db import instant, maybe, stamp


def marks(db: Database, ids: Collection[str]) -> dict[str, Mark]:
    """Return what is known of those comments *ids* that have a relay.

    A comment that somebody marked as praise is praise, unless somebody said otherwise.
    """
    rows = db.execute(
        """
        select r.comment_id,
            coalesce(t.tag, case when r.praised_at is not null then 'praise' end),
            t.effort, m.deed, m.rule
        from json_each(?) wanted join relays r on r.comment_id = wanted.value
        left join comment_tags t on t.comment_id = r.comment_id
        left join moderation m on m.id = (
            select max(id) from moderation
            where comment_id = r.comment_id and state = 'done'
        )
        """,
        [json.dumps(list(ids))],
    )
    return {row[0]: _mark(*row[1:]) for row in rows.fetchall()}


def mark(db: Database, comment_id: str) -> Mark | None:
    """Return what is known of one comment; None where it has no relay."""
    return marks(db, [comment_id]).get(comment_id)


def set_tag(db: Database, comment_id: str, tag: Tag) -> bool:
    """Let a comment be *tag*; False if it was."""
    return _set(db, "tag", comment_id, tag)


def set_effort(db: Database, comment_id: str, effort: Effort) -> bool:
    """Let a comment have taken *effort*; False if it had."""
    return _set(db, "effort", comment_id, effort)


def clear(db: Database, comment_id: str) -> bool:
    """Forget what was said of a comment; False if nothing was."""
    return bool(db.execute("delete from comment_tags where comment_id = ?", [comment_id]).rowcount)


def is_used(db: Database) -> bool:
    """Tell whether anybody ever tagged a comment."""
    found = db.execute(
        "select exists (select 1 from comment_tags)"
        " or exists (select 1 from relays where praised_at is not null)"
    )
    return bool(found.fetchone()[0])


def fear(db: Database) -> Fear | None:
    """Return what the team feared, if it was written down."""
    row = db.execute("select criticism, time, written_at, changed_at from fears").fetchone()
    return Fear(row[0], row[1], instant(row[2]), maybe(row[3])) if row else None


def save_fear(db: Database, said: Fear) -> None:
    """Keep what the team feared."""
    changed = stamp(said.changed_at) if said.changed_at else None
    db.execute(
        """
        insert or replace into fears (only, criticism, time, written_at, changed_at)
        values (1, :criticism, :time, :written_at, :changed_at)
        """,
        {**asdict(said), "written_at": stamp(said.written_at), "changed_at": changed},
    )


def _set(db: Database, column: str, comment_id: str, value: str) -> bool:
    changed = db.execute(
        f"""
        insert into comment_tags (comment_id, {column}) values (:id, :value)
        on conflict (comment_id) do update set {column} = excluded.{column}
        where {column} is not excluded.{column}
        """,  # noqa: S608 -- our own columns
        {"id": comment_id, "value": value},
    )
    return changed.rowcount == 1


def _mark(tag: str | None, effort: str | None, deed: str | None, rule: str | None) -> Mark:
    return Mark(
        Tag(tag) if tag else None,
        Effort(effort) if effort else None,
        Deed(deed) if deed else None,
        rule or "",
    )
