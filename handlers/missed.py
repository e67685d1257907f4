"""Reactions that we were not told of: read again after we were deaf, and then once an hour.

Slack repeats an event for a while, and not after a long silence. What stands on the messages of
open comments is compared with what we know to stand there; what was missed is carried out once,
as if it were told now, but never against what people have decided since.
"""

import logging
from collections.abc import Iterable, Iterator
from datetime import UTC, datetime, timedelta

from sqlite_utils import Database

from bot.deps import Deps
from bot.domain.comments import FACEBOOK, CommentTaken
from bot.domain.errors import Refusal
from bot.integrations.slack import SlackTrouble
from bot.jobs import relay
from bot.store import ledger, outbox, reactions
from bot.store.db import stamp
from bot.store.ledger import Act
from bot.store.reactions import Standing
from handlers.comments import REACTIONS, carry_out, taken
from handlers.gate import admit

log = logging.getLogger(__name__)

Reaction = tuple[str, str]
"""An emoji and who has put it there."""

YOUNG = timedelta(days=14)
"""Open comments older than this are not looked at."""

SILENCE = timedelta(minutes=5)
"""A gap between two looks at the clock after which we have slept."""

PAGE_SECONDS = 1.5  # Slack takes 50 pages a minute
CALM_SECONDS = 3600.0
RETRY_SECONDS = 30.0

MARKS = ("triangular_flag_on_post", "blue_heart")
"""What stands beside every other decision and goes against none but one's own."""

_MARKED = frozenset(act.recorded for emoji in MARKS for act in REACTIONS[emoji])
_READ = "reactions:read"


class Missed:
    """Reads again what stands, a page at a time; `drain` is a worker's work."""

    def __init__(self, deps: Deps) -> None:
        self._deps = deps
        self._seen_at = deps.now()
        self._deaf_since: datetime | None = None
        self._wanted: datetime | None = self._seen_at
        self._since = self._seen_at
        self._round: Iterator[None] | None = None

    def listening(self, *, now: datetime, connected: bool) -> bool:
        """Note whether Slack can tell us anything; True when a silence is over.

        Asked once a second.
        """
        before, self._seen_at = self._seen_at, now
        if not connected or now - before > SILENCE:
            self._deaf_since = self._deaf_since or before
        if not connected or self._deaf_since is None:
            return False
        self._wanted, self._deaf_since = self._wanted or self._deaf_since, None
        return True

    def drain(self) -> float:
        """Read one page and carry out what was missed; return the seconds until the next."""
        if self._wanted is not None:
            self._since, self._wanted, self._round = self._wanted, None, None
        self._round = self._round or _read(self._deps, self._since)
        try:
            next(self._round)
        except StopIteration:
            self._round, self._since = None, self._deps.now()
            return CALM_SECONDS
        except SlackTrouble as trouble:
            log.info("reactions: not read (%s)", trouble.code)
            self._round = None
            return max(trouble.wait, RETRY_SECONDS)
        except Exception:  # a locked file, say: what has failed is over, and looks like the end
            self._round = None
            raise
        return PAGE_SECONDS


def _read(deps: Deps, since: datetime) -> Iterator[None]:
    """Go through the messages of the open comments; decisions from *since* on stand."""
    now = deps.now()
    with deps.reading() as db:
        places = reactions.open_places(db, relay.PREFIX, since=now - YOUNG)
        is_first = ledger.fact(db, _READ) is None
    for channel in sorted({place.channel for place in places}):
        here = {place.ts: place for place in places if place.channel == channel}
        oldest = datetime.fromtimestamp(float(min(here, key=float)), UTC)
        asked = deps.now()
        for page in deps.slack.reacted(channel, oldest=oldest):
            for message in page:
                if message.ts in here:
                    place = here[message.ts]
                    _compare(deps, place, message.reactions, since, asked, is_first=is_first)
            yield
            asked = deps.now()
    with deps.transaction() as db:
        ledger.set_fact(db, _READ, stamp(now))


def _compare(
    deps: Deps,
    place: Standing,
    found: Iterable[Reaction],
    since: datetime,
    at: datetime,
    *,
    is_first: bool,
) -> None:
    """Bring what we know to stand on a message up to what was *found*, not before *at*.

    What happens after that is told, and counts. The *first* time nothing is known, and what stands
    was told long ago.
    """
    standing = [pair for pair in found if pair[0] in REACTIONS]
    with deps.reading() as db:
        known = reactions.known(db, place.comment_id)
    new = [pair for pair in standing if pair not in known and _may_act(deps, pair[1])]
    gone = sorted(known.difference(standing))
    if not new and not gone:
        return
    with deps.transaction() as db:
        decided = [] if is_first else _decided(db, place, since)
        for pair in _noted(db, place, gone, new, at):
            if not is_first and not _is_overtaken(decided, pair):
                _do(deps, db, place, pair, is_added=pair in new)
    deps.wake()


def _may_act(deps: Deps, user: str) -> bool:
    try:
        admit(deps, user)
    except Refusal:
        return False
    return user != deps.identity.user_id


def _noted(
    db: Database, place: Standing, gone: list[Reaction], new: list[Reaction], at: datetime
) -> list[Reaction]:
    """Note what is *gone* and *new*, but for what was told meanwhile; return it as it is to be done.

    Who took a comment and finished it did so in this order.
    """
    known = reactions.known(db, place.comment_id)
    changed = [pair for pair in gone if pair in known] + [pair for pair in new if pair not in known]
    for emoji, user in changed:
        if (emoji, user) in known:
            reactions.remove(db, place.comment_id, user, emoji, at=at)
        else:
            reactions.add(db, place.comment_id, user, emoji, at=at)
    return sorted(changed, key=lambda pair: list(REACTIONS).index(pair[0]))


def _decided(db: Database, place: Standing, since: datetime) -> list[Act]:
    """Return what people have decided about a comment since."""
    acts = ledger.acts(db, f"comment:{place.comment_id}")
    return [act for act in acts if act.at >= since and act.who != FACEBOOK]


def _is_overtaken(decided: Iterable[Act], pair: Reaction) -> bool:
    """Say whether a decision since goes before a reaction: a mark's own, or whose comment it is."""
    emoji, user = pair
    if emoji not in MARKS:
        return any(act.act not in _MARKED for act in decided)
    meant = {act.recorded for act in REACTIONS[emoji]}
    return any(act.act in meant and act.who == user for act in decided)


def _do(deps: Deps, db: Database, place: Standing, pair: Reaction, *, is_added: bool) -> None:
    """Do what a missed reaction means; who took what a colleague has is told so."""
    emoji, user = pair
    act = REACTIONS[emoji][0 if is_added else 1]
    try:
        carry_out(deps, db, act, place.comment_id, user)
    except CommentTaken as refused:
        if is_added:
            key = f"missed:{place.comment_id}:{user}:{stamp(deps.now())}"
            outbox.note(db, key, place.channel, user, taken(deps, refused), now=deps.now())
    except Refusal:
        log.info("reactions: one of %s changed nothing", place.comment_id)
