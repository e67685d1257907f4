"""The first release: the plan, the comments, the outbox, the ledgers, the inbox, the feed."""

from sqlite_utils import Database

from bot.store.migrations.steps import migrations, run


@migrations()
def m001_plan(db: Database) -> None:
    """Outlets, ideas and the plan.

    Slots and gaps have no table: they are computed from an outlet's cadence. What is stored is the
    exception, a slot that somebody left empty on purpose or wants to be reminded of later, and which
    slots the nag of a day (`nag`) has named, for they keep their rows in it until evening. Whether
    an idea is free or planned is not stored either: it is planned while a post that is not
    cancelled comes from it, so a cancelled post returns its idea by itself. `search` is
    the words in case-folded NFC, each after a space, because SQLite folds ASCII only. `revision`
    counts what was done to a post and `before` is what it was before the last of it (JSON), so
    that exactly the last act can be undone.
    """
    run(
        db,
        """
        create table outlets (
            id integer primary key,
            name text not null,
            rule text,
            at text,
            position integer not null,
            check ((rule is null) = (at is null))
        ) strict
        """,
        """
        create table ideas (
            id integer primary key,
            title text not null,
            note text not null,
            links text not null,
            permalink text,
            author text not null,
            created_at text not null,
            dropped_at text,
            search text not null
        ) strict
        """,
        """
        create table posts (
            id integer primary key,
            title text not null,
            text text not null,
            outlet_id integer not null references outlets (id),
            day text not null,
            at text not null,
            owner text,
            status text not null check (status in ('draft', 'ready', 'published', 'cancelled')),
            idea_id integer references ideas (id),
            link text,
            created_by text not null,
            created_at text not null,
            updated_at text not null,
            published_at text,
            revision integer not null,
            before text
        ) strict
        """,
        "create index posts_day on posts (day, at, outlet_id, status)",
        "create index posts_open on posts (day) where status in ('draft', 'ready')",
        "create index ideas_kept on ideas (created_at, id) where dropped_at is null",
        "create index posts_idea on posts (idea_id)",
        """
        create table left_empty (
            outlet_id integer not null references outlets (id),
            day text not null,
            at text not null,
            who text not null,
            decided_at text not null,
            primary key (outlet_id, day, at)
        ) strict
        """,
        """
        create table postponed (
            outlet_id integer not null references outlets (id),
            day text not null,
            at text not null,
            until text not null,
            who text not null,
            decided_at text not null,
            primary key (outlet_id, day, at)
        ) strict
        """,
        """
        create table nagged (
            nag text not null,
            outlet_id integer not null references outlets (id),
            day text not null,
            at text not null,
            primary key (nag, outlet_id, day, at)
        ) strict
        """,
    )


@migrations()
def m002_comments(db: Database) -> None:
    """Keep what Facebook says apart from what the team decided.

    A sync writes `page_posts` and `comments` and nothing else; `relays` holds the team's
    decisions, so that no sync can undo a claim. A comment without a relay is history from before
    the bot's first look, or the page's own.
    """
    run(
        db,
        """
        create table page_posts (
            id text primary key,
            message text not null,
            permalink text,
            created_at text not null
        ) strict
        """,
        """
        create table comments (
            id text primary key,
            post_id text not null references page_posts (id),
            parent_id text,
            author_id text,
            author_name text,
            text text not null,
            attachment text,
            created_at text not null,
            permalink text,
            is_hidden integer not null,
            from_page integer not null,
            seen_at text not null
        ) strict
        """,
        "create index comments_thread on comments (parent_id)",
        "create index comments_post on comments (post_id)",
        """
        create table relays (
            comment_id text primary key references comments (id),
            state text not null check (state in ('new', 'claimed', 'answered', 'handled')),
            owner text,
            claimed_at text,
            flagged_by text,
            flagged_at text,
            praised_by text,
            praised_at text,
            closed_by text,
            closed_at text,
            answer_id text,
            relayed_at text not null
        ) strict
        """,
        "create index relays_open on relays (state) where state in ('new', 'claimed')",
    )


@migrations()
def m003_outbox(db: Database) -> None:
    """One row is one message that stands in Slack, or will.

    A row keeps the newest state of its message (`body`, `revision`) and what Slack has of it
    (`ts`, `sent_revision`), so that updates coalesce by construction. `tried_at` is set while an
    attempt to post has no known outcome: then the message is looked for in the channel's history
    before anything is sent again. `id` gives the order within a channel. `until` is when a message
    that does not stand in Slack by then is of no use any more: yesterday's digest.
    """
    run(
        db,
        """
        create table outbox (
            id integer primary key autoincrement,
            key text not null unique,
            kind text not null check (kind in ('post', 'note', 'home')),
            channel text not null,
            user text,
            body text not null,
            revision integer not null default 1,
            sent_revision integer not null default 0,
            ts text,
            state text not null default 'pending' check (state in ('pending', 'sent', 'dead')),
            attempts integer not null default 0,
            tried_at text,
            error text,
            created_at text not null,
            until text,
            sent_at text
        ) strict
        """,
        "create index outbox_pending on outbox (id) where state = 'pending'",
        "create unique index outbox_place on outbox (channel, ts) where ts is not null",
    )


@migrations()
def m004_ledgers(db: Database) -> None:
    """Keep what has happened: jobs by due time, events by id, acts by person.

    `job_runs` is keyed by the local date or the due instant, never by "has fired", so that a job
    runs once however often its trigger does. `events` remembers what Slack may repeat for 25
    hours. `audit` says who did what and when, with ids only. `facts` holds the few single values
    that must outlive a restart.
    """
    run(
        db,
        """
        create table job_runs (
            job text not null,
            due text not null,
            ran_at text not null,
            late integer not null,
            primary key (job, due)
        ) strict
        """,
        "create table events (id text primary key, seen_at text not null) strict",
        "create index events_seen on events (seen_at)",
        """
        create table audit (
            id integer primary key autoincrement,
            at text not null,
            who text not null,
            act text not null,
            subject text not null,
            detail text not null
        ) strict
        """,
        "create index audit_subject on audit (subject)",
        """
        create table members (
            id text primary key,
            name text not null,
            kind text not null check (kind in ('member', 'guest', 'stranger', 'bot', 'gone')),
            checked_at text not null
        ) strict
        """,
        "create table facts (name text primary key, value text not null) strict",
    )


@migrations()
def m005_inbox(db: Database) -> None:
    """Keep slash commands until they are answered, and where Slack wants a private word.

    A command is stored as it came before it is acknowledged, and deleted by the transaction that
    decides it. Slack gives each command an address of its own for the answer, which works in any
    channel; where the bot is no member, nothing else does.
    """
    run(
        db,
        """
        create table inbox (
            id integer primary key,
            trigger text not null unique,
            command text not null,
            kept_at text not null
        ) strict
        """,
        "alter table outbox add column url text",
    )


@migrations()
def m006_feed(db: Database) -> None:
    """Make the name that tells this database's calendar events from all others.

    Calendars know an event by its UID alone and for good, so the name is made once, goes along in
    backups, and has nothing in it that may change or that tells where it comes from.
    """
    run(db, "insert into facts values ('feed:namespace', 'lucka-' || lower(hex(randomblob(8))))")
