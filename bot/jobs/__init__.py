"""The timetable, and the ledger that makes it true.

Triggers say when a job is due; the ledger says whether it has run for that due time. Once a second
the timetable asks what is due *now*, so that a restart, a night asleep or a clock that was moved
are all the same case. The key is the local date: a trigger that fires twice in the autumn night
finds the run taken, and nothing is dropped for being a second late.
"""

import logging
from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime, time
from functools import partial
from threading import Lock, Thread

from apscheduler.executors.pool import ThreadPoolExecutor
from apscheduler.schedulers.background import BackgroundScheduler
from apscheduler.triggers.cron import CronTrigger

from bot import trail
from bot.clock import monotonic
from bot.deps import Deps
from bot.jobs import (
    alarm,
    backup,
    blocking,
    channels,
    claims,
    clock_ahead,
    comment_reminders,
    confirmations,
    counts,
    digest,
    disposal,
    endings,
    goals,
    heartbeat,
    housekeeping,
    language,
    meeting,
    nag,
    outlook,
    page_hints,
    poll,
    replies,
    report,
    series,
    snapshot,
    sweeping,
    urgent,
    weekly_word,
    wheel,
)
from bot.jobs.due import Due, JobTrouble
from bot.store import ledger

log = logging.getLogger(__name__)

RETRY_SECONDS = 60.0
"""How long a daily job that failed is left alone."""

STALLED_SECONDS = 300.0
"""A timetable that has not come round for so long stands still."""

LOOK_SECONDS = 20.0
"""How long a daily job waits for a look at the page."""


@dataclass(frozen=True, slots=True)
class Daily:
    """A job that is due once a local day, at *at* wall time.

    A late run is made up for on the same day and dropped with it: yesterday's digest helps nobody.
    """

    name: str
    at: time
    run: Callable[[Deps, Due], None]

    def due(self, deps: Deps, now: datetime) -> Due | None:
        """Return today's run if its time has come."""
        midnight = deps.local(now).replace(hour=0, minute=0, second=0, microsecond=0, fold=0)
        trigger = CronTrigger(
            hour=self.at.hour, minute=self.at.minute, timezone=deps.settings.timezone
        )
        at = trigger.get_next_fire_time(None, midnight)
        if at is None or at > now:
            return None
        return Due(midnight.date(), at, now)


def daily(digest_time: time) -> tuple[Daily, ...]:
    """Return the daily jobs in the order in which they run when due at the same time."""
    return (
        Daily(backup.JOB, time(4, 5), backup.run),
        Daily("housekeeping", time(4, 10), housekeeping.run),
        Daily("series", time(4, 20), series.run),
        Daily("wheel", time(4, 25), wheel.run),
        Daily(counts.JOB, time(5, 30), counts.run),
        Daily(endings.JOB, time(7, 45), endings.run),
        Daily("digest", digest_time, digest.run),
        Daily("nag", digest_time, nag.run),
        Daily("meeting", digest_time, meeting.run),
        Daily("replies", digest_time, replies.run),
        Daily(report.JOB, digest_time, report.run),
        Daily(snapshot.JOB, digest_time, snapshot.run),
        Daily(blocking.JOB, digest_time, blocking.run),
        Daily(disposal.JOB, digest_time, disposal.run),
        Daily(weekly_word.JOB, digest_time, weekly_word.run),
        Daily(goals.JOB, digest_time, goals.run),
    )


class Timetable:
    """What runs when, and what it has come to."""

    def __init__(self, deps: Deps, jobs: tuple[Daily, ...] | None = None) -> None:
        self._deps = deps
        self._jobs = daily(deps.settings.digest_time) if jobs is None else jobs
        self._reading = Lock()
        self._subscribed = Lock()
        self._again_at: dict[str, float] = {}
        self._reminded = ""
        self._watch = clock_ahead.Watch()
        self._heart = heartbeat.Heart()
        self._beating = Lock()
        self._ticked_at = monotonic()

    def tick(self) -> None:
        """Run every daily job that is due at this moment and has not run.

        The page is looked at first: after a night asleep the digest should know today's comments.
        """
        now = self._deps.now()
        self._guarded("clock", partial(self._watch.look, self._deps, now))
        self._guarded("language", partial(language.listen, self._deps))
        due = [(job, run) for job in self._jobs if (run := self._due(job, now)) is not None]
        if due:
            self._look_first()
        for job, run in due:
            self._guarded(job.name, partial(self._run, job, run))
        self._read_calendar(now)
        self._guarded("sweeping", partial(sweeping.go_on, self._deps))
        self._guarded("nags-later", partial(nag.catch_up, self._deps, now))
        self._remind(now)
        self._guarded(claims.JOB, partial(claims.catch_up, self._deps, now))
        self._guarded(confirmations.JOB, partial(confirmations.catch_up, self._deps, now))
        self._guarded("blocks-asked", partial(blocking.catch_up, self._deps, now))
        self._guarded(urgent.JOB, partial(urgent.look, self._deps, now))
        self._dispose(now)
        self._guarded("alarm", partial(alarm.run, self._deps, now))
        self._deps.wake()  # another process (`bot.py job`) may have put something into the outbox
        self._beat(now)
        self._ticked_at = monotonic()

    def watch(self) -> None:
        """Report whether the timetable goes round; for another thread than its own."""
        health, now = self._deps.health, self._deps.now()
        if monotonic() - self._ticked_at < STALLED_SECONDS:
            health.ok("timetable", now=now)
        elif health.trouble("timetable", "trouble-timetable", now=now):
            log.error("the timetable stands still")

    def read_page(self, *, wait: bool = False) -> None:
        """Look at the page, if there is one; while somebody does, *wait* for them or do nothing."""
        if self._deps.page is not None and self._reading.acquire(blocking=wait):
            try:
                self._look_at_channels()
                self._guarded("poll", lambda: poll.run(self._deps, self._deps.now()))
            finally:
                self._reading.release()

    def read_hints(self) -> float:
        """Read what Facebook points at; return the seconds until there may be more to read.

        Readings take turns: each knows what the one before it stored.
        """
        with self._reading:
            look = partial(poll.run, self._deps, self._deps.now())
            return page_hints.follow(self._deps, look, self._deps.now())

    def _remind(self, now: datetime) -> None:
        """Look once in each half hour whether somebody is to be reminded of a comment."""
        key, job = comment_reminders.look_key(self._deps.local(now)), comment_reminders.JOB
        if key != self._reminded and self._again_at.get(job, 0.0) <= monotonic():
            self._guarded(job, partial(self._look_who_waits, key, now))

    def _look_who_waits(self, key: str, now: datetime) -> None:
        """Look, and note it only then: what has failed is tried again in a minute."""
        comment_reminders.look(self._deps, now)
        self._reminded = key

    def _dispose(self, now: datetime) -> None:
        """Go on with what people have decided to dispose of, unless that just failed."""
        if self._again_at.get("disposing", 0.0) <= monotonic():
            self._guarded("disposing", partial(disposal.go_on, self._deps, now))

    def _look_at_channels(self) -> None:
        """Look who can read the channels, if it is time: before something new is told there."""
        now = self._deps.now()
        if channels.is_due(self._deps, now):
            self._guarded("channels", partial(channels.look, self._deps, now))

    def _read_calendar(self, now: datetime) -> None:
        """Read the subscribed calendar if it is due, beside everything else: it may be slow."""
        if outlook.is_due(self._deps, now) and self._subscribed.acquire(blocking=False):
            Thread(target=self._calendar_round, args=(now,), daemon=True).start()

    def _calendar_round(self, now: datetime) -> None:
        try:
            self._guarded(outlook.JOB, partial(outlook.run, self._deps, now))
        finally:
            self._subscribed.release()

    def _beat(self, now: datetime) -> None:
        """Tell the monitor outside that all is well, beside everything else: it may be slow."""
        is_due = self._deps.monitor is not None and self._heart.is_due(self._deps.health)
        if is_due and self._beating.acquire(blocking=False):
            Thread(target=self._beat_once, args=(now,), daemon=True).start()

    def _beat_once(self, now: datetime) -> None:
        try:
            self._guarded(heartbeat.PART, partial(self._heart.beat, self._deps, now))
        finally:
            self._beating.release()

    def _look_first(self) -> None:
        """Look at the page, but do not let a slow one hold up the day."""
        if self._deps.page is not None:
            look = Thread(target=self.read_page, kwargs={"wait": True}, daemon=True)
            look.start()
            look.join(LOOK_SECONDS)

    def _due(self, job: Daily, now: datetime) -> Due | None:
        """Return the run of *job* that is due, has not been taken and did not just fail."""
        due = job.due(self._deps, now)
        if due is None or self._again_at.get(job.name, 0.0) > monotonic():
            return None
        with self._deps.reading() as db:
            return None if ledger.ran(db, job.name, due.key) else due

    def _run(self, job: Daily, due: Due) -> None:
        log.info("job %s, due at %s%s", job.name, due.at, ", late" if due.late else "")
        job.run(self._deps, due)

    def _guarded(self, name: str, work: Callable[[], None]) -> None:
        """Do *work*; a failure is logged and shown in the health report, and tried again later."""
        with trail.begun():
            try:
                work()
            except JobTrouble as trouble:
                log.warning("job %s could not be done: %s", name, trouble)
                self._failed(name, trouble.kind, trouble.detail)
            except Exception:
                log.exception("job %s failed", name)
                self._failed(name, "trouble-job", name)
            else:
                self._deps.health.ok(f"job:{name}", now=self._deps.now())

    def _failed(self, name: str, kind: str, detail: str) -> None:
        self._again_at[name] = monotonic() + RETRY_SECONDS
        self._deps.health.trouble(f"job:{name}", kind, detail, now=self._deps.now())


def scheduler(deps: Deps, timetable: Timetable | None = None) -> BackgroundScheduler:
    """Return the scheduler that wakes the *timetable* and reads the page; not yet started."""
    made = BackgroundScheduler(
        timezone=deps.settings.timezone,
        executors={"default": ThreadPoolExecutor(2)},
        job_defaults={"coalesce": True, "max_instances": 1, "misfire_grace_time": None},
    )
    timetable = timetable or Timetable(deps)
    made.add_job(timetable.tick, "interval", seconds=1, id="timetable")
    if deps.page is not None:
        seconds = deps.settings.facebook_poll_seconds
        made.add_job(timetable.read_page, id="first-poll")
        made.add_job(timetable.read_page, "interval", seconds=seconds, id="poll")
    return made
