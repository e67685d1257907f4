"""The plan as a calendar that others subscribe to: what is in it, and what an outlet's is called."""

import unicodedata
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import timedelta

from bot.domain.outlets import Outlet
from bot.domain.plan import Post
from bot.domain.text import fold

KEPT = timedelta(days=60)
"""How long a post stays in the calendar after its day, and a cancelled one after it was cancelled.

A subscriber that was away for a holiday still learns that a post is cancelled, and takes it out.
"""

_PLAIN = str.maketrans({"æ": "ae", "ø": "o"})  # which have no base letter in Unicode


@dataclass(frozen=True, slots=True)
class Feed:
    """What a calendar is written from: posts in order, cancelled ones among them.

    *namespace* is this database's own and never changes; *names* holds the owners' by Slack id.
    """

    namespace: str
    outlets: tuple[Outlet, ...]
    posts: tuple[Post, ...]
    names: Mapping[str, str]

    def of(self, outlet: Outlet) -> "Feed":
        """Return the part that is for *outlet*."""
        return replace(self, posts=tuple(p for p in self.posts if p.outlet_id == outlet.id))


def slug(name: str) -> str:
    """Write the name of an outlet as a part of an address.

    >>> slug("Intranät & Å"), slug("Vård på webben"), slug("🎈")
    ('intranat-a', 'vard-pa-webben', '')
    """
    letters = unicodedata.normalize("NFD", fold(name).translate(_PLAIN))
    base = (c for c in letters if not unicodedata.combining(c))
    return "-".join("".join(c if c.isalnum() else " " for c in base).split())


def find(outlets: Iterable[Outlet], asked: str) -> Outlet | None:
    """Return the outlet whose slug or id is *asked*, or None; of two with one slug, the first."""
    known = list(outlets)
    by_slug = (outlet for outlet in known if asked and slug(outlet.name) == asked)
    return next(by_slug, next((o for o in known if str(o.id) == asked), None))


def address(outlets: Iterable[Outlet], outlet: Outlet) -> str:
    """Return what the calendar of *outlet* is called in an address: what `find` finds it by.

    >>> address([Outlet(1, "Webb"), Outlet(2, "webb!")], Outlet(2, "webb!"))
    '2'
    """
    by_slug = find(outlets, slug(outlet.name))
    return slug(outlet.name) if by_slug and by_slug.id == outlet.id else str(outlet.id)
