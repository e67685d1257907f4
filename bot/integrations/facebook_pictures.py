"""The bytes of a picture that a resident sent along: bounded in kind, size and time.

The address is Facebook's word, and yet it is not followed everywhere: only over https, to no
address within our own network, and never on to another one. No token goes with the request.
"""

import ipaddress
import logging
import socket
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

from bot.domain.copies import KINDS, MOST_BYTES, Picture, PictureUnread
from bot.integrations.deadline import Deadline

if TYPE_CHECKING:
    import httpx

TIMEOUT_SECONDS = 10.0  # for each step
WHOLE_SECONDS = 30.0  # for all of them
MOST_AT_ONCE = 65_536  # bytes
NO_PROXY = ("all://127.0.0.1", "all://localhost", "all://[::1]")  # the sandbox lives here
LOOPBACK = frozenset({"127.0.0.1", "localhost", "::1"})


def download(
    address: str, *, base_url: str, transport: "httpx.BaseTransport | None" = None
) -> Picture:
    """Return the picture at *address*, which an interface at *base_url* has named.

    Raises PictureUnread. An interface on this very machine, the sandbox, may name this machine.
    """
    import httpx  # noqa: PLC0415 -- 16 MB and 90 ms that a bot without a page does not need

    for name in ("httpx", "httpcore"):  # they log addresses
        logging.getLogger(name).setLevel(logging.WARNING)
    _check(address, is_home=urlsplit(base_url).hostname in LOOPBACK)
    mounts = dict.fromkeys(NO_PROXY)
    try:
        with (
            httpx.Client(timeout=TIMEOUT_SECONDS, transport=transport, mounts=mounts) as client,
            Deadline(WHOLE_SECONDS) as deadline,
            client.stream("GET", address, extensions={"trace": deadline.trace}) as answer,
        ):
            return _taken(answer)
    # "from None": the chain would carry the address.
    except httpx.RequestError as problem:
        raise PictureUnread(type(problem).__name__) from None
    except (httpx.InvalidURL, UnicodeError, ValueError):
        raise PictureUnread("address") from None


def _check(address: str, *, is_home: bool) -> None:
    """Refuse an address that is not of the open network."""
    try:
        asked = urlsplit(address)
        host, port = asked.hostname or "", asked.port or 443
    except ValueError:
        raise PictureUnread("address") from None
    if is_home and asked.scheme == "http" and host in LOOPBACK:
        return
    if asked.scheme != "https" or not host:
        raise PictureUnread("address")
    try:
        found = {str(each[4][0]) for each in socket.getaddrinfo(host, port)}
    except (OSError, UnicodeError):
        raise PictureUnread("host") from None
    if not all(ipaddress.ip_address(each.partition("%")[0]).is_global for each in found):
        raise PictureUnread("private")


def _taken(answer: "httpx.Response") -> Picture:
    kind = answer.headers.get("content-type", "").partition(";")[0].strip().lower()
    if answer.status_code != 200:
        raise PictureUnread(str(answer.status_code))
    if kind not in KINDS:
        raise PictureUnread("kind")
    taken = bytearray()
    for piece in answer.iter_bytes(MOST_AT_ONCE):
        taken += piece
        if len(taken) > MOST_BYTES:
            raise PictureUnread("size")
    if not taken:
        raise PictureUnread("empty")
    return Picture(kind, bytes(taken))
