"""Tokens, access modes, faults and the call meter."""

import httpx
import pytest

from bot.sandbox.graph_state import DAY, Meter
from bot.sandbox.graph_tokens import proof_of
from bot.sandbox.identity import PAGE
from tests.page_server import TOKEN, page_server


@pytest.fixture(scope="module")
def served():
    with page_server() as server:
        yield server


@pytest.fixture
def site(served):
    return served.start_over()


@pytest.fixture
def post(site):
    found = site.page.add_post("Simhallen har öppet som vanligt.")
    site.page.add_comment(found, "Är badet öppet?", author="Maja Forsberg")
    site.page.add_comment(found, "Ja!")
    return found


@pytest.mark.parametrize(
    ("token", "status", "code"),
    [
        pytest.param(None, 400, 190, id="missing"),
        pytest.param("EAAnonsense", 400, 190, id="unknown"),
        pytest.param("sandbox-other-page-token", 403, 200, id="another page's"),
    ],
)
def test_a_token_that_is_not_the_pages_is_refused(site, post, token, status, code):
    answer = site.graph(f"{post}/comments", token=token)
    assert (answer.status_code, answer.json()["error"]["code"]) == (status, code)


def test_a_persons_token_gets_an_empty_list_instead_of_an_error(site, post):
    answer = site.graph(f"{post}/comments", token="sandbox-user-token")
    assert (answer.status_code, answer.json()) == (200, {"data": []})


@pytest.mark.parametrize(
    ("state", "subcode"), [("expired", 463), ("password", 460), ("role_lost", 492)]
)
def test_a_dead_token_says_what_killed_it(site, state, subcode):
    site.switch(token=state)
    error = site.graph("me").json()["error"]
    assert (error["code"], error["error_subcode"]) == (190, subcode)
    about = site.graph("debug_token", token="900100200300400|sandbox-app-secret", input_token=TOKEN)
    assert about.json()["data"]["is_valid"] is False
    site.switch(token="ok")
    assert site.graph("me").status_code == 200


def test_a_proof_is_checked_when_it_is_sent(site):
    assert site.graph("me", appsecret_proof=proof_of(TOKEN)).status_code == 200
    assert site.graph("me", appsecret_proof="0" * 64).json()["error"]["code"] == 100


@pytest.mark.parametrize(
    ("mode", "authors"),
    [
        ("full", ["Maja Forsberg", "Region Lillsjö"]),
        ("from_withheld", [None, "Region Lillsjö"]),
        ("bodies_withheld", ["Region Lillsjö"]),
    ],
)
def test_access_may_be_withheld_and_the_count_still_tells(site, post, mode, authors):
    site.switch(mode=mode)
    answer = site.graph(f"{post}/comments", filter="stream", summary="true", fields="from").json()
    assert [one.get("from", {}).get("name") for one in answer["data"]] == authors
    assert answer["summary"]["total_count"] == 2


@pytest.mark.parametrize(
    ("kind", "status", "code"),
    [
        ("500", 500, None),
        ("code1", 500, 1),
        ("code2", 500, 2),
        ("too_much", 500, 1),
        ("not_json", 200, None),
        ("error_200", 200, 2),
    ],
)
def test_a_fault_hits_as_many_calls_as_planned(site, kind, status, code):
    site.switch(fault={"kind": kind, "times": 2})
    for answer in (site.graph("me"), site.graph("me")):
        assert answer.status_code == status
        is_json = answer.headers["content-type"].startswith("application/json")
        assert (answer.json()["error"]["code"] if is_json else None) == code
    assert site.graph("me").status_code == 200


def test_a_write_may_happen_though_its_answer_never_comes(site, post):
    site.switch(fault={"kind": "timeout_after"})
    with pytest.raises(httpx.ReadTimeout):
        httpx.post(
            f"{site.site}/graph/v26.0/{post}/comments",
            data={"message": "Kom det fram?"},
            headers={"Authorization": f"Bearer {TOKEN}"},
            timeout=0.2,
        )
    assert site.page.comments(post)[-1].message == "Kom det fram?"


def test_a_slow_answer_comes_in_the_end(site):
    site.switch(fault={"kind": "slow", "seconds": 0.05})
    assert site.graph("me").status_code == 200


@pytest.mark.parametrize(
    ("kind", "first"), [("short_pages", 1), ("empty_pages", 0), ("repeated_cursor", 2)]
)
def test_a_page_may_be_shorter_than_asked_and_still_not_be_the_last(site, post, kind, first):
    site.switch(fault={"kind": kind, "times": 9})
    answer = site.graph(f"{post}/comments", filter="stream", limit=2).json()
    assert len(answer["data"]) == first
    assert ("next" in answer["paging"]) == (first < 2)


@pytest.mark.parametrize(
    "wanted",
    [
        pytest.param({"mode": "half"}, id="unknown mode"),
        pytest.param({"weather": "rain"}, id="unknown switch"),
        pytest.param({"fault": {"kind": "flood"}}, id="unknown fault"),
        pytest.param({"fault": {}}, id="a fault without a kind"),
        pytest.param([], id="not an object"),
    ],
)
def test_a_switch_that_does_not_exist_is_refused(site, wanted):
    answer = site.http.post("/__emulator/graph", json=wanted)
    assert (answer.status_code, answer.json()["ok"]) == (400, False)


def test_faults_can_be_called_off(site):
    site.switch(fault={"kind": "500", "times": 9})
    assert site.switch(fault=None)["faults"] == []
    assert site.graph("me").status_code == 200


def test_a_spent_budget_refuses_reads_and_writes_alike(site, post):
    site.switch(engaged_users=0)
    for answer in (site.graph("me"), site.write(f"{post}/comments", message="Hej")):
        assert (answer.status_code, answer.json()["error"]["code"]) == (400, 80001)
        assert f'{{"{PAGE}": [' in answer.headers["x-business-use-case-usage"]
    assert len(site.page.comments(post)) == 2


def test_a_quiet_page_gets_no_usage_header(site):
    assert "x-business-use-case-usage" not in site.graph("me").headers


def test_calling_while_blocked_prolongs_the_block():
    meter = Meter()
    assert [meter.count(second * 60.0, budget=2) for second in range(3)] == [False, False, True]
    assert meter.percent(2) == 150
    assert meter.wait_minutes(120.0, budget=2) == DAY // 60 - 1
    assert meter.count(180.0, budget=2)
    assert meter.wait_minutes(180.0, budget=2) == DAY // 60 - 1


def test_the_budget_comes_back_after_a_day():
    meter = Meter()
    meter.count(0.0, budget=1)
    assert meter.count(1.0, budget=1)
    assert not meter.count(DAY + 1.0, budget=1)
    assert meter.wait_minutes(DAY + 1.0, budget=5) == 0
