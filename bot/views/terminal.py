"""What the command line prints: problems with settings, the table of `check`, a dry run."""

from collections.abc import Iterable, Mapping, Sequence
from datetime import date, datetime
from pathlib import Path
from typing import Any

from bot.config import Problem
from bot.domain.audit_chain import Verdict
from bot.domain.settings_file import Difference
from bot.locales import Words
from bot.locales import format as say


def problems(words: Words, found: Iterable[Problem]) -> str:
    """Say everything that is wrong with the settings at once, and where to read on."""
    lines = [f"  {p.name}: {words(p.kind, value=p.value)}" for p in found]
    return "\n".join([words("cli-problems"), *lines, words("cli-problems-help")])


def row(
    words: Words,
    grade: str,
    part: str,
    kind: str,
    values: Mapping[str, str | date],
    *,
    today: date,
) -> str:
    """Return one line of the table of `check`: how it stands, what, and how to mend it."""
    shown = {
        name: _day(words, value, today) if isinstance(value, date) else value
        for name, value in values.items()
    }
    head = f"{words(f'check-grade-{grade}'):<6} {words(f'check-part-{part}'):<16}"
    return f"{head} {words(kind, **shown)}"


def _day(words: Words, value: date, today: date) -> str:
    """Write a day, with the time where there is one."""
    if isinstance(value, datetime):
        return say.day_at(value.date(), value.time(), words, today=today)
    return say.day_long(value, words, today=today)


def verdict(found: Verdict) -> Mapping[str, str]:
    """Return what is said of the audit log: how long it is, its head, and the first bad line."""
    return {"count": str(found.head.count), "head": found.head.hash, "line": str(found.line)}


def dry_run(words: Words, rows: Sequence[tuple[str, Mapping[str, Any]]]) -> str:
    """Show what a job would have put into the outbox: keys and fallback texts."""
    if not rows:
        return words("cli-job-nothing")
    return "\n\n".join(f"[{key}]\n{body.get('text', '')}" for key, body in rows)


def differences(words: Words, found: Sequence[Difference], *, former: Path | None) -> str:
    """Tell what a file of settings would change, a value a line, or has; *former* has what was."""
    if not found:
        return words("cli-settings-same")
    lines = [f"{each.path}: {each.before} → {each.after}" for each in found]
    if former is None:
        return "\n".join([*lines, words("cli-settings-would")])
    return "\n".join([*lines, words("cli-settings-applied", file=str(former))])
