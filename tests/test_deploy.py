"""The container file and the unit: what they say is what is there, and nothing may do more."""

import re
import runpy
import shutil
import subprocess
from configparser import RawConfigParser
from pathlib import Path

import httpx
import pytest

from bot import config, web
from bot.health import Health
from tests.make import NOW
from tests.scenarios.journey import free_port

ROOT = Path(__file__).parent.parent
DEPLOY = ROOT / "deploy"
IMAGE = (DEPLOY / "Dockerfile").read_text(encoding="utf-8").replace("\\\n", " ")
IGNORED = (DEPLOY / "Dockerfile.dockerignore").read_text(encoding="utf-8")
BUILD, FINAL = IMAGE.split("\nFROM ")[1:]
OPERATIONS = (ROOT / "docs" / "operations.md").read_text(encoding="utf-8")
INSTALLED = "/opt/lucka/"
EXPOSURE = 2.0  # of 10; systemd-analyze


def said(stage, word):
    """Return what follows *word* at the beginning of lines of *stage*."""
    return re.findall(rf"^{word}\s+(.+)$", stage, re.MULTILINE)


class Unit(RawConfigParser):
    """A unit file: names keep their case, and one may come twice."""

    optionxform = staticmethod(str)  # type: ignore[assignment]


@pytest.fixture(scope="module")
def service():
    read = Unit(strict=False, interpolation=None)
    read.read(DEPLOY / "lucka.service", encoding="utf-8")
    return dict(read["Service"])


def test_the_image_is_made_of_files_that_are_there_and_that_the_builder_is_sent():
    copied = [word for line in said(BUILD, "COPY") for word in line.split()[:-1]]
    sent = re.findall(r"^!(.+)$", IGNORED, re.MULTILINE)

    assert IGNORED.splitlines()[1] == "*", "what is not named is not sent: tokens, data, history"
    assert set(copied) == set(sent)
    assert [name for name in copied if not (ROOT / name).exists()] == []


def test_everything_that_the_bot_imports_of_ours_is_in_the_image():
    ours = {p.name for p in ROOT.iterdir() if p.is_dir() and (p / "__init__.py").exists()}
    copied = {word for line in said(BUILD, "COPY") for word in line.split()}

    assert ours <= copied
    assert {"bot.py", "requirements.lock"} <= copied


def test_what_is_installed_is_known_by_its_hash_and_nothing_is_compiled():
    (install,) = [line for line in said(BUILD, "RUN") if "pip install" in line]

    assert "--require-hashes" in install
    assert "--only-binary :all:" in install
    assert "-r requirements.lock" in install


def test_the_last_layer_gets_no_tools_and_does_not_run_as_root():
    for tool in ("apt", "pip install", "gcc", "curl", "ADD "):
        assert tool not in FINAL
    (user,) = said(FINAL, "USER")
    assert FINAL.index("USER ") < FINAL.index("ENTRYPOINT")
    assert re.search(rf"useradd --system --uid \d{{5}} .* {user}\b", FINAL)
    assert said(FINAL, "STOPSIGNAL") == ["SIGTERM"]


def test_the_image_s_settings_are_settings_and_what_it_writes_is_in_the_volume():
    settings = dict(re.findall(r"\b([A-Z_]+)=(\S+)", said(FINAL, "ENV")[0]))
    ours = {name: value for name, value in settings.items() if not name.startswith("PYTHON")}
    read = config.read(ours)

    assert set(ours) <= set(config.READERS)
    assert said(FINAL, "VOLUME") == ["/data"]
    assert read.database_path.parent == read.backups.parent == Path("/data")
    assert read.http_host == "127.0.0.1", "nothing is open to the outside"


def test_the_programs_that_the_image_and_the_unit_start_are_there(service):
    started = re.findall(r'"(/opt/lucka/[^"]+)"', FINAL) + service["ExecStart"].split()[:-1]
    ours = {path.removeprefix(INSTALLED) for path in started} - {".venv/bin/python"}

    assert ours == {"bot.py", "deploy/healthcheck.py"}
    assert [path for path in ours if not (ROOT / path).is_file()] == []
    assert "python -m venv .venv" in BUILD


@pytest.mark.parametrize("trouble", [None, "trouble-disk"])
def test_the_health_check_tells_well_from_ill_and_from_dead(trouble, monkeypatch):
    check, port = runpy.run_path(str(DEPLOY / "healthcheck.py"))["main"], free_port()
    monkeypatch.setenv("HTTP_PORT", str(port))
    monkeypatch.setenv("http_proxy", "http://127.0.0.1:9")
    assert check() == 1, "nobody there"
    health = Health()
    health.ok("backup", now=NOW)
    if trouble:
        health.trouble("disk", trouble, "120", now=NOW)
    server = web.WebServer(web.create(health, None), "127.0.0.1", port)
    server.start()
    try:
        transport = httpx.HTTPTransport(retries=10)  # until it listens
        with httpx.Client(transport=transport, trust_env=False) as client:
            answer = client.get(f"http://127.0.0.1:{port}/healthz")
        assert check() == (1 if trouble else 0)
    finally:
        server.stop(5)
    assert answer.status_code == (503 if trouble else 200)
    assert answer.json() == {
        "ok": not trouble,
        "troubles": {"disk": trouble} if trouble else {},
        "parts": ["backup", "disk"] if trouble else ["backup"],
    }


def test_the_unit_s_settings_are_settings_and_what_it_writes_is_its_own(service):
    settings = dict(pair.split("=", 1) for pair in service["Environment"].split())
    ours = {name: value for name, value in settings.items() if not name.startswith("PYTHON")}

    assert set(ours) <= set(config.READERS)
    written = Path("/var/lib") / service["StateDirectory"]
    assert config.read(ours).database_path.parent == written
    assert (service["StateDirectoryMode"], service["UMask"]) == ("0700", "0077")
    assert service["ProtectSystem"] == "strict"
    assert int(service["TimeoutStopSec"]) > 5


def test_the_documents_name_the_files_of_deploy():
    for file in ("deploy/lucka.service", "deploy/Dockerfile", "/etc/lucka/lucka.env"):
        assert file in OPERATIONS
    assert "EnvironmentFile=/etc/lucka/lucka.env" in (DEPLOY / "lucka.service").read_text("utf-8")


@pytest.mark.skipif(shutil.which("systemd-analyze") is None, reason="there is no systemd here")
def test_systemd_understands_the_unit_and_finds_it_tight(tmp_path):
    unit = shutil.copy(DEPLOY / "lucka.service", tmp_path)
    verified = subprocess.run(
        ["systemd-analyze", "verify", unit], capture_output=True, text=True, check=False
    ).stderr
    judged = subprocess.run(
        ["systemd-analyze", "security", "--offline=true", unit],
        capture_output=True,
        text=True,
        check=False,
    ).stdout

    complaints = [line for line in verified.splitlines() if "is not executable" not in line]
    assert [line for line in complaints if line.startswith("lucka.service")] == []
    (exposure,) = re.findall(r"exposure level for lucka.service: ([\d.]+)", judged)
    assert float(exposure) <= EXPOSURE


def kinds(language):
    folder = ROOT / "bot" / "locales" / language
    words = "".join(file.read_text(encoding="utf-8") for file in sorted(folder.glob("*.ftl")))
    return set(re.findall(r"^(trouble-[a-z-]+) =", words, re.MULTILINE))


def test_the_documents_say_of_every_alarm_what_it_means_and_what_to_do():
    told = re.findall(r"^\| `(trouble-[a-z-]+)` \| (.+) \| (.+) \|$", OPERATIONS, re.MULTILINE)

    assert {kind for kind, _, _ in told} == kinds("sv") == kinds("en")
    assert len(told) == len({kind for kind, _, _ in told})
