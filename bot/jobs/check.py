"""Is everything configured? Ask Slack and the page, and say what is right and how to mend the rest.

A finding names a message in the catalogues and its values; nothing here writes anything.
"""

from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import date, datetime, timedelta
from enum import StrEnum
from functools import partial

from sqlite_utils import Database

from bot.config import Settings
from bot.domain.errors import Refusal
from bot.domain.graph_versions import usable_until
from bot.domain.page import PageTrouble
from bot.domain.relaying import Exposure
from bot.integrations.facebook import GraphPage
from bot.integrations.facebook_errors import GraphError
from bot.integrations.outlook import CalendarError, Mark, OutlookCalendar
from bot.integrations.slack import Outcome, Slack, SlackTrouble
from bot.integrations.slack_shapes import Channel
from bot.jobs import check_hooks, hook_silence
from bot.store import answers, audit, looks, publications, relaying
from bot.store.db import NewerSchemaError, Store, UnusableError
from bot.views.manifest import SCOPES
from bot.views.terminal import verdict

SKEW = timedelta(seconds=60)
SOON = timedelta(days=14)
LATE = timedelta(minutes=20)  # quiet looks are written down every ten minutes
PAGE_SCOPES = ("pages_read_engagement", "pages_read_user_content")
PUBLISHING_SCOPE = "pages_manage_posts"  # asked for where the team publishes from Slack
ANSWERING_SCOPE = "pages_manage_engagement"  # and where it answers


Readers = Callable[[Channel, Mapping[str, str]], "Finding"]


class Grade(StrEnum):
    """How good a finding is."""

    GOOD = "good"
    WARNING = "warning"
    WRONG = "wrong"


@dataclass(frozen=True, slots=True)
class Finding:
    """One row of the table: *part* is what was looked at, *kind* the message about it."""

    grade: Grade
    part: str
    kind: str
    values: Mapping[str, str | date] = field(default_factory=dict)


def run(
    settings: Settings,
    slack: Slack,
    page: GraphPage | None,
    calendar: OutlookCalendar | None = None,
    *,
    now: datetime,
) -> Iterator[Finding]:
    """Yield the findings one by one, as they are made."""
    yield _database(settings)
    yield from _audit(settings)
    yield from _slack(settings, slack, now)
    yield from _page(settings, page, now)
    if page is not None:
        yield from _looks(settings, page, now)
        yield from _version(settings, now)
        yield from _hooks(settings, page)
        yield from _hook_silence(settings, now)
    if calendar is not None:
        yield _calendar(settings, calendar, now)


def _database(settings: Settings) -> Finding:
    where = {"path": str(settings.database_path)}
    try:
        Store(settings.database_path).close()
    except NewerSchemaError:
        return Finding(Grade.WRONG, "database", "check-database-newer", where)
    except UnusableError:
        return Finding(Grade.WRONG, "database", "check-database-unusable", where)
    return Finding(Grade.GOOD, "database", "check-database", where)


def _audit(settings: Settings) -> Iterator[Finding]:
    """Say whether the audit log is whole."""
    with _opened(settings) as db:
        found = audit.check(db) if db else None
    if found is None:
        return
    if found.broken:
        yield Finding(Grade.WRONG, "audit", f"audit-{found.broken}", verdict(found))
    else:
        yield Finding(Grade.GOOD, "audit", "check-audit", verdict(found))


def _slack(settings: Settings, slack: Slack, now: datetime) -> Iterator[Finding]:
    try:
        identity = slack.identity()
    except SlackTrouble as trouble:
        kind = "refused" if trouble.outcome in (Outcome.ACCOUNT, Outcome.REFUSED) else "unreachable"
        yield Finding(Grade.WRONG, "slack", f"check-slack-{kind}", {"code": trouble.code})
        return
    yield Finding(Grade.GOOD, "slack", "check-slack", {"team": identity.team})
    lacking = [scope for scope in SCOPES if scope not in identity.scopes]
    for scope in lacking:
        yield Finding(Grade.WRONG, "scope", "check-scope-missing", {"scope": scope})
    if not lacking:
        yield Finding(Grade.GOOD, "scope", "check-scopes")
    yield from _clock(settings, slack, now)
    yield _socket(settings, slack)
    yield _channel(slack, settings.plan_channel, "PLAN_CHANNEL", _plan_channel)
    if settings.comments_channel:
        name = settings.comments_channel
        yield _channel(slack, name, "COMMENTS_CHANNEL", partial(_comments_channel, settings))


def _clock(settings: Settings, slack: Slack, now: datetime) -> Iterator[Finding]:
    """Compare our clock with Slack's; a steered clock is wrong on purpose."""
    theirs = slack.server_time()
    if theirs is None or settings.clock_file is not None:
        return
    seconds = str(round(abs((now - theirs).total_seconds())))
    if abs(now - theirs) > SKEW:
        yield Finding(Grade.WRONG, "clock", "check-clock-wrong", {"seconds": seconds})
    else:
        yield Finding(Grade.GOOD, "clock", "check-clock")


def _socket(settings: Settings, slack: Slack) -> Finding:
    if settings.http_mode:
        port = str(settings.http_port)
        return Finding(Grade.GOOD, "transport", "check-http", {"port": port})
    try:
        slack.try_socket(settings.slack_app_token)
    except SlackTrouble as trouble:
        return Finding(Grade.WRONG, "transport", "check-socket-refused", {"code": trouble.code})
    return Finding(Grade.GOOD, "transport", "check-socket")


def _channel(slack: Slack, name: str, setting: str, readers: Readers) -> Finding:
    values = {"name": name, "setting": setting}
    try:
        found = slack.channel(name)
    except SlackTrouble as trouble:
        return Finding(
            Grade.WRONG, "channel", "check-channel-refused", {**values, "code": trouble.code}
        )
    if found is None:
        return Finding(Grade.WRONG, "channel", "check-channel-missing", values)
    if found.is_archived:
        return Finding(Grade.WRONG, "channel", "check-channel-archived", values)
    if not found.is_member:
        return Finding(Grade.WRONG, "channel", "check-channel-uninvited", values)
    return readers(found, values)


def _plan_channel(found: Channel, values: Mapping[str, str]) -> Finding:
    """Say who can read the plan: colleagues may."""
    if found.is_shared:
        return Finding(Grade.WARNING, "channel", "check-channel-shared", values)
    return Finding(Grade.GOOD, "channel", "check-channel", values)


def _comments_channel(settings: Settings, found: Channel, values: Mapping[str, str]) -> Finding:
    """Say who can read the comments: only the members of their channel should."""
    if found.exposure is Exposure.PRIVATE:
        return Finding(Grade.GOOD, "channel", "check-channel", values)
    if _allowed(settings, found.id) is found.exposure:
        kind = f"check-channel-allowed-{found.exposure}"
        return Finding(Grade.WARNING, "channel", kind, values)
    return Finding(Grade.WRONG, "channel", f"check-channel-held-{found.exposure}", values)


def _allowed(settings: Settings, channel: str) -> Exposure | None:
    """Return for whose eyes comments were allowed in *channel*."""
    with _opened(settings) as db:
        state = relaying.channel(db, channel) if db else None
    return state.allowed if state else None


def _page(settings: Settings, page: GraphPage | None, now: datetime) -> Iterator[Finding]:
    if page is None:
        yield Finding(Grade.WARNING, "page", "check-page-none")
        return
    try:
        identity = page.whoami()
        if identity.id != settings.facebook_page_id:
            yield Finding(Grade.WRONG, "page", "check-page-other", {"name": identity.name})
            return
        yield Finding(Grade.GOOD, "page", "check-page", {"name": identity.name})
        yield from _token(page, _page_scopes(settings), now)
        seen = page.read_page()
    except GraphError as error:
        yield _refused(error)
        return
    if seen.sees_no_public():
        yield Finding(Grade.WRONG, "comments", "check-comments-withheld")
    else:
        yield Finding(Grade.GOOD, "comments", "check-comments", {"count": str(len(seen.comments))})


def _looks(settings: Settings, page: GraphPage, now: datetime) -> Iterator[Finding]:
    """Say when the running bot last read the page, and how much came today."""
    with _opened(settings) as db:
        seen = looks.silence(db, page.page_id).last_seen if db else None
        if db is None or seen is None:
            return
        midnight = now.astimezone(settings.timezone).replace(hour=0, minute=0, second=0)
        count = looks.new_since(db, page.page_id, midnight)
    is_late = now - seen > LATE + timedelta(seconds=settings.facebook_poll_seconds)
    grade, kind = (Grade.WARNING, "check-looks-late") if is_late else (Grade.GOOD, "check-looks")
    values: dict[str, str | date] = {
        "moment": seen.astimezone(settings.timezone),
        "count": str(count),
    }
    yield Finding(grade, "looks", kind, values)


def _version(settings: Settings, now: datetime) -> Iterator[Finding]:
    """Warn of a version of Facebook's interface that ends soon, or has ended."""
    version, end = settings.facebook_api_version, usable_until(settings.facebook_api_version)
    if end is not None and end - now.date() < SOON:
        values: dict[str, str | date] = {"version": version, "date": end}
        yield Finding(Grade.WARNING, "version", "check-version-ending", values)


def _hooks(settings: Settings, page: GraphPage) -> Iterator[Finding]:
    """Say whether Facebook tells us what happens, where somebody wants that."""
    if not settings.facebook_verify_token:
        return
    try:
        missing = check_hooks.problems(settings, page)
    except GraphError as error:
        code = {"code": str(error.code or error.status or "–")}
        yield Finding(Grade.WARNING, "hooks", "check-hooks-unknown", code)
        return
    for kind in missing:
        yield Finding(Grade.WARNING, "hooks", f"check-hooks-{kind}")
    if not missing:
        yield Finding(Grade.GOOD, "hooks", "check-hooks")


def _hook_silence(settings: Settings, now: datetime) -> Iterator[Finding]:
    """Warn where all seems set up, and comments come without a word of Facebook's."""
    with _opened(settings) as db:
        if db is not None and hook_silence.is_silent(db, settings, now):
            yield Finding(Grade.WARNING, "hooks", hook_silence.SILENT)


def _page_scopes(settings: Settings) -> tuple[str, ...]:
    """Return the permissions that what the team does on the page needs."""
    with _opened(settings) as db:
        publishes = db is not None and publications.setting(db).is_on
        answering = db is not None and answers.setting(db).is_on
    wanted = ((publishes, PUBLISHING_SCOPE), (answering, ANSWERING_SCOPE))
    return (*PAGE_SCOPES, *(scope for is_on, scope in wanted if is_on))


@contextmanager
def _opened(settings: Settings) -> Iterator[Database | None]:
    """Yield what is stored, to be read; None where it cannot be."""
    try:
        store = Store(settings.database_path)
    except (NewerSchemaError, UnusableError):
        yield None
        return
    try:
        with store.reading() as db:
            yield db
    finally:
        store.close()


def _token(page: GraphPage, scopes: tuple[str, ...], now: datetime) -> Iterator[Finding]:
    """Look at the page token: its kind, its permissions, its end."""
    try:
        token = page.debug_token()
    except GraphError as error:
        if error.kind is PageTrouble.TOKEN:
            raise
        # Some apps may not ask about their own token; the comments can be read all the same.
        yield Finding(Grade.WARNING, "token", "check-token-unknown")
        return
    if not token.is_valid:
        yield Finding(Grade.WRONG, "token", "check-page-token", {"code": "190"})
    if token.type != "PAGE":
        yield Finding(Grade.WRONG, "token", "check-token-kind", {"type": token.type})
    for scope in scopes:
        if scope not in token.scopes:
            yield Finding(Grade.WRONG, "token", "check-token-scope", {"scope": scope})
    end = token.ends()
    if end is None:
        yield Finding(Grade.GOOD, "token", "check-token")
        return
    grade = Grade.WARNING if end - now < SOON else Grade.GOOD
    kind = "check-token-ending" if end - now < SOON else "check-token-until"
    yield Finding(grade, "token", kind, {"date": end.date()})


def _calendar(settings: Settings, calendar: OutlookCalendar, now: datetime) -> Finding:
    """Say whether the subscribed calendar answers, and can be read."""
    from bot.integrations import ics  # noqa: PLC0415 -- heavy, and most bots read no calendar

    zone = settings.timezone
    try:
        data = calendar.fetch(Mark()).data or b""
        events = ics.read(data, zone=zone, today=now.astimezone(zone).date())
    except CalendarError as error:
        kind = f"trouble-outlook-{error.kind}"
        return Finding(Grade.WRONG, "calendar", kind, {"detail": error.code})
    except Refusal as refusal:
        line = str(refusal.values.get("line", "–"))
        return Finding(Grade.WRONG, "calendar", "trouble-outlook-unfit", {"detail": line})
    return Finding(Grade.GOOD, "calendar", "check-calendar", {"count": str(len(events))})


def _refused(error: GraphError) -> Finding:
    code = str(error.code or error.status or "")
    kinds = {
        PageTrouble.TOKEN: "check-page-token",
        PageTrouble.PERMISSION: "check-page-permission",
        PageTrouble.SLOW_DOWN: "check-page-slow",
    }
    kind = kinds.get(error.kind, "check-page-refused")
    return Finding(Grade.WRONG, "page", kind, {"code": code})
