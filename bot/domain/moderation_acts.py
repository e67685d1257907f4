"""What people decide about a comment that breaks a rule, and what is refused."""

from dataclasses import replace
from datetime import datetime

from bot.domain import comments
from bot.domain.comment_rules import Rule, RuleKind
from bot.domain.comments import Relay
from bot.domain.errors import Refusal
from bot.domain.moderation import WORDS_LIMIT, Case, Deed, State, fingerprint
from bot.domain.page import PageComment
from bot.domain.text import is_blank, tidy


class ReasonMissing(Refusal):
    """Refuse to act for "another" rule that nobody has written."""

    kind = "refusal-moderation-words"
    field = "words"


class CommentChanged(Refusal):
    """Refuse to judge a comment that says something else by now."""

    kind = "refusal-moderation-changed"


class UnderWay(Refusal):
    """Refuse a second decision while one is under way."""

    kind = "refusal-moderation-under-way"


class OverAlready(Refusal):
    """Refuse to decide about a case that is decided."""

    kind = "refusal-moderation-over"


class NotOwnCase(Refusal):
    """Refuse to be one's own second person."""

    kind = "refusal-moderation-own"


class RemovedForGood(Refusal):
    """Refuse to bring back what was removed."""

    kind = "refusal-moderation-for-good"


class AlreadyAway(Refusal):
    """Refuse to do to a comment what has been done, or what cannot be done any more."""

    kind = "refusal-moderation-away"


class SnapshotFailed(Refusal):
    """Refuse to act without having saved what there was."""

    kind = "refusal-moderation-snapshot"


def read_words(words: str, rule: Rule | None) -> str:
    """Return what somebody wrote beside the *rule*; without a rule they must write."""
    said = " ".join(tidy(words).split())[:WORDS_LIMIT]
    if rule is None and is_blank(said):
        raise ReasonMissing
    return said


def check_possible(relay: Relay, deed: Deed | None = None) -> None:
    """Refuse what is pointless: the comment is not there, or hidden already."""
    away = {comments.State.REMOVED, comments.State.GONE}
    if deed is Deed.HIDE:
        away.add(comments.State.HIDDEN)
    if relay.state in away:
        raise AlreadyAway


def check_same(comment: PageComment, known: int | None) -> None:
    """Refuse to judge what was changed since it was shown."""
    if fingerprint(comment.text) != known:
        raise CommentChanged


def decided(
    comment: PageComment,
    deed: Deed,
    rule: Rule | None,
    words: str,
    who: str,
    *,
    is_second_there: bool,
    now: datetime,
) -> Case:
    """Return the decision of *who*; without a *rule* their *words* say which one it is."""
    kind = rule.kind if rule else RuleKind.PAGE
    asks = is_second_there and kind is RuleKind.PAGE
    return Case(
        id=0,
        comment_id=comment.id,
        deed=deed,
        rule_id=rule.id if rule else None,
        rule=rule.text if rule else "",
        kind=kind,
        words=read_words(words, rule),
        fingerprint=fingerprint(comment.text),
        who=who,
        decided_at=now,
        since=now,
        next_at=now,
        state=State.ASKED if asks else State.WAITING,
    )


def confirmed(case: Case, comment: PageComment, who: str, *, now: datetime) -> Case:
    """Let it be done: *who* agrees."""
    _check_asked(case)
    if who == case.who:
        raise NotOwnCase
    check_same(comment, case.fingerprint)
    agreed = replace(case, second=who, seconded_at=now)
    return replace(agreed, state=State.WAITING, since=now, next_at=now)


def declined(case: Case, who: str, *, now: datetime) -> Case:
    """Let the comment stay; whoever asked may take it back like this, too."""
    _check_asked(case)
    return replace(case, state=State.DECLINED, second=who, seconded_at=now)


def lapsed(case: Case) -> Case:
    """Let the comment stay: nobody answered in time."""
    _check_asked(case)
    return replace(case, state=State.DECLINED)


def reviewed(case: Case, who: str, *, now: datetime) -> Case:
    """Note that *who* finds afterwards that it was right."""
    if who == case.who:
        raise NotOwnCase
    if case.is_reviewed or case.state not in {State.DONE, State.WAITING}:
        raise OverAlready
    return replace(case, reviewed_by=who, reviewed_at=now)


def undone(case: Case, who: str, *, now: datetime) -> Case:
    """Take back what *case* has done or is about to do; what is removed stays so."""
    if case.state is State.WAITING and case.tried_at is None:
        return replace(case, state=State.UNDONE, undone_by=who)
    if case.state not in {State.DONE, State.WAITING}:
        raise OverAlready
    if case.deed is Deed.REMOVE:
        raise RemovedForGood
    undoing = replace(case, state=State.UNDOING, undone_by=who, since=now, next_at=now)
    return replace(undoing, tried_at=None, problem=None, code="")


def again(case: Case, comment: PageComment, *, now: datetime) -> Case:
    """Try once more what the page had refused."""
    if case.state is not State.FAILED:
        raise OverAlready
    check_same(comment, case.fingerprint)
    waiting = replace(case, state=State.WAITING, since=now, next_at=now)
    return replace(waiting, tried_at=None, problem=None, code="")


def _check_asked(case: Case) -> None:
    if case.state is not State.ASKED:
        raise OverAlready
