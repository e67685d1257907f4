"""Modals and the home tab: opening, typing, submitting, what the app answers, closing."""

from typing import Any

import pytest

from bot.sandbox.slack import triggers
from tests.sandbox.slack_kit import (
    BUTTON,
    INPUTS,
    MANIFEST,
    OPTIONS,
    Json,
    Recorder,
    World,
    plain,
    refusal,
    until,
    world,
)


def modal(*blocks: Json, **more: Any) -> Json:
    view = {"type": "modal", "callback_id": "form", "title": plain("T"), "submit": plain("S")}
    return view | {"blocks": list(blocks or INPUTS)} | more


def opened(world: World, app: Recorder, view: Json | None = None) -> Json:
    """Run a command that opens a modal, and return it."""

    def answer(ack: Any, body: Json, client: Any, **_: Any) -> None:
        ack()
        client.views_open(trigger_id=body["trigger_id"], view=view or modal())

    app.on("command", answer)
    assert world.ui("commands", channel="C0PLAN", command="/idea", text="")["ok"]
    stack: list[Json] = until(lambda: world.read("views")["stack"])
    return stack[-1]


def test_a_form_is_submitted_in_slacks_shape(here: World, app: Recorder) -> None:
    view = opened(here, app, modal(private_metadata="m", external_id="e"))
    given = {"title": {"t": "Hösten"}, "outlet": {"o": "a"}}

    assert here.ui(f"views/{view['id']}/submit", values=given) == {"ok": True}
    sent = app.last("view")

    assert sent["type"] == "view_submission"
    assert sent["view"]["state"]["values"] == {
        "title": {"t": {"type": "plain_text_input", "value": "Hösten"}},
        "day": {"d": {"type": "datepicker", "selected_date": "2026-11-24"}},
        "outlet": {"o": {"type": "static_select", "selected_option": OPTIONS[0]}},
    }
    assert (sent["view"]["private_metadata"], sent["view"]["external_id"]) == ("m", "e")
    assert sent["view"]["hash"]
    assert sent["view"]["root_view_id"] == sent["view"]["id"]
    assert here.read("views")["stack"] == []


def test_objections_stand_at_their_fields_and_what_was_typed_stays(
    here: World, app: Recorder
) -> None:
    view = opened(here, app)
    app.on("view", lambda ack, **_: ack(response_action="errors", errors={"title": "För kort"}))

    answer = here.ui(f"views/{view['id']}/submit", values={"title": {"t": "H"}})

    assert answer["errors"] == {"title": "För kort"}
    shown = here.read("views")["stack"][0]
    assert shown["errors"] == {"title": "För kort"}
    assert shown["state"]["values"]["title"]["t"]["value"] == "H"


@pytest.mark.parametrize(
    "answer",
    [
        pytest.param({"response_action": "errors", "errors": {"t": "x"}}, id="by action_id"),
        pytest.param({"response_action": "errors", "errors": {"outlet": "x"}}, id="no input"),
        pytest.param({"response_action": "explode"}, id="an unknown answer"),
        pytest.param({"response_action": "update", "view": {"type": "modal"}}, id="a bad view"),
        pytest.param({"response_action": "update", "view": {"type": "home", "blocks": []}},
                     id="a home tab"),
    ],
)  # fmt: skip
def test_an_answer_that_slack_cannot_use_leaves_the_form_open(
    here: World, app: Recorder, answer: Json
) -> None:
    view = opened(here, app)
    app.on("view", lambda ack, **_: ack(answer))

    result = here.ui(f"views/{view['id']}/submit", values={"title": {"t": "H"}})

    assert result["error"] == "invalid_response"
    assert [v["id"] for v in here.read("views")["stack"]] == [view["id"]]


@pytest.mark.parametrize(
    ("values", "error"),
    [
        ({}, "missing_input"),
        ({"title": {"t": ""}}, "missing_input"),
        ({"title": {"t": "x" * 21}}, "invalid_input"),
        ({"title": {"t": "x"}, "day": {"d": "snart"}}, "invalid_action"),
        ({"title": {"t": "x"}, "outlet": {"o": "c"}}, "invalid_action"),
    ],
)
def test_what_slacks_own_client_would_not_send_is_not_sent(
    here: World, app: Recorder, values: Json, error: str
) -> None:
    view = opened(here, app)

    assert here.ui(f"views/{view['id']}/submit", values=values)["error"] == error
    assert app.bodies("view") == []


def test_a_form_may_give_way_to_another(here: World, app: Recorder) -> None:
    view = opened(here, app)
    app.on("view", lambda ack, **_: ack(response_action="update", view=modal(callback_id="two")))
    here.ui(f"views/{view['id']}/submit", values={"title": {"t": "x"}})

    shown = here.read("views")["stack"]
    assert [(v["id"], v["callback_id"]) for v in shown] == [(view["id"], "two")]
    assert shown[0]["state"]["values"]["title"]["t"]["value"] == "x"
    assert shown[0]["hash"] != view["hash"]


def test_three_modals_can_lie_on_each_other(here: World, app: Recorder) -> None:
    view = opened(here, app)
    app.on("view", lambda ack, **_: ack(response_action="push", view=modal()))
    for _ in range(2):
        top = here.read("views")["stack"][-1]
        assert here.ui(f"views/{top['id']}/submit", values={"title": {"t": "x"}})["ok"]
    top = here.read("views")["stack"][-1]

    fourth = here.ui(f"views/{top['id']}/submit", values={"title": {"t": "x"}})

    assert fourth["error"] == "push_limit_reached"
    assert top["root_view_id"] == view["id"]
    assert here.ui(f"views/{view['id']}/submit", values={})["error"] == "view_not_found"
    app.on("view", lambda ack, **_: ack(response_action="clear"))
    here.ui(f"views/{top['id']}/submit", values={"title": {"t": "x"}})
    assert here.read("views")["stack"] == []


def test_closing_is_told_to_those_who_asked(here: World, app: Recorder) -> None:
    view = opened(here, app, modal(notify_on_close=True))
    here.ui(f"views/{view['id']}/close")
    body = app.last("view_closed")

    assert (body["view"]["id"], body["is_cleared"]) == (view["id"], False)
    assert body["view"]["state"]["values"] == {}
    assert here.read("views")["stack"] == []


def test_the_corner_cross_closes_everything_and_names_the_root(here: World, app: Recorder) -> None:
    view = opened(here, app, modal(notify_on_close=True))
    app.on("view", lambda ack, **_: ack(response_action="push", view=modal(notify_on_close=True)))
    here.ui(f"views/{view['id']}/submit", values={"title": {"t": "x"}})
    top = here.read("views")["stack"][-1]
    here.ui(f"views/{top['id']}/close", all=True)
    body = app.last("view_closed")

    assert (body["view"]["id"], body["is_cleared"]) == (view["id"], True)
    assert here.read("views")["stack"] == []


def test_a_click_in_a_modal_carries_the_view_and_what_is_typed(here: World, app: Recorder) -> None:
    view = opened(here, app)
    container = {"type": "view", "view_id": view["id"]}
    typed = {"values": {"title": {"t": "Halv"}}}
    here.ui(
        "actions", container=container, block_id="outlet", action_id="o", value="b", state=typed
    )
    body = app.last("action")

    assert body["container"] == {"type": "view", "view_id": view["id"]}
    assert body["view"]["state"]["values"]["title"]["t"]["value"] == "Halv"
    assert "channel" not in body
    assert "response_url" not in body


def test_a_view_is_pushed_only_from_within_a_modal(here: World, app: Recorder) -> None:
    view = opened(here, app)
    outside = app.last("command")["trigger_id"]
    container = {"type": "view", "view_id": view["id"]}
    here.ui("actions", container=container, block_id="outlet", action_id="o", value="b")
    inside = app.last("action")["trigger_id"]

    assert refusal(here.client.views_push, trigger_id=outside, view=modal())["error"] == (
        "exchanged_trigger_id"
    )
    pushed = here.client.views_push(trigger_id=inside, view=modal())["view"]
    assert pushed["previous_view_id"] == view["id"]


def test_a_trigger_opens_one_view(here: World, app: Recorder) -> None:
    here.ui("commands", channel="C0PLAN", command="/idea", text="")
    trigger = app.last("command")["trigger_id"]

    bad = refusal(here.client.views_open, trigger_id=trigger, view={"type": "modal"})
    here.client.views_open(trigger_id=trigger, view=modal())
    again = refusal(here.client.views_open, trigger_id=trigger, view=modal())
    invented = refusal(here.client.views_open, trigger_id="1.2.3", view=modal())

    assert bad["error"] == "invalid_arguments"
    assert again["error"] == "exchanged_trigger_id"
    assert invented["error"] == "invalid_trigger_id"


def test_a_view_too_heavy_is_told_apart_from_a_wrong_one(here: World) -> None:
    heavy = modal(*[{"type": "section", "text": plain("å" * 2900)}] * 50)

    assert refusal(here.client.views_open, trigger_id="x", view=heavy)["error"] == "view_too_large"


def test_a_trigger_lives_for_three_seconds(
    here: World, app: Recorder, monkeypatch: pytest.MonkeyPatch
) -> None:
    here.ui("commands", channel="C0PLAN", command="/idea", text="")
    later = triggers.monotonic() + 3.1
    monkeypatch.setattr(triggers, "monotonic", lambda: later)

    answer = refusal(
        here.client.views_open, trigger_id=app.last("command")["trigger_id"], view=modal()
    )

    assert answer["error"] == "expired_trigger_id"


def test_a_view_is_updated_by_either_id_and_only_with_a_fresh_hash(
    here: World, app: Recorder
) -> None:
    view = opened(here, app, modal(external_id="mine"))
    update = here.client.views_update

    first = update(external_id="mine", view=modal(external_id="mine"), hash=view["hash"])["view"]
    stale = refusal(update, view_id=view["id"], view=modal(), hash=view["hash"])
    none = refusal(update, view_id="V0NONE", view=modal())
    update(view_id=view["id"], view=modal(), hash=first["hash"])

    assert first["id"] == view["id"]
    assert stale["error"] == "hash_conflict"
    assert none["error"] == "not_found"


def test_an_external_id_is_taken_once(here: World, app: Recorder) -> None:
    opened(here, app, modal(external_id="mine"))
    errors = []

    def answer(ack: Any, body: Json, client: Any, **_: Any) -> None:
        ack()
        call = client.views_open
        view = modal(external_id="mine")
        errors.append(refusal(call, trigger_id=body["trigger_id"], view=view)["error"])

    app.on("command", answer)
    here.ui("commands", **{"as": "U0JONAS"}, channel="C0PLAN", command="/idea", text="")

    assert until(lambda: errors) == ["duplicate_external_id"]


# -- home


def test_the_home_tab_is_published_for_a_person_and_clicked(here: World, app: Recorder) -> None:
    block = {"type": "actions", "block_id": "b", "elements": [BUTTON]}
    home = {"type": "home", "blocks": [block]}
    view = here.client.views_publish(user_id="U0AMIRA", view=home)["view"]
    here.ui("home/open")
    event = app.last("event")["event"]

    assert here.read("home")["view"]["id"] == view["id"]
    assert here.read("home", "U0JONAS")["view"] is None
    assert (event["type"], event["tab"], event["view"]["id"]) == (
        "app_home_opened", "home", view["id"],
    )  # fmt: skip
    container = {"type": "home", "view_id": view["id"]}
    assert here.ui("actions", container=container, block_id="b", action_id="go")["ok"]
    assert app.last("action")["view"]["type"] == "home"
    stale = refusal(here.client.views_publish, user_id="U0AMIRA", view=home, hash="1.x")
    assert stale["error"] == "hash_conflict"


def test_without_a_home_tab_nothing_is_published() -> None:
    features = MANIFEST["features"] | {"app_home": {"home_tab_enabled": False}}
    with world(manifest=MANIFEST | {"features": features}) as plain_world:
        home = {"type": "home", "blocks": []}
        answer = refusal(plain_world.client.views_publish, user_id="U0AMIRA", view=home)

        assert answer["error"] == "not_enabled"
        assert plain_world.ui("home/open")["error"] == "not_enabled"
