"""When the team meets: decided in a form, told in the settings, undone by an empty one."""

from datetime import date, time

import pytest

from bot.domain.meetings import Meetings
from bot.domain.team import Team
from bot.store import ledger, outbox, team
from bot.store import meetings as store
from bot.views import meetings as view
from handlers import meetings
from tests import make
from tests.commands import say
from tests.fakes import FakeAck
from tests.forms import filled, submission
from tests.make import AMIRA, ELIN


def form(deps, slack, *, user=AMIRA):
    meetings.click(deps, FakeAck(), make.click(view.CHANGE, user=user))
    return slack.views[-1] if slack.views else None


def save(deps, opened, *, user=AMIRA, **said):
    ack = FakeAck()
    meetings.save(deps, ack, submission(opened, user=user, **said))
    return ack.answer


def load(deps):
    with deps.reading() as db:
        return store.load(db)


def told(deps):
    with deps.reading() as db:
        return outbox.pending(db)[-1].body["text"].replace("\xa0", " ")


def test_nothing_is_decided_from_the_start(deps, slack):
    assert "underlag arbetsdagen före" in say(deps, "lucka", "inställningar")["text"]
    opened = form(deps, slack)
    assert [filled(opened, name) for name in ("day", "time", "every")] == [None, "10:00", "2"]


def test_every_other_thursday(deps, slack):
    save(deps, form(deps, slack), day="2026-12-10")

    assert load(deps) == Meetings(date(2026, 12, 10), time(10), 2)
    assert told(deps) == (
        "Sparat. Varannan vecka kl. 10.00. Nästa gång torsdag 26 november (v. 48)."
    )
    assert "Varannan vecka kl. 10.00" in say(deps, "lucka", "inställningar")["text"].replace(
        "\xa0", " "
    )
    assert filled(form(deps, slack), "day") == "2026-11-26"
    with deps.reading() as db:
        (act,) = ledger.acts(db, "meeting")
    assert (act.who, act.detail["anchor"]) == (AMIRA, "2026-12-10")


def test_the_same_in_english(english, slack):
    save(english, form(english, slack), day="2026-12-01", every="3", time="13:30")

    assert told(english) == (
        "Saved. Every 3 weeks at 13:30. Next time Tuesday 1 December (week 49)."
    )


def test_an_empty_day_ends_the_meetings(deps, slack):
    save(deps, form(deps, slack), day="2026-12-10")

    save(deps, form(deps, slack), day=None)

    assert load(deps) is None


def test_a_day_needs_a_time(deps, slack):
    answer = save(deps, form(deps, slack), day="2026-12-10", time=None)

    assert answer["errors"] == {"time": "Välj en tid också."}
    assert load(deps) is None


@pytest.mark.parametrize("user", [ELIN])
def test_only_the_lead_decides_when_there_is_one(deps, slack, user):
    with deps.transaction() as db:
        team.save(db, Team(AMIRA))

    assert form(deps, slack, user=user) is None
    assert "Det bestämmer huvudansvarig" in told(deps)
