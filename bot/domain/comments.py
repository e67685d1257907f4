"""What the team does with a comment: take, hand over, finish, reopen, flag as urgent, mark as praise.

A relay is the team's side of one comment; `comment_acts` decides what becomes of it.
"""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from bot.domain.errors import Refusal
from bot.domain.judgements import Judgement
from bot.domain.page import PageComment

FACEBOOK = "facebook"
"""Who closed a comment that was answered on the page."""

UNCOUNTED = "uncounted"
"""Why a comment needs no answer that a colleague wrote, or that is a test."""

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
    UNCOUNT = "uncounted"
    COUNT = "counted"

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
    uncounted_by: str | None = None
    uncounted_at: datetime | None = None
    suggested: str | None = None  # who had the thread in which somebody writes again

    def people(self) -> set[str]:
        """Return the Slack ids of all who had to do with it."""
        marked = {self.flagged_by, self.praised_by, self.uncounted_by}
        named = marked | {self.owner, self.closed_by, self.suggested}
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
