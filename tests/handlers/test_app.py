"""The app as a whole: whatever Slack is told to send us, it is taken and acknowledged."""

import hashlib
import hmac
import time
from contextlib import contextmanager
from dataclasses import replace
from functools import partial
from sqlite3 import OperationalError
from urllib.parse import urlencode

import pytest
from slack_bolt import BoltRequest

from bot.store import outbox
from bot.views.manifest import COMMANDS, EVENTS, SHORTCUTS
from handlers import app as door
from handlers import commands
from tests import make

SUBTYPES = ("message_changed", "message_deleted", "channel_join", "bot_message", "file_share")


@pytest.fixture
def app(deps):
    return door.create(deps, partial(commands.drain, deps))


def dispatch(app, body):
    return app.dispatch(BoltRequest(mode="socket_mode", body=body))


def event(name, **more):
    return {
        "type": "event_callback",
        "event_id": f"Ev-{name}-{more.get('subtype', '')}",
        "team_id": "T0LUCKA",
        "event": {"type": name, "user": make.AMIRA, "channel": make.PLAN, "ts": "1.1", **more},
    }


@pytest.mark.parametrize("name", EVENTS)
def test_every_subscribed_event_is_acknowledged(app, name):
    item = {"type": "message", "channel": make.PLAN, "ts": "1.1"}

    assert dispatch(app, event(name, item=item, reaction="dancer", tab="home")).status == 200


@pytest.mark.parametrize("subtype", SUBTYPES)
def test_talk_of_every_kind_is_acknowledged(app, subtype):
    assert dispatch(app, event("message", subtype=subtype)).status == 200


@pytest.mark.parametrize("name", COMMANDS)
def test_every_command_is_acknowledged_with_nothing_and_answered(app, deps, name):
    answer = dispatch(app, make.command(name, "help"))

    assert (answer.status, answer.body) == (200, "")
    assert len(whispers(deps)) == 1


@pytest.mark.parametrize(("callback", "kind"), SHORTCUTS)
def test_every_shortcut_opens_a_form(app, slack, callback, kind):
    body = {
        "type": "shortcut" if kind == "global" else "message_action",
        "callback_id": callback,
        "trigger_id": "t",
        "user": {"id": make.AMIRA},
        "team": {"id": "T0LUCKA"},
        "channel": {"id": make.PLAN},
        "message": {
            "ts": "1.1",
            "text": "Tänk om bokbussen fick ett eget inlägg",
            "user": make.JONAS,
        },
    }

    assert dispatch(app, body).status == 200
    assert len(slack.views) == 1


def whispers(deps):
    with deps.reading() as db:
        return [item.body["text"] for item in outbox.pending(db)]


@pytest.mark.parametrize(
    "body",
    [
        pytest.param(make.click("something.gone", "1"), id="click"),
        pytest.param(
            {
                "type": "view_submission",
                "view": {"type": "modal", "callback_id": "form.gone", "state": {"values": {}}},
                "user": {"id": make.AMIRA},
                "trigger_id": "t",
            },
            id="form",
        ),
        pytest.param(
            {
                "type": "shortcut",
                "callback_id": "shortcut.gone",
                "user": {"id": make.AMIRA},
                "trigger_id": "t",
            },
            id="shortcut",
        ),
    ],
)
def test_what_belongs_to_a_former_version_is_told_to_be_out_of_date(app, deps, body):
    assert dispatch(app, body).status == 200

    (text,) = whispers(deps)
    assert "finns inte längre" in text


def test_the_commands_follow_the_prefix(deps):
    prefixed = replace(deps, settings=replace(deps.settings, command_prefix="lucka-"))
    app = door.create(prefixed, partial(commands.drain, prefixed))

    assert dispatch(app, make.command("lucka-plan")).status == 200
    assert len(whispers(deps)) == 1
    assert dispatch(app, make.command("plan")).status == 404


SECRET = "hemligheten"


def signed(body, *, secret=SECRET, age=0):
    stamp = str(int(time.time()) - age)
    digest = hmac.new(secret.encode(), f"v0:{stamp}:{body}".encode(), hashlib.sha256).hexdigest()
    return {
        "content-type": "application/x-www-form-urlencoded",
        "x-slack-request-timestamp": stamp,
        "x-slack-signature": f"v0={digest}",
    }


@pytest.mark.parametrize(
    ("headers", "status"),
    [
        pytest.param(signed, 200, id="signed"),
        pytest.param(lambda body: signed(body, secret="fel"), 401, id="with another secret"),
        pytest.param(lambda body: signed(body, age=600), 401, id="ten minutes old"),
        pytest.param(lambda body: signed(body + "x"), 401, id="for another body"),
        pytest.param(
            lambda body: {"content-type": "application/x-www-form-urlencoded"}, 401, id="unsigned"
        ),
    ],
)
def test_in_http_mode_only_what_slack_signed_is_let_in(deps, headers, status):
    settings = replace(deps.settings, slack_signing_secret=SECRET)
    app = door.create(replace(deps, settings=settings), partial(commands.drain, deps))
    body = urlencode(make.command("lucka"))

    answer = door.dispatcher(app, SECRET)(body, headers(body))

    assert answer.status == status
    assert ["/plan" in said for said in whispers(deps)] == [True] * (status == 200)


def test_what_fails_is_logged_once_without_what_people_wrote(deps, caplog):
    @contextmanager
    def locked():
        raise OperationalError("hemligt")
        yield

    app = door.create(replace(deps, transaction=locked), lambda: None)

    answer = dispatch(app, event("app_home_opened", tab="home"))

    assert answer.status == 500
    (record,) = caplog.records
    assert "hemligt" not in record.getMessage()


@pytest.mark.parametrize("name", ["app_mention", "pin_added", "team_join"])
def test_an_event_that_nobody_asked_for_is_acknowledged(app, name):
    assert dispatch(app, event(name)).status == 200


def test_a_reaction_that_comes_too_early_is_no_failure(deps, caplog):
    with deps.transaction() as db:
        outbox.put(db, "relay:1", make.COMMENTS, {"text": "Hej"}, now=deps.now())
        outbox.trying(db, outbox.pending(db)[0], now=deps.now())
    app = door.create(deps, lambda: None)

    assert dispatch(app, make.reaction("eyes", "9.9")).status == 500
    assert [record for record in caplog.records if record.levelname == "ERROR"] == []
