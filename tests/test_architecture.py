"""The rules of the house, each read off the source: who imports whom, and where things may stand."""

import ast
import re
import subprocess
import sys
from functools import cache
from pathlib import Path

from tests.sources import FILES, ROOT, nodes, text

# What the files under a path (the longest that fits) may import of ours.
OURS = {
    "bot/domain": {"bot.domain"},
    "bot/locales": {"bot.locales", "bot.domain"},
    "bot/store": {"bot.store", "bot.domain", "bot.trail"},
    "bot/drawing": {"bot.drawing"},
    "bot/views": {
        "bot.views",
        "bot.drawing.bars",
        "bot.drawing.chart",
        "bot.domain",
        "bot.locales",
        "bot.config",
        "bot.health",
    },
    "bot/integrations": {"bot.integrations", "bot.views", "bot.domain"},
    "bot/jobs": {
        "bot.jobs",
        "bot.store",
        "bot.views",
        "bot.integrations",
        "bot.drawing",
        "bot.domain",
        "bot.locales",
        "bot.deps",
        "bot.health",
        "bot.config",
        "bot.clock",
        "bot.trail",
    },
    "bot/sandbox": {"bot.sandbox", "bot.config", "bot.clock"},
    "bot/deps.py": {
        "bot.config",
        "bot.domain",
        "bot.health",
        "bot.integrations",
        "bot.locales",
    },
    "bot/web.py": {"bot.health"},
    "bot/config.py": set(),
    "bot/clock.py": set(),
    "bot/health.py": {"bot.clock"},
    "bot/logs.py": {"bot.clock", "bot.trail"},
    "bot/trail.py": set(),
    "bot/__init__.py": set(),
    "bot/demo.py": {
        "bot.clock",
        "bot.config",
        "bot.domain",
        "bot.locales",
        "bot.sandbox",
        "bot.store",
        "bot.views",
    },
    "handlers": {"handlers", "bot"},
    "bot.py": {"handlers", "bot"},
}

# Where a library may be imported, by path; elsewhere it may not.
THEIRS = {
    "slack_bolt": ("handlers/", "bot.py"),
    "slack_sdk": ("bot/integrations/", "handlers/app.py", "handlers/service.py"),
    "httpx": ("bot/integrations/", "bot/sandbox/"),
    "sqlite_utils": ("bot/__init__.py", "bot/store/", "bot/deps.py", "bot/jobs/", "handlers/"),
    "sqlite3": ("bot/store/", "bot/sandbox/"),
    "apscheduler": ("bot/jobs/__init__.py",),
    "holidays": ("bot/sandbox/",),
    "icalendar": (
        "bot/views/feed.py",
        "bot/integrations/ics_zones.py",
        "bot/integrations/wheel_calendar.py",
    ),
    "matplotlib": ("bot/drawing/",),
    "numpy": ("bot/drawing/",),
    "PIL": ("bot/drawing/",),
    "starlette": ("bot/web.py", "bot/sandbox/"),
    "uvicorn": ("bot/web.py", "bot/sandbox/"),
    "websockets": ("bot/sandbox/",),
    "fluent": ("bot/locales/",),
    "dotenv": ("bot/config.py",),
}


CLOCK = {
    "datetime.now",
    "datetime.utcnow",
    "datetime.today",
    "date.today",
    "time.time",
    "time.monotonic",
    "time.localtime",
    "time.gmtime",
}
ENVIRONMENT = {"os.environ", "os.getenv"}
SQL = re.compile(r"\s*(?:select|insert into|update|delete from|create|drop|pragma)\s")


@cache
def name(file: Path) -> str:
    return file.relative_to(ROOT).as_posix()


MODULES = {
    name(file).removesuffix(".py").removesuffix("/__init__").replace("/", ".") for file in FILES
}


@cache
def imports(file: Path) -> list[str]:
    """Every module that *file* imports, `from a import b` as a.b where that is a module of ours."""
    found = []
    for node in nodes(file):
        if isinstance(node, ast.Import):
            found += [alias.name for alias in node.names]
        elif isinstance(node, ast.ImportFrom):
            assert node.level == 0, "absolute imports only"
            for alias in node.names:
                whole = f"{node.module}.{alias.name}"
                found.append(whole if whole in MODULES else str(node.module))
    return found


@cache
def allowed(file: Path) -> set[str]:
    fitting = [path for path in OURS if name(file) == path or name(file).startswith(f"{path}/")]
    assert fitting, f"{name(file)} has no rule: say what it may import"
    return OURS[max(fitting, key=len)]


def test_imports_of_ours_only_point_inwards():
    wrong = [
        (name(file), module)
        for file in FILES
        for module in imports(file)
        if module.split(".")[0] in {"bot", "handlers", "tests"}
        and not any(module == a or module.startswith(f"{a}.") for a in allowed(file))
    ]

    assert wrong == []


def test_libraries_stay_in_their_place():
    wrong = [
        (name(file), module)
        for file in FILES
        for module in imports(file)
        if (places := THEIRS.get(module.split(".")[0])) and not name(file).startswith(places)
    ]

    assert wrong == []


def test_files_stay_small_enough_to_read():
    lengths = {name(f): len(text(f).splitlines()) for f in FILES}

    assert {file: lines for file, lines in lengths.items() if lines > 400} == {}


def test_the_clock_and_the_environment_are_read_in_one_place_each():
    read = {
        (name(file), said)
        for file in FILES
        for node in nodes(file)
        if isinstance(node, ast.Attribute) and (said := ast.unparse(node)) in CLOCK | ENVIRONMENT
    }

    assert {file for file, said in read if said in CLOCK} == {"bot/clock.py"}
    assert {file for file, said in read if said in ENVIRONMENT} <= {"bot/config.py"}


def test_only_the_store_speaks_sql():
    wrong = [
        (name(file), node.value)
        for file in FILES
        if not name(file).startswith(("bot/store/", "bot/sandbox/"))
        for node in nodes(file)
        if isinstance(node, ast.Constant) and isinstance(node.value, str) and SQL.match(node.value)
    ]

    assert wrong == []


def callers(*wanted: str) -> set[str]:
    """Return the files in which one of the methods or functions *wanted* is called."""
    return {
        name(file)
        for file in FILES
        for node in nodes(file)
        if isinstance(node, ast.Call)
        and isinstance(node.func, ast.Attribute)
        and node.func.attr in wanted
        and not name(file).startswith("bot/sandbox/")
    }


def test_nothing_is_hidden_or_removed_but_by_the_one_worker_for_what_people_decided():
    """No path leads from reading, flagging or a timetable to a comment of a resident's."""
    worker = ROOT / "bot/jobs/moderation.py"
    called = {
        node.func.id
        for node in nodes(worker)
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Name)
    }

    assert callers("set_hidden", "remove_comment") == {name(worker)}
    assert "moderation.add" not in text(worker)
    assert "Case" not in called, "the worker makes no decisions"
    users = {name(file) for file in FILES if "bot.jobs.moderation" in imports(file)}
    assert users == {"bot/jobs/page_writer.py"}
    deciders = {
        name(file)
        for file in FILES
        for node in nodes(file)
        if isinstance(node, ast.Call) and ast.unparse(node.func) == "moderation.add"
    }
    assert deciders == {"handlers/comment_moderation.py"}


def test_nobody_is_blocked_or_let_in_again_but_by_the_one_worker_for_what_people_decided():
    worker = ROOT / "bot/jobs/blocking.py"

    assert callers("block", "unblock") == {name(worker)}
    assert "blocks.add" not in text(worker)
    deciders = {
        name(file)
        for file in FILES
        for node in nodes(file)
        if isinstance(node, ast.Call) and ast.unparse(node.func) == "blocks.add"
    }
    assert deciders == {"handlers/blocking.py"}


def test_the_graph_is_asked_to_hide_or_remove_in_one_file():
    wrong = {
        name(file)
        for file in FILES
        if not name(file).startswith("bot/sandbox/")
        for node in nodes(file)
        if isinstance(node, ast.Call)
        and any(
            isinstance(part, ast.Constant) and part.value in {"DELETE", "is_hidden"}
            for part in ast.walk(node)
        )
    }

    assert wrong <= {"bot/integrations/facebook.py", "bot/integrations/facebook_shapes.py"} | {
        file for file in wrong if file.startswith("bot/store/")
    }


def test_the_package_wins_over_the_script(tmp_path):
    code = "import bot, sys; print(bot.__file__)"
    done = subprocess.run(
        [sys.executable, "-c", code], cwd=ROOT, capture_output=True, text=True, check=True
    )

    assert done.stdout.strip().endswith("bot/__init__.py")


def test_the_command_line_works_from_anywhere(tmp_path):
    done = subprocess.run(
        [sys.executable, str(ROOT / "bot.py"), "--help"],
        cwd=tmp_path,
        capture_output=True,
        text=True,
        check=True,
    )

    for command in (
        "run",
        "demo",
        "check",
        "job",
        "import",
        "export",
        "backup",
        "restore",
        "manifest",
    ):
        assert f"    {command}" in done.stdout


def test_nothing_of_the_bots_imports_the_sandbox_but_the_demo():
    users = {
        name(file)
        for file in FILES
        if any(m.startswith("bot.sandbox") for m in imports(file))
        and not name(file).startswith("bot/sandbox/")
    }

    assert users == {"bot/demo.py"}


def test_the_bot_runs_without_the_heavy_libraries():
    """They are loaded when first needed; at start they would cost memory and a second."""
    code = (
        "import sys, handlers.service; "
        "print([m for m in ('holidays', 'fluent', 'babel', 'icalendar', 'starlette', 'uvicorn',"
        " 'httpx', 'matplotlib', 'numpy', 'PIL')"
        " if m in sys.modules])"
    )
    done = subprocess.run(
        [sys.executable, "-c", code], cwd=ROOT, capture_output=True, text=True, check=True
    )

    assert done.stdout.strip() == "[]"


def test_a_watch_word_leads_to_a_flag_and_to_nothing_else():
    """P7 of the practice: no way from the list to hiding, removing, deleting or answering."""
    matcher = "bot.domain.watch_words"
    finders = {
        file.relative_to(ROOT).as_posix()
        for file in FILES
        if re.search(r"\bhits\(", text(file)) and matcher in text(file)
    }
    assert finders == {"bot/jobs/watch_words.py"}
    said = nodes(ROOT / "bot/jobs/watch_words.py")
    acts = {
        node.attr
        for node in said
        if isinstance(node, ast.Attribute)
        and isinstance(node.value, ast.Name)
        and node.value.id == "Act"
    }
    assert acts == {"FLAG"}
    imported = {
        f"{node.module}.{name.name}"
        for node in said
        if isinstance(node, ast.ImportFrom) and node.module and node.module.startswith("bot.")
        for name in node.names
    }
    assert imported == {
        "bot.domain.comments.LUCKA",
        "bot.domain.comments.Act",
        "bot.domain.comments.Relay",
        "bot.domain.comment_acts.decide",
        "bot.domain.watch_words.hits",
        "bot.store.comments",
        "bot.store.ledger",
        "bot.store.watch_words",
        "bot.store.page.find_comments",
    }
