"""The switches for what nobody has seen proved of the real interface, each in both positions."""

import pytest

from tests.page_server import page_server

FIELDS = "id,updated_time,comments.filter(stream).limit(25).summary(true){id}"


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


def listed(site, post):
    return [one["id"] for one in site.graph(f"{post}/comments", filter="stream").json()["data"]]


@pytest.mark.parametrize("moves", [True, False])
def test_a_reply_moves_its_post_or_not(site, post, moves):
    site.switch(replies_move=moves)
    asked = site.page.add_comment(post, "Är badet öppet?", author="Maja Forsberg")
    before = site.graph(post, fields="updated_time").json()["updated_time"]
    site.clock.pass_by(minutes=5)
    site.page.add_comment(post, "Ja!", parent_id=asked)
    after = site.graph(post, fields="updated_time").json()["updated_time"]
    assert (after > before) is moves


@pytest.mark.parametrize("is_listed", [True, False])
def test_a_hidden_comment_is_listed_or_not_and_always_there(site, post, is_listed):
    site.switch(hidden_listed=is_listed)
    asked = site.page.add_comment(post, "Köp klockor", author="Maja Forsberg")
    site.write(asked, is_hidden="true")
    assert listed(site, post) == [asked] * is_listed
    assert site.graph(asked, fields="is_hidden").json()["is_hidden"] is True


@pytest.mark.parametrize("is_shown", [True, False])
def test_an_empty_edge_is_shown_or_left_out(site, post, is_shown):
    site.switch(empty_edges=is_shown)
    assert ("comments" in site.graph(post, fields=FIELDS).json()) is is_shown


def test_a_page_of_comments_may_hold_fewer_than_asked_for(site, post):
    site.switch(most_comments=2)
    for number in range(5):
        site.page.add_comment(post, str(number), author="Maja Forsberg")
    answer = site.graph(f"{post}/comments", limit=100).json()
    assert len(answer["data"]) == 2
    assert "next" in answer["paging"]


@pytest.mark.parametrize(("counts", "percent"), [(False, 0), (True, 2)])
def test_edges_within_a_list_may_count_as_calls(site, counts, percent):
    site.switch(nested_counts=counts, engaged_users=40)
    for _ in range(4):
        site.graph("feed", limit=1)
    before = _percent(site)
    for _ in range(40):
        site.graph("100200300400500/published_posts", fields=FIELDS, limit=100)
    assert _percent(site) - before >= percent
    assert counts or _percent(site) - before <= 1


def _percent(site):
    usage = site.graph("me").headers.get("X-Business-Use-Case-Usage", "")
    return int(usage.partition('"call_count": ')[2].partition(",")[0] or 0)


@pytest.mark.parametrize("status", [400, 403, 429])
def test_a_limit_may_come_with_any_status(site, status):
    site.switch(engaged_users=0, limit_status=status)
    answer = site.graph("me")
    assert (answer.status_code, answer.json()["error"]["code"]) == (status, 80001)


def test_a_switch_of_another_kind_is_refused(site):
    answer = site.http.post("/__emulator/graph", json={"most_comments": "many"})
    assert answer.status_code == 400
