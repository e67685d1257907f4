"""From a page behind a real socket to the outbox, with the bot's own Graph client."""

import json
from collections.abc import Iterator
from dataclasses import replace

import pytest

from bot.deps import Deps
from bot.jobs import poll
from bot.store import comments, outbox
from tests.page_server import PageServer, page_server


@pytest.fixture(scope="module")
def served() -> Iterator[PageServer]:
    with page_server() as server:
        yield server


@pytest.fixture
def site(served: PageServer) -> PageServer:
    return served.start_over()


@pytest.fixture
def deps(deps: Deps, site: PageServer) -> Iterator[Deps]:
    client = site.client()
    yield replace(deps, page=client)
    client.close()


def look(deps: Deps, site: PageServer) -> None:
    """Let a minute pass and look at the page."""
    site.clock.pass_by(minutes=1)
    poll.run(deps, site.clock.now())
    assert [s.kind for s in deps.health.states() if s.part == "page"] == [None]


def texts(deps: Deps) -> list[str]:
    """What the relays say, in the order in which they are sent."""
    with deps.reading() as db:
        rows = db.query("select body from outbox where key like 'relay:%' order by id")
        return [str(json.loads(row["body"])["text"]) for row in rows]


def post_all(deps: Deps) -> None:
    """Let all that waits come to stand in Slack."""
    with deps.transaction() as db:
        while waiting := outbox.pending(db):
            for item in waiting:
                outbox.sent(db, item, item.key, revision=item.revision, now=deps.now())


def test_a_comment_lives_through_edit_hiding_and_answer(deps: Deps, site: PageServer) -> None:
    post = site.page.add_post("Influensavaccin: så bokar du")
    look(deps, site)
    asked = site.page.add_comment(post, "Var bokar man?", author="Maja Forsberg")
    look(deps, site)
    found = site.page.comment(asked)
    assert found
    site.page.edit_comment(found, "Var bokar man tid?")
    site.page.hide_comment(found, hidden=True)
    look(deps, site)
    site.page.add_comment(post, "På 1177.se /Elin", parent_id=asked)
    look(deps, site)
    (text,) = texts(deps)
    assert "Influensavaccin: så bokar du" in text
    assert "Maja Forsberg" in text
    assert "Var bokar man tid?" in text
    assert "Besvarad på Facebook kl. 10.03" in text


@pytest.mark.parametrize("order", ["honoured", "chronological", "ranked"])
def test_a_hundred_comments_arrive_once_and_in_order(
    deps: Deps, site: PageServer, order: str
) -> None:
    site.switch(order=order)
    posts = [site.page.add_post(f"Inlägg {number}") for number in range(3)]
    look(deps, site)
    for number in range(100):
        site.page.add_comment(posts[number % 3], f"Nr {number:03}", author="Maja Forsberg")
        site.clock.pass_by(seconds=1)
        if number % 20 == 19:  # as many as are not gathered
            look(deps, site)
            post_all(deps)
    look(deps, site)
    assert [line for text in texts(deps) for line in text.split("\n") if line[:3] == "Nr "] == [
        f"Nr {number:03}" for number in range(100)
    ]


def test_a_comment_that_is_deleted_on_the_page_is_closed_as_such(
    deps: Deps, site: PageServer
) -> None:
    post = site.page.add_post("Öppet hus")
    asked = site.page.add_comment(post, "Måste man boka?", author="Maja Forsberg")
    site.page.add_comment(post, "Och var?", author="Erik Nordin", parent_id=asked)
    look(deps, site)
    found = site.page.comment(asked)
    assert found
    site.page.delete_comment(found)
    look(deps, site)
    with deps.reading() as db:
        assert comments.count_open(db) == 0
    assert all("Borttagen på Facebook" in text for text in texts(deps))
    assert not any("Måste man boka?" in text or "Och var?" in text for text in texts(deps))


def test_what_we_may_not_see_any_more_is_not_gone(deps: Deps, site: PageServer) -> None:
    post = site.page.add_post("Öppet hus")
    site.page.add_comment(post, "Måste man boka?", author="Maja Forsberg")
    look(deps, site)
    site.switch(mode="bodies_withheld")
    look(deps, site)
    look(deps, site)
    with deps.reading() as db:
        assert comments.count_open(db) == 1
    site.switch(mode="full")


def test_an_expired_token_is_reported_and_nothing_is_lost(deps: Deps, site: PageServer) -> None:
    post = site.page.add_post("Öppet hus")
    look(deps, site)
    site.switch(token="expired")
    site.page.add_comment(post, "Måste man boka?", author="Maja Forsberg")
    poll.run(deps, site.clock.now())
    (state,) = [s for s in deps.health.states() if s.part == "page"]
    assert (state.kind, state.detail) == ("trouble-page-token", "190")
    site.switch(token="ok")
    look(deps, site)
    assert len(texts(deps)) == 1
