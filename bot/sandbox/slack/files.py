"""Files that apps and people bring; an app's are announced, sent to an address, completed.

As in Slack, a file that nobody was shown belongs to its app alone, and is no picture yet for a
moment after it is completed: a message that shows it by then is refused.
"""

import base64
import mimetypes
import struct
from datetime import datetime, timedelta
from secrets import token_hex
from urllib.parse import quote

from bot.clock import Clock
from bot.sandbox.pictures import kind_of
from bot.sandbox.state import Json, State

LOOKING = timedelta(milliseconds=400)
MOST_ALT = 1000


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

    def add(self, name: str, data: bytes, user: str) -> str:
        """Keep a file that a person brings into a form; Slack goes by its name at first."""
        found = self.announce(name, len(data), "")
        self.receive(found["ticket"], data)
        told = {"mimetype": mimetypes.guess_type(name)[0] or "", "user": user}
        self._keep(self._kept[found["id"]] | told)
        self.complete(found["id"], name)
        return str(found["id"])

    def drop(self, key: str) -> None:
        """Delete a file, as people can at any time."""
        self._state.drop("file", key)
        del self._kept[key]

    def private(self, key: str) -> bytes | None:
        """Return the bytes of a completed file, for whom Slack shows it to."""
        found = self._kept.get(key)
        if found is None or "completed" not in found:
            return None
        return base64.b64decode(found["data"])

    def info(self, key: str, address: str) -> Json | None:
        """Return a completed file as `files.info` shows it; what it is comes with a look at it.

        Its bytes are below *address*, for who brings a token.
        """
        found = self._kept.get(key)
        if found is None or "completed" not in found:
            return None
        known = ("id", "name", "size", "title")
        body = {k: found[k] for k in known} | {"mode": "hosted", "alt_txt": found["alt"]}
        body["permalink"] = f"{address}/files-shared/{key}/{quote(found['name'])}"
        body["url_private"] = f"{address}/files-pri/{key}/{quote(found['name'])}"
        told = {name: found[name] for name in ("mimetype", "user") if name in found}
        return body | (self._seen(found) if self._is_seen(found) else {"mimetype": ""}) | told

    def is_picture(self, key: object) -> bool:
        """Say whether a message may show the file as a picture."""
        found = self.info(key, "") if isinstance(key, str) else None
        return found is not None and "original_w" in found

    def data(self, key: str) -> bytes | None:
        """Return the bytes of a picture, for the page in the browser."""
        return base64.b64decode(self._kept[key]["data"]) if self.is_picture(key) else None

    def _is_seen(self, file: Json) -> bool:
        return self._clock.now() - datetime.fromisoformat(file["completed"]) >= LOOKING

    def _seen(self, file: Json) -> Json:
        """Return what a look at the bytes tells."""
        data = base64.b64decode(file["data"])
        kind = kind_of(data)
        if kind is None or (kind == "png" and len(data) < 24):
            return {"mimetype": "application/octet-stream", "filetype": "binary"}
        if kind != "png":
            return {"mimetype": f"image/{kind}", "filetype": kind}
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
