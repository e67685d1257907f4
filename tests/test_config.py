"""Settings: read with every problem at once, secrets never shown, all of them documented."""

import re
from datetime import time
from pathlib import Path

import pytest

from bot import config
from bot.config import ConfigError
from bot.locales import Words
from bot.views import terminal

ROOT = Path(__file__).parent.parent
GOOD = {
    "SLACK_BOT_TOKEN": "xoxb-1",
    "SLACK_APP_TOKEN": "xapp-1",
    "PLAN_CHANNEL": "#innehållsplan",
}


def test_the_defaults_are_those_of_the_contract():
    settings = config.read({})

    assert settings.slack_api_url == "https://slack.com/api/"
    assert settings.database_path == Path("data/lucka.db")
    assert (settings.timezone.key, settings.language) == ("Europe/Stockholm", "sv")
    assert settings.digest_time == time(8, 15)
    assert (settings.http_host, settings.http_port) == ("127.0.0.1", None)
    assert settings.facebook_poll_seconds == 60


def test_an_empty_value_counts_as_not_set():
    assert config.read({"DIGEST_TIME": " ", "HTTP_PORT": ""}) == config.read({})


@pytest.mark.parametrize(
    ("name", "value"),
    [
        pytest.param("SLACK_BOT_TOKEN", "xapp-wrong-kind", id="an app token for the bot"),
        pytest.param("SLACK_APP_TOKEN", "xoxb-wrong-kind", id="a bot token for the app"),
        pytest.param("SLACK_API_URL", "slack.com", id="no scheme"),
        pytest.param("PLAN_CHANNEL", "två ord", id="a channel with a space"),
        pytest.param("FACEBOOK_PAGE_ID", "regionlillsjo", id="a page name for its id"),
        pytest.param("FACEBOOK_API_VERSION", "26", id="a bare number"),
        pytest.param("FACEBOOK_POLL_SECONDS", "0", id="never"),
        pytest.param("TIMEZONE", "Stockholm", id="half a zone"),
        pytest.param("TIMEZONE", "Europe", id="a folder of zones"),
        pytest.param("LANGUAGE", "no", id="a language we do not speak"),
        pytest.param("DIGEST_TIME", "kvart över åtta", id="a time in words"),
        pytest.param("DIGEST_TIME", "24:00", id="a time that does not exist"),
        pytest.param("HTTP_PORT", "99999", id="no such port"),
        pytest.param("CALENDAR_TOKEN", "short-of-sixteen"[:15], id="a secret that can be guessed"),
        pytest.param("CALENDAR_TOKEN", "en-hemlighet-på-svenska", id="a letter no address has"),
        pytest.param("CALENDAR_TOKEN", "a/path/to/some/where/else", id="a secret with a slash"),
        pytest.param("COMMAND_PREFIX", "Lucka!", id="letters Slack refuses"),
        pytest.param("LOG_LEVEL", "loud", id="no such level"),
        pytest.param("LOG_FORMAT", "xml", id="no such format"),
        pytest.param("OUTLOOK_CALENDAR_URL", "calendar.ics", id="a file for an address"),
    ],
)
def test_a_value_that_cannot_be_read_is_named_in_both_languages(name, value):
    with pytest.raises(ConfigError) as caught:
        config.read({name: value})

    (problem,) = caught.value.problems
    assert problem.name == name
    for language in config.LANGUAGES:
        said = terminal.problems(Words(language), [problem])
        assert name in said
        secret = name.endswith(("TOKEN", "SECRET", "CALENDAR_URL"))
        assert (value in said) is not secret


def test_all_problems_are_told_at_once():
    with pytest.raises(ConfigError) as caught:
        config.read({"TIMEZONE": "x", "DIGEST_TIME": "x", "HTTP_PORT": "x"})

    assert {p.name for p in caught.value.problems} == {"TIMEZONE", "DIGEST_TIME", "HTTP_PORT"}


@pytest.mark.parametrize(
    ("values", "lacking"),
    [
        pytest.param(GOOD, set(), id="enough to run"),
        pytest.param({}, {"SLACK_BOT_TOKEN", "SLACK_APP_TOKEN", "PLAN_CHANNEL"}, id="nothing"),
        pytest.param(
            {**GOOD, "SLACK_APP_TOKEN": "", "SLACK_SIGNING_SECRET": "s"}, {"HTTP_PORT"}, id="http"
        ),
        pytest.param(
            {**GOOD, "FACEBOOK_PAGE_ID": "1", "FACEBOOK_PAGE_TOKEN": "t"},
            {"COMMENTS_CHANNEL"},
            id="a page and nowhere to relay to",
        ),
        pytest.param({**GOOD, "FACEBOOK_PAGE_ID": "1"}, {"FACEBOOK_PAGE_TOKEN"}, id="half a page"),
        pytest.param({**GOOD, "FACEBOOK_PAGE_TOKEN": "t"}, {"FACEBOOK_PAGE_ID"}, id="other half"),
    ],
)
def test_what_must_still_be_set_is_named(values, lacking):
    problems = config.missing(config.read(values))

    assert {problem.name for problem in problems} == lacking
    for language in config.LANGUAGES:
        assert terminal.problems(Words(language), problems)


def test_secrets_are_not_in_the_representation():
    secrets = {
        "SLACK_BOT_TOKEN": "xoxb-hush",
        "SLACK_APP_TOKEN": "xapp-hush",
        "SLACK_SIGNING_SECRET": "hush",
        "FACEBOOK_PAGE_TOKEN": "hush",
        "FACEBOOK_APP_SECRET": "hush",
        "FACEBOOK_VERIFY_TOKEN": "hush",
        "CALENDAR_TOKEN": "hush-hush-hush-hush",
        "OUTLOOK_CALENDAR_URL": "https://hush.example/x.ics",
        "HEARTBEAT_URL": "https://hush.example/ping",
    }

    settings = config.read(secrets)
    assert "hush" not in repr(settings)
    assert sorted(settings.secrets) == sorted(secrets.values())


def test_the_copies_go_beside_the_database_unless_told_otherwise(tmp_path, monkeypatch):
    monkeypatch.setenv("DATABASE_PATH", "var/lucka.db")
    assert config.load(tmp_path, to_run=False).backups == tmp_path / "var" / "backups"

    monkeypatch.setenv("BACKUP_FOLDER", "copies")
    assert config.load(tmp_path, to_run=False).backups == tmp_path / "copies"
    monkeypatch.setenv("BACKUP_FOLDER", "/mnt/copies")
    assert config.load(tmp_path, to_run=False).backups == Path("/mnt/copies")


def test_the_file_gives_way_to_the_environment_and_may_hold_a_channel_by_name(
    tmp_path, monkeypatch
):
    (tmp_path / ".env").write_text(
        "SLACK_BOT_TOKEN=xoxb-file\nSLACK_APP_TOKEN=xapp-file\nPLAN_CHANNEL=#innehållsplan\n",
        encoding="utf-8",
    )
    monkeypatch.setenv("SLACK_BOT_TOKEN", "xoxb-environment")

    settings = config.load(tmp_path)

    assert settings.slack_bot_token == "xoxb-environment"
    assert settings.slack_app_token == "xapp-file"
    assert settings.plan_channel == "#innehållsplan"
    assert settings.database_path == tmp_path / "data" / "lucka.db"


def test_the_example_names_every_setting_and_each_of_its_values_can_be_read():
    text = (ROOT / ".env.example").read_text(encoding="utf-8")
    lines = dict(re.findall(r"^#?([A-Z_]+)=(.*)$", text, re.MULTILINE))

    assert set(lines) == set(config.READERS)
    config.read(lines)


def test_the_readme_explains_every_setting():
    readme = (ROOT / "README.md").read_text(encoding="utf-8")

    assert [name for name in config.READERS if f"`{name}`" not in readme] == []


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("FACEBOOK_PAGE_TOKEN", "EAAå"),
        ("SLACK_BOT_TOKEN", "xoxb-å"),
        ("SLACK_APP_TOKEN", "xapp-å"),
        ("FACEBOOK_PAGE_ID", "٣"),
        ("SLACK_API_URL", "http://127.0.0.1:99999"),
        ("FACEBOOK_API_URL", "http://a b/"),
    ],
)
def test_what_no_request_could_carry_is_refused_at_once(name, value):
    with pytest.raises(ConfigError) as refused:
        config.read({name: value})
    assert [problem.name for problem in refused.value.problems] == [name]
