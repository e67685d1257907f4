"""What is refused about answering as the page."""

from bot.domain.answers import Answering
from bot.domain.comments import CommentClosed, Relay, State
from bot.domain.errors import Refusal
from bot.domain.team import Team


class AnsweringOff(Refusal):
    """Refuse to answer where the team has not allowed it."""

    kind = "refusal-answering-off"


class NoPageToAnswer(AnsweringOff):
    """Refuse where no page is connected."""

    kind = "refusal-answering-no-page"


class NotAnswerer(Refusal):
    """Refuse to answer for somebody who may not."""

    kind = "refusal-not-answerer"


class NobodyAnswers(Refusal):
    """Refuse to allow answering without anybody who may."""

    kind = "refusal-nobody-answers"
    field = "users"


class NothingToAnswer(Refusal):
    """Refuse an answer in which nothing can be seen."""

    kind = "refusal-answer-empty"


class AnswerTooLong(Refusal):
    """Refuse an answer that is longer than there is room for."""

    kind = "refusal-answer-long"


class AnswerUnderWay(Refusal):
    """Refuse a second answer while one is on its way."""

    kind = "refusal-answer-under-way"


def check_allowed(setting: Answering, team: Team, user: str) -> None:
    """Refuse *user* unless answering is on and they may."""
    if not setting.is_on:
        raise AnsweringOff
    if not setting.allows(user, team):
        raise NotAnswerer


def is_answerable(relay: Relay) -> bool:
    """Tell whether there is something to answer; what the page answered may get another one."""
    return relay.state.is_open or relay.state is State.ANSWERED


def check_answerable(relay: Relay) -> None:
    """Refuse to answer what is done in another way."""
    if not is_answerable(relay):
        raise CommentClosed
