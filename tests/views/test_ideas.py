"""How the idea bank looks: every message and form in both languages, within Slack's limits."""

from datetime import date, time, timedelta

from bot.domain.ideas import Idea
from bot.domain.plan import Post, Status
from bot.views import ideas as view
from bot.views.forms import Origin
from tests.make import AMIRA, JONAS, NOW, PLAN

TODAY = date(2026, 11, 24)
LINK = "https://lucka.slack.example/archives/C1/p1"
IDEA = Idea(3, "Höstlov <!channel>", "Fråga Elin & Jonas\nom bilder", (), LINK, AMIRA, NOW)
OLD = Idea(2, "Vaccin", "x" * 500, (), None, JONAS, NOW - timedelta(days=5))
POST = Post(
    id=7, title="Vaccin", text="", outlet_id=1, day=date(2026, 11, 27), at=time(11), owner=None,
    status=Status.DRAFT, idea_id=2, link=None, created_by=AMIRA, created_at=NOW, updated_at=NOW,
    published_at=None,
)  # fmt: skip


def found(words, text="", ideas=(), *, more=False):
    page = view.Found(text, ideas, {2: POST}, {AMIRA: "Amira <Haddad>"}, 0, more)
    return view.found(words, page, now=NOW, today=TODAY, command="/idea")


def test_an_idea_is_kept(words, snapshot):
    snapshot(view.kept(words, IDEA))


def test_an_idea_is_kept_already(words, snapshot):
    snapshot(view.kept(words, IDEA, again=True))


def test_an_idea_is_changed(words, snapshot):
    snapshot(view.changed(words, IDEA))


def test_an_idea_is_dropped(words, snapshot):
    snapshot(view.dropped(words, IDEA))


def test_the_bank(words, snapshot):
    snapshot(found(words, ideas=[IDEA, OLD]))


def test_what_was_searched_and_more_of_it(words, snapshot):
    snapshot(found(words, "höst <b>", [IDEA], more=True))


def test_an_empty_bank(words, snapshot):
    snapshot(found(words))


def test_nothing_found(words, snapshot):
    snapshot(found(words, "höst <b>"))


def test_a_very_long_search_fits_its_button(words):
    message = found(words, "x" * 3900, [IDEA], more=True)
    assert len(message["blocks"][-1]["elements"][0]["value"]) <= 2000
    assert len(message["text"]) < 1000
    assert len(found(words, "x" * 3900)["text"]) < 200


def test_the_form_for_a_new_idea(words, snapshot):
    snapshot(view.form(words, Origin(PLAN)))


def test_the_form_for_an_idea_out_of_a_message(words, snapshot):
    snapshot(view.form(words, Origin(PLAN, permalink=LINK), title="Höstlov", note="Fråga Elin"))


def test_the_form_that_changes_an_idea(words, snapshot):
    snapshot(view.form(words, Origin(PLAN, 3), title="Höstlov"))


def test_what_can_be_written(words, snapshot):
    snapshot(view.usage(words, command="/idea"))
