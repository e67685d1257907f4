"""What the bot depends on: listed with licences, and asked about without pretending."""

import json
import re

import pytest

from tests import audit, dependencies

FREE = {
    "0BSD", "Apache-2.0", "Apache Software License", "BSD License", "BSD-2-Clause", "BSD-3-Clause",
    "CC0-1.0", "MIT", "MIT-CMU", "MPL-2.0", "PSF-2.0", "Public Domain",
    "Python Software Foundation License", "Zlib",
}  # fmt: skip


def test_the_page_of_dependencies_is_what_the_lock_says():
    """Run `make dependencies` after `make lock`."""
    assert dependencies.PAGE.read_text(encoding="utf-8") == dependencies.page()


@pytest.mark.parametrize("name", dependencies.packages())
def test_every_licence_is_one_that_lets_us(name):
    said = re.split(r" (?:AND|OR|or) ", dependencies.licence(name))

    assert said
    assert set(said) <= FREE


@pytest.mark.parametrize("lock", ["requirements.lock", "requirements-dev.lock"])
def test_every_file_that_is_installed_is_known_by_its_hash(lock):
    pinned = re.split(r"\n(?=[a-z0-9])", (dependencies.ROOT / lock).read_text(encoding="utf-8"))

    assert [one for one in pinned if "==" not in one or "--hash=sha256:" not in one] == []


def found(**more):
    return {"name": "six", "version": "1.17.0", "vulns": [], **more}


HOLE = {"id": "PYSEC-2026-1", "fix_versions": ["1.17.1"], "aliases": [], "description": ""}


@pytest.mark.parametrize(
    ("asked", "code"),
    [
        pytest.param([found()], 0, id="all well"),
        pytest.param([found(vulns=[HOLE])], 1, id="a hole"),
        pytest.param([{"name": "six", "skip_reason": "not found"}], 2, id="nobody was asked"),
        pytest.param([found(), {"name": "h11", "skip_reason": "?"}], 2, id="not all were"),
        pytest.param(
            [{"name": "h11", "skip_reason": "?"}, found(vulns=[HOLE])], 1, id="hole first"
        ),
        pytest.param([], 2, id="nothing was looked at"),
    ],
)
def test_an_audit_that_did_not_happen_is_no_success(asked, code, capsys):
    said = json.dumps({"dependencies": asked})

    assert audit.main([], said) == code
    assert audit.main(["--or-go-on"], said) == (code if code < 2 else 0)
    assert ("NOT AUDITED" in capsys.readouterr().out) == (code == 2)


@pytest.mark.parametrize("said", ["", "Traceback (most recent call last):", "[]", "{}"])
def test_a_tool_that_gave_up_has_not_audited(said):
    assert audit.judge(said) == (2, f"{audit.UNREACHED}.")
