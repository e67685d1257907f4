"""What the emulator does when the page writes, edits, hides and deletes."""

import pytest

from bot.sandbox.identity import PAGE
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
    return site.page.add_comment(post, "Är badet öppet?", author="Maja Forsberg")


def test_a_reply_is_posted_on_the_comments_own_edge_and_keyed_to_the_post(site, post, comment):
    made = site.write(f"{comment}/comments?fields=message,parent{{id}},application", message="Ja!")
    shown = made.json()
    assert shown["id"].startswith(post.split("_")[1])
    assert shown["parent"] == {"id": comment}
    assert shown["application"]["id"] == "900100200300400"


def test_posting_to_the_comment_itself_edits_instead_of_replying(site, post, comment):
    own = site.write(f"{comment}/comments", message="Ja, 9–17.").json()["id"]
    assert site.write(own, message="Ja, 9–18.").json() == {"success": True}
    assert [one.message for one in site.page.comments(post)] == ["Är badet öppet?", "Ja, 9–18."]


def test_a_strangers_comment_cannot_be_edited(site, comment):
    refused = site.write(comment, message="Hej")
    assert (refused.status_code, refused.json()["error"]["code"]) == (403, 200)


def test_a_reply_to_a_reply_hangs_on_the_top_level_comment(site, comment):
    reply = site.write(f"{comment}/comments", message="Ja!").json()["id"]
    second = site.write(f"{reply}/comments?fields=parent{{id}}", message="Välkommen!").json()
    assert second["parent"] == {"id": comment}


def test_hiding_keeps_the_comment_listed_and_marks_it(site, post, comment):
    assert site.write(comment, is_hidden="true").json() == {"success": True}
    listed = site.graph(f"{post}/comments", fields="is_hidden").json()["data"]
    assert listed == [{"id": comment, "is_hidden": True}]
    site.write(comment, is_hidden="false")
    assert site.graph(comment, fields="is_hidden").json()["is_hidden"] is False


def test_the_pages_own_comment_cannot_be_hidden(site, post):
    own = site.write(f"{post}/comments", message="Hej!").json()["id"]
    assert site.graph(own, fields="can_hide").json()["can_hide"] is False
    refused = site.write(own, is_hidden="true")
    assert refused.status_code == 403
    assert refused.json()["error"]["message"] == "(#200) Can not hide or unhide this comment"


def test_deleting_twice_is_told_apart_from_success(site, comment):
    assert site.write(comment, "DELETE").json() == {"success": True}
    again = site.write(comment, "DELETE").json()["error"]
    assert (again["code"], again["error_subcode"]) == (100, 33)
    assert again["message"].startswith("Unsupported delete request")


def test_the_same_post_twice_in_a_row_is_refused(site):
    first = site.write(f"{PAGE}/feed", message="Nya tider för buss 14")
    assert first.json()["id"].startswith(f"{PAGE}_")
    assert (
        site.write(f"{PAGE}/feed", message="Nya tider för buss 14").json()["error"]["code"] == 506
    )
    assert "id" in site.write(f"{PAGE}/feed", message="Nya tider för buss 15").json()


def test_a_deleted_post_is_gone_with_its_comments(site, post, comment):
    site.write(post, "DELETE")
    assert site.graph(f"{PAGE}/published_posts").json() == {"data": []}
    assert site.graph(comment).json()["error"]["error_subcode"] == 33


@pytest.mark.parametrize("path", ["{post}/comments", "{page}/feed"])
def test_nothing_to_say_is_refused(site, post, path):
    answer = site.write(path.format(post=post, page=PAGE), message="  ")
    assert answer.json()["error"]["code"] == 100


def test_only_the_page_itself_may_write(site, post):
    headers = {"Authorization": "Bearer sandbox-user-token"}
    refused = site.http.post(
        f"/graph/v26.0/{post}/comments", data={"message": "Hej"}, headers=headers
    )
    assert refused.json()["error"]["code"] == 200
    assert site.page.comments(post) == []


def test_a_body_may_be_json_and_say_anything(site, post):
    text = "<!channel> Å Ä Ö 💛 \u202eabc & <b>"
    headers = {"Authorization": "Bearer sandbox-page-token"}
    site.http.post(f"/graph/v26.0/{post}/comments", json={"message": text}, headers=headers)
    assert site.page.comments(post)[0].message == text


def test_ids_are_never_used_again(site, post, comment):
    site.page.delete_comment(site.page.comment(comment))
    assert site.page.add_comment(post, "Hej", author="Erik Nordin") != comment
    site.page.clear()
    assert site.page.add_post("På nytt") != post
