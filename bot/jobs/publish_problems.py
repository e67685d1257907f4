"""What an error of the page's means for who decided to publish."""

from datetime import timedelta

from bot.domain.page import PageTrouble
from bot.domain.publishing import Problem
from bot.integrations.facebook_errors import GraphError

AGAIN = timedelta(seconds=15)  # after a call that failed for no lasting reason

RULES = {368, 1346003, 1404006, 1404078, 1404102, 1404112}
PROBLEMS = {506: Problem.DUPLICATE, 1609005: Problem.LINK, 1609008: Problem.LINK}
TROUBLES = {
    PageTrouble.SLOW_DOWN: Problem.SLOW,
    PageTrouble.TOKEN: Problem.TOKEN,
    PageTrouble.PERMISSION: Problem.PERMISSION,
    PageTrouble.GONE: Problem.GONE,
    PageTrouble.BUG: Problem.REFUSED,
    PageTrouble.RETRY: Problem.REFUSED,
}


def problem_of(error: GraphError) -> Problem:
    """Return what an error of the page's means for a person."""
    if error.code in RULES or error.subcode in RULES:
        return Problem.RULES
    known = PROBLEMS.get(error.code or 0) or PROBLEMS.get(error.subcode or 0)
    return known or TROUBLES[error.kind]
