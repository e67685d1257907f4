"""Response URLs: five answers within half an hour, to the person or in place of the message."""

from dataclasses import asdict, dataclass
from datetime import datetime, timedelta
from secrets import token_urlsafe

from bot.clock import Clock
from bot.sandbox.slack.workspace import Refused
from bot.sandbox.state import Json, State

MOST_USES = 5
LIFE = timedelta(minutes=30)


@dataclass(frozen=True, slots=True)
class ReplyUrl:
    """Where answers go: a person in a channel, and the message they came from, if any."""

    user: str
    channel: str
    ts: str | None = None
    ephemeral: bool = False
    thread_ts: str | None = None


class ReplyUrls:
    """Hand out tokens and count their use."""

    def __init__(self, state: State, clock: Clock) -> None:
        self._state = state
        self._clock = clock
        now = clock.now().isoformat()
        self._kept = {k: v for k, v in state.load("reply_url").items() if v["until"] > now}

    def give(self, reply: ReplyUrl) -> str:
        """Return a new token."""
        token = token_urlsafe(18)
        until = (self._clock.now() + LIFE).isoformat()
        self._save(token, {"reply": asdict(reply), "used": 0, "until": until})
        return token

    def use(self, token: str) -> ReplyUrl:
        """Count one answer and return where it goes; refuse what is spent or too late."""
        entry = self._kept.get(token)
        if entry is None or self._clock.now() > datetime.fromisoformat(entry["until"]):
            raise Refused("expired_url")
        if entry["used"] >= MOST_USES:
            raise Refused("used_url")
        self._save(token, entry | {"used": entry["used"] + 1})
        return ReplyUrl(**entry["reply"])

    def _save(self, token: str, entry: Json) -> None:
        self._kept[token] = entry
        self._state.put("reply_url", token, entry)
