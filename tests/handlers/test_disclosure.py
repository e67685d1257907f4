"""`/lucka lämna ut`: a form, a review, and a wish that is fulfilled elsewhere; by the lead alone."""

import pytest

from bot.domain.disclosure import Review, Wanted
from bot.domain.team import Team
from bot.store import comments, disclosures, ledger, outbox, team
from bot.store import page as store_page
from bot.views import disclosure as view
from handlers import disclosure
from tests import page
from tests.commands import say
from tests.conftest import enforce_limits
from tests.fakes import FakeAck
from tests.forms import filled, submission
from tests.make import AMIRA, ELIN, NOW


@pytest.fixture
def deps(deps):
    with deps.transaction() as db:
        told = [page.comment(1), page.comment(2, author_name="Åsa Öberg")]
        new = store_page.keep(db, [page.post()], told, now=NOW).new
        comments.add_relays(db, new, since=NOW.replace(year=2000), now=NOW)
    return deps


def form(deps, slack, text="lämna ut"):
    say(deps, "lucka", text)
    enforce_limits(slack.views[-1]["blocks"])
    return slack.views[-1]


def ask(deps, opened, *, user=AMIRA, **said):
    ack = FakeAck()
    disclosure.ask(deps, ack, submission(opened, user=user, **said))
    return ack.answer


def review(deps, slack, **said):
    opened = ask(deps, form(deps, slack), **said)["view"]
    enforce_limits(opened["blocks"])
    return opened


def save(deps, opened, *, user=AMIRA, **said):
    ack = FakeAck()
    disclosure.save(deps, ack, submission(opened, user=user, **said))
    return ack.answer


def waiting(deps):
    with deps.reading() as db:
        return disclosures.waiting(db)


@pytest.mark.parametrize("text", ["lämna ut", "Lämna  UT", "utlämna", "disclose"])
def test_the_command_opens_the_form_in_either_language(deps, slack, text):
    assert form(deps, slack, text)["callback_id"] == view.ASK


def test_from_the_form_over_the_review_to_the_wish(deps, slack):
    opened = review(deps, slack, since="2026-11-24", person="åsa")
    assert "*1 kommentar eller svar stämmer.*" in str(opened["blocks"])
    assert filled(opened, view.LEFT_OUT) == view.NUMBERS

    save(deps, opened, provision=" OSL  25:1 ")

    (wish,) = waiting(deps)
    since = NOW.replace(day=23, hour=23, minute=0)
    assert wish.wanted == Wanted(since=since, person="åsa")
    assert wish.review == Review(is_masked=True, is_nameless=False, provision="OSL 25:1")
    with deps.reading() as db:
        (act,) = ledger.acts(db, f"disclosure:{wish.id}")
        said = [item.body["text"] for item in outbox.pending(db)]
    assert (act.who, act.act, act.detail) == (AMIRA, "disclosure.asked", {})
    assert any("Jag gör i ordning filerna med 1 kommentar" in text for text in said)


def test_what_is_left_out_is_chosen_in_the_review(deps, slack):
    opened = review(deps, slack, post="kvinnokliniken")
    save(deps, opened, left_out=[view.NAMES])

    assert waiting(deps)[0].review == Review(is_masked=False, is_nameless=True)


@pytest.mark.parametrize(
    ("said", "field", "words"),
    [
        ({}, "since", "Fyll i minst en ruta"),
        ({"since": "2026-11-25"}, "since", "har inte varit än"),
        ({"since": "2026-11-02", "until": "2026-11-01"}, "until", "före den första"),
        ({"person": "ingen alls"}, "since", "Inga kommentarer stämmer"),
    ],
    ids=["nothing", "a day ahead", "days turned", "nobody"],
)
def test_what_cannot_be_is_said_beside_its_field(deps, slack, said, field, words):
    answer = ask(deps, form(deps, slack), **said)

    assert words in answer["errors"][field]
    assert waiting(deps) == []


def test_only_the_lead_or_a_deputy_discloses_at_every_step(deps, slack):
    first = form(deps, slack)
    second = ask(deps, first, person="maja")["view"]
    with deps.transaction() as db:
        team.save(db, Team(lead=AMIRA, members=(ELIN,)))

    assert "huvudansvarig" in say(deps, "lucka", "lämna ut", user=ELIN)["text"]
    assert "huvudansvarig" in str(ask(deps, first, user=ELIN, person="maja"))
    assert "huvudansvarig" in str(save(deps, second, user=ELIN))
    assert waiting(deps) == []


def test_a_form_that_is_sent_twice_is_one_wish_and_a_forged_one_none(deps, slack):
    opened = review(deps, slack, person="maja")
    body = submission(opened)
    for _ in range(2):
        disclosure.save(deps, FakeAck(), body)
    assert len(waiting(deps)) == 1

    for metadata in ("", "{}", '{"wanted": {"since": "x"}}', "[]"):
        answer = save(deps, {**opened, "private_metadata": metadata})
        assert answer["response_action"] == "errors"
    assert len(waiting(deps)) == 1


def test_nothing_in_the_forms_asks_who_wants_it_or_why(deps, english, slack):
    for each, words in ((deps, "vem som vill ha dem"), (english, "who wants them or why")):
        opened = form(each, slack)
        names = {b["block_id"] for b in opened["blocks"] if b["type"] == "input"}
        assert names == {"since", "until", "post", "person"}
        assert words in str(opened["blocks"])
