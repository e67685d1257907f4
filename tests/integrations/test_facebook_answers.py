"""Answering through the real client, against the emulator, over real sockets."""

from collections.abc import Iterator

import httpx
import pytest

from bot.domain.page import PageTrouble
from bot.integrations.facebook import GraphPage
from bot.integrations.facebook_errors import GraphError
from tests.page_server import PageServer, page_server

TEXT = "Nej, kom när du vill! /Elin 👍 & <så>"


@pytest.fixture(scope="module")
def served() -> Iterator[PageServer]:
    with page_server() as made:
        yield made


@pytest.fixture
def site(served: PageServer) -> PageServer:
    return served.start_over()


@pytest.fixture
def client(site: PageServer) -> Iterator[GraphPage]:
    made = site.client(timeout=4.0)
    yield made
    made.close()


@pytest.fixture
def post(site: PageServer) -> str:
    return site.page.add_post("Öppet hus")


@pytest.fixture
def asked(site: PageServer, post: str) -> str:
    return site.page.add_comment(post, "Måste man boka?", author="Maja Forsberg")


def test_a_reply_stands_under_the_comment_and_is_found_again(
    client: GraphPage, post: str, asked: str
) -> None:
    made = client.reply(asked, TEXT)
    (found,) = client.replies(asked, post)
    assert (found.id, found.parent_id, found.text, found.from_page) == (made, asked, TEXT, True)
    assert client.comment(made, post) == found
    assert made != asked


def test_all_replies_are_read_however_many(
    site: PageServer, client: GraphPage, post: str, asked: str
) -> None:
    made = {site.page.add_comment(post, f"{n}", author="A B", parent_id=asked) for n in range(230)}
    assert {reply.id for reply in client.replies(asked, post)} == made


@pytest.mark.parametrize("paging", ["x", [1], {"next": 1}])
def test_a_list_whose_end_makes_no_sense_proves_nothing(paging: object) -> None:
    body = {"data": [], "paging": paging}
    transport = httpx.MockTransport(lambda _asked: httpx.Response(200, json=body))
    client = GraphPage(
        base_url="https://x.example", version="v1", page_id="1", token="t", transport=transport
    )
    with pytest.raises(GraphError) as caught:
        client.replies("1_2", "1")
    assert caught.value.kind is PageTrouble.RETRY


def test_what_cannot_be_read_to_its_end_proves_nothing(
    site: PageServer, client: GraphPage, post: str, asked: str
) -> None:
    for n in range(230):
        site.page.add_comment(post, f"{n}", author="A B", parent_id=asked)
    site.switch(fault={"kind": "repeated_cursor", "times": 9})
    with pytest.raises(GraphError) as refused:
        client.replies(asked, post)
    assert refused.value.kind is PageTrouble.RETRY


def test_an_answer_is_changed_and_removed_and_both_may_be_repeated(
    client: GraphPage, post: str, asked: str
) -> None:
    made = client.reply(asked, TEXT)
    for _ in range(2):
        client.edit_comment(made, "Ja!")
        assert client.comment(made, post).text == "Ja!"
    client.delete_comment(made)
    assert client.replies(asked, post) == []
    with pytest.raises(GraphError) as refused:
        client.delete_comment(made)
    assert refused.value.kind is PageTrouble.GONE


@pytest.mark.parametrize(
    ("kind", "done"),
    [
        ("timeout_after", True),
        ("500_after", True),
        ("500", False),
        ("code1", False),
        ("code2", False),
        ("not_json", False),
        ("error_200", False),
    ],
)
def test_after_trouble_nobody_knows_and_a_look_tells(
    site: PageServer, client: GraphPage, post: str, asked: str, kind: str, *, done: bool
) -> None:
    site.switch(fault={"kind": kind, "method": "POST"})
    with pytest.raises(GraphError) as refused:
        client.reply(asked, TEXT)
    assert refused.value.kind is PageTrouble.RETRY
    assert bool(client.replies(asked, post)) == done


def test_without_the_permission_it_is_refused_for_sure(
    site: PageServer, client: GraphPage, post: str, asked: str
) -> None:
    made = client.reply(asked, TEXT)
    site.switch(lacking=["pages_manage_engagement"])
    acts = (
        lambda: client.reply(asked, TEXT),
        lambda: client.edit_comment(made, "Ja!"),
        lambda: client.delete_comment(made),
    )
    for act in acts:
        with pytest.raises(GraphError) as refused:
            act()
        assert refused.value.kind is PageTrouble.PERMISSION
    assert len(client.replies(asked, post)) == 1
    site.switch(lacking=[])
