"""Every setting of the team, once: its name, how it is written down, how it is read back.

What is written down is plain values (`bot.domain.settings_file`), the same in the history, in the
file that a team saves, and for the way back. Nobody's absences or own hours are among them, and no
secrets; people are Slack ids.
"""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from functools import partial

from sqlite_utils import Database

from bot.domain.settings_file import Json, Node
from bot.store import language, tips
from bot.store import settings_figures as figures
from bot.store import settings_lists as lists
from bot.store import settings_people as people
from bot.store import settings_values as values


@dataclass(frozen=True, slots=True)
class Setting:
    """One setting: *dump* returns it as plain values, *load* reads them and lets them count.

    A list (a *is_list*) has a way back for each of its entries, and none as a whole.
    """

    name: str
    dump: Callable[[Database], Json]
    load: Callable[[Database, Node], None]
    is_list: bool = False


def every(now: datetime) -> tuple[Setting, ...]:
    """Return every setting, in an order in which they can be read: what others name comes first.

    What a list loses is archived at *now*.
    """
    return (
        Setting("team", people.dump_team, people.load_team),
        Setting("rights", people.dump_rights, people.load_rights),
        Setting("outlets", lists.dump_outlets, partial(lists.load_outlets, now=now), is_list=True),
        _open("hours", values.dump_hours, values.load_hours, "working_calendar"),
        _open(
            "reminders",
            people.dump_reminders,
            people.load_reminders,
            "nag_levels",
            "weekday_owners",
        ),
        _open("policy", values.dump_policy, values.load_policy, "policy"),
        Setting("roster", people.dump_roster, people.load_roster),
        Setting("watch_words", values.dump_watch_words, values.load_watch_words),
        Setting("meetings", values.dump_meetings, values.load_meetings),
        Setting("publishing", values.dump_publishing, values.load_publishing),
        _open("relaying", values.dump_relaying, values.load_relaying, "relaying"),
        Setting("answering", values.dump_answering, values.load_answering),
        Setting("replies", lists.dump_replies, partial(lists.load_replies, now=now), is_list=True),
        Setting("weekly_word", values.dump_weekly_word, values.load_weekly_word),
        Setting("tips", tips.are_on, values.load_tips),
        _open("fears", figures.dump_fears, partial(figures.load_fears, now=now), "fears"),
        Setting("goals", figures.dump_goals, partial(figures.load_goals, now=now)),
        Setting("lapsing", values.dump_lapsing, values.load_lapsing),
        Setting("rules", lists.dump_rules, partial(lists.load_rules, now=now), is_list=True),
        Setting("units", lists.dump_units, partial(lists.load_units, now=now), is_list=True),
        Setting("decisions", values.dump_decisions, values.load_decisions),
        _open("language", language.chosen, values.load_language, "language"),
    )


def dump(db: Database, now: datetime) -> dict[str, Json]:
    """Return every setting as plain values, by name."""
    return {setting.name: setting.dump(db) for setting in every(now)}


def _open(
    name: str,
    dump: Callable[[Database], Json],
    load: Callable[[Database, Node], None],
    *tables: str,
) -> Setting:
    """Return a setting that is null while nobody has decided it: while its *tables* are empty."""

    def dump_it(db: Database) -> Json:
        return dump(db) if any(db[table].count for table in tables) else None

    def load_it(db: Database, node: Node) -> None:
        if node.value is not None:
            load(db, node)
            return
        for table in tables:
            db.execute(f"delete from {table}")  # noqa: S608 -- names of ours

    return Setting(name, dump_it, load_it)
