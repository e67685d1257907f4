"""The audit log as a chain, what was registered, and what was taken out as files."""

from sqlite_utils import Database

from bot.domain.audit_chain import Head, chained
from bot.store.migrations.steps import migrations, run


@migrations()
def m030_records(db: Database) -> None:
    """Chain the audit log, hold it to growing only, and keep registrations and files taken out.

    Every line gets the hash of the line before it and of itself, in the order of their numbers;
    the head of the chain (count and hash) is the fact `audit:head`, so that lines missing at the
    end show. The triggers stop a slip of the hand or of a program: who may write the file can
    drop them, and is then found out by the chain. A line that replaces another is stopped before
    it is written, for SQLite would delete the old one without a trigger.

    `registrations` has a row for each time a number was noted; the newest that was not withdrawn
    counts, so that withdrawing a correction brings back what stood before it.

    `disclosures` has a row for each time comments were taken out: what was looked for while the
    files are made, and afterwards how much, by whom and under which provision. Names and words
    that were looked for are gone then, which a check holds; who had asked for it never stands
    there. `comment_id` may outlive its comment.

    `before` is what an answer said until it was changed or taken away: the answer itself only
    holds what it says now. The indexes are for reading what became of many comments at once.
    """
    db.execute("alter table audit add column hash text not null default ''")
    db.execute("insert or replace into facts values ('audit:head', ?)", [str(_chain(db))])
    run(
        db,
        """
        create trigger audit_no_update before update on audit
        begin select raise(abort, 'the audit log is not changed'); end
        """,
        """
        create trigger audit_no_delete before delete on audit
        begin select raise(abort, 'the audit log is not shortened'); end
        """,
        """
        create trigger audit_no_replace before insert on audit
        when exists (select 1 from audit where id >= new.id and new.id > 0)
        begin select raise(abort, 'the audit log only grows'); end
        """,
        """
        create table registrations (
            id integer primary key,
            comment_id text not null references comments (id),
            number text not null,
            day text not null,
            party text not null,
            noted_by text not null,
            noted_at text not null,
            withdrawn_by text,
            withdrawn_at text
        ) strict
        """,
        "create index registrations_of on registrations (comment_id)",
        """
        create table disclosures (
            id integer primary key,
            kind text not null check (kind in ('disclosure', 'record', 'snapshot')),
            who text not null,
            asked_at text not null,
            since text,
            until text,
            comment_id text,
            post text not null,
            person text not null,
            is_masked integer not null,
            is_nameless integer not null,
            provision text not null,
            state text not null check (state in ('waiting', 'done', 'failed')),
            comments integer,
            ended_at text,
            check (state = 'waiting' or (post = '' and person = ''))
        ) strict
        """,
        "alter table answer_changes add column before text not null default ''",
        "create index answers_of on answers (comment_id)",
        "create index moderation_of on moderation (comment_id)",
        "create index disclosures_waiting on disclosures (id) where state = 'waiting'",
    )


def _chain(db: Database) -> Head:
    """Give every line that is there its hash; return the head."""
    head = Head()
    rows = db.execute("select id, at, who, act, subject, detail from audit order by id").fetchall()
    for line_id, *fields in rows:
        head = Head(head.count + 1, chained(head.hash, line_id, *fields))
        db.execute("update audit set hash = ? where id = ?", [head.hash, line_id])
    return head
