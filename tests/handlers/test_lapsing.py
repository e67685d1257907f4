"""When a taken comment is released: the setting, by whom it is changed, and what is said."""

from typing import Any

import pytest

from bot.deps import Deps
from bot.domain.team import Team
from bot.store import claims, ledger, team
from bot.views import lapsing as view
from handlers import lapsing
from tests import make
from tests.commands import say
from tests.fakes import FakeAck, FakeSlack
from tests.forms import filled, submission
from tests.make import AMIRA, JONAS


def form(deps: Deps, slack: FakeSlack, *, user: str = AMIRA) -> dict[str, Any]:
    lapsing.click(deps, FakeAck(), make.click(view.CHANGE, user=user))
    return slack.views[-1]


def save(
    deps: Deps, opened: dict[str, Any], hours: str, *, user: str = AMIRA, second: str = "8"
) -> dict[str, Any]:
    ack = FakeAck()
    lapsing.save(deps, ack, submission(opened, user=user, hours=hours, second=second))
    return ack.answer


def lapse_hours(deps: Deps) -> int | None:
    with deps.reading() as db:
        return claims.lapse_hours(db)


def test_the_settings_say_it_in_both_languages(deps: Deps, english: Deps) -> None:
    assert "inte fått svar på 8 arbetstimmar" in say(deps, "lucka", "inställningar")["text"]
    assert "no answer for 8 office hours" in say(english, "lucka", "settings")["text"]


@pytest.mark.parametrize(
    ("chosen", "hours", "said"),
    [("16", 16, "på 16 arbetstimmar"), ("off", None, "har den tills den är klar")],
)
def test_the_lead_changes_it(
    deps: Deps, slack: FakeSlack, chosen: str, hours: int | None, said: str
) -> None:
    opened = form(deps, slack)
    assert filled(opened, view.HOURS) == "8"
    assert save(deps, opened, chosen) == {}
    assert lapse_hours(deps) == hours
    assert filled(form(deps, slack), view.HOURS) == chosen
    assert said in say(deps, "lucka", "inställningar")["text"]
    with deps.reading() as db:
        (act,) = ledger.acts(db, "settings")
    assert (act.act, act.detail) == ("claims.lapsing", {"hours": chosen, "second": "8"})


def test_when_a_question_for_a_second_person_is_taken_back_is_set_beside_it(
    deps: Deps, slack: FakeSlack
) -> None:
    assert save(deps, form(deps, slack), "off", second="4") == {}
    assert filled(form(deps, slack), view.SECOND) == "4"
    assert "Svarar ingen på 4 arbetstimmar" in say(deps, "lucka", "inställningar")["text"]
    with deps.reading() as db:
        assert (claims.lapse_hours(db), claims.second_hours(db)) == (None, 4)


def test_others_do_not(deps: Deps, slack: FakeSlack) -> None:
    opened = form(deps, slack)
    with deps.transaction() as db:
        team.save(db, Team(lead=JONAS))
    assert "huvudansvarig" in save(deps, opened, "16")["errors"][view.HOURS]
    assert lapse_hours(deps) == 8


def test_a_value_that_was_not_offered_is_refused(deps: Deps, slack: FakeSlack) -> None:
    body = submission(form(deps, slack), hours="8")
    body["view"]["state"]["values"][view.HOURS]["value"]["selected_option"] = {"value": "-1"}
    ack = FakeAck()
    lapsing.save(deps, ack, body)
    assert ack.answer["response_action"] == "errors"
    assert lapse_hours(deps) == 8
