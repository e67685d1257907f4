"""The language: chosen in a form, spoken at once, undone, read in from a file, by those who may."""

import json
from dataclasses import replace

import pytest

from bot.domain.language import Language
from bot.domain.team import Team
from bot.jobs import digest
from bot.jobs import language as job
from bot.jobs.due import Due
from bot.store import language as store
from bot.store import ledger, outbox, team
from bot.store import settings_history as history
from bot.views import language as view
from handlers import language, settings_file, settings_history
from tests import make
from tests.commands import say
from tests.fakes import FakeAck
from tests.forms import filled, submission
from tests.make import AMIRA, ELIN, JONAS


@pytest.fixture(autouse=True)
def lead(deps):
    with deps.transaction() as db:
        team.save(db, Team(AMIRA, (JONAS,), (ELIN,)))


def chosen(deps):
    with deps.reading() as db:
        return store.chosen(db)


def told(deps):
    with deps.reading() as db:
        return [i.body for i in sorted(outbox.pending(db), key=lambda i: i.id) if i.user][-1][
            "text"
        ]


def form(deps, *, user=AMIRA):
    language.click(deps, FakeAck(), make.click(view.CHANGE, user=user))
    return deps.slack.views[-1]


def choose(deps, which, *, user=AMIRA):
    ack = FakeAck()
    language.save(deps, ack, submission(form(deps, user=user), user=user, language=which))
    return ack.answer


def changes(deps):
    with deps.reading() as db:
        return history.latest(db, 10)


def undo(deps, change, *, user=AMIRA):
    settings_history.undo(deps, FakeAck(), make.click("any", str(change.id), user=user))


def digest_text(deps):
    with deps.reading() as db:
        (body,) = db.execute(
            "select body from outbox where key = ?", [f"digest:{deps.today()}"]
        ).fetchone()
    return json.loads(body)["text"]


def test_the_settings_say_which_it_is_and_that_nobody_has_chosen(deps):
    said = say(deps, "lucka", "inställningar")["text"]
    assert "*Språk / Language*\nSvenska, för alla. Så är det inställt där jag kör" in said


def test_the_answer_is_in_the_language_that_was_chosen_and_so_is_everything_after_it(deps):
    assert filled(form(deps), view.LANGUAGE) == "sv"
    assert choose(deps, "en", user=JONAS) == {}
    assert told(deps) == "Saved. From now on I speak:\nEnglish, for everybody."
    assert "*Language / Språk*\nEnglish, for everybody." in say(deps, "lucka", "settings")["text"]
    assert filled(form(deps), view.LANGUAGE) == "en"
    with deps.reading() as db:
        (act,) = ledger.acts(db, "language")
    assert (act.who, act.act, act.detail) == (JONAS, "language.changed", {"language": "en"})


def test_todays_digest_is_said_anew_under_the_same_key(deps):
    digest.run(deps, Due(deps.today(), deps.now(), deps.now()))
    assert "Tisdag" in digest_text(deps)
    choose(deps, "en")
    assert "Tuesday" in digest_text(deps)
    undo(deps, changes(deps)[0])
    assert "Tisdag" in digest_text(deps)


def test_it_is_one_step_of_the_history_undone_in_the_language_that_it_goes_back_to(deps):
    choose(deps, "en")
    (change,) = changes(deps)
    assert (change.name, change.before, change.after) == ("language", None, "en")
    undo(deps, change)
    assert chosen(deps) is None
    assert told(deps).startswith(
        "Ångrat. Så här är *Språk / Language* nu igen:\n> Svenska, för alla."
    )
    undo(deps, changes(deps)[0])
    assert chosen(deps) is Language.EN
    assert told(deps).startswith("Undone. This is how *Language / Språk* is now again:")


def test_what_is_chosen_anew_as_it_is_changes_nothing(deps):
    choose(deps, "sv")
    choose(deps, "sv")
    assert len(changes(deps)) == 1  # that it is chosen at all: `.env` counts no more
    with deps.reading() as db:
        assert len(ledger.acts(db, "language")) == 1


def test_a_file_of_settings_brings_it_and_is_undone_with_it(deps):
    data = json.dumps({"lucka_settings": 1, "settings": {"language": "en", "tips": False}}).encode()
    with deps.transaction() as db:
        settings_file.take_in(deps, db, data, AMIRA)
    assert deps.words.language == "en"
    (step,) = changes(deps)
    assert set(step.after) == {"language", "tips"}
    undo(deps, step)
    assert chosen(deps) is None
    assert deps.words.language == "sv"


def test_only_who_may_change_the_settings_changes_it(deps):
    opened = form(deps)
    language.click(deps, FakeAck(), make.click(view.CHANGE, user=ELIN))
    assert len(deps.slack.views) == 1
    ack = FakeAck()
    language.save(deps, ack, submission(opened, user=ELIN, language="en"))
    assert ack.answer["response_action"] == "errors"
    assert chosen(deps) is None
    assert deps.words.language == "sv"


def test_what_was_never_offered_is_refused(deps):
    sent = submission(form(deps), language="en")
    sent["view"]["state"]["values"][view.LANGUAGE]["value"]["selected_option"]["value"] = "tlh"
    language.save(deps, ack := FakeAck(), sent)
    assert ack.answer["response_action"] == "errors"
    assert chosen(deps) is None


def test_where_it_cannot_be_stored_nothing_is_said_in_it(deps, monkeypatch):
    speaking = replace(deps, transaction=job.speaking(deps.transaction, deps.words))

    def full(*_args, **_named):
        raise OSError

    opened = form(deps)
    monkeypatch.setattr(history, "note", full)
    language.save(speaking, ack := FakeAck(), submission(opened, language="en"))
    assert ack.answer["response_action"] == "errors"
    assert (chosen(deps), deps.words.language) == (None, "sv")
