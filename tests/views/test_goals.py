"""Goals as they are put to the team, and milestones, in both languages."""

from datetime import date

import pytest

from bot.domain.goals import Aim, Goal, Milestone, State, Switches
from bot.views import goals
from bot.views.forms import Origin
from tests.reporting import full

DAY = date(2026, 11, 27)
GOALS = [
    Goal(Aim.WITHIN, 86, 90, DAY, among=43),
    Goal(Aim.RATE, 93, 95, DAY, State.ACCEPTED, 90, among=43),
    Goal(Aim.RUNWAY, 12, 14, DAY, State.DECLINED),
]


def test_what_is_put_to_the_team(words, snapshot):
    snapshot(goals.put(words, GOALS))


@pytest.mark.parametrize(
    ("known", "said", "learning"),
    [
        ([], Switches(), None),
        ([], Switches(), date(2026, 12, 25)),
        (GOALS, Switches(goals=False, milestones=False), None),
        (GOALS, Switches(), None),
    ],
    ids=["nothing seen", "learning", "off", "known"],
)
def test_the_page_of_the_settings(words, known, said, learning, snapshot):
    snapshot(goals.page(words, known, said, learning))
    assert goals.topic(words, known, said, learning).now


def test_the_form(words, snapshot):
    snapshot(goals.form(words, GOALS[1], Origin("C1")))


@pytest.mark.parametrize("which", Milestone)
def test_a_milestone_is_one_dry_sentence(words, which):
    said = goals.milestone(words, which, full())["text"]
    assert said.endswith(".")
    assert "!" not in said
    assert "<" not in said
