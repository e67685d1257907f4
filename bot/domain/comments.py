"""What the team does with a comment: take, hand over, finish, reopen, flag as urgent, mark as praise.

A relay is the team's side of one comment. Every decision here takes the relay as it is and returns
it as it should be; the same relay back means that there was nothing to do.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from datetime import datetime
from enum import StrEnum

from bot.domain.errors import Refusal
from bot.domain.judgements import Judgement
from bot.domain.marks import flag, praise, unflag, unpraise
from bot.domain.page import PageComment

FACEBOOK = "facebook"
"""Who closed a comment that was answered on the page."""

NEEDS_COLLEAGUE, LAPSED = "needs-colleague", "lapsed"
"""Why an open comment waits again: somebody needs a colleague; whoever had it gave no answer."""


SIGNED = "signed"
"""Why an answer that came from Facebook has a person's name: they have said that it is theirs."""

LUCKA = "lucka"
"""Who flagged a comment in which a watch word stands."""


class State(StrEnum):
    """Where a comment stands with the team."""

    NEW = "new"
    CLAIMED = "claimed"
    PROMISED = "promised"  # the page has said that it will get back
    ANSWERED = "answered"  # by the page, on Facebook
    HANDLED = "handled"  # by somebody, elsewhere
    UNNEEDED = "unneeded"  # no answer needed, for a reason
    HIDDEN = "hidden"  # by the page, for a reason
    REMOVED = "removed"  # by the page, for a reason
    GONE = "gone"  # removed by its author or by Facebook

    @property
    def is_open(self) -> bool:
        """Say whether somebody still waits for us."""
        return self in (State.NEW, State.CLAIMED, State.PROMISED)


class Unneeded(StrEnum):
    """Why no answer is needed; nothing else counts as a reason."""

    FRIEND_TAG = "friend-tag"  # somebody only tagged a friend
    EMOJI = "emoji"  # only an emoji
    RHETORICAL = "rhetorical"  # no question to us
    ANSWERED = "answered"  # by another resident


class Act(StrEnum):
    """What a person may do with a comment."""

    CLAIM = "claimed"
    RELEASE = "released"
    HAND_OVER = "handed-over"
    DECLINE = "declined"
    SOS = "passed-on"
    TAKE_OVER = "taken-over"
    GIVE_BACK = "given-back"
    LAPSE = "lapsed"
    UNNEED = "unneeded"
    WAS_ME = "was-me"
    WAS_NOT_ME = "was-not-me"
    HANDLE = "handled"
    UNHANDLE = "unhandled"
    REOPEN = "reopened"
    FLAG = "flagged"
    UNFLAG = "unflagged"
    PRAISE = "praised"
    UNPRAISE = "unpraised"

    @property
    def recorded(self) -> str:
        """Return the audit log's word for it; whichever way it is reopened is one word."""
        word = (Act.REOPEN if self is Act.UNHANDLE else self).value
        return f"comment.{word.replace('-', '_')}"

    @property
    def says(self) -> str | None:
        """Return what the act needs besides who does it, as the audit log calls it."""
        return _SAYS.get(self)


_SAYS = {Act.HAND_OVER: "to", Act.TAKE_OVER: "owner", Act.GIVE_BACK: "to", Act.UNNEED: "reason"}


@dataclass(frozen=True, slots=True)
class Relay:
    """The team's decisions about one comment. People are Slack ids, or `facebook`.

    *reason* is why it stands as it does: why it waits again, has somebody's name, needed no answer,
    or was hidden or removed.
    """

    comment_id: str
    relayed_at: datetime
    state: State = State.NEW
    owner: str | None = None
    claimed_at: datetime | None = None
    promised_at: datetime | None = None
    flagged_by: str | None = None
    flagged_at: datetime | None = None
    praised_by: str | None = None
    praised_at: datetime | None = None
    closed_by: str | None = None
    closed_at: datetime | None = None
    reason: str | None = None
    answer_id: str | None = None
    suggested: str | None = None  # who had the thread in which somebody writes again

    def people(self) -> set[str]:
        """Return the Slack ids of all who had to do with it."""
        named = {self.owner, self.flagged_by, self.praised_by, self.closed_by, self.suggested}
        return {who for who in named if who and who not in (FACEBOOK, LUCKA)}


@dataclass(frozen=True, slots=True)
class Place:
    """The post on which a comment was written, as far as it is shown; "" for no text."""

    text: str
    permalink: str | None


@dataclass(frozen=True, slots=True)
class Relayed:
    """A comment with everything that is shown of it; `parent` is what a reply stands under.

    `is_cut` and `is_masked` say what a view has left out of its text. It is answerable where the
    team answers from Slack. `judged` is what came of the last flag that was judged.
    `edited_at` is when its newest text was first seen, `gone_at` when it was seen to be gone.
    """

    relay: Relay
    comment: PageComment
    place: Place
    parent: PageComment | None
    is_parent_urgent: bool = False
    is_cut: bool = False
    is_masked: bool = False
    is_answerable: bool = False
    edited_at: datetime | None = None
    gone_at: datetime | None = None
    judged: Judgement | None = None

    def people(self) -> set[str]:
        """Return the Slack ids of all whose names are shown."""
        return self.relay.people() | ({self.judged.by} if self.judged else set())


class CommentGone(Refusal):
    """There is no such comment."""

    kind = "refusal-comment-gone"


class CommentTaken(Refusal):
    """Somebody has it already. `who` is their Slack id; who shows it puts the name there."""

    kind = "refusal-comment-taken"


class AnswerTaken(Refusal):
    """Somebody has said already that the page's answer was theirs. `who` is as in `CommentTaken`."""

    kind = "refusal-comment-answer-taken"


class HandedToSelf(Refusal):
    """Refuse to hand a comment over to oneself."""

    kind = "refusal-comment-handed-to-self"
    field = "person"


class CommentVanished(Refusal):
    """It is not on the page any more: there is nothing to answer."""

    kind = "refusal-comment-vanished"


class CommentClosed(Refusal):
    """It is done already."""

    kind = "refusal-comment-closed"


class CommentModerated(Refusal):
    """It is hidden or removed, which is taken back in a way of its own."""

    kind = "refusal-comment-moderated"


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
    return replace(relay, state=State.ANSWERED, closed_by=who, closed_at=now, answer_id=answer_id)


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
    return replace(
        relay,
        state=state,
        promised_at=None,
        closed_by=None,
        closed_at=None,
        reason=None,
        answer_id=None,
    )


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
}
_WANTING = frozenset({Act.CLAIM, Act.HANDLE, Act.REOPEN, Act.TAKE_OVER, Act.HAND_OVER, Act.UNNEED})
"""What makes no sense with a comment that is not on the page any more."""

_SAYING: Mapping[Act, Callable[[Relay, str, datetime, str], Relay]] = {
    Act.HAND_OVER: _hand_over,
    Act.TAKE_OVER: _take_over,
    Act.GIVE_BACK: _give_back,
    Act.UNNEED: _unneed,
}
