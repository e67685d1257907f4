"""Webhooks of the sandbox's page: what happens there is posted to whoever subscribed, signed.

As in reality two levels must want it, and much can go wrong on the way: the switches let it. A
delivery that is not answered with 200 is tried again a few times and then lost for good.
"""

import hashlib
import hmac
import json
import random
import threading
from contextlib import suppress
from dataclasses import asdict, dataclass, field
from typing import Any

import httpx

from bot.clock import Clock
from bot.sandbox.graph_errors import GraphRefusal, bad_parameter
from bot.sandbox.graph_tokens import APP_ID
from bot.sandbox.identity import PAGE, PAGE_APP_SECRET
from bot.sandbox.page import Page, PageChange

Json = dict[str, Any]

FIELD = "feed"
AGAIN_SECONDS = (0.0, 1.0, 5.0)  # Meta goes on for 36 hours, more and more rarely
PATIENCE_SECONDS = 5.0
MOST_KEPT = 1_000  # statuses of deliveries, for tests
HANDSHAKE_FAILED = GraphRefusal(
    2200, "(#2200) Callback verification failed with the following errors: HTTP Status Code != 200"
)


@dataclass(slots=True)
class HookSwitches:
    """What happens on the way: changes gathered in one *batch* and sent the other way round.

    Each batch is sent once and *duplicates* more times, after *delay* seconds; the next *drop*
    changes are lost; *forged* ones are signed by somebody else.
    """

    batch: int = 1
    duplicates: int = 0
    reorder: bool = False
    delay: float = 0.0
    drop: int = 0
    forged: bool = False


@dataclass(frozen=True, slots=True)
class Callback:
    """The app's own level: where to, which fields, and whether values are included."""

    url: str
    fields: tuple[str, ...]
    values: bool


@dataclass(slots=True)
class Hooks:
    """Deliver what happens on *page*; all of it starts anew with the process."""

    page: Page
    clock: Clock
    switches: HookSwitches = field(default_factory=HookSwitches)
    callback: Callback | None = None
    page_fields: tuple[str, ...] = ()
    statuses: list[int] = field(default_factory=list)
    _waiting: list[Json] = field(default_factory=list)
    _lock: threading.Lock = field(default_factory=threading.Lock)

    def listen(self) -> None:
        """Begin to hear of what happens on the page."""
        self.page.on_change(self._heard)

    def change(self, wanted: Json) -> None:
        """Set the switches that *wanted* names; raise TypeError for one that does not exist."""
        self.switches = HookSwitches(**{**asdict(self.switches), **wanted})

    def shown(self) -> Json:
        """Return the switches, and what the deliveries were answered with (0 for nothing)."""
        return {**asdict(self.switches), "statuses": self.statuses}

    # -- subscribing

    def apps(self) -> Json:
        """Return who is subscribed to the page."""
        app = {"id": APP_ID, "name": "Lucka (sandbox)", "subscribed_fields": list(self.page_fields)}
        return {"data": [app] if self.page_fields else []}

    def subscriptions(self) -> Json:
        """Return what the app is subscribed to."""
        if self.callback is None:
            return {"data": []}
        fields = [{"name": name, "version": "v26.0"} for name in self.callback.fields]
        shown = {"object": "page", "callback_url": self.callback.url, "active": True}
        return {"data": [{**shown, "fields": fields}]}

    def subscribe(self, params: dict[str, str]) -> None:
        """Subscribe the app once the callback has answered the handshake; raise GraphRefusal."""
        url = params.get("callback_url", "")
        if params.get("object") != "page" or not url:
            raise bad_parameter("(#100) object and callback_url are required")
        _shake_hands(url, params.get("verify_token", ""))
        names = tuple(name for name in params.get("fields", "").split(",") if name)
        self.callback = Callback(url, names, params.get("include_values", "true") == "true")

    # -- delivering

    def _heard(self, change: PageChange) -> None:
        callback = self.callback
        if callback is None or FIELD not in callback.fields or FIELD not in self.page_fields:
            return
        if not change.item:
            return
        if self.switches.drop > 0:
            self.switches.drop -= 1
            return
        with self._lock:
            self._waiting.append(_value(change, int(self.clock.now().timestamp())))
        timer = threading.Timer(self.switches.delay, self._send, (callback,))
        timer.daemon = True
        timer.start()

    def _send(self, callback: Callback) -> None:
        """Post what waits, at most a batch of it."""
        with self._lock:
            values = self._waiting[: self.switches.batch]
            del self._waiting[: self.switches.batch]
        if not values:
            return
        if self.switches.reorder:
            values.reverse()
        body = _body(values, int(self.clock.now().timestamp()), with_values=callback.values)
        for _ in range(1 + self.switches.duplicates):
            self._deliver(callback.url, body)

    def _deliver(self, url: str, body: bytes) -> None:
        secret = str(random.random()) if self.switches.forged else PAGE_APP_SECRET  # noqa: S311
        for pause in (*AGAIN_SECONDS, None):
            status = _posted(url, body, secret)
            self.statuses = [*self.statuses, status][-MOST_KEPT:]
            if status == 200 or pause is None:
                return
            threading.Event().wait(pause)


def _posted(url: str, body: bytes, secret: str) -> int:
    """Post once; return the status, 0 where nobody answered."""
    headers = {"content-type": "application/json", "x-hub-signature-256": signature(body, secret)}
    with (
        suppress(httpx.HTTPError),
        httpx.Client(timeout=PATIENCE_SECONDS, trust_env=False) as client,
    ):
        return client.post(url, content=body, headers=headers).status_code
    return 0


def signature(body: bytes, secret: str = PAGE_APP_SECRET) -> str:
    """Return the header that signs *body* as it is sent."""
    return "sha256=" + hmac.new(secret.encode(), body, hashlib.sha256).hexdigest()


def _shake_hands(url: str, verify_token: str) -> None:
    """Ask the callback for an answer only our subscriber can give; raise GraphRefusal."""
    challenge = str(random.randrange(10**9, 10**10))  # noqa: S311 -- nothing hangs on it
    asked = {"hub.mode": "subscribe", "hub.challenge": challenge, "hub.verify_token": verify_token}
    try:
        with httpx.Client(timeout=PATIENCE_SECONDS, trust_env=False) as client:
            answer = client.get(url, params=asked)
    except httpx.HTTPError:
        raise HANDSHAKE_FAILED from None
    if not answer.is_success or answer.text != challenge:
        raise HANDSHAKE_FAILED


def _body(values: list[Json], at: int, *, with_values: bool) -> bytes:
    """Return the bytes that are sent: letters beyond ASCII and slashes are escaped."""
    if with_values:
        changes: Json = {"changes": [{"field": FIELD, "value": value} for value in values]}
    else:
        changes = {"changed_fields": [FIELD]}
    told = {"object": "page", "entry": [{"id": PAGE, "time": at, **changes}]}
    return json.dumps(told, separators=(",", ":")).replace("/", "\\/").encode()


def _value(change: PageChange, now: int) -> Json:
    """Return what is told of a change: ids, and hardly more where something was removed."""
    told: Json = {"item": change.item, "verb": change.verb, "post_id": change.post_id}
    comment = change.comment
    if comment is None:
        return {**told, "from": {"id": PAGE}, "created_time": now}
    told["comment_id"] = comment.id
    told["parent_id"] = comment.parent_id or comment.post_id
    told["from"] = {"id": comment.author_id, "name": comment.author}
    if change.verb == "remove":
        return told
    told |= {"message": comment.message, "created_time": comment.created}
    if change.verb in ("hide", "unhide"):  # then it is the moderator's act that is dated
        told |= {"from": {"id": PAGE}, "created_time": now}
    return told
