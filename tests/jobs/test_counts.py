"""Counting the posts once a day, from a page behind a real socket: what is told, and what is not."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date, timedelta
from typing import Any

import pytest

from bot.deps import Deps
from bot.jobs import counts, poll
from bot.jobs.due import Due
from tests.page_server import PageServer, page_server

DAY = date(2026, 11, 24)


@pytest.fixture(scope="module")
def served() -> Iterator[PageServer]:
    with page_server() as server:
        yield server


@pytest.fixture
def site(served: PageServer) -> PageServer:
    return served.start_over()


@pytest.fixture
def deps(deps: Deps, site: PageServer) -> Iterator[Deps]:
    poll._costs.clear()
    client = site.client()
    made = replace(deps, page=client)
    post = site.page.add_post("Lucia", reactions=12, shares=3)
    site.page.add_post("Ingen delade", reactions=0, shares=0)
    site.page.add_comment(post, "Fint!", author="Maja Forsberg")
    site.page.add_comment(post, "Tack!")
    poll.run(made, site.clock.now())
    yield made
    client.close()


def count(deps: Deps, site: PageServer, day: date = DAY) -> list[tuple[Any, ...]]:
    """Run the job; return what is kept of that day."""
    counts.run(deps, Due(day, site.clock.now(), site.clock.now()))
    with deps.reading() as db:
        rows = db.execute(
            "select reactions, comments, shares, views from post_counts where day = ?"
            " order by page_post_id",
            [day.isoformat()],
        )
        return list(rows.fetchall())


def test_what_the_page_tells_is_kept_by_day(deps: Deps, site: PageServer) -> None:
    assert count(deps, site) == [(12, 1, 3, 600), (0, 0, 0, 120)]
    assert count(deps, site, DAY + timedelta(days=1)) == [(12, 1, 3, 600), (0, 0, 0, 120)]


@pytest.mark.parametrize(
    ("gone", "kept"),
    [
        (["post_media_view"], [(12, 1, 3, None), (0, 0, 0, None)]),
        (["reactions"], [(None, 1, 3, 600), (None, 0, 0, 120)]),
        (["shares"], [(12, 1, None, 600), (0, 0, None, 120)]),
        (["shares", "reactions"], []),
    ],
)
def test_a_metric_that_is_gone_is_not_told_and_takes_nothing_with_it(
    deps: Deps, site: PageServer, gone: list[str], kept: list[tuple[Any, ...]]
) -> None:
    site.switch(gone=gone)
    assert count(deps, site) == kept


def test_views_without_the_permission_are_not_told(deps: Deps, site: PageServer) -> None:
    site.switch(lacking=["read_insights"])
    assert count(deps, site) == [(12, 1, 3, None), (0, 0, 0, None)]


def test_a_page_that_does_not_answer_costs_a_day_and_no_more(deps: Deps, site: PageServer) -> None:
    site.switch(fault={"kind": "500", "times": 9})
    assert count(deps, site) == []
    site.switch(fault=None)
    assert count(deps, site, DAY + timedelta(days=1)) != []


def test_where_the_budget_is_tight_views_are_not_asked_for(deps: Deps, site: PageServer) -> None:
    cost = poll.cost_of(deps.page.page_id)  # type: ignore[union-attr]
    cost.leave_alone(60)
    assert count(deps, site) == []
    poll._costs.clear()
    site.switch(engaged_users=0)
    assert [row[3] for row in count(deps, site, DAY + timedelta(days=1))] in ([], [None, None])


def test_what_it_costs_is_counted(deps: Deps, site: PageServer) -> None:
    cost = poll.cost_of(deps.page.page_id)  # type: ignore[union-attr]
    before = cost.in_a_day()
    count(deps, site)
    assert cost.in_a_day() - before == 3


def test_older_posts_are_left_alone(deps: Deps, site: PageServer) -> None:
    site.clock.pass_by(days=36)
    assert count(deps, site, DAY + timedelta(days=36)) == []


def test_without_a_page_nothing_is_counted(deps: Deps, site: PageServer) -> None:
    assert count(replace(deps, page=None), site) == []
