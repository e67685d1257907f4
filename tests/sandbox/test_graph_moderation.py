"""Hiding and removing through the client, against the emulator."""

import pytest

from bot.domain.copies import PictureUnread
from bot.domain.page import PageTrouble
from bot.integrations.facebook_errors import GraphError
from bot.sandbox.identity import PAGE
from bot.sandbox.page_rows import resident_id
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


def test_a_resident_is_blocked_and_let_in_again(site, client):
    person = resident_id("Berit Ek")
    for _ in range(2):
        client.block(person)
        assert site.graph(f"{PAGE}/blocked").json()["data"] == [{"id": person}]
    for _ in range(2):
        client.unblock(person)
        assert site.graph(f"{PAGE}/blocked").json()["data"] == []
    site.switch(lacking=["pages_manage_engagement"])
    with pytest.raises(GraphError) as refused:
        client.block(person)
    assert refused.value.kind is PageTrouble.PERMISSION


def test_who_is_blocked_cannot_write_in_the_browser(site, post):
    site.page.set_blocked(resident_id("Maja Forsberg"), blocked=True)
    said = {"post_id": post, "message": "Hej", "author": "Maja Forsberg"}
    answer = site.http.post("/ui/page/comments", json=said).json()
    assert answer == {"ok": False, "error": "blocked"}


def test_the_picture_of_a_comment_is_fetched_from_where_the_page_says(site, client, post):
    photo = site.page.add_comment(post, "", author="Maja Forsberg", attachment="photo")
    found = client.picture_of(photo)
    assert found.kind == "image/png"
    assert found.data.startswith(b"\x89PNG")
    link = site.page.add_comment(post, "Se här", author="Maja Forsberg", attachment="share")
    assert client.picture_of(link) is None
    site.switch(media_gone=True)
    with pytest.raises(PictureUnread, match=r"^404$"):
        client.picture_of(photo)
