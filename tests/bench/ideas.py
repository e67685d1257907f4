"""How long the idea bank takes to search, to list and to suggest, and how that grows with it."""

from collections.abc import Callable
from contextlib import closing
from datetime import date, time, timedelta
from itertools import cycle, islice
from random import Random
from statistics import median
from time import perf_counter

from sqlite_utils import Database

from bot.domain.ideas import Thought
from bot.domain.outlets import Slot
from bot.domain.seasons import By, Months
from bot.domain.suggestions import Neighbour, suggest
from bot.locales import Words
from bot.store import db as store_db
from bot.store import idea_desk, ideas, outlets
from tests.bench.figures import Row, milliseconds, times
from tests.bench.processes import NOW

SMALL, LARGE, QUICK_LARGE = 1_000, 100_000, 10_000
FOUND_WITHIN = 0.050  # seconds, at LARGE
SUGGESTED_WITHIN, GROWTH = 0.100, 1.5
ROUNDS = 31

_WORDS = ["influensa", "vaccin", "vården", "åtgärd", "museet", "höstlov", "skolstart", "ambulans", "badplats", "buss", "tåg", "tips", "kultur", "bibliotek", "tandvård", "öppet", "hus", "möt", "lena"]  # fmt: skip
_OUTLETS = {1: "Facebook", 2: "Webb", 3: "Intranät"}
_GAPS = [Slot(NOW.date() + timedelta(days=n), time(11), 1 + n % 3) for n in range(1, 11)]
_BESIDE = [Neighbour(NOW.date() + timedelta(days=n), "Boka vaccination") for n in (2, 5, 8)]

ASKED: dict[str, Callable[[Database], object]] = {
    "a common beginning": lambda db: ideas.search(db, "i", limit=11),
    "two beginnings": lambda db: ideas.search(db, "vacc höst", limit=11),
    "many rare words": lambda db: ideas.search(db, "ord77 ord5", limit=11),
    "a tag and a word": lambda db: ideas.search(db, "#vård buss", limit=11),
    "nothing that is there": lambda db: ideas.search(db, "idé zzz", limit=11),
}


def run(*, quick: bool) -> list[Row]:
    """Ask a small bank and a large one the same."""
    large = QUICK_LARGE if quick else LARGE
    taken = {size: _measure(size) for size in (SMALL, large)}
    rows = []
    for what, seconds in taken[large].items():
        growth = seconds / taken[SMALL][what]
        suggests = what.startswith("suggest")
        good = (
            seconds <= SUGGESTED_WITHIN and growth <= GROWTH
            if suggests
            else seconds <= FOUND_WITHIN
        )
        rows.append(
            Row(
                f"{what}, {large:,} ideas",
                f"{milliseconds(seconds)} ms",
                ratio=f"{times(growth)} that of {SMALL:,}",
                bar="≤ 100 ms and 1.5 ×" if suggests else "≤ 50 ms",
                met=good,
            )
        )
    return rows


def _measure(size: int) -> dict[str, float]:
    with closing(store_db.connect(":memory:")) as connection:
        db = Database(connection)
        store_db.migrate(db)
        fill(db, size)
        taken = {f"search: {what}": _median(ask, db) for what, ask in ASKED.items()}
        return {**taken, "suggestions for ten gaps": _median(_suggest, db)}


def _median(ask: Callable[[Database], object], db: Database) -> float:
    def once() -> float:
        start = perf_counter()
        ask(db)
        return perf_counter() - start

    return median([once() for _ in range(ROUNDS)][1:])


def _suggest(db: Database) -> object:
    pool = idea_desk.pool(db, [gap.day for gap in _GAPS], _OUTLETS)
    return suggest(_GAPS, pool, outlets=_OUTLETS, neighbours=_BESIDE, now=NOW)


def fill(db: Database, size: int) -> None:
    """Keep *size* ideas, of which a third is decided about and some are voted for."""
    outlets.ensure_defaults(db, Words("sv"))
    chance = Random(1)  # noqa: S311 -- the same bank every time
    words = [*_WORDS, *(f"ord{n}" for n in range(3000))]
    seasons = cycle([None, None, Months(12, 12), By(date(2026, 12, 24)), Months(6, 8)])
    for n, season in enumerate(islice(seasons, size)):
        title, note = (" ".join(chance.choices(words, k=k)) for k in (6, 40))
        tags = chance.choice([(), ("vård",), ("kultur",)])
        kept = NOW - timedelta(minutes=5 * (size - n))
        idea = ideas.add(db, Thought(f"idé {title}", note, tags, (), season), author="U1", now=kept)
        if n % 3 == 0:
            decided = chance.choice(["no", "later", "outlet"])
            db.execute(
                "update ideas set routing = ?, routed_to = ?, later_until = ? where id = ?",
                [decided, 1 if decided == "outlet" else None, "2027-08-15", idea.id],
            )
        if n % 4 == 0:
            idea_desk.vote(db, idea.id, who="U1")
