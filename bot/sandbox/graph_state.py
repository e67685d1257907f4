"""What tests may change about the Graph emulator: access modes, faults, and the call meter."""

import math
from collections import deque
from dataclasses import dataclass, field
from enum import StrEnum
from typing import Any

DAY = 24 * 60 * 60
CALLS_PER_ENGAGED_USER = 4_800  # a rolling day, reads and writes together


class Mode(StrEnum):
    """How much of what the public wrote the app may see."""

    FULL = "full"
    FROM_WITHHELD = "from_withheld"
    BODIES_WITHHELD = "bodies_withheld"


class TokenState(StrEnum):
    """What has become of the page's token."""

    OK = "ok"
    EXPIRED = "expired"
    PASSWORD = "password"  # noqa: S105 -- the person changed it
    ROLE_LOST = "role_lost"


class Order(StrEnum):
    """Whether comments come in the order asked for (never proved of the real interface)."""

    HONOURED = "honoured"
    CHRONOLOGICAL = "chronological"
    RANKED = "ranked"


class FaultKind(StrEnum):
    """One way in which a call goes wrong."""

    SERVER_ERROR = "500"
    CODE_1 = "code1"
    CODE_2 = "code2"
    TOO_MUCH = "too_much"  # "Please reduce the amount of data"
    NOT_JSON = "not_json"
    ERROR_200 = "error_200"
    ERROR_AFTER = "500_after"  # done, but the answer is an error
    TIMEOUT_AFTER = "timeout_after"  # done, but the answer never comes
    SLOW = "slow"
    SHORT_PAGES = "short_pages"
    EMPTY_PAGES = "empty_pages"
    REPEATED_CURSOR = "repeated_cursor"


@dataclass(slots=True)
class Fault:
    """A fault that hits the next *times* calls; *seconds* is how long a slow one takes.

    With a *method* (`POST`) only such calls are hit, and the others pass.
    """

    kind: FaultKind
    times: int = 1
    seconds: float = 2.0
    method: str | None = None


UNPROVED: dict[str, type[bool] | type[int]] = {
    "replies_move": bool,
    "hidden_listed": bool,
    "empty_edges": bool,
    "most_comments": int,
    "nested_counts": bool,
    "limit_status": int,
    "media_gone": bool,
}


@dataclass(slots=True)
class Switches:
    """The emulator's state that is not the page's: all of it starts anew with the process.

    From `replies_move` on each stands for something that nobody has seen proved of the real
    interface: whether a reply moves its post's `updated_time`, whether hidden comments are listed,
    whether an edge without comments is shown, how many comments one page of an edge holds,
    whether nested edges count as calls, the status that comes with a limit, and whether pictures
    can be fetched at all.
    """

    mode: Mode = Mode.FULL
    token: TokenState = TokenState.OK
    order: Order = Order.HONOURED
    engaged_users: int = 40
    lacking: frozenset[str] = frozenset()  # permissions that the token does not have
    gone: frozenset[str] = frozenset()  # fields and metrics that do not exist any more
    faults: list[Fault] = field(default_factory=list)
    replies_move: bool = True
    hidden_listed: bool = True
    empty_edges: bool = True
    most_comments: int = 1_000
    nested_counts: bool = False
    limit_status: int = 400
    media_gone: bool = False

    def change(self, wanted: dict[str, Any]) -> None:
        """Set what *wanted* names; raise ValueError for a name or value that does not exist."""
        named = {"mode", "token", "order", "engaged_users", "lacking", "gone", "fault", *UNPROVED}
        unknown = wanted.keys() - named
        if unknown:
            raise ValueError(f"unknown switch: {', '.join(sorted(unknown))}")
        self.mode = Mode(wanted.get("mode", self.mode))
        self.token = TokenState(wanted.get("token", self.token))
        self.order = Order(wanted.get("order", self.order))
        self.engaged_users = int(wanted.get("engaged_users", self.engaged_users))
        self.lacking = frozenset(wanted.get("lacking", self.lacking))
        self.gone = frozenset(wanted.get("gone", self.gone))
        for name, kind in UNPROVED.items():
            setattr(self, name, kind(wanted.get(name, getattr(self, name))))
        if "fault" in wanted:
            self._plan(wanted["fault"])

    def _plan(self, fault: dict[str, Any] | None) -> None:
        """Add a fault to the queue; None empties the queue."""
        if fault is None:
            self.faults.clear()
            return
        kind = FaultKind(str(fault["kind"]))
        times, seconds = int(fault.get("times", 1)), float(fault.get("seconds", 2))
        self.faults.append(Fault(kind, times, seconds, fault.get("method")))

    def next_fault(self, method: str) -> Fault | None:
        """Return the fault that hits this call, if any, and count it down."""
        for fault in [each for each in self.faults if each.method in (None, method)]:
            fault.times -= 1
            if fault.times <= 0:
                self.faults.remove(fault)
            if fault.times >= 0:
                return fault
        return None

    def shown(self) -> dict[str, Any]:
        """Return the state as JSON."""
        return {
            "mode": self.mode,
            "token": self.token,
            "order": self.order,
            "engaged_users": self.engaged_users,
            "lacking": sorted(self.lacking),
            "gone": sorted(self.gone),
            **{name: getattr(self, name) for name in UNPROVED},
            "faults": [{"kind": fault.kind, "times": fault.times} for fault in self.faults],
        }


class Meter:
    """Count calls over a rolling day against the page's budget.

    Calls while it is full count too, so that asking on prolongs the block.
    """

    def __init__(self) -> None:
        self._calls: deque[float] = deque()

    def count(self, now: float, budget: int, weight: int = 1) -> bool:
        """Count a call of *weight* at *now* (monotonic seconds); tell whether it is refused."""
        while self._calls and self._calls[0] <= now - DAY:
            self._calls.popleft()
        full = len(self._calls) >= budget
        self._calls.extend([now] * weight)
        return full

    def percent(self, budget: int) -> int:
        """Return how much of the budget is used; over 100 while blocked."""
        return len(self._calls) * 100 // budget if budget else 100

    def wait_minutes(self, now: float, budget: int) -> int:
        """Return the minutes until a call is let through again; 0 while there is room."""
        too_many = len(self._calls) - budget
        if too_many < 0 or not self._calls:
            return 0
        freed_at = self._calls[min(too_many, len(self._calls) - 1)] + DAY
        return max(1, math.ceil((freed_at - now) / 60))
