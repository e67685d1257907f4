"""What reading the page costs, and when it is left alone.

Facebook counts calls over a day against a budget that grows with the page's visitors, and says how
much of it is used. All of this is kept in memory on a clock that never jumps: after a restart the
first answer tells anew how it stands.
"""

from collections import deque
from dataclasses import dataclass, field

from bot.clock import monotonic
from bot.domain.page import PageRound
from bot.store.looks import Looks

DAY = 24 * 60 * 60.0
EASY, TIGHT, FULL = 60, 80, 90  # percent of the budget
TIGHT_SECONDS = 10 * 60.0  # between looks while it is tight
FULL_SECONDS = 60 * 60.0  # between looks while what is left is for writing
LIST_SECONDS = 15 * 60.0  # how often older posts are asked whether anything moved
TURN_SECONDS = 5 * 60.0  # how often a post is read on whose order proves nothing
ASK_SECONDS = 60 * 60.0  # how soon the page is asked again about what it does not list


@dataclass(slots=True)
class PageCost:
    """What is known of one page's cost.

    `percent` is how much of its budget is used, `last` the calls of the last round, `wait` how
    many seconds the page asked for, `waiting` the posts that were left because they are quiet.
    `quiet` are the looks that brought nothing and are not written down yet.
    """

    percent: int = 0
    last: int = 0
    wait: int = 0
    waiting: frozenset[str] = frozenset()
    quiet: Looks | None = None
    _calls: deque[tuple[float, int]] = field(default_factory=deque)
    _until: dict[str, float] = field(default_factory=dict)
    _ended: dict[str, float] = field(default_factory=dict)

    def leave_alone(self, seconds: float) -> None:
        """Keep the page from being read for *seconds*."""
        self.later("look", seconds)

    def may(self, what: str) -> bool:
        """Tell whether it is time for *what*."""
        return monotonic() >= self._until.get(what, 0.0)

    def later(self, what: str, seconds: float) -> None:
        """Let *what* wait for *seconds*."""
        self._until[what] = monotonic() + seconds

    def begin(self) -> None:
        """Begin a round."""
        self.last = 0

    def spend(self, seen: PageRound) -> None:
        """Count what was read, and keep to what the page says of its budget."""
        self.count(seen.calls)
        self.percent = seen.usage.percent
        self.wait = seen.usage.wait_seconds
        self.leave_alone(self.wait)

    def count(self, calls: int) -> None:
        """Count *calls* of this round."""
        self.last += calls
        self._calls.append((monotonic(), calls))

    def in_a_day(self) -> int:
        """Return how many calls were made within the last day, as far as is known."""
        while self._calls and self._calls[0][0] <= monotonic() - DAY:
            self._calls.popleft()
        return sum(calls for _, calls in self._calls)

    def slow_down(self, usual: float) -> None:
        """Let the next look wait longer than the *usual* seconds, the more of the budget is used."""
        if self.wait:
            return  # the page knows best
        if self.percent >= FULL:
            self.leave_alone(FULL_SECONDS)
        elif self.percent >= TIGHT:
            self.leave_alone(TIGHT_SECONDS)
        elif self.percent >= EASY:
            self.leave_alone(2 * usual - 1)

    def is_easy(self) -> bool:
        """Tell whether there is room for more than the newest posts."""
        return self.percent < EASY and not self.wait

    def turn(self) -> frozenset[str]:
        """Choose the waiting post that was read to its end the longest ago, now and then."""
        if not self.waiting or not self.is_easy() or not self.may("turn"):
            return frozenset()
        chosen = min(self.waiting, key=lambda post: (self._ended.get(post, 0.0), post))
        self.later("turn", TURN_SECONDS)
        self._ended[chosen] = monotonic()
        return frozenset({chosen})

    def worth_asking(self, ids: list[str], most: int) -> list[str]:
        """Return at most *most* of *ids* that the page has not been asked about lately."""
        self._until = {what: at for what, at in self._until.items() if at > monotonic()}
        found = [one for one in ids if self.may(f"ask:{one}")][:most]
        for one in found:
            self.later(f"ask:{one}", ASK_SECONDS)
        return found
