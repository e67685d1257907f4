"""Response URLs: what an app may answer to a click, how often, how long."""

from datetime import timedelta
from typing import Any

import pytest

from tests.sandbox.slack_kit import BUTTON, Json, Recorder, World, click, until, with_button


def respond(here: World, app: Recorder, ts: str, **answer: Any) -> None:
    """Click, and let the app answer through the response URL."""

    def listener(ack: Any, respond: Any, **_: Any) -> None:
        ack()
        respond(**answer)
        app.heard.append(("responded", {}))

    app.on("action", listener)
    click(here, ts)
    until(lambda: app.bodies("responded"))


def test_an_answer_to_a_click_is_private_and_leaves_the_message(here: World, app: Recorder) -> None:
    ts = with_button(here)
    respond(here, app, ts, text="Bara du")

    seen = [(m["text"], m["ephemeral"]) for m in here.messages("C0PLAN")]
    assert seen == [("Hej", False), ("Bara du", True)]


@pytest.mark.parametrize(
    ("answer", "seen"),
    [
        pytest.param({"text": "Ny", "replace_original": True}, ["Ny"], id="replaced"),
        pytest.param({"text": "Ny", "response_type": "in_channel"}, ["Ny"],
                     id="an answer to all takes the place of a message to all"),
        pytest.param({"text": "Ny", "response_type": "in_channel", "replace_original": False},
                     ["Hej", "Ny"], id="beside it"),
        pytest.param({"delete_original": True}, [], id="deleted"),
    ],
)  # fmt: skip
def test_what_an_answer_does_to_its_source(
    here: World, app: Recorder, answer: Json, seen: list[str]
) -> None:
    respond(here, app, with_button(here), **answer)

    assert [m["text"] for m in here.messages("C0PLAN", "U0JONAS")] == seen


def test_an_ephemeral_source_is_replaced_where_it_stands(here: World, app: Recorder) -> None:
    block = {"type": "actions", "block_id": "b", "elements": [BUTTON]}
    ts = here.client.chat_postEphemeral(channel="C0PLAN", user="U0AMIRA", text="x", blocks=[block])[
        "message_ts"
    ]
    respond(here, app, ts, text="Klart", replace_original=True)

    assert [(m["ts"], m["text"]) for m in here.messages("C0PLAN")] == [(ts, "Klart")]


def test_a_response_url_takes_five_answers(here: World, app: Recorder) -> None:
    click(here, with_button(here))
    url = app.last("action")["response_url"]

    answers = [here.http.post(url, json={"text": str(n)}) for n in range(6)]

    assert [a.status_code for a in answers] == [200] * 5 + [404]
    assert answers[5].json()["error"] == "used_url"
    assert len(here.messages("C0PLAN")) == 6


def test_a_response_url_lives_for_half_an_hour(here: World, app: Recorder) -> None:
    click(here, with_button(here))
    url = app.last("action")["response_url"]

    here.slack.clock.steer(timedelta(minutes=31).total_seconds())

    assert here.http.post(url, json={"text": "x"}).json()["error"] == "expired_url"


@pytest.mark.parametrize(
    ("body", "error"),
    [
        ({}, "no_text"),
        ({"text": "x", "blocks": [{"type": "sektion"}]}, "invalid_blocks"),
        ({"text": "x", "metadata": {"event_type": 1}}, "invalid_metadata_format"),
    ],
)
def test_a_response_url_checks_what_it_is_given(
    here: World, app: Recorder, body: Json, error: str
) -> None:
    click(here, with_button(here))

    answer = here.http.post(app.last("action")["response_url"], json=body)

    assert (answer.status_code, answer.json()["error"]) == (400, error)
