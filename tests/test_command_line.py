"""The command line: a mistake of whoever types is one sentence and a 1, never a traceback."""

import os
import runpy
from contextlib import closing
from pathlib import Path

import pytest

from bot.jobs import once
from bot.store import audit, db, ledger
from bot.store.db import connect
from tests.make import NOW

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


@pytest.mark.parametrize("raw", ["TIMEZONE=Malmö\n".encode("latin-1"), b"\xff\xfe\x00", b"\x80"])
def test_settings_that_are_no_text_are_refused_and_not_quoted(capsys, tmp_path, raw):
    (tmp_path / ".env").write_bytes(b"SLACK_BOT_TOKEN=xoxb-secret\n" + raw)
    (tmp_path / "bot.py").write_text(SCRIPT.read_text(encoding="utf-8"), encoding="utf-8")

    assert runpy.run_path(str(tmp_path / "bot.py"))["main"](["manifest"]) == 1

    said = capsys.readouterr()
    assert ".env" in said.err
    assert "secret" not in said.out + said.err


@pytest.mark.parametrize("at", ["0001-01-01", "9999-12-31T23:59", "i morgon", ""])
@pytest.mark.parametrize(
    "name",
    [
        "digest",
        "nag",
        "meeting",
        "comment_reminders",
        "urgent",
        "replies",
        "series",
        "wheel",
        "blocks",
        "claims",
        "report",
        "confirmations",
        "housekeeping",
    ],
)
def test_a_time_that_leads_out_of_the_calendar_is_refused(main, capsys, name, at):
    assert main(["job", name, "--at", at, "--dry-run"]) == 1
    assert "cannot read the time" in sentence(capsys)


@pytest.mark.parametrize("command", ["backup", "restore", "export"])
@pytest.mark.parametrize("value", ["", " ", "a\0b"])
def test_an_empty_name_is_wrong_usage_and_never_this_folder(main, capsys, command, value):
    with pytest.raises(SystemExit) as stopped:
        main([command, value])
    assert stopped.value.code == 2
    capsys.readouterr()


@pytest.mark.parametrize("port", ["-1", "65536", "x"])
def test_a_port_that_is_none_is_wrong_usage(main, capsys, port):
    with pytest.raises(SystemExit) as stopped:
        main(["demo", "--port", port])
    assert stopped.value.code == 2
    capsys.readouterr()


def test_a_demo_without_a_folder_to_write_in_is_refused(main, capsys, tmp_path):
    (tmp_path / "file").touch()
    assert main(["demo", "--folder", str(tmp_path / "file")]) == 1
    assert "cannot be opened" in sentence(capsys)


def test_a_backup_onto_the_database_is_refused(main, capsys, tmp_path):
    assert main(["job", "housekeeping"]) == 0
    capsys.readouterr()
    assert main(["backup", str(tmp_path / "lucka.db")]) == 1
    assert "database itself" in sentence(capsys)


@pytest.mark.parametrize("command", ["export out", "backup copy.db"])
def test_a_database_with_an_impossible_name_is_refused(main, capsys, monkeypatch, command):
    monkeypatch.setenv("DATABASE_PATH", "x" * 300)
    assert main(command.split()) == 1
    assert "no database" in sentence(capsys)


def test_a_database_that_another_program_holds_is_refused(main, capsys, tmp_path, monkeypatch):
    assert main(["job", "housekeeping"]) == 0
    capsys.readouterr()
    monkeypatch.setattr(db, "BUSY_SECONDS", 0.0)
    with closing(connect(tmp_path / "lucka.db")) as other:
        other.execute("begin immediate")
        assert main(["job", "digest"]) == 1
    assert "locked by another program" in sentence(capsys)


def test_a_page_that_cannot_be_read_is_said_in_one_sentence(main, capsys, monkeypatch):
    for name, value in {
        "FACEBOOK_PAGE_ID": "1",
        "FACEBOOK_PAGE_TOKEN": "synthetic",
        "FACEBOOK_API_URL": "http://127.0.0.1:9",
        "COMMENTS_CHANNEL": "C0KOMMENT",
    }.items():
        monkeypatch.setenv(name, value)
    assert main(["job", "poll"]) == 1
    assert "could not be read" in sentence(capsys)


def test_an_export_holds_the_year_wheel_as_a_table_to_be_edited(main, tmp_path):
    assert main(["job", "housekeeping"]) == 0
    assert main(["export", str(tmp_path / "out")]) == 0

    sheet = (tmp_path / "out" / "wheel.csv").read_text(encoding="utf-8-sig")
    assert sheet.splitlines() == ["Theme day;When;Lead time;Outlet;Tags;Note"]


def test_settings_are_printed_compared_read_in_and_taken_back(main, capsys, tmp_path):
    assert main(["job", "housekeeping"]) == 0
    capsys.readouterr()
    assert main(["settings"]) == 0
    before = capsys.readouterr().out
    file = tmp_path / "settings.json"
    file.write_text(before.replace('"claims": 8', '"claims": 16'))

    assert main(["settings", str(file)]) == 0
    told = capsys.readouterr().out
    assert "settings.lapsing.claims: 8 → 16" in told
    assert "Nothing has been changed." in told
    assert main(["settings", str(file), "--apply"]) == 0
    assert "This is how it is now." in capsys.readouterr().out
    assert main(["settings", str(file)]) == 0
    assert capsys.readouterr().out == "The file changes nothing.\n"
    (former,) = tmp_path.glob("settings-*.json")
    assert former.read_text(encoding="utf-8") == before
    assert main(["settings", str(former), "--apply"]) == 0
    capsys.readouterr()
    assert main(["settings"]) == 0
    assert capsys.readouterr().out == before


def test_a_wrong_settings_file_is_refused_with_the_path(main, capsys, tmp_path):
    assert main(["job", "housekeeping"]) == 0
    capsys.readouterr()
    file = tmp_path / "settings.json"
    for said, words in (
        (
            '{"lucka_settings": 1, "settings": {"lapsing": {"claims": -1}}}',
            "settings.lapsing.claims",
        ),
        ("no file of mine", "the mistake is on line 1"),
        ('{"of": "somebody else"}', "no settings file of mine"),
        ('{"lucka_settings": 9, "settings": {}}', "newer version"),
    ):
        file.write_text(said)
        assert main(["settings", str(file), "--apply"]) == 1
        assert words in sentence(capsys)
    assert main(["settings", str(tmp_path / "missing.json")]) == 1
    assert "missing.json" in sentence(capsys)


def test_a_log_that_was_tampered_with_is_said_in_one_sentence(main, capsys, tmp_path):
    assert main(["audit"]) == 1
    assert "no database" in sentence(capsys)
    with closing(db.Store(tmp_path / "lucka.db")) as store, store.transaction() as held:
        ledger.record(held, "U1", "post.moved", "post:1", now=NOW)
        head = str(audit.head(held))

    assert main(["audit", "--head", head]) == 0
    assert head in capsys.readouterr().out
    for odd in ("two", "-1 ab", "9" * 40):
        assert main(["audit", f"--head={odd}"]) == 1
        assert "cannot read" in sentence(capsys)
    assert main(["audit", "--head", "1 abc"]) == 1
    assert "not part of it" in sentence(capsys)
    with closing(connect(tmp_path / "lucka.db")) as other:
        other.execute("drop trigger audit_no_delete")
        other.execute("delete from audit")
    assert main(["audit"]) == 1
    assert "not where it should end" in sentence(capsys)


def test_every_job_of_the_timetable_can_be_run_by_its_name(main, capsys):
    with pytest.raises(SystemExit):
        main(["job", "--help"])

    names, *_ = (word for word in capsys.readouterr().out.split() if word.startswith("{"))
    assert {*once.DAILY, "poll", "outlook"} == set(names.strip("{}").split(","))


def test_what_it_writes_is_for_its_owner_alone_whatever_the_machines_usual(main, tmp_path):
    before = os.umask(0)
    try:
        for said in (
            "job housekeeping",
            f"export {tmp_path}/out",
            f"backup {tmp_path}/copies/a.db",
        ):
            assert main(said.split()) == 0
    finally:
        os.umask(before)

    assert len(list((tmp_path / "out").iterdir())) > 50
    assert [f.name for f in tmp_path.rglob("*") if f.stat().st_mode & 0o077] == []
