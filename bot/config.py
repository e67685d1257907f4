"""Settings from the environment and `.env`; every problem is reported at once.

The names are a contract with the people who run the bot; each stands in `.env.example` and in the
README, held there by a test. This is the only module that reads the environment.
"""

import os
import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, replace
from datetime import time
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from dotenv import dotenv_values

LANGUAGES = ("sv", "en")
GRAPH_VERSION = "v26.0"  # the newest known, usable at least until 2028 (Meta's version table)


@dataclass(frozen=True, slots=True)
class Problem:
    """One thing that is wrong with a setting: *kind* names the message in the catalogues."""

    kind: str
    name: str
    value: str = ""


class ConfigError(Exception):
    """The settings cannot be used; `problems` says everything that is wrong with them."""

    def __init__(self, problems: tuple[Problem, ...]) -> None:
        super().__init__(", ".join(f"{p.name}: {p.kind}" for p in problems))
        self.problems = problems


@dataclass(frozen=True, slots=True)
class Settings:
    """What the environment says, checked. Secrets are left out of the representation."""

    slack_bot_token: str = field(default="", repr=False)
    slack_app_token: str = field(default="", repr=False)
    slack_signing_secret: str = field(default="", repr=False)
    slack_api_url: str = "https://slack.com/api/"
    plan_channel: str = ""
    comments_channel: str = ""
    facebook_page_id: str = ""
    facebook_page_token: str = field(default="", repr=False)
    facebook_app_secret: str = field(default="", repr=False)
    facebook_verify_token: str = field(default="", repr=False)
    facebook_api_url: str = "https://graph.facebook.com"
    facebook_api_version: str = GRAPH_VERSION
    facebook_poll_seconds: int = 60
    database_path: Path = Path("data/lucka.db")
    backup_folder: Path | None = None
    timezone: ZoneInfo = field(default_factory=lambda: ZoneInfo("Europe/Stockholm"))
    language: str = "sv"
    digest_time: time = time(8, 15)
    http_host: str = "127.0.0.1"
    http_port: int | None = None
    calendar_token: str = field(default="", repr=False)
    outlook_calendar_url: str = field(default="", repr=False)
    heartbeat_url: str = field(default="", repr=False)
    command_prefix: str = ""
    log_level: str = "info"
    log_format: str = "text"
    clock_file: Path | None = None

    @property
    def secrets(self) -> tuple[str, ...]:
        """Return every secret of these that is set."""
        named = (getattr(self, name.lower()) for name in READERS if _is_secret(name))
        return tuple(filter(None, named))

    @property
    def http_mode(self) -> bool:
        """Say whether Slack reaches the bot over HTTP instead of Socket Mode."""
        return bool(self.slack_signing_secret)

    @property
    def backups(self) -> Path:
        """Return the folder of the nightly copies: beside the database unless set."""
        return self.backup_folder or self.database_path.parent / "backups"

    @property
    def has_page(self) -> bool:
        """Say whether a Facebook page is configured."""
        return bool(self.facebook_page_id and self.facebook_page_token)


Reader = Callable[[str], Any]


def _url(text: str) -> str:
    parts = urlsplit(text)
    _ = parts.port  # raises ValueError for what is none
    if parts.scheme not in ("http", "https") or not parts.hostname or re.search(r"\s", text):
        raise ValueError(text)
    return text


def _slack_url(text: str) -> str:
    """Return the address with the slash at its end that slack_sdk expects."""
    return _url(text).rstrip("/") + "/"


def _calendar_url(text: str) -> str:
    """Return the address of a calendar; `webcal:` is what calendars call `https:`."""
    return _url(re.sub(r"^webcals?:", "https:", text, flags=re.IGNORECASE))


def _matching(pattern: str) -> Reader:
    def read(text: str) -> str:
        if not re.fullmatch(pattern, text):
            raise ValueError(text)
        return text

    return read


def _one_of(*choices: str) -> Reader:
    def read(text: str) -> str:
        if text.lower() not in choices:
            raise ValueError(text)
        return text.lower()

    return read


def _between(low: int, high: int) -> Reader:
    def read(text: str) -> int:
        number = int(text)
        if not low <= number <= high:
            raise ValueError(text)
        return number

    return read


def _time(text: str) -> time:
    """Read `08:15` or, in the Swedish manner, `8.15`."""
    found = re.fullmatch(r"(\d{1,2})[.:](\d{2})", text)
    if not found:
        raise ValueError(text)
    return time(int(found[1]), int(found[2]))


def _zone(text: str) -> ZoneInfo:
    try:
        return ZoneInfo(text)
    except (ZoneInfoNotFoundError, OSError) as error:  # OSError: a folder of the database
        raise ValueError(text) from error


READERS: Mapping[str, Reader] = {
    "SLACK_BOT_TOKEN": _matching(r"xoxb-[!-~]+"),
    "SLACK_APP_TOKEN": _matching(r"xapp-[!-~]+"),
    "SLACK_SIGNING_SECRET": str,
    "SLACK_API_URL": _slack_url,
    "PLAN_CHANNEL": _matching(r"[CGD][A-Z0-9]+|#?[^\s#,]{1,80}"),
    "COMMENTS_CHANNEL": _matching(r"[CGD][A-Z0-9]+|#?[^\s#,]{1,80}"),
    "FACEBOOK_PAGE_ID": _matching(r"[0-9]+"),
    "FACEBOOK_PAGE_TOKEN": _matching(r"[!-~]+"),
    "FACEBOOK_APP_SECRET": str,
    "FACEBOOK_VERIFY_TOKEN": str,
    "FACEBOOK_API_URL": lambda text: _url(text).rstrip("/"),
    "FACEBOOK_API_VERSION": _matching(r"v\d+\.\d+"),
    "FACEBOOK_POLL_SECONDS": _between(1, 86_400),
    "DATABASE_PATH": Path,
    "BACKUP_FOLDER": Path,
    "TIMEZONE": _zone,
    "LANGUAGE": _one_of(*LANGUAGES),
    "DIGEST_TIME": _time,
    "HTTP_HOST": _matching(r"\S+"),
    "HTTP_PORT": _between(1, 65_535),
    "CALENDAR_TOKEN": _matching(r"[A-Za-z0-9._~-]{16,200}"),  # a part of an address
    "OUTLOOK_CALENDAR_URL": _calendar_url,
    "HEARTBEAT_URL": _url,
    "COMMAND_PREFIX": _matching(r"[a-z0-9_-]{1,20}"),
    "LOG_LEVEL": _one_of("debug", "info", "warning", "error"),
    "LOG_FORMAT": _one_of("text", "json"),
    "CLOCK_FILE": Path,
}


def environment(folder: Path) -> dict[str, str]:
    """Return what `.env` in *folder* and the process environment say; the latter wins.

    Raises ConfigError where `.env` is no text, or may not be read.
    """
    try:
        found = dotenv_values(folder / ".env")
    except (OSError, UnicodeError):
        # "from None": the error quotes the file, secrets and all.
        raise ConfigError((Problem("problem-env-file", ".env"),)) from None
    from_file = {k: v for k, v in found.items() if v is not None}
    return {**from_file, **os.environ}


def process_environment() -> dict[str, str]:
    """Return the environment of this process, to be handed on to another one."""
    return dict(os.environ)


def read(values: Mapping[str, str]) -> Settings:
    """Return settings from *values*; an empty value counts as not set.

    Raises ConfigError with every value that cannot be read. What must be set depends on the
    command and is asked of `missing`.
    """
    found: dict[str, Any] = {}
    problems: list[Problem] = []
    for name, reader in READERS.items():
        text = values.get(name, "").strip()
        if not text:
            continue
        try:
            found[name.lower()] = reader(text)
        except ValueError:
            shown = "" if _is_secret(name) else text
            problems.append(Problem(f"problem-{name.lower().replace('_', '-')}", name, shown))
    if problems:
        raise ConfigError(tuple(problems))
    return Settings(**found)


def _is_secret(name: str) -> bool:
    return name.endswith(("_TOKEN", "_SECRET", "CALENDAR_URL", "HEARTBEAT_URL"))


def missing(settings: Settings) -> tuple[Problem, ...]:
    """Return what must still be set before the bot can run."""
    wanted = [
        (not settings.slack_bot_token, "SLACK_BOT_TOKEN"),
        (not (settings.slack_app_token or settings.slack_signing_secret), "SLACK_APP_TOKEN"),
        (settings.http_mode and settings.http_port is None, "HTTP_PORT"),
        (not settings.plan_channel, "PLAN_CHANNEL"),
        (settings.has_page and not settings.comments_channel, "COMMENTS_CHANNEL"),
        (
            bool(settings.facebook_page_token) and not settings.facebook_page_id,
            "FACEBOOK_PAGE_ID",
        ),
        (
            bool(settings.facebook_page_id) and not settings.facebook_page_token,
            "FACEBOOK_PAGE_TOKEN",
        ),
    ]
    return tuple(
        Problem(f"missing-{name.lower().replace('_', '-')}", name)
        for is_so, name in wanted
        if is_so
    )


def load(folder: Path, *, to_run: bool = True) -> Settings:
    """Return the settings of the process, whose `.env` and relative paths are in *folder*.

    Raises ConfigError with every problem; *to_run* also asks for all that the bot needs to run.
    """
    settings = read(environment(folder))
    problems = missing(settings) if to_run else ()
    if problems:
        raise ConfigError(problems)
    return replace(
        settings,
        database_path=folder / settings.database_path,
        backup_folder=folder / settings.backup_folder if settings.backup_folder else None,
    )
