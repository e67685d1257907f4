"""The traps of the Graph API, each by the client's way around it.

The numbers are those of the list at the head of the project's notes on Facebook.
"""

import pytest

from bot.domain.page import PageTrouble
from bot.integrations.facebook_errors import GraphError
from tests.page_server import TOKEN, page_server


@pytest.fixture(scope="module")
def served():
    with page_server() as server:
        yield server


@pytest.fixture
def site(served):
    return served.start_over()


@pytest.fixture
def client(site):
    made = site.client()
    yield made
    made.close()


def read(client):
    return client.read_page()


def test_trap_1_an_edit_is_the_same_comment_with_another_text(site, client):
    post = site.page.add_post("Hej")
    own = site.write(f"{post}/comments", message="Ja, 9–17.").json()["id"]
    site.write(own, message="Ja, 9–18.")
    assert [(one.id, one.text) for one in read(client).comments] == [(own, "Ja, 9–18.")]


def test_trap_2_comments_hang_on_each_post_and_are_read_with_it(site, client):
    posts = [site.page.add_post(f"Inlägg {number}") for number in range(3)]
    for post in posts:
        site.page.add_comment(post, "Hej!", author="Maja Forsberg")
    round_ = read(client)
    assert {comment.post_id for comment in round_.comments} == set(posts)
    assert round_.calls == 1


def test_trap_3_replies_are_read_too(site, client):
    post = site.page.add_post("Hej")
    comment = site.page.add_comment(post, "Fråga", author="Maja Forsberg")
    reply = site.page.add_comment(post, "Följdfråga", author="Erik Nordin", parent_id=comment)
    below = site.page.add_comment(post, "Och en till", author="Maja Forsberg", parent_id=reply)
    parents = {one.id: one.parent_id for one in read(client).comments}
    assert parents == {comment: None, reply: comment, below: comment}


def test_trap_4_a_new_comment_is_found_though_the_count_stands_still(site, client):
    post = site.page.add_post("Hej")
    old = site.page.add_comment(post, "Försvinner", author="Maja Forsberg")
    before = read(client).posts[0].comments_reported
    site.page.delete_comment(site.page.comment(old))
    site.switch(mode="bodies_withheld")
    assert read(client).posts[0].comments_reported == before
    site.switch(mode="full")
    new = site.page.add_comment(post, "Kommer till", author="Erik Nordin")
    assert [one.id for one in read(client).comments] == [new]


def test_trap_5_an_author_may_be_withheld_but_the_page_is_always_known(site, client):
    site.switch(mode="from_withheld")
    post = site.page.add_post("Hej")
    site.page.add_comment(post, "Fråga", author="Maja Forsberg")
    site.page.add_comment(post, "Svar")
    stranger, own = read(client).comments
    assert (stranger.author_id, stranger.author_name, stranger.text) == (None, None, "Fråga")
    assert own.from_page


def test_trap_6_a_persons_token_reads_an_empty_page_and_is_found_out_by_its_type(site):
    post = site.page.add_post("Hej")
    site.page.add_comment(post, "Fråga", author="Maja Forsberg")
    client = site.client(token="sandbox-user-token")
    round_ = client.read_page()
    assert (len(round_.posts), round_.comments) == (1, ())
    assert client.debug_token().type == "USER"
    client.close()


def test_trap_7_a_call_that_timed_out_may_have_succeeded_and_is_never_repeated(site):
    client = site.client(timeout=0.3)
    site.switch(fault={"kind": "timeout_after", "method": "POST"})
    with pytest.raises(GraphError) as caught:
        client.create_unpublished("Öppet hus", None)
    assert caught.value.kind is PageTrouble.RETRY
    assert [draft.text for draft in client.drafts()] == ["Öppet hus"]
    client.close()


def test_trap_8_publishing_has_two_phases_and_the_last_may_be_repeated(site, client):
    made = client.create_unpublished("Öppet hus", None)
    assert read(client).posts == ()
    client.release(made)
    client.release(made)
    assert [post.id for post in read(client).posts] == [made]


def test_trap_9_a_spent_budget_says_how_long_to_keep_still(site, client):
    site.switch(engaged_users=0)
    with pytest.raises(GraphError) as caught:
        read(client)
    assert caught.value.kind is PageTrouble.SLOW_DOWN
    assert caught.value.wait_seconds == 24 * 60 * 60


def test_trap_9_the_usage_is_read_before_the_budget_is_spent(site, client):
    site.switch(engaged_users=1)
    for _ in range(12):
        site.graph("", ids=",".join(["me"] * 50))
    usage = read(client).usage
    assert usage.percent >= 12
    assert usage.wait_seconds == 0


def test_trap_10_a_round_never_asks_for_comments_one_by_one(site, client):
    post = site.page.add_post("Hej")
    for number in range(20):
        comment = site.page.add_comment(post, str(number), author="Maja Forsberg")
        site.page.add_comment(post, "Svar", parent_id=comment)
    round_ = read(client)
    assert (len(round_.comments), round_.calls) == (40, 2)


def test_trap_11_gone_and_not_permitted_look_alike(site, client):
    post = site.page.add_post("Hej")
    deleted = site.page.add_comment(post, "Hej", author="Maja Forsberg")
    site.page.delete_comment(site.page.comment(deleted))
    for path in (deleted, "555000000000001_122000000000009001"):
        with pytest.raises(GraphError) as caught:
            client.get(path, {"fields": "id"})
        assert (caught.value.kind, caught.value.subcode) == (PageTrouble.GONE, 33)


def test_trap_12_no_webhook_is_needed_for_anything_that_is_written(site, client):
    post = site.page.add_post("Hej")
    assert site.graph(f"{post}/subscribed_apps").status_code == 400
    asked = site.page.add_comment(post, "Fråga", author="Maja Forsberg")
    assert [one.id for one in read(client).comments] == [asked]


def test_trap_13_a_comment_without_parent_is_on_the_top_level(site, client):
    post = site.page.add_post("Hej")
    comment = site.page.add_comment(post, "Fråga", author="Maja Forsberg")
    assert "parent" not in site.graph(comment, fields="parent").json()
    assert read(client).comments[0].parent_id is None


def test_trap_14_hiding_changes_neither_author_nor_time(site, client):
    post = site.page.add_post("Hej")
    comment = site.page.add_comment(post, "Köp billiga klockor", author="Maja Forsberg")
    (before,) = read(client).comments
    site.clock.pass_by(hours=1)
    site.write(comment, is_hidden="true")
    (after,) = read(client).comments
    assert (after.author_name, after.created_at) == (before.author_name, before.created_at)
    assert (before.is_hidden, after.is_hidden) == (False, True)


def test_trap_15_one_dead_field_fails_the_whole_call(site, client):
    post = site.page.add_post("Hej")
    with pytest.raises(GraphError) as caught:
        client.get(post, {"fields": "id,post_impressions"})
    assert (caught.value.kind, caught.value.code) == (PageTrouble.BUG, 100)


def test_a_next_address_may_hold_the_token_and_is_never_followed_as_it_is(site, client):
    post = site.page.add_post("Hej")
    for number in range(30):
        site.page.add_comment(post, str(number), author="Maja Forsberg")
    shown = site.graph(f"{post}/comments", token=None, access_token=TOKEN, limit=5).json()
    assert TOKEN in shown["paging"]["next"]
    assert len(read(client).comments) == 30
