"""The bot and its floor take turns at acknowledging commands."""

import sqlite3
from collections.abc import Callable, Mapping, Sequence
from contextlib import closing
from itertools import count
from pathlib import Path
from time import sleep

from tests.bench.fake_slack import command
from tests.bench.figures import Row, Spread, middle, ratio, spread, times

BURSTS = {1: 100, 20: 15, 100: 5}
"""How often so many commands are sent at once in a round."""

ROUNDS, QUICK_ROUNDS = 9, 2
PAUSE_SECONDS = 0.05  # between bursts, for what a command leaves to be done after its answer
TEXTS = {"/idea": "Tips om höstlovet {n}", "/plan": "fredag 11.00 Öppet hus {n}"}

Send = Callable[[Sequence[Mapping[str, str]]], list[float]]
"""Send commands all at once; return the seconds until each was acknowledged."""


class Turns:
    """Two ends to send to, *ours* and the *floor*; the bot's database is in *home*."""

    def __init__(self, home: Path, ours: Send, floor: Send, *, quick: bool) -> None:
        self._home = home
        self._ours = ours
        self._floor = floor
        self._rounds = QUICK_ROUNDS if quick else ROUNDS
        self._numbers = count(1)

    def row(self, name: str, at_once: int, *, door: str = "", bar: float | None = None) -> Row:
        """Measure the command *name*, so many *at_once*; *bar* is for the ratio of the p99."""
        taken = [self._turn(name, at_once) for _ in range(self._rounds + 1)][1:]  # one warms up
        our, floor = [pair[0] for pair in taken], [pair[1] for pair in taken]
        found = ratio(our, floor)
        return Row(
            f"acknowledging {door or f'`{name}`'}, {at_once} at once",
            str(middle(our)),
            str(middle(floor)),
            f"{times(found.p50)} / {times(found.p99)}",
            f"p99 ≤ {bar:.0f} ×" if bar else "–",
            found.p99 <= bar if bar else None,
        )

    def _turn(self, name: str, at_once: int) -> tuple[Spread, Spread]:
        return self._bursts(self._ours, name, at_once), self._bursts(self._floor, name, at_once)

    def _bursts(self, send: Send, name: str, at_once: int) -> Spread:
        seconds = []
        for n in range(BURSTS[at_once]):
            texts = [TEXTS[name].format(n=next(self._numbers)) for _ in range(at_once)]
            seconds += send([command(name, text) for text in texts])
            if at_once > 1 or n % 20 == 0:
                sleep(PAUSE_SECONDS)
                self._forget()
        return spread(seconds)

    def _forget(self) -> None:
        """Take back what was added: nobody has hundreds of posts on one day."""
        with closing(sqlite3.connect(self._home / "lucka.db", timeout=30)) as db, db:
            db.execute("delete from posts where title glob 'Öppet hus [0-9]*'")
            db.execute("delete from ideas where title glob 'Tips om höstlovet [0-9]*'")
