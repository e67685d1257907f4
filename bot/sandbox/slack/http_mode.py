"""HTTP mode: the same payloads as signed posts to the app's request URL."""

import hashlib
import hmac
import json
from urllib.parse import urlencode

import httpx

from bot.clock import Clock
from bot.sandbox.identity import SIGNING_SECRET
from bot.sandbox.slack.delivery import ACK_SECONDS, Envelope, Undelivered
from bot.sandbox.state import Json

REASONS = {"offline": "connection_failed", "timeout": "http_timeout"}  # Slack's names of these


class HttpPosts:
    """Post payloads to *url*, signed as Slack signs them."""

    connected = True

    def __init__(self, url: str, clock: Clock) -> None:
        self._url = url
        self._clock = clock
        self._client = httpx.AsyncClient(timeout=ACK_SECONDS, trust_env=False)

    async def wait_connected(self) -> None:
        """Return at once: over HTTP nobody knows before trying."""

    async def close(self) -> None:
        """Let go of the connections."""
        await self._client.aclose()

    async def send(self, envelope: Envelope) -> Json:
        """Post an envelope's payload and return what the answer carried."""
        body, kind = _body(envelope)
        headers = self._signed(body) | {"content-type": kind} | _retry_headers(envelope)
        try:
            answer = await self._client.post(self._url, content=body, headers=headers)
        except httpx.TimeoutException:
            raise Undelivered("timeout") from None
        except httpx.HTTPError:
            raise Undelivered("offline") from None
        if not answer.is_success:
            raise Undelivered("http_error", final=answer.headers.get("x-slack-no-retry") == "1")
        return _carried(answer)

    def _signed(self, body: str) -> dict[str, str]:
        stamp = str(int(self._clock.now().timestamp()))
        return {"x-slack-request-timestamp": stamp, "x-slack-signature": signature(stamp, body)}


def signature(stamp: str, body: str, secret: str = SIGNING_SECRET) -> str:
    """Return Slack's signature, version 0, of *body* sent at *stamp*."""
    text = f"v0:{stamp}:{body}".encode()
    return "v0=" + hmac.new(secret.encode(), text, hashlib.sha256).hexdigest()


def _body(envelope: Envelope) -> tuple[str, str]:
    """Return the body and its type: events are JSON, the rest is a form."""
    if envelope.type == "events_api":
        return json.dumps(envelope.payload), "application/json"
    fields = envelope.payload
    if envelope.type == "interactive":
        fields = {"payload": json.dumps(envelope.payload)}
    return urlencode(fields), "application/x-www-form-urlencoded"


def _retry_headers(envelope: Envelope) -> dict[str, str]:
    if not envelope.attempt:
        return {}
    reason = REASONS.get(envelope.reason, envelope.reason)
    return {"x-slack-retry-num": str(envelope.attempt), "x-slack-retry-reason": reason}


def _carried(answer: httpx.Response) -> Json:
    """Return the JSON object of an answer; plain words are a message's text."""
    if not answer.text:
        return {}
    try:
        body = answer.json()
    except ValueError:
        return {"text": answer.text}
    return body if isinstance(body, dict) else {}
