"""Say it loudly, once, when the page has not been seen for a while, and what came when it is back.

Silence must not look like calm: whoever waits for comments where they come learns there that none
can. A blip says nothing; the message is updated in place, also by a bot that was started anew.
"""

import json
from datetime import datetime, timedelta
from typing import Any

from sqlite_utils import Database

from bot.deps import Deps
from bot.health import State
from bot.jobs.exposure import relay_channel
from bot.jobs.poll import PART
from bot.store import ledger, looks, outbox
from bot.store.db import instant, stamp
from bot.store.looks import Silence
from bot.views import health as view
from bot.views.blocks import Message

Told = dict[str, Any]
"""What is known of an alarm that stands: since when, whether it was seen, and the cause told."""

FACT = "page-unseen"
LIMIT = timedelta(minutes=10)
"""How long the page may stay unseen, at any hour: comments are written at night, too."""

ROUNDS = 3
"""How many looks in a row must have failed, at least, where only the clock says that it is long."""


def run(deps: Deps, now: datetime) -> None:
    """Raise the alarm, let it follow its cause, and take it back."""
    states = [state for state in deps.health.states() if state.part == PART]
    if deps.page is None or not states:
        return
    state, page_id = states[0], deps.page.page_id
    with deps.reading() as db:
        told = ledger.fact(db, FACT)
        silence = looks.silence(db, page_id) if state.kind else None
    if silence is None:
        if told:
            _back(deps, page_id, json.loads(told), now)
    elif told:
        _follow(deps, state, json.loads(told), now)
    elif _is_long(deps, state, silence, now):
        since = silence.last_seen or silence.began or state.since
        seen = silence.last_seen is not None
        _raise(deps, state, {"since": stamp(since), "seen": seen, "kind": state.kind}, now)


def limit(deps: Deps) -> timedelta:
    """Return how long the page may stay unseen: never fewer than three rounds."""
    return max(LIMIT, timedelta(seconds=ROUNDS * deps.settings.facebook_poll_seconds))


def _is_long(deps: Deps, state: State, silence: Silence, now: datetime) -> bool:
    """Tell whether it is time to speak, by a clock that never jumps or by what was written down."""
    if deps.health.lasting(state) >= limit(deps).total_seconds():
        return True
    since = silence.last_seen or silence.began
    return silence.rounds >= ROUNDS and since is not None and now - since >= limit(deps)


def _follow(deps: Deps, state: State, told: Told, now: datetime) -> None:
    """Let the message say what is wrong now, if that is something else than before."""
    if told["kind"] != state.kind:
        _raise(deps, state, {**told, "kind": state.kind}, now)


def _raise(deps: Deps, state: State, told: Told, now: datetime) -> None:
    since = instant(told["since"])
    said = view.unseen(
        deps.words, state, since, seen=told["seen"], now=now, zone=deps.settings.timezone
    )
    with deps.transaction() as db:
        ledger.set_fact(db, FACT, json.dumps(told))
        _put(deps, db, told, said, now)
    deps.wake()


def _back(deps: Deps, page_id: str, told: Told, now: datetime) -> None:
    """Say that the page is read again, and how much came meanwhile."""
    since = instant(told["since"])
    with deps.transaction() as db:
        ledger.drop_fact(db, FACT)
        count = looks.new_since(db, page_id, since)
        said = view.seen_again(deps.words, since, count, now=now, zone=deps.settings.timezone)
        _put(deps, db, told, said, now)
    deps.wake()


def _put(deps: Deps, db: Database, told: Told, said: Message, now: datetime) -> None:
    channel = relay_channel(deps)
    outbox.put(db, f"unseen:{told['since']}", channel, said, now=now)
