"""The running bot: every part put together once, started in order and stopped in reverse."""

import logging
from collections.abc import Callable, Iterable
from contextlib import ExitStack
from dataclasses import replace
from functools import partial
from threading import Event

from slack_sdk.errors import SlackApiError, SlackClientError

from bot import jobs
from bot.clock import Clock, monotonic
from bot.config import Settings
from bot.deps import Deps
from bot.domain.given import Purpose
from bot.health import Health
from bot.integrations.facebook import GraphPage
from bot.integrations.heartbeat import Monitor
from bot.integrations.outlook import OutlookCalendar
from bot.integrations.slack import Outcome, Slack, SlackTrouble, trouble_in
from bot.integrations.slack_shapes import Channel, Identity
from bot.jobs import channels, disclosures, given, home, language, page_writer, pictures
from bot.jobs.outbox import Sender
from bot.jobs.worker import Worker
from bot.locales import Words
from bot.store import comment_rules, ledger, outlets, replies, sqlviews
from bot.store.db import Store
from handlers import commands, feed, hooks, peers, settings_given
from handlers.app import Socket, create, dispatcher
from handlers.missed import Missed

log = logging.getLogger(__name__)

RETRY_SECONDS = 5.0
STOP_SECONDS = 4.0
"""For all that is stopped together: whoever asked us to leave kills us after a while."""


READERS = {
    Purpose.SETTINGS: given.Reader(settings_given.told, settings_given.learn),
    Purpose.PEERS: given.Reader(peers.told),
}
"""What is done with a file that somebody gave, by what it is for."""


class CannotStartError(Exception):
    """Slack refuses what the settings say: *kind* names the message, *name* the setting."""

    def __init__(self, kind: str, name: str, detail: str = "") -> None:
        super().__init__(f"{kind}: {name} {detail}")
        self.kind = kind
        self.name = name
        self.detail = detail


class Goodbye:
    """Let everything finish what is at hand, one after another, within one span of time."""

    def __init__(self) -> None:
        self._until: float | None = None

    def say(self, stop: Callable[[float], None]) -> None:
        """Stop one part: it may use half of what is left, so that the next ones have some, too."""
        self._until = monotonic() + STOP_SECONDS if self._until is None else self._until
        stop(max(0.0, self._until - monotonic()) / 2)


def page_of(settings: Settings) -> GraphPage | None:
    """Return the page of the settings, or None where none is configured."""
    if not settings.has_page:
        return None
    return GraphPage(
        base_url=settings.facebook_api_url,
        version=settings.facebook_api_version,
        page_id=settings.facebook_page_id,
        token=settings.facebook_page_token,
        app_secret=settings.facebook_app_secret or None,
    )


def calendar_of(settings: Settings) -> OutlookCalendar | None:
    """Return the subscribed calendar of the settings, or None where there is none."""
    url = settings.outlook_calendar_url
    return OutlookCalendar(url, tick=monotonic) if url else None


def run(settings: Settings, stop: Event) -> None:
    """Run until *stop* is set; raise CannotStartError when Slack refuses the settings."""
    clock, health = Clock(settings.clock_file), Health()
    slack = Slack(settings.slack_bot_token, settings.slack_api_url)
    found = _reach(slack, settings, stop)
    if found is None:
        return
    identity, plan_channel, comments_channel = found
    seen = [channel for channel in (plan_channel, comments_channel) if channel]
    with ExitStack() as stack:
        store = Store(settings.database_path)
        stack.callback(store.close)
        sender = Sender(
            slack,
            now=clock.now,
            transaction=store.transaction,
            reading=store.reading,
            health=health,
        )
        words = Words(settings.language)
        deps = Deps(
            settings=settings,
            now=clock.now,
            transaction=language.speaking(store.transaction, words),
            reading=store.reading,
            slack=slack,
            words=words,
            identity=identity,
            plan_channel=plan_channel.id,
            comments_channel=comments_channel.id if comments_channel else None,
            health=health,
            wake=sender.wake,
            invited=sender.retry_now,
            page=page_of(settings),
            calendar=calendar_of(settings),
            monitor=Monitor(settings.heartbeat_url) if settings.heartbeat_url else None,
        )
        if deps.page is not None:
            stack.callback(deps.page.close)
        with deps.transaction() as db:
            outlets.ensure_defaults(db, deps.words)
            comment_rules.ensure_defaults(db, deps.words)
            replies.ensure_defaults(db, deps.words)
            sqlviews.keep_offsets(db, settings.timezone)
            ledger.set_fact(db, "channel:plan", deps.plan_channel)
            ledger.set_fact(db, "channel:comments", deps.comments_channel or "")
            for channel in seen:
                channels.take_in(deps, db, channel, now=deps.now())
        _start(deps, sender, stack, stop)


def _start(deps: Deps, sender: Sender, stack: ExitStack, stop: Event) -> None:
    """Start the workers, the listeners' door and the timetable, and watch until *stop*."""
    goodbye = Goodbye()
    homes = _worker("homes", home.drain, deps, calm=home.CALM_SECONDS)
    drawer = _worker("pictures", pictures.drain, deps)
    clerk = _worker("disclosures", disclosures.drain, deps)
    writer = _worker("page", page_writer.drain, deps)
    wake = partial(_wake, (sender, homes))
    deps = replace(deps, wake=wake, draw=drawer.wake, take_out=clerk.wake, publish=writer.wake)
    files = _worker("files", partial(given.drain, readers=READERS), deps)
    deps = replace(deps, read_files=files.wake)
    desk = _worker("commands", commands.drain, deps, calm=commands.CALM_SECONDS)
    app = create(deps, desk.wake)
    missed = Missed(deps)
    reader = Worker("reactions", missed.drain, health=deps.health, now=deps.now)
    timetable = jobs.Timetable(deps)
    hinted = Worker("hints", timetable.read_hints, health=deps.health, now=deps.now)
    for worker in (sender, desk, homes, drawer, clerk, writer, files):
        worker.start()
        stack.callback(goodbye.say, worker.stop)
    if deps.settings.http_port is not None:
        from bot import web  # noqa: PLC0415 -- most bots have no port, and need not load it

        secret = deps.settings.slack_signing_secret
        dispatch = dispatcher(app, secret) if deps.settings.http_mode else None
        calendar = partial(feed.answer, deps) if deps.settings.calendar_token else None
        take = partial(hooks.take, deps, hinted.wake)
        door = web.Hook(partial(hooks.greet, deps), take) if hooks.is_open(deps.settings) else None
        routes = web.create(deps.health, dispatch, calendar, door)
        server = web.WebServer(routes, deps.settings.http_host, deps.settings.http_port)
        server.start()
        stack.callback(goodbye.say, server.stop)
    socket = None if deps.settings.http_mode else Socket(app, deps.settings.slack_app_token)
    if socket is not None:
        stack.callback(goodbye.say, socket.close)
        if not _connect(socket, deps, stop):
            return
    reader.start()
    stack.callback(goodbye.say, reader.stop)
    scheduler = jobs.scheduler(deps, timetable)
    scheduler.start()
    stack.callback(scheduler.shutdown, wait=False)
    if hooks.is_open(deps.settings):
        hinted.start()
        stack.callback(goodbye.say, hinted.stop)
    log.info("connected to %s", deps.identity.team)
    while not stop.wait(1.0):
        timetable.watch()
        if missed.listening(now=deps.now(), connected=_watch(socket, deps)):
            reader.wake()


def _worker(name: str, drain: Callable[[Deps], float], deps: Deps, *, calm: float = 0.0) -> Worker:
    """Return a thread, not yet started, that does *drain* whenever it is woken or asked to."""
    return Worker(name, partial(drain, deps), health=deps.health, now=deps.now, calm=calm)


def _wake(workers: Iterable[Sender | Worker]) -> None:
    """Say that something was decided: there may be something to send, and tabs to show anew."""
    for worker in workers:
        worker.wake()


def _watch(socket: Socket | None, deps: Deps) -> bool:
    """Report whether the connection stands, and say so; the client renews it by itself."""
    connected = socket is None or socket.is_connected()
    if connected:
        deps.health.ok("socket", now=deps.now())
    elif deps.health.trouble("socket", "trouble-socket", now=deps.now()):
        log.warning("the connection to Slack is broken; reconnecting")
    return connected


def _connect(socket: Socket, deps: Deps, stop: Event) -> bool:
    """Open the socket, waiting for Slack if need be; False when told to stop meanwhile."""
    while not stop.is_set():
        try:
            socket.connect()
        except SlackApiError as error:
            trouble = trouble_in(error)
            if trouble.outcome in (Outcome.ACCOUNT, Outcome.REFUSED):
                detail = trouble.code
                raise CannotStartError("start-app-token", "SLACK_APP_TOKEN", detail) from None
            log.warning("Slack does not answer (%s); trying again", trouble.code)
            stop.wait(max(trouble.wait, RETRY_SECONDS))
        except (OSError, SlackClientError) as error:
            log.warning("Slack does not answer (%s); trying again", type(error).__name__)
            stop.wait(RETRY_SECONDS)
        else:
            deps.health.ok("socket", now=deps.now())
            return True
    return False


def _reach(
    slack: Slack, settings: Settings, stop: Event
) -> tuple[Identity, Channel, Channel | None] | None:
    """Ask Slack who we are and which channels are meant; wait for it; None when told to stop."""
    while not stop.is_set():
        try:
            return (
                slack.identity(),
                _channel(slack, settings.plan_channel, "PLAN_CHANNEL"),
                _channel(slack, settings.comments_channel, "COMMENTS_CHANNEL")
                if settings.comments_channel
                else None,
            )
        except SlackTrouble as trouble:
            if trouble.outcome in (Outcome.ACCOUNT, Outcome.REFUSED):
                raise CannotStartError("start-token", "SLACK_BOT_TOKEN", trouble.code) from None
            log.warning("Slack does not answer (%s); trying again", trouble.code)
            stop.wait(max(trouble.wait, RETRY_SECONDS))
    return None


def _channel(slack: Slack, name: str, setting: str) -> Channel:
    found = slack.channel(name)
    if found is None:
        raise CannotStartError("start-channel", setting, name)
    return found
