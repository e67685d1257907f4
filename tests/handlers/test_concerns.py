"""What residents ask about: tagged under *More*, listed by unit, told by a person, answered."""

import json

import pytest

from bot.domain.comments import State
from bot.domain.concerns import Asked, Concern, OfUnit, Told, by_unit, read_note
from bot.domain.months import Month
from bot.domain.praise import Unit
from bot.domain.team import Team
from bot.store import concerns, team
from bot.store.units import UNITS
from bot.views import concerns as view
from handlers import comment_card
from handlers import concerns as handlers
from tests import make, page
from tests.commands import say
from tests.conftest import enforce_limits
from tests.fakes import FakeAck
from tests.forms import filled, submission
from tests.make import AMIRA, ELIN, JONAS
from tests.moderating import FIRST, desk, forms, press, relayed, whispers

LIST = "1 2026-11"


@pytest.fixture
def parts(deps):
    """A desk with two comments, and two units."""
    made = desk(deps)[0]
    relayed(made, page.comment(2))
    with made.transaction() as db:
        UNITS.add(db, {"name": "Ambulansen", "contact": "ambulansen@lillsjo.example"})
        UNITS.add(db, {"name": "Museet", "contact": ""})
    return made


def tagged(deps, comment=FIRST, *, user=AMIRA, **said):
    press(deps, handlers.click, comment, user=user)
    ack = FakeAck()
    handlers.save(deps, ack, submission(forms(deps).views[-1], user=user, **said))
    return ack


def told(deps):
    with deps.reading() as db:
        rows = db.execute("select body from outbox where kind = 'note' order by id").fetchall()
    body = json.loads(rows[-1][0])
    enforce_limits(body["blocks"])
    return body


def test_a_comment_is_tagged_with_one_tap_under_more(parts):
    press(parts, comment_card.click, FIRST, user=AMIRA)
    assert "concern.open" in str(told(parts)["blocks"])
    assert tagged(parts, unit="1", note=" öppettider  i jul ").calls == [{}]
    assert "den gäller *Ambulansen*" in told(parts)["text"]
    with parts.reading() as db:
        assert concerns.find(db, FIRST).note == "öppettider i jul"
    press(parts, handlers.click, FIRST, user=JONAS)
    form = forms(parts).views[-1]
    assert (filled(form, "unit"), filled(form, "note")) == ("1", "öppettider i jul")


def test_a_tag_can_be_changed_and_removed(parts):
    tagged(parts, unit="1")
    tagged(parts, unit="2")
    with parts.reading() as db:
        assert concerns.find(db, FIRST).unit_id == 2
    tagged(parts, unit="0")
    assert "gäller ingen särskild" in told(parts)["text"]
    with parts.reading() as db:
        assert concerns.find(db, FIRST) is None
        acts = db.execute("select act, detail from audit where act like 'comment.concern%'")
        assert [*acts.fetchall()][-1] == ("comment.concerns_nobody", "{}")


@pytest.mark.parametrize(
    ("said", "field", "words"),
    [
        ({}, "unit", "Välj vilken verksamhet"),
        ({"unit": "1", "note": "Maja Lindqvist undrar"}, "note", "namn"),
    ],
    ids=["no unit", "a name"],
)
def test_what_cannot_be_kept_is_said_at_the_form(parts, said, field, words):
    assert words in tagged(parts, **said).answer["errors"][field]


def test_without_units_it_says_what_to_do(deps):
    made = desk(deps)[0]
    press(made, handlers.click, FIRST, user=AMIRA)
    assert "Lägg till en under inställningarna" in whispers(made)[-1]


def test_only_the_team_tags(parts):
    with parts.transaction() as db:
        team.save(db, Team(JONAS))
    press(parts, handlers.click, FIRST, user=ELIN)
    assert forms(parts).views == []


@pytest.mark.parametrize("word", ["frågor", "Asked"])
def test_the_months_list_has_counts_and_posts_and_nobodys_words(parts, word):
    tagged(parts, unit="1", note="Bokning")
    tagged(parts, page.comment(2).id, unit="1", note="bokning")
    body = say(parts, "comments", word)
    enforce_limits(body["blocks"])
    assert "*Ambulansen*: 2 (inte skickat än)\n• Bokning (2)" in body["text"]
    assert "Museet" not in body["text"]
    assert "Måste man boka" not in body["text"]
    assert "Maja" not in body["text"]


def test_the_unit_is_told_by_a_person_and_its_answer_is_noted(parts):
    tagged(parts, unit="1", note="bokning")
    press(parts, handlers.note, LIST, user=AMIRA)
    assert "I november fick vi 1 kommentar på Facebook som gäller er." in told(parts)["text"]
    for user in (AMIRA, JONAS):
        press_turn(parts, user=user, is_sent=True)
    assert "*Ambulansen* har fått veta" in told(parts)["text"]
    with parts.reading() as db:
        (found,) = concerns.told(db, "2026-11")
    assert found.sent_by == AMIRA
    press(parts, handlers.ask_answer, LIST, user=JONAS)
    form = forms(parts).views[-1]
    handlers.save_answer(parts, ack := FakeAck(), submission(form, answer=" "))
    assert "Skriv några ord" in ack.answer["errors"]["answer"]
    handlers.save_answer(parts, FakeAck(), submission(form, answer="De öppnar lördagar."))
    assert "De öppnar lördagar." in told(parts)["text"]
    assert "(har svarat)" in say(parts, "comments", "frågor")["text"]
    press_turn(parts, user=AMIRA, is_sent=False)
    with parts.reading() as db:
        (found,) = concerns.told(db, "2026-11")
        acts = db.execute("select who, act, subject from audit where act like 'concerns.%'")
        assert [*acts.fetchall()] == [
            (AMIRA, "concerns.sent", "concerns:1:2026-11"),
            (AMIRA, "concerns.answered", "concerns:1:2026-11"),
            (AMIRA, "concerns.unsent", "concerns:1:2026-11"),
        ]
    assert (found.sent_by, found.answer) == (None, "De öppnar lördagar.")


def press_turn(deps, *, user, is_sent):
    body = make.click("any", LIST, user=user, channel=make.COMMENTS)
    handlers.turn(deps, FakeAck(), body, is_sent=is_sent)


@pytest.mark.parametrize("value", ["", "hej", "1 2026-13", "x 2026-11", "1 2026-11 "])
def test_a_stale_button_gets_a_kind_answer(parts, value):
    press(parts, handlers.note, value, user=AMIRA)
    assert "finns inte längre" in whispers(parts)[-1]


def test_a_list_that_is_empty_by_now_says_so(parts):
    press(parts, handlers.note, LIST, user=AMIRA)
    assert "inget märkt" in whispers(parts)[-1]


def test_a_comment_that_is_gone_has_no_way_to_tag_it(parts):
    with parts.transaction() as db:
        db.execute("update relays set state = ? where comment_id = ?", [State.GONE, FIRST])
    press(parts, comment_card.click, FIRST, user=AMIRA)
    assert "concern.open" not in str(told(parts)["blocks"])


UNIT = Unit(1, "Ambulansen & <!channel>", "a@lillsjo.example")


def full(count=60):
    asked = tuple(Asked(1, f"Fråga {n % 30} " + "W" * 100, "W" * 70, None) for n in range(count))
    return OfUnit(UNIT, asked, Told(1, "2026-11", AMIRA, make.NOW, "Svar " * 100))


def test_the_list_and_the_note_are_reviewed(words, snapshot):
    some = (Asked(1, "öppettider i jul", "Så här har vi öppet", None),) * 2
    found = [OfUnit(UNIT, some, Told(1, "2026-11"))]
    listed = view.listing(words, [(Month(2026, 11), found), (Month(2026, 10), [])])
    ready = view.ready(words, Month(2026, 11), found[0])
    snapshot({"blocks": [*listed["blocks"], *ready["blocks"]], "text": listed["text"]})


def test_the_longest_list_and_note_fit(words):
    month = Month(2026, 11)
    enforce_limits(view.listing(words, [(month, [full()] * 25)] * 2)["blocks"])
    enforce_limits(view.ready(words, month, full())["blocks"])


def test_what_was_asked_most_comes_first_and_the_same_words_once():
    museum = Unit(2, "Museet", "")
    asked = [
        Asked(2, "a", "", None),
        Asked(1, "Bokning", "P", None),
        Asked(1, "bokning", "P", None),
    ]
    first, second = by_unit([UNIT, museum], asked, [], "2026-11")
    assert (first.notes(), first.posts()) == ([("Bokning", 2)], [("P", 2)])
    assert second.unit == museum
    assert len(read_note("å " * 300)) <= 120


def test_the_tag_goes_with_the_comment(parts):
    tagged(parts, unit="1")
    with parts.transaction() as db:
        concerns.save(db, Concern(FIRST, 1, "x", AMIRA, parts.now()))
        (fk,) = [r for r in db.query("pragma foreign_key_list(concerns)") if r["table"] == "relays"]
    assert fk["on_delete"] == "CASCADE"
