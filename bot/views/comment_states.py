"""Where a comment stands, in words: with whom, since when, and what somebody thinks of it."""

from typing import TYPE_CHECKING

from bot.domain.comments import FACEBOOK, LUCKA, SIGNED, UNCOUNTED, Relay, Relayed, State
from bot.domain.text import title_of
from bot.locales import Words
from bot.views.blocks import defuse, escape

if TYPE_CHECKING:
    from bot.views.comments import Reader

REASON_SHOWN = 150  # of why a flag was judged so


def state_lines(reader: "Reader", shown: Relayed) -> list[str]:
    """Say where it stands, and whether it is urgent or praise."""
    it, comment, words = shown.relay, shown.comment, reader.words
    at, person = (it.claimed_at, it.owner) if it.state.is_open else (it.closed_at, it.closed_by)
    at = it.promised_at if it.state is State.PROMISED else at
    urgent = "urgent-words" if it.flagged_by == LUCKA else "urgent"
    marks = ((urgent, it.flagged_by, it.flagged_at), ("praise", it.praised_by, it.praised_at))
    waits = [words(f"comments-waits-{it.reason}")] if it.state.is_open and it.reason else []
    why = words(f"comments-reason-{it.reason}") if it.state is State.UNNEEDED else ""
    return [
        words(
            f"comments-state-{_state(it)}",
            who=reader.who(person),
            when=reader.when(at, comment),
            reason=why,
        ),
        *waits,
        *_moderated(words, it),
        *_suggested(reader, it),
        *(
            words(f"comments-{mark}", who=reader.who(who), when=reader.when(at, comment))
            for mark, who, at in marks
            if who
        ),
        *_judged(reader, shown),
        *_left_out(reader, shown),
    ]


def _judged(reader: "Reader", shown: Relayed) -> list[str]:
    """Say what came of the last flag."""
    it, words = shown.judged, reader.words
    if it is None:
        return []
    outcome, when = words(f"outcome-{it.outcome}"), reader.when(it.at, shown.comment)
    why = defuse(title_of(it.reason, REASON_SHOWN))
    who = reader.who(it.by)
    return [words("comments-judged", outcome=outcome, who=who, when=when, reason=why)]


def _left_out(reader: "Reader", shown: Relayed) -> list[str]:
    """Say that it does not count, where the state does not say so."""
    it = shown.relay
    if it.uncounted_by is None or it.reason == UNCOUNTED:
        return []
    when = reader.when(it.uncounted_at, shown.comment)
    return [reader.words("comments-uncounted", who=reader.who(it.uncounted_by), when=when)]


def _state(relay: Relay) -> str:
    """Return the state as the catalogues call it; they tell apart whether a person is named."""
    if relay.state is State.PROMISED and relay.owner is None:
        return f"{relay.state}-free"
    if relay.reason == SIGNED:
        return f"{relay.state}-{SIGNED}"
    if relay.state is State.ANSWERED and relay.closed_by != FACEBOOK:
        return f"{relay.state}-by"
    return relay.state


def _suggested(reader: "Reader", relay: Relay) -> list[str]:
    """Say who had the thread, while nobody has taken what is new in it."""
    if not relay.suggested or relay.owner or not relay.state.is_open:
        return []
    return [reader.words("comments-suggested", who=reader.who(relay.suggested))]


def _moderated(words: Words, relay: Relay) -> list[str]:
    """Say for which reason it was hidden or removed."""
    if relay.state not in (State.HIDDEN, State.REMOVED) or not relay.reason:
        return []
    return [words("comments-reason", reason=escape(relay.reason))]
