"""What has happened already: jobs by due time, events by id, acts by person, single facts."""

import json
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime

from sqlite_utils import Database

from bot.store import audit
from bot.store.db import instant, stamp


@dataclass(frozen=True, slots=True)
class Act:
    """One line of the audit log. *who* is a Slack id, `facebook` or `lucka`.

    Ids, never texts, but for a reason that has to be on record.
    """

    at: datetime
    who: str
    act: str
    subject: str
    detail: Mapping[str, str]


def claim(db: Database, job: str, due: str, *, now: datetime, late: bool) -> bool:
    """Take the run of *job* that was due at *due* (local date or instant); False if it was taken."""
    taken = db.execute(
        "insert or ignore into job_runs (job, due, ran_at, late) values (?, ?, ?, ?)",
        [job, due, stamp(now), int(late)],
    )
    return taken.rowcount == 1


def ran(db: Database, job: str, due: str) -> bool:
    """Say whether the run of *job* due at *due* has been taken."""
    rows = db.execute("select 1 from job_runs where job = ? and due = ?", [job, due])
    return rows.fetchone() is not None


def ran_before(db: Database, job: str, due: str) -> bool:
    """Say whether a run of *job* that was due before *due* has been taken."""
    rows = db.execute("select 1 from job_runs where job = ? and due < ?", [job, due])
    return rows.fetchone() is not None


def ran_at(db: Database, job: str, due: str) -> datetime | None:
    """Return when the run of *job* due at *due* was taken, or None while it has not been."""
    row = db.execute("select ran_at from job_runs where job = ? and due = ?", [job, due]).fetchone()
    return instant(row[0]) if row else None


def was_late(db: Database, job: str, due: str) -> bool:
    """Say whether the run of *job* due at *due* came noticeably after its time."""
    rows = db.execute("select late from job_runs where job = ? and due = ?", [job, due])
    return bool(rows.fetchone() == (1,))


def forget_runs(db: Database, job: str) -> None:
    """Delete every run of *job*."""
    db.execute("delete from job_runs where job = ?", [job])


def ran_after(db: Database, then: datetime) -> list[tuple[str, str]]:
    """Return job and due of the runs that were taken later than *then*."""
    rows = db.execute("select job, due from job_runs where ran_at > ?", [stamp(then)])
    return [(job, due) for job, due in rows.fetchall()]


def forget_run(db: Database, job: str, due: str) -> None:
    """Let the run of *job* due at *due* not have been."""
    db.execute("delete from job_runs where job = ? and due = ?", [job, due])


def forget_facts(db: Database, prefix: str) -> None:
    """Forget the facts whose name begins with *prefix*."""
    for name in facts(db, prefix):
        drop_fact(db, name)


def first_time(db: Database, event_id: str, *, now: datetime) -> bool:
    """Take the event *event_id*; False if Slack has told us of it before."""
    taken = db.execute(
        "insert or ignore into events (id, seen_at) values (?, ?)", [event_id, stamp(now)]
    )
    return taken.rowcount == 1


def forget_events(db: Database, *, before: datetime) -> int:
    """Delete events seen before *before* (Slack repeats for up to 25 hours); return how many."""
    return db.execute("delete from events where seen_at < ?", [stamp(before)]).rowcount


def record(db: Database, who: str, act: str, subject: str, *, now: datetime, **detail: str) -> None:
    """Write to the audit log that *who* did *act* (`post.moved`) to *subject* (`post:12`)."""
    told = json.dumps(detail, ensure_ascii=False, sort_keys=True)
    audit.add(db, stamp(now), who, act, subject, told)


def acts(db: Database, subject: str) -> list[Act]:
    """Return what was done to *subject*, oldest first."""
    rows = db.query("select * from audit where subject = ? order by id", [subject])
    return [
        Act(instant(r["at"]), r["who"], r["act"], r["subject"], json.loads(r["detail"]))
        for r in rows
    ]


def fact(db: Database, name: str) -> str | None:
    """Return the fact *name*, or None while it is not known."""
    row = db.execute("select value from facts where name = ?", [name]).fetchone()
    return row[0] if row else None


def set_fact(db: Database, name: str, value: str) -> None:
    """Remember *value* as the fact *name*."""
    db.execute(
        "insert into facts values (?, ?) on conflict (name) do update set value = excluded.value",
        [name, value],
    )


def facts(db: Database, prefix: str) -> dict[str, str]:
    """Return the facts whose name begins with *prefix*, by name."""
    rows = db.execute(
        "select name, value from facts where substr(name, 1, ?) = ?", [len(prefix), prefix]
    )
    return dict(rows.fetchall())


def drop_fact(db: Database, name: str) -> None:
    """Forget the fact *name*."""
    db.execute("delete from facts where name = ?", [name])


def seen(db: Database, event_id: str) -> bool:
    """Say whether the event *event_id* has been decided."""
    return db.execute("select 1 from events where id = ?", [event_id]).fetchone() is not None
