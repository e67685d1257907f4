"""What the emulator answers to reading, compared with what is known of the real one."""

import pytest

from bot.sandbox.graph_calls import Call
from bot.sandbox.graph_calls import weight as weight_of
from bot.sandbox.identity import PAGE
from tests.page_server import PageServer, page_server

NESTED = (
    "id,comments.filter(stream).order(reverse_chronological).limit(2).summary(true){id,message}"
)


@pytest.fixture(scope="module")
def served():
    with page_server() as server:
        yield server


@pytest.fixture
def site(served):
    return served.start_over()


def question(site: PageServer, text: str = "Är badet öppet?") -> tuple[str, str]:
    post = site.page.add_post("Simhallen har öppet som vanligt.")
    return post, site.page.add_comment(post, text, author="Maja Forsberg")


def test_every_answer_says_that_it_is_an_emulator(site):
    answers = [
        site.graph("me"),
        site.graph("me", token=None),
        site.http.get("/__emulator/graph"),
        site.http.get("/facebook/1/posts/2"),
    ]
    assert {answer.headers["x-emulator"] for answer in answers} == {"1"}


def test_the_version_that_answered_is_in_a_header(site):
    used = {
        asked: site.http.get(f"/graph/{asked}/me").headers["facebook-api-version"]
        for asked in ("v26.0", "v22.0", "v19.0")
    }
    assert used == {"v26.0": "v26.0", "v22.0": "v22.0", "v19.0": "v21.0"}


def test_a_version_that_ends_is_served_by_the_oldest_alive(site):
    site.clock.pass_by(days=365)
    answer = site.http.get("/graph/v21.0/me")
    assert answer.headers["facebook-api-version"] == "v24.0"


def test_a_version_nobody_knows_is_a_strange_path(site):
    answer = site.http.get(
        "/graph/v99.0/me", headers={"Authorization": "Bearer sandbox-page-token"}
    )
    assert (answer.status_code, answer.json()["error"]["code"]) == (400, 2500)


def test_fields_replace_the_defaults_and_the_id_always_comes(site):
    post, comment = question(site)
    assert set(site.graph(comment).json()) == {"id", "message", "from", "created_time"}
    assert site.graph(comment, fields="is_hidden").json() == {"id": comment, "is_hidden": False}
    assert set(site.graph(post).json()) == {"id", "message", "created_time"}


@pytest.mark.parametrize(
    "fields",
    [
        pytest.param("id,nonsense", id="on the node"),
        pytest.param("id,comments{nonsense}", id="nested"),
        pytest.param("id,comments{parent{nonsense}}", id="deeper, where something is there"),
    ],
)
def test_one_unknown_field_fails_the_whole_call(site, fields):
    post, comment = question(site)
    site.page.add_comment(post, "Ja!", parent_id=comment)
    answer = site.graph(post, fields=fields.replace("comments{p", "comments.filter(stream){p"))
    assert answer.status_code == 400
    assert answer.json()["error"]["code"] == 100
    assert "nonsense" in answer.json()["error"]["message"]


def test_what_is_empty_is_left_out(site):
    post = site.page.add_post("Utan delningar")
    comment = site.page.add_comment(post, "", author="Maja Forsberg", attachment="photo")
    assert "shares" not in site.graph(post, fields="shares").json()
    shown = site.graph(comment, fields="message,parent,attachment").json()
    assert shown.keys() == {"id", "attachment"}
    assert shown["attachment"]["type"] == "photo"


def test_who_names_the_page_is_shown_as_doing_so(site):
    post, comment = question(site)
    name = site.page.profile().name
    named = site.page.add_comment(post, f"Hej @{name}!", author="Maja", parent_id=comment)
    (tag,) = site.graph(named, fields="message_tags").json()["message_tags"]
    assert (tag["id"], tag["offset"], tag["length"]) == (PAGE, 4, len(name) + 1)
    assert "message_tags" not in site.graph(comment, fields="message_tags").json()


def test_replies_come_only_with_the_stream_filter(site):
    post, comment = question(site)
    reply = site.page.add_comment(post, "Ja, 9–17.", parent_id=comment)
    plain = site.graph(f"{post}/comments").json()["data"]
    stream = site.graph(f"{post}/comments", filter="stream", fields="parent{id}").json()["data"]
    assert [one["id"] for one in plain] == [comment]
    assert stream == [{"id": comment}, {"id": reply, "parent": {"id": comment}}]


def test_the_default_order_is_ranked_and_the_stream_is_chronological(site):
    post, first = question(site)
    site.clock.pass_by(minutes=1)
    second = site.page.add_comment(post, "En mycket längre fråga om badet", author="Erik Nordin")
    ranked = site.graph(f"{post}/comments", summary="true").json()
    stream = site.graph(f"{post}/comments", summary="true", filter="stream").json()
    assert ranked["summary"]["order"] == "ranked"
    assert [one["id"] for one in ranked["data"]] == [second, first]
    assert stream["summary"]["order"] == "chronological"
    assert [one["id"] for one in stream["data"]] == [first, second]


def test_the_order_asked_for_may_be_ignored(site):
    post, _ = question(site)
    site.switch(order="chronological")
    asked = {"order": "reverse_chronological", "filter": "stream", "summary": "true"}
    assert site.graph(f"{post}/comments", **asked).json()["summary"]["order"] == "chronological"


def test_next_pages_lead_through_everything_once(site):
    post = site.page.add_post("Många frågor")
    written = [site.page.add_comment(post, str(n), author="Maja Forsberg") for n in range(7)]
    found, answer = [], site.graph(f"{post}/comments", filter="stream", limit=3).json()
    while True:
        found += [one["id"] for one in answer["data"]]
        if "next" not in answer["paging"]:
            break
        answer = site.http.get(answer["paging"]["next"], headers={"Authorization": "Bearer sandbox-page-token"}).json()  # fmt: skip
    assert found == written


def test_a_nested_edge_brings_the_address_of_its_next_page(site):
    post = site.page.add_post("Många frågor")
    written = [site.page.add_comment(post, str(n), author="Maja Forsberg") for n in range(3)]
    nested = site.graph(post, fields=NESTED).json()["comments"]
    assert [one["id"] for one in nested["data"]] == [written[2], written[1]]
    rest = site.http.get(nested["paging"]["next"], headers={"Authorization": "Bearer sandbox-page-token"}).json()  # fmt: skip
    assert rest["data"] == [{"id": written[0], "message": "0"}]
    assert "access_token" not in nested["paging"]["next"]


def test_a_token_in_the_address_shows_in_the_next_address(site):
    post, _ = question(site)
    site.page.add_comment(post, "Och på söndag?", author="Erik Nordin")
    answer = site.graph(f"{post}/comments", token=None, access_token="sandbox-page-token", limit=1)
    assert "access_token=sandbox-page-token" in answer.json()["paging"]["next"]


def test_a_cursor_stays_right_when_comments_come_and_go(site):
    post = site.page.add_post("Rörigt")
    ids = [site.page.add_comment(post, str(n), author="Maja Forsberg") for n in range(4)]
    first = site.graph(f"{post}/comments", filter="stream", limit=2).json()
    site.page.delete_comment(site.page.comment(ids[1]))
    after = first["paging"]["cursors"]["after"]
    rest = site.graph(f"{post}/comments", filter="stream", limit=2, after=after).json()
    assert [one["id"] for one in rest["data"]] == ids[2:]


def test_before_leads_back(site):
    post = site.page.add_post("Fram och tillbaka")
    ids = [site.page.add_comment(post, str(n), author="Maja Forsberg") for n in range(4)]
    last = site.graph(f"{post}/comments", filter="stream", limit=2).json()["paging"]["cursors"]
    there = site.graph(f"{post}/comments", filter="stream", after=last["after"]).json()
    back = site.graph(
        f"{post}/comments", filter="stream", before=there["paging"]["cursors"]["before"]
    )
    assert [one["id"] for one in back.json()["data"]] == ids[:2]


@pytest.mark.parametrize(
    "asked",
    [
        pytest.param({"limit": 101}, id="more than a hundred posts"),
        pytest.param({"limit": "many"}, id="a limit that is no number"),
        pytest.param({"after": "!!"}, id="a cursor that was never given"),
        pytest.param({"since": "yesterday"}, id="a time in words"),
    ],
)
def test_a_bad_parameter_is_code_100(site, asked):
    answer = site.graph(f"{PAGE}/published_posts", **asked)
    assert (answer.status_code, answer.json()["error"]["code"]) == (400, 100)


@pytest.mark.parametrize("edge", ["published_posts", "posts", "feed"])
def test_posts_come_newest_first_and_since_means_the_posts_time(site, edge):
    old = site.page.add_post("Gammalt")
    site.clock.pass_by(days=1)
    new = site.page.add_post("Nytt")
    site.page.add_comment(old, "Ny kommentar på gammalt inlägg", author="Maja Forsberg")
    assert [post["id"] for post in site.graph(f"{PAGE}/{edge}").json()["data"]] == [new, old]
    since = int(site.clock.now().timestamp())
    assert [post["id"] for post in site.graph(f"{PAGE}/{edge}", since=since).json()["data"]] == [new]  # fmt: skip


def test_a_comment_moves_the_posts_updated_time(site):
    post = site.page.add_post("Hej")
    site.clock.pass_by(hours=2)
    site.page.add_comment(post, "Hej!", author="Maja Forsberg")
    shown = site.graph(post, fields="created_time,updated_time").json()
    assert shown["created_time"] == "2026-11-24T09:00:00+0000"
    assert shown["updated_time"] == "2026-11-24T11:00:00+0000"


def test_permalinks_carry_another_number_than_the_pages_id(site):
    post, comment = question(site)
    reply = site.page.add_comment(post, "Ja!", parent_id=comment)
    links = [site.graph(one, fields="permalink_url").json()["permalink_url"] for one in (post, comment, reply)]  # fmt: skip
    assert all(PAGE not in link for link in links)
    assert links[1].endswith(f"?comment_id={comment.split('_')[1]}")
    assert links[2].endswith(f"&reply_comment_id={reply.split('_')[1]}")


def test_a_permalink_leads_a_browser_to_the_simulated_page(site):
    _, comment = question(site)
    link = site.graph(comment, fields="permalink_url").json()["permalink_url"]
    answer = site.http.get(link)
    assert answer.status_code == 307
    assert answer.headers["location"].endswith(comment.split("_")[1])


def test_a_deleted_comment_stays_in_the_count_and_takes_its_replies_along(site):
    post, comment = question(site)
    reply = site.page.add_comment(post, "Ja!", parent_id=comment)
    site.page.delete_comment(site.page.comment(comment))
    listed = site.graph(f"{post}/comments", filter="stream", summary="true").json()
    assert listed["data"] == []
    assert listed["summary"]["total_count"] == 2
    assert site.graph(reply).json()["error"]["error_subcode"] == 33


def test_ids_and_batch_answer_in_one_call(site):
    _, one = question(site)
    _, two = question(site, "Och gymmet?")
    many = site.graph("", ids=f"{one},{two}", fields="message").json()
    assert many[two]["message"] == "Och gymmet?"
    parts = '[{"method":"GET","relative_url":"%s?fields=message"},{"method":"GET","relative_url":"1_2"}]'
    batch = site.write("", batch=parts % one).json()
    assert [part["code"] for part in batch] == [200, 400]
    assert '"Är badet öppet?"' in batch[0]["body"]


def test_one_bad_id_fails_the_whole_multi_read(site):
    _, comment = question(site)
    assert site.graph("", ids=f"{comment},1_2").json()["error"]["error_subcode"] == 33


def test_more_than_fifty_parts_are_too_many(site):
    parts = "[" + ",".join(['{"method":"GET","relative_url":"me"}'] * 51) + "]"
    assert site.write("", batch=parts).json()["error"]["type"] == "GraphBatchException"


def test_the_page_tells_about_itself(site):
    assert site.graph("me").json() == {"id": PAGE, "name": "Region Lillsjö"}
    about = site.graph(PAGE, fields="about,fan_count").json()
    assert about["about"] == "Vård, buss och kultur"


@pytest.mark.parametrize(
    ("call", "weight"),
    [
        (Call("GET", ("me",), {"ids": "1,2"}), 1),
        (Call("GET", (), {"ids": "1,2,3"}), 3),
        (Call("POST", (), {"batch": '[{"relative_url":"me"},{"relative_url":"me"}]'}), 2),
        (Call("POST", (), {"batch": "[]"}), 1),
    ],
    ids=["one node", "three ids", "two parts", "an empty batch"],
)
def test_each_id_and_each_part_counts_as_a_call(call, weight):
    assert weight_of(call) == weight
