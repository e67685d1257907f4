"""Goals are put to the team once a quarter and decided by the lead; milestones are told once."""

from dataclasses import replace
from datetime import date, datetime, time

import pytest

from bot.domain.goals import Aim, State, Switches
from bot.domain.plan import Entry
from bot.domain.team import Team
from bot.jobs import goals as job
from bot.jobs.due import Due
from bot.store import goals, ledger, outbox, outbox_looks, posts, team
from handlers import goals as handlers
from tests import make, new_year
from tests.commands import say
from tests.fakes import FakeAck
from tests.forms import submission
from tests.make import AMIRA, ELIN, JONAS, PLAN
from tests.new_year import ZONE

DAY = date(2027, 1, 12)


@pytest.fixture
def settled(deps, hand):
    """The year's end has happened; the bot has seen comments for four weeks."""
    new_year.settle(deps, hand)
    with deps.transaction() as db:
        team.save(db, Team(lead=JONAS, members=(AMIRA, ELIN)))
        outbox_looks.forget(db, "")
    return deps


def run(deps, hand, day=DAY):
    at = hand.to(datetime.combine(day, time(8, 15), ZONE))
    job.run(deps, Due(day, at, at))


def standing(deps):
    with deps.reading() as db:
        return {
            item.key: (item.channel, item.body)
            for item in outbox.pending(db)
            if item.key.startswith("goals:")
        }


def known(deps):
    with deps.reading() as db:
        return {goal.aim: goal for goal in goals.known(db)}


def press(deps, listener, value="", user=JONAS, **body):
    click = {**make.click("any", value, user=user), **body}
    listener(deps, FakeAck(), click)
    with deps.reading() as db:
        notes = [i.body["text"] for i in outbox.pending(db) if i.user == user]
    return notes[-1] if notes else ""


def test_nothing_is_proposed_while_the_bot_learns(settled, hand):
    run(settled, hand, date(2027, 1, 8))
    assert "Från söndag 10 januari" in say(settled, "lucka", "inställningar")["text"]
    assert known(settled) == {}


def test_goals_are_put_to_the_lead_once_a_quarter(settled, hand):
    run(settled, hand)
    run(settled, hand)
    ((channel, body),) = (v for k, v in standing(settled).items() if k.startswith("goals:2027"))
    assert channel == JONAS
    assert "*Svar inom löftet:* förslag minst 85 %. Ni låg på 83 % av 49 kommentarer." in body[
        "text"
    ].replace("\u00a0", " ")
    assert Aim.RATE in known(settled)
    run(settled, hand, date(2027, 2, 15))
    assert len([k for k in standing(settled) if k.startswith("goals:2027")]) == 1
    assert known(settled)[Aim.RATE].on == DAY


def test_a_goal_is_taken_and_stands_beside_its_figure(settled, hand):
    run(settled, hand)
    press(settled, handlers.take, "rate 95")
    found = known(settled)[Aim.RATE]
    assert (found.state, found.target) == (State.ACCEPTED, 95)
    (_, body) = standing(settled)["goals:2027-1"]
    assert "målet är minst 95" in body["text"]
    said = say(settled, "report", "2026-12")["text"].replace("\u00a0", " ")
    assert "· mål: minst 95 %" in said
    press(settled, handlers.decline, "rate")
    assert known(settled)[Aim.RATE].state is State.DECLINED
    assert "mål: minst" not in say(settled, "report", "2026-12")["text"]
    with settled.reading() as db:
        acts = [act.act for act in ledger.acts(db, "goal:rate")]
    assert acts == ["goal.accepted", "goal.declined"]


def test_a_goal_is_changed_in_a_form(settled, hand, slack):
    run(settled, hand)
    press(settled, handlers.change, "within")
    ack = FakeAck()
    handlers.save(settled, Aim.WITHIN, ack, submission(slack.views[-1], user=JONAS, target="85 %"))
    assert known(settled)[Aim.WITHIN].target == 85
    for wrong in ("0", "101", "hej", ""):
        press(settled, handlers.change, "within")
        ack = FakeAck()
        form = submission(slack.views[-1], user=JONAS, target=wrong)
        handlers.save(settled, Aim.WITHIN, ack, form)
        assert "heltal från 1 till 100" in str(ack.answer)
    assert known(settled)[Aim.WITHIN].target == 85


def test_only_the_lead_decides(settled, hand):
    run(settled, hand)
    press(settled, handlers.take, "rate 95", user=ELIN)
    press(settled, partial_switch("goals"), "off", user=ELIN)
    assert known(settled)[Aim.RATE].state is State.PROPOSED
    with settled.reading() as db:
        assert goals.switches(db) == Switches()


def partial_switch(name):
    return lambda deps, ack, body: handlers.switch(deps, name, ack, body)


def test_goals_that_are_off_are_neither_proposed_nor_shown(settled, hand):
    assert "Målen är avstängda" in press(settled, partial_switch("goals"), "off")
    run(settled, hand)
    assert known(settled) == {}
    press(settled, partial_switch("goals"), "on")
    run(settled, hand, date(2027, 1, 13))
    assert known(settled)
    press(settled, handlers.take, "rate 95")
    press(settled, partial_switch("goals"), "off")
    assert "mål: minst" not in say(settled, "report", "2026-12")["text"]


def test_a_goal_that_was_never_proposed_is_answered_kindly(settled):
    assert "inte föreslaget än" in press(settled, handlers.take, "rate 95")
    assert "inte föreslaget än" in press(settled, handlers.decline, "<!channel>")


def milestones(deps):
    return {
        key.rpartition(":")[2]: (channel, body["text"])
        for key, (channel, body) in standing(deps).items()
        if "milestone" in key
    }


def fill(deps, hand):
    """Fill every slot of the next ten weeks."""
    with deps.transaction() as db:
        for n in range(70):
            day = date.fromordinal(DAY.toordinal() + n)
            posts.add(db, Entry("x", 1, day, time(11), owner=AMIRA), who=AMIRA, now=deps.now())


def test_a_plan_without_gaps_is_told_once_without_a_ping(settled, hand):
    fill(settled, hand)
    run(settled, hand)
    run(settled, hand, date(2027, 1, 13))
    assert list(milestones(settled)) == ["unbroken"]
    channel, text = milestones(settled)["unbroken"]
    assert (channel, text) == (PLAN, "Planen är nu utan lucka de närmaste 30 dagarna.")
    with settled.transaction() as db:
        outbox_looks.forget(db, "goals:milestone")
    run(settled, hand, date(2027, 1, 14))
    assert milestones(settled) == {}


def test_milestones_can_be_switched_off(settled, hand):
    fill(settled, hand)
    said = press(settled, partial_switch("milestones"), "off")
    assert "Milstolpar berättas inte" in said
    run(settled, hand)
    assert milestones(settled) == {}


def test_the_page_of_the_settings_shows_and_switches(settled, hand):
    run(settled, hand)
    assert "Milstolpar berättas en gång var" in press(settled, handlers.show)
    ephemeral = {"container": {"is_ephemeral": True}, "response_url": "https://hooks.example/1"}
    assert "målet är minst 95" in press(settled, handlers.take, "rate 95", **ephemeral)


def test_without_a_lead_the_channel_decides(deps, hand):
    new_year.settle(deps, hand)
    run(replace(deps), hand)
    ((channel, _),) = (v for k, v in standing(deps).items() if k.startswith("goals:2027"))
    assert channel == PLAN
