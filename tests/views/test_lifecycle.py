"""How a whole post, its forms, what it lacks and its history look, in both languages."""

from dataclasses import replace
from datetime import date, time, timedelta

import pytest

from bot.domain.calendar import WorkingCalendar
from bot.domain.history import Change
from bot.domain.media import Captions, Kind, Media, Persons, Ruling
from bot.domain.outlets import DEFAULT_CADENCE, Outlet, Slot
from bot.domain.photos import Photo
from bot.domain.plan import Status
from bot.views import (
    plan_acts,
    plan_asks,
    plan_card,
    plan_history,
    plan_media,
    plan_ready,
    plan_siblings,
    watching,
)
from bot.views.forms import Origin
from bot.views.plan import Frame
from bot.views.plan_acts import Act, Done
from bot.views.plan_card import Card
from bot.views.plan_siblings import Place
from tests import make
from tests.conftest import enforce_limits
from tests.make import AMIRA, JONAS, NOW, PLAN
from tests.views.test_plan import ZONE

FRIDAY = date(2026, 11, 27)
THURSDAY = FRIDAY - timedelta(days=1)
OUTLETS = (
    Outlet(1, "Facebook", (DEFAULT_CADENCE,)),
    Outlet(2, "Webb & <b>"),
    Outlet(3, "Intranät"),
)
MEDIA = Media(Kind.FILM, "Snö <!here>", Captions.SILENT, Persons.CHILD, "Dnr <1>", watch=True)
POST = make.post(7, FRIDAY, title="Lucia <!channel>", media=MEDIA, sibling=7)
WEB = make.post(8, date(2026, 11, 30), outlet_id=2, sibling=7)
LATER = make.post(9, FRIDAY, at=time(14))
NIGHT, LATE = make.post(10, FRIDAY, at=time(0, 15)), time(23, 30)
FRAME = Frame(
    OUTLETS, {AMIRA: "Amira <H>", JONAS: "Jonas"}, WorkingCalendar(), NOW, ZONE, {7: [WEB]}
)
ORIGIN = Origin(PLAN, 7, 2)
HISTORY = [
    Change(9, NOW, JONAS, {"ruling": ("", "yes")}, "Ja <!here>"),
    Change(8, NOW, AMIRA, {"status": ("draft", "ready-waived"), "text": ("", "")}),
    Change(7, NOW - timedelta(days=1), None, {"slot": ("2026-11-27 11:00", "2026-12-01 09:30")}),
    Change(6, NOW, AMIRA, {"owner": ("", JONAS), "outlet": ("1", "2"), "watcher": (JONAS, "")}),
    Change(5, NOW, AMIRA, {"owner": (JONAS, ""), "sibling": ("7", ""), "idea": ("", "3")}),
    Change(4, NOW, AMIRA, {"title": ("", ""), "media": ("", ""), "link": ("", "")}),
    Change(3, NOW, AMIRA, {"status": ("ready", "cancelled"), "ruling": ("yes", "")}),
    Change(2, NOW, AMIRA, {"sibling": ("", "7"), "watcher": ("", JONAS), "idea": ("3", "")}),
    Change(1, NOW, AMIRA, {}),
]
RULED = {"ruling": Ruling(True, "Ja <!here>", JONAS), "watcher": JONAS}
CARDS = {
    "waits": POST,
    "ready": replace(POST, status=Status.READY, **RULED),
    "bare": replace(POST, media=Media(Kind.PICTURE), text="", owner=None),
    "out": replace(POST, status=Status.PUBLISHED, link="https://a.se"),
}


@pytest.mark.parametrize("post", CARDS.values(), ids=CARDS)
def test_a_post_as_a_whole(words, snapshot, post):
    snapshot(plan_card.card(words, Card(post, [WEB], HISTORY, decides=True), FRAME))


def test_the_form_for_picture_and_persons(words, snapshot):
    snapshot(plan_media.form(words, POST, ORIGIN))


def test_the_form_with_pictures(words, snapshot):
    photos = (
        Photo("F1", "väg <1>.jpg", 1, "En plogad väg."),
        Photo("F2", "ram.png", 1, is_decorative=True),
    )
    shown = Media(Kind.PICTURE, photos=photos)
    snapshot(plan_media.form(words, replace(POST, media=shown), ORIGIN, takes_photos=True))
    silent = replace(shown, kind=Kind.DECORATIVE, alt="Bara ramar.")
    snapshot(plan_media.form(words, replace(POST, media=silent), ORIGIN))


def test_the_forms_of_the_lead(words, snapshot):
    snapshot(plan_ready.override_form(words, CARDS["bare"], ORIGIN))
    snapshot(plan_ready.decide_form(words, POST, ORIGIN))


@pytest.mark.parametrize("decides", [True, False], ids=["lead", "colleague"])
def test_what_is_missing(words, snapshot, decides):
    snapshot(plan_ready.not_ready(words, replace(POST, owner=None), decides=decides))
    snapshot(plan_ready.not_ready(words, CARDS["bare"], decides=decides))


def test_the_question_to_the_lead(words, snapshot):
    snapshot(plan_ready.asked(words, POST, AMIRA, FRAME))
    snapshot(plan_ready.asked(words, CARDS["ready"], AMIRA, FRAME))


def test_what_a_colleague_hears_of_the_decision(words, snapshot):
    snapshot(plan_ready.decided(words, CARDS["ready"], FRAME))


def test_the_form_for_more_outlets(words, snapshot):
    places = [Place(outlet, Slot(FRIDAY, make.post(1, FRIDAY).at, outlet.id)) for outlet in OUTLETS]
    snapshot(plan_siblings.form(words, POST, ORIGIN, places, FRAME))


def test_moving_offers_to_take_siblings_along(words, snapshot):
    snapshot(plan_asks.move_form(words, POST, ORIGIN, [], FRAME))


def test_the_history(words, snapshot):
    snapshot(plan_history.told(words, POST, HISTORY, FRAME))


def test_who_watches(words, snapshot):
    snapshot(watching.form(words, POST, ORIGIN))
    rows = [*watching.row(words, POST, FRAME), *watching.row(words, CARDS["ready"], FRAME)]
    snapshot({"blocks": rows})


DONE = {
    "equipped-unready": Done(Act.EQUIPPED, POST, unready=True, decides=True),
    "planned-twice": Done(Act.PLANNED, POST, beside=[LATER, POST], same=WEB),
    "planned-at-night": Done(Act.PLANNED, NIGHT, beside=[replace(NIGHT, day=THURSDAY, at=LATE)]),
    "moved-along": Done(Act.MOVED, POST, along=[WEB], crowded={8: [replace(WEB, at=time(10, 45))]}),
    "overridden": Done(Act.OVERRIDDEN, CARDS["ready"]),
    "ruled": Done(Act.RULED, CARDS["ready"]),
    "watched": Done(Act.WATCHED, CARDS["ready"]),
    "also": Done(Act.ALSO, POST, along=[WEB]),
    "unlinked": Done(Act.UNLINKED, POST),
}


@pytest.mark.parametrize("what", DONE.values(), ids=DONE)
def test_what_is_said_after_an_act(words, snapshot, what):
    snapshot(plan_acts.done(words, what, FRAME))


def test_everything_fits_with_the_longest_of_everything(words):
    long = replace(
        POST,
        title="&" * 120,
        text="<" * 3000,
        media=Media(Kind.PICTURE, "&" * 1000, persons=Persons.PATIENT, consent="<" * 500),
        ruling=Ruling(False, "&" * 500, JONAS),
    )
    every = [Change(n, NOW, JONAS, {"text": ("", "")}, "<" * 500) for n in range(40, 20, -1)]
    for message in (
        plan_card.card(words, Card(long, [WEB], every, decides=True), FRAME),
        plan_history.told(words, long, every, FRAME),
        plan_ready.decide_form(words, long, ORIGIN),
        plan_ready.asked(words, long, AMIRA, FRAME),
        plan_acts.done(words, Done(Act.EQUIPPED, long, along=[WEB] * 9, unready=True), FRAME),
    ):
        enforce_limits(message["blocks"])
