"""Slack's end of HTTP mode: signed requests, each over a connection that is open already."""

import asyncio
import socket
from collections.abc import Mapping, Sequence
from time import monotonic, sleep, time
from urllib.parse import urlencode

from slack_sdk.signature import SignatureVerifier

from tests.bench.bare import SECRET
from tests.bench.turns import Send

HOST = "127.0.0.1"
PATIENCE_SECONDS = 30.0


def free_port() -> int:
    """Return a port that nobody uses."""
    with socket.socket() as probe:
        probe.bind((HOST, 0))
        return int(probe.getsockname()[1])


def wait_for(port: int) -> None:
    """Return once somebody listens on *port*."""
    end = monotonic() + PATIENCE_SECONDS
    while True:
        try:
            socket.create_connection((HOST, port)).close()
        except ConnectionRefusedError:
            if monotonic() > end:
                raise
            sleep(0.05)
        else:
            return


def sender(port: int) -> Send:
    """Return what sends commands to the app on *port*."""
    return lambda payloads: asyncio.run(_send(port, payloads))


async def _send(port: int, payloads: Sequence[Mapping[str, str]]) -> list[float]:
    lines = [await asyncio.open_connection(HOST, port) for _ in payloads]
    requests = [_request(payload) for payload in payloads]
    start = monotonic()
    for (_, writer), request in zip(lines, requests, strict=True):
        writer.write(request)
    done = await asyncio.gather(*(_answered(reader) for reader, _ in lines))
    for _, writer in lines:
        writer.close()
    return [at - start for at in done]


def _request(payload: Mapping[str, str]) -> bytes:
    body, stamp = urlencode(payload), str(int(time()))
    signature = SignatureVerifier(SECRET).generate_signature(timestamp=stamp, body=body)
    return (
        "POST /slack/events HTTP/1.1\r\nHost: bench\r\n"
        f"Content-Type: application/x-www-form-urlencoded\r\nContent-Length: {len(body)}\r\n"
        f"X-Slack-Request-Timestamp: {stamp}\r\nX-Slack-Signature: {signature}\r\n\r\n{body}"
    ).encode()


async def _answered(reader: asyncio.StreamReader) -> float:
    head = (await reader.readuntil(b"\r\n\r\n")).decode().lower()
    if not head.startswith("http/1.1 200"):
        raise RuntimeError(f"not acknowledged: {head.splitlines()[0]}")
    length = next(x for x in head.splitlines() if x.startswith("content-length:"))
    await reader.readexactly(int(length.partition(":")[2]))
    return monotonic()
