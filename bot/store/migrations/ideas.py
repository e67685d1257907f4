"""The idea bank grows up: tags, outlets, season, votes, where an idea belongs, and its search."""

from sqlite_utils import Database

from bot.domain.text import fold, words_of
from bot.store.migrations.steps import migrations, run

OPEN = "dropped_at is null and planned = 0 and routing in ('waiting', 'outlet')"


@migrations()
def m009_idea_bank(db: Database) -> None:
    """Let ideas be tagged, tied to a season, voted for and routed, and be found among 100,000.

    `planned` and `votes` repeat what `posts` and `idea_votes` say, because an index over ideas can
    only look at the idea itself; triggers keep both, so that no code can forget to. The partial
    indexes are the lists that people see: each reads only the rows it shows. `idea_words` holds
    folded words, each one token ("ascii" takes å, ä, ö and emoji as letters and leaves them
    alone), and its own copy of them: it costs less than external content, which must be told the
    former words at every change. `name` is the folded title. A season is two dates, or two months
    written with two digits, which sort before every date. `before` is what was decided before the
    last decision (JSON).

    Ideas from before this step wait to be routed like new ones: nobody has been asked about them,
    and until somebody answers they are suggested as before, so that waiting harms nothing.
    """
    _columns(db)
    _words(db)
    _counters(db)
    _lists(db)


def _columns(db: Database) -> None:
    run(
        db,
        "alter table ideas add column name text not null default ''",
        "alter table ideas add column tags text not null default '[]'",
        "alter table ideas add column outlets text not null default '[]'",
        "alter table ideas add column season text check (season in ('days', 'by', 'months'))",
        "alter table ideas add column season_first text",
        "alter table ideas add column season_last text",
        "alter table ideas add column votes integer not null default 0",
        "alter table ideas add column planned integer not null default 0",
        """
        alter table ideas add column routing text not null default 'waiting'
        check (routing in ('waiting', 'outlet', 'later', 'no'))
        """,
        "alter table ideas add column routed_to integer references outlets (id)",
        "alter table ideas add column later_until text",
        "alter table ideas add column reason text not null default ''",
        "alter table ideas add column routed_by text",
        "alter table ideas add column decision integer not null default 0",
        "alter table ideas add column before text",
        "alter table ideas drop column search",
        """
        create table idea_votes (
            idea_id integer not null references ideas (id),
            who text not null,
            primary key (idea_id, who)
        ) strict
        """,
    )


def _words(db: Database) -> None:
    run(
        db,
        """
        create virtual table idea_words using fts5 (words, tags, tokenize = 'ascii', prefix = '1 2 3')
        """,
    )
    kept = db.execute("select id, title, note, dropped_at from ideas").fetchall()
    for number, title, note, dropped_at in kept:
        db.execute("update ideas set name = ? where id = ?", [fold(title), number])
        if dropped_at is None:
            words = " ".join(words_of(f"{title}\n{note}"))
            db.execute(
                "insert into idea_words (rowid, words, tags) values (?, ?, '')", [number, words]
            )


def _counters(db: Database) -> None:
    planned = """
        update ideas set planned = exists (
            select 1 from posts where posts.idea_id = ideas.id and posts.status <> 'cancelled'
        )
    """
    votes = "update ideas set votes = votes"
    run(
        db,
        planned,
        f"""
        create trigger idea_planned after insert on posts when new.idea_id is not null
        begin {planned} where id = new.idea_id; end
        """,
        f"""
        create trigger idea_replanned after update of idea_id, status on posts
        begin {planned} where id in (old.idea_id, new.idea_id); end
        """,
        f"create trigger idea_voted after insert on idea_votes begin {votes} + 1"
        " where id = new.idea_id; end",
        f"create trigger idea_unvoted after delete on idea_votes begin {votes} - 1"
        " where id = old.idea_id; end",
    )


def _lists(db: Database) -> None:
    run(
        db,
        "create index ideas_name on ideas (name, id) where dropped_at is null and planned = 0",
        "create index ideas_author on ideas (author, created_at)",
        "create index ideas_free on ideas (created_at, id)"
        " where dropped_at is null and planned = 0 and routing <> 'no'",
        "create index ideas_waiting on ideas (created_at, id)"
        " where dropped_at is null and planned = 0 and routing = 'waiting'",
        "create index ideas_later on ideas (later_until, id)"
        " where dropped_at is null and planned = 0 and routing = 'later'",
        f"create index ideas_open on ideas (created_at, id) where {OPEN}",
        f"create index ideas_votes on ideas (votes desc, id) where {OPEN} and votes > 0",
        f"create index ideas_season on ideas (season_first, id) where {OPEN} and season is not null",
        f"create index ideas_routed on ideas (routed_to, id) where {OPEN}"
        " and routed_to is not null",
    )
