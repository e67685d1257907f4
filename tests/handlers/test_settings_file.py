"""The settings as a file: written, read back, compared; wrong values are told by their path."""

import json
import sqlite3
from contextlib import closing
from dataclasses import replace
from datetime import date, time

import pytest
from sqlite_utils import Database

from bot.domain.answers import Answering
from bot.domain.first_steps import Decision
from bot.domain.goals import Aim, Goal, State, Switches
from bot.domain.language import Language
from bot.domain.outlets import Cadence, Departure, Pause
from bot.domain.policy import Policy, Preset
from bot.domain.publishing import Publishing
from bot.domain.rights import Grant, Level, Right
from bot.domain.settings_file import (
    BadValue,
    SettingsNewer,
    SettingsOutsiders,
    SettingsReaders,
    SettingsUnreadable,
    read_file,
)
from bot.domain.tagging import Fear
from bot.domain.team import Team
from bot.jobs import drawings, pictures
from bot.locales import Words
from bot.store import (
    answers,
    cadences,
    calendar,
    comment_rules,
    first_steps,
    goals,
    language,
    levels,
    outbox,
    outlets,
    policy,
    publications,
    replies,
    roster,
    tagging,
    team,
)
from bot.store import db as store_db
from bot.store import settings as store
from bot.store import settings_history as history
from bot.store.units import UNITS
from bot.views import settings as settings_view
from handlers import files, settings_file
from tests.fakes import FakeAck
from tests.make import AMIRA, ELIN, GUEST, JONAS, MIKKO, NOW, click


@pytest.fixture
def full(deps):
    """A team that has settled much."""
    with deps.transaction() as db:
        comment_rules.ensure_defaults(db, deps.words)
        replies.ensure_defaults(db, deps.words)
        team.save(db, Team(AMIRA, (JONAS,), (ELIN,), (MIKKO,)))
        team.set_rights(db, {Right.DISCLOSE: Grant(Level.TEAM, (ELIN,))})
        team.add_stand_in(db, JONAS, date(2027, 7, 1), date(2027, 8, 1))
        podd = outlets.add(db, "Podd", Cadence("FREQ=WEEKLY;BYDAY=MO", time(9), 1))
        cadences.depart(db, podd.id, Departure(date(2026, 12, 25), None, extra=False))
        cadences.pause(db, podd.id, Pause("Sommar", date(2027, 7, 1), date(2027, 8, 1)))
        calendar.add_own(db, date(2026, 12, 11), "Planering")
        levels.set_owners(db, {1: ELIN})
        policy.save(db, Policy(preset=Preset.CRISIS))
        roster.set_turns(db, [ELIN, JONAS], date(2026, 11, 23))
        publications.decide(db, Publishing(True, podd.id, (AMIRA,)))
        answers.decide(db, Answering(True, (ELIN,), "/{förnamn}"))
        first_steps.set_fact(db, Decision.ABOUT, "Region Lillsjö")
        first_steps.set_fact(db, Decision.DISPOSAL, "")
        UNITS.add(db, {"name": "Ambulansen", "contact": "ring 123"})
        tagging.save_fear(db, Fear("hälften blir kritiska", "", NOW, NOW))
        goals.save_switches(db, Switches(milestones=False))
        goals.save(db, Goal(Aim.RATE, 86, 90, date(2026, 11, 24), State.ACCEPTED, 85))
        goals.save(db, Goal(Aim.RUNWAY, 0, 7, date(2026, 11, 24), State.DECLINED))
        language.choose(db, Language.SV)
    return deps


def dumped(deps):
    with deps.reading() as db:
        return store.dump(db, deps.now())


def take(deps, said):
    with deps.transaction() as db:
        return settings_file.take_in(deps, db, json.dumps(said).encode())


def file(settings):
    return {"lucka_settings": 1, "settings": settings}


def test_a_file_can_be_read_back_into_an_empty_database(full, empty_in_memory):
    written = json.loads(settings_file.written(dumped(full)))
    with closing(store_db.connect(":memory:")) as connection:
        empty_in_memory.backup(connection)
        fresh = Database(connection)
        node = read_file(written)
        for setting in store.every(NOW):
            setting.load(fresh, node.at(setting.name))
        assert store.dump(fresh, NOW) == written["settings"]


def test_reading_the_same_file_in_changes_nothing(full):
    before = dumped(full)
    assert take(full, file(before)) == []
    assert dumped(full) == before
    with full.reading() as db:
        assert history.latest(db, 10) == []


def test_what_is_changed_is_told_noted_and_what_is_not_named_stays(full):
    found = take(full, file({"policy": {**dumped(full)["policy"], "promise": "2_arbetsdagar"}}))
    assert [(d.path, d.before, d.after) for d in found] == [
        ("settings.policy.promise", '"24h_vardag"', '"2_arbetsdagar"')
    ]
    assert dumped(full)["team"]["lead"] == AMIRA
    with full.reading() as db:
        (change,) = history.latest(db, 10)
    assert (change.who, change.name, list(change.after)) == ("lucka", "file", ["policy"])


def test_lists_lose_nothing_for_good(full):
    take(
        full,
        file(
            {
                "rules": [{"text": "hot", "kind": "law", "is_archived": False}],
                "units": [],
                "replies": [],
            }
        ),
    )
    after = dumped(full)
    assert [r["text"] for r in after["rules"] if not r["is_archived"]] == ["hot"]
    assert len(after["rules"]) == 14
    assert after["units"] == [{"name": "Ambulansen", "contact": "ring 123", "is_archived": True}]
    assert after["replies"] == []


def test_outlets_are_found_by_name_put_in_order_and_retired(full):
    before = dumped(full)["outlets"]
    podd = next(each for each in before if each["name"] == "Podd")
    take(full, file({"outlets": [{**podd, "name": "podd", "cadences": []}, before[0]]}))
    after = dumped(full)["outlets"]
    assert [(o["name"], o["is_retired"]) for o in after[:2]] == [
        ("podd", False),
        ("Facebook", False),
    ]
    assert all(o["is_retired"] for o in after[2:])
    assert after[0]["cadences"] == []
    assert after[0]["pauses"] == podd["pauses"]


GOAL = {"own": 50, "proposed": 55, "on": "2026-11-24", "state": "accepted", "target": 55}
WRONG = {
    "policy.promise": {"promise": "99_arbetsdagar"},
    "policy.watch": {"watch": "ibland"},
    "policy.hours": {"hours": "25-26"},
    "policy.surprise": {"surprise": 1},
    "team.lead": {"lead": "Amira"},
    "team.deputies[1]": {"deputies": [JONAS, 7]},
    "team": {"lead": None, "deputies": [JONAS]},
    "rights.rights.dispose.level": {"rights": {"dispose": {"level": "all", "users": []}}},
    "rights.stand_ins[0].last": {
        "stand_ins": [{"user": JONAS, "first": "2027-01-02", "last": "2027-01-01"}]
    },
    "outlets[0].name": [{"name": " ", "is_retired": False, "two_persons": False, "cadences": []}],
    "outlets[0].cadences[0].rule": [
        {
            "name": "Podd",
            "is_retired": False,
            "two_persons": False,
            "cadences": [{"rule": "FREQ=HOURLY", "at": "09:00", "later": 0}],
            "departures": [],
            "pauses": [],
        }
    ],
    "outlets": [],
    "hours.week.1": {"week": {"1": "17-8"}},
    "reminders": {"person": 30, "team": 14, "listed": 7},
    "roster.from": {"from": "2026-02-30"},
    "watch_words.danger.on": {"danger": {"on": ["x"], "off": []}},
    "meetings.weeks": {"first": "2026-11-26", "at": "10:00", "weeks": 9},
    "publishing.outlet": {"outlet": "Radio"},
    "relaying.usual": {"usual": "mycket"},
    "answering.is_on": {"is_on": "yes"},
    "policy.waits": {"waits": [15, 1]},
    "lapsing.claims": {"claims": -1},
    "rules[0].text": [{"text": "kritik mot oss", "kind": "page", "is_archived": False}],
    "units[1].name": [{"name": "A", "contact": "", "is_archived": False}] * 2,
    "replies[0].link": [
        {"kind": "reply", "name": "A", "text": "B", "link": "nej", "owner": None, "review": None}
    ],
    "decisions.rules": {"rules": "på webben"},
    "fears": {"criticism": " ", "time": ""},
    "fears.time": {"time": "x" * 201},
    "fears.written": {"written": "2027-01-01T08:00:00+00:00"},
    "fears.changed": {"changed": "2026-11-24T08:00:00"},
    "fears.written ": {"written": "0001-01-01T00:00:00+14:00"},
    "goals.are_on": {"are_on": None},
    "goals.aims.speed": {"aims": {"speed": GOAL}},
    "goals.aims.rate.own": {"aims": {"rate": {**GOAL, "own": 101}}},
    "goals.aims.rate.on": {"aims": {"rate": {**GOAL, "on": "2027-01-01"}}},
    "goals.aims.rate.state": {"aims": {"rate": {**GOAL, "state": "perhaps"}}},
    "goals.aims.rate.target": {"aims": {"rate": {**GOAL, "target": 0}}},
    "goals.aims.runway.target": {"aims": {"runway": {**GOAL, "state": "declined"}}},
    "language": "tlh",
    "colour": 1,
}


@pytest.mark.parametrize(("path", "value"), WRONG.items(), ids=WRONG.keys())
def test_a_wrong_value_is_told_by_its_path_and_nothing_is_changed(full, path, value):
    before = dumped(full)
    name = path.partition(".")[0].partition("[")[0]
    said = value
    if isinstance(value, dict) and isinstance(before.get(name), dict):
        said = {**before[name], **value}
        if "rights" in value:
            said["rights"] = {**before["rights"]["rights"], **value["rights"]}
    with pytest.raises(BadValue) as refused:
        take(full, file({"policy": {**before["policy"], "promise": "3_arbetsdagar"}, name: said}))
    assert refused.value.values["path"] == f"settings.{path.strip()}"
    assert dumped(full) == before


def test_who_is_known_to_be_a_guest_is_refused_by_name_and_nothing_is_changed(full):
    before = dumped(full)
    with pytest.raises(SettingsOutsiders) as refused:
        take(full, file({"roster": {"people": [ELIN, GUEST], "from": "2026-11-23"}, "tips": False}))
    assert refused.value.values["who"] == "Gäst Gästsson (U0GAST)"
    assert dumped(full) == before


READERS = {
    "roster": ({"people": [ELIN, MIKKO], "from": "2026-11-23"}, "people[1]"),
    "reminders": ({"weekdays": {"1": ELIN, "2": MIKKO}}, "weekdays.2"),
    "answering": ({"users": [MIKKO]}, "users[0]"),
}


@pytest.mark.parametrize("name", READERS)
def test_who_only_reads_is_given_nothing_to_do_and_is_refused_by_name_and_place(full, name):
    before, (said, place) = dumped(full), READERS[name]
    with pytest.raises(SettingsReaders) as refused:
        take(full, file({name: {**before[name], **said}}))
    assert refused.value.values["who"] == f"Mikko Niemi (U0MIKKO) settings.{name}.{place}"
    assert dumped(full) == before


def test_who_becomes_a_colleague_in_the_same_file_may_watch(full):
    named = {**dumped(full)["team"], "members": [ELIN, MIKKO], "readers": []}
    take(full, file({"team": named, "roster": {"people": [MIKKO], "from": "2026-11-23"}}))
    assert dumped(full)["roster"]["people"] == [MIKKO]


def test_who_reads_from_now_on_keeps_their_turns_until_they_are_given_away(full):
    named = {**dumped(full)["team"], "members": [], "readers": [ELIN, MIKKO]}
    take(full, file({"team": named}))
    take(full, file(dumped(full)))
    assert dumped(full)["roster"]["people"] == [ELIN, JONAS]


@pytest.mark.parametrize(
    "data",
    [b"", b"[]", b"{}", b"{", b"\xff\xfe", b'{"settings": {}}', b"[" * 100_000,
     b'{"lucka_settings": true, "settings": {}}', b'{"lucka_settings": 1, "settings": []}'],
)  # fmt: skip
def test_another_file_is_refused(deps, data):
    with deps.transaction() as db, pytest.raises(SettingsUnreadable):
        settings_file.take_in(deps, db, data)


def test_a_file_of_a_newer_version_is_refused(deps):
    with pytest.raises(SettingsNewer) as refused:
        take(deps, {"lucka_settings": 2, "settings": {}})
    assert refused.value.values == {"version": 2, "known": 1}


NO_SETTINGS = {
    "what residents wrote, and what was done about it": """
        page_posts comments comment_versions relays reactions untold_lapses judgements watch_hits
        comment_tags concerns concerns_told praise moderation moderation_snapshots
        moderation_copies blocks answers answer_changes registrations disclosures comment_reminders
        storms gathered
        """,
    "ideas, the plan and what comes back in it: `bot.py export` has them": """
        ideas idea_votes posts post_history left_empty postponed nagged series occurrences
        wheel_items wheel_ideas reserves reuses imports imported import_asks import_sweeps
        import_swept publications lessons
        """,
    "what was counted, by the bot or by hand": "post_counts peers page_looks page_hints",
    "people's own days, hours and names": "absences own_hours members",
    "disposal: decisions about these records": """
        disposal_rules holds handed_over disposals disposing
        """,
    "permission for this very channel, with its reason": "relay_channels",
    "the bot's own notes": """
        outbox inbox pictures job_runs events audit briefs given_files utc_offsets setting_changes
        """,
}
"""Every table that is in no settings file, and why."""


def test_what_is_set_in_slack_is_in_the_file_or_there_is_a_reason(full):
    read = set()

    def look(action, table, *_):
        if action == sqlite3.SQLITE_READ:
            read.add(table)
        return sqlite3.SQLITE_OK

    with full.reading() as db:
        strict = "select name from pragma_table_list where schema = 'main' and strict"
        tables = {name for (name,) in db.execute(strict).fetchall()}
        db.conn.set_authorizer(look)
        try:
            store.dump(db, full.now())
        finally:
            db.conn.set_authorizer(None)
    excused = {table for said in NO_SETTINGS.values() for table in said.split()}
    assert tables - read == excused


def test_there_are_no_secrets_and_no_absences_in_a_file(full):
    said = settings_file.written(dumped(full))
    for word in ("token", "secret", "absence", "xoxb"):
        assert word not in said.lower()


@pytest.mark.parametrize(
    ("language", "said"),
    [("sv", "Här är filen: <{}|Luckas inställningar>"),
     ("en", "Here is the file: <{}|Lucka's settings>")],
)  # fmt: skip
def test_saved_as_a_file_from_slack_they_come_once_and_read_in_change_nothing(
    full, slack, language, said
):
    deps = replace(full, words=Words(language))
    files.ask(deps, drawings.SETTINGS, FakeAck(), click(settings_view.AS_FILE, user=ELIN))
    files.ask(deps, drawings.SETTINGS, FakeAck(), click(settings_view.AS_FILE, user=ELIN))
    for _ in range(3):
        pictures.drain(deps)

    with deps.transaction() as db:
        told = [item.body["text"] for item in outbox.pending(db) if item.kind is outbox.Kind.POST]
        assert told == [said.format(slack.file_link("F0"))]
        assert settings_file.take_in(deps, db, slack.files["F0"]) == []
