"""The bot and its floor take turns at acknowledging commands."""

import sqlite3
from collections.abc import Callable, Mapping, Sequence
from contextlib import closing
from itertools import count
from pathlib import Path
from time import monotonic, sleep

from tests.bench.fake_slack import FakeSlack, command
from tests.bench.figures import Row, Spread, middle, ratio, spread, times

BURSTS = {1: 100, 20: 15, 100: 5}
"""How often so many commands are sent at once in a round."""

ROUNDS, QUICK_ROUNDS = 5, 2
PAUSE_SECONDS = 0.05  # between bursts, for what a command leaves to be done after its answer
TEXTS = {"/idea": "Tips om höstlovet {n}", "/plan": "fredag 11.00 Öppet hus {n}"}

Send = Callable[[Sequence[Mapping[str, str]]], list[float]]
"""Send commands all at once; return the seconds until each was acknowledged."""


class Turns:
    """Two ends to send to, *ours* and the *floor*; the bot's database is in *home*.

    *slack* is where ours answers, or None where nothing but an acknowledgement is to be had.
    """

    def __init__(
        self, home: Path, ours: Send, floor: Send, slack: FakeSlack | None, *, quick: bool
    ) -> None:
        self._home = home
        self._ours = ours
        self._floor = floor
        self._slack = slack
        self._answers: list[float] = []
        self._rounds = QUICK_ROUNDS if quick else ROUNDS
        self._numbers = count(1)

    def rows(
        self, name: str, at_once: int, *, door: str = "", bar: float | None = None
    ) -> list[Row]:
        """Measure the command *name*, so many *at_once*; *bar* is for the ratio of the p99."""
        what = f"{door or f'`{name}`'}, {at_once} at once"
        self._answers.clear()
        acknowledged = self._row(f"acknowledging {what}", name, at_once, bar)
        if not self._answers:
            return [acknowledged]
        return [acknowledged, Row(f"its answer in Slack: {what}", str(spread(self._answers)))]

    def _row(self, what: str, name: str, at_once: int, bar: float | None) -> Row:
        taken = [self._turn(name, at_once) for _ in range(self._rounds + 1)][1:]  # one warms up
        our, floor = [pair[0] for pair in taken], [pair[1] for pair in taken]
        found = ratio(our, floor)
        return Row(
            what,
            str(middle(our)),
            str(middle(floor)),
            f"{times(found.p50)} / {times(found.p99)}",
            f"p99 ≤ {bar:.0f} ×" if bar else "–",
            found.p99 <= bar if bar else None,
        )

    def _turn(self, name: str, at_once: int) -> tuple[Spread, Spread]:
        ours = self._bursts(self._ours, self._slack, name, at_once)
        return ours, self._bursts(self._floor, None, name, at_once)

    def _bursts(self, send: Send, slack: FakeSlack | None, name: str, at_once: int) -> Spread:
        """Send one burst after the other; *slack* waits for the answers in between."""
        seconds = []
        for n in range(BURSTS[at_once]):
            texts = [TEXTS[name].format(n=next(self._numbers)) for _ in range(at_once)]
            payloads = [command(name, text, slack.url if slack else "") for text in texts]
            start = monotonic()
            seconds += send(payloads)
            if slack:
                self._answers += [at - start for at in slack.await_answers(payloads)]
            if at_once > 1 or n % 20 == 0:
                sleep(PAUSE_SECONDS)
                self._forget()
        return spread(seconds)

    def _forget(self) -> None:
        """Take back what was added: nobody has hundreds of posts on one day."""
        with closing(sqlite3.connect(self._home / "lucka.db", timeout=30)) as db, db:
            db.execute("delete from posts where title glob 'Öppet hus [0-9]*'")
            db.execute("delete from ideas where title glob 'Tips om höstlovet [0-9]*'")
