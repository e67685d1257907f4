"""How the idea bank looks: every message and form in both languages, within Slack's limits."""

from dataclasses import replace
from datetime import date, time, timedelta

from bot.domain.ideas import Idea
from bot.domain.outlets import Outlet
from bot.domain.plan import Post, Status
from bot.domain.routing import Routing, Where
from bot.domain.seasons import By, Months
from bot.views import ideas as view
from bot.views.forms import Origin
from tests.make import AMIRA, JONAS, NOW, PLAN

TODAY = date(2026, 11, 24)
LINK = "https://lucka.slack.example/archives/C1/p1"
IDEA = Idea(3, "Höstlov <!channel>", "Fråga Elin & Jonas\nom bilder", (), LINK, AMIRA, NOW)
TAGGED = replace(
    IDEA, tags=("Vård", "<b>"), outlets=(2,), season=Months(10, 11), votes=3, decision=2
)
ROUTED = [
    replace(TAGGED, id=4, routing=Routing(Where.OUTLET, outlet_id=2)),
    replace(TAGGED, id=5, routing=Routing(Where.LATER, until=date(2027, 8, 15))),
    replace(IDEA, id=6, season=By(TODAY), routing=Routing(Where.NO, reason="Gjort <förr>\n" * 40)),
    replace(IDEA, id=7, routing=Routing(Where.LATER, until=TODAY)),
]
OUTLETS = [Outlet(1, "Facebook"), Outlet(2, "Webb & app")]
NAMES = {outlet.id: outlet.name for outlet in OUTLETS}
OLD = Idea(2, "Vaccin", "x" * 500, (), None, JONAS, NOW - timedelta(days=5))
POST = Post(
    id=7, title="Vaccin", text="", outlet_id=1, day=date(2026, 11, 27), at=time(11), owner=None,
    status=Status.DRAFT, idea_id=2, link=None, created_by=AMIRA, created_at=NOW, updated_at=NOW,
    published_at=None,
)  # fmt: skip


def found(words, text="", ideas=(), *, more=False):
    page = view.Found(text, ideas, {2: POST}, {AMIRA: "Amira <Haddad>"}, 0, more, NAMES, len(ideas))
    return view.found(words, page, now=NOW, today=TODAY, command="/idea")


def test_an_idea_is_kept(words, snapshot):
    snapshot(view.kept(words, IDEA, OUTLETS))


def test_an_idea_is_kept_already(words, snapshot):
    snapshot(view.kept(words, IDEA, OUTLETS, again=True))


def test_an_idea_is_changed(words, snapshot):
    snapshot(view.changed(words, IDEA))


def test_an_idea_is_dropped(words, snapshot):
    snapshot(view.dropped(words, IDEA))


def test_the_bank(words, snapshot):
    snapshot(found(words, ideas=[IDEA, OLD, *ROUTED]))


def test_what_was_searched_and_more_of_it(words, snapshot):
    snapshot(found(words, "höst <b>", [IDEA], more=True))


def test_an_empty_bank(words, snapshot):
    snapshot(found(words))


def test_nothing_found(words, snapshot):
    snapshot(found(words, "höst <b>"))


def test_a_very_long_search_fits_its_button(words):
    message = found(words, "x" * 3900, [IDEA], more=True)
    assert len(message["blocks"][-1]["elements"][0]["value"]) <= 2000
    assert len(message["blocks"][2]["elements"][1]["value"]) <= 2000
    assert len(message["text"]) < 1000
    assert len(found(words, "x" * 3900)["text"]) < 200


def test_the_form_for_a_new_idea(words, snapshot):
    snapshot(view.form(words, Origin(PLAN), outlets=OUTLETS, today=TODAY))


def test_the_form_for_an_idea_out_of_a_message(words, snapshot):
    origin = Origin(PLAN, permalink=LINK)
    shown = {"outlets": OUTLETS, "today": TODAY}
    snapshot(view.form(words, origin, title="Höstlov", note="Fråga Elin", **shown))


def test_the_form_that_changes_an_idea(words, snapshot):
    snapshot(view.form(words, Origin(PLAN, 3), TAGGED, outlets=OUTLETS, today=TODAY))


def test_what_can_be_written(words, snapshot):
    snapshot(view.usage(words, command="/idea"))
