"""What every test may ask for: a database, the bot's parts with fakes for the world, snapshots."""

import gc
import json
import os
import shutil
import sqlite3
import sys
from collections.abc import Callable, Iterator
from dataclasses import replace
from functools import cache
from pathlib import Path
from typing import Any

import httpx._transports.default as transports
import pytest
from hypothesis import settings as hypothesis_settings
from slack_sdk.models.blocks import Block
from sqlite_utils import Database

from bot.config import Settings
from bot.deps import Deps
from bot.health import Health
from bot.locales import Words
from bot.store import db as store_db
from bot.store.db import Store
from tests import collecting, make
from tests.fakes import FakeSlack, Hand

# A busy machine is no failure: benchmarks measure time, tests do not.
hypothesis_settings.register_profile("lucka", deadline=None)
hypothesis_settings.register_profile("thorough", deadline=None, max_examples=600)
hypothesis_settings.load_profile("lucka")

# Modules are compiled once, not by every worker and every process that the tests start.
sys.dont_write_bytecode = False
os.environ.pop("PYTHONDONTWRITEBYTECODE", None)

# The machine's certificates are read once, not for each of a thousand clients: it takes 50 ms.
transports.create_ssl_context = cache(transports.create_ssl_context)

WAITING = {"browser", "scenarios"}
SNAPSHOTS = Path(__file__).parent / "snapshots"


def pytest_addoption(parser: pytest.Parser) -> None:
    """Let snapshots be written anew; the difference is read in review."""
    parser.addoption("--update-snapshots", action="store_true", help="write the snapshots anew")


@pytest.hookimpl(optionalhook=True)
def pytest_xdist_auto_num_workers(config: pytest.Config) -> int:
    """Start two workers for each processor, for a scenario mostly waits for Slack's pace.

    A browser, its page and a bot keep one busy.
    """
    is_browsing = any("browser" in Path(asked).parts for asked in config.args)
    return (os.cpu_count() or 1) * (1 if is_browsing else 2)


def pytest_configure(config: pytest.Config) -> None:
    """Choose among files outside this folder, too: what is written here only counts in it."""
    config.pluginmanager.register(collecting)


def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    """Let the workers begin with what waits, so that what only works fills the time."""
    if hasattr(config, "workerinput"):
        items.sort(key=lambda item: not WAITING & {*item.path.parts})


def pytest_collection_finish() -> None:
    """Let the garbage collector leave alone what is there to stay: thousands of tests."""
    gc.freeze()


@pytest.fixture(scope="session")
def empty(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A file with the whole schema and nothing in it, to be copied: the steps take a while."""
    file = tmp_path_factory.mktemp("empty") / "lucka.db"
    Store(file).close()
    return file


@pytest.fixture(scope="session")
def empty_in_memory() -> Iterator[sqlite3.Connection]:
    """The same in memory."""
    connection = store_db.connect(":memory:")
    store_db.migrate(Database(connection))
    yield connection
    connection.close()


@pytest.fixture
def db(empty_in_memory: sqlite3.Connection) -> Iterator[Database]:
    """A database in memory with the whole schema."""
    connection = store_db.connect(":memory:")
    empty_in_memory.backup(connection)
    yield Database(connection)
    connection.close()


@pytest.fixture
def store(tmp_path: Path, empty: Path) -> Iterator[Store]:
    """A database in a file, for threads and for several units of work."""
    opened = Store(shutil.copy(empty, tmp_path / "lucka.db"))
    opened._writer.execute("pragma synchronous = off")  # nobody pulls the plug on a test
    yield opened
    opened.close()


@pytest.fixture(params=["sv", "en"])
def words(request: pytest.FixtureRequest) -> Words:
    """The words of each language in turn."""
    return Words(request.param)


@pytest.fixture
def hand() -> Hand:
    """The hand of the clock; turn it with `hand.to(...)`."""
    return Hand(make.NOW)


@pytest.fixture
def slack() -> FakeSlack:
    """A Slack that records what it is asked."""
    return FakeSlack()


@pytest.fixture
def deps(store: Store, slack: FakeSlack, hand: Hand, tmp_path: Path) -> Deps:
    """The bot's parts in Swedish, with outlets but with nothing planned."""
    made = Deps(
        settings=Settings(
            slack_bot_token="xoxb-test",
            slack_app_token="xapp-test",
            plan_channel=make.PLAN,
            database_path=tmp_path / "lucka.db",
        ),
        now=hand,
        transaction=store.transaction,
        reading=store.reading,
        slack=slack,
        words=Words("sv"),
        identity=make.identity(),
        plan_channel=make.PLAN,
        comments_channel=make.COMMENTS,
        health=Health(hand.monotonic),
        wake=lambda: None,
    )
    make.settle(made)
    return made


@pytest.fixture
def english(deps: Deps) -> Deps:
    """The same parts in English."""
    return replace(deps, words=Words("en"), settings=replace(deps.settings, language="en"))


@pytest.fixture
def snapshot(request: pytest.FixtureRequest) -> Callable[[Any], None]:
    """Compare a message or a view with its reviewed file, and hold it to Slack's limits."""
    seen = 0

    def check(rendered: Any) -> None:
        nonlocal seen
        enforce_limits(rendered["blocks"])
        name = f"{request.node.name}{f'-{seen}' if seen else ''}.json"
        seen += 1
        file = SNAPSHOTS / request.path.stem / "".join(c if c not in '[]/:"' else "-" for c in name)
        text = json.dumps(rendered, ensure_ascii=False, indent=1, sort_keys=True) + "\n"
        if request.config.getoption("--update-snapshots"):
            file.parent.mkdir(parents=True, exist_ok=True)
            file.write_text(text, encoding="utf-8")
        assert file.exists(), f"no snapshot {file.name}: run with --update-snapshots and read it"
        assert text == file.read_text(encoding="utf-8")

    return check


def enforce_limits(blocks: list[dict[str, Any]]) -> None:
    """Run *blocks* through slack_sdk's models, which know Slack's limits; unknown ones fail."""
    parsed = Block.parse_all(blocks)
    assert len(parsed) == len(blocks), "a block that Slack does not know"
    for block in parsed:
        block.to_dict()
