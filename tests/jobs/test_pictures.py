"""Pictures of the plan: asked for, drawn once, sent once, or the plan in words instead."""

import pytest

from bot.drawing.child import NotDrawnError
from bot.integrations.slack import Outcome, SlackTrouble
from bot.jobs import pictures
from bot.store import outbox, outbox_looks
from bot.store import pictures as kept
from tests.make import AMIRA, JONAS, NOW, PLAN

PNG = b"\x89PNG"


class Killed(BaseException):
    """The process ends here."""


def ask(deps, who=AMIRA):
    with deps.transaction() as db:
        pictures.queue(db, deps, f"person:{who}", who)


def drawn(chart, folder):
    return PNG


def drain(deps, draw=drawn, rounds=5):
    for _ in range(rounds):
        pictures.drain(deps, draw)


def waiting(deps):
    with deps.reading() as db:
        return kept.waiting(db)


def messages(deps):
    with deps.reading() as db:
        return [(item.channel, item.body) for item in outbox.pending(db)]


def shown(deps):
    return [
        (channel, block["slack_file"]["id"])
        for channel, body in messages(deps)
        for block in body["blocks"]
        if block["type"] == "image"
    ]


def killing(monkeypatch, place, name, *, after=False):
    """Let the process end before or after the call of *name*, once."""
    real = getattr(place, name)

    def call(*given, **named):
        monkeypatch.setattr(place, name, real)
        if after:
            real(*given, **named)
        raise Killed

    monkeypatch.setattr(place, name, call)


def test_a_picture_that_is_asked_for_is_sent_once(deps, slack):
    ask(deps)
    drain(deps)

    assert shown(deps) == [(AMIRA, "F0")]
    assert slack.files == {"F0": PNG}
    assert waiting(deps) == []


def test_asking_again_while_it_is_drawn_is_one_picture_and_later_another(deps, hand):
    ask(deps)
    ask(deps)
    ask(deps, JONAS)
    drain(deps)
    assert sorted(shown(deps)) == [(AMIRA, "F0"), (JONAS, "F1")]

    hand.on(seconds=2)
    ask(deps)
    drain(deps)
    with deps.reading() as db:
        assert len(outbox_looks.revisions(db)) == 3


def test_nothing_is_shown_before_slack_has_looked_at_the_file(deps, slack):
    slack.unready = 2
    ask(deps)

    assert pictures.drain(deps, drawn) == 0.0
    assert [pictures.drain(deps, drawn) for _ in range(2)] == [pictures.READY_SECONDS] * 2
    assert messages(deps) == []
    pictures.drain(deps, drawn)

    assert shown(deps) == [(AMIRA, "F0")]


@pytest.mark.parametrize("after", [False, True], ids=["before", "after"])
@pytest.mark.parametrize("step", ["upload", "is_ready", "uploaded", "put", "done"])
def test_killed_between_any_two_steps_it_is_still_one_message(
    deps, slack, monkeypatch, step, after
):
    place = {"upload": slack, "is_ready": slack, "put": outbox}.get(step, pictures.pictures)
    killing(monkeypatch, place, step, after=after)
    ask(deps)
    with pytest.raises(Killed):
        drain(deps)
    drain(deps)

    assert len(shown(deps)) == 1
    assert waiting(deps) == []


@pytest.mark.parametrize(
    "outcome", [Outcome.UNKNOWN, Outcome.UNREACHED, Outcome.WAIT], ids=lambda o: o.value
)
def test_a_trouble_that_passes_is_waited_for(deps, slack, monkeypatch, outcome):
    def fails(*given, **named):
        monkeypatch.undo()
        raise SlackTrouble(outcome, "trouble", wait=30)

    monkeypatch.setattr(type(slack), "upload", fails)
    ask(deps)
    assert pictures.drain(deps, drawn) == 30
    assert messages(deps) == []
    drain(deps)

    assert shown(deps) == [(AMIRA, "F0")]


@pytest.mark.parametrize(
    ("code", "outcome", "said"),
    [
        ("missing_scope", Outcome.ACCOUNT, "files:write"),
        ("file_uploads_disabled", Outcome.REFUSED, "Slack tog inte emot bilden"),
    ],
)
def test_where_slack_takes_no_pictures_the_plan_comes_in_words(
    deps, slack, monkeypatch, code, outcome, said
):
    def refuses(*given, **named):
        raise SlackTrouble(outcome, code)

    monkeypatch.setattr(type(slack), "upload", refuses)
    ask(deps)
    drain(deps)

    ((channel, body),) = messages(deps)
    assert channel == AMIRA
    assert said in body["text"]
    assert "Lucka" in body["text"]
    assert waiting(deps) == []


def test_a_picture_that_cannot_be_drawn_is_told_with_the_plan_in_words(deps):
    def broken(chart, folder):
        raise NotDrawnError("TimeoutExpired")

    ask(deps)
    drain(deps, broken)

    ((_, body),) = messages(deps)
    assert body["text"].startswith("Bilden gick inte att rita")


def test_a_picture_that_slack_never_takes_is_given_up(deps, slack, hand):
    slack.down = "timeout"
    ask(deps)
    drain(deps)
    assert messages(deps) == []

    hand.to(NOW + pictures.PATIENCE)
    drain(deps)
    ((_, body),) = messages(deps)
    assert body["text"].startswith("Slack svarade inte")


def test_a_picture_can_be_asked_for_in_a_channel(deps):
    with deps.transaction() as db:
        pictures.queue(db, deps, "pack:2026-12-01", PLAN)
    drain(deps)

    assert shown(deps) == [(PLAN, "F0")]


def test_the_wait_ends_after_a_minute_because_another_process_may_ask(deps):
    assert pictures.drain(deps, drawn) == pictures.LOOK_SECONDS
