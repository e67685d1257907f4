"""Forged, foreign and outdated values: a kind answer each, and nothing written."""

import json
from collections.abc import Iterable
from dataclasses import replace
from itertools import product
from typing import Any

import pytest
from slack_bolt import App, BoltRequest

from bot.deps import Deps
from bot.domain.answers import Answering
from bot.jobs import digest, nag
from bot.jobs.due import Due
from bot.store import answers
from handlers.app import create
from tests import make
from tests.fakes import FakeSlack, Hand
from tests.make import NOW
from tests.publishing import FakePage, allowed

BUTTONS = [
    "gap.plan_idea",
    "gap.take",
    "gap.leave_empty",
    "gap.later",
    "gap.restore",
    "plan.fill",
    "plan.use_offer",
    "import.take_all",
    "import.keep_all",
    "import.apart",
    "import.undo_all",
    "plan.more",
    "plan.before",
    "plan.page_after",
    "idea.plan",
    "idea.change",
    "idea.undo",
    "idea.more",
    "idea.vote",
    "idea.menu",
    "idea.route",
    "idea.route.1",
    "idea.later",
    "idea.no",
    "idea.unroute",
    "post.change",
    "post.move",
    "post.publish",
    "post.cancel",
    "post.ready",
    "post.draft",
    "post.restore",
    "post.advice",
    "post.menu",
    "post.open",
    "post.media",
    "post.override",
    "post.decide",
    "post.also",
    "post.unlink",
    "post.history",
    "post.watch",
    "post.watch_mine",
    "post.watch_calm",
    "post.second",
    "series.revert",
    "wheel.take_back",
    "post.pair",
    "outlet.pair",
    "post.go_out",
    "post.withdraw",
    "found.link",
    "found.other",
    "comment.claim",
    "comment.release",
    "comment.handle",
    "comment.reopen",
    "comment.more",
    "comment.answer",
    "answer.again",
    "answer.edit",
    "answer.delete",
    "answer.fill",
    "answer.kind",
    "replies.pick",
    "replies.change",
    "replies.delete",
    "replies.restore",
    "comment.hand_over",
    "comment.decline",
    "comment.sos",
    "comment.take_over",
    "comment.give_back",
    "comment.unneed",
    "comment.was_me",
    "comment.was_not_me",
    "comment.uncount",
    "comment.count",
    "record.open",
    "record.files",
    "registration.open",
    "registration.undo",
    "snapshot.take",
    "snapshot.later",
    "moderation.open",
    "moderation.confirm",
    "moderation.decline",
    "moderation.undo",
    "moderation.show_again",
    "moderation.again",
    "moderation.reported",
    "moderation.right",
    "praise.pass_on",
    "praise.sent",
    "praise.unsent",
    "units.menu",
    "units.archive",
    "units.revive",
    "rules.menu",
    "rules.archive",
    "rules.revive",
    "comment.flag",
    "comment.unflag",
    "comment.judge",
    "comment.tag.critical",
    "comment.effort.short",
    "comment.untag",
    "goals.take",
    "peers.menu",
    "peers.restore",
    "goals.change",
    "goals.decline",
    "goals.switch",
    "goals.milestones",
    "watch_words.change",
    "slot.menu",
    "slot.move",
    "slot.move_back",
    "outlet.change",
    "outlet.revive",
    "cadence.menu",
    "part.remove",
    "part.restore",
    "workdays.remove",
    "workdays.restore",
    "series.change",
    "series.skip",
    "series.unskip",
    "series.good",
    "series.end",
    "series.resume",
    "series.more",
    "wheel.menu",
    "wheel.more",
    "wheel.restore",
    "roster.remove",
    "roster.restore",
    "rights.remove",
    "first.fact",
    "first.decline",
    "first.reopen",
    "settings.undo",
    "rights.restore",
    "holiday.open",
    "reserve.form",
    "reserve.check",
    "reserve.remove",
    "reserve.restore",
    "nobody.knows",
]
VALUES = [
    "",  # nothing
    "hello",  # a word
    "1",  # a lone number
    "404 1",  # two numbers
    str(10**30),  # a number too large
    "-1",  # a negative number
    "١",  # other digits
    "1 2026-11-25",  # half a slot
    "1 2026-11-25 25:00 1",  # a slot with an hour that is none
    "1 9999-12-31 11:00 1",  # the last day of all
    "1 2026-11-25 11:00 post-404",  # a post that is none, to be made anew
    "cancel 404",  # an act without a post
    "go_out 404",  # publishing no post
    "<!channel>",  # a mention
    "\ud83d",  # half an emoji
    "1\x00",  # a zero byte
    "x" * 2000,  # very long
]
FORMS = [
    "plan.save",
    "post.move_save",
    "post.publish_save",
    "post.cancel_save",
    "post.media_save",
    "post.override_save",
    "post.decide_save",
    "post.also_save",
    "post.watch_save",
    "idea.save",
    "reserve.save",
    "team.save",
    "idea.no_save",
    "outlet.add",
    "outlet.save",
    "cadence.add",
    "cadence.save",
    "departure.add",
    "pause.add",
    "workdays.hours_save",
    "workdays.halves_save",
    "workdays.squeeze_save",
    "workdays.own_save",
    "series.save",
    "publishing.save",
    "post.go_out_save",
    "answering.save",
    "answer.send",
    "answer.edit_save",
    "answer.delete_save",
    "replies.save",
    "replies.save_route",
    "wheel.save",
    "policy.save",
    "roster.turns_save",
    "rights.save",
    "first.fact_save",
    "rights.stand_in_save",
    "roster.swap_save",
    "comment.hand_over_save",
    "comment.unneed_save",
    "language.save",
    "lapsing.save",
    "registration.save",
    "disclosure.ask",
    "disclosure.save",
    "moderation.ask_save",
    "moderation.save",
    "block.save",
    "block.extend_save",
    "rules.save",
    "units.save",
    "praise.save",
    "comment.judge_save",
    "watch_words.save",
]


@pytest.fixture
def deps(deps: Deps, hand: Hand) -> Deps:
    """The bot's parts with a page on which Amira may publish and answer."""
    made = replace(deps, page=FakePage(hand))  # type: ignore[arg-type]
    allowed(made)
    with made.transaction() as db:
        answers.decide(db, Answering(is_on=True))
    return made


@pytest.fixture
def app(deps: Deps) -> App:
    return create(deps, lambda: None)


def send(app: App, body: dict[str, Any]) -> str:
    """Hand *body* over as Slack does; return what Slack hears."""
    answer = app.dispatch(BoltRequest(body=body, mode="socket_mode"))
    assert answer.status == 200
    return str(answer.body)


def decided(deps: Deps) -> dict[str, list[tuple[Any, ...]]]:
    """Everything that people decide."""
    tables = (
        "ideas", "posts", "post_history", "left_empty", "postponed", "relays", "audit",
        "outlets", "cadences", "series", "exceptions", "pauses", "working_calendar",
        "publications", "publishing", "answering", "answers", "answer_changes", "replies",
        "publications", "publishing", "comment_rules", "moderation", "blocks", "units", "praise",
        "wheel_items", "wheel_ideas",
        "policy", "team", "stand_ins", "rights", "page_facts", "setting_changes", "roster", "roster_swaps", "judgements", "watch_words",
        "policy", "roster", "roster_swaps", "judgements", "watch_words",
        "registrations", "disclosures",
    )  # fmt: skip
    with deps.reading() as db:
        return {table: db.execute(f"select * from {table}").fetchall() for table in tables}  # noqa: S608


def told(deps: Deps) -> list[str]:
    """Every word that was said to one person."""
    with deps.reading() as db:
        rows = db.query("select json_extract(body, '$.text') as text from outbox where user <> ''")
        return [row["text"] for row in rows]


def count_told(deps: Deps) -> int:
    """How many they are: to read them all after each click would take long."""
    with deps.reading() as db:
        return int(db.execute("select count(*) from outbox where user <> ''").fetchone()[0])


def apologies(deps: Deps) -> list[str]:
    return [word for word in told(deps) if deps.words("surprise") in word]


def clicks_are_answered_kindly(
    deps: Deps, app: App, slack: FakeSlack, bodies: Iterable[dict[str, Any]]
) -> None:
    """To each one word to who clicked, or a form, and never an apology; nothing is written.

    As nothing is, they may come one after another.
    """
    before, said = decided(deps), count_told(deps) + len(slack.views)
    for number, body in enumerate(bodies, start=1):
        send(app, body)
        clicked = body["actions"][0]
        assert count_told(deps) + len(slack.views) == said + number, clicked
    assert decided(deps) == before, clicked["action_id"]
    assert apologies(deps) == [], clicked["action_id"]


def test_a_forged_button_is_answered_kindly_and_writes_nothing(
    deps: Deps, app: App, slack: FakeSlack
) -> None:
    for action_id in BUTTONS:
        bodies = (make.click(action_id, value) for value in VALUES)
        clicks_are_answered_kindly(deps, app, slack, bodies)


@pytest.mark.parametrize(
    "action_id",
    [
        "gap.plan_idea",
        "gap.later",
        "post.menu",
        "idea.menu",
        "idea.later",
        "idea.route",
        "wheel.menu",
    ],
)
def test_a_menu_without_a_choice_is_answered_kindly(
    deps: Deps, app: App, slack: FakeSlack, action_id: str
) -> None:
    nothings: list[Any] = [None, {}, {"value": None}, {"value": 7}, {"text": {}}, 7, "x", ["x"]]
    menus = [
        {"type": kind, "action_id": action_id, "selected_option": chosen}
        for kind in ("static_select", "overflow")
        for chosen in nothings
    ]
    bodies = ({**make.click(action_id), "actions": [menu]} for menu in menus)
    clicks_are_answered_kindly(deps, app, slack, bodies)


@pytest.mark.parametrize("days", [1, 3, 30, 400])
def test_every_button_of_an_old_morning_has_a_kind_answer(
    deps: Deps, app: App, slack: FakeSlack, hand: Hand, days: int
) -> None:
    with deps.transaction() as db:
        for number in range(3):
            db.execute(
                "insert into ideas (title, note, links, author, created_at)"
                " values (?, '', '[]', 'U0AMIRA', '2026-11-01T00:00:00.000000+00:00')",
                [f"Idé {number}"],
            )
    today = deps.today()
    for job in (digest.run, nag.run):
        job(deps, Due(today, NOW, NOW))
    with deps.reading() as db:
        rows = [json.loads(r["body"]) for r in db.query("select body from outbox")]
    hand.on(days=days)
    for action in [a for row in rows for a in _actions(row["blocks"])]:
        earlier, forms = len(told(deps)), len(slack.views)
        body = make.click(action["action_id"])
        body["actions"] = [action]
        send(app, body)
        assert (len(told(deps)) - earlier) + (len(slack.views) - forms) == 1
    assert apologies(deps) == []


def _actions(blocks: list[dict[str, Any]]) -> list[dict[str, Any]]:
    """Every click that the blocks of a message allow, each choice of a menu for itself."""
    elements = [e for b in blocks for e in [*b.get("elements", []), b.get("accessory")] if e]
    clicks = []
    for element in elements:
        if "action_id" in element:
            head = {"type": element["type"], "action_id": element["action_id"]}
            options = element.get("options")
            clicks += (
                [{**head, "selected_option": option} for option in options]
                if options
                else [{**head, "value": element.get("value", "")}]
            )
    return clicks


METADATA = ["", "{", "[]", "null", '{"x": 1}', '{"subject": "a"}']
STATES: list[dict[str, Any]] = [
    {"values": {}},
    {"values": {"title": {"a": {"value": "Hej"}}}},
]


def test_a_forged_form_is_answered_and_writes_nothing(deps: Deps, app: App) -> None:
    before = decided(deps)
    for callback_id in [*FORMS, "nobody.knows"]:
        for number, (metadata, state) in enumerate(product(METADATA, STATES)):
            view = {
                "id": f"V{number}-{callback_id}",
                "type": "modal",
                "callback_id": callback_id,
                "private_metadata": metadata,
                "state": state,
            }
            body = {
                "type": "view_submission",
                "user": {"id": make.AMIRA},
                "team": {"id": "T0LUCKA"},
                "trigger_id": f"t{number}-{callback_id}",
                "view": view,
            }
            assert deps.words("surprise") not in send(app, body), view
        assert decided(deps) == before, callback_id
        assert apologies(deps) == [], callback_id
