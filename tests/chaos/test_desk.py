"""The kill test at the plan desk: whatever was decided stands once, and went out once."""

import json
from collections import Counter
from collections.abc import Callable
from random import Random

import pytest

from tests.chaos.desk import Desk
from tests.chaos.people import People
from tests.chaos.test_kill import (
    END,
    KILLS,
    START,
    Death,
    assert_mornings,
    come_to_rest,
    journey,
    live,
)
from tests.scenarios.journey import Journey

__all__ = ["journey"]
pytestmark = pytest.mark.chaos

ACTIVE = "select 1 from publications where state in ('waiting', 'created', 'released')"
TWICE = """
    select series_id, occurrences.day from occurrences join posts on posts.id = post_id
    where status <> 'cancelled' group by series_id, occurrences.day having count(*) > 1
"""
STORIES = """
    select id from posts
    where revision <> (select count(*) from post_history where post_id = posts.id)
"""


def test_killed_at_the_desk_it_does_nothing_twice_and_nothing_by_half(
    journey: Journey, request: pytest.FixtureRequest, tell: Callable[[str], None]
) -> None:
    kills, rng = request.config.option.kills or KILLS, Random(request.config.option.seed)  # noqa: S311
    people = People(journey, rng, [journey.publish("Vaccin")], mornings=[START])
    desk, death = Desk(journey, rng, people), Death(journey)
    journey.settled()
    desk.prepare()
    journey.kill_bot()
    journey.sandbox.slack.workspace.watch(death.watch)
    for _ in range(kills):
        if rng.random() < 0.8:  # most of what is done here needs an answer
            journey.start_bot()
        live(journey, desk, death, rng)
    come_to_rest(journey, people)
    journey.wait_for(lambda: not journey.sql(ACTIVE), "the last publication", END)
    tell(f"{kills} kills at the desk, {death.in_the_act} of them in the act; {desk.summary()}")
    assert_mornings(journey, people)
    assert_series(journey, desk)
    assert_page(journey, desk)
    assert_siblings_and_ideas(journey)
    assert journey.sql(STORIES) == []
    assert journey.sql("select state, key from outbox where state <> 'sent'") == []
    free = journey.sql("select key from working_calendar where kind = 'own'")
    assert {(day,) for day in desk.free} <= set(free)
    assert "Traceback" not in journey.last_words(100_000)


def assert_series(journey: Journey, desk: Desk) -> None:
    """A series whose form closed is there once, each of its dates has one post."""
    names = Counter(name for (name,) in journey.sql("select name from series"))
    assert set(names.values()) <= {1}
    assert {name for name, closed in desk.series.items() if closed} <= set(names)
    assert journey.sql(TWICE) == []
    planned = (
        "select title, day from posts where title like 'Serie%' group by 1, 2 having count(*) > 1"
    )
    assert journey.sql(planned) == []


def assert_page(journey: Journey, desk: Desk) -> None:
    """Every text is out once at most, and what is out is published in the plan with its link."""
    shown = Counter(post["message"] for post in journey.get("/ui/page")["posts"])
    assert set(shown.values()) == {1}
    sent = journey.sql("select post_id, text from publications where state = 'published'")
    assert {text for _, text in sent} <= set(shown)
    assert len(shown) == 1 + len(sent)
    decided = {post_id for (post_id,) in journey.sql("select post_id from publications")}
    assert set(desk.out) <= decided
    for post_id, _ in sent:
        rows = journey.sql("select status, link from posts where id = ?", str(post_id))
        assert rows[0][0] == "published"
        assert rows[0][1]
    for post_id, text in desk.ready.items():
        assert journey.sql("select text from posts where id = ?", str(post_id)) == [(text,)]


def assert_siblings_and_ideas(journey: Journey) -> None:
    """Nobody planned the same content twice on an outlet, and of two answers one counts."""
    doubled = "select sibling, outlet_id from posts where sibling is not null group by 1, 2"
    assert journey.sql(f"{doubled} having count(*) > 1") == []
    assert {decision for (decision,) in journey.sql("select decision from ideas")} <= {0, 1}
    noted = journey.sql("select subject from audit where act = 'idea.routed_outlet'")
    assert len(noted) == len(set(noted)), json.dumps(noted)
