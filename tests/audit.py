"""Is a hole known in what we depend on? `python -m tests.audit`, which runs pip-audit on the lock.

pip-audit says "no known vulnerabilities" also of packages it could not ask about. Here that is a
failure of its own: exit code 0 when all were asked about and nothing is known, 1 when there is a
hole, 2 when it could not be asked. `--or-go-on` turns the 2 into a 0, for machines without network.
"""

import json
import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import Any

ROOT = Path(__file__).parent.parent
LOCK = ROOT / "requirements.lock"
UNREACHED = "NOT AUDITED: the service that knows of holes could not be reached"


def ask() -> str:
    """Return what pip-audit says, as JSON; empty where it gave up."""
    command = [sys.executable, "-m", "pip_audit", "--requirement", str(LOCK), "--disable-pip"]
    options = [
        "--require-hashes",
        "--format",
        "json",
        "--progress-spinner",
        "off",
        "--timeout",
        "5",
    ]
    done = subprocess.run([*command, *options], capture_output=True, text=True, check=False)
    return done.stdout


def judge(said: str) -> tuple[int, str]:
    """Return the exit code for what pip-audit *said*, and a sentence."""
    try:
        asked: list[dict[str, Any]] = json.loads(said)["dependencies"]
    except (ValueError, KeyError, TypeError):
        return 2, f"{UNREACHED}."
    holes = [
        f"{one['name']} {one['version']}: {hole['id']}, mended in {', '.join(hole['fix_versions'])}"
        for one in asked
        for hole in one.get("vulns", ())
    ]
    skipped = [one["name"] for one in asked if "skip_reason" in one]
    if holes:
        return 1, "\n".join(holes)
    if skipped or not asked:
        return 2, f"{UNREACHED} for {len(skipped)} of {len(asked)} packages."
    return 0, f"Audited: no hole is known in any of {len(asked)} packages."


def main(arguments: Sequence[str], said: str) -> int:
    """Print the judgement and return the exit code."""
    code, sentence = judge(said)
    print(sentence)
    return 0 if code == 2 and "--or-go-on" in arguments else code


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:], ask()))
