"""What the emulator does when an app publishes in two phases, and the client's word for it."""

from contextlib import closing

import pytest

from bot.domain.page import PageTrouble
from bot.integrations.facebook_errors import GraphError
from bot.sandbox.identity import PAGE
from tests.page_server import page_server

TEXT = "Nu kan du boka tid för vaccin. Å Ä Ö 💛"


@pytest.fixture(scope="module")
def served():
    with page_server() as server:
        yield server


@pytest.fixture
def site(served):
    started = served.start_over()
    started.switch(lacking=[])
    return started


@pytest.fixture
def client(site):
    made = site.client(timeout=60.0)
    yield made
    made.close()


def test_a_created_post_is_in_the_feed_alone_until_it_is_released(site, client):
    made = client.create_unpublished(TEXT, "https://www.1177.example/vaccin")
    assert made.startswith(f"{PAGE}_")
    assert site.graph(f"{PAGE}/published_posts").json() == {"data": []}
    assert site.http.get("/ui/page").json()["posts"] == []
    (draft,) = client.drafts()
    assert (draft.id, draft.text, draft.is_published) == (made, TEXT, False)
    client.release(made)
    client.release(made)
    assert client.draft(made).is_published
    assert client.draft(made).permalink.startswith(site.site)
    (shown,) = site.http.get("/ui/page").json()["posts"]
    assert (shown["message"], shown["link"]) == (TEXT, "https://www.1177.example/vaccin")
    assert [one.id for one in client.read_page().posts] == [made]


def test_an_unanswered_attempt_stands_on_the_page_and_is_found_there(site, client):
    site.switch(fault={"kind": "timeout_after", "method": "POST"})
    with closing(site.client(timeout=1.0)) as hasty, pytest.raises(GraphError) as raised:
        hasty.create_unpublished(TEXT, None)
    assert raised.value.kind is PageTrouble.RETRY
    assert [draft.text for draft in client.drafts()] == [TEXT]


def test_a_fault_for_writing_lets_reading_pass(site, client):
    site.switch(fault={"kind": "500", "method": "POST"})
    assert client.drafts() == []
    with pytest.raises(GraphError):
        client.create_unpublished(TEXT, None)
    assert client.drafts() == []


def test_an_answer_without_an_id_leaves_open_whether_it_was_done(site, client):
    site.switch(fault={"kind": "not_json", "method": "POST"})
    with pytest.raises(GraphError) as raised:
        client.create_unpublished(TEXT, None)
    assert raised.value.kind is PageTrouble.RETRY


@pytest.mark.parametrize("act", ["create", "release"])
def test_without_the_permission_nothing_is_published(site, client, act):
    made = client.create_unpublished(TEXT, None)
    site.switch(lacking=["pages_manage_posts"])
    with pytest.raises(GraphError) as raised:
        client.create_unpublished("Nytt", None) if act == "create" else client.release(made)
    assert (raised.value.kind, raised.value.code) == (PageTrouble.PERMISSION, 200)
    assert site.page.posts() == []
    assert "pages_manage_posts" not in client.debug_token().scopes


@pytest.mark.parametrize(
    ("link", "code"),
    [
        ("https://www.facebook.com/lillsjo", 1609008),
        ("https://finns.invalid/", 1609005),
        ("ftp://lillsjo.example", 1609005),
    ],
)
def test_a_link_that_cannot_be_shown_is_refused(client, link, code):
    with pytest.raises(GraphError) as raised:
        client.create_unpublished(TEXT, link)
    assert (raised.value.kind, raised.value.code) == (PageTrouble.BUG, code)


def test_the_same_as_the_newest_post_is_refused(site, client):
    site.page.add_post(TEXT)
    with pytest.raises(GraphError) as raised:
        client.create_unpublished(TEXT, None)
    assert raised.value.code == 506


def test_a_removed_draft_is_gone(site, client):
    made = client.create_unpublished(TEXT, None)
    site.page.delete_post(made)
    with pytest.raises(GraphError) as raised:
        client.release(made)
    assert raised.value.kind is PageTrouble.GONE
