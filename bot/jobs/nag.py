"""The nag: at most one message a working day in the plan's channel, and one to each person asked.

Its messages follow the plan until evening. Of a slot whose time has passed nobody is reminded,
and a nag that could not be sent on its day is never sent on another. A person who has quiet when
the nag is made is told when their hours begin, if anything is still open then.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from sqlite_utils import Database

from bot.deps import Deps
from bot.domain.asking import Ask, Rota, joining, loudest
from bot.domain.nags import IN_FULL, PERSON_IN_FULL, Desk, Nag, Row, compose, to_name
from bot.domain.plan import slot_value
from bot.domain.suggestions import NEAR
from bot.jobs import fitting, holidays
from bot.jobs.due import Due, end_of
from bot.jobs.frames import frame
from bot.store import calendar, gaps, ledger, levels, outbox, presence, team
from bot.views import nag as view
from bot.views.blocks import Message

JOB = "nag"


@dataclass(frozen=True, slots=True)
class _Letter:
    """What one addressee is asked today; without *who* it is the plan's channel."""

    who: str | None
    asks: tuple[Ask, ...]
    nag: Nag

    def key(self, today: date) -> str:
        """Return the outbox's key: one message a day and addressee."""
        return f"{JOB}:{today.isoformat()}{f':{self.who}' if self.who else ''}"


@dataclass(frozen=True, slots=True)
class _Day:
    """All that today's letters are made of."""

    desk: Desk
    rota: Rota
    letters: tuple[_Letter, ...]


def run(deps: Deps, due: Due) -> None:
    """Put the nag of a working day, once; nothing where there is no gap."""
    with deps.transaction() as db:
        if not ledger.claim(db, JOB, due.key, now=due.now, late=due.late):
            return
        if calendar.load(db).is_working_day(due.day):
            _put(db, deps, due.now, begins=True)
    deps.wake()


def refresh(db: Database, deps: Deps, now: datetime) -> None:
    """Bring today's nag up to date, if there is one."""
    if gaps.named(db, deps.local(now).date()):
        _put(db, deps, now)


def catch_up(deps: Deps, now: datetime) -> None:
    """Tell whoever had quiet when today's nag was made and may be disturbed by now."""
    local = deps.local(now)
    with deps.reading() as db:
        late = gaps.waiting(db, local.date())
        there = presence.load(db, local.date()) if late else None
    if there and any(there.may_disturb(who, local) for who in late):
        with deps.transaction() as db:
            _put(db, deps, now)
        deps.wake()


def _put(db: Database, deps: Deps, now: datetime, *, begins: bool = False) -> None:
    """Name today's gaps beside those named before, and say how all of them stand."""
    day = _gather(db, deps, now, begins=begins)
    today, local = day.desk.today, deps.local(now)
    waits = {
        letter.who
        for letter in day.letters
        if letter.who and not outbox.holds(db, letter.key(today))
    }
    due = []
    for letter in day.letters:
        if letter.who not in waits or day.rota.presence.may_disturb(letter.who or "", local):
            if letter.who in waits and not letter.nag.open:
                gaps.spare(db, today, letter.who or "")
            else:
                due.append(letter)
    direct = sum(letter.nag.open for letter in day.letters if letter.who)
    for letter, message in zip(due, _written(db, deps, day, due, direct, now), strict=True):
        _send(db, deps, day, letter, message, now)


def _gather(db: Database, deps: Deps, now: datetime, *, begins: bool) -> _Day:
    """Decide whom today's gaps are asked of, and sort how they stand by addressee."""
    zone, today = deps.settings.timezone, deps.local(now).date()
    rota = Rota(levels.load(db), team.load(db), levels.owners(db), presence.load(db, today))
    ahead = rota.levels.team
    desk = gaps.desk(db, today - NEAR, today + timedelta(days=ahead + 1) + NEAR, now=now, zone=zone)
    told = gaps.told(db, today, since=today - timedelta(days=rota.levels.person))
    found = to_name(desk.plan.gaps(now=now, zone=zone), desk.postponed, today=today, ahead=ahead)
    asks = rota.asks(found, rota.again(told, desk.postponed), today=today)
    gaps.name(db, today, asks if begins else joining(asks, gaps.named(db, today)))
    return _Day(desk, rota, tuple(_letters(desk, gaps.named(db, today))))


def _letters(desk: Desk, named: list[Ask]) -> Iterable[_Letter]:
    """Yield what each addressee is asked, the channel first; nothing where no slot is left."""
    rows = {row.slot: row for row in desk.rows(ask.slot for ask in named)}
    for who in sorted({ask.who for ask in named}, key=lambda user: user or ""):
        asks = tuple(ask for ask in named if ask.who == who and ask.slot in rows)
        if asks:
            in_full = PERSON_IN_FULL if who else IN_FULL
            yield _Letter(who, asks, compose((rows[ask.slot] for ask in asks), in_full))


def _written(
    db: Database, deps: Deps, day: _Day, letters: list[_Letter], direct: int, now: datetime
) -> list[Message]:
    """Write *letters*; no idea is offered for two gaps, whoever is asked."""
    desk = day.desk
    shown = sorted(slot for letter in letters for slot in letter.nag.shown())
    offered = fitting.offers(db, deps, shown, desk.plan.posts, now=now)
    people = (row.who for letter in letters for row in _rows(letter.nag))
    seen = frame(db, deps, now, people=people)
    prefix, ahead = deps.settings.command_prefix, day.rota.levels.team
    pack = holidays.to_plan(db, deps, now)
    return [
        view.direct(deps.words, letter.nag, offered, seen, _ask(day.rota, letter), prefix=prefix)
        if letter.who
        else view.render(
            deps.words,
            letter.nag,
            offered,
            seen,
            prefix=prefix,
            days=ahead,
            direct=direct,
            pack=pack,
        )
        for letter in letters
    ]


def _ask(rota: Rota, letter: _Letter) -> view.Asked:
    """Tell how *letter* asks, and whether all its gaps are on weekdays that its reader has."""
    who = letter.who or ""
    return view.Asked(loudest(letter.asks), all(rota.owns(who, ask.slot) for ask in letter.asks))


def _send(
    db: Database, deps: Deps, day: _Day, letter: _Letter, message: Message, now: datetime
) -> None:
    """Put *message*; the first time it is written down, so that nags per gap can be counted."""
    today, zone = day.desk.today, deps.settings.timezone
    key, until = letter.key(today), end_of(today, zone)
    if letter.who:
        until = datetime.combine(today, day.rota.presence.quiet_from(letter.who, today), zone)
    if not outbox.holds(db, key):
        ledger.record(
            db,
            "lucka",
            "nag.sent",
            key,
            now=now,
            level=loudest(letter.asks),
            count=str(letter.nag.open),
            slots=", ".join(slot_value(ask.slot) for ask in letter.asks),
        )
    outbox.put(db, key, letter.who or deps.plan_channel, message, now=now, until=until)


def _rows(nag: Nag) -> tuple[Row, ...]:
    return (*nag.gaps, *nag.asks, *nag.settled, *nag.more)
