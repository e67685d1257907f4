"""Errors of the Graph API, sorted by what they ask us to do."""

import json
from contextlib import suppress
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.domain.page import PageTrouble, PageUsage
from bot.integrations.facebook_errors import GraphError, checked, usage_in

PAYLOADS = Path(__file__).parents[1] / "payloads" / "facebook"
QUIET = PageUsage()
RETRY, SLOW, TOKEN, PERMISSION, GONE, BUG = PageTrouble


def raised(status: int, body: object, usage: PageUsage = QUIET) -> GraphError:
    with pytest.raises(GraphError) as caught:
        checked(status, body, usage)
    return caught.value


@pytest.mark.parametrize(
    ("code", "subcode", "kind"),
    [
        (1, None, RETRY),
        (1, 2853006, PERMISSION),
        (2, None, RETRY),
        (3, None, BUG),
        (4, None, SLOW),
        (10, None, PERMISSION),
        (17, None, SLOW),
        (32, None, SLOW),
        (33, None, GONE),
        (100, None, BUG),
        (100, 33, GONE),
        (102, None, TOKEN),
        (104, None, TOKEN),
        (190, None, TOKEN),
        (190, 458, TOKEN),
        (190, 459, TOKEN),
        (190, 460, TOKEN),
        (190, 463, TOKEN),
        (190, 467, TOKEN),
        (190, 492, PERMISSION),
        (190, 2069032, TOKEN),
        (200, None, PERMISSION),
        (200, 2069030, BUG),
        (283, None, PERMISSION),
        (299, None, PERMISSION),
        (300, None, BUG),
        (341, None, SLOW),
        (368, None, PERMISSION),
        (368, 1390008, SLOW),
        (506, None, BUG),
        (613, 1996, SLOW),
        (1705, None, TOKEN),
        (2500, None, BUG),
        (80001, None, SLOW),
        (80006, None, SLOW),
        (99999, None, BUG),
    ],
)
def test_each_code_asks_for_one_thing(code, subcode, kind):
    error = {"message": "…", "code": code, "error_subcode": subcode, "fbtrace_id": "A1"}
    found = raised(400, {"error": error})
    assert (found.kind, found.code, found.subcode, found.trace) == (kind, code, subcode, "A1")


@pytest.mark.parametrize(
    ("code", "text", "kind"),
    [
        (100, "(#100) … requires either app secret proof … Page Public Content Access", PERMISSION),
        (100, "(#100) Object does not exist or lacks pages_read_engagement", PERMISSION),
        (190, "… must be granted before impersonating a user's page.", PERMISSION),
        (200, "(#200) Unpublished posts must be posted to a page as the page itself.", TOKEN),
    ],
    ids=["public content access", "a missing right", "no role on the page", "a person's token"],
)
def test_the_text_tells_apart_what_the_code_does_not(code, text, kind):
    assert raised(400, {"error": {"message": text, "code": code}}).kind is kind


@pytest.mark.parametrize(
    ("status", "kind"),
    [(200, RETRY), (302, BUG), (401, TOKEN), (403, PERMISSION), (404, BUG), (408, RETRY),
     (429, SLOW), (500, RETRY), (502, RETRY), (503, RETRY)],
)  # fmt: skip
def test_the_status_counts_only_where_the_body_is_not_graphs(status, kind):
    assert raised(status, None).kind is kind
    assert raised(status, {"error": {"message": "", "code": 190}}).kind is TOKEN


@pytest.mark.parametrize("body", [[], "hej", 7, None, {"error": "text"}])
def test_a_body_of_another_shape_is_never_taken_for_an_answer(body):
    assert raised(200, body).kind is RETRY


def test_an_unknown_code_that_calls_itself_transient_is_tried_again():
    assert raised(500, {"error": {"code": 960, "is_transient": True}}).kind is RETRY
    assert raised(500, {"error": {"is_transient": True}}).kind is RETRY
    assert raised(500, {"error": {}}).kind is BUG


def test_numbers_that_come_as_text_are_numbers():
    assert raised(400, {"error": {"code": "190", "error_subcode": "463"}}).subcode == 463


def test_a_block_lasts_as_long_as_the_header_says_and_an_hour_otherwise():
    body = {"error": {"code": 80001}}
    assert raised(400, body, PageUsage(100, 19 * 60)).wait_seconds == 19 * 60
    assert raised(400, body).wait_seconds == 3600
    assert raised(400, {"error": {"code": 190}}).wait_seconds is None


@pytest.mark.parametrize("file", sorted(PAYLOADS.glob("error_*.json")), ids=lambda file: file.stem)
def test_an_error_never_repeats_what_the_answer_said(file):
    told = json.loads(file.read_text(encoding="utf-8"))
    error = raised(told["status"], told["body"])
    shown = f"{error} {error!r} {error.__dict__}"
    assert told["body"]["error"]["message"][:12] not in shown
    assert "EAA" not in shown
    assert f"code {error.code}" in shown
    assert "AsyntheticTrace2" in shown


@pytest.mark.parametrize(
    ("headers", "usage"),
    [
        ({}, PageUsage(0, 0)),
        ({"x-app-usage": '{"call_count":3,"total_time":28,"total_cputime":1}'}, PageUsage(28, 0)),
        (
            {"x-page-usage": '{"call_count":85,"total_cputime":56,"total_time":60}'},
            PageUsage(85, 0),
        ),
        (
            {
                "x-business-use-case-usage": '{"1":[{"type":"messenger","call_count":7},'
                '{"type":"pages","call_count":100,"total_cputime":25,"total_time":208,'
                '"estimated_time_to_regain_access":19}],"2":[{"type":"pages","call_count":5}]}'
            },
            PageUsage(208, 19 * 60),
        ),
        ({"x-app-usage": "busy", "x-page-usage": "[1]"}, PageUsage(0, 0)),
        ({"x-business-use-case-usage": '{"1":[null,"x"],"2":{"call_count":4}}'}, PageUsage(4, 0)),
        ({"x-app-usage": '{"call_count":"many","total_time":null}'}, PageUsage(0, 0)),
    ],
    ids=["none", "app", "page", "a list per object", "not JSON", "odd entries", "odd figures"],
)
def test_the_highest_figure_of_the_usage_headers_counts(headers, usage):
    assert usage_in(headers) == usage


JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.text(max_size=5),
    lambda below: (
        st.lists(below, max_size=3) | st.dictionaries(st.text(max_size=9), below, max_size=3)
    ),
    max_leaves=8,
)


@given(st.integers(100, 599), JSON | st.builds(lambda error: {"error": error}, JSON))
def test_any_answer_is_either_a_body_or_an_error_of_ours(status, body):
    with suppress(GraphError):
        assert checked(status, body, QUIET) is body


@given(st.text(max_size=40) | JSON.map(json.dumps))
def test_any_usage_header_is_read_without_a_surprise(text):
    for name in ("x-app-usage", "x-page-usage", "x-business-use-case-usage"):
        assert usage_in({name: text}).percent >= 0
