"""Bolt finds the listener of every command, click, form and shortcut of ideas and plan."""

from datetime import date
from functools import partial

import pytest
from slack_bolt import App, BoltRequest

from bot.store import ideas, posts
from handlers import commands
from handlers.app import create
from tests import make
from tests.forms import submission


@pytest.fixture
def app(deps) -> App:
    return create(deps, partial(commands.drain, deps))


def send(app, body):
    answer = app.dispatch(BoltRequest(body=body, mode="socket_mode"))
    assert answer.status == 200
    return answer


def shortcut(kind, callback_id):
    return {
        "type": kind,
        "callback_id": callback_id,
        "trigger_id": "trigger",
        "user": {"id": make.AMIRA},
        "team": {"id": "T0LUCKA"},
    }


def menu(value):
    body = make.click("post.menu")
    body["actions"] = [
        {"type": "overflow", "action_id": "post.menu", "selected_option": {"value": value}}
    ]
    return body


def test_from_an_idea_to_a_published_post(app, deps, slack):
    send(app, make.command("idea", "Öppet hus"))
    send(app, make.click("idea.plan", "1"))
    send(app, submission(slack.views[-1]))
    send(app, make.click("post.ready", "1"))
    send(app, menu("move 1"))
    send(app, submission(slack.views[-1], day="2026-12-03"))
    send(app, make.click("post.publish", "1"))
    send(app, submission(slack.views[-1], link="https://facebook.example/1"))
    with deps.reading() as db:
        post = posts.get(db, 1)
    assert (post.day, post.status, post.idea_id) == (date(2026, 12, 3), "published", 1)


def test_cancelled_and_restored(app, deps, slack):
    send(app, make.command("plan", "fredag Öppet hus"))
    send(app, make.click("post.cancel", "1"))
    send(app, submission(slack.views[-1]))
    with deps.reading() as db:
        assert posts.get(db, 1).status == "cancelled"
    send(app, make.click("post.restore", "1 2"))
    with deps.reading() as db:
        assert posts.get(db, 1).status == "draft"


@pytest.mark.parametrize(
    "body",
    [
        make.command("plan", "add"),
        make.click("plan.new"),
        make.click("plan.fill", "1 2026-11-27 11:00"),
        shortcut("shortcut", "plan.new"),
    ],
    ids=["command", "button", "gap", "shortcut"],
)
def test_every_way_to_the_plans_form(app, slack, body):
    send(app, body)
    assert [view["callback_id"] for view in slack.views] == ["plan.save"]


@pytest.mark.parametrize(
    "body",
    [
        make.command("idea"),
        make.click("idea.new", "Höstlov"),
        shortcut("shortcut", "idea.new"),
        {
            **shortcut("message_action", "idea.save_message"),
            "channel": {"id": make.PLAN},
            "message": {"ts": "1.1", "text": "Höstlov"},
        },
    ],
    ids=["command", "button", "shortcut", "message"],
)
def test_every_way_to_the_ideas_form(app, deps, slack, body):
    send(app, body)
    send(app, submission(slack.views[-1], title="Höstlov"))
    with deps.reading() as db:
        assert [idea.title for idea in ideas.search(db, limit=5)] == ["Höstlov"]


def test_a_guest_is_turned_away(app, deps):
    send(app, make.command("plan", "fredag Öppet hus", user=make.GUEST))
    send(app, make.command("idea", "Öppet hus", user=make.GUEST))
    with deps.reading() as db:
        assert posts.find(db, 1) is ideas.find(db, 1) is None
