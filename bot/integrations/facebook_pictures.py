"""The bytes of a picture that a resident sent along: bounded in kind, size and time.

The address is Facebook's word, and yet it is not followed everywhere: only over https, to no
address within our own network, and never on to another one. No token goes with the request.
"""

import ipaddress
import logging
import socket
from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING, Any
from urllib.parse import urlsplit
from urllib.request import getproxies

from bot.domain.copies import KINDS, MOST_BYTES, Picture, PictureUnread
from bot.integrations.deadline import Deadline

if TYPE_CHECKING:
    import httpx

TIMEOUT_SECONDS = 10.0  # for each step
WHOLE_SECONDS = 30.0  # for all of them
MOST_AT_ONCE = 65_536  # bytes
NO_PROXY = ("all://127.0.0.1", "all://localhost", "all://[::1]")  # the sandbox lives here
NAT64 = ipaddress.IPv6Network("64:ff9b::/96")
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
    is_home = urlsplit(base_url).hostname in LOOPBACK
    _check(address, is_home=is_home)
    mounts = dict.fromkeys(NO_PROXY)
    try:
        with (
            httpx.Client(timeout=TIMEOUT_SECONDS, transport=transport, mounts=mounts) as client,
            Deadline(WHOLE_SECONDS) as deadline,
            client.stream(
                "GET",
                address,
                headers={"Accept-Encoding": "identity"},
                extensions={"trace": _checked(deadline, is_home=is_home)},
            ) as answer,
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
    if not all(map(_is_open, found)):
        raise PictureUnread("private")


def _is_open(found: str) -> bool:
    """Tell whether the address *found* is of the open network, as IPv4 or as what it stands for."""
    address = ipaddress.ip_address(found.partition("%")[0])
    if isinstance(address, ipaddress.IPv6Address):
        inner = address.ipv4_mapped or address.sixtofour or _translated(address)
        address = inner or address
    return address.is_global and not address.is_multicast


def _translated(address: ipaddress.IPv6Address) -> ipaddress.IPv4Address | None:
    """Return the IPv4 address that NAT64 makes of *address* (RFC 6052)."""
    if address not in NAT64:
        return None
    return ipaddress.IPv4Address(int(address) & 0xFFFFFFFF)


def _checked(deadline: Deadline, *, is_home: bool) -> Callable[[str, Mapping[str, Any]], None]:
    """Return what looks at whom httpx has reached, before anything is said to them.

    A name may lead elsewhere than it did when it was checked. Through a proxy we reach only that.
    """
    is_direct = not is_home and not {"https", "all"} & getproxies().keys()

    def trace(event: str, info: Mapping[str, Any]) -> None:
        deadline.trace(event, info)
        if is_direct and event.endswith("connect_tcp.complete"):
            line = info["return_value"]
            if not _is_open(str(line.get_extra_info("server_addr")[0])):
                line.close()
                raise PictureUnread("private")

    return trace


def _taken(answer: "httpx.Response") -> Picture:
    kind = answer.headers.get("content-type", "").partition(";")[0].strip().lower()
    if answer.status_code != 200:
        raise PictureUnread(str(answer.status_code))
    if kind not in KINDS:
        raise PictureUnread("kind")
    if answer.headers.get("content-encoding", "identity") != "identity":  # a little may be a lot
        raise PictureUnread("encoding")
    taken = bytearray()
    for piece in answer.iter_bytes(MOST_AT_ONCE):
        taken += piece
        if len(taken) > MOST_BYTES:
            raise PictureUnread("size")
    if not taken:
        raise PictureUnread("empty")
    return Picture(kind, bytes(taken))
