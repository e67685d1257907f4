"""How publishing looks: the setting, the question, the answers; in both languages."""

from dataclasses import replace
from datetime import date, timedelta

import pytest

from bot.domain.calendar import WorkingCalendar
from bot.domain.media import Kind, Media
from bot.domain.photos import Photo
from bot.domain.plan import Status
from bot.domain.publishing import Problem, Publication, Publishing, State
from bot.views import going_out, plan_card, plan_media, publications, publishing
from bot.views import plan as plan_view
from bot.views.forms import Origin
from bot.views.plan import Frame
from bot.views.plan_card import Card
from tests import make
from tests.conftest import enforce_limits
from tests.make import AMIRA, ELIN, NOW, PLAN
from tests.views.test_plan import OUTLETS, ZONE

POST = make.post(
    7, date(2026, 11, 27), title="Öppet <hus>", status=Status.READY, text="Välkommen <!channel>!"
)
DUE = POST.slot.starts(ZONE)
ONE = Publication(1, 7, 1, 1, POST.text, "https://a.example/?a=1&b=2", AMIRA, True, DUE, DUE)
FRAME = Frame(
    OUTLETS, {AMIRA: "Amira"}, WorkingCalendar(), NOW, ZONE, page_outlet=1, publications={7: ONE}
)
ORIGIN = Origin(PLAN, 7, 1)


def state(state, **fields):
    return replace(ONE, state=state, **fields)


def test_the_setting(words, snapshot):
    on = Publishing(is_on=True, outlet_id=1, users=(AMIRA, ELIN))
    snapshot(publishing.form(words, Publishing(), OUTLETS, ORIGIN))
    snapshot(publishing.form(words, on, OUTLETS, ORIGIN))
    snapshot(publishing.saved(words, on, OUTLETS, {AMIRA: "Amira <H>"}))
    snapshot(publishing.saved(words, Publishing(), OUTLETS, {}))


def test_the_question(words, snapshot):
    snapshot(publications.form(words, POST, ORIGIN, FRAME, page="Region <Lillsjö>"))
    doubt = state(State.FAILED, problem=Problem.UNSURE, code="190")
    late = replace(FRAME, now=DUE)
    snapshot(publications.form(words, POST, ORIGIN, late, page=None, former=doubt))


def test_the_question_with_pictures(words, snapshot):
    photos = (
        Photo("F1", "väg <1>.jpg", 1, "En *plogad* väg."),
        Photo("F2", "ram.png", 1, is_decorative=True),
        Photo("F3", "karta.png", 1),
    )
    pictured = replace(POST, media=Media(Kind.PICTURE, photos=photos))
    snapshot(publications.form(words, pictured, ORIGIN, FRAME, page="Region Lillsjö"))


def test_ten_pictures_with_long_names_and_words_fit_everywhere(words):
    every = tuple(Photo(f"F{n}", "<" * 255, 10_000_000, "<" * 1000) for n in range(10))
    pictured = replace(POST, media=Media(Kind.PICTURE, photos=every))
    enforce_limits(publications.form(words, pictured, ORIGIN, FRAME, page="S")["blocks"])
    enforce_limits(plan_media.form(words, pictured, ORIGIN, takes_photos=True)["blocks"])
    enforce_limits(plan_card.card(words, Card(pictured, [], [], decides=True), FRAME)["blocks"])
    failed = state(State.FAILED, problem=Problem.PHOTO_GONE, code="<" * 255)
    enforce_limits(publications.outcome(words, failed, pictured)["blocks"])


def test_a_very_long_text_fits_into_the_question(words):
    long = replace(POST, text="å" * 3000)
    opened = publications.form(words, long, ORIGIN, FRAME, page="S" * 300)
    assert "å" * 3000 in str(opened["blocks"])


def test_the_answers(words, snapshot):
    snapshot(publications.decided(words, ONE, POST, FRAME))
    now = replace(ONE, is_planned=False, due=NOW)
    snapshot(publications.decided(words, now, POST, FRAME))
    snapshot(publications.withdrawn(words, POST))


def test_the_outcomes(words, snapshot):
    link = "https://www.facebook.example/posts/1"
    snapshot(publications.outcome(words, state(State.PUBLISHED, permalink=link), POST))
    snapshot(publications.outcome(words, state(State.PUBLISHED), POST))
    snapshot(publications.outcome(words, state(State.WITHDRAWN), POST))
    failed = state(State.FAILED, problem=Problem.TOKEN, code="190")
    snapshot(publications.outcome(words, failed, POST))
    snapshot(publications.outcome(words, failed, replace(POST, status=Status.CANCELLED)))


@pytest.mark.parametrize("problem", list(Problem))
def test_every_problem_is_said_with_what_to_do(words, problem):
    said = going_out.problem(words, state(State.FAILED, problem=problem, code="100"))
    assert len(said) > 40


@pytest.mark.parametrize(
    ("publication", "act"),
    [
        (None, "go_out"),
        (ONE, "withdraw"),
        (state(State.FAILED, problem=Problem.LATE), "go_out"),
        (state(State.WITHDRAWN), "go_out"),
    ],
    ids=["nothing yet", "waits", "failed", "withdrawn"],
)
def test_the_row_says_how_it_stands_and_offers_what_is_next(words, snapshot, publication, act):
    frame = replace(FRAME, publications={7: publication} if publication else {})
    menu = plan_view.menu(words, POST, frame)
    assert [o["value"] for o in menu["options"]][3] == f"{act} 7"
    snapshot(
        {"blocks": [{"type": "section", "text": _mrkdwn(plan_view.post_line(words, POST, frame))}]}
    )


def test_a_row_that_is_due_or_slowed_says_so(words):
    due = replace(FRAME, now=DUE + timedelta(seconds=1))
    assert words("publish-row-now") in plan_view.post_line(words, POST, due)
    slow = replace(FRAME, publications={7: replace(ONE, problem=Problem.SLOW)})
    assert words("publish-row-slow") in plan_view.post_line(words, POST, slow)


@pytest.mark.parametrize("outlet", [None, 2], ids=["off", "another outlet"])
def test_elsewhere_nothing_is_offered(words, outlet):
    frame = replace(FRAME, page_outlet=outlet, publications={})
    assert going_out.row_button(words, POST, frame) == []
    assert "draft 7" in [o["value"] for o in plan_view.menu(words, POST, frame)["options"]]


def _mrkdwn(text):
    return {"type": "mrkdwn", "text": text}
