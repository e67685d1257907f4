"""Comments in the settings, channels that others can read, the original, what is gathered."""

import json
from dataclasses import replace
from typing import Any

import pytest

from bot.deps import Deps
from bot.domain.relaying import DEFAULT, Discretion, Mode
from bot.domain.team import Team
from bot.integrations.slack_shapes import Channel
from bot.jobs import channels, poll
from bot.store import ledger, outbox, relaying
from bot.store import team as store_team
from bot.views import comments as comments_view
from bot.views import exposure as exposure_view
from bot.views import relaying as view
from bot.views import storm as storm_view
from handlers import originals, settings
from handlers import relaying as handlers
from tests import make, page
from tests.commands import say
from tests.fakes import FakeAck, FakeSlack
from tests.forms import filled, submission
from tests.make import AMIRA, COMMENTS, ELIN, JONAS, NOW
from tests.page import FakePage

OPEN = Channel(COMMENTS, "kommentarer", True, False, False, False)
TEXT = "Ring 070-123 45 67! " + "Jag har väntat länge. " * 20
FIRST = page.comment(1).id


@pytest.fixture
def fake() -> FakePage:
    return FakePage()


@pytest.fixture
def deps(deps: Deps, fake: FakePage) -> Deps:
    made = replace(deps, page=fake)  # type: ignore[arg-type]
    poll.run(made, NOW)
    fake.put(page.comment(1, TEXT))
    poll.run(made, NOW)
    return made


def name(deps: Deps, **roles: Any) -> None:
    with deps.transaction() as db:
        store_team.save(db, Team(**roles))


def find(deps: Deps, slack: FakeSlack, channel: Channel) -> None:
    """Let the channel be found so, now and whenever somebody looks."""
    slack.channels[COMMENTS] = channel
    with deps.transaction() as db:
        channels.take_in(deps, db, channel, now=deps.now())


def told(deps: Deps) -> list[dict[str, Any]]:
    """The private words, oldest first."""
    with deps.reading() as db:
        rows = db.query("select body from outbox where kind = 'note' order by id")
        return [json.loads(row["body"]) for row in rows]


def shown(deps: Deps, comment_id: str = FIRST) -> str:
    with deps.reading() as db:
        rows = db.query("select body from outbox where key = ?", [f"relay:{comment_id}"])
        return next((json.loads(row["body"])["text"] for row in rows), "")


def acts(deps: Deps, subject: str) -> list[tuple[str, str]]:
    with deps.reading() as db:
        return [(act.who, act.act) for act in ledger.acts(db, subject)]


def click(deps: Deps, listener: Any, action_id: str, value: str = "", user: str = AMIRA) -> None:
    ack = FakeAck()
    listener(deps, ack, make.click(action_id, value, user=user))
    assert ack.calls == [{}]


def form(deps: Deps, slack: FakeSlack) -> dict[str, Any]:
    click(deps, handlers.click, view.CHANGE)
    return slack.views[-1]


def save(deps: Deps, opened: dict[str, Any], *, user: str = AMIRA, **said: Any) -> dict[str, Any]:
    ack = FakeAck()
    handlers.save(deps, ack, submission(opened, user=user, **said))
    return ack.answer


def permit(deps: Deps, slack: FakeSlack, *, user: str = AMIRA, **said: Any) -> dict[str, Any]:
    click(deps, handlers.ask, exposure_view.ALLOW)
    ack = FakeAck()
    handlers.allow(deps, ack, submission(slack.views[-1], user=user, **said))
    return ack.answer


def test_an_excerpt_is_the_default_and_the_settings_say_so(deps: Deps) -> None:
    assert "Så mycket visas: De första 200 tecknen" in say(deps, "lucka", "settings")["text"]
    assert "[telefonnummer]" in shown(deps)
    assert shown(deps).endswith("…")


def test_the_settings_show_everything_that_can_be_set(deps: Deps) -> None:
    click(deps, handlers.show, view.SHOW)
    assert told(deps)[0]["blocks"][2]["accessory"]["action_id"] == view.CHANGE
    settings.click(deps, FakeAck(), make.click("settings.open"))
    assert view.SHOW in str(told(deps)[1])


def test_another_mode_changes_what_is_open_at_once(deps: Deps, slack: FakeSlack) -> None:
    opened = form(deps, slack)
    assert (filled(opened, view.USUAL), filled(opened, view.DELICATE)) == ("excerpt", "link")
    assert save(deps, opened, usual="full") == {}
    assert shown(deps).count("Jag har väntat länge.") == 20
    assert "070-123" not in shown(deps)
    save(deps, form(deps, slack), usual="link")
    assert "väntat" not in shown(deps)
    assert "Bara länken" in told(deps)[-1]["text"]
    assert acts(deps, "relaying") == [(AMIRA, "relaying.changed")] * 2


def test_the_same_again_is_no_decision(deps: Deps, slack: FakeSlack) -> None:
    save(deps, form(deps, slack))
    assert acts(deps, "relaying") == []
    with deps.reading() as db:
        assert relaying.setting(db) == DEFAULT


def test_only_the_lead_sets_how_much_is_shown(deps: Deps, slack: FakeSlack) -> None:
    opened = form(deps, slack)
    name(deps, lead=JONAS, members=(AMIRA,))
    assert "huvudansvarig" in save(deps, opened, usual="full")["errors"][view.USUAL]
    click(deps, handlers.click, view.CHANGE)
    assert "huvudansvarig" in told(deps)[-1]["text"]
    with deps.reading() as db:
        assert relaying.setting(db) == DEFAULT


def test_a_forged_choice_is_the_default(deps: Deps, slack: FakeSlack) -> None:
    body = submission(form(deps, slack), usual="link")
    held = body["view"]["state"]["values"]
    held[view.USUAL]["value"]["selected_option"] = {"value": "everything"}
    handlers.save(deps, FakeAck(), body)
    with deps.reading() as db:
        assert relaying.setting(db) == Discretion(Mode.EXCERPT, Mode.LINK)


def test_who_decides_lets_comments_come_for_a_reason(deps: Deps, slack: FakeSlack) -> None:
    find(deps, slack, OPEN)
    assert shown(deps) == ""
    assert "errors" in permit(deps, slack, reason="   ")
    assert permit(deps, slack, reason="Bara vi är i arbetsytan <!here>") == {}
    assert "[telefonnummer]" in shown(deps)
    assert "Bara vi är i arbetsytan &lt;!here&gt;" in told(deps)[-1]["text"]
    assert "Sluta visa dem där" in str(told(deps)[-1])
    click(deps, handlers.disallow, exposure_view.DISALLOW)
    assert shown(deps) == ""
    assert "Kommentarerna väntar" in told(deps)[-1]["text"]
    assert acts(deps, f"channel:{COMMENTS}") == [
        (AMIRA, "channel.allowed"),
        (AMIRA, "channel.disallowed"),
    ]


def test_a_colleague_may_not_let_them_come(deps: Deps, slack: FakeSlack) -> None:
    find(deps, slack, OPEN)
    click(deps, handlers.ask, exposure_view.ALLOW)
    opened = slack.views[-1]
    name(deps, lead=JONAS, members=(AMIRA,))
    ack = FakeAck()
    handlers.allow(deps, ack, submission(opened, reason="Jo"))
    assert "huvudansvarig" in ack.answer["errors"]["reason"]
    click(deps, handlers.ask, exposure_view.ALLOW)
    click(deps, handlers.disallow, exposure_view.DISALLOW)
    assert ["huvudansvarig" in word["text"] for word in told(deps)[-2:]] == [True, True]
    assert shown(deps) == ""


def test_who_has_made_it_private_need_not_wait(deps: Deps, slack: FakeSlack) -> None:
    find(deps, slack, OPEN)
    slack.channels[COMMENTS] = replace(OPEN, is_private=True)
    click(deps, handlers.look, exposure_view.LOOK, user=ELIN)
    assert "Bara de som är med" in told(deps)[-1]["text"]
    assert "[telefonnummer]" in shown(deps)


def test_an_old_button_is_answered_kindly(deps: Deps, slack: FakeSlack) -> None:
    find(deps, slack, replace(OPEN, is_private=True))
    click(deps, handlers.ask, exposure_view.ALLOW)
    assert "det behövs inget beslut" in told(deps)[-1]["text"]
    click(deps, handlers.disallow, exposure_view.DISALLOW)
    assert acts(deps, f"channel:{COMMENTS}") == []


@pytest.mark.parametrize("event", ["channel_shared", "channel_unshared"])
def test_a_channel_that_is_shared_is_looked_at_at_once(
    deps: Deps, slack: FakeSlack, event: str
) -> None:
    slack.channels[COMMENTS] = replace(OPEN, is_private=True, is_shared=True)
    body = {"type": "event_callback", "event_id": "Ev1", "event": {"type": event}}
    handlers.shared(deps, FakeAck(), body)
    assert shown(deps) != ""
    body["event"] = {"type": event, "channel": COMMENTS}
    ack = FakeAck()
    handlers.shared(deps, ack, body)
    assert ack.calls == [{}]
    assert shown(deps) == ""


def test_the_original_is_shown_to_one_person_and_written_down(deps: Deps) -> None:
    click(deps, originals.show, comments_view.ORIGINAL, FIRST, user=ELIN)
    (word,) = told(deps)
    assert "070-123 45 67" in str(word["blocks"])
    assert acts(deps, f"comment:{FIRST}") == [(ELIN, "comment.shown")]
    with deps.reading() as db:
        (item,) = [one for one in outbox.pending(db) if one.kind == "note"]
    assert item.user == ELIN


def test_once_a_team_is_named_the_original_is_for_the_team(deps: Deps) -> None:
    name(deps, lead=AMIRA, deputies=(JONAS,))
    for user in (AMIRA, JONAS, ELIN):
        click(deps, originals.show, comments_view.ORIGINAL, FIRST, user=user)
    assert ["070-123" in str(word) for word in told(deps)] == [True, True, False]
    assert "innehållsteamet" in told(deps)[-1]["text"]
    assert [who for who, _ in acts(deps, f"comment:{FIRST}")] == [AMIRA, JONAS]


def test_the_original_of_nothing_says_where_to_look(deps: Deps) -> None:
    click(deps, originals.show, comments_view.ORIGINAL, "1_404")
    assert "`/comments`" in told(deps)[0]["text"]


def test_what_is_gathered_can_be_listed_and_taken(deps: Deps, fake: FakePage) -> None:
    fake.comments += [page.comment(n, f"Fråga {n}") for n in range(2, 42)]
    poll.run(deps, NOW)
    click(deps, originals.list_gathered, storm_view.LIST, "1")
    (word,) = told(deps)
    assert word["text"].startswith("41 väntar på svar på Öppet hus")
    assert word["text"].endswith("… och 26 till.")
    assert str(word).count("'comment.claim'") == storm_view.ROWS


def test_an_empty_list_is_good_news(deps: Deps, fake: FakePage) -> None:
    fake.comments += [page.comment(n, f"Fråga {n}") for n in range(2, 42)]
    poll.run(deps, NOW)
    with deps.transaction() as db:
        db.execute("update relays set state = 'handled'")
    click(deps, originals.list_gathered, storm_view.LIST, "1")
    assert "Skönt!" in told(deps)[0]["text"]


@pytest.mark.parametrize("value", ["", "0", "99", "x", "1 or 1", "9" * 30])
def test_a_foreign_list_is_refused_kindly(deps: Deps, value: str) -> None:
    click(deps, originals.list_gathered, storm_view.LIST, value)
    assert len(told(deps)) == 1


def test_all_of_it_is_there_in_english(english: Deps, slack: FakeSlack) -> None:
    find(english, slack, OPEN)
    click(english, handlers.show, view.SHOW)
    assert "The comments wait" in told(english)[0]["text"]
    assert permit(english, slack, reason="We are alone here") == {}
    assert "We are alone here" in told(english)[-1]["text"]
