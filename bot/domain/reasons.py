"""Why somebody decided something: a word to those whom it concerns."""

from bot.domain.errors import Refusal
from bot.domain.text import is_blank, tidy

REASON_LIMIT = 500


class ReasonMissing(Refusal):
    """Refuse a decision without a word about why."""

    kind = "refusal-reason-missing"


class ReasonTooLong(Refusal):
    """Refuse a reason that no form could show again."""

    kind = "refusal-reason-too-long"


def reason(text: str) -> str:
    """Return *text* tidied, or refuse it.

    >>> reason(" Passar bättre i höst. ")
    'Passar bättre i höst.'
    """
    found = tidy(text)
    if is_blank(found):
        raise ReasonMissing
    if len(found) > REASON_LIMIT:
        raise ReasonTooLong(limit=REASON_LIMIT, length=len(found))
    return found
