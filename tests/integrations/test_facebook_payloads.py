"""The client's reading of answers as they are known to look."""

import json
import logging
from datetime import UTC, datetime
from pathlib import Path

import httpx
import pytest

from bot.domain.page import PageComment, PageTrouble
from bot.integrations.facebook import GraphPage, appsecret_proof
from bot.integrations.facebook_errors import GraphError
from bot.integrations.facebook_shapes import comment_from

PAYLOADS = Path(__file__).parents[1] / "payloads" / "facebook"
PAGE_ID = "100200300400500"
POST_ID = "100200300400500_122000000000001001"
TOKEN = "EAAsyntheticpagetoken"
SECRET = "synthetic-app-secret-0001"


class Answers:
    """Give the named payloads one after the other, and keep what was asked."""

    def __init__(self, *names: str) -> None:
        self.names = list(names)
        self.asked: list[httpx.Request] = []

    def __call__(self, request: httpx.Request) -> httpx.Response:
        self.asked.append(request)
        told = json.loads((PAYLOADS / f"{self.names.pop(0)}.json").read_text(encoding="utf-8"))
        if "status" in told:
            return httpx.Response(told["status"], json=told["body"])
        return httpx.Response(200, json=told)


def client(answer, secret: str | None = SECRET) -> GraphPage:
    return GraphPage(
        base_url="https://graph.example.invalid/",
        version="v26.0",
        page_id=PAGE_ID,
        token=TOKEN,
        app_secret=secret,
        transport=httpx.MockTransport(answer),
    )


def read(*names: str):
    return client(Answers(*names)).read_page()


def comments(name: str) -> tuple[PageComment, ...]:
    return read(name).comments


def test_a_question_and_the_pages_answer():
    question, answer = comments("question_answered_by_the_page")
    assert question == PageComment(
        id="122000000000001001_880000000000001",
        post_id=POST_ID,
        parent_id=None,
        author_id="24000000000000011",
        author_name="Maja Lindqvist",
        text="Är badet öppet på söndag?",
        created_at=datetime(2026, 11, 23, 10, 12, 31, tzinfo=UTC),
        permalink="https://www.facebook.com/100000000000777/posts/122000000000001001"
        "?comment_id=880000000000001",
        attachment=None,
        is_hidden=False,
        from_page=False,
    )
    assert answer.from_page
    assert answer.parent_id == question.id


def test_a_comment_that_names_the_page_is_addressed_to_it():
    named, other = comments("comment_that_names_the_page")
    assert named.mentions_page
    assert not other.mentions_page
    question, _ = comments("question_answered_by_the_page")
    assert not question.mentions_page


@pytest.mark.parametrize("tags", [None, [], {}, "x", [None], [{}], [{"id": None}]], ids=repr)
def test_a_strange_list_of_who_is_named_names_nobody(tags):
    node = {"id": "1_2", "created_time": "2026-11-23T10:12:31+0000", "message_tags": tags}
    assert not comment_from(node, POST_ID, PAGE_ID).mentions_page


def test_a_photo_without_text_or_author():
    (comment,) = comments("photo_without_text_or_author")
    assert (comment.text, comment.attachment) == ("", "photo")
    assert (comment.author_id, comment.author_name, comment.from_page) == (None, None, False)


def test_a_post_without_text_or_comments():
    (post,) = read("post_without_text_or_comments").posts
    assert (post.text, post.updated_at, post.permalink, post.comments_reported) == (
        "",
        None,
        None,
        None,
    )


def test_a_hidden_comment_is_marked():
    assert [comment.is_hidden for comment in comments("hidden_comment")] == [True]


def test_text_is_kept_as_it_was_received():
    (comment,) = comments("decomposed_letters_and_right_to_left")
    assert comment.text == "A\u030ar badet o\u0308ppet? \u202e<!channel> مرحبا 💛"


def test_any_spelling_of_the_offset_is_the_same_instant():
    (comment,) = comments("time_with_a_colon_in_its_offset")
    assert comment.created_at == datetime(2026, 11, 23, 10, 12, 31, tzinfo=UTC)
    assert comment.created_at.tzinfo is UTC


def test_in_the_same_second_a_reply_comes_after_its_comment_whatever_its_number():
    question, reply = comments("reply_with_a_lower_number_in_the_same_second")
    assert reply.parent_id == question.id


def test_a_comment_whose_parent_is_the_post_is_on_the_top_level():
    assert [comment.parent_id for comment in comments("parent_is_the_post_itself")] == [None]


def test_a_comment_whose_id_is_withheld_cannot_be_kept():
    round_ = read("comment_without_id")
    assert round_.comments == ()
    assert round_.sees_no_public()


def test_counted_comments_that_nobody_may_read_are_noticed():
    assert read("comments_counted_but_none_readable").sees_no_public()
    assert not read("question_answered_by_the_page").sees_no_public()
    assert not read("post_without_text_or_comments").sees_no_public()


def test_a_count_lower_than_the_list_changes_nothing():
    round_ = read("count_lower_than_the_list")
    assert round_.posts[0].comments_reported == 0
    assert len(round_.comments) == 2


def test_a_page_without_posts_is_no_error():
    round_ = read("empty_page_of_posts")
    assert (round_.posts, round_.comments, round_.calls, round_.complete) == ((), (), 1, True)


@pytest.mark.parametrize("body", [{}, {"data": None}, {"data": {}}, {"error": "?"}, []])
def test_a_half_answer_is_never_taken_for_a_quiet_page(body):
    with pytest.raises(GraphError) as caught:
        client(lambda _: httpx.Response(200, json=body)).read_page()
    assert caught.value.kind is PageTrouble.RETRY


def test_a_comment_that_makes_no_sense_is_skipped_and_told():
    round_ = read("comment_without_a_time")
    assert (round_.unreadable, round_.complete) == (1, False)
    assert len(round_.posts) == 1


def test_an_answer_of_an_unexpected_shape_is_a_bug_that_quotes_nothing():
    body = {"data": [{"id": POST_ID, "message": "Hej"}]}
    with pytest.raises(GraphError) as caught:
        client(lambda _: httpx.Response(200, json=body)).read_page()
    assert caught.value.kind is PageTrouble.BUG
    assert caught.value.__suppress_context__
    assert "badet" not in str(caught.value)


def test_the_token_goes_in_a_header_and_the_proof_in_the_address():
    answers = Answers("empty_page_of_posts")
    client(answers).read_page()
    (request,) = answers.asked
    assert request.headers["authorization"] == f"Bearer {TOKEN}"
    assert TOKEN not in str(request.url)
    assert request.url.params["appsecret_proof"] == appsecret_proof(SECRET, TOKEN)
    assert request.url.path == f"/v26.0/{PAGE_ID}/published_posts"


def test_no_proof_is_sent_without_a_secret():
    answers = Answers("empty_page_of_posts")
    client(answers, secret=None).read_page()
    assert "appsecret_proof" not in answers.asked[0].url.params


def test_the_proof_is_metas():
    proof = "8570aa24b5399fd6f0bc121a3d49be108cbc6f8a7c90f0dfe448d274e406235f"
    assert appsecret_proof(SECRET, TOKEN) == proof


def test_the_next_page_is_asked_of_our_own_address_whatever_the_answer_says():
    answers = Answers("token_in_the_next_address", "last_comments_of_the_post")
    round_ = client(answers).read_page()
    second = answers.asked[1].url
    assert (second.host, second.params["after"]) == ("graph.example.invalid", "WTI5dEFG")
    assert second.path == f"/v26.0/{POST_ID}/comments"
    assert "access_token" not in second.params
    assert len(round_.comments) == 2


def test_nothing_that_is_logged_holds_the_token_or_its_proof(caplog):
    caplog.set_level(logging.DEBUG)
    client(Answers("token_in_the_next_address", "last_comments_of_the_post")).read_page()
    client(Answers("debug_token_of_a_page_token")).debug_token()
    with pytest.raises(GraphError):
        read("error_malformed_token_repeated_in_the_text")
    assert TOKEN not in caplog.text
    assert appsecret_proof(SECRET, TOKEN) not in caplog.text


@pytest.mark.parametrize(
    "problem",
    [httpx.ConnectError, httpx.ReadTimeout, httpx.RemoteProtocolError, httpx.ReadError],
)
def test_a_broken_connection_is_tried_again_and_carries_no_request(problem):
    def breaks(request: httpx.Request) -> httpx.Response:
        raise problem(f"could not reach {request.url}", request=request)

    with pytest.raises(GraphError) as caught:
        client(breaks).whoami()
    assert caught.value.kind is PageTrouble.RETRY
    assert problem.__name__ in str(caught.value)
    assert "example.invalid" not in str(caught.value)
    assert caught.value.__suppress_context__


def test_the_pages_token_is_described():
    token = client(Answers("debug_token_of_a_page_token")).debug_token()
    assert (token.type, token.is_valid, token.profile_id) == ("PAGE", True, PAGE_ID)
    assert token.expires_at is None
    assert token.data_access_expires_at == datetime(2027, 2, 21, 10, 40, tzinfo=UTC)
    assert "pages_read_user_content" in token.scopes


def test_a_persons_token_in_the_pages_place_is_told_apart():
    token = client(Answers("debug_token_of_a_persons_token")).debug_token()
    assert (token.type, token.profile_id) == ("USER", None)
    assert token.expires_at == datetime(2027, 1, 21, 10, 40, tzinfo=UTC)


def test_an_invalid_token_is_described_though_it_brings_an_error_along():
    token = client(Answers("debug_token_of_an_invalid_token")).debug_token()
    assert (token.type, token.is_valid, token.scopes) == ("", False, frozenset())


def test_the_client_shows_nothing_of_itself():
    assert TOKEN not in repr(client(Answers()))
