"""The one thread that writes on the page: posts, answers to comments, and what people moderate."""

from bot.deps import Deps
from bot.jobs import blocking, change_answers, moderation, publish, send_answers
from bot.jobs.publish import LOOK_SECONDS


def drain(deps: Deps) -> float:
    """Do all that is due; return the seconds until there may be more."""
    wait = publish.drain(deps)
    if deps.page is None:
        return wait
    parts = (send_answers, change_answers, moderation, blocking)
    waits = [part.due(deps, deps.page) for part in parts]
    return min(wait, LOOK_SECONDS) if any(waits) else wait
