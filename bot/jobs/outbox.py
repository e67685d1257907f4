"""The sender: the one thread that carries the outbox to Slack.

In order per channel, paced to Slack's limits, and so that a crash between "sent" and "recorded"
neither loses nor doubles a message: every attempt to post is noted first, and an attempt whose
outcome is not known is looked up in the channel's history, by the key in the message's metadata.
Waits and back-off are kept in memory on a clock that never jumps; after a restart everything is
simply tried again.
"""

import logging
from collections.abc import Callable
from contextlib import AbstractContextManager
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from threading import Condition, Thread

from sqlite_utils import Database

from bot.clock import monotonic
from bot.health import Health
from bot.integrations.slack import Outcome, Slack, SlackTrouble
from bot.store import outbox
from bot.store.outbox import Item, Kind

log = logging.getLogger(__name__)

CHANNEL_SECONDS = 1.0  # chat.postMessage: one a second and channel
METHOD_SECONDS = 1.2  # chat.update: tier 3, fifty a minute …
METHOD_BURST = 10  # … with a little saved up, so that a reaction shows at once
SETTLE_SECONDS = 5.0  # a post that timed out may still appear: wait before looking
HOLD_SECONDS = 60.0  # how often a channel or a token that was refused is tried again
BACKOFF_SECONDS = (2.0, 5.0, 15.0, 60.0)
_ELSEWHERE = {"user_not_in_channel"}
SKEW = timedelta(minutes=5)  # our clock and Slack's may differ this much


@dataclass(slots=True)
class Pace:
    """When what may be sent next, in seconds of the monotonic clock."""

    channel_seconds: float = CHANNEL_SECONDS
    method_seconds: float = METHOD_SECONDS
    settle_seconds: float = SETTLE_SECONDS
    hold_seconds: float = HOLD_SECONDS
    backoff_seconds: tuple[float, ...] = BACKOFF_SECONDS
    until: dict[str, float] = field(default_factory=dict)
    saved: dict[str, tuple[float, float]] = field(default_factory=dict)

    def wait(self, name: str, seconds: float) -> None:
        """Keep *name* (a channel, a message, a method, `all`) back for *seconds*."""
        self.until[name] = max(self.until.get(name, 0.0), monotonic() + seconds)

    def ready_at(self, item: Item) -> float:
        """Return when *item* may be sent."""
        names = ["all", item.key, _method(item), f"hold:{item.channel}"]
        if _method(item) == "post":
            names.append(item.channel)
        return max([self.until.get(name, 0.0) for name in names] + [self._budget_at(item)])

    def spend(self, item: Item) -> None:
        """Count one call for *item*."""
        method = _method(item)
        if method == "post":
            self.wait(item.channel, self.channel_seconds)
            return
        left, since = self._left(method)
        self.saved[method] = (left - 1.0, since)

    def forget(self, item: Item) -> None:
        """Drop what was kept for *item*, which needs no more attempts."""
        self.until.pop(item.key, None)

    def _budget_at(self, item: Item) -> float:
        if _method(item) == "post" or self.method_seconds <= 0:
            return 0.0
        left, since = self._left(_method(item))
        return 0.0 if left >= 1.0 else since + (1.0 - left) * self.method_seconds

    def _left(self, method: str) -> tuple[float, float]:
        """Return how many calls of *method* are saved up at this moment."""
        now = monotonic()
        left, since = self.saved.get(method, (float(METHOD_BURST), now))
        if self.method_seconds <= 0:
            return float(METHOD_BURST), now
        return min(float(METHOD_BURST), left + (now - since) / self.method_seconds), now


def _method(item: Item) -> str:
    """Return which of Slack's calls *item* needs; limits are counted by call."""
    if item.kind is Kind.POST:
        return "post" if item.ts is None else "update"
    return item.kind.value


class Sender:
    """Drain the outbox until stopped. `wake` it after a commit; `drain` it in tests."""

    def __init__(
        self,
        slack: Slack,
        *,
        now: Callable[[], datetime],
        transaction: Callable[[], AbstractContextManager[Database]],
        reading: Callable[[], AbstractContextManager[Database]],
        health: Health,
        pace: Pace | None = None,
    ) -> None:
        self._slack = slack
        self._now = now
        self._transaction = transaction
        self._reading = reading
        self._health = health
        self._pace = pace or Pace()
        self._woken = Condition()
        self._work = True
        self._stopped = False
        self._thread = Thread(target=self._run, name="outbox", daemon=True)

    def start(self) -> None:
        """Begin to send, in a thread of its own."""
        self._thread.start()

    def wake(self) -> None:
        """Say that there may be something to send."""
        with self._woken:
            self._work = True
            self._woken.notify()

    def retry_now(self) -> None:
        """Forget every wait that is not Slack's own pace, for instance after an invitation."""
        for name in [n for n in self._pace.until if n.startswith("hold:") or n == "all"]:
            self._pace.until.pop(name, None)
        self.wake()

    def stop(self, seconds: float) -> None:
        """Finish the message at hand and stop; give up waiting after *seconds*."""
        with self._woken:
            self._stopped = True
            self._woken.notify()
        if self._thread.is_alive():
            self._thread.join(seconds)

    def _run(self) -> None:
        while not self._stopped:
            try:
                pause = self.drain()
            except Exception:  # the sender must outlive a full disk or a locked file
                if self._health.trouble("database", "trouble-database", now=self._now()):
                    log.exception("outbox: could not work, trying again")
                pause = HOLD_SECONDS / 10
            else:
                self._health.ok("database", now=self._now())
            with self._woken:
                if not self._work and not self._stopped:
                    self._woken.wait(pause)
                self._work = False

    def drain(self) -> float:
        """Send all that may be sent now; return the seconds until there may be more."""
        with self._reading() as db:
            items = outbox.pending(db)
        if not items:
            return 3600.0
        ready = sorted(
            ((self._pace.ready_at(item), n, item) for n, item in enumerate(items)),
        )
        if ready[0][0] > monotonic():
            return ready[0][0] - monotonic()
        for at, _, item in ready:
            if at > monotonic() or self._stopped:
                break
            if self._pace.ready_at(item) <= monotonic():  # the ones before have spent the pace
                self._send(item)
        return 0.0

    def _send(self, item: Item) -> None:
        if item.tried_at is None and self._is_over(item):
            self._record(item, None)
            return
        try:
            self._carry(item)
        except SlackTrouble as trouble:
            self._cope(item, trouble)
        else:
            self._pace.forget(item)
            self._health.ok("slack", now=self._now())
            self._health.ok(f"channel:{item.channel}", now=self._now())

    def _carry(self, item: Item) -> None:
        """Do the one call that brings *item* to its newest state, and record it."""
        if item.kind is Kind.HOME:
            self._pace.spend(item)
            self._slack.home(item.channel, item.body)
            self._record(item, None)
        elif item.kind is Kind.NOTE:
            self._whisper(item)
        elif item.ts is not None:
            self._pace.spend(item)
            self._slack.update(item.channel, item.ts, item.body)
            self._record(item, item.ts)
        else:
            self._post(item)

    def _whisper(self, item: Item) -> None:
        """Say a private word at most once: nobody can look up whether it arrived."""
        if item.tried_at is None and self._now() - item.created_at < outbox.NOTE_LIFE:
            with self._transaction() as db:
                outbox.trying(db, item, now=self._now())
            self._pace.spend(item)
            self._tell(item)
        self._record(item, None)

    def _tell(self, item: Item) -> None:
        """Whisper where it was asked; where the bot or the person is no member, tell directly."""
        user = item.user or ""
        try:
            self._slack.note(item.channel, user, item.body)
        except SlackTrouble as trouble:
            if trouble.outcome is not Outcome.CHANNEL and trouble.code not in _ELSEWHERE:
                raise
            self._slack.post(user, item.body, key=item.key)

    def _post(self, item: Item) -> None:
        """Post *item*, unless a former attempt with no known outcome has brought it there."""
        if item.tried_at is not None:
            found = self._look_for(item, since=item.tried_at - SKEW)
            if found is not None:
                log.info("outbox: found %s in Slack", item.key)
                with self._transaction() as db:  # which revision stands there is not known
                    outbox.sent(db, item, found, revision=0, now=self._now())
                return
        if self._is_over(item):
            self._record(item, None)
            return
        with self._transaction() as db:
            outbox.trying(db, item, now=self._now())
        self._pace.spend(item)
        self._record(item, self._slack.post(item.channel, item.body, key=item.key))

    def _is_over(self, item: Item) -> bool:
        """Tell whether *item* does not stand in Slack and is of no use there any more."""
        return item.ts is None and item.until is not None and self._now() >= item.until

    def _look_for(self, item: Item, *, since: datetime) -> str | None:
        try:
            return self._slack.find(item.channel, item.key, oldest=since)
        except SlackTrouble as trouble:
            trouble.looking = True
            raise

    def _record(self, item: Item, ts: str | None) -> None:
        with self._transaction() as db:
            outbox.sent(db, item, ts, revision=item.revision, now=self._now())

    def _cope(self, item: Item, trouble: SlackTrouble) -> None:
        """Decide what a failure means for *item*, its channel, or everything."""
        log.warning("outbox: %s: %s (%s)", item.key, trouble.code, trouble.outcome)
        if not trouble.looking and trouble.outcome is not Outcome.UNKNOWN:
            with self._transaction() as db:
                if trouble.outcome is Outcome.REFUSED:
                    self._give_up(db, item, trouble)
                else:
                    outbox.not_sent(db, item)
        self._hold_back(item, trouble)

    def _hold_back(self, item: Item, trouble: SlackTrouble) -> None:
        """Keep back what the failure concerns, for as long as it makes sense, and report it."""
        now, pace = self._now(), self._pace
        match trouble.outcome:
            case Outcome.WAIT:
                pace.wait(_blocked(item), trouble.wait)
            case Outcome.CHANNEL:
                pace.wait(f"hold:{item.channel}", pace.hold_seconds)
                part = f"channel:{item.channel}"
                self._health.trouble(part, "trouble-channel", trouble.code, now=now)
            case Outcome.ACCOUNT:
                pace.wait("all", pace.hold_seconds)
                self._health.trouble("slack", "trouble-slack-account", trouble.code, now=now)
            case Outcome.UNKNOWN | Outcome.UNREACHED:
                pace.wait(item.key, self._backoff(item))
                self._health.trouble("slack", "trouble-slack-unreachable", trouble.code, now=now)
            case Outcome.REFUSED if trouble.looking:
                pace.wait(item.key, pace.hold_seconds)

    def _backoff(self, item: Item) -> float:
        steps = self._pace.backoff_seconds
        backoff = steps[min(item.attempts, len(steps) - 1)]
        return max(backoff, self._pace.settle_seconds) if _method(item) == "post" else backoff

    def _give_up(self, db: Database, item: Item, trouble: SlackTrouble) -> None:
        """Put *item* aside; a word or an update that came too late is simply over."""
        over = trouble.code in {"message_not_found", "cant_update_message", "edit_window_closed"}
        if over or item.kind is Kind.NOTE:
            outbox.sent(db, item, item.ts, revision=item.revision, now=self._now())
        else:
            outbox.died(db, item, trouble.code)
            log.error("outbox: %s can never be sent: %s", item.key, trouble.code)


def _blocked(item: Item) -> str:
    """Return what Slack's 429 blocks: a channel for posts, the whole method otherwise."""
    method = _method(item)
    return item.channel if method == "post" else method
