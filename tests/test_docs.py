"""The documents tell of everything that people rely on, and of nothing that is not there."""

import argparse
import re
import runpy
import tomllib
from pathlib import Path

import pytest

from bot.domain.status import VERSION
from bot.jobs import once
from bot.locales import Words
from bot.views.manifest import COMMANDS, SHORTCUTS, manifest
from handlers import comments

ROOT = Path(__file__).parent.parent
README = (ROOT / "README.md").read_text(encoding="utf-8")


def command_line() -> argparse.ArgumentParser:
    script = runpy.run_path(str(ROOT / "bot.py"))
    parser = script["_parser"](Words("en"))
    assert isinstance(parser, argparse.ArgumentParser)
    return parser


def subcommands() -> dict[str, argparse.ArgumentParser]:
    (found,) = (a for a in command_line()._actions if isinstance(a, argparse._SubParsersAction))
    return dict(found.choices)


@pytest.mark.parametrize("name", sorted(subcommands()))
def test_the_readme_explains_every_command_of_the_command_line(name):
    parser = subcommands()[name]

    assert re.search(rf"^\| `{name}[ `]", README, re.MULTILINE)
    for action in parser._actions:
        for flag in action.option_strings:
            assert flag in {"-h", "--help"} or f"`{flag}" in README, flag


@pytest.mark.parametrize("name", COMMANDS)
def test_the_readme_explains_every_slash_command(name):
    assert f"`/{name}" in README


@pytest.mark.parametrize("callback", [callback for callback, _ in SHORTCUTS])
def test_the_readme_explains_every_shortcut(callback):
    made = manifest(Words("en"))["features"]["shortcuts"]
    (name,) = (s["name"] for s in made if s["callback_id"] == callback)

    assert f"*{name}*" in README


def test_the_readme_explains_every_emoji_that_does_something():
    assert [name for name in comments.REACTIONS if f"`{name}`" not in README] == []


def test_the_readme_names_every_make_target_of_use():
    targets = re.findall(r"^(\w+):", (ROOT / "Makefile").read_text(encoding="utf-8"), re.MULTILINE)

    helpers = {"fix", "clean", "snapshots", "screenshots"}
    assert [t for t in targets if f"make {t}" not in README and t not in helpers] == []


def test_the_version_is_one():
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]

    assert project["version"] == VERSION


def test_pictures_in_the_readme_are_there():
    pictures = re.findall(r"!\[[^\]]+\]\(([^)]+)\)", README)

    assert pictures
    assert [p for p in pictures if not (ROOT / p).exists()] == []


def test_the_readme_names_every_job():
    (row,) = re.findall(r"^\| `job NAME` \|.*$", README, re.MULTILINE)

    assert [name for name in once.DAILY if f"`{name}`" not in row] == []


def test_no_command_stands_twice_in_a_table_of_the_readme():
    rows = re.findall(r"^\| (`[^|]+) \|", README, re.MULTILINE)

    assert [row for row in rows if rows.count(row) > 1] == []


def test_every_claim_about_security_names_a_test_that_is_there():
    said = (ROOT / "docs" / "security.md").read_text(encoding="utf-8")
    named = set(re.findall(r"`(test_\w+)`", said))
    files = (ROOT / "tests").rglob("test_*.py")
    known = {
        name
        for f in files
        for name in re.findall(r"^def (test_\w+)", f.read_text("utf-8"), re.MULTILINE)
    }

    assert len(named) > 30
    assert sorted(named - known) == []
    assert "docs/security.md" in README
