"""The client against the emulator, over real sockets."""

from datetime import timedelta

import pytest

from bot.domain.page import PageDepth, PageMemory, PageTrouble
from bot.integrations import facebook_round
from bot.integrations.facebook_errors import GraphError
from bot.sandbox.identity import PAGE
from tests.page_server import NOW, page_server


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


def busy_post(site, comments: int) -> tuple[str, list[str]]:
    """Publish a post with so many comments, one second apart."""
    post = site.page.add_post("Många undrar")
    written = []
    for number in range(comments):
        site.clock.pass_by(seconds=1)
        written.append(site.page.add_comment(post, f"Fråga {number}", author="Maja Forsberg"))
    return post, written


def ids(round_) -> list[str]:
    return [comment.id for comment in round_.comments]


def test_a_quiet_page_costs_one_call(site, client):
    posts = [site.page.add_post(f"Inlägg {number}") for number in range(30)]
    site.page.add_comment(posts[-1], "Hej!", author="Maja Forsberg")
    round_ = client.read_page()
    assert [post.id for post in round_.posts] == posts[:4:-1]
    assert (round_.calls, round_.complete, len(round_.comments)) == (1, True, 1)


def test_comments_of_all_posts_come_in_the_order_of_time(site, client):
    first, second = site.page.add_post("Ett"), site.page.add_post("Två")
    written = []
    for number in range(6):
        site.clock.pass_by(minutes=1)
        post = (first, second)[number % 2]
        written.append(site.page.add_comment(post, str(number), author="Maja Forsberg"))
    round_ = client.read_page()
    assert ids(round_) == written
    assert [comment.post_id for comment in round_.comments][:2] == [first, second]
    assert round_.comments[0].created_at == NOW + timedelta(minutes=1)


def test_in_the_same_second_a_reply_comes_after_its_comment(site, client):
    post = site.page.add_post("Hej")
    comment = site.page.add_comment(post, "Fråga", author="Maja Forsberg")
    reply = site.page.add_comment(post, "Svar", parent_id=comment)
    assert ids(client.read_page()) == [comment, reply]


def test_a_busy_post_is_read_to_its_end(site, client):
    _, written = busy_post(site, 160)
    round_ = client.read_page()
    assert ids(round_) == written
    assert round_.calls == 3


def test_reading_stops_at_known_comments_when_newest_come_first(site, client):
    post, written = busy_post(site, 160)
    known = set(written)
    new = [site.page.add_comment(post, f"Fråga {n}", author="Erik Nordin") for n in range(15)]
    round_ = client.read_page(PageMemory(known.__contains__))
    assert set(new) <= set(ids(round_))
    assert round_.calls == 1  # the oldest ten of the 25 that come with the post are known
    new += [site.page.add_comment(post, f"Fråga {n}", author="Erik Nordin") for n in range(15, 17)]
    round_ = client.read_page(PageMemory(known.__contains__))
    assert set(new) <= set(ids(round_))
    assert round_.calls == 2
    known |= set(new)
    assert client.read_page(PageMemory(known.__contains__)).calls == 1


@pytest.mark.parametrize("order", ["chronological", "ranked"])
def test_reading_never_stops_early_when_the_order_is_another(site, client, order):
    site.switch(order=order)
    post, written = busy_post(site, 160)
    new = site.page.add_comment(post, "x" * 3, author="Erik Nordin")
    round_ = client.read_page(PageMemory(set(written).__contains__))
    assert set(ids(round_)) == {*written, new}


def test_a_round_reads_the_newest_posts_and_the_history_all(site, client):
    for number in range(60):
        site.clock.pass_by(hours=1)
        post = site.page.add_post(f"Inlägg {number}")
        site.page.add_comment(post, "Hej!", author="Maja Forsberg")
    recent = client.read_page()
    history = client.read_page(depth=PageDepth.HISTORY)
    assert (len(recent.posts), recent.calls) == (25, 1)
    assert (len(history.posts), len(history.comments), history.calls) == (60, 60, 3)


@pytest.mark.parametrize("kind", ["short_pages", "empty_pages"])
def test_a_short_or_empty_page_is_not_the_last_one(site, client, kind):
    site.switch(fault={"kind": kind, "times": 99})
    _, written = busy_post(site, 40)
    assert (
        ids(client.read_page(PageMemory(lambda _: True), depth=PageDepth.HISTORY))[-1]
        == written[-1]
    )
    assert set(ids(client.read_page())) == set(written)


def test_a_cursor_that_repeats_ends_the_reading_and_is_told(site, client):
    busy_post(site, 160)
    site.switch(fault={"kind": "repeated_cursor", "times": 99})
    round_ = client.read_page()
    assert (round_.complete, round_.whole) == (False, frozenset())
    assert round_.calls < 5


def test_a_round_is_bounded(site, client, monkeypatch):
    monkeypatch.setattr(facebook_round, "MOST_CALLS", 2)
    busy_post(site, 160)
    round_ = client.read_page()
    assert (round_.calls, round_.complete) == (2, False)


def test_too_much_data_is_asked_for_in_smaller_pieces(site, client):
    for number in range(30):
        site.page.add_post(f"Inlägg {number}")
    _, written = busy_post(site, 30)
    site.switch(fault={"kind": "too_much", "times": 2})
    round_ = client.read_page()
    assert len(round_.posts) == 25
    assert ids(round_) == written
    assert 5 < round_.calls < 12


def test_too_much_even_for_one_post_is_given_up(site, client):
    site.switch(fault={"kind": "too_much", "times": 99})
    with pytest.raises(GraphError) as caught:
        client.read_page()
    assert caught.value.kind is PageTrouble.RETRY


@pytest.mark.parametrize("kind", ["500", "code1", "code2", "not_json", "error_200"])
def test_a_blip_is_an_error_to_retry_and_the_next_round_has_everything(site, client, kind):
    _, written = busy_post(site, 40)
    site.switch(fault={"kind": kind})
    with pytest.raises(GraphError) as caught:
        client.read_page()
    assert caught.value.kind is PageTrouble.RETRY
    assert ids(client.read_page()) == written


@pytest.mark.parametrize("kind", ["timeout_after", "slow"])
def test_silence_is_an_error_to_retry(site, kind):
    client = site.client(timeout=0.1)
    site.switch(fault={"kind": kind, "seconds": 0.3})
    with pytest.raises(GraphError) as caught:
        client.read_page()
    assert (caught.value.kind, caught.value.status) == (PageTrouble.RETRY, None)
    client.close()


def test_nobody_at_the_address_is_an_error_to_retry(site):
    client = site.client()
    client._root = "http://127.0.0.1:9/graph/v26.0"
    with pytest.raises(GraphError) as caught:
        client.whoami()
    assert caught.value.kind is PageTrouble.RETRY
    client.close()


def test_a_proxy_for_the_world_outside_is_not_used_on_this_machine(site, monkeypatch):
    monkeypatch.setenv("HTTP_PROXY", "http://127.0.0.1:9")
    client = site.client()
    assert client.whoami().id == PAGE
    client.close()


@pytest.mark.parametrize(
    ("state", "kind"),
    [
        ("expired", PageTrouble.TOKEN),
        ("password", PageTrouble.TOKEN),
        ("role_lost", PageTrouble.PERMISSION),
    ],
)
def test_a_dead_token_is_told_apart_from_a_lost_role(site, client, state, kind):
    site.switch(token=state)
    with pytest.raises(GraphError) as caught:
        client.read_page()
    assert caught.value.kind is kind
    site.switch(token="ok")
    assert client.read_page().calls == 1


def test_a_wrong_secret_is_our_own_mistake(site):
    client = site.client(app_secret="another")
    with pytest.raises(GraphError) as caught:
        client.whoami()
    assert (caught.value.kind, caught.value.code) == (PageTrouble.BUG, 100)
    client.close()


def test_the_client_knows_who_it_is(client):
    identity, token = client.whoami(), client.debug_token()
    assert (identity.id, identity.name) == (PAGE, "Region Lillsjö")
    assert (token.type, token.profile_id, token.expires_at) == ("PAGE", PAGE, None)
    assert token.data_access_expires_at == NOW + timedelta(days=90)


def test_a_closed_client_may_be_closed_again(site):
    client = site.client()
    client.close()
    client.whoami()
    client.close()
    client.close()
