"""The bytes of files in Slack: those that somebody gave us, and those that we give.

What is read is bounded in size and in time. The bot's token goes with the request, so that it goes to Slack alone: no other host is asked, and
no redirect followed (Slack answers with one, to its page for logging in, where we may not look).
"""

import logging
from collections.abc import Mapping
from contextlib import AbstractContextManager
from io import SEEK_END, BytesIO
from pathlib import Path
from typing import IO, TYPE_CHECKING, Any
from urllib.parse import urlsplit
from urllib.request import Request, urlopen

from bot.integrations.deadline import Deadline

if TYPE_CHECKING:
    import httpx

TIMEOUT_SECONDS = 10.0  # for each step
WHOLE_SECONDS = 60.0  # for all of them
MOST_AT_ONCE = 65_536  # bytes
NO_PROXY = ("all://127.0.0.1", "all://localhost", "all://[::1]")  # the sandbox lives here


class FileGone(Exception):
    """Slack has the file no more."""


class FileClosed(Exception):
    """Slack has the file, but does not show it to us."""


class FileTooLarge(Exception):
    """The file has more bytes than are wanted."""


class FileUnread(Exception):
    """Slack did not answer, or not in time: to be tried again. The argument is a code."""


def size(data: bytes | Path) -> int:
    """Return the length of what is to be sent, in bytes."""
    return data.stat().st_size if isinstance(data, Path) else len(data)


def opened(data: bytes | Path) -> AbstractContextManager[IO[bytes]]:
    """Return what is to be sent as an open file."""
    return data.open("rb") if isinstance(data, Path) else BytesIO(data)


def send(address: str, body: IO[bytes]) -> None:
    """Send *body* to *address*, where Slack waits for it, a piece at a time.

    Raises OSError or HTTPException where Slack did not take it.
    """
    length = body.seek(0, SEEK_END)
    body.seek(0)
    headers = {"Content-Type": "application/octet-stream", "Content-Length": str(length)}
    request = Request(address, body, headers, method="POST")  # noqa: S310 -- Slack said where
    urlopen(request, timeout=TIMEOUT_SECONDS).close()  # noqa: S310


def download(
    found: Mapping[str, Any],
    *,
    token: str,
    base_url: str,
    most: int,
    of: str,
    transport: "httpx.BaseTransport | None" = None,
) -> bytes:
    """Return the bytes of the file that Slack describes as *found*, if they are at most *most*.

    A file that another than *of*, somebody's id, brought is closed: a form may name any file, and
    the bot can read those of channels that whoever submits it is not in.
    """
    import httpx  # noqa: PLC0415 -- 16 MB and 90 ms that a bot without a page does not need

    for name in ("httpx", "httpcore"):  # they log addresses
        logging.getLogger(name).setLevel(logging.WARNING)
    address = _address(found, base_url)
    if not of or found.get("user") != of:
        raise FileClosed
    if int(found.get("size") or 0) > most:
        raise FileTooLarge
    headers = {"Authorization": f"Bearer {token}", "Accept-Encoding": "identity"}
    mounts = dict.fromkeys(NO_PROXY)
    try:
        with (
            httpx.Client(timeout=TIMEOUT_SECONDS, transport=transport, mounts=mounts) as client,
            Deadline(WHOLE_SECONDS) as deadline,
            client.stream(
                "GET", address, headers=headers, extensions={"trace": deadline.trace}
            ) as answer,
        ):
            return _taken(answer, most)
    # "from None": the chain would carry the request with its token.
    except httpx.RequestError as problem:
        raise FileUnread(type(problem).__name__) from None
    except (httpx.InvalidURL, UnicodeError):
        raise FileClosed from None


def _address(found: Mapping[str, Any], base_url: str) -> str:
    """Return where the bytes are; a file that is none of Slack's own is closed to us."""
    address = found.get("url_private")
    if not isinstance(address, str) or not address:
        raise FileGone  # deleted, or beyond what a free workspace shows
    asked, slack = urlsplit(address), urlsplit(base_url)
    host, home = asked.hostname or "", slack.hostname or ""
    if asked.scheme != slack.scheme or not (host == home or host.endswith(f".{home}")):
        raise FileClosed
    return address


def _taken(answer: "httpx.Response", most: int) -> bytes:
    status = answer.status_code
    if status in (404, 410):
        raise FileGone
    if status == 429 or status >= 500:
        raise FileUnread(str(status))
    kind = answer.headers.get("content-type", "")
    if status != 200 or kind.startswith("text/html"):  # the page for logging in
        raise FileClosed
    if answer.headers.get("content-encoding", "identity") != "identity":  # a little may be a lot
        raise FileClosed
    taken = bytearray()
    for piece in answer.iter_bytes(MOST_AT_ONCE):
        taken += piece
        if len(taken) > most:
            raise FileTooLarge
    return bytes(taken)
