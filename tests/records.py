"""A comment with everything that can be in its record, as the store holds it."""

from datetime import timedelta

from sqlite_utils import Database

from bot.domain.answer_changes import Act, Change
from bot.domain.answer_changes import State as Changed
from bot.domain.answers import Answer, Kind, State
from bot.store import answer_changes, answers, ledger, versions
from tests import page
from tests.make import AMIRA, ELIN, JONAS, NOW

FIRST = page.comment(1).id


def minutes(number: int):
    """The moment so many minutes after the comment was relayed."""
    return NOW + timedelta(minutes=number)


def answered(db: Database, comment_id: str = FIRST) -> None:
    """Let Jonas answer the comment, and Amira correct what he wrote."""
    made = answers.add(
        db,
        Answer(
            id=0,
            comment_id=comment_id,
            target_id=comment_id,
            kind=Kind.ANSWER,
            text="Nej, kom närsom. /Jonas",
            who=JONAS,
            decided_at=minutes(5),
            next_at=minutes(5),
            state=State.SENT,
            sent_at=minutes(6),
            page_id="reply-1",
        ),
    )
    answer_changes.add(
        db,
        Change(
            id=0,
            answer_id=made.id,
            act=Act.EDIT,
            text="Nej, kom när som helst. /Jonas",
            who=AMIRA,
            decided_at=minutes(9),
            next_at=minutes(9),
            state=Changed.DONE,
            before="Nej, kom närsom. /Jonas",
        ),
    )
    answers.save(db, Answer(**{**_fields(made), "text": "Nej, kom när som helst. /Jonas"}))
    subject = f"comment:{comment_id}"
    ledger.record(db, JONAS, "comment.claimed", subject, now=minutes(2))
    ledger.record(db, JONAS, "comment.handed_over", subject, now=minutes(3), to=ELIN)
    ledger.record(db, ELIN, "comment.passed_on", subject, now=minutes(4))
    ledger.record(db, JONAS, "comment.answered", subject, now=minutes(6))
    ledger.record(db, AMIRA, "comment.answer_edited", subject, now=minutes(9))
    versions.add(db, [page.comment(1, "Boka?")], now=minutes(1))


def _fields(answer: Answer):
    return {name: getattr(answer, name) for name in Answer.__slots__}
