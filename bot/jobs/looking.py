"""Look in a channel for a message that an attempt with no known outcome may have brought there.

A channel is read back page by page, as far as the message can stand. Where nothing of ours stands
that is a month, and may be very much that others wrote: so some pages are read at a time, and more
a while later. Nothing is posted there before it is known. How far it has come is kept in memory; a
new process begins anew.
"""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import datetime

from bot.integrations.slack import Outcome, Slack, SlackTrouble
from bot.store.outbox import Item

NO_THREAD = frozenset({"thread_not_found", "cannot_reply_to_message", "invalid_thread_ts"})
PAGES = 5  # of 200 messages each: a tenth of the calls that Slack takes in a minute


class Unfinished(Exception):
    """There is more to read before anything is known."""


@dataclass(slots=True)
class _Search:
    """How far a channel is read: the *places* left, a thread or (None) the channel, and the page."""

    channel: str
    places: list[str | None]
    page: str = ""


class Looking:
    """Every search that is under way, by the key of its message."""

    def __init__(self, slack: Slack) -> None:
        self._slack = slack
        self._searches: dict[str, _Search] = {}

    def find(self, item: Item, thread: str | None, *, since: datetime) -> str | None:
        """Return the ts of *item*, first looked for under *thread*; None where it surely is not.

        Raises SlackTrouble, marked as one of looking, and Unfinished; the next call goes on there.
        """
        places: list[str | None] = [thread, None] if thread else [None]
        search = self._searches.setdefault(item.key, _Search(item.channel, places))
        for _ in range(PAGES):
            found = self._turn(item, search, since)
            if found or not search.places:
                del self._searches[item.key]
                return found
        raise Unfinished

    def keep(self, keys: Collection[str]) -> None:
        """Forget the searches for what is none of *keys*: it was decided otherwise meanwhile."""
        self._searches = {key: one for key, one in self._searches.items() if key in keys}

    def goes_on(self, channel: str) -> bool:
        """Tell whether *channel* is being read back."""
        return any(search.channel == channel for search in self._searches.values())

    def _turn(self, item: Item, search: _Search, since: datetime) -> str | None:
        """Read one page."""
        thread, page = search.places[0], search.page
        try:
            found, search.page = self._slack.find(
                item.channel, item.key, oldest=since, thread=thread, page=page
            )
        except SlackTrouble as trouble:
            if thread and item.thread is None and trouble.code in NO_THREAD:  # so it is not there
                search.places.pop(0)
                return None
            trouble.looking = True
            if trouble.outcome is Outcome.REFUSED:  # there is no such page any more
                del self._searches[item.key]
            raise
        if not search.page:
            search.places.pop(0)
        return found
