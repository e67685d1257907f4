"""Where an idea belongs, the votes for it, and its form: what clicks decide and who is told."""

import json
from datetime import date

import pytest

from bot.domain.ideas import read
from bot.domain.plan import Entry
from bot.domain.routing import Routing, Where
from bot.domain.seasons import Days, Months
from bot.store import idea_desk, ideas, ledger, outbox, outlets, posts
from bot.views import idea_routing as view
from bot.views import ideas as ideas_view
from handlers import idea_routing as handler
from handlers import ideas as bank
from tests import make
from tests.commands import say
from tests.fakes import FakeAck
from tests.forms import filled, submission


def keep(deps, text="Höstlov", *, author=make.AMIRA):
    with deps.transaction() as db:
        return ideas.add(db, read(text), author=author, now=deps.now())


def stored(deps, idea):
    with deps.reading() as db:
        return ideas.get(db, idea.id)


def click(deps, act, value, *, user=make.JONAS, **more):
    ack = FakeAck()
    body = make.click("idea", value, user=user)
    act(deps, ack, {**body, **more})
    assert ack.calls == [{}]


def say_no(deps, slack, idea, why="Gjort förra året", *, user=make.JONAS):
    click(deps, handler.click_no, f"{idea.id} {idea.decision} no one", user=user)
    ack = FakeAck()
    handler.save_no(deps, ack, submission(slack.views[-1], user=user, reason=why))
    return ack.answer


def told(deps):
    """Return (whom, text) of what waits to be said, oldest first."""
    with deps.reading() as db:
        rows = db.query("select coalesce(user, channel) as whom, body from outbox order by id")
        return [(row["whom"], json.loads(row["body"])["text"]) for row in rows]


def acts(deps, idea):
    with deps.reading() as db:
        return [(act.who, act.act) for act in ledger.acts(db, f"idea:{idea.id}")]


def test_an_idea_is_routed_to_an_outlet_at_once(deps):
    idea = keep(deps)
    click(deps, handler.route, f"{idea.id} 0 2 one")
    assert stored(deps, idea).routing == Routing(Where.OUTLET, outlet_id=2, who=make.JONAS)
    assert told(deps) == [(make.JONAS, "*Höstlov*: hör hemma i kanalen Webb")]
    assert acts(deps, idea) == [(make.JONAS, "idea.routed_outlet")]


def test_an_outlet_that_was_retired_meanwhile_gets_no_idea(deps):
    idea = keep(deps)
    with deps.transaction() as db:
        outlets.retire(db, 2, now=deps.now())
    click(deps, handler.route, f"{idea.id} 0 2 one")
    assert stored(deps, idea).routing.where is Where.WAITING
    assert "används inte längre" in told(deps)[-1][1]


@pytest.mark.parametrize(
    ("later", "day"),
    [("week", date(2026, 12, 1)), ("month", date(2026, 12, 24)), ("summer", date(2027, 8, 15))],
)
def test_an_idea_is_put_off_and_comes_back(deps, hand, later, day):
    idea = keep(deps)
    click(deps, handler.later, f"{idea.id} 0 {later} one")
    assert stored(deps, idea).routing.until == day
    assert "Inga idéer väntar" in say(deps, "idea", "att fördela")["text"]
    hand.on(days=(day - make.NOW.date()).days)
    assert "*Höstlov*" in say(deps, "idea", "att fördela")["text"]


def test_a_no_has_a_reason_that_its_author_is_told_directly(deps, slack):
    idea = keep(deps)
    assert say_no(deps, slack, idea) == {}
    assert stored(deps, idea).routing.reason == "Gjort förra året"
    author, decider = sorted(told(deps))
    assert author[0] == make.AMIRA
    assert "Jonas Berg skriver:\n> Gjort förra året" in author[1]
    assert decider == (make.JONAS, "*Höstlov*: nej: Gjort förra året")


def test_whoever_says_no_to_their_own_idea_is_not_told_twice(deps, slack):
    idea = keep(deps)
    say_no(deps, slack, idea, user=make.AMIRA)
    assert [who for who, _ in told(deps)] == [make.AMIRA]


@pytest.mark.parametrize("why", [None, "  "])
def test_a_no_without_a_reason_is_refused_beside_its_field(deps, slack, why):
    idea = keep(deps)
    assert list(say_no(deps, slack, idea, why)["errors"]) == ["reason"]
    assert stored(deps, idea).routing.where is Where.WAITING


def test_the_second_of_two_gets_a_kind_answer_and_changes_nothing(deps, slack):
    idea = keep(deps)
    click(deps, handler.click_no, f"{idea.id} 0 no one", user=make.ELIN)
    click(deps, handler.route, f"{idea.id} 0 2 one")
    click(deps, handler.later, f"{idea.id} 0 week one", user=make.ELIN)
    assert stored(deps, idea).routing.outlet_id == 2
    assert told(deps)[-1][1].startswith("Någon hann före")
    ack = FakeAck()
    handler.save_no(deps, ack, submission(slack.views[0], user=make.ELIN, reason="nej"))
    assert ack.answer["errors"]["reason"].startswith("Någon hann före")
    assert stored(deps, idea).routing.outlet_id == 2


def test_an_answer_in_the_meetings_pack_is_told_to_who_clicked_and_leaves_the_pack(deps):
    idea = keep(deps)
    click(deps, handler.route, f"{idea.id} 0 2 pack", response_url="https://hooks.example/1")
    assert stored(deps, idea).routing.outlet_id == 2
    with deps.reading() as db:
        (row,) = db.query("select body from outbox")
    assert "replace_original" not in json.loads(row["body"])


def test_the_last_decision_is_undone_once(deps):
    idea = keep(deps)
    click(deps, handler.route, f"{idea.id} 0 2 one")
    click(deps, handler.undo, f"{idea.id} 1")
    assert stored(deps, idea).routing.where is Where.WAITING
    click(deps, handler.undo, f"{idea.id} 1")
    assert [text.split(":")[0] for _, text in told(deps)[1:]] == ["Ångrat", "Någon hann före"]


def test_the_author_of_an_idea_is_told_too_when_a_no_is_taken_back(deps, slack):
    idea = keep(deps)
    say_no(deps, slack, idea)
    click(deps, handler.undo, f"{idea.id} 1")
    *_, word = [text for who, text in told(deps) if who == make.AMIRA]
    assert word == "Idén *Höstlov* är med i leken igen: Jonas Berg ångrade sitt nej."


def test_planning_an_idea_is_an_answer_too(deps):
    idea = keep(deps)
    with deps.transaction() as db:
        entry = Entry("Höstlov", 1, make.NOW.date(), make.NOW.time(), idea_id=idea.id)
        posts.add(db, entry, who=make.AMIRA, now=make.NOW)
    assert "Inga idéer väntar" in say(deps, "idea", "route")["text"]
    click(deps, handler.route, f"{idea.id} 0 2 one")
    assert told(deps)[-1][1].startswith("Någon hann före")


@pytest.mark.parametrize("text", ["att fördela", "Fördela", "route", "to  ROUTE"])
def test_the_ideas_that_wait_are_listed_oldest_first(deps, hand, text):
    keep(deps, "Höstlov")
    hand.on(days=1)
    keep(deps, "Sportlov")
    answer = say(deps, "idea", text)["text"]
    assert answer.startswith("2 idéer väntar på beslut")
    assert answer.index("Höstlov") < answer.index("Sportlov")


def test_a_decision_in_the_list_shows_the_list_anew_in_its_place(deps):
    first = keep(deps, "Höstlov")
    keep(deps, "Sportlov")
    click(deps, handler.route, f"{first.id} 0 2 many", response_url="https://hooks.example/1")
    with deps.reading() as db:
        (item,) = outbox.pending(db)
    assert (item.url, item.body["replace_original"]) == ("https://hooks.example/1", True)
    assert item.body["text"].startswith("*Höstlov*: hör hemma i kanalen Webb\n1 idé väntar")
    assert "*Sportlov*" in item.body["text"]


def test_a_button_shows_the_list(deps):
    keep(deps)
    click(deps, handler.click_waiting, "")
    assert told(deps)[0][1].startswith("1 idé väntar på beslut")


def test_a_vote_is_counted_where_the_list_stands_and_taken_back_by_another_click(deps):
    idea = keep(deps, "Höstlov")
    for text in ("1 röst", "väntar på beslut"):
        click(deps, bank.vote, f"{idea.id} 0 höst", response_url="https://hooks.example/1")
        with deps.transaction() as db:
            (item,) = outbox.pending(db)
            outbox.sent(db, item, None, revision=item.revision, now=deps.now())
        assert item.body["replace_original"]
        assert item.body["text"].startswith("Idéer om ”höst”")
        assert text in item.body["text"]
    assert stored(deps, idea).votes == 0


def test_the_menu_of_a_row_changes_asks_and_drops(deps, slack):
    idea = keep(deps)
    click(deps, bank.pick, f"change {idea.id}")
    assert filled(slack.views[0], ideas_view.TITLE) == "Höstlov"
    click(deps, bank.pick, f"route {idea.id}")
    assert told(deps)[-1][1] == "Vart hör *Höstlov* hemma?"
    click(deps, bank.pick, f"drop {idea.id}")
    assert told(deps)[-1][1].startswith("Ångrat")


def test_the_form_keeps_tags_outlets_and_season_and_shows_them_again(deps, slack):
    say(deps, "idea")
    ack = FakeAck()
    said = {"title": "Höst #Vård", "tags": "skola, vård", "outlets": "1 3", "season": "v. 50"}
    bank.save(deps, ack, submission(slack.views[0], **said))
    assert ack.answer == {}
    with deps.reading() as db:
        (idea,) = ideas.search(db, limit=5)
    week = Days(date(2026, 12, 7), date(2026, 12, 14))
    assert (idea.title, idea.tags) == ("Höst", ("skola", "vård"))
    assert (idea.outlets, idea.season) == ((1, 3), week)

    click(deps, bank.click_change, str(idea.id))
    form = slack.views[1]
    shown = [filled(form, name) for name in ("tags", "outlets", "season")]
    assert shown == ["#skola #vård", "1 3", "v. 50"]
    bank.save(deps, FakeAck(), submission(form, tags=None, outlets=None, season="höst"))
    changed = stored(deps, idea)
    assert (changed.tags, changed.outlets, changed.season) == ((), (), Months(9, 11))


@pytest.mark.parametrize("season", ["snart", "v. 45"])
def test_a_season_that_says_nothing_is_refused_beside_its_field(deps, slack, season):
    say(deps, "idea")
    ack = FakeAck()
    bank.save(deps, ack, submission(slack.views[0], title="Höst", season=season))
    assert list(ack.answer["errors"]) == ["season"]


def test_ideas_are_listed_by_tag_and_show_it(deps):
    keep(deps, "Boka tid #Vaccin")
    keep(deps, "Vaccinera dig")
    answer = say(deps, "idea", "list #vaccin")["text"]
    assert "*Boka tid* #Vaccin" in answer
    assert "Vaccinera" not in answer


def test_a_routed_idea_is_not_asked_about_when_it_is_entered_again(deps):
    answer = say(deps, "idea", "Höstlov")
    assert view.LATER in str(answer)
    with deps.transaction() as db:
        (idea,) = ideas.search(db, limit=5)
        idea_desk.route(db, idea.id, Routing(Where.OUTLET, outlet_id=1), decision=0)
    assert view.LATER not in str(say(deps, "idea", "Höstlov"))
