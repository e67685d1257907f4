"""The command line: parse, wire, run. `python bot.py --help` lists the commands.

Nothing imports this file (the package `bot/` has its name); it may import everything, and does so
where a command needs it: `--help` and `backup` should not load Slack's libraries.
"""

import argparse
import os
import signal
import sys
from collections.abc import Callable, Iterator, Sequence
from contextlib import closing, contextmanager
from datetime import datetime
from pathlib import Path
from threading import Event

from bot import config, logs
from bot.clock import Clock
from bot.config import ConfigError, Settings
from bot.locales import Words

ROOT = Path(__file__).parent


class Refused(Exception):
    """The command cannot be done; the message says why in one clear sentence."""


def main(argv: Sequence[str]) -> int:
    """Run one command; return 0 when done, 1 when refused (said on standard error).

    What it writes is for its owner alone, whatever the machine's usual is: it is personal data.
    """
    os.umask(0o077)
    words = Words(_language())
    asked = _parser(words).parse_args(argv)
    try:
        return int(asked.work(asked, words) or 0)
    except ConfigError as error:
        from bot.views import terminal

        print(terminal.problems(words, error.problems), file=sys.stderr)
    except Refused as refused:
        print(refused, file=sys.stderr)
    except KeyboardInterrupt:
        return 130
    return 1


def run(_asked: argparse.Namespace, words: Words) -> None:
    """Run the bot until it is told to stop."""
    settings = config.load(ROOT)
    logs.set_up(settings.log_level, settings.log_format, settings.secrets)
    from bot.store import lock
    from handlers import service

    stop = Event()
    for name in (signal.SIGINT, signal.SIGTERM):
        signal.signal(name, lambda *_: stop.set())
    path = settings.database_path
    try:
        with _database(path, words), lock.only_one(path):
            service.run(settings, stop)
    except service.CannotStartError as error:
        raise Refused(words(error.kind, name=error.name, detail=error.detail)) from None
    # Python would wait for threads that wait for a slow network; what they do is looked up anyway.
    sys.stdout.flush()
    sys.stderr.flush()
    os._exit(0)


def demo(asked: argparse.Namespace, words: Words) -> None:
    """Run the bot against the sandbox."""
    from bot import demo as sandbox

    folder = asked.folder or ROOT / "data" / "demo" / words.language
    with _database(folder / "lucka.db", words):
        sandbox.run(ROOT / "bot.py", folder, words.language, port=asked.port)


def check(_asked: argparse.Namespace, words: Words) -> int:
    """Print a table of what is configured, and whether it works."""
    from bot.integrations.slack import Slack
    from bot.jobs import check as job
    from bot.views import terminal
    from handlers import service

    settings = config.load(ROOT)
    slack = Slack(settings.slack_bot_token, settings.slack_api_url)
    wrong = False
    now = Clock(settings.clock_file).now()
    calendar = service.calendar_of(settings)
    for found in job.run(settings, slack, service.page_of(settings), calendar, now=now):
        row = (found.grade, found.part, found.kind, found.values)
        print(terminal.row(words, *row, today=now.date()))
        wrong = wrong or found.grade is job.Grade.WRONG
    return int(wrong)


def job(asked: argparse.Namespace, words: Words) -> None:
    """Run one scheduled job, for now or another time, for real or dry."""
    from bot.domain.errors import Refusal
    from bot.integrations.outlook import CalendarError
    from bot.jobs import once
    from bot.views import imports as view
    from bot.views import terminal
    from handlers import service

    settings = config.load(ROOT)
    logs.set_up("error", settings.log_format)  # what is expected is said in one sentence
    now = _instant(asked.at, settings, words) or Clock(settings.clock_file).now()
    page = service.page_of(settings)
    if asked.name == "poll" and page is None:
        raise Refused(words("cli-job-no-page"))
    calendar = service.calendar_of(settings)
    if asked.name == "outlook" and calendar is None:
        raise Refused(words("cli-job-no-calendar"))
    try:
        with _database(settings.database_path, words):
            put = once.run(
                settings, asked.name, now=now, page=page, calendar=calendar, dry=asked.dry_run
            )
    except once.PageNotReadError as error:
        raise Refused(words("cli-job-unreachable", code=error.code)) from None
    except CalendarError as error:
        raise Refused(words(f"trouble-outlook-{error.kind}", detail=error.code)) from None
    except Refusal as refusal:
        raise Refused(view.refused(words, refusal)) from None
    print(terminal.dry_run(words, put) if asked.dry_run else words("cli-job-done"))


def export(asked: argparse.Namespace, words: Words) -> None:
    """Write every table as CSV, the plan as a calendar and a table, the year wheel to be edited."""
    from bot.jobs import language
    from bot.store import backup as copies
    from bot.store import feed, outlets, own
    from bot.store import wheel as wheels
    from bot.store.db import Store
    from bot.views import feed as view
    from bot.views import table, wheel_table

    settings, path = config.load(ROOT, to_run=False), _existing(words)
    now, calendar = Clock(settings.clock_file).now(), asked.folder / "plan.ics"
    sheet, wheel_sheet = asked.folder / "plan.csv", asked.folder / "wheel.csv"
    try:
        with _database(path, words), closing(Store(path)) as store, store.reading() as db:
            files = [*copies.export(db, asked.folder), calendar, sheet, wheel_sheet]
            plan = feed.load(db, now=now, zone=settings.timezone)
            names = {outlet.id: outlet.name for outlet in outlets.known(db)}
            said = language.words_of(settings, db)
            wheel = wheel_table.table(said, wheels.items(db), names)
        own.write(calendar, view.calendar(said, plan, zone=settings.timezone))
        own.write(sheet, table.table(said, plan))
        own.write(wheel_sheet, wheel)
    except OSError as error:
        raise Refused(_unwritable(words, asked.folder, error)) from None
    print(words("cli-exported", count=len(files), folder=str(asked.folder)))


def import_file(asked: argparse.Namespace, words: Words) -> None:
    """Read a calendar or a table into the plan, or into the year wheel."""
    from bot.domain.errors import Refusal
    from bot.domain.import_files import MOST_BYTES
    from bot.domain.wheel_table import WheelLinesUnfit
    from bot.jobs import importing
    from bot.views import imports as view
    from bot.views import wheel_table

    settings = config.load(ROOT)
    logs.set_up("error", settings.log_format)
    now, file = Clock(settings.clock_file).now(), asked.file
    if file.suffix.lower() not in importing.KINDS:
        raise Refused(words("import-unknown-kind", file=str(file)))
    try:
        with file.open("rb") as opened:
            data = opened.read(MOST_BYTES + 1)
        with _database(settings.database_path, words):
            counts = importing.counts(
                settings, file.name, data, now=now, dry=asked.dry_run, wheel=asked.wheel
            )
    except OSError as error:
        reason = error.strerror or type(error).__name__
        raise Refused(words("import-unreadable", file=str(file), reason=reason)) from None
    except Refusal as refusal:
        raise Refused(view.refused(words, refusal)) from None
    except WheelLinesUnfit as error:
        raise Refused(wheel_table.refused(words, error)) from None
    print(view.report(words, counts, dry=asked.dry_run))


def settings_file(asked: argparse.Namespace, words: Words) -> None:
    """Print the settings as a file, or tell what a file would change, or let it count."""
    from bot.domain.errors import Refusal
    from bot.views import imports as view
    from bot.views import terminal
    from handlers import settings_file as files

    settings, now = config.load(ROOT), Clock(config.load(ROOT).clock_file).now()
    logs.set_up("error", settings.log_format)
    _existing(words)
    try:
        with _database(settings.database_path, words):
            if asked.file is None:
                print(files.write(settings, now=now), end="")
                return
            data = asked.file.read_bytes()
            found = files.compare(settings, data, now=now)
            former = settings.database_path.with_name(f"settings-{now:%Y%m%dT%H%M%S}.json")
            if asked.apply and found:
                found = files.take(settings, data, now=now, former=former)
    except OSError as error:
        reason = error.strerror or type(error).__name__
        raise Refused(words("import-unreadable", file=str(asked.file), reason=reason)) from None
    except Refusal as refusal:
        raise Refused(view.refused(words, refusal)) from None
    print(terminal.differences(words, found, former=former if asked.apply else None))


def backup(asked: argparse.Namespace, words: Words) -> None:
    """Copy the database while the bot may be running."""
    from bot.store import backup as copies

    path = _existing(words)
    try:
        with _database(path, words):
            copies.backup(path, asked.file)
    except copies.LiveTargetError:
        raise Refused(words("cli-backup-live", file=str(asked.file))) from None
    except OSError as error:
        raise Refused(_unwritable(words, asked.file, error)) from None
    print(words("cli-backed-up", file=str(asked.file)))


def restore(asked: argparse.Namespace, words: Words) -> None:
    """Put a backup in place of the database, which is kept under another name."""
    from bot.store import backup as copies
    from bot.store import lock

    settings = config.load(ROOT, to_run=False)
    path = settings.database_path
    try:
        with _database(path, words), lock.only_one(path):
            kept = copies.restore(path, asked.file, now=Clock(settings.clock_file).now())
    except OSError as error:
        raise Refused(_unwritable(words, path, error)) from None
    except copies.NotABackupError:
        raise Refused(words("cli-not-a-backup", file=str(asked.file))) from None
    print(words("cli-restored-kept", file=str(kept)) if kept else words("cli-restored"))


def audit(asked: argparse.Namespace, words: Words) -> None:
    """Follow the chain of the audit log to its end; refuse where it is broken."""
    from bot.domain.audit_chain import Head
    from bot.store import audit as log
    from bot.store.db import Store
    from bot.views import terminal

    path, noted = _existing(words), Head.read(asked.head or "0")
    if noted is None:
        raise Refused(words("cli-audit-head-unreadable", value=asked.head))
    with _database(path, words), closing(Store(path)) as store, store.reading() as db:
        found = log.check(db, noted)
    if found.broken:
        raise Refused(words(f"audit-{found.broken}", **terminal.verdict(found)))
    print(words("cli-audit-whole", **terminal.verdict(found)))


def manifest(asked: argparse.Namespace, words: Words) -> None:
    """Print the Slack app manifest as JSON."""
    import json

    from bot.views.manifest import manifest as render

    settings = config.load(ROOT, to_run=False)
    made = render(words, prefix=settings.command_prefix, events_url=asked.url)
    print(json.dumps(made, ensure_ascii=False, indent=2))


def _parser(words: Words) -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="bot.py", description=words("cli-description"))
    parser.set_defaults(work=run)
    commands = parser.add_subparsers(title=words("cli-commands"), metavar="")

    def command(name: str, work: Callable[..., object]) -> argparse.ArgumentParser:
        said = words(f"cli-{name}")
        added = commands.add_parser(name, help=said, description=said)
        added.set_defaults(work=work)
        return added

    command("run", run)
    to_demo = command("demo", demo)
    to_demo.add_argument("--port", type=_port_number, default=8400, help=words("cli-demo-port"))
    to_demo.add_argument("--folder", type=_file_name, help=words("cli-demo-folder"))
    command("check", check)
    to_job = command("job", job)
    jobs = (
        "digest", "nag", "meeting", "comment_reminders", "urgent", "replies", "series", "wheel",
        "blocks", "claims", "confirmations", "endings", "report", "snapshot", "weekly_word",
        "counts", "disposal", "goals", "housekeeping", "poll", "outlook",
    )  # fmt: skip
    to_job.add_argument("name", choices=jobs)
    to_job.add_argument("--at", help=words("cli-job-at"))
    to_job.add_argument("--dry-run", action="store_true", help=words("cli-job-dry-run"))
    to_import = command("import", import_file)
    to_import.add_argument("file", type=_file_name, help=words("import-file"))
    to_import.add_argument("--wheel", action="store_true", help=words("import-to-wheel"))
    to_import.add_argument("--dry-run", action="store_true", help=words("import-dry-run"))
    to_settings = command("settings", settings_file)
    to_settings.add_argument("file", type=_file_name, nargs="?", help=words("cli-settings-file"))
    to_settings.add_argument("--apply", action="store_true", help=words("cli-settings-apply"))
    command("export", export).add_argument("folder", type=_file_name)
    command("backup", backup).add_argument("file", type=_file_name)
    command("restore", restore).add_argument("file", type=_file_name)
    command("audit", audit).add_argument("--head", help=words("cli-audit-head"))
    command("manifest", manifest).add_argument("--url", help=words("cli-manifest-url"))
    return parser


def _file_name(text: str) -> Path:
    """Read a path; argparse refuses where ValueError is raised. An empty one would mean "here"."""
    if not text.strip() or "\0" in text:
        raise ValueError(text)
    return Path(text)


def _port_number(text: str) -> int:
    port = int(text)
    if not 0 <= port <= 65_535:
        raise ValueError(text)
    return port


def _language() -> str:
    """Return the language of the command line, even where other settings are broken."""
    try:
        values = config.environment(ROOT)
    except ConfigError:  # told by the command itself
        values = config.process_environment()
    asked = values.get("LANGUAGE", "").strip().lower()
    return asked if asked in config.LANGUAGES else "sv"


@contextmanager
def _database(path: Path, words: Words) -> Iterator[None]:
    """Refuse in one sentence to work on a database that is in use, locked, newer, or none at all."""
    from bot.store.db import NewerSchemaError, UnusableError
    from bot.store.lock import BusyError, InUseError, usable

    try:
        with usable(path):
            yield
    except InUseError:
        raise Refused(words("cli-in-use", path=str(path))) from None
    except NewerSchemaError:
        raise Refused(words("cli-newer")) from None
    except UnusableError:
        raise Refused(words("check-database-unusable", path=str(path))) from None
    except BusyError:
        raise Refused(words("cli-busy", path=str(path))) from None


def _existing(words: Words) -> Path:
    """Return the database's path; refuse where there is no database yet."""
    path = config.load(ROOT, to_run=False).database_path
    try:
        path.stat()
    except OSError:  # not there, or no name that could be
        raise Refused(words("cli-no-database", path=str(path))) from None
    return path


def _instant(text: str | None, settings: Settings, words: Words) -> datetime | None:
    """Read `--at`: local time, unless it says its offset."""
    if text is None:
        return None
    try:
        found = datetime.fromisoformat(text)
    except ValueError:
        raise Refused(words("cli-job-when", value=text)) from None
    if not 1970 < found.year < 9000:  # the plan looks back and ahead of it
        raise Refused(words("cli-job-when", value=text))
    return found if found.tzinfo else found.replace(tzinfo=settings.timezone)


def _unwritable(words: Words, file: Path, error: OSError) -> str:
    return words("cli-cannot-write", file=str(file), reason=error.strerror or type(error).__name__)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
