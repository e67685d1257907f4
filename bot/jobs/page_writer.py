"""The one thread that writes on the page: posts that go out, and answers to comments."""

from bot.deps import Deps
from bot.jobs import change_answers, publish, send_answers
from bot.jobs.publish import LOOK_SECONDS


def drain(deps: Deps) -> float:
    """Do all that is due; return the seconds until there may be more."""
    wait = publish.drain(deps)
    if deps.page is None:
        return wait
    waits = [send_answers.due(deps, deps.page), change_answers.due(deps, deps.page)]
    return min(wait, LOOK_SECONDS) if any(waits) else wait
