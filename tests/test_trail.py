"""One id from what came in, through the decision and the outbox, to what Slack was told."""

import io
import json
import logging
from dataclasses import replace
from datetime import UTC, date, datetime
from functools import partial

import httpx
import pytest
from slack_bolt import BoltRequest

from bot import logs, trail
from bot.domain.answer_changes import Act, Change
from bot.domain.answers import Answer, Kind
from bot.domain.blocking import Block
from bot.domain.blocking import State as BlockState
from bot.domain.comment_rules import RuleKind
from bot.domain.moderation import Case, Deed
from bot.domain.moderation import State as CaseState
from bot.health import Health
from bot.integrations.facebook import GraphPage
from bot.jobs import publish
from bot.store import answer_changes, answers, blocks, inbox, ledger, moderation, outbox
from handlers import app as door
from handlers import commands
from handlers.listeners import _named
from tests import forms, make, publishing
from tests.jobs.sending import World, drain, make_sender
from tests.make import NOW, PLAN

SECRET = "en hemlighet om Berit"
WHEN = {"decided_at": NOW, "next_at": NOW}
KEPT = {
    answers: Answer(0, "1_1", "1_1", Kind.ANSWER, "Hej!", "U1", **WHEN),
    answer_changes: Change(0, 1, Act.EDIT, "Hej!", "U1", **WHEN),
    moderation: Case(
        *(0, "1_1", Deed.HIDE, None, "r", RuleKind.PAGE, "", 1, "U1", NOW, NOW, NOW),
        CaseState.WAITING,
    ),
    blocks: Block(
        *(0, 1, "1_1", "P1", "r", date(2027, 1, 1), "U1", NOW, NOW, NOW), BlockState.WAITING
    ),
}


@pytest.fixture
def lines():
    """What is logged, as it is written in JSON."""
    root, stream = logging.getLogger(), io.StringIO()
    before = root.level, list(root.handlers)
    handler = logging.StreamHandler(stream)
    handler.setFormatter(logs.JsonLines())
    handler.addFilter(logs.Trail())
    root.handlers[:] = [handler]
    root.setLevel(logging.INFO)
    yield lambda: [json.loads(line) for line in stream.getvalue().splitlines()]
    root.setLevel(before[0])
    root.handlers[:] = before[1]


def sent(deps, store, hand):
    drain(make_sender(store, World(), hand, Health()))


def test_a_command_is_followed_to_what_slack_is_told(deps, store, hand, lines):
    app = door.create(deps, lambda: None)
    app.dispatch(BoltRequest(mode="socket_mode", body=make.command("idea", SECRET)))
    with deps.reading() as db:
        (kept,) = inbox.waiting(db)
    commands.drain(deps)  # in another thread, perhaps in another process
    sent(deps, store, hand)

    mine = [line["message"] for line in lines() if line["trail"] == kept.trail]
    assert mine[0] == "Slack: command"
    assert any(message.startswith("outbox: done with note:") for message in mine)
    with deps.reading() as db:
        acts = db.execute("select distinct trail from audit where act = 'idea.added'").fetchall()
        rows = db.execute("select trail from outbox where kind = 'note'").fetchall()
    assert set(acts) <= {(kept.trail,)}
    assert rows == [(kept.trail,)]
    assert SECRET not in json.dumps(lines(), ensure_ascii=False)


def test_two_happenings_have_two_ids_and_what_follows_stays_apart(deps, store, hand, lines):
    app = door.create(deps, partial(commands.drain, deps))
    for text in ("ett", "två"):
        app.dispatch(BoltRequest(mode="socket_mode", body=make.command("idea", text)))
    sent(deps, store, hand)

    came = [line["trail"] for line in lines() if line["message"] == "Slack: command"]
    went = [line["trail"] for line in lines() if line["message"].startswith("outbox: done")]
    assert len(set(came)) == 2
    assert [one for one in went if one in came] == came


def test_a_click_is_followed_to_the_page_and_to_what_is_told_of_it(deps, store, hand, lines):
    """Between them lie days, another thread and a restart; the newest decision counts."""
    desk = replace(deps, page=publishing.FakePage(hand))
    publishing.allowed(desk)
    app = door.create(desk, lambda: None)
    post = publishing.ready(desk)
    for click in ("go_out", "move"):
        choice = {"type": "overflow", "selected_option": {"value": f"{click} {post.id}"}}
        body = make.click("post.menu")
        body["actions"] = [body["actions"][0] | choice]
        app.dispatch(BoltRequest(mode="socket_mode", body=body))
    (first, second) = desk.slack.views
    for view, said in ((first, {"when": "planned"}), (second, {"day": "2026-11-30"})):
        body = forms.submission(view, **said)
        app.dispatch(BoltRequest(mode="socket_mode", body=body))
    came = [line["trail"] for line in lines() if line["message"].startswith("Slack: view")]
    hand.to(datetime(2026, 11, 30, 10, tzinfo=UTC))
    with trail.begun():
        publish.drain(desk)
    sent(desk, store, hand)

    assert publishing.latest(desk, post).state == "published"
    with desk.reading() as db:
        rows = db.execute("select act, trail from audit where act like 'post.publish%'").fetchall()
    assert rows == [("post.publishing_decided", came[0]), ("post.published", came[1])]
    mine = [line["message"] for line in lines() if line["trail"] == came[1]]
    assert any(message.startswith("outbox: done with publish:") for message in mine)


@pytest.mark.parametrize("store", KEPT, ids=lambda store: store.__name__.rpartition(".")[2])
def test_what_waits_for_the_page_keeps_the_id_of_its_newest_decision(db, store):
    db.conn.execute("pragma foreign_keys = off")
    with trail.begun() as first:
        one = store.add(db, KEPT[store])
    assert store.get(db, one.id).trail == first
    with trail.followed(first):  # whoever carries it out
        store.save(db, store.get(db, one.id))
    assert store.get(db, one.id).trail == first
    with trail.begun() as second:
        store.save(db, store.get(db, one.id))
    assert store.get(db, one.id).trail == second


def test_each_write_on_the_page_stands_in_the_log_without_its_words(lines):
    said = httpx.MockTransport(lambda _: httpx.Response(200, json={"id": "1_2"}))
    page = GraphPage(
        base_url="https://g.example", version="v1", page_id="1", token="t", transport=said
    )
    with trail.begun() as mine:
        page.create_unpublished(SECRET, None)
    (line,) = lines()
    assert (line["message"], line["trail"]) == ("page: POST 1/feed: 200", mine)


def test_a_message_that_is_decided_anew_belongs_to_the_newest_decision(db):
    with trail.begun() as first:
        outbox.put(db, "digest:1", PLAN, {"text": "a"}, now=NOW)
    with trail.begun() as second:
        outbox.put(db, "digest:1", PLAN, {"text": "a"}, now=NOW)
        assert outbox.pending(db)[0].trail == first, "nothing was decided"
        outbox.put(db, "digest:1", PLAN, {"text": "b"}, now=NOW)
        ledger.record(db, "U1", "post.moved", "post:1", now=NOW)

    assert outbox.pending(db)[0].trail == second
    assert db.execute("select trail from audit").fetchall() == [(second,)]


def test_a_happening_ends_where_it_ends():
    assert trail.current() == ""
    with trail.begun() as outer:
        with trail.followed("a1"):
            assert trail.current() == "a1"
        assert trail.current() == outer
    assert trail.current() == ""


@pytest.mark.parametrize(
    ("body", "said"),
    [
        ({"command": "/idea", "text": SECRET}, "command"),
        ({"type": "block_actions", "actions": [{"action_id": "post.menu", "value": SECRET}]},
         "click post.menu"),
        ({"type": "block_actions", "actions": [{"action_id": f"{SECRET}\n[FEL] x"}]}, "click ?"),
        ({"type": "view_submission", "view": {"callback_id": "plan.form", "state": SECRET}},
         "view_submission plan.form"),
        ({"event": {"type": "message", "text": SECRET}, "event_id": "Ev1"}, "event message Ev1"),
        ({"event": {"type": ["message"]}}, "event ? ?"),
        ({"type": "shortcut", "callback_id": "idea.new"}, "shortcut"),
        ({}, "?"),
    ],
)  # fmt: skip
def test_what_came_is_told_by_our_names_and_never_by_what_is_in_it(body, said):
    assert _named(body) == said


@pytest.mark.parametrize("form", ["json", "text"])
def test_both_forms_show_the_id(form, capsys):
    root = logging.getLogger()
    before = root.level, list(root.handlers)
    try:
        logs.set_up("info", form)
        with trail.followed("a1b2c3"):
            logging.getLogger("bot.x").info("done")
        assert "a1b2c3" in capsys.readouterr().err
    finally:
        root.setLevel(before[0])
        root.handlers[:] = before[1]
