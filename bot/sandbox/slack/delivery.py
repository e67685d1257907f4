"""How payloads reach the app: envelopes, acknowledgements within three seconds, and retries.

Interactions are sent once. Events are kept on disk until acknowledged or until the last retry;
Slack repeats them at once, after a minute and after five, and so does this.
"""

import asyncio
from collections.abc import Callable, Coroutine
from dataclasses import dataclass
from typing import Any, Protocol
from uuid import uuid4

from bot.sandbox.state import Json, State

ACK_SECONDS = 3.0
LATE_SECONDS = 0.5
ORDERS = ("twice", "late", "retries_only")
"""What tests may order of events: told again though taken, after later ones, or not at first."""


@dataclass(frozen=True, slots=True)
class Envelope:
    """One delivery: *type* is `events_api`, `interactive` or `slash_commands`."""

    id: str
    type: str
    payload: Json
    accepts_answer: bool = False
    attempt: int = 0
    reason: str = ""


class Undelivered(Exception):
    """The app did not acknowledge: *reason* is `timeout`, `offline` or an HTTP failure."""

    def __init__(self, reason: str, *, final: bool = False) -> None:
        super().__init__(reason)
        self.reason = reason
        self.final = final


class Transport(Protocol):
    """A way to the app: Socket Mode or signed HTTP posts."""

    @property
    def connected(self) -> bool:
        """Return whether anybody listens."""

    async def wait_connected(self) -> None:
        """Return once somebody listens."""

    async def send(self, envelope: Envelope) -> Json:
        """Deliver and return what the acknowledgement carried; raise Undelivered."""


def envelope(kind: str, payload: Json, *, accepts_answer: bool = False) -> Envelope:
    """Put *payload* into a new envelope."""
    return Envelope(str(uuid4()), kind, payload, accepts_answer)


class EventQueue:
    """Deliver events until acknowledged, through restarts of either side."""

    def __init__(
        self,
        state: State,
        transport: Transport,
        delays: tuple[float, ...],
        report: Callable[[str, Json, int], None],
    ) -> None:
        self._state = state
        self._transport = transport
        self._delays = delays
        self._report = report
        self._tasks: set[asyncio.Task[None]] = set()
        self._orders: list[str] = []

    def order(self, kind: str, times: int = 1) -> bool:
        """Deliver the next *times* events badly; False where there is no such kind."""
        self._orders += [kind] * times if kind in ORDERS else []
        return kind in ORDERS

    def __len__(self) -> int:
        return len(self._tasks)

    def put(self, payload: Json) -> None:
        """Keep an event and begin to deliver it."""
        document = {"payload": payload, "attempt": 0, "reason": ""}
        self._state.put("event", payload["event_id"], document)
        order = self._orders.pop(0) if self._orders else ""
        self._start(self._badly(order, document) if order else self._deliver(document))

    def resume(self) -> None:
        """Go on with what was undelivered when the sandbox stopped.

        The world stood still meanwhile, so these wait until somebody listens again.
        """
        for document in self._state.load("event").values():
            self._start(self._resume(document))

    async def stop(self) -> None:
        """Stop delivering; what is undelivered stays on disk."""
        tasks = list(self._tasks)
        for task in tasks:
            task.cancel()
        await asyncio.gather(*tasks, return_exceptions=True)

    def _start(self, work: Coroutine[Any, Any, None]) -> None:
        task = asyncio.get_running_loop().create_task(work)
        self._tasks.add(task)
        task.add_done_callback(self._tasks.discard)

    async def _resume(self, document: Json) -> None:
        await self._transport.wait_connected()
        await self._deliver(document)

    async def _badly(self, order: str, document: Json) -> None:
        """Deliver an event as it was ordered."""
        again = {**document, "attempt": 1, "reason": "timeout"}
        if order == "late":
            await asyncio.sleep(LATE_SECONDS)
        await self._deliver(again if order == "retries_only" else document)
        if order == "twice":
            await self._deliver(again)

    async def _deliver(self, document: Json) -> None:
        payload = document["payload"]
        while not await self._attempt(document):
            document["attempt"] += 1
            if document["attempt"] > len(self._delays):
                self._report("event given up", payload, document["attempt"] - 1)
                break
            self._state.put("event", payload["event_id"], document)
            await asyncio.sleep(self._delays[document["attempt"] - 1])
        self._state.drop("event", payload["event_id"])

    async def _attempt(self, document: Json) -> bool:
        """Try once; return whether this event is done with."""
        attempt, payload = document["attempt"], document["payload"]
        try:
            await self._transport.send(
                Envelope(str(uuid4()), "events_api", payload, False, attempt, document["reason"])
            )
        except Undelivered as failure:
            document["reason"] = failure.reason
            self._report(f"event not taken ({failure.reason})", payload, attempt)
            return failure.final
        self._report("event", payload, attempt)
        return True


async def in_time(sending: Coroutine[Any, Any, Json]) -> Json:
    """Send, and wait for the acknowledgement, within the three seconds an app has."""
    try:
        return await asyncio.wait_for(sending, ACK_SECONDS)
    except TimeoutError:
        raise Undelivered("timeout") from None
