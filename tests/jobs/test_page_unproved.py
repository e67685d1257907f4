"""What nobody has seen proved of Facebook: the poll lives with both positions of each switch."""

from collections.abc import Iterator
from dataclasses import replace

import pytest

from bot.deps import Deps
from bot.domain.comments import State
from bot.integrations.facebook_round import NESTED_COMMENTS
from bot.jobs import page_cost, poll
from bot.store import comments
from tests.page_server import PageServer, page_server

SWITCHES = {
    "order": ("honoured", "chronological", "ranked"),
    "replies_move": (True, False),
    "hidden_listed": (True, False),
    "empty_edges": (True, False),
    "most_comments": (1_000, 10),
    "nested_counts": (False, True),
    "mode": ("full", "from_withheld"),
}
POSITIONS = [(name, value) for name, values in SWITCHES.items() for value in values]


@pytest.fixture(scope="module")
def served() -> Iterator[PageServer]:
    with page_server() as server:
        yield server


@pytest.fixture
def site(served: PageServer) -> PageServer:
    return served.start_over()


@pytest.fixture
def seconds(monkeypatch: pytest.MonkeyPatch) -> list[float]:
    found = [1000.0]
    monkeypatch.setattr(page_cost, "monotonic", lambda: found[0])
    monkeypatch.setattr(poll, "_costs", {})
    return found


@pytest.fixture
def deps(deps: Deps, site: PageServer) -> Iterator[Deps]:
    client = site.client()
    yield replace(deps, page=client)
    client.close()


def look(deps: Deps, site: PageServer, seconds: list[float], minutes: int = 1) -> int:
    """Let minutes pass, looking each minute; return the most calls that one look took."""
    most = 0
    for _ in range(minutes):
        site.clock.pass_by(minutes=1)
        seconds[0] += 60
        poll.run(deps, site.clock.now())
        most = max(most, poll.cost_of(deps.page.page_id if deps.page else "").last)
    assert [s.kind for s in deps.health.states() if s.part == "page"] == [None]
    return most


def states(deps: Deps) -> dict[str, State]:
    with deps.reading() as db:
        rows = db.query("select comment_id from relays")
        found = [comments.find(db, row["comment_id"]) for row in rows]
    return {one.comment_id: one.state for one in found if one}


@pytest.mark.parametrize(("name", "value"), POSITIONS)
def test_everything_written_edited_hidden_and_removed_arrives(
    deps: Deps, site: PageServer, seconds: list[float], name: str, value: object
) -> None:
    site.switch(**{name: value})
    post, other = site.page.add_post("Öppet hus"), site.page.add_post("Vaccin")
    look(deps, site, seconds)
    many = [site.page.add_comment(post, f"Nr {n}", author="Maja Forsberg") for n in range(40)]
    alone = site.page.add_comment(other, "Var?", author="Erik Nordin")
    look(deps, site, seconds, 5)
    assert set(states(deps)) == {*many, alone}
    reply = site.page.add_comment(post, "Mer?", author="Erik Nordin", parent_id=many[0])
    hidden, removed, answered = (site.page.comment(many[n]) for n in (1, 2, 3))
    assert hidden
    assert removed
    assert answered
    site.page.hide_comment(hidden, hidden=True)
    site.page.delete_comment(removed)
    site.page.add_comment(post, "Ja! /Elin", parent_id=answered.id)
    lone = site.page.comment(alone)
    assert lone
    site.page.delete_comment(lone)
    look(deps, site, seconds, 30)
    found = states(deps)
    assert found.pop(alone) is State.GONE
    assert found.pop(answered.id) is State.ANSWERED
    assert reply in found
    site.clock.pass_by(hours=24)  # the nightly sweep finds the rest
    look(deps, site, seconds, 5)
    found = states(deps)
    assert found[removed.id] is State.GONE
    assert {found[one] for one in many if one not in (removed.id, answered.id)} == {State.NEW}


@pytest.mark.parametrize("order", SWITCHES["order"])
def test_a_quiet_page_costs_three_calls_a_look_at_most(
    deps: Deps, site: PageServer, seconds: list[float], order: str
) -> None:
    site.switch(order=order)
    for number in range(40):
        post = site.page.add_post(f"Inlägg {number}")
        for n in range(NESTED_COMMENTS + 1 if number % 4 == 0 else 1):  # what comes with it, and on
            site.page.add_comment(post, f"Nr {n}", author="Maja Forsberg")
    look(deps, site, seconds, 20)
    assert look(deps, site, seconds, 35) <= 3
    site.clock.pass_by(hours=20)
    assert look(deps, site, seconds, 35) <= 3
    with deps.reading() as db:
        assert db.execute("select min(swept_at) > ? from page_posts", ["2026-11-25"]).fetchone()[0]


@pytest.mark.parametrize("status", [400, 403, 429])
def test_a_spent_budget_is_told_whatever_its_status(
    deps: Deps, site: PageServer, seconds: list[float], status: int
) -> None:
    site.switch(engaged_users=0, limit_status=status)
    poll.run(deps, site.clock.now())
    (state,) = [s for s in deps.health.states() if s.part == "page"]
    assert (state.kind, state.detail) == ("trouble-page-slow", "80001")
    assert not poll.cost_of(deps.page.page_id if deps.page else "").may("look")


def test_a_comment_on_an_old_post_is_found_within_a_quarter_of_an_hour(
    deps: Deps, site: PageServer, seconds: list[float]
) -> None:
    old = site.page.add_post("Gammalt")
    for number in range(60):
        site.clock.pass_by(minutes=1)
        site.page.add_post(f"Inlägg {number}")
    look(deps, site, seconds, 2)
    late = site.page.add_comment(old, "Gäller det än?", author="Maja Forsberg")
    look(deps, site, seconds, 16)
    assert late in states(deps)


def test_an_old_post_that_was_removed_takes_its_comments_along_by_night(
    deps: Deps, site: PageServer, seconds: list[float]
) -> None:
    old = site.page.add_post("Gammalt")
    late = site.page.add_comment(old, "Gäller det än?", author="Maja Forsberg")
    look(deps, site, seconds)
    for number in range(30):
        site.clock.pass_by(seconds=1)
        site.page.add_post(f"Inlägg {number}")
    look(deps, site, seconds)
    site.page.delete_post(old)
    look(deps, site, seconds, 20)
    assert states(deps)[late] is State.NEW
    site.clock.pass_by(hours=19)
    look(deps, site, seconds, 20)
    assert states(deps)[late] is State.GONE
