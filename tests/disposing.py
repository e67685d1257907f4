"""Disposal for tests: decisions, matters that are over, and a file that can be searched."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path

from bot.deps import Deps
from bot.domain.comment_acts import decide
from bot.domain.comments import Act, State
from bot.domain.disposal import Class, Disposal, Rule, Unit
from bot.domain.page import PageComment
from bot.domain.team import Team
from bot.jobs import disposal as job
from bot.jobs import relay
from bot.store import comments, disposal, team
from bot.store import page as store_page
from bot.store.disposal_due import Item, due, look
from tests import make, page
from tests.answering import in_slack

RULE = Rule("RS 2026/114", date(2026, 1, 8), 30, Unit.DAYS)
LONG_AGO = make.NOW - timedelta(days=90)


def bot(deps: Deps, folder: Path) -> Deps:
    """Return the bot's parts with its file where it is, and Amira as the lead."""
    settings = replace(deps.settings, database_path=folder / "lucka.db")
    with deps.transaction() as db:
        team.save(db, Team(make.AMIRA, (make.JONAS,), (make.ELIN,)))
    return replace(deps, settings=settings)


def allow(deps: Deps, *kinds: Class, rule: Rule = RULE) -> None:
    """Enter a decision for *kinds*."""
    with deps.transaction() as db:
        for kind in kinds:
            disposal.set_rule(db, kind, rule)


def arrive(deps: Deps, *found: PageComment) -> None:
    """Let comments come long ago, and stand in Slack."""
    with deps.transaction() as db:
        kept = store_page.keep(db, [page.post()], found, now=LONG_AGO)
        new = comments.add_relays(db, kept.new, since=LONG_AGO.replace(year=2000), now=LONG_AGO)
        relay.show(deps, db, new, now=LONG_AGO)
    in_slack(deps)


def close(deps: Deps, *ids: str, state: State | None = None, days: int = 80) -> None:
    """Let the matters be over for *days*; as handled, or in another *state*."""
    at = make.NOW - timedelta(days=days)
    with deps.transaction() as db:
        for each in ids:
            before = comments.find(db, each)
            assert before
            after = decide(before, Act.HANDLE, make.AMIRA, now=at)
            comments.save(db, replace(after, state=state or after.state))
            relay.show(deps, db, [each], now=at)
    in_slack(deps)


def listed(deps: Deps) -> list[Disposal]:
    """List what is due."""
    with deps.transaction() as db:
        (before,) = db.execute("select coalesce(max(id), 0) from disposals").fetchone()
        job.want_list(db, make.AMIRA)
    job.list_wanted(deps, deps.now())
    with deps.reading() as db:
        rows = db.execute("select id from disposals where id > ? order by id", [before])
        return [disposal.get(db, row[0]) for row in rows.fetchall()]


def is_due(deps: Deps, kind: Class, *, rule: Rule = RULE) -> list[Item]:
    """Return what is due."""
    with deps.reading() as db:
        zone = deps.settings.timezone
        cutoff = rule.cutoff(deps.local(deps.now()).date(), zone)
        return due(db, kind, look(disposal.holds(db), cutoff, zone))


def decide_all(deps: Deps, lists: Sequence[Disposal], *, who: str = make.AMIRA) -> None:
    """Dispose of what was listed, to the end."""
    with deps.transaction() as db:
        for each in lists:
            job.begin(deps, db, each, who, now=deps.now())
    finish(deps)


def finish(deps: Deps) -> None:
    """Take every step that is left."""
    for _ in range(50):
        with deps.reading() as db:
            if disposal.under_way(db) is None:
                return
        job.go_on(deps, deps.now())
    raise AssertionError("it does not come to an end")


def stored(deps: Deps, disposal_id: int) -> Disposal:
    """Return a list as it is now."""
    with deps.reading() as db:
        return disposal.get(db, disposal_id)


def bytes_of(folder: Path) -> bytes:
    """Return all that stands in the file and in the log beside it."""
    return b"".join(file.read_bytes() for file in sorted(folder.glob("lucka.db*")))
