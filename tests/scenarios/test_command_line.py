"""`bot.py` beside a running bot: check, jobs, backup and restore, each in a process of its own."""

import json
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.scenarios.journey import Journey
from tests.scenarios.nursery import SCRIPT
from tests.scenarios.world import AMIRA, COMMENTS, PATIENCE, PLAN

MISCONFIGURED = {
    "both tokens": (
        {"SLACK_BOT_TOKEN": "xoxb-wrong", "FACEBOOK_PAGE_TOKEN": "wrong"},
        ["Slack svarar invalid_auth", "Facebook tar inte emot FACEBOOK_PAGE_TOKEN (190)"],
    ),
    "the socket, the channels and the page's id": (
        {
            "SLACK_APP_TOKEN": "xapp-wrong",
            "PLAN_CHANNEL": "#finns-inte",
            "COMMENTS_CHANNEL": "C0ALLMANT",
            "FACEBOOK_PAGE_ID": "42",
        },
        [
            "Slack svarar invalid_auth på SLACK_APP_TOKEN",
            "PLAN_CHANNEL: #finns-inte finns inte",
            "COMMENTS_CHANNEL: skriv `/invite @Lucka` i C0ALLMANT",
            "inte till sidan i FACEBOOK_PAGE_ID",
        ],
    ),
    "the database, and no page": (
        {"DATABASE_PATH": "/dev/null/lucka.db", "FACEBOOK_PAGE_TOKEN": "", "FACEBOOK_PAGE_ID": ""},
        ["/dev/null/lucka.db går inte att öppna", "Ingen Facebooksida är inställd"],
    ),
    "settings that cannot be read": (
        {"DIGEST_TIME": "kvart över åtta", "TIMEZONE": "Lillsjö", "PLAN_CHANNEL": ""},
        ["DIGEST_TIME: ”kvart över åtta” är inget klockslag", "”Lillsjö” är ingen tidszon"],
    ),
}


@pytest.fixture(scope="module")
def journey(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Journey]:
    with Journey(tmp_path_factory.mktemp("commands"), start="2026-11-24T07:30") as begun:
        yield begun
        assert "Traceback" not in begun.last_words(1000)


def test_check_finds_everything_right(journey: Journey) -> None:
    code, said = journey.run("check")
    assert code == 0
    assert "FEL" not in said
    for part in ("Ansluten till", "alla rättigheter", "Socket Mode", "jag är med och får skriva"):
        assert part in said
    assert "sandbox-" not in said


@pytest.mark.parametrize(("settings", "said"), MISCONFIGURED.values(), ids=MISCONFIGURED)
def test_check_says_what_is_wrong(
    journey: Journey, settings: dict[str, str], said: list[str]
) -> None:
    code, shown = journey.run("check", **settings)
    assert code == 1
    for words in said:
        assert words in shown
    assert not [value for value in settings.values() if value in shown and "wrong" in value]


def test_check_says_what_slack_and_the_page_withhold(journey: Journey) -> None:
    journey.comment(journey.publish("Hej"), "Kan någon läsa mig?")
    scopes = journey.sandbox.slack.manifest.body["oauth_config"]["scopes"]["bot"]
    scopes.remove("reactions:read")
    journey.graph(mode="bodies_withheld")
    code, said = journey.run("check")
    journey.graph(mode="full")
    scopes.append("reactions:read")
    assert code == 1
    assert "reactions:read saknas" in said
    assert "inga från allmänheten går att läsa" in said
    journey.await_message(COMMENTS, "Kan någon läsa mig?")


def test_a_dry_run_shows_any_days_digest_and_writes_nothing(journey: Journey) -> None:
    journey.ask(AMIRA, "/plan 1/12 11.00 Världsaidsdagen")
    before = journey.sql("select count(*) from outbox"), journey.decided()
    code, said = journey.run("job", "digest", "--at", "2026-12-01T08:15", "--dry-run")
    assert code == 0
    assert said.startswith("[digest:2026-12-01]\nGod morgon! Tisdag 1 december (v. 49)")
    assert "Världsaidsdagen" in said
    assert (journey.sql("select count(*) from outbox"), journey.decided()) == before
    assert journey.run("job", "digest", "--at", "i morgon") == (
        1,
        "Jag kan inte läsa tidpunkten ”i morgon”. Skriv till exempel 2026-12-01T08:15.\n",
    )
    assert journey.run("job", "siesta")[0] == 2


def test_a_job_by_hand_is_sent_by_the_running_bot_and_not_repeated(journey: Journey) -> None:
    assert journey.run("job", "digest") == (0, "Klart.\n")
    journey.await_message(PLAN, "God morgon! Tisdag 24 november")
    journey.clock_to("2026-11-24T08:16")
    journey.settled()
    assert journey.keys(PLAN, "digest") == ["digest:2026-11-24"]


def test_one_database_has_one_bot(journey: Journey) -> None:
    """Seen by a process that loads everything itself, as the bot of a real team does."""
    second = subprocess.run(
        [sys.executable, SCRIPT, "run"],
        env=journey.environment,
        capture_output=True,
        text=True,
        check=False,
        timeout=PATIENCE,
    )
    assert second.returncode == 1
    assert "En annan Lucka använder redan" in second.stderr


def test_a_backup_is_taken_beside_the_bot_and_put_back_without_it(
    journey: Journey, tmp_path: Path
) -> None:
    journey.ask(AMIRA, "/idea Före kopian")
    copy = str(tmp_path / "copy.db")
    assert journey.run("backup", copy)[0] == 0
    journey.ask(AMIRA, "/idea Efter kopian")

    code, said = journey.run("restore", copy)
    assert code == 1
    assert "En annan Lucka använder redan" in said
    assert "Efter kopian" in journey.ask(AMIRA, "/idea list kopian")

    journey.kill_bot()
    assert journey.run("restore", copy)[0] == 0
    journey.start_bot()
    found = journey.ask(AMIRA, "/idea list kopian")
    assert "Före kopian" in found
    assert "Efter kopian" not in found
    assert journey.run("restore", __file__)[0] == 1


def test_everything_can_be_taken_away(journey: Journey, tmp_path: Path) -> None:
    journey.ask(AMIRA, "/idea Tas med ut")
    journey.ask(AMIRA, "/plan 1/12 12.00 Följer med")
    assert journey.run("export", str(tmp_path / "ut"))[0] == 0
    assert "Tas med ut" in (tmp_path / "ut" / "ideas.csv").read_text(encoding="utf-8")
    plan = (tmp_path / "ut" / "plan.ics").read_bytes()
    assert "SUMMARY:Facebook: Följer med (utkast)\r\n".encode() in plan
    code, manifest = journey.run("manifest", COMMAND_PREFIX="lucka-")
    assert code == 0
    commands = json.loads(manifest)["features"]["slash_commands"]
    assert {command["command"] for command in commands} >= {"/lucka-idea", "/lucka-plan"}
