"""Files that apps bring: announced, sent to an address of their own, completed, looked at.

As in Slack, a file that nobody was shown belongs to its app alone, and is no picture yet for a
moment after it is completed: a message that shows it by then is refused.
"""

import base64
import struct
from datetime import datetime, timedelta
from secrets import token_hex

from bot.clock import Clock
from bot.sandbox.state import Json, State

LOOKING = timedelta(milliseconds=400)
MOST_ALT = 1000
_PNG = b"\x89PNG\r\n\x1a\n"


class Files:
    """Keep files and their bytes, by id."""

    def __init__(self, state: State, clock: Clock) -> None:
        self._state = state
        self._clock = clock
        self._kept = state.load("file")

    def announce(self, name: str, size: int, alt: str) -> Json:
        """Make a place for a file of *size* bytes; its `ticket` is in the address to send it to."""
        key = f"F{token_hex(5).upper()}"
        return self._keep(
            {"id": key, "ticket": token_hex(16), "name": name, "size": size, "alt": alt}
        )

    def receive(self, ticket: str, data: bytes) -> bool:
        """Take the bytes of an announced file; False where the address or the length is wrong."""
        found = next((f for f in self._kept.values() if f["ticket"] == ticket), None)
        if found is None or "completed" in found or len(data) != found["size"]:
            return False
        self._keep(found | {"data": base64.b64encode(data).decode()})
        return True

    def complete(self, key: str, title: str) -> bool:
        """Make a file that was sent one of the workspace; False where there is none."""
        found = self._kept.get(key)
        if found is None or "data" not in found or "completed" in found:
            return False
        self._keep(found | {"title": title, "completed": self._clock.now().isoformat()})
        return True

    def info(self, key: str) -> Json | None:
        """Return a completed file as `files.info` shows it; what it is comes with a look at it."""
        found = self._kept.get(key)
        if found is None or "completed" not in found:
            return None
        known = ("id", "name", "size", "title")
        body = {k: found[k] for k in known} | {"mode": "hosted", "alt_txt": found["alt"]}
        return body | (self._seen(found) if self._is_seen(found) else {"mimetype": ""})

    def is_picture(self, key: object) -> bool:
        """Say whether a message may show the file as a picture."""
        found = self.info(key) if isinstance(key, str) else None
        return found is not None and "original_w" in found

    def data(self, key: str) -> bytes | None:
        """Return the bytes of a picture, for the page in the browser."""
        return base64.b64decode(self._kept[key]["data"]) if self.is_picture(key) else None

    def _is_seen(self, file: Json) -> bool:
        return self._clock.now() - datetime.fromisoformat(file["completed"]) >= LOOKING

    def _seen(self, file: Json) -> Json:
        """Return what a look at the bytes tells."""
        data = base64.b64decode(file["data"])
        if not data.startswith(_PNG) or len(data) < 24:
            return {"mimetype": "application/octet-stream", "filetype": "binary"}
        width, height = struct.unpack(">II", data[16:24])
        return {
            "mimetype": "image/png",
            "filetype": "png",
            "original_w": width,
            "original_h": height,
        }

    def _keep(self, file: Json) -> Json:
        self._state.put("file", file["id"], file)
        self._kept[file["id"]] = file
        return file
