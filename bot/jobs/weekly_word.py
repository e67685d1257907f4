"""The weekly word: a draft on the day that the team chose, sent on by a person, once a week."""

from datetime import date, datetime, time

from sqlite_utils import Database

from bot.deps import Deps
from bot.domain.calendar import ONE_DAY
from bot.domain.relaying import Mode
from bot.domain.weekly_word import AHEAD, BEHIND, Word, WordSent, gather, week_of
from bot.jobs.due import Due
from bot.store import (
    briefs,
    calendar,
    ledger,
    members,
    outbox,
    posts,
    relaying,
    team,
    weekly_word,
)
from bot.views import brief as brief_view
from bot.views import weekly_word as view
from bot.views.blocks import Message

JOB = "weekly_word"


def run(deps: Deps, due: Due) -> None:
    """Put this week's draft, if this is its day, there is anything to say and it is switched on."""
    with deps.transaction() as db:
        if not ledger.claim(db, JOB, due.key, now=due.now, late=due.late):
            return
        if weekly_word.load(db).is_due(due.day, calendar.load(db)):
            _draft(db, deps, due.day, due.now)
    deps.wake()


def word(db: Database, deps: Deps, day: date) -> Word:
    """Return what the word of *day* says."""
    around = posts.between(db, day - BEHIND, day + AHEAD)
    return gather(day, around, _nice(db, deps, day))


def shown(db: Database, deps: Deps, day: date) -> Message:
    """Return the draft of *day*, as things stand."""
    prefix, weekly = deps.settings.command_prefix, weekly_word.load(db)
    found = word(db, deps, day)
    return view.draft(deps.words, weekly, found, prefix=prefix, week=week_of(day))


def check_open(db: Database, week: str) -> None:
    """Refuse a week whose word has been sent."""
    if ledger.ran(db, JOB, f"sent:{week}"):
        raise WordSent


def send(db: Database, deps: Deps, week: str, said: str, who: str) -> None:
    """Let the channel get *said* as the word of *week*, once."""
    channel, now = weekly_word.load(db).channel or "", deps.now()
    check_open(db, week)
    ledger.claim(db, JOB, f"sent:{week}", now=now, late=False)
    outbox.put(db, f"{JOB}:sent:{week}", channel, view.sent(said), now=now)
    _close(db, deps, week, who, is_sent=True)


def skip(db: Database, deps: Deps, week: str, who: str) -> None:
    """Leave out the word of *week*; who changes their mind may still send it."""
    check_open(db, week)
    _close(db, deps, week, who, is_sent=False)


def _draft(db: Database, deps: Deps, day: date, now: datetime) -> None:
    key = f"{JOB}:draft:{week_of(day)}"
    if outbox.holds(db, key) or word(db, deps, day).is_empty:
        return
    to = team.load(db).lead or deps.plan_channel
    outbox.put(db, key, to, shown(db, deps, day), now=now)


def _close(db: Database, deps: Deps, week: str, who: str, *, is_sent: bool) -> None:
    """Write it into the log, and say it in the draft's place where there is one."""
    act, now = "weekly.sent" if is_sent else "weekly.skipped", deps.now()
    ledger.record(db, who, act, f"weekly:{week}", now=now)
    key = f"{JOB}:draft:{week}"
    if outbox.holds(db, key):
        outbox.put(
            db, key, deps.plan_channel, closed(db, deps, week, who, is_sent=is_sent), now=now
        )


def closed(db: Database, deps: Deps, week: str, who: str, *, is_sent: bool) -> Message:
    """Say what *who* decided about the word of *week*."""
    name = members.names(db, [who]).get(who, deps.words("somebody"))
    channel = weekly_word.load(db).channel or ""
    return view.decided(deps.words, who=name, week=week, is_sent=is_sent, channel=channel)


def _nice(db: Database, deps: Deps, day: date) -> str:
    """Return the newest praise of the week, masked.

    None where Slack is told no texts, or where nobody leads: the draft then stands in a channel.
    """
    if relaying.setting(db).usual is Mode.LINK or team.load(db).lead is None:
        return ""
    first, last = (
        datetime.combine(each, time(), deps.settings.timezone)
        for each in (day - BEHIND, day + ONE_DAY)
    )
    newest = next(iter(briefs.offered(db, first, last)), None)
    return brief_view.quoted(deps.words, newest) if newest else ""
