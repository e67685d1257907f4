"""Disposal: listed once a month, done only after a person's click, in steps that a crash survives.

The messages in Slack go first, while it is known what they say; then the words in the database, two
hundred at a time, each looked at again before; then the file is cleaned. Every step is a short
transaction of its own, taken by the timetable's tick.
"""

import json
import logging
from collections.abc import Iterable
from datetime import datetime
from zoneinfo import ZoneInfo

from sqlite_utils import Database

from bot.deps import Deps
from bot.domain.comments import LUCKA
from bot.domain.disposal import Class, Disposal, Found, Rule, State, check_decidable
from bot.jobs.due import Due
from bot.store import calendar, disposal_acts, disposal_copies, ledger, members, outbox, team
from bot.store import disposal as store
from bot.store.db import stamp
from bot.store.disposal_due import Look, count, due, look
from bot.views import disposal_list as view

log = logging.getLogger(__name__)

JOB = "disposal"
BATCH = 200
STEPS = 5  # a tick: the timetable has other things to do

_LISTED, _WANTED = f"{JOB}:listed", f"{JOB}:wanted"
_IN_SLACK = (Class.ROUTINE, Class.KEPT)  # what the bot has told Slack about, message by message


def run(deps: Deps, due: Due) -> None:
    """List once a month what is due: on its first working day, or as soon as the bot runs again."""
    with deps.transaction() as db:
        if not ledger.claim(db, JOB, due.key, now=due.now, late=due.late):
            return
        month = f"{due.day:%Y-%m}"
        is_time = ledger.fact(db, _LISTED) != month and calendar.load(db).is_working_day(due.day)
        if is_time:
            ledger.set_fact(db, _LISTED, month)
            _want(db, _wanted(db))
    if is_time:
        list_wanted(deps, due.now)


def want_list(db: Database, who: str) -> None:
    """Note that *who* wants a list now; the timetable's next tick makes it."""
    _want(db, [*_wanted(db), who])


def _want(db: Database, who: Iterable[str]) -> None:
    ledger.set_fact(db, _WANTED, " ".join(dict.fromkeys(who)))


def _wanted(db: Database) -> list[str]:
    """Return the people who wait for a list: none, where it is the month that asks."""
    return (ledger.fact(db, _WANTED) or "").split()


def list_wanted(deps: Deps, now: datetime) -> None:
    """Tell the lead what is due, if it is wanted; where it is not, nothing is written.

    Former lists of the same class count no more. The looking takes seconds where there is much,
    and is done before the transaction; whoever asks meanwhile gets the same list.
    """
    with deps.reading() as db:
        if ledger.fact(db, _WANTED) is None:
            return
        found = {
            kind: (
                rule,
                count(db, kind, look(store.holds(db), _cutoff(deps, rule, now), _zone(deps))),
            )
            for kind, rule in store.rules(db).items()
        }
    with deps.transaction() as db:
        asking = _wanted(db)
        ledger.drop_fact(db, _WANTED)
        listed = [
            _list(deps, db, kind, rule, seen, now)
            for kind, (rule, seen) in found.items()
            if seen.count
        ]
        if listed:
            show(deps, db, _key(now), now=now)
        else:
            said = view.nothing_due(deps.words)
            for who in asking:
                outbox.put(db, f"{JOB}-nothing:{who}:{stamp(now)}", who, said, now=now)
    deps.wake()


def _list(
    deps: Deps, db: Database, kind: Class, rule: Rule, found: Found, now: datetime
) -> Disposal:
    for former in store.open_lists(db, kind):
        decline(deps, db, former, LUCKA, now=now)
    fresh = Disposal(0, kind, rule, _cutoff(deps, rule, now), found, now, _key(now))
    return store.list_due(db, fresh)


def _key(now: datetime) -> str:
    return f"{JOB}:{stamp(now)}"


def show(deps: Deps, db: Database, key: str, *, now: datetime) -> None:
    """Bring the message that lists what is due up to date."""
    lists = store.of_message(db, key)
    names = members.names(db, {each.who for each in lists if each.who})
    to = team.load(db).lead or deps.plan_channel
    body = view.listed(deps.words, lists, names, today=deps.local(now).date(), zone=_zone(deps))
    outbox.put(db, key, to, body, now=now)


def decline(deps: Deps, db: Database, disposal: Disposal, who: str, *, now: datetime) -> None:
    """Note that nothing of a list is disposed of."""
    store.decide(db, disposal, State.DECLINED, who=who, now=now)
    ledger.record(db, who, "disposal.declined", _subject(disposal), now=now)
    show(deps, db, disposal.message, now=now)


def begin(deps: Deps, db: Database, disposal: Disposal, who: str, *, now: datetime) -> None:
    """Let what is listed, and still due, be disposed of; from here on it goes by itself."""
    check_decidable(disposal, store.rules(db).get(disposal.kind))
    store.decide(db, disposal, State.DECIDED, who=who, now=now)
    _record(db, disposal, "disposal.decided", who, now)
    show(deps, db, disposal.message, now=now)


def go_on(deps: Deps, now: datetime) -> None:
    """List what is wanted, and take the next steps of what is under way."""
    list_wanted(deps, now)
    for _ in range(STEPS):
        with deps.reading() as db:
            disposal = store.under_way(db)
        if disposal is None:
            return
        _step(deps, disposal, now)
        deps.wake()


def _step(deps: Deps, disposal: Disposal, now: datetime) -> None:
    if disposal.state is State.DECIDED:
        _collect(deps, disposal)
    elif disposal.state is State.COPIES:
        _replace(deps, disposal)
    elif disposal.state is State.RUNNING:
        _empty(deps, disposal)
    elif disposal_acts.clean(deps.settings.database_path):
        with deps.transaction() as db:
            disposal_acts.finish(db, disposal, now=now)
            _report(deps, db, store.get(db, disposal.id), now)


def _collect(deps: Deps, disposal: Disposal) -> None:
    """Write down what is due: it is looked at again before its turn."""
    with deps.reading() as db:
        items = due(db, disposal.kind, _seen(deps, db, disposal))
    state = State.RUNNING if disposal.kind is Class.COPIES else State.COPIES
    with deps.transaction() as db:
        store.begin(db, disposal, items, state)


def _replace(deps: Deps, disposal: Disposal) -> None:
    """Let the messages that say something of it say that it was disposed of."""
    with deps.reading() as db:
        marks = disposal_copies.marks(db, disposal)
    body = view.instead(deps.words) if disposal.kind in _IN_SLACK else None
    is_last = False
    while not is_last:
        with deps.transaction() as db:
            found, is_last = disposal_copies.piece(db, disposal, marks)
            text = json.dumps(body, ensure_ascii=False, sort_keys=True) if body else None
            disposal_copies.replace(db, disposal, found, text)
            if is_last:
                disposal_acts.go_on(db, disposal, State.RUNNING)


def _empty(deps: Deps, disposal: Disposal) -> None:
    """Empty the next of it, as far as it is still due and no hold keeps it."""
    with deps.transaction() as db:
        asked = disposal_acts.next_items(db, disposal, BATCH)
        if not asked:
            disposal_acts.go_on(db, disposal, State.CLEANING)
            return
        still = due(db, disposal.kind, _seen(deps, db, disposal), asked)
        disposal_acts.empty(db, disposal, still, asked)


def _report(deps: Deps, db: Database, done: Disposal, now: datetime) -> None:
    """Tell whoever decided it what was done, and what the bot cannot reach."""
    _record(db, done, "disposal.done", done.who or "", now, count=str(done.disposed))
    show(deps, db, done.message, now=now)
    said = view.report(deps.words, done, today=deps.local(now).date(), zone=_zone(deps))
    outbox.put(db, f"{JOB}-report:{done.id}", done.who or deps.plan_channel, said, now=now)
    log.info("disposal: %s of class %s, %s skipped", done.disposed, done.kind, done.skipped)


def _record(
    db: Database, disposal: Disposal, act: str, who: str, now: datetime, **more: str
) -> None:
    rule = disposal.rule
    said = {"class": disposal.kind, "decision": rule.decision, "decided": rule.decided.isoformat()}
    ledger.record(db, who, act, _subject(disposal), now=now, **said, **more)


def _subject(disposal: Disposal) -> str:
    return f"disposal:{disposal.id}"


def _seen(deps: Deps, db: Database, disposal: Disposal) -> Look:
    return look(store.holds(db), disposal.cutoff, _zone(deps))


def _cutoff(deps: Deps, rule: Rule, now: datetime) -> datetime:
    return rule.cutoff(deps.local(now).date(), _zone(deps))


def _zone(deps: Deps) -> ZoneInfo:
    return deps.settings.timezone
