"""Hiding and removing through the client, against the emulator."""

import pytest

from bot.domain.page import PageTrouble
from bot.integrations.facebook_errors import GraphError
from tests.page_server import page_server


@pytest.fixture(scope="module")
def served():
    with page_server() as server:
        yield server


@pytest.fixture
def site(served):
    return served.start_over()


@pytest.fixture
def post(site):
    return site.page.add_post("Simhallen har öppet som vanligt.")


@pytest.fixture
def comment(site, post):
    return site.page.add_comment(post, "Billiga bilar!", author="Maja Forsberg")


@pytest.fixture
def client(site):
    made = site.client(timeout=5.0)
    yield made
    made.close()


def test_hiding_twice_and_showing_again(site, client, comment):
    for hidden in (True, True, False, False):
        client.set_hidden(comment, hidden=hidden)
        assert bool(site.page.comment(comment).hidden) == hidden
    assert client.may_hide(comment)


def test_removing_it_is_gone_and_its_post_is_not(site, client, post, comment):
    client.see(comment)
    client.remove_comment(comment)
    assert site.page.comment(comment) is None
    for ask in (client.see, client.remove_comment):
        with pytest.raises(GraphError) as gone:
            ask(comment)
        assert gone.value.kind is PageTrouble.GONE
    client.see(post)


def test_what_cannot_be_hidden_is_a_refusal_that_says_so_when_asked(site, client, post):
    own = site.write(f"{post}/comments", message="Hej!").json()["id"]
    with pytest.raises(GraphError) as refused:
        client.set_hidden(own, hidden=True)
    assert (refused.value.kind, refused.value.status) == (PageTrouble.PERMISSION, 403)
    assert not client.may_hide(own)
