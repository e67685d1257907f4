"""Who is who in the workspace, as Slack last told us."""

from collections import Counter
from collections.abc import Iterable

from sqlite_utils import Database

from bot.domain.members import Member, MemberKind
from bot.domain.text import fold
from bot.store.db import instant, stamp


def keep(db: Database, member: Member) -> None:
    """Remember *member*, in place of what was known before."""
    db.execute(
        "insert or replace into members (id, name, kind, checked_at) values (?, ?, ?, ?)",
        [member.id, member.name, member.kind, stamp(member.checked_at)],
    )


def find(db: Database, user: str) -> Member | None:
    """Return what is known of *user*, or None."""
    row = db.execute("select id, name, kind, checked_at from members where id = ?", [user])
    found = row.fetchone()
    return Member(found[0], found[1], MemberKind(found[2]), instant(found[3])) if found else None


def names(db: Database, users: Iterable[str | None]) -> dict[str, str]:
    """Return the name of each of *users* that is known, by id; None among them is passed over."""
    wanted = sorted({user for user in users if user})
    marks = ", ".join("?" * len(wanted))
    rows = db.execute(f"select id, name from members where id in ({marks})", wanted)  # noqa: S608
    return dict(rows.fetchall())


def everybody(db: Database) -> dict[str, str]:
    """Return the name of everybody who is known, by id."""
    return dict(db.execute("select id, name from members").fetchall())


def by_name(db: Database, kind: MemberKind) -> dict[str, str]:
    """Return the id of everybody of *kind*, by folded name and by id; of namesakes, nobody's."""
    rows = db.execute("select id, name from members where kind = ?", [kind]).fetchall()
    names = Counter(fold(name) for _, name in rows)
    found = {fold(name): user for user, name in rows if names[fold(name)] == 1}
    return found | {fold(user): user for user, _ in rows}
