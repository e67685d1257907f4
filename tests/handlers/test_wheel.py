"""`/idea årshjul`: what is shown, kept, removed and put back; races, and what is too late."""

import json

import pytest

from bot.domain.wheel import entry
from bot.jobs import wheel as job
from bot.store import idea_desk, ideas, ledger, wheel
from handlers import idea_routing
from handlers import wheel as handler
from tests import make
from tests.commands import say
from tests.fakes import FakeAck
from tests.forms import filled, submission


def click(deps, act, value="", *, user=make.JONAS):
    ack = FakeAck()
    act(deps, ack, make.click("wheel", value, user=user))
    assert ack.calls == [{}]


def send(deps, view, *, user=make.JONAS, **said):
    ack = FakeAck()
    handler.save(deps, ack, submission(view, user=user, **said))
    return ack.answer


def add(deps, slack, **said):
    click(deps, handler.click_add)
    return send(deps, slack.views[-1], **said)


def items(deps):
    with deps.reading() as db:
        return wheel.items(db)


def told(deps):
    with deps.reading() as db:
        rows = db.query("select body from outbox order by id")
        return [json.loads(row["body"])["text"].replace("\xa0", " ") for row in rows]


def waiting(deps):
    with deps.reading() as db:
        return [idea.title for idea in ideas.waiting(db, today=deps.today(), limit=99)]


def acts(deps, subject):
    with deps.reading() as db:
        return [(act.who, act.act) for act in ledger.acts(db, subject)]


@pytest.mark.parametrize("word", ["årshjul", "Årshjulet", "wheel", " year  wheel "])
def test_the_wheel_is_shown_in_both_languages(deps, word):
    assert "Årshjulet är tomt" in say(deps, "idea", word)["text"]


def test_a_theme_day_is_kept_and_becomes_an_idea_at_once_if_it_is_near(deps, slack):
    assert add(deps, slack, title="Aidsdagen", when="1/12", tags="#hiv", outlet="2") == {}
    (item,) = items(deps)
    assert (item.entry.when.code, item.entry.outlet, item.entry.tags) == ("D 12 1", 2, ("hiv",))
    assert told(deps)[-1] == (
        "Sparad i årshjulet: *Aidsdagen*, 1 december."
        " 1 ny idé ligger redan i idébanken, för den tiden är nära."
    )
    assert waiting(deps) == ["Aidsdagen"]
    assert acts(deps, f"wheel:{item.id}") == [(make.JONAS, "wheel.added")]


def test_one_that_is_far_away_waits(deps, slack):
    add(deps, slack, title="Midsommar", when="juni", lead="4 v")
    assert waiting(deps) == []
    assert "idé" not in told(deps)[-1]


def test_the_idea_says_where_it_comes_from_and_a_no_is_told_nobody(deps, slack):
    add(deps, slack, title="Aidsdagen", when="1/12")
    assert "från årshjulet" in say(deps, "idea", "lista")["text"]
    assert "från årshjulet" in say(deps, "idea", "att fördela")["text"]
    with deps.reading() as db:
        (idea,) = ideas.waiting(db, today=deps.today(), limit=9)
    before = len(told(deps))
    click(deps, idea_routing.click_no, f"{idea.id} 0 no one")
    ack = FakeAck()
    said = submission(slack.views[-1], user=make.JONAS, reason="nej")
    idea_routing.save_no(deps, ack, said)
    assert ack.answer == {}
    assert len(told(deps)) == before + 1


@pytest.mark.parametrize(
    ("said", "block"),
    [
        ({"title": " ", "when": "1/12"}, "title"),
        ({"title": "x", "when": "31/11"}, "when"),
        ({"title": "x", "when": "FREQ=DAILY"}, "when"),
        ({"title": "x", "when": "1/12", "lead": "länge"}, "lead"),
        ({"title": "x", "when": "1/12", "note": "x" * 3001}, "note"),
    ],
)
def test_what_cannot_be_read_is_told_beside_its_field(deps, slack, said, block):
    assert list(add(deps, slack, **said)["errors"]) == [block]
    assert items(deps) == []


def test_the_same_label_twice_is_refused(deps, slack):
    add(deps, slack, title="Aidsdagen", when="1/12")
    assert "finns redan" in add(deps, slack, title="aidsdagen", when="2/12")["errors"]["title"]


def test_a_form_that_is_sent_twice_is_kept_once(deps, slack):
    click(deps, handler.click_add)
    body = submission(slack.views[-1], title="Aidsdagen", when="1/12")
    for _ in range(2):
        ack = FakeAck()
        handler.save(deps, ack, body)
        assert ack.answer == {}
    assert len(items(deps)) == 1


def test_a_change_shows_what_was_said_and_two_at_once_lose_nothing(deps, slack):
    add(deps, slack, title="Sportlov", when="v. 7-9", lead="10 dagar", outlet="1")
    (item,) = items(deps)
    click(deps, handler.pick, f"change {item.id}")
    form = slack.views[-1]
    shown = [filled(form, name) for name in ("title", "when", "lead", "outlet")]
    assert [str(each).replace("\xa0", " ") for each in shown] == [
        "Sportlov", "v. 7–9", "10 dagar", "1",
    ]  # fmt: skip
    assert send(deps, form, when="v. 8") == {}
    assert items(deps)[0].entry.when.code == "W 8 8"
    late = send(deps, form, when="v. 9")
    assert "Någon har ändrat" in late["errors"]["title"]
    assert items(deps)[0].entry.when.code == "W 8 8"


def test_removing_can_be_undone_once_and_a_second_click_is_told_kindly(deps, slack):
    add(deps, slack, title="Midsommar", when="juni")
    (item,) = items(deps)
    for _ in range(2):
        click(deps, handler.pick, f"remove {item.id}")
    assert items(deps) == []
    assert "finns inte kvar" in told(deps)[-1]
    for _ in range(2):
        click(deps, handler.restore, str(item.id))
    assert items(deps) == [item]
    assert "redan lagts tillbaka" in told(deps)[-1]
    assert [act for _, act in acts(deps, f"wheel:{item.id}")] == [
        "wheel.added", "wheel.removed", "wheel.restored",
    ]  # fmt: skip


def test_the_starter_set_is_put_in_once(deps):
    for _ in range(2):
        click(deps, handler.start)
    assert len(items(deps)) == 20
    assert waiting(deps) == ["Vaccination mot influensa", "Världsaidsdagen", "Funktionsrättsdagen"]
    assert "inte tomt längre" in told(deps)[-1]
    shown = say(deps, "idea", "årshjul")["text"]
    assert shown.index("Världsaidsdagen") < shown.index("Världscancerdagen")
    assert "stäm av dem varje år" in shown


def test_the_starter_set_is_taken_back_with_its_ideas_but_for_what_was_changed(deps, slack):
    click(deps, handler.start)
    ids = sorted(item.id for item in items(deps))
    with deps.transaction() as db:
        kept = wheel.change(db, ids[0], entry("Vår egen dag", "1/6"))
        first = ideas.waiting(db, today=deps.today(), limit=9)[0]
        idea_desk.vote(db, first.id, who=make.AMIRA)
    click(deps, handler.take_back, f"{ids[0]} {ids[-1]}")
    assert items(deps) == [kept]
    assert waiting(deps) == [first.title]
    assert "19 temadagar är borta" in told(deps)[-1]

    click(deps, handler.take_back, f"{ids[0]} {ids[-1]}")
    assert items(deps) == [kept]
    assert acts(deps, "wheel")[-1] == (make.JONAS, "wheel.taken_back")


def test_the_starter_set_is_in_the_teams_language(english):
    click(english, handler.start)
    assert {"World Cancer Day", "Nurses Day"} <= {item.entry.label for item in items(english)}


def test_more_of_it_is_on_the_next_page_and_one_that_is_gone_is_told(deps):
    click(deps, handler.start)
    click(deps, handler.more, "15")
    assert "*Världsdiabetesdagen*" in told(deps)[-1]
    assert "*Världsaidsdagen*" not in told(deps)[-1]
    click(deps, handler.more, "9999")
    assert len(told(deps)[-1].splitlines()) == 1


def test_a_file_is_taken_and_the_same_again_does_nothing(deps):
    said = [entry("Aidsdagen", "1/12"), entry("Sommar", "juni–augusti")]
    with deps.transaction() as db:
        assert job.take(db, deps, said, who=make.AMIRA) == (2, 1)
        assert job.take(db, deps, said, who=make.AMIRA) == (0, 0)
    assert waiting(deps) == ["Aidsdagen"]
    assert acts(deps, "wheel").count((make.AMIRA, "wheel.imported")) == 1


def test_the_help_tells_of_it(deps):
    assert "`/idea årshjul`" in say(deps, "idea", "hjälp")["text"]
