"""What Facebook says has happened on the page: a hint where to look, and no more than that."""

from dataclasses import dataclass

from bot.domain.page import EVERYTHING


@dataclass(frozen=True, slots=True)
class Hint:
    """Something happened under a post: ids only, never what was written or by whom.

    `post_id` is EVERYTHING where Facebook does not say where. `verb` is `add`, `edited`, `remove`,
    `hide` …; of several hints as one, it is `add` only if it is of all of them.
    """

    post_id: str
    comment_id: str | None
    item: str
    verb: str

    def is_new(self) -> bool:
        """Tell whether nothing but new comments is to be found: what is known can be skipped."""
        return self.verb == "add"


ANYWHERE = Hint(EVERYTHING, None, "page", "unknown")
"""A hint that names no post: the newest are looked at."""


def gathered(hints: list[Hint]) -> list[Hint]:
    """Return one hint a post, the newest, in the order in which the posts were first named.

    >>> [h.verb for h in gathered([Hint("1", "a", "comment", v) for v in ("edited", "add")])]
    ['edited']
    """
    found: dict[str, Hint] = {}
    for hint in hints:
        before = found.get(hint.post_id)
        found[hint.post_id] = before if before and not before.is_new() else hint
    return list(found.values())
