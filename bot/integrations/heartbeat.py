"""The monitor outside that is told "still alive": whoever does not hear it raises the alarm.

Its address is a secret (whoever has it can keep the monitor quiet): it is in no log and in no
exception. Nothing is sent along, nothing that it answers is read, and it is followed nowhere else.
"""

import logging
from typing import TYPE_CHECKING

from bot.integrations.deadline import Deadline

if TYPE_CHECKING:
    import httpx

TIMEOUT_SECONDS = 5.0  # for each step
WHOLE_SECONDS = 15.0  # for all of them


class Monitor:
    """One address to call."""

    def __init__(self, url: str, *, transport: "httpx.BaseTransport | None" = None) -> None:
        self._url = url
        self._transport = transport

    def beat(self) -> str | None:
        """Call it once; return None where it answered, else what is known of the reason."""
        import httpx  # noqa: PLC0415 -- 16 MB and 90 ms that most bots do not need

        for name in ("httpx", "httpcore"):  # they log addresses
            logging.getLogger(name).setLevel(logging.WARNING)
        try:
            with (
                Deadline(WHOLE_SECONDS) as deadline,
                httpx.Client(timeout=TIMEOUT_SECONDS, transport=self._transport) as client,
                client.stream("GET", self._url, extensions={"trace": deadline.trace}) as answer,
            ):
                return None if answer.is_success else str(answer.status_code)
        # The address stands in what they say.
        except (httpx.HTTPError, httpx.InvalidURL, ValueError) as problem:
            return type(problem).__name__
