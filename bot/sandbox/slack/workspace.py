"""The workspace: people, channels, messages and reactions, kept and told to those who watch."""

from bisect import insort
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import replace
from datetime import datetime

from bot.clock import Clock
from bot.sandbox.identity import BOT_USER, SLACKBOT, TEAM
from bot.sandbox.slack.changes import Change, Deleted, Edited, Joined, Posted, Reacted, Shared
from bot.sandbox.slack.people import Channel, User, default_channels, default_users
from bot.sandbox.slack.timestamps import TICK, instant, timestamp
from bot.sandbox.slack.whispers import Whispers
from bot.sandbox.state import Json, State

Watcher = Callable[[Change], None]
THREAD_KEYS = frozenset(
    ("thread_ts", "reply_count", "reply_users_count", "latest_reply", "reply_users", "is_locked",
     "subscribed")
)  # fmt: skip


class Refused(Exception):
    """Slack's own word for why something cannot be done, such as `channel_not_found`."""


class Workspace:
    """Hold one workspace; every change is stored before the watchers hear of it."""

    def __init__(self, state: State, clock: Clock) -> None:
        self._state = state
        self._clock = clock
        self._watchers: list[Watcher] = []
        self._quiet = False
        self._read()

    def _read(self) -> None:
        self.users = {k: User.from_json(v) for k, v in self._state.load("user").items()}
        self.channels = {k: Channel.from_json(v) for k, v in self._state.load("channel").items()}
        self._messages: dict[str, dict[str, Json]] = {}
        self._order: dict[str, list[str]] = {}
        for key, message in self._state.load("message").items():
            self._remember(key.partition("/")[0], message)
        self.whispers = Whispers(self._state, self._tell)

    @property
    def is_empty(self) -> bool:
        """Return whether nobody lives here yet."""
        return not self.users

    def settle(self, language: str, bot_name: str) -> None:
        """Move the default team into an empty workspace."""
        created = int(self._clock.now().timestamp()) - 90 * 86_400
        with self._state.transaction():
            for user in default_users(language, bot_name):
                self.add_user(user)
            for channel in default_channels(language, created):
                self.save_channel(channel)

    def forget(self) -> None:
        """Read everything anew after the state was wiped."""
        self._read()

    # -- watching

    def watch(self, watcher: Watcher) -> None:
        """Call *watcher* after each change."""
        self._watchers.append(watcher)

    @contextmanager
    def quiet(self) -> Iterator[None]:
        """Let nobody hear of what happens inside: history that was always there."""
        self._quiet = True
        try:
            yield
        finally:
            self._quiet = False

    def _tell(self, change: Change) -> None:
        if not self._quiet:
            for watcher in self._watchers:
                watcher(change)

    # -- people and channels

    def add_user(self, user: User) -> None:
        """Let *user* into the workspace, or change who they are."""
        self.users[user.id] = user
        self._state.put("user", user.id, user.to_json())

    def save_channel(self, channel: Channel) -> None:
        """Add or change a channel."""
        self.channels[channel.id] = channel
        self._state.put("channel", channel.id, channel.to_json())

    def channel(self, key: str) -> Channel:
        """Return a channel by id."""
        if key not in self.channels:
            raise Refused("channel_not_found")
        return self.channels[key]

    def dm(self, user: str) -> Channel:
        """Return the direct conversation between the bot and *user*, opened if need be."""
        key = "D" + user[1:]
        if key not in self.channels:
            created = int(self._clock.now().timestamp())
            self.save_channel(
                Channel(key, "", is_im=True, user=user, created=created, members=(user, BOT_USER))
            )
        return self.channels[key]

    def join(self, key: str, user: str, inviter: str | None = None) -> bool:
        """Make *user* a member; return False when they already were."""
        channel = self.channel(key)
        if user in channel.members:
            return False
        with self._state.transaction():
            self.save_channel(replace(channel, members=(*channel.members, user)))
            self._tell(Joined(key, user, inviter, arrived=True))
        return True

    def leave(self, key: str, user: str) -> bool:
        """End a membership; return False when there was none."""
        channel = self.channel(key)
        if user not in channel.members:
            return False
        rest = tuple(m for m in channel.members if m != user)
        with self._state.transaction():
            self._tell(Joined(key, user, None, arrived=False))  # the one who leaves hears it too
            self.save_channel(replace(channel, members=rest))
        return True

    def open_up(self, key: str, *, is_private: bool, is_ext_shared: bool) -> None:
        """Let a channel be private or public, and shared with another organisation or not.

        Slack tells apps of the sharing only.
        """
        channel = self.channel(key)
        with self._state.transaction():
            self.save_channel(replace(channel, is_private=is_private, is_ext_shared=is_ext_shared))
            if channel.is_ext_shared != is_ext_shared:
                self._tell(Shared(key, is_ext_shared))

    # -- messages

    def messages(self, channel: str) -> Iterator[Json]:
        """Yield the messages of *channel*, replies included, oldest first."""
        kept = self._messages.get(channel, {})
        return (kept[ts] for ts in self._order.get(channel, []))

    def thread(self, channel: str, ts: str) -> list[Json]:
        """Return a parent and its replies, oldest first; empty when there is no such parent."""
        replies = [m for m in self.messages(channel) if m.get("thread_ts") == ts and m["ts"] != ts]
        parent = self._messages.get(channel, {}).get(ts)
        return [parent, *replies] if parent else []

    def find(self, channel: str, ts: str) -> Json | None:
        """Return one message, or None."""
        return self._messages.get(channel, {}).get(ts)

    def get(self, channel: str, ts: str) -> Json:
        """Return one message; refuse `message_not_found`."""
        message = self.find(channel, ts)
        if message is None:
            raise Refused("message_not_found")
        return message

    def latest(self, channel: str) -> str | None:
        """Return the ts of the newest message."""
        order = self._order.get(channel)
        return order[-1] if order else None

    def post(self, channel: str, user: str, content: Json, *, at: datetime | None = None) -> Json:
        """Add a message; *content* is merged into it (text, blocks, thread_ts, bot_id …)."""
        ts = self.free_ts(channel, at)
        message = {"type": "message", "user": user, "text": "", "ts": ts, "team": TEAM} | content
        with self._state.transaction():
            self._keep(channel, message)
            self._count_replies(channel, message.get("thread_ts"))
            self._tell(Posted(channel, message))
        return message

    def edit(self, channel: str, ts: str, message: Json) -> Json:
        """Put *message* in the place of the one at *ts*."""
        previous = self.get(channel, ts)
        with self._state.transaction():
            self._keep(channel, message)
            self._tell(Edited(channel, message, previous))
        return message

    def delete(self, channel: str, ts: str) -> None:
        """Take a message away; one with replies leaves a tombstone, as in Slack."""
        previous = self.get(channel, ts)
        with self._state.transaction():
            self._bury(channel, previous)
            if previous.get("thread_ts") not in (None, ts):
                self._count_replies(channel, previous["thread_ts"])
            self._tell(Deleted(channel, previous))

    def _bury(self, channel: str, message: Json) -> None:
        ts = message["ts"]
        if message.get("reply_count"):
            kept = {k: v for k, v in message.items() if k in THREAD_KEYS}
            tombstone = {
                "type": "message",
                "subtype": "tombstone",
                "user": SLACKBOT,
                "hidden": True,
            }
            self._keep(channel, kept | tombstone | {"text": "This message was deleted.", "ts": ts})
            return
        del self._messages[channel][ts]
        self._order[channel].remove(ts)
        self._state.drop("message", f"{channel}/{ts}")

    def _keep(self, channel: str, message: Json) -> None:
        self._remember(channel, message)
        self._state.put("message", f"{channel}/{message['ts']}", message)

    def _remember(self, channel: str, message: Json) -> None:
        kept = self._messages.setdefault(channel, {})
        if message["ts"] not in kept:
            insort(self._order.setdefault(channel, []), message["ts"])
        kept[message["ts"]] = message

    def _count_replies(self, channel: str, parent: str | None) -> None:
        """Bring a parent's reply count, repliers and latest reply up to date."""
        if parent is None or not self.find(channel, parent):
            return
        message, *replies = self.thread(channel, parent)
        plain = {k: v for k, v in message.items() if k not in THREAD_KEYS}
        if replies:
            people = list(dict.fromkeys(r["user"] for r in replies))
            plain |= {
                "thread_ts": parent,
                "reply_count": len(replies),
                "reply_users_count": len(people),
                "latest_reply": replies[-1]["ts"],
                "reply_users": people,
                "is_locked": False,
                "subscribed": False,
            }
        self._keep(channel, plain)

    def free_ts(self, channel: str, at: datetime | None = None) -> str:
        """Return a ts that is free; without *at*, later than everything in the channel."""
        moment = at or self._clock.now()
        latest = self.latest(channel)
        if at is None and latest and latest >= timestamp(moment):
            moment = instant(latest) + TICK
        kept = self._messages.get(channel, {})
        while timestamp(moment) in kept:
            moment += TICK
        return timestamp(moment)

    # -- reactions

    def react(self, channel: str, ts: str, user: str, name: str) -> None:
        """Put *name* on a message; refuse `already_reacted`."""
        message = self.get(channel, ts)
        reactions = {r["name"]: list(r["users"]) for r in message.get("reactions", [])}
        if user in reactions.setdefault(name, []):
            raise Refused("already_reacted")
        reactions[name].append(user)
        self._set_reactions(
            channel,
            message,
            reactions,
            Reacted(channel, ts, user, name, message.get("user"), added=True),
        )

    def unreact(self, channel: str, ts: str, user: str, name: str) -> None:
        """Take *name* off a message; refuse `no_reaction`."""
        message = self.get(channel, ts)
        reactions = {r["name"]: list(r["users"]) for r in message.get("reactions", [])}
        if user not in reactions.get(name, []):
            raise Refused("no_reaction")
        reactions[name].remove(user)
        self._set_reactions(
            channel,
            message,
            reactions,
            Reacted(channel, ts, user, name, message.get("user"), added=False),
        )

    def _set_reactions(
        self, channel: str, message: Json, people: dict[str, list[str]], change: Reacted
    ) -> None:
        reactions = [{"name": n, "users": u, "count": len(u)} for n, u in people.items() if u]
        plain = {k: v for k, v in message.items() if k != "reactions"}
        with self._state.transaction():
            self._keep(channel, plain | ({"reactions": reactions} if reactions else {}))
            self._tell(change)
