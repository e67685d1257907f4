"""The subscribed calendar, read from its address, which is a secret.

The address is in no log and in no exception: what is told of a failure is its kind and a code.
"""

import logging
import zlib
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from enum import StrEnum
from hashlib import sha256
from typing import TYPE_CHECKING
from urllib.parse import urljoin, urlsplit

from bot.domain.import_files import MOST_BYTES
from bot.integrations.deadline import Deadline

if TYPE_CHECKING:
    import httpx

TIMEOUT_SECONDS = 10.0  # for each step
WHOLE_SECONDS = 40.0  # for all of them
MOST_REDIRECTS = 5
MOST_AT_ONCE = 1_000_000  # bytes
ZIPPED = ("gzip", "x-gzip", "deflate")
NO_PROXY = ("all://127.0.0.1", "all://localhost", "all://[::1]")


class CalendarTrouble(StrEnum):
    """What kind of failure it is."""

    UNREACHABLE = "unreachable"
    REFUSED = "refused"  # the address is not valid any more, or never was
    TOO_LARGE = "too-large"


class CalendarError(Exception):
    """The calendar could not be fetched; *code* is what is known of the reason."""

    def __init__(self, kind: CalendarTrouble, code: str) -> None:
        super().__init__(f"calendar: {kind} ({code})")
        self.kind = kind
        self.code = code


@dataclass(frozen=True, slots=True)
class Mark:
    """What the server told of the version that was read last, to be asked about next time."""

    etag: str = ""
    modified: str = ""

    def headers(self) -> dict[str, str]:
        """Return what asks for the calendar only if it is another one."""
        asked = {"If-None-Match": self.etag, "If-Modified-Since": self.modified}
        return {name: value for name, value in asked.items() if value}


@dataclass(frozen=True, slots=True)
class Fetched:
    """A calendar; *data* is None where it is as it was."""

    data: bytes | None
    mark: Mark


class OutlookCalendar:
    """One published calendar. *tick* is a clock that never jumps, in seconds."""

    def __init__(
        self,
        url: str,
        *,
        tick: Callable[[], float],
        transport: "httpx.BaseTransport | None" = None,
    ) -> None:
        self._url = url
        self._tick = tick
        self._transport = transport
        self.name = sha256(url.encode()).hexdigest()[:16]
        """What tells this calendar from another, without telling its address."""

    def fetch(self, mark: Mark) -> Fetched:
        """Return the calendar, unless it is still what *mark* tells; raise CalendarError."""
        import httpx  # noqa: PLC0415 -- 16 MB and 90 ms that most bots do not need

        for name in ("httpx", "httpcore"):  # they log addresses
            logging.getLogger(name).setLevel(logging.WARNING)
        try:
            with httpx.Client(
                timeout=TIMEOUT_SECONDS, transport=self._transport, mounts=dict.fromkeys(NO_PROXY)
            ) as client:
                return self._follow(client, mark)
        # "from None": the chain would carry the address.
        except httpx.RequestError as problem:
            raise CalendarError(CalendarTrouble.UNREACHABLE, type(problem).__name__) from None
        except (httpx.InvalidURL, ValueError):
            raise CalendarError(CalendarTrouble.REFUSED, "address") from None

    def _follow(self, client: "httpx.Client", mark: Mark) -> Fetched:
        url, until = self._url, self._tick() + WHOLE_SECONDS
        with Deadline(WHOLE_SECONDS) as deadline:
            for _ in range(MOST_REDIRECTS + 1):
                hook = {"trace": deadline.trace}
                with client.stream("GET", url, headers=_headers(mark), extensions=hook) as answer:
                    if not answer.has_redirect_location:
                        return self._taken(answer, mark, until)
                    url = _next(url, answer.headers["location"])
        raise CalendarError(CalendarTrouble.REFUSED, "redirects")

    def _taken(self, answer: "httpx.Response", mark: Mark, until: float) -> Fetched:
        if answer.status_code == 304:
            return Fetched(None, mark)
        if answer.status_code != 200:
            is_final = 400 <= answer.status_code < 500 and answer.status_code not in (408, 429)
            kind = CalendarTrouble.REFUSED if is_final else CalendarTrouble.UNREACHABLE
            raise CalendarError(kind, str(answer.status_code))
        pieces, size = [], 0
        for piece in _pieces(answer):
            size += len(piece)
            if size > MOST_BYTES:
                raise CalendarError(CalendarTrouble.TOO_LARGE, str(answer.status_code))
            if self._tick() > until:
                raise CalendarError(CalendarTrouble.UNREACHABLE, "slow")
            pieces.append(piece)
        return Fetched(b"".join(pieces), _mark(answer.headers))


def _pieces(answer: "httpx.Response") -> Iterator[bytes]:
    """Yield what was sent, unzipped bit by bit: some servers zip unasked, and a little may be a lot."""
    encoding = answer.headers.get("content-encoding", "identity").strip().lower()
    if encoding == "identity":
        yield from answer.iter_bytes()
    elif encoding in ZIPPED:
        yield from _unzipped(answer)
    else:
        raise CalendarError(CalendarTrouble.REFUSED, "encoding")


def _unzipped(answer: "httpx.Response") -> Iterator[bytes]:
    unzip = zlib.decompressobj(zlib.MAX_WBITS | 32)
    try:
        for zipped in answer.iter_raw():
            left = zipped
            while left:
                yield unzip.decompress(left, MOST_AT_ONCE)
                left = unzip.unconsumed_tail
    except zlib.error:
        raise CalendarError(CalendarTrouble.UNREACHABLE, "encoding") from None
    if not unzip.eof:
        raise CalendarError(CalendarTrouble.UNREACHABLE, "encoding")


def _headers(mark: Mark) -> dict[str, str]:
    plain = {"Accept": "text/calendar", "Accept-Encoding": "identity"}
    return {**plain, **mark.headers()}


def _mark(headers: Mapping[str, str]) -> Mark:
    """Return what the server told; what could not be sent back to it is as good as nothing."""
    told = headers.get("etag", "")[:500], headers.get("last-modified", "")[:100]
    return Mark(*(text if text.isascii() and text.isprintable() else "" for text in told))


def _next(url: str, location: str) -> str:
    """Return where *location* leads; never from a secret connection to an open one."""
    target = urljoin(url, location)
    schemes = ("https",) if urlsplit(url).scheme == "https" else ("https", "http")
    if urlsplit(target).scheme not in schemes:
        raise CalendarError(CalendarTrouble.REFUSED, "redirect")
    return target
