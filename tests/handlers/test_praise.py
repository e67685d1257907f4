"""Praise on its way to a unit, from the button to the month's list."""

from datetime import UTC, datetime

import pytest

from bot.domain.comments import Act
from bot.domain.team import Team
from bot.store import comments, ledger, outbox, praise, team
from bot.store.units import UNITS
from handlers import comments as desk_handlers
from handlers import praise as handlers
from handlers import units
from tests import make, page
from tests.commands import say
from tests.conftest import enforce_limits
from tests.fakes import FakeAck
from tests.forms import filled, submission
from tests.make import AMIRA, COMMENTS, JONAS
from tests.moderating import FIRST, acts, desk, forms, press, relayed, said

MAIL = "ambulansen@lillsjo.example"


@pytest.fixture
def parts(deps):
    """A desk with one unit, and one comment that is praise."""
    made = desk(deps)[0]
    with made.transaction() as db:
        UNITS.add(db, {"name": "Ambulansen", "contact": MAIL})
    mark(made)
    return made


def mark(deps, comment=FIRST):
    desk_handlers.click(deps, Act.PRAISE, FakeAck(), make.click("any", comment, channel=COMMENTS))


def noted(deps, *, user=AMIRA, **said):
    press(deps, handlers.click, FIRST, user=user)
    ack = FakeAck()
    handlers.save(deps, ack, submission(forms(deps).views[-1], user=user, **said))
    return ack


def last(deps):
    with deps.reading() as db:
        items = sorted(outbox.pending(db), key=lambda item: item.id)
    body = [item.body for item in items if item.kind == "note"][-1]
    enforce_limits(body["blocks"])
    return body


def stored(deps):
    with deps.reading() as db:
        return praise.find(db, FIRST)


def test_the_praised_comment_has_the_button(parts):
    assert "praise.pass_on" in str(said(parts, f"relay:{FIRST}")["blocks"])


def test_the_ready_note_has_no_name(parts):
    press(parts, handlers.click, FIRST, user=AMIRA)
    note = filled(forms(parts).views[-1], "note")
    assert "”Måste man boka?”" in note
    assert "Maja" not in note


def test_the_note_is_sent_by_a_person_and_noted(parts):
    assert noted(parts, unit="1", note="Bra jobbat!").calls == [{}]
    told = last(parts)
    assert "Klart att skicka till *Ambulansen · ambulansen@lillsjo.example*" in told["text"]
    assert f"<mailto:{MAIL}?subject=Ber%C3%B6m" in told["text"]
    assert "&amp;body=Bra%20jobbat%21|Öppna som e-post>" in told["text"]
    assert not stored(parts).passed_at
    press(parts, handlers.sent, FIRST, user=JONAS)
    assert stored(parts).passed_by == JONAS
    assert "Skickat vidare till *Ambulansen*" in last(parts)["text"]
    press(parts, handlers.unsent, FIRST, user=JONAS)
    assert stored(parts).passed_at is None
    press(parts, handlers.unsent, FIRST, user=JONAS)
    assert acts(parts) == [
        (AMIRA, "praised"),
        (AMIRA, "praise_noted"),
        (JONAS, "praise_passed"),
        (JONAS, "praise_unpassed"),
    ]
    with parts.reading() as db:
        assert all(act.detail == {} for act in ledger.acts(db, f"comment:{FIRST}"))


def test_the_name_is_there_only_with_consent(parts):
    noted(parts, unit="1", note="Bra jobbat!")
    assert "Maja" not in stored(parts).note
    noted(parts, unit="1", note="Bra jobbat!", consent=True)
    assert stored(parts).note == (
        "Bra jobbat!\n\nDen som skrev heter Maja Lindqvist och vill gärna att ni vet det."
    )
    press(parts, handlers.click, FIRST, user=AMIRA)
    form = forms(parts).views[-1]
    assert filled(form, "consent") == "yes"
    handlers.save(parts, FakeAck(), submission(form))
    assert stored(parts).note.count("Maja") == 1
    handlers.save(parts, ack := FakeAck(), submission(form, consent=False))
    assert "Stryk det, eller fråga först" in ack.answer["errors"]["note"]


def test_another_unit_can_be_written(parts):
    noted(parts, other="Museet", unit=None)
    assert (stored(parts).unit, stored(parts).contact) == ("Museet", "")
    assert "mailto" not in last(parts)["text"]
    press(parts, handlers.click, FIRST, user=AMIRA)
    assert filled(forms(parts).views[-1], "other") == "Museet"


@pytest.mark.parametrize(
    ("fields", "words"),
    [
        ({"note": "Bra!"}, "vilken verksamhet"),
        ({"unit": "1", "note": " "}, "Skriv några ord"),
        ({"unit": "1", "note": "Maja  lindqvist tackar"}, "Namnet på den som skrev"),
    ],
)
def test_what_is_missing_is_said(parts, fields, words):
    answer = noted(parts, **fields).answer
    assert words in " ".join(answer["errors"].values())
    assert stored(parts) is None


def test_a_long_note_opens_a_mail_without_its_text(parts):
    noted(parts, unit="1", note="å" * 1500)
    assert "body=" not in last(parts)["text"]
    assert f"<mailto:{MAIL}?subject=" in last(parts)["text"]


def test_what_nobody_calls_praise_any_more_is_not_passed_on(parts):
    with parts.transaction() as db:
        found = comments.find(db, FIRST)
        comments.save(db, type(found)(found.comment_id, found.relayed_at))
    press(parts, handlers.click, FIRST, user=AMIRA)
    assert "inte markerad som beröm längre" in last(parts)["text"]
    press(parts, handlers.sent, FIRST, user=AMIRA)
    assert "ingen text att skicka än" in last(parts)["text"]


@pytest.mark.parametrize("word", ["beröm", "berom", "praise", "BERÖM", "bero\u0308m"])
def test_the_list_is_a_word_after_the_command(parts, word):
    text = say(parts, "comments", word)["text"]
    assert "*november*: 1 beröm, varav 0 skickade vidare" in text
    assert "*oktober*: inget markerat som beröm" in text
    assert "Inte skickat vidare än" in text
    assert "Maja" not in text


def test_the_list_says_what_was_sent_to_whom_and_what_has_waited(parts, hand):
    hand.to(datetime(2026, 11, 26, 9, tzinfo=UTC))
    assert "Inte skickat vidare än" in say(parts, "comments", "beröm")["text"]
    hand.to(datetime(2026, 11, 27, 9, tzinfo=UTC))
    assert "Har väntat i 3 arbetsdagar" in say(parts, "comments", "beröm")["text"]
    noted(parts, unit="1")
    press(parts, handlers.sent, FIRST, user=AMIRA)
    text = say(parts, "comments", "beröm")["text"]
    assert "Ambulansen: 1 beröm, varav 1 skickade\n> Måste man boka?" in text
    assert "Har väntat" not in text
    hand.to(datetime(2026, 12, 1, 9, tzinfo=UTC))
    assert "*november*: 1 beröm" in say(parts, "comments", "beröm")["text"]
    hand.to(datetime(2027, 1, 1, 9, tzinfo=UTC))
    assert "november" not in say(parts, "comments", "beröm")["text"]


def test_a_month_of_much_praise_keeps_within_slacks_limits(parts):
    relayed(parts, *(page.comment(n, "x" * 4000) for n in range(2, 120)))
    for n in range(2, 120):
        mark(parts, page.comment(n).id)
    noted(parts, unit="1", note="x" * 1500)
    with parts.transaction() as db:
        first = praise.find(db, FIRST)
        for n in range(2, 60):
            its = {"comment_id": page.comment(n).id, "unit": f"Enhet {n}" * 6}
            praise.save(db, type(first)(**{**vars_of(first), **its}))
    enforce_limits(handlers.listing(parts)["blocks"])


def vars_of(found):
    return {name: getattr(found, name) for name in found.__slots__}


def test_units_are_kept_in_the_settings(parts):
    def click(handler, value="", user=AMIRA):
        handler(parts, FakeAck(), make.click("any", value, user=user))

    click(units.UNITS.show)
    assert "Ambulansen · ambulansen@lillsjo.example" in last(parts)["text"]
    click(units.UNITS.click_new)
    form = forms(parts).views[-1]
    units.UNITS.save(parts, ack := FakeAck(), submission(form, unit="ambulansen"))
    assert "finns redan" in ack.answer["errors"]["unit"]
    units.UNITS.save(parts, FakeAck(), submission(form, unit="Museet", contact="ring 123"))
    assert "Sparat: Museet · ring 123" in last(parts)["text"]
    click(units.UNITS.choose, "change 2")
    units.UNITS.save(parts, FakeAck(), submission(forms(parts).views[-1], unit="Länsmuseet"))
    click(units.UNITS.choose, "archive 2")
    assert "Arkiverad: Länsmuseet" in last(parts)["text"]
    click(units.UNITS.revive, "2")
    with parts.transaction() as db:
        assert UNITS.get(db, 2).archived_at is None
        team.save(db, Team(JONAS))
    click(units.UNITS.choose, "archive 2")
    with parts.reading() as db:
        assert UNITS.get(db, 2).archived_at is None


def test_only_the_team_passes_praise_on(parts):
    with parts.transaction() as db:
        team.save(db, Team(JONAS))
    press(parts, handlers.click, FIRST, user=AMIRA)
    assert forms(parts).views == []
