"""The simulated page as the browser reads and writes it."""

import asyncio
import sqlite3

import pytest

from bot.sandbox import page_ui
from bot.sandbox.hub import Hub
from bot.sandbox.page import Page
from tests.page_server import ZONE, page_server


@pytest.fixture(scope="module")
def served():
    with page_server() as server:
        yield server


@pytest.fixture
def site(served):
    return served.start_over()


def act(site, path, **body):
    return site.http.post(f"/ui/page/{path}", json=body).json()


def shown(site):
    return site.http.get("/ui/page").json()["posts"]


def test_a_residents_comment_is_in_graph_at_once(site):
    post = act(site, "posts", message="Nya tider för buss 14")["id"]
    comment = act(site, "comments", author="Maja Forsberg", post_id=post, message="Äntligen!")["id"]
    read = site.graph(comment, fields="message,from{name}").json()
    assert (read["message"], read["from"]["name"]) == ("Äntligen!", "Maja Forsberg")


def test_a_reply_through_graph_is_on_the_page_at_once(site):
    post = act(site, "posts", message="Nya tider för buss 14")["id"]
    comment = act(site, "comments", author="Maja Forsberg", post_id=post, message="När?")["id"]
    site.write(f"{comment}/comments", message="I morgon. /Elin")
    (reply,) = shown(site)[0]["comments"][0]["replies"]
    assert (reply["author"], reply["is_page"], reply["message"]) == (
        "Region Lillsjö", True, "I morgon. /Elin",
    )  # fmt: skip


def test_times_come_as_an_instant_and_as_the_teams_wall_clock(site):
    act(site, "posts", message="Hej")
    post = shown(site)[0]
    assert (post["at"], post["local"]) == ("2026-11-24T09:00:00+00:00", "2026-11-24T10:00:00")


def test_a_comment_can_be_edited_hidden_shown_and_deleted(site):
    post = act(site, "posts", message="Hej")["id"]
    comment = act(site, "comments", author="Maja Forsberg", post_id=post, message="Hej!")["id"]
    assert act(site, f"comments/{comment}", message="Hej hej!", hidden=True) == {"ok": True}
    (seen,) = shown(site)[0]["comments"]
    assert (seen["message"], seen["hidden"]) == ("Hej hej!", True)
    assert act(site, f"comments/{comment}/delete") == {"ok": True}
    assert shown(site)[0]["comments"] == []


@pytest.mark.parametrize(
    ("path", "body", "error"),
    [
        ("posts", {}, "no_text"),
        ("posts", {"message": " \n"}, "no_text"),
        ("posts", {"message": 7}, "no_text"),
        ("posts", {"message": "x" * 8001}, "msg_too_long"),
        ("comments", {"post_id": "1_2", "message": "Hej"}, "post_not_found"),
        (
            "comments",
            {"post_id": "POST", "parent_id": "1_2", "message": "Hej"},
            "comment_not_found",
        ),
        ("comments", {"post_id": "POST", "author": " ", "message": "Hej"}, "no_author"),
        ("comments/1_2", {"hidden": True}, "comment_not_found"),
        ("comments/1_2/delete", {}, "comment_not_found"),
    ],
)
def test_what_cannot_be_done_is_refused_and_nothing_is_written(site, path, body, error):
    post = site.page.add_post("Hej")
    if body.get("post_id") == "POST":
        body = body | {"post_id": post}
    assert act(site, path, **body) == {"ok": False, "error": error}
    assert [one["message"] for one in shown(site)] == ["Hej"]
    assert shown(site)[0]["comments"] == []


@pytest.mark.parametrize("content", [b"", b"{", b"[]", b'"hej"'])
def test_a_body_that_is_no_object_is_refused(site, content):
    answer = site.http.post("/ui/page/posts", content=content)
    assert answer.json() == {"ok": False, "error": "invalid_json"}


def test_every_change_is_published_whoever_makes_it(site):
    hub = Hub()

    async def watched():
        stream = hub.stream()
        await anext(stream)
        page_ui.routes(site.page, hub, ZONE)
        post = site.page.add_post("Hej")
        return post, await anext(stream)

    post, notice = asyncio.run(watched())
    assert notice == f'data: {{"kind": "page", "id": "{post}", "for": null}}\n\n'


def test_each_change_has_a_line_for_the_terminal(site):
    lines = []
    site.page.on_change(lambda change: lines.append(change.line))
    post = act(site, "posts", message="Hej\nalla")["id"]
    comment = act(site, "comments", author="Maja Forsberg", post_id=post, message="x" * 99)["id"]
    site.page.add_comment(post, "", author="Erik Nordin", attachment="photo")
    act(site, f"comments/{comment}", message="Tack", hidden=True)
    act(site, f"comments/{comment}/delete")
    with site.page.quiet():
        site.page.add_post("Hördes inte")
    assert lines == [
        "page post     Hej alla",
        f"page comment  Maja Forsberg: {'x' * 64}…",
        "page comment  Erik Nordin: (photo)",
        f"page hidden   Maja Forsberg: {'x' * 64}…",
        "page edited   Maja Forsberg: Tack",
        "page deleted  Maja Forsberg: Tack",
    ]


def test_what_was_written_is_there_after_a_restart(tmp_path, site):
    file = tmp_path / "world.db"
    first = sqlite3.connect(file, isolation_level=None)
    post = Page(first, site.clock).add_post("Finns kvar")
    first.close()
    again = sqlite3.connect(file)
    assert Page(again, site.clock).post(post).message == "Finns kvar"
    again.close()
