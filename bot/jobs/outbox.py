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
from datetime import UTC, datetime, timedelta

from sqlite_utils import Database

from bot import trail
from bot.clock import monotonic
from bot.health import Health
from bot.integrations.slack import Outcome, Slack, SlackTrouble
from bot.jobs.looking import NO_THREAD, Looking, Unfinished
from bot.jobs.pace import Pace, method_of
from bot.jobs.worker import Worker
from bot.store import outbox
from bot.store.outbox import Item, Kind

log = logging.getLogger(__name__)

_ELSEWHERE = {"user_not_in_channel"}
SKEW = timedelta(minutes=5)  # our clock and Slack's may differ this much
STRANGE = timedelta(days=30)  # where nothing of ours stands that shows how far off our clock is


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
        self._looking = Looking(slack)
        self._now = now
        self._transaction = transaction
        self._reading = reading
        self._health = health
        self._pace = pace or Pace()
        self._worker = Worker("outbox", self.drain, health=health, now=now)

    def start(self) -> None:
        """Begin to send, in a thread of its own."""
        self._worker.start()

    def wake(self) -> None:
        """Say that there may be something to send."""
        self._worker.wake()

    def stop(self, seconds: float) -> None:
        """Finish the message at hand and stop; give up waiting after *seconds*."""
        self._worker.stop(seconds)

    def retry_now(self) -> None:
        """Forget every wait that is not Slack's own pace, for instance after an invitation."""
        for name in list(self._pace.until):  # the sender's thread may add to it meanwhile
            if name.startswith("hold:") or name == "all":
                self._pace.until.pop(name, None)
        self.wake()

    def drain(self) -> float:
        """Send all that may be sent now; return the seconds until there may be more."""
        with self._reading() as db:
            items = outbox.pending(db)
        self._looking.keep({item.key for item in items})
        if not items:
            return 3600.0
        ready = sorted(
            ((self._pace.ready_at(item), n, item) for n, item in enumerate(items)),
        )
        if ready[0][0] > monotonic():
            return ready[0][0] - monotonic()
        for at, _, item in ready:
            if at > monotonic() or self._worker.is_stopped:
                break
            if self._pace.ready_at(item) <= monotonic():  # the ones before have spent the pace
                with trail.followed(item.trail):
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
        except (AttributeError, LookupError, TypeError, ValueError) as error:
            # Slack's answer lacks what it was asked for: the others are not to wait behind it.
            self._cope(item, SlackTrouble(Outcome.UNKNOWN, type(error).__name__))
        except Unfinished:
            self._pace.wait(item.key, self._pace.look_seconds)
            part = f"channel:{item.channel}"
            self._health.trouble(part, "trouble-looking", now=self._now())
        else:
            self._pace.forget(item)
            self._health.ok("slack", now=self._now())
            # A private word may have been told directly instead.
            if item.kind is Kind.POST and not self._looking.goes_on(item.channel):
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
        """Answer where it was asked; where the bot or the person is no member, tell directly."""
        user = item.user or ""
        if item.url and self._reply(item.url, item):
            return
        body = {name: said for name, said in item.body.items() if name != "replace_original"}
        try:
            self._slack.note(item.channel, user, body)
        except SlackTrouble as trouble:
            if trouble.outcome is not Outcome.CHANNEL and trouble.code not in _ELSEWHERE:
                raise
            self._slack.post(user, body, key=item.key)

    def _reply(self, url: str, item: Item) -> bool:
        """Answer a command at its own address; False where Slack does not take it there any more."""
        try:
            self._slack.reply(url, item.body)
        except SlackTrouble as trouble:
            if trouble.outcome is Outcome.REFUSED:
                return False
            raise
        return True

    def _post(self, item: Item) -> None:
        """Post *item*, unless a former attempt with no known outcome has brought it there."""
        thread = self._thread(item)
        since = self._doubtful_since(item)
        if since is not None:
            under = thread or item.body.get("thread_ts")
            found = self._looking.find(item, under, since=since)
            if found is not None:
                log.info("outbox: found %s in Slack", item.key)
                with self._transaction() as db:  # which revision stands there is not known
                    outbox.sent(db, item, found, revision=0, now=self._now())
                return
        if self._is_over(item):
            self._record(item, None)
            return
        with self._transaction() as db:
            stands = outbox.trying(db, item, now=self._now())
        if not stands:  # withdrawn since it was read
            return
        self._pace.spend(item)
        self._record(item, self._slack.post(item.channel, item.body, key=item.key, thread=thread))

    def _thread(self, item: Item) -> str | None:
        """Return the place in the channel under which *item* is to stand, if it is to."""
        if item.thread is None:
            return None
        with self._reading() as db:
            channel, ts = outbox.place(db, item.thread) or ("", "")
        return ts if channel == item.channel else None

    def _is_over(self, item: Item) -> bool:
        """Tell whether *item* does not stand in Slack and is of no use there any more."""
        return item.ts is None and item.until is not None and self._now() >= item.until

    def _doubtful_since(self, item: Item) -> datetime | None:
        """Return from when on *item* may stand in Slack: our clock may be wrong, Slack's is not."""
        if item.tried_at is None:
            return None
        with self._reading() as db:
            before = outbox.last_place(db, item)
        if before is None:
            return item.tried_at - STRANGE
        return min(item.tried_at - SKEW, datetime.fromtimestamp(float(before), UTC))

    def _record(self, item: Item, ts: str | None) -> None:
        with self._transaction() as db:
            outbox.sent(db, item, ts, revision=item.revision, now=self._now())
        log.info("outbox: done with %s, revision %d", item.key, item.revision)

    def _cope(self, item: Item, trouble: SlackTrouble) -> None:
        """Decide what a failure means for *item*, its channel, or everything."""
        is_person = item.channel.startswith(("U", "W"))
        if is_person and trouble.code in {"channel_not_found", *outbox.LEFT}:
            trouble = SlackTrouble(Outcome.REFUSED, outbox.NOBODY)  # also while only looking
        log.warning("outbox: %s: %s (%s)", item.key, trouble.code, trouble.outcome)
        has_no_thread = item.thread is not None and trouble.code in NO_THREAD
        if has_no_thread or (not trouble.looking and trouble.outcome is not Outcome.UNKNOWN):
            with self._transaction() as db:
                if has_no_thread:
                    outbox.unthread(db, item)
                elif trouble.outcome is Outcome.REFUSED:
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
        return max(backoff, self._pace.settle_seconds) if method_of(item) == "post" else backoff

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
    method = method_of(item)
    return item.channel if method == "post" else method
