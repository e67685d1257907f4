"""What the bot depends on, written to docs/dependencies.md: `python -m tests.dependencies`.

Names and versions are read from the lock, licences from what each package says of itself.
"""

import re
from collections.abc import Iterator, Mapping
from importlib.metadata import metadata
from pathlib import Path

ROOT = Path(__file__).parent.parent
PAGE = ROOT / "docs" / "dependencies.md"

HEAD = """# What Lucka depends on

{count} packages, {direct} of them because we chose them and the others because those need them. Each is pinned to one
version with the hashes of its files (`requirements.lock`), and pip refuses any other file. `make audit` asks whether a
hole is known in one of them; `make dependencies` writes this page.

All licences let a public organisation run and change the program. None asks that what is built with it be published:
the one with conditions of that kind, certifi's, concerns changes to certifi itself.

| package | version | licence | there for |
| --- | --- | --- | --- |
"""

TAIL = """
## What looks for mistakes

`make check` runs Ruff with all its rules. Its `S` rules are Bandit's, so that Bandit would say the same things a second
time; it is not used. `make audit` runs pip-audit over the lock. Where the service that knows of holes cannot be reached,
it says so and fails: an audit that did not happen is no good news. In `make check` it says so and goes on, because the
tests should also run where there is no network.
"""

# What packages without a licence expression write, and what that is called.
SAID = {
    "APL 2": "Apache-2.0",
    "Apache License, Version 2.0": "Apache-2.0",
    "Apache-2.0": "Apache-2.0",
    "BSD-3-Clause": "BSD-3-Clause",
    "MIT": "MIT",
    "MPL-2.0": "MPL-2.0",
}


def packages() -> dict[str, tuple[list[str], list[str]]]:
    """Return the versions of each package in the lock, and what it is there for."""
    found: dict[str, tuple[list[str], list[str]]] = {}
    versions: list[str] = []
    users: list[str] = []
    for line in (ROOT / "requirements.lock").read_text(encoding="utf-8").splitlines():
        if pinned := re.match(r"([a-z0-9-]+)==([^ ]+)", line):
            versions, users = found.setdefault(pinned[1], ([], []))
            versions.append(pinned[2])
        elif (user := re.match(r" {4}#(?: {3}| via )([a-z0-9-]+)", line)) and user[1] not in users:
            users.append(user[1])
    return found


def licence(name: str) -> str:
    """Return the licence of an installed package, as an expression where it says one."""
    said = metadata(name)
    if expression := said["License-Expression"]:
        return str(expression)
    if (short := said["License"]) in SAID:
        return SAID[short]
    classifiers = [c for c in said.get_all("Classifier") or [] if c.startswith("License")]
    return " or ".join(c.rpartition(" :: ")[2] for c in classifiers)


def rows(found: Mapping[str, tuple[list[str], list[str]]]) -> Iterator[str]:
    """Yield the lines of the table."""
    for name, (versions, users) in found.items():
        reason = "us" if "lucka" in users else ", ".join(users)
        yield f"| {name} | {', '.join(versions)} | {licence(name)} | {reason} |\n"


def page() -> str:
    """Return the page as it should be."""
    found = packages()
    direct = sum("lucka" in users for _, users in found.values())
    head = HEAD.format(count=len(found), direct=direct)
    return head + "".join(rows(found)) + TAIL


if __name__ == "__main__":
    PAGE.write_text(page(), encoding="utf-8")
