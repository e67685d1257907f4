"""The command line: a mistake of whoever types is one sentence and a 1, never a traceback."""

import runpy
from contextlib import closing
from pathlib import Path

import pytest

from bot.store.db import connect

SCRIPT = Path(__file__).parent.parent / "bot.py"
SETTINGS = {
    "SLACK_BOT_TOKEN": "xoxb-test",
    "SLACK_APP_TOKEN": "xapp-test",
    "SLACK_API_URL": "http://127.0.0.1:9/",  # nobody answers there
    "PLAN_CHANNEL": "C0PLAN",
    "LANGUAGE": "en",
}


@pytest.fixture
def main(monkeypatch, tmp_path):
    for name, value in {**SETTINGS, "DATABASE_PATH": str(tmp_path / "lucka.db")}.items():
        monkeypatch.setenv(name, value)
    return runpy.run_path(str(SCRIPT))["main"]


def sentence(capsys):
    said = capsys.readouterr()
    assert said.out == ""
    assert len(said.err.splitlines()) == 1
    return said.err


@pytest.mark.parametrize("command", ["job digest", "export out", "backup copy.db"])
def test_a_file_that_is_no_database_is_refused(main, capsys, tmp_path, monkeypatch, command):
    (tmp_path / "lucka.db").write_text("This was a letter to the editor, and no database at all.")
    monkeypatch.chdir(tmp_path)

    assert main(command.split()) == 1
    assert "cannot be opened" in sentence(capsys)


def test_a_folder_in_the_databases_place_is_refused(main, capsys, tmp_path):
    (tmp_path / "lucka.db").mkdir()

    assert main(["job", "digest"]) == 1
    assert "cannot be opened" in sentence(capsys)


def test_a_backup_that_cannot_be_written_is_refused(main, capsys, tmp_path):
    assert main(["job", "housekeeping"]) == 0
    capsys.readouterr()
    (tmp_path / "file").touch()

    assert main(["backup", str(tmp_path / "file" / "copy.db")]) == 1
    assert "could not be written" in sentence(capsys)


def test_a_database_of_a_newer_version_is_refused(main, capsys, tmp_path):
    assert main(["job", "housekeeping"]) == 0
    capsys.readouterr()
    with closing(connect(tmp_path / "lucka.db")) as connection:
        connection.execute(
            "insert into _sqlite_migrations (migration_set, name, applied_at)"
            " values ('lucka', 'm999_later', '')"
        )

    assert main(["job", "digest"]) == 1
    assert "newer version" in sentence(capsys)
