"""Two people at the same second: one has the comment, the other hears who."""

from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from itertools import product
from threading import Barrier

import pytest

from bot.deps import Deps
from bot.domain.comments import Act, State
from bot.store import ledger
from bot.views import comment_claims as view
from handlers import comment_claims
from handlers import comments as handlers
from tests import make, page
from tests.fakes import FakeAck
from tests.handlers.test_comments import relayed, sent, stored, whispers
from tests.make import AMIRA, COMMENTS, ELIN, JONAS

RACES = 50
"""For each pair of ways: 200 in all."""

NAMES = {AMIRA: "Amira Haddad", JONAS: "Jonas Berg"}
Claim = Callable[[Deps, int, str], None]


def by_emoji(deps: Deps, n: int, who: str) -> None:
    handlers.react(deps, FakeAck(), make.reaction("eyes", ts(n), user=who))


def by_button(deps: Deps, n: int, who: str) -> None:
    body = make.click("any", page.comment(n).id, user=who, channel=COMMENTS)
    handlers.click(deps, Act.CLAIM, FakeAck(), body)


def ts(n: int) -> str:
    return f"1795504521.{n:06}"


def at_once(*acts: Callable[[], None]) -> None:
    """Do all *acts* at the same instant, each in a thread of its own."""
    barrier = Barrier(len(acts))

    def start(act: Callable[[], None]) -> None:
        barrier.wait()
        act()

    with ThreadPoolExecutor(len(acts)) as pool:
        list(pool.map(start, acts))


WAYS = {"emoji": by_emoji, "button": by_button}


@pytest.mark.parametrize(("one", "other"), list(product(WAYS, repeat=2)))
def test_of_two_claims_one_wins_and_the_other_hears_who(deps: Deps, one: str, other: str) -> None:
    for n in range(RACES):
        relayed(deps, page.comment(n))
        sent(deps, page.comment(n).id, ts(n))  # at once: many that wait would be gathered
    for n in range(RACES):
        told = len(whispers(deps))
        at_once(
            lambda n=n: WAYS[one](deps, n, AMIRA),  # type: ignore[misc]
            lambda n=n: WAYS[other](deps, n, JONAS),  # type: ignore[misc]
        )
        comment = page.comment(n).id
        owner = stored(deps, comment).owner
        assert owner in NAMES
        (word,) = whispers(deps)[told:]
        assert word.user == ({*NAMES} - {owner}).pop()
        assert f"{NAMES[owner]} har redan tagit den" in word.body["text"]
        with deps.reading() as db:
            acts = ledger.acts(db, f"comment:{comment}")
        assert [(act.who, act.act) for act in acts] == [(owner, "comment.claimed")]


def test_of_two_who_take_it_from_a_third_one_has_it(deps: Deps) -> None:
    relayed(deps, *(page.comment(n) for n in range(RACES)))
    for n in range(RACES):
        by_button(deps, n, ELIN)
        comment = page.comment(n).id

        def take(who: str, value: str = f"{comment} {ELIN}") -> None:
            body = make.click(view.TAKE_OVER, value, user=who, channel=COMMENTS)
            comment_claims.take_over(deps, FakeAck(), body)

        at_once(lambda take=take: take(AMIRA), lambda take=take: take(JONAS))  # type: ignore[misc]
        found = stored(deps, comment)
        assert found.state is State.CLAIMED
        assert found.owner in NAMES
        with deps.reading() as db:
            acts = [act.act for act in ledger.acts(db, f"comment:{comment}")]
        assert acts == ["comment.claimed", "comment.taken_over"]
