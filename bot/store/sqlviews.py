"""Stable views for other tools: Datasette, sqlite-utils, Excel.

Their names begin with `v_`, because the plain names are the tables', which change with the bot; a
view keeps its columns. They hold no secret, no setting, and no author's id, by which one could put
together what one resident has written. Times are local ISO text, with UTC beside (`_utc`). What was
disposed of is told only as a count.

SQLite refuses to change a table on which a view stands. So `bot.store.db.migrate` drops the views
before the pending steps and makes them anew afterwards: whoever changes a view adds a step.
"""

from collections.abc import Iterator
from datetime import UTC, datetime, timedelta, tzinfo
from functools import cache

from sqlite_utils import Database

YEARS = (2010, 2050)
"""The years whose local times can be told."""

_HOUR = timedelta(hours=1)


def drop(db: Database) -> None:
    """Drop every view of ours."""
    for name in db.view_names():
        if name.startswith("v_"):
            db.execute(f"drop view {name}")


def create(db: Database) -> None:
    """Make every view."""
    for name, query in VIEWS.items():
        db.execute(f"create view {name} as {query}")


def keep_offsets(db: Database, zone: tzinfo) -> None:
    """Let the views tell the times of *zone*; an unchanged zone writes nothing."""
    wanted = offsets(zone)
    if (
        db.execute("select since, until, seconds from utc_offsets order by since").fetchall()
        != wanted
    ):
        db.execute("delete from utc_offsets")
        db.conn.executemany("insert into utc_offsets values (?, ?, ?)", wanted)


@cache
def offsets(zone: tzinfo) -> list[tuple[str, str, int]]:
    """Return the rows of `_offsets`: to find them takes longer than all else that a start writes."""
    return list(_offsets(zone))


def _offsets(zone: tzinfo) -> Iterator[tuple[str, str, int]]:
    """Yield each time in which the clock of *zone* is not changed, with its offset in seconds."""
    start, end = (datetime(year, 1, 1, tzinfo=UTC) for year in YEARS)
    since, offset = start, _seconds(start, zone)
    day = start
    while day < end:
        following = day + timedelta(days=1)
        if _seconds(following, zone) != offset:
            changed = next(at for n in range(25) if _seconds(at := day + n * _HOUR, zone) != offset)
            yield _stamp(since), _stamp(changed), offset
            since, offset = changed, _seconds(changed, zone)
        day = following
    yield _stamp(since), _stamp(end), offset


def _stamp(instant: datetime) -> str:
    """Write an instant of UTC as `bot.store.db.stamp` does, which needs this module."""
    return instant.isoformat(timespec="microseconds")


def _seconds(instant: datetime, zone: tzinfo) -> int:
    offset = instant.astimezone(zone).utcoffset() or timedelta()
    return int(offset.total_seconds())


def _utc(column: str) -> str:
    return f"strftime('%Y-%m-%dT%H:%M:%SZ', {column})"


def _times(column: str, name: str) -> str:
    """Write a stamp as two columns: *name* in local time and *name*_utc."""
    offset = f"(select seconds from utc_offsets where since <= {column} and {column} < until)"  # noqa: S608
    local = f"strftime('%Y-%m-%dT%H:%M:%S', {column}, {offset} || ' seconds')"
    return f"{local} as {name}, {_utc(column)} as {name}_utc"


def _wall(day: str, at: str, name: str) -> str:
    """Write a day and a wall time as two columns; of an hour that comes twice, the first."""
    local = f"{day} || 'T' || {at}"
    shifted = f"strftime('%Y-%m-%dT%H:%M:%S', {local}, (-seconds) || ' seconds')"
    utc = (
        f"(select min({shifted}) || 'Z' from utc_offsets"  # noqa: S608 -- columns
        f" where {shifted} >= since and {shifted} < until)"
    )
    return f"strftime('%Y-%m-%dT%H:%M:%S', {local}) as {name}, {utc} as {name}_utc"


def _name(column: str) -> str:
    return f"(select name from members where members.id = {column})"  # noqa: S608


def _minutes(start: str, end: str) -> str:
    return f"cast(round((julianday({end}) - julianday({start})) * 1440) as integer)"


_FIRST_REPLY = """(
    select min(a.created_at) from comments a
    where a.from_page and a.parent_id = coalesce(c.parent_id, c.id)
      and (c.parent_id is null or a.created_at > c.created_at)
      and (a.gone_at is null or c.gone_at is not null)
)"""
_CLAIMED = """(
    select min(u.at) from audit u
    where u.subject = 'comment:' || c.id and u.act glob 'comment.*'
      and u.act in ('comment.claimed', 'comment.handed_over', 'comment.taken_over')
)"""

VIEWS = {
    "v_plan": f"""
        select p.id as post_id, p.title, p.text, o.name as outlet,
            {_wall("p.day", "p.at", "planned_at")}, p.status, {_name("p.owner")} as owner,
            s.name as series, p.idea_id, p.link, {_times("p.created_at", "created_at")},
            {_times("p.published_at", "published_at")}
        from posts p join outlets o on o.id = p.outlet_id
        left join occurrences x on x.post_id = p.id left join series s on s.id = x.series_id
        where p.disposal_id is null
    """,  # noqa: S608 -- our own words
    "v_ideas": f"""
        select i.id as idea_id, i.title, i.note, i.tags, {_name("i.author")} as author,
            {_times("i.created_at", "created_at")}, i.votes, i.routing,
            (select name from outlets where outlets.id = i.routed_to) as routed_to,
            i.planned as is_planned
        from ideas i where i.dropped_at is null and i.disposal_id is null
    """,  # noqa: S608 -- our own words
    "v_comments": f"""
        select c.id as comment_id, c.post_id, coalesce(c.parent_id, c.id) as thread_id,
            case when c.from_page then 'out' else 'in' end as direction, c.author_name, c.text,
            c.attachment, c.permalink, g.message as post_text, {_times("c.created_at", "written_at")},
            {_times("c.seen_at", "seen_at")}, {_times("c.gone_at", "gone_at")}, c.is_hidden,
            (select count(*) from comment_versions v where v.comment_id = c.id) as times_edited,
            r.state, {_name("r.owner")} as owner, r.flagged_by is not null as is_flagged,
            r.praised_by is not null as is_praised, r.reason, {_times("r.closed_at", "closed_at")},
            r.uncounted_at is not null as is_uncounted
        from comments c join page_posts g on g.id = c.post_id
        left join relays r on r.comment_id = c.id where c.disposal_id is null
    """,  # noqa: S608 -- our own words
    "v_answers": f"""
        select a.id as answer_id, a.parent_id as thread_id, a.post_id, a.text,
            {_times("a.created_at", "written_at")}, w.kind,
            coalesce({_name("w.who")}, 'facebook') as written_by, a.permalink
        from comments a left join answers w on w.page_id = a.id
        where a.from_page and a.parent_id is not null and a.disposal_id is null
    """,  # noqa: S608 -- our own words
    "v_measures": f"""
        with m as materialized (
            select c.id as comment_id, c.post_id, r.state, c.created_at as written,
                {_CLAIMED} as claimed, {_FIRST_REPLY} as replied, r.closed_at as closed,
                r.uncounted_at
            from comments c join relays r on r.comment_id = c.id
        )
        select m.comment_id, m.post_id, m.state,
            m.uncounted_at is null and m.state not in ('unneeded', 'hidden', 'removed', 'gone')
                as wants_answer,
            {_times("m.written", "written_at")}, {_times("m.claimed", "claimed_at")},
            {_times("m.replied", "replied_at")}, {_times("m.closed", "closed_at")},
            {_minutes("m.written", "m.claimed")} as minutes_to_claim,
            {_minutes("m.written", "m.replied")} as minutes_to_reply,
            m.uncounted_at is not null as is_uncounted
        from m
    """,  # noqa: S608 -- our own words
    "v_disposals": f"""
        select d.id as disposal_id, d.class, d.decision, d.decided_on, d.state, d.count as listed,
            d.disposed, d.skipped + d.held as held, d.copies, {_name("d.who")} as decided_by,
            {_times("d.first", "first_at")}, {_times("d.last", "last_at")},
            {_times("d.listed_at", "listed_at")}, {_times("d.finished_at", "finished_at")}
        from disposals d
    """,  # noqa: S608 -- our own words
}
