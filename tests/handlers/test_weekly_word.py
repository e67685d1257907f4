"""The weekly word, from the setting to the channel: once, by a person."""

import json
from datetime import date, datetime, time
from threading import Thread
from zoneinfo import ZoneInfo

import pytest

from bot.domain.comments import Act
from bot.domain.plan import Entry, Status
from bot.domain.relaying import Discretion, Mode
from bot.domain.team import Team
from bot.domain.weekly_word import Weekly
from bot.integrations.slack_shapes import Channel
from bot.jobs import weekly_word as job
from bot.jobs.due import Due
from bot.store import outbox, posts, relaying, team, weekly_word
from bot.views import weekly_word as view
from handlers import comments as desk_handlers
from handlers import weekly_word as handlers
from tests import make
from tests.commands import say
from tests.fakes import FakeAck
from tests.forms import filled, submission
from tests.make import AMIRA, COMMENTS, ELIN, JONAS, NOW, PLAN
from tests.moderating import FIRST, desk

FRIDAY, WEEK = date(2026, 11, 27), "2026-W48"
AROUND = "C0ALLMANT"


@pytest.fixture
def parts(deps, hand):
    """Friday morning: something went out, something comes, and the word is switched on."""
    hand.to(morning(FRIDAY))
    with deps.transaction() as db:
        team.save(db, Team(lead=AMIRA))
        weekly_word.save(db, Weekly(5, AROUND))
        posts.add(db, Entry("Jul i länet", 1, date(2026, 12, 1), time(11)), who=AMIRA, now=NOW)
        went = posts.add(db, Entry("Så bokar du", 1, FRIDAY, time(9)), who=AMIRA, now=NOW)
        db.execute(
            "update posts set status = ?, published_at = ? where id = ?",
            [Status.PUBLISHED, NOW.isoformat(), went.id],
        )
    return deps


def morning(day):
    return datetime.combine(day, time(8, 15), ZoneInfo("Europe/Stockholm"))


def run(deps, day=FRIDAY):
    job.run(deps, Due(day, morning(day), morning(day)))


def stored(deps):
    with deps.reading() as db:
        rows = db.execute("select key, channel, body from outbox order by id").fetchall()
    return {key: (channel, json.loads(body)) for key, channel, body in rows}


def drafts(deps):
    return {key: it for key, it in stored(deps).items() if key.startswith("weekly_word:draft")}


def told(deps):
    return [body["text"] for key, (_, body) in stored(deps).items() if key.startswith("note:")][-1]


def press(deps, listener, value=WEEK, user=AMIRA):
    listener(deps, FakeAck(), make.click("any", value, user=user))


def sent(deps, user=AMIRA, **said):
    press(deps, handlers.edit, user=user)
    ack = FakeAck()
    handlers.send(deps, ack, submission(deps.slack.views[-1], user=user, **said))
    return ack


def test_the_lead_gets_the_draft_on_the_day_once(parts):
    for day in (26, 27, 27, 28):
        run(parts, date(2026, 11, day))
    ((channel, body),) = drafts(parts).values()
    assert channel == AMIRA
    assert "• Så bokar du" in body["text"]
    assert "• tisdag 1/12: Jul i länet" in body["text"]


def test_it_is_off_until_somebody_switches_it_on(parts):
    with parts.transaction() as db:
        weekly_word.save(db, Weekly())
    run(parts)
    assert drafts(parts) == {}


def test_without_anything_to_tell_there_is_no_draft(parts):
    with parts.transaction() as db:
        db.execute("update posts set status = 'cancelled'")
    run(parts)
    assert drafts(parts) == {}


def test_without_a_lead_the_draft_stands_in_the_plans_channel(parts):
    with parts.transaction() as db:
        team.save(db, Team())
    run(parts)
    ((channel, _),) = drafts(parts).values()
    assert channel == PLAN


def test_the_text_is_changed_and_sent_once_to_the_channel(parts):
    run(parts)
    assert sent(parts, text="Hej alla! <!channel>").calls == [{}]
    channel, body = stored(parts)[f"weekly_word:sent:{WEEK}"]
    assert (channel, body["text"]) == (AROUND, "Hej alla! &lt;!channel&gt;")
    assert "skickade veckans ord (v. 48)" in drafts(parts)[f"weekly_word:draft:{WEEK}"][1]["text"]
    press(parts, handlers.edit)
    assert "redan skickat" in told(parts)
    with parts.reading() as db:
        acts = db.execute("select who, act, subject, detail from audit where act like 'weekly.%'")
        assert acts.fetchall() == [(AMIRA, "weekly.sent", f"weekly:{WEEK}", "{}")]


def test_of_several_who_send_it_at_once_one_has_sent_it(parts):
    press(parts, handlers.edit)
    form, acks = parts.slack.views[-1], [FakeAck() for _ in range(6)]
    bodies = [submission(form, text=f"Hej {n}") for n in range(6)]
    pairs = zip(acks, bodies, strict=True)
    threads = [Thread(target=handlers.send, args=(parts, ack, body)) for ack, body in pairs]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert sum(ack.calls == [{}] for ack in acks) == 1
    assert sum("redan skickat" in str(ack.calls) for ack in acks) == 5


def test_not_this_week_can_be_changed(parts):
    run(parts)
    press(parts, handlers.skip)
    closed = drafts(parts)[f"weekly_word:draft:{WEEK}"][1]
    assert "valde att inte skicka" in closed["text"]
    assert view.EDIT in str(closed["blocks"])
    assert sent(parts).calls == [{}]
    press(parts, handlers.skip)
    assert "redan skickat" in told(parts)


def test_nothing_is_not_sent(parts):
    assert "Skriv något" in sent(parts, text=" ").answer["errors"]["text"]


@pytest.mark.parametrize("listener", [handlers.edit, handlers.skip])
def test_only_who_leads_decides(parts, listener):
    press(parts, listener, user=ELIN)
    assert "huvudansvarig" in told(parts)
    assert parts.slack.views == []


@pytest.mark.parametrize("value", ["", "hej", "2026-W47", "2026-W48 "])
def test_a_stale_draft_gets_a_kind_answer(parts, value):
    press(parts, handlers.edit, value)
    assert "finns inte längre" in told(parts)


def test_without_a_channel_it_can_be_copied(parts):
    with parts.transaction() as db:
        weekly_word.save(db, Weekly(5))
    run(parts)
    assert view.EDIT not in str(drafts(parts))
    press(parts, handlers.edit)
    assert "Ingen Slack-kanal är vald" in told(parts)


@pytest.mark.parametrize("text", ["veckan", "week", "Veckans ord"])
def test_the_command_shows_it_on_any_day(parts, text):
    body = say(parts, "report", text)
    assert "Jul i länet" in body["text"]
    assert view.EDIT in str(body["blocks"])


def setting(deps, user=AMIRA, **said):
    press(deps, handlers.click, "", user=user)
    ack = FakeAck()
    handlers.save(deps, ack, submission(deps.slack.views[-1], user=user, **said))
    return ack


def test_the_setting_begins_with_friday_and_can_be_switched_off(parts):
    with parts.transaction() as db:
        weekly_word.save(db, Weekly())
    press(parts, handlers.click, "")
    assert filled(parts.slack.views[-1], "day") == "5"
    setting(parts, channel=AROUND)
    with parts.reading() as db:
        assert weekly_word.load(db) == Weekly(5, AROUND)
    setting(parts, day="off")
    with parts.reading() as db:
        assert weekly_word.load(db) == Weekly(None, AROUND)


@pytest.mark.parametrize("found", [None, Channel(AROUND, "a", False, True, False, False)])
def test_a_channel_without_the_bot_is_refused(parts, found):
    parts.slack.channels[AROUND] = found
    assert "inte med i den" in setting(parts, channel=AROUND).answer["errors"]["channel"]


def test_who_does_not_lead_cannot_change_the_setting(parts):
    press(parts, handlers.click, "", user=ELIN)
    assert parts.slack.views == []


@pytest.mark.parametrize(("usual", "is_there"), [(Mode.EXCERPT, True), (Mode.LINK, False)])
def test_one_nice_thing_is_praise_without_a_name(parts, usual, is_there):
    made = desk(parts)[0]
    desk_handlers.click(made, Act.PRAISE, FakeAck(), make.click("any", FIRST, channel=COMMENTS))
    with made.transaction() as db:
        relaying.decide(db, Discretion(usual, Mode.LINK))
    said = say(made, "report", "veckan", user=JONAS)["text"]
    assert ("En invånare skrev: ”Måste man boka?”" in said) is is_there
    assert "Maja" not in said
    with made.reading() as db:
        assert outbox.pending(db)
