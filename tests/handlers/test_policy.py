"""The promise and the watch are set by the lead, and everybody can copy the words about them."""

from datetime import time

import pytest

from bot.domain.policy import Policy, Preset, Promise, PromiseKind
from bot.domain.team import Team
from bot.store import calendar, ledger, outbox, team
from bot.store import policy as store
from bot.views import policy as view
from handlers import policy
from tests import make
from tests.commands import say
from tests.fakes import FakeAck
from tests.forms import filled, submission
from tests.make import AMIRA, ELIN


def form(deps, slack, *, user=AMIRA):
    policy.click(deps, FakeAck(), make.click(view.CHANGE, user=user))
    return slack.views[-1]


def save(deps, opened, *, user=AMIRA, **said):
    ack = FakeAck()
    policy.save(deps, ack, submission(opened, user=user, **said))
    return ack.answer


def told(deps):
    with deps.reading() as db:
        return [item.body["text"] for item in outbox.pending(db)]


def stored(deps):
    with deps.reading() as db:
        return store.load(db)


def test_the_settings_say_what_is_promised(deps, english):
    assert (
        "Vi svarar inom 24 timmar på helgfria vardagar." in say(deps, "lucka", "settings")["text"]
    )
    assert "We answer within 24 hours" in say(english, "lucka", "settings")["text"]


def test_a_form_that_is_sent_as_it_was_changes_nothing(deps, slack):
    save(deps, form(deps, slack))
    assert stored(deps) == Policy()
    mine = Policy(Promise(PromiseKind.HOURS, 8), Preset.CRISIS, ((time(7), time(21)),), 30)
    with deps.transaction() as db:
        store.save(db, mine)
    save(deps, form(deps, slack))
    assert stored(deps) == mine


def test_what_is_set_is_said_written_down_and_shown_again(deps, slack):
    save(
        deps, form(deps, slack),
        kind="arbetsdagar", count="2", preset="crisis", hours="7–21", every="20",
        waits="10 20",
    )  # fmt: skip
    hours = ((time(7), time(21)),)
    assert stored(deps) == Policy(Promise(PromiseKind.DAYS, 2), Preset.CRISIS, hours, 20, (10, 20))
    assert "Vi svarar inom 2 arbetsdagar. Arbetstid: måndag–fredag 8.00–16.30." in told(deps)[0]
    assert "alla dagar 7.00–21.00, med högst 20 minuter emellan" in told(deps)[0]
    assert (
        "jag frågar en i taget. Var och en får så här många minuter, i tur och ordning: 10, 20."
        in told(deps)[0]
    )
    with deps.reading() as db:
        (act,) = ledger.acts(db, "policy")
    assert (act.act, act.detail) == (
        "policy.changed",
        {"promise": "2_arbetsdagar", "preset": "crisis", "waits": "10 20"},
    )
    opened = form(deps, slack)
    assert [filled(opened, name) for name in ("count", "hours", "every", "waits")] == [
        "2",
        "7.00–21.00",
        "20",
        "10, 20",
    ]


REFUSED = {
    "days without a number": ({"kind": "arbetsdagar"}, "count", "Skriv ett antal från 1 till 10."),
    "too many hours": (
        {"kind": "kontorstimmar", "count": "81"}, "count", "Skriv ett antal från 1 till 80.",
    ),
    "hours that cannot be read": ({"hours": "kvällar"}, "hours", "kan jag inte läsa som arbetstid"),
    "an interval of a minute": ({"every": "1"}, "every", "från 5 till 240"),
    "four who are waited for": ({"waits": "5 5 5 5"}, "waits", "ett till tre antal minuter"),
}  # fmt: skip


@pytest.mark.parametrize(("said", "field", "words"), REFUSED.values(), ids=REFUSED.keys())
def test_what_makes_no_sense_is_refused_beside_its_field(deps, slack, said, field, words):
    answer = save(deps, form(deps, slack), **said)
    assert words in answer["errors"][field]
    assert stored(deps) == Policy()


def test_a_colleague_may_look_and_copy_but_not_change(deps, slack):
    opened = form(deps, slack)
    with deps.transaction() as db:
        team.save(db, Team(lead=AMIRA))
    policy.show(deps, FakeAck(), make.click(view.SHOW, user=ELIN))
    policy.click(deps, FakeAck(), make.click(view.CHANGE, user=ELIN))
    assert len(slack.views) == 1
    assert "Vi svarar på kommentarer måndag–fredag 8.00–16.30, inom 24 timmar" in told(deps)[0]
    assert "We answer comments Monday–Friday 08:00–16:30, within 24 hours" in told(deps)[0]
    assert "Det bestämmer huvudansvarig" in told(deps)[1]
    assert save(deps, opened, user=ELIN, preset="office")["response_action"] == "errors"
    assert stored(deps) == Policy()


def test_the_words_for_the_page_follow_the_working_hours(deps):
    with deps.transaction() as db:
        calendar.set_week(db, [((time(9), time(15)),)] * 4 + [()] * 3)
    policy.show(deps, FakeAck(), make.click(view.SHOW))
    assert "Vi svarar på kommentarer måndag–torsdag 9.00–15.00" in told(deps)[0]
