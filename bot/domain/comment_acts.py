"""What is decided about a comment: every act takes the relay as it is and returns it as it should be.

The same relay back means that there was nothing to do.
"""

from collections.abc import Callable, Mapping
from dataclasses import replace
from datetime import datetime

from bot.domain.comments import (
    FACEBOOK,
    LAPSED,
    NEEDS_COLLEAGUE,
    SIGNED,
    UNCOUNTED,
    Act,
    AnswerTaken,
    CommentClosed,
    CommentModerated,
    CommentTaken,
    CommentVanished,
    HandedToSelf,
    Relay,
    State,
    Unneeded,
)
from bot.domain.marks import flag, praise, uncount, unflag, unpraise


def decide(relay: Relay, act: Act, who: str, *, now: datetime, said: str = "") -> Relay:
    """Return *relay* after *who* did *act*; raise a Refusal where that cannot be.

    *said* is what `Act.says` names.
    """
    if relay.state is State.GONE and act in _WANTING:
        raise CommentVanished
    if act.says:
        return _SAYING[act](relay, who, now, said)
    return _ACTS[act](relay, who, now)


def answered(relay: Relay, who: str, answer_id: str, *, now: datetime) -> Relay:
    """Close it: the page's reply *answer_id*, which *who* wrote, answers it."""
    if not relay.state.is_open:
        return relay
    done = replace(relay, state=State.ANSWERED, closed_by=who, closed_at=now)
    return replace(done, answer_id=answer_id, reason=None)


def promised(relay: Relay, who: str, answer_id: str, *, now: datetime) -> Relay:
    """Note that the page has said it will get back; somebody then has it: *who*, if nobody had."""
    if not relay.state.is_open:
        return relay
    return replace(
        relay,
        state=State.PROMISED,
        owner=relay.owner or who,
        claimed_at=relay.claimed_at or now,
        promised_at=now,
        reason=None,
        answer_id=answer_id,
    )


def unanswered(relay: Relay, answer_id: str, promise: str | None = None) -> Relay:
    """Open it again where the reply that is no more was what answered or promised.

    *promise* is the reply, if one stands there still, in which the page says it will get back.
    """
    if relay.answer_id != answer_id:
        return relay
    again, at = opened(relay), relay.promised_at
    if promise is None or at is None:
        return again
    return replace(again, state=State.PROMISED, promised_at=at, answer_id=promise)


def gone(relay: Relay, *, now: datetime) -> Relay:
    """Close what the page shows no more, as long as nobody has to judge it."""
    if not relay.state.is_open or relay.flagged_by:
        return relay
    return replace(relay, state=State.GONE, closed_by=FACEBOOK, closed_at=now)


def _claim(relay: Relay, who: str, now: datetime) -> Relay:
    """Give it to *who*: the first one wins."""
    return relay if _has(relay, who) else _given(relay, who, now)


def _release(relay: Relay, who: str, _now: datetime) -> Relay:
    """Put it back, which only its owner may."""
    if not relay.state.is_open or relay.owner is None:
        return relay
    return _freed(relay) if _has(relay, who) else relay


def _hand_over(relay: Relay, who: str, now: datetime, to: str) -> Relay:
    """Give it to a colleague, which its owner may, and anybody while nobody has it."""
    _has(relay, who)
    if to == who:
        raise HandedToSelf
    return _given(relay, to, now)


def _decline(relay: Relay, who: str, _now: datetime) -> Relay:
    """Put back what one was given; what one has no more stays where it is."""
    return _freed(relay) if relay.state.is_open and relay.owner == who else relay


def _pass_on(relay: Relay, who: str, _now: datetime) -> Relay:
    """Put it back for a colleague; why is nobody's business."""
    return _freed(relay, NEEDS_COLLEAGUE) if _has(relay, who) else relay


def _take_over(relay: Relay, who: str, now: datetime, owner: str) -> Relay:
    """Take it from *owner*, and from nobody else who got it meanwhile."""
    if relay.owner == owner and relay.state.is_open:
        return _given(relay, who, now)
    return _claim(relay, who, now)


def _give_back(relay: Relay, who: str, now: datetime, to: str) -> Relay:
    """Give it back to whom one took it from, unless one has it no more."""
    return _given(relay, to, now) if relay.state.is_open and relay.owner == who else relay


def _lapse(relay: Relay, _who: str, _now: datetime) -> Relay:
    """Put back what its owner did not answer; a promise made on the page is an answer."""
    return _freed(relay, LAPSED) if relay.state is State.CLAIMED else relay


def _has(relay: Relay, who: str) -> bool:
    """Say whether *who* has it; refuse what is done, and what somebody else has."""
    if not relay.state.is_open:
        raise CommentClosed
    if relay.owner not in (None, who):
        raise CommentTaken(who=relay.owner)
    return relay.owner == who


def _given(relay: Relay, who: str, now: datetime) -> Relay:
    state = State.CLAIMED if relay.state is State.NEW else relay.state
    return replace(relay, state=state, owner=who, claimed_at=now, reason=None)


def _freed(relay: Relay, reason: str | None = None) -> Relay:
    state = State.NEW if relay.state is State.CLAIMED else relay.state
    return replace(relay, state=state, owner=None, claimed_at=None, reason=reason)


def _handle(relay: Relay, who: str, now: datetime) -> Relay:
    """Close it; whoever has it, anybody may see that it is done."""
    if relay.state is State.HANDLED and relay.closed_by == who:
        return relay
    return _closed(relay, State.HANDLED, who, now)


def _unneed(relay: Relay, who: str, now: datetime, reason: str) -> Relay:
    """Close it for a reason, whoever has it."""
    return _closed(relay, State.UNNEEDED, who, now, Unneeded(reason))


def _closed(
    relay: Relay, state: State, who: str, now: datetime, reason: str | None = None
) -> Relay:
    if not relay.state.is_open:
        raise CommentClosed
    return replace(relay, state=state, closed_by=who, closed_at=now, reason=reason)


def _was_me(relay: Relay, who: str, _now: datetime) -> Relay:
    """Put one's name to the page's answer."""
    if relay.state is not State.ANSWERED or relay.closed_by == who:
        return relay
    if relay.closed_by != FACEBOOK:
        raise AnswerTaken(who=relay.closed_by)
    return replace(relay, closed_by=who, reason=SIGNED)


def _was_not_me(relay: Relay, who: str, _now: datetime) -> Relay:
    is_own = relay.reason == SIGNED and relay.closed_by == who
    return replace(relay, closed_by=FACEBOOK, reason=None) if is_own else relay


def _reopen(relay: Relay, _who: str, _now: datetime) -> Relay:
    """Open it again, for the owner it had."""
    if relay.state in (State.HIDDEN, State.REMOVED):
        raise CommentModerated
    return relay if relay.state.is_open else opened(relay)


def opened(relay: Relay) -> Relay:
    """Return *relay* with all that closed it forgotten."""
    state = State.CLAIMED if relay.owner else State.NEW
    if relay.reason == UNCOUNTED:
        relay = replace(relay, uncounted_by=None, uncounted_at=None)
    return replace(
        relay,
        state=state,
        promised_at=None,
        closed_by=None,
        closed_at=None,
        reason=None,
        answer_id=None,
    )


def _uncount(relay: Relay, who: str, now: datetime) -> Relay:
    """Leave it out of the figures, as a colleague's or a test: it waits for nothing then."""
    left_out = uncount(relay, who, now)
    if left_out.state.is_open:
        return _closed(left_out, State.UNNEEDED, who, now, UNCOUNTED)
    return left_out


def _count(relay: Relay, _who: str, _now: datetime) -> Relay:
    """Let it count after all, and wait for an answer again where it had been closed so."""
    if relay.reason == UNCOUNTED:
        return opened(relay)
    return replace(relay, uncounted_by=None, uncounted_at=None)


def _unhandle(relay: Relay, who: str, now: datetime) -> Relay:
    """Take back one's own word that it is done; somebody else's stands."""
    is_own = relay.state is State.HANDLED and relay.closed_by == who
    return _reopen(relay, who, now) if is_own else relay


_ACTS: Mapping[Act, Callable[[Relay, str, datetime], Relay]] = {
    Act.CLAIM: _claim,
    Act.RELEASE: _release,
    Act.DECLINE: _decline,
    Act.SOS: _pass_on,
    Act.LAPSE: _lapse,
    Act.WAS_ME: _was_me,
    Act.WAS_NOT_ME: _was_not_me,
    Act.HANDLE: _handle,
    Act.UNHANDLE: _unhandle,
    Act.REOPEN: _reopen,
    Act.FLAG: flag,
    Act.UNFLAG: unflag,
    Act.PRAISE: praise,
    Act.UNPRAISE: unpraise,
    Act.UNCOUNT: _uncount,
    Act.COUNT: _count,
}
_WANTING = frozenset({Act.CLAIM, Act.HANDLE, Act.REOPEN, Act.TAKE_OVER, Act.HAND_OVER, Act.UNNEED})
"""What makes no sense with a comment that is not on the page any more."""

_SAYING: Mapping[Act, Callable[[Relay, str, datetime, str], Relay]] = {
    Act.HAND_OVER: _hand_over,
    Act.TAKE_OVER: _take_over,
    Act.GIVE_BACK: _give_back,
    Act.UNNEED: _unneed,
}
