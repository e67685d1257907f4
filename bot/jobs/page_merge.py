"""Take in what was read of the page, whoever read it: the same again changes nothing.

The first look stores the page's history silently: only what was written from an hour before it on
is relayed, then and ever after, however late it comes to light.
"""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import datetime, time, timedelta

from sqlite_utils import Database

from bot.deps import Deps
from bot.domain.comments import FACEBOOK
from bot.domain.page import PageRound
from bot.integrations.facebook import GraphPage
from bot.jobs import answers as our_answers
from bot.jobs import (
    found,
    page_changes,
    page_gone,
    page_log,
    page_looks,
    relay,
    storm,
    tag_asks,
    watch_words,
)
from bot.jobs.page_cost import PageCost
from bot.store import comments, page, reading, threads

RECENT = timedelta(hours=1)  # what the first look relays; older comments are history
SETTLED = timedelta(minutes=2)  # how long a post is read on after somebody wrote there
SWEEP_AT = time(3)  # local; from then on each post is read to its end once more


@dataclass(frozen=True, slots=True)
class Merged:
    """What a merge brought: how many new comments, and whether there is anything to tell."""

    new: int
    has_news: bool

    def __bool__(self) -> bool:
        """Say whether there is anything to tell."""
        return self.has_news


def take_in(
    deps: Deps,
    graph: GraphPage,
    cost: PageCost,
    seen: PageRound,
    *,
    now: datetime,
    is_list: bool = False,
) -> bool:
    """Find out what went, and merge it with what was *seen*; say whether there was anything new.

    With *is_list* the newest posts were listed, so that one that is missing among them counts, too.
    """
    gone = page_gone.confirmed(deps, graph, cost, seen, is_list=is_list)
    with deps.transaction() as db:
        merged = merge(deps, db, graph.page_id, seen, gone, now=now)
        if is_list:
            page_looks.note(db, graph.page_id, seen, has_news=merged.has_news, now=now)
        note = page_log.looked if is_list else page_log.read_post
        note(db, graph.page_id, cost, new=merged.new, now=now)
        reading.note(db, seen, settled=now - SETTLED, swept_before=sweep_began(deps, now), now=now)
    return merged.has_news


def merge(
    deps: Deps,
    db: Database,
    page_id: str,
    seen: PageRound,
    gone: Collection[str] = (),
    *,
    now: datetime,
) -> Merged:
    """Take in what was *seen* of the page and what is *gone*; say whether there is any to tell."""
    since = page_looks.first(db, page_id, now=now) - RECENT
    kept = page.keep(db, seen.posts, seen.comments, gone, now=now)
    new = _relay(deps, db, kept, since, now) if kept else 0
    if kept:
        found.offer(db, deps, seen.posts, kept.posts, now=now)
    has_calmed = storm.calm(deps, db, now=now)
    return Merged(new, bool(kept) or has_calmed)


def sweep_began(deps: Deps, now: datetime) -> datetime:
    """Return when the newest nightly sweep began."""
    local = deps.local(now)
    day = local.date() if local.time() >= SWEEP_AT else local.date() - timedelta(days=1)
    return datetime.combine(day, SWEEP_AT, deps.settings.timezone)


def _relay(deps: Deps, db: Database, kept: page.Kept, since: datetime, now: datetime) -> int:
    """Make relays of what is new, close what the page answered, show all that changed.

    Return how many relays are new.
    """
    new = comments.add_relays(db, kept.new, since=since, now=now)
    watch_words.look(db, [*new, *kept.edited], now=now)
    our_answers.recognise(db, deps, page.find_comments(db, kept.new).values())
    opened = page_changes.follow(db, kept, now=now)
    answers = page_changes.close_answered(db, [*kept.new, *kept.back])
    page_changes.reopen(db, threads.suggest(db, new), now=now)
    answered = [answer.comment_id for answer in answers]
    touched = {*new, *answered, *opened, *kept.touched(), *comments.open_on(db, kept.posts)}
    relay.show(deps, db, touched, now=now)
    tag_asks.ask(deps, db, [answer.comment_id for answer in answers if answer.who == FACEBOOK])
    return len(new)
