"""Ephemeral messages: seen by one person, no part of any history."""

from collections.abc import Callable

from bot.sandbox.slack.changes import Whispered
from bot.sandbox.slack.timestamps import TICK, instant, timestamp
from bot.sandbox.state import Json, State


class Whispers:
    """Keep what only one person sees, by channel and ts."""

    def __init__(self, state: State, tell: Callable[[Whispered], None]) -> None:
        self._state = state
        self._tell = tell
        self._kept = state.load("whisper")

    def of(self, channel: str, person: str) -> list[Json]:
        """Return what only *person* sees in *channel*."""
        here = (w for w in self._kept.values() if w["channel"] == channel)
        return [w["message"] for w in here if w["person"] == person]

    def find(self, channel: str, ts: str) -> Json | None:
        """Return `{channel, person, message}`, or None."""
        return self._kept.get(f"{channel}/{ts}")

    def add(self, channel: str, person: str, ts: str, content: Json) -> Json:
        """Show a message to *person*, at *ts* or the first free one after it."""
        while f"{channel}/{ts}" in self._kept:
            ts = timestamp(instant(ts) + TICK)
        return self._keep(channel, person, {"type": "message"} | content | {"ts": ts})

    def replace(self, channel: str, ts: str, content: Json) -> Json:
        """Change an ephemeral message where it stands."""
        old = self._kept[f"{channel}/{ts}"]
        kept = {k: v for k, v in old["message"].items() if k not in ("text", "blocks")}
        return self._keep(channel, old["person"], kept | content | {"ts": ts})

    def drop(self, channel: str, ts: str) -> bool:
        """Take an ephemeral message away; return False when there was none."""
        whisper = self._kept.pop(f"{channel}/{ts}", None)
        if whisper is None:
            return False
        self._state.drop("whisper", f"{channel}/{ts}")
        self._tell(Whispered(channel, whisper["person"], whisper["message"], gone=True))
        return True

    def _keep(self, channel: str, person: str, message: Json) -> Json:
        key = f"{channel}/{message['ts']}"
        self._kept[key] = {"channel": channel, "person": person, "message": message}
        self._state.put("whisper", key, self._kept[key])
        self._tell(Whispered(channel, person, message, gone=False))
        return message
