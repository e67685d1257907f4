"""Graph's answers, bent at random: nothing raises, nothing is half-written, nothing comes twice."""

import json
from collections.abc import Iterator
from copy import deepcopy
from dataclasses import replace
from datetime import datetime, timedelta
from typing import Any

import httpx
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from bot.deps import Deps
from bot.integrations.facebook import GraphPage
from bot.jobs import poll
from tests.examples import costly
from tests.make import NOW

PAGE = "100200300400500"
# The audit log stays: it only grows.
TABLES = ("relays", "comment_versions", "comments", "page_posts", "outbox", "facts")
ORDER = {"order": "reverse_chronological", "total_count": 5}
Json = dict[str, Any]
Path = tuple[str | int, ...]


def _time(at: datetime) -> str:
    return at.strftime("%Y-%m-%dT%H:%M:%S+0000")


def _comment(number: int) -> Json:
    return {
        "id": f"1_{number}",
        "message": f"Fråga {number}",
        "from": {"id": "2400", "name": "Maja"},
        "created_time": _time(NOW - timedelta(minutes=50 - number)),
        "parent": {"id": "1_1"},
        "permalink_url": f"https://www.facebook.example/{number}",
        "attachment": {"type": "photo"},
        "is_hidden": False,
    }


def posts() -> Json:
    """The page's posts: one, with three comments and more behind them."""
    post = {
        "id": f"{PAGE}_1",
        "message": "Hej",
        "created_time": _time(NOW - timedelta(days=1)),
        "updated_time": _time(NOW),
        "permalink_url": "https://www.facebook.example/p",
        "comments": {
            "data": [_comment(3), _comment(2), _comment(1)],
            "summary": dict(ORDER),
            "paging": {"cursors": {"after": "b"}, "next": "https://graph.example/x?after=Q1"},
        },
    }
    return {"data": [post], "paging": {"cursors": {"after": "b"}}}


def behind() -> Json:
    """The two comments behind the first three."""
    return {
        "data": [_comment(5), _comment(4)],
        "summary": dict(ORDER),
        "paging": {"cursors": {"after": "z"}},
    }


GONE = object()
ODD = [
    GONE,
    None,
    True,
    -1.5,
    10**400,
    "",
    "\ud83d",
    "a\x00b",
    "x" * 200_000,
    [],
    [{}],
    [None],
    {},
    {"id": None},
    {"id": {}, "name": []},
    {"id": "\ud800", "name": "\ud800"},
    {"type": "\udc00"},
    {"type": 5},
    {"next": 5},
    {"next": "https://graph.example/x?after=Q1"},
    {"next": "https://graph.example/x"},
    {"data": None},
    "9999-12-31T23:59:59+0000",
    "0001-01-01T00:00:00+1400",
    "../../me?x=1",
    "1\n2",
    "https://[::1/x",
]


def paths(node: Any, before: Path = ()) -> Iterator[Path]:
    """Every place in *node*."""
    below = node.items() if isinstance(node, dict) else enumerate(node)
    for key, value in below:
        yield (*before, key)
        if isinstance(value, dict | list):
            yield from paths(value, (*before, key))


def bent(answer: Json, bends: list[tuple[Path, Any]]) -> bytes:
    """Return *answer* with odd values in some places, as far as these are still there."""
    for path, value in bends:
        node: Any = answer
        try:
            for key in path[:-1]:
                node = node[key]
            if value is GONE:
                del node[path[-1]]
            else:
                node[path[-1]] = deepcopy(value)  # later bends may reach into it
        except (KeyError, IndexError, TypeError):
            continue
    return json.dumps(answer).encode()


def page(first: bytes, second: bytes, **headers: str) -> GraphPage:
    """A page that answers *first* when asked for its posts and *second* for more comments."""

    def answer(request: httpx.Request) -> httpx.Response:
        is_first = request.url.path.endswith("published_posts")
        return httpx.Response(200, content=first if is_first else second, headers=headers)

    return GraphPage(
        base_url="https://graph.example",
        version="v26.0",
        page_id=PAGE,
        token="synthetic",
        transport=httpx.MockTransport(answer),
    )


def trouble(deps: Deps) -> str | None:
    return next(state.kind for state in deps.health.states() if state.part == "page")


def keys(deps: Deps) -> list[str]:
    with deps.reading() as db:
        return [row["key"] for row in db.query("select key from outbox order by id")]


@pytest.fixture(autouse=True)
def _no_pause(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(poll, "_costs", {})


bends = st.sampled_from(ODD)


@settings(costly, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    st.lists(st.tuples(st.sampled_from(list(paths(posts()))), bends), max_size=3),
    st.lists(st.tuples(st.sampled_from(list(paths(behind()))), bends), max_size=2),
)
def test_whatever_the_page_answers_the_next_whole_answer_is_relayed_once(
    deps: Deps, first: list[tuple[Path, Any]], second: list[tuple[Path, Any]]
) -> None:
    poll._costs.clear()
    with deps.transaction() as db:
        for table in TABLES:
            db[table].delete_where()
    poll.run(replace(deps, page=page(bent(posts(), first), bent(behind(), second))), NOW)
    was_read = trouble(deps) is None
    assert was_read or keys(deps) == []
    whole = page(bent(posts(), []), bent(behind(), []))
    poll.run(replace(deps, page=whole), NOW + timedelta(minutes=1))
    assert trouble(deps) is None
    found = keys(deps)
    assert len(found) == len(set(found))
    wanted = {f"relay:1_{number}" for number in range(1, 4 if was_read else 6)}
    assert wanted <= set(found)


def test_null_means_missing(deps: Deps) -> None:
    first = [
        (("data", 0, "comments", "data", 0, name), None)
        for name in ("message", "from", "parent", "permalink_url", "attachment", "is_hidden")
    ]
    nulls = [(("data", 0, name), None) for name in ("message", "updated_time", "permalink_url")]
    second = [(("paging", "next"), None), (("paging", "cursors"), None)]
    poll.run(replace(deps, page=page(bent(posts(), first + nulls), bent(behind(), second))), NOW)
    assert trouble(deps) is None
    assert len(keys(deps)) == 5


def test_half_an_emoji_anywhere_is_stored_and_relayed(deps: Deps) -> None:
    comment = ("data", 0, "comments", "data", 0)
    odd: list[tuple[Path, Any]] = [
        ((*comment, name), "https://x.example/\ud83d") for name in ("message", "permalink_url")
    ]
    odd += [((*comment, "attachment"), {"type": "\ud83d"}), ((*comment, "from", "name"), "\ud83d")]
    odd += [
        (("data", 0, name), "https://x.example/\ud83d") for name in ("message", "permalink_url")
    ]
    poll.run(replace(deps, page=page(bent(posts(), odd), bent(behind(), []))), NOW)
    assert len(keys(deps)) == 5


def test_a_comment_without_an_id_is_read_as_soon_as_it_has_one(deps: Deps) -> None:
    withheld = page(bent(posts(), []), bent(behind(), [(("data", 0, "id"), GONE)]))
    poll.run(replace(deps, page=withheld), NOW)
    assert "relay:1_5" not in keys(deps)
    whole = page(bent(posts(), []), bent(behind(), []))
    poll.run(replace(deps, page=whole), NOW + timedelta(minutes=1))
    assert "relay:1_5" in keys(deps)


def test_an_id_that_would_lead_an_address_astray_is_none(deps: Deps) -> None:
    asked = page(bent(posts(), [(("data", 0, "id"), "me/feed?x=1#")]), bent(behind(), []))
    poll.run(replace(deps, page=asked), NOW)
    assert trouble(deps) == "trouble-page-bug"


@pytest.mark.parametrize("body", [b"[" * 100_000, b'{"data":' + b"9" * 5000 + b"}", b"\xff\xfe"])
def test_an_answer_that_cannot_be_parsed_is_only_trouble(deps: Deps, body: bytes) -> None:
    poll.run(replace(deps, page=page(body, body)), NOW)
    assert trouble(deps) is not None
    assert keys(deps) == []


@pytest.mark.parametrize(
    "usage",
    ["[" * 20_000, '{"call_count": "' + "9" * 5000 + '"}', '{"call_count": ' + "9" * 400 + "}"],
)
def test_a_usage_header_that_makes_no_sense_counts_for_nothing(deps: Deps, usage: str) -> None:
    whole = page(bent(posts(), []), bent(behind(), []), **{"x-app-usage": usage})
    poll.run(replace(deps, page=whole), NOW)
    assert len(keys(deps)) == 5


def test_no_answer_silences_the_bot_for_more_than_a_day(deps: Deps) -> None:
    usage = '{"1": [{"estimated_time_to_regain_access": 999999999}]}'
    headers = {"x-business-use-case-usage": usage}
    whole = page(bent(posts(), []), bent(behind(), []), **headers)
    assert whole.read_page().usage.wait_seconds == 24 * 60 * 60
