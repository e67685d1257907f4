"""Say it in Slack when something has not worked for a while, and once more when it works again.

One message per trouble, updated in place; a blip says nothing. A channel that cannot be posted to
is reported in the other one.
"""

from datetime import datetime

from bot.deps import Deps
from bot.health import State
from bot.jobs import hook_silence, page_silence, poll, upkeep
from bot.store import ledger, outbox
from bot.views import health as view

PATIENCE_SECONDS = 120.0
PREFIX = "alarm:"


def run(deps: Deps, now: datetime) -> None:
    """Raise, and take back, what the health board asks for."""
    upkeep.look(deps, now)
    with deps.reading() as db:
        raised = ledger.facts(db, PREFIX)
        hook_silence.look(deps, db, now)
    for state in deps.health.states():
        key = raised.get(PREFIX + state.part)
        is_new = state.kind and key is None and not _has_its_own(deps, state)
        if is_new and _has_lasted(deps, state):
            _say(deps, state, f"{PREFIX}{state.part}:{state.since:%Y%m%dT%H%M%S}", now)
        elif state.kind is None and key is not None:
            _say(deps, state, key, now)
    page_silence.run(deps, now)


def _has_lasted(deps: Deps, state: State) -> bool:
    """Tell whether it is no blip; a silence of a day has lasted when it is seen."""
    return state.part == hook_silence.PART or deps.health.lasting(state) >= PATIENCE_SECONDS


def _has_its_own(deps: Deps, state: State) -> bool:
    """Tell whether another way says it.

    Of a page that cannot be read that is another message; of messages that wait, which this one
    would wait behind, the health report and the monitor outside.
    """
    is_page = deps.page is not None and state.part == poll.PART
    return is_page or state.kind == upkeep.OUTBOX_LATE


def _say(deps: Deps, state: State, key: str, now: datetime) -> None:
    """Put the alarm *key* into the outbox and remember whether it is open."""
    troubled = state.part == f"channel:{deps.plan_channel}"
    channel = deps.comments_channel if troubled and deps.comments_channel else deps.plan_channel
    with deps.transaction() as db:
        if state.kind:
            ledger.set_fact(db, PREFIX + state.part, key)
        else:
            ledger.drop_fact(db, PREFIX + state.part)
        outbox.put(db, key, channel, view.alarm(deps.words, state), now=now)
    deps.wake()
