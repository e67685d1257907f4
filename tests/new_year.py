"""Sixty comments over the year's end 2026/27, with every trap of the calendar, counted by hand.

Weeks 51, 52, 53 and 1. At work Monday to Friday 8.00-16.30; 23 December until 12.00; not on the
eves and red days, nor on Friday 8 January, which the team has off. The promise is 24 hours on
weekdays. Looked at on Monday 11 January at 12.00.

| numbers | written | answered | clock | office | stands |
| --- | --- | --- | --- | --- | --- |
| 1-20 | ten working days 10.00, two a day | 11.30 | 1 h 30 | 1 h 30 | kept |
| 21-26 | six evenings 21.15 | next day 8.20 | 11 h 05 | 0 h 20 | kept, outside |
| 27-29 | Saturday 19 Dec 12.00 | Monday 8.45 | 44 h 45 | 0 h 45 | kept, outside |
| 30-31 | 23 Dec 11.30 (half day) | 28 Dec 9.00 | 117 h 30 | 1 h 30 | kept |
| 32 | 23 Dec 14.00 (half day over) | 28 Dec 14.30 | 120 h 30 | 6 h 30 | slow, outside |
| 33-34 | 25 Dec 10.00 | 28 Dec 9.00 | 71 h | 1 h | kept, outside |
| 35 | 31 Dec 10.00 | 4 Jan 8.30 | 94 h 30 | 0 h 30 | kept, outside |
| 36 | 30 Dec 15.30 | 4 Jan 8.30 | 113 h | 1 h 30 | kept |
| 37 | 5 Jan 10.00 | 7 Jan 9.00 | 47 h | 7 h 30 | kept |
| 38 | 7 Jan 15.00 | 11 Jan 10.00 | 91 h | 3 h 30 | kept |
| 39-40 | 15 Dec 13.00 | promise 14.00, 17 Dec 10.00 | 1 h, 45 h | 1 h, 14 h | kept, promised |
| 41 | 16 Dec 13.00 | promise 14.00 | 1 h | 1 h | kept, promised |
| 42-43 | 21 Dec 9.00 | handled elsewhere 10.00 | 1 h | 1 h | kept |
| 44 | 22 Dec 9.00 | handled, and opened again | | | late |
| 45-47 | 16 Dec 9.00 | no answer needed | | | spared |
| 48 | 17 Dec 9.00 | 21 Dec 10.00, then "needs none" | 97 h | 18 h | slow |
| 49-52 | 18 Dec 12.00 | two removed, one hidden, one gone | | | spared |
| 53-54 | Sunday 20 Dec 12.00, seen Monday 9.00 | Monday 10.00 | 22 h | 2 h | kept, outside, afterwards |
| 55-56 | 28 Dec 12.00 | never | | | late |
| 57-58 | Sunday 10 Jan 18.00 | not yet | | | ongoing, outside |
| 59 | 14 Dec 12.00, under number 1 after its answer | 13.00 | 1 h | 1 h | kept, no top |
| 60 | 28 Dec 13.00, under number 55, where the page is silent | | | | not ours |
| 63 | 15 Dec 10.00, a colleague's | 11.00 | | | left out |
| 64 | 22 Dec 12.00, a test, flagged and judged | | | | left out |

Besides: one a minute before the period, one on its last midnight, one by the page, one from before
the bot's first look: none of them counts.
"""

from dataclasses import replace
from datetime import date, datetime, time, timedelta
from zoneinfo import ZoneInfo

from sqlite_utils import Database

from bot.deps import Deps
from bot.domain.comment_acts import promised
from bot.domain.comments import Act, State
from bot.domain.workhours import HalfDay
from bot.store import calendar, comments, ledger
from bot.store import page as store_page
from handlers.comments import carry_out
from tests import page
from tests.fakes import Hand
from tests.make import AMIRA, JONAS

ZONE = ZoneInfo("Europe/Stockholm")
CODE = "weeks 2026-12-14 2027-01-11"
LOOKED = datetime(2027, 1, 11, 12, tzinfo=ZONE)
_LONG_AGO = datetime(2026, 12, 1, tzinfo=ZONE)
_answers = 1000


def at(day: int, clock: float, month: int = 12) -> datetime:
    """A moment of December 2026, or of January 2027."""
    hours, minutes = divmod(round(clock * 60), 60)
    return datetime(2027 if month == 1 else 2026, month, day, hours, minutes, tzinfo=ZONE)


PLAIN = [
    *(
        (at(day, 10), at(day, 11.5))
        for day in (14, 15, 16, 17, 18, 21, 22, 28, 29, 30)
        for _ in "ab"
    ),
    *((at(day, 21.25), at(day + 1, 8 + 1 / 3)) for day in (14, 15, 16, 17, 28, 29)),
    *[(at(19, 12), at(21, 8.75))] * 3,
    *[(at(23, 11.5), at(28, 9))] * 2,
    (at(23, 14), at(28, 14.5)),
    *[(at(25, 10), at(28, 9))] * 2,
    (at(31, 10), at(4, 8.5, 1)),
    (at(30, 15.5), at(4, 8.5, 1)),
    (at(5, 10, 1), at(7, 9, 1)),
    (at(7, 15, 1), at(11, 10, 1)),
]
"""Numbers 1 to 38: when each was written, and when the page answered."""

OTHERS = {
    **dict.fromkeys((39, 40), at(15, 13)),
    41: at(16, 13),
    **dict.fromkeys((42, 43), at(21, 9)),
    44: at(22, 9),
    **dict.fromkeys((45, 46, 47), at(16, 9)),
    48: at(17, 9),
    **dict.fromkeys((49, 50, 51, 52), at(18, 12)),
    **dict.fromkeys((55, 56), at(28, 12)),
    **dict.fromkeys((57, 58), at(10, 18, 1)),
    61: at(13, 23 + 59 / 60),
    62: at(11, 0, 1),
    63: at(15, 10),
    64: at(22, 12),
}


def settle(deps: Deps, hand: Hand) -> None:
    """Let the year's end happen, and look back on it."""
    with deps.transaction() as db:
        calendar.set_halves(db, {HalfDay.BEFORE_CHRISTMAS_EVE: time(12)})
        calendar.add_own(db, date(2027, 1, 8), "Ledig dag")
        _write(db)
        _answer(db)
        _act(deps, db, hand)
    hand.to(LOOKED)


def _write(db: Database) -> None:
    written = [*enumerate((begin for begin, _ in PLAIN), start=1), *OTHERS.items()]
    store_page.keep(db, (page.post(),), [page.comment(90, at=at(14, 8))], now=at(14, 8))  # history
    for number, when in sorted(written, key=lambda each: each[1]):
        _see(db, page.comment(number, at=when), seen=when)
    for number in (53, 54):
        _see(db, page.comment(number, at=at(20, 12)), seen=at(21, 9))
    _see(db, page.comment(91, at=at(15, 9), from_page=True), seen=at(15, 9))


def _answer(db: Database) -> None:
    for number, (_, when) in enumerate(PLAIN, start=1):
        _reply(db, number, when)
    _see(db, page.comment(59, under=1, at=at(14, 12)), seen=at(14, 12))
    _reply(db, 1, at(14, 13))
    _see(db, page.comment(60, under=55, at=at(28, 13)), seen=at(28, 13))
    for number in (53, 54):
        _reply(db, number, at(21, 10))
    _reply(db, 48, at(21, 10))
    _reply(db, 63, at(15, 11))


def _act(deps: Deps, db: Database, hand: Hand) -> None:
    """Let the team do what it did."""

    def do(number: int, act: Act, when: datetime, who: str = AMIRA, said: str = "") -> None:
        hand.to(when)
        carry_out(deps, db, act, _id(number), who, said)

    for number in (39, 40, 41):
        _promise(db, number, OTHERS[number] + timedelta(hours=1))
    for number in (39, 40):
        _reply(db, number, at(17, 10))
    for number in (42, 43, 44):
        do(number, Act.HANDLE, OTHERS[number] + timedelta(hours=1))
    do(44, Act.REOPEN, at(22, 11))
    for number in (45, 46, 47):
        do(number, Act.UNNEED, at(16, 10), said="emoji")
    _log(db, 48, "unneeded", at(22, 10))
    for number, state in ((49, "removed"), (50, "removed"), (51, "hidden"), (52, "gone")):
        relay = comments.find(db, _id(number))
        assert relay
        comments.save(db, replace(relay, state=State(state), closed_at=at(18, 13)))
        _log(db, number, state, at(18, 13))
    _log(db, 1, "claimed", at(14, 10 + 1 / 6))
    _log(db, 4, "handed_over", at(15, 10 + 1 / 3))
    _log(db, 4, "claimed", at(15, 10 + 2 / 3))
    for minutes, name in ((30, "claimed"), (40, "released"), (50, "taken_over")):
        _log(db, 5, name, at(16, 10 + minutes / 60))
    for number, flagged, judged in ((2, at(14, 10), at(14, 10.25)), (27, at(19, 12), at(21, 8.5))):
        _log(db, number, "flagged", flagged)
        _log(db, number, "judged", judged)
    for number, when in ((63, at(15, 12)), (64, at(22, 13))):
        do(number, Act.UNCOUNT, when)
    _log(db, 64, "flagged", at(22, 12.5))
    _log(db, 64, "judged", at(22, 12.75))
    _log(db, 3, "flagged", at(15, 10))
    _log(db, 3, "unflagged", at(15, 11))


def _see(db: Database, comment: page.PageComment, *, seen: datetime) -> None:
    """Read a comment of the page, and do with it what the bot does."""
    kept = store_page.keep(db, (page.post(),), [comment], now=seen)
    comments.add_relays(db, kept.new, since=_LONG_AGO, now=seen)
    for answer in comments.close_answered(db, kept.new):
        _log_id(db, answer.comment_id, "answered", answer.at)


def _reply(db: Database, number: int, when: datetime) -> None:
    global _answers  # noqa: PLW0603 -- a number for each
    _answers += 1
    _see(db, page.answer(_answers, under=number, at=when), seen=when)


def _promise(db: Database, number: int, when: datetime) -> None:
    """Promise to get back: the page's reply is known to be that."""
    relay = comments.find(db, _id(number))
    assert relay
    comments.save(db, promised(relay, JONAS, "", now=when))
    _log(db, number, "promised", when)


def _log(db: Database, number: int, act: str, when: datetime) -> None:
    _log_id(db, _id(number), act, when)


def _log_id(db: Database, comment_id: str, act: str, when: datetime) -> None:
    ledger.record(db, AMIRA, f"comment.{act}", f"comment:{comment_id}", now=when)


def _id(number: int) -> str:
    return page.comment(number).id
