"""What the database holds: for each table what it is for, whose data it is, and how long it stays.

The one declaration of it: `/lucka data` tells it, `docs/schema.md` prints it, and a test holds it
equal to the schema, so that no table comes in without somebody having said why.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum


class Purpose(StrEnum):
    """What a table is for; the catalogues say it in words (`data-purpose-*`)."""

    COMMENTS = "comments"
    ANSWERS = "answers"
    MODERATION = "moderation"
    PAGE = "page"
    PLAN = "plan"
    IDEAS = "ideas"
    TEAM = "team"
    SETTINGS = "settings"
    MESSAGES = "messages"
    LOG = "log"
    PASSING = "passing"
    TECHNICAL = "technical"


class Whose(StrEnum):
    """Whose personal data there may be; of both where residents' are written by colleagues."""

    RESIDENTS = "residents"
    BOTH = "both"
    COLLEAGUES = "colleagues"
    NOBODY = "nobody"


class Stays(StrEnum):
    """How long it stays: until it is disposed of with a class, or as the words say."""

    ROUTINE = "routine"  # with the class, or with `kept` where the thread is kept
    KEPT = "kept"
    WORKING = "working"
    COPIES = "copies"
    CHANGED = "changed"  # until the team changes it
    ALWAYS = "always"
    DAYS = "days"  # at most two, by the housekeeping
    QUARTER = "quarter"  # 90 days, by the housekeeping


@dataclass(frozen=True, slots=True)
class Table:
    """One table of the database."""

    purpose: Purpose
    whose: Whose
    stays: Stays


def _tables(names: str, purpose: Purpose, whose: Whose, stays: Stays) -> dict[str, Table]:
    return dict.fromkeys(names.split(), Table(purpose, whose, stays))


TABLES: Mapping[str, Table] = {
    **_tables(
        "comments comment_versions praise judgements",
        Purpose.COMMENTS,
        Whose.BOTH,
        Stays.ROUTINE,
    ),
    **_tables("concerns", Purpose.COMMENTS, Whose.BOTH, Stays.ROUTINE),
    **_tables("watch_hits", Purpose.COMMENTS, Whose.RESIDENTS, Stays.ROUTINE),
    **_tables(
        "relays reactions gathered storms comment_reminders untold_lapses comment_tags",
        Purpose.COMMENTS,
        Whose.COLLEAGUES,
        Stays.ALWAYS,
    ),
    **_tables("answers answer_changes", Purpose.ANSWERS, Whose.BOTH, Stays.ROUTINE),
    **_tables(
        "moderation moderation_snapshots moderation_copies blocks",
        Purpose.MODERATION,
        Whose.BOTH,
        Stays.KEPT,
    ),
    **_tables("registrations", Purpose.MODERATION, Whose.BOTH, Stays.KEPT),
    **_tables("handed_over disclosures", Purpose.MODERATION, Whose.COLLEAGUES, Stays.ALWAYS),
    **_tables("page_posts post_counts", Purpose.PAGE, Whose.NOBODY, Stays.ALWAYS),
    **_tables("posts post_history publications", Purpose.PLAN, Whose.BOTH, Stays.WORKING),
    **_tables(
        "series occurrences reuses left_empty postponed nagged imports imported import_asks pictures import_sweeps import_swept",
        Purpose.PLAN,
        Whose.COLLEAGUES,
        Stays.ALWAYS,
    ),
    **_tables(
        "ideas idea_words idea_votes reserves", Purpose.IDEAS, Whose.COLLEAGUES, Stays.WORKING
    ),
    **_tables("lessons lesson_words", Purpose.IDEAS, Whose.COLLEAGUES, Stays.CHANGED),
    **_tables("briefs concerns_told", Purpose.COMMENTS, Whose.COLLEAGUES, Stays.ALWAYS),
    **_tables("wheel_items wheel_ideas", Purpose.IDEAS, Whose.NOBODY, Stays.CHANGED),
    **_tables(
        "team stand_ins rights members absences own_hours weekday_owners roster roster_swaps",
        Purpose.TEAM,
        Whose.COLLEAGUES,
        Stays.CHANGED,
    ),
    **_tables(
        "outlets cadences exceptions pauses working_calendar nag_levels policy lapsing relaying"
        " comment_rules watch_words fears goals figure_switches language",
        Purpose.SETTINGS,
        Whose.NOBODY,
        Stays.CHANGED,
    ),
    **_tables(
        "page_facts peers setting_changes publishing answering replies units relay_channels",
        Purpose.SETTINGS,
        Whose.COLLEAGUES,
        Stays.CHANGED,
    ),
    **_tables("outbox", Purpose.MESSAGES, Whose.BOTH, Stays.COPIES),
    **_tables("audit", Purpose.LOG, Whose.COLLEAGUES, Stays.ALWAYS),
    **_tables("disposal_rules disposals holds", Purpose.LOG, Whose.COLLEAGUES, Stays.ALWAYS),
    **_tables("disposing", Purpose.LOG, Whose.NOBODY, Stays.DAYS),
    **_tables("inbox events page_hints given_files", Purpose.PASSING, Whose.COLLEAGUES, Stays.DAYS),
    **_tables("page_looks", Purpose.TECHNICAL, Whose.NOBODY, Stays.QUARTER),
    **_tables("job_runs facts utc_offsets", Purpose.TECHNICAL, Whose.NOBODY, Stays.ALWAYS),
}


def groups() -> list[tuple[Table, list[str]]]:
    """Return the kinds of tables in order, each with the tables that are of it."""
    return [
        (kind, [name for name, table in TABLES.items() if table == kind])
        for kind in dict.fromkeys(TABLES.values())
    ]
