"""What a post needs before it is ready, and what changes that."""

from dataclasses import replace
from datetime import date, time, timedelta
from zoneinfo import ZoneInfo

import pytest

from bot.domain import care
from bot.domain.acts import NothingToDo, changed, entry_of, marked
from bot.domain.calendar import WorkingCalendar
from bot.domain.media import (
    NOTHING,
    AltTooLong,
    Captions,
    Kind,
    Media,
    Persons,
    Ruling,
    checked,
)
from bot.domain.outlets import Slot
from bot.domain.plan import Status
from bot.domain.ready import Need, NotReady, awaits_decision, missing, waivable
from tests.make import AMIRA, JONAS, NOW
from tests.make import post as make_post

ZONE = ZoneInfo("Europe/Stockholm")
FRIDAY = date(2026, 11, 27)
TODAY = date(2026, 11, 24)
YES, NO = Ruling(True, "Föräldrarna har sagt ja", JONAS), Ruling(False, "Nej", JONAS)


def post(**fields):
    return make_post(7, fields.pop("day", FRIDAY), **fields)


def showing(kind=Kind.NONE, alt="", captions=Captions.NONE, persons=Persons.NONE):
    return Media(kind=kind, alt=alt, captions=captions, persons=persons)


LACKING = {
    "nothing but text": (NOTHING, ()),
    "a picture without alt text": (showing(Kind.PICTURE), (Need.ALT,)),
    "a picture with blank alt text": (showing(Kind.PICTURE, " \u200b"), (Need.ALT,)),
    "a picture with alt text": (showing(Kind.PICTURE, "En ambulans."), ()),
    "a decoration without a reason": (showing(Kind.DECORATIVE), (Need.REASON,)),
    "a decoration with a reason": (showing(Kind.DECORATIVE, "Bara en färgplatta"), ()),
    "a film without captions": (showing(Kind.FILM, "Film"), (Need.CAPTIONS,)),
    "a film with captions": (showing(Kind.FILM, captions=Captions.DONE), ()),
    "a silent film undescribed": (
        showing(Kind.FILM, captions=Captions.SILENT),
        (Need.DESCRIPTION,),
    ),
    "a silent film described": (showing(Kind.FILM, "Snö faller.", Captions.SILENT), ()),
    "a live broadcast": (showing(Kind.LIVE), ()),
    "a colleague": (showing(persons=Persons.COLLEAGUE), ()),
    "a resident": (showing(persons=Persons.RESIDENT), ()),
    "a child": (showing(persons=Persons.CHILD), (Need.DECISION,)),
    "a patient": (showing(persons=Persons.PATIENT), (Need.DECISION,)),
    "a child in a picture without alt text": (
        showing(Kind.PICTURE, persons=Persons.CHILD),
        (Need.ALT, Need.DECISION),
    ),
}


@pytest.mark.parametrize(("media", "lacking"), LACKING.values(), ids=LACKING)
def test_what_a_post_shows_decides_what_it_lacks(media, lacking):
    draft = post(media=media)
    assert missing(draft) == lacking
    if lacking:
        with pytest.raises(NotReady):
            marked(draft, Status.READY, now=NOW)
    else:
        assert marked(draft, Status.READY, now=NOW).status is Status.READY


@pytest.mark.parametrize(
    ("fields", "lacking"),
    [({"owner": None}, (Need.OWNER,)), ({"text": " \n"}, (Need.TEXT,))],
    ids=["nobody responsible", "no text"],
)
def test_a_post_needs_an_owner_and_a_text(fields, lacking):
    assert missing(post(**fields)) == lacking


@pytest.mark.parametrize(
    ("ruling", "lacking"),
    [(None, (Need.DECISION,)), (YES, ()), (NO, (Need.REFUSED,))],
    ids=["not decided", "yes", "no"],
)
def test_the_lead_decides_about_children_and_patients(ruling, lacking):
    draft = post(media=showing(persons=Persons.CHILD), ruling=ruling)
    assert missing(draft) == lacking
    assert awaits_decision(draft) is (ruling is None)


def test_the_lead_lets_pass_what_is_missing_but_not_a_decision():
    draft = post(media=showing(Kind.PICTURE), text="")
    after = care.overridden(draft, now=NOW)
    assert (after.status, after.waived) == (Status.READY, {Need.ALT, Need.TEXT})
    child = replace(draft, media=showing(Kind.PICTURE, persons=Persons.CHILD))
    assert not waivable(missing(child))
    with pytest.raises(NotReady):
        care.overridden(child, now=NOW)
    with pytest.raises(NothingToDo):
        care.overridden(after, now=NOW)


def test_what_was_let_pass_passes_until_the_post_is_a_draft_again():
    ready = care.overridden(post(media=showing(Kind.PICTURE)), now=NOW)
    again = changed(ready, replace(entry_of(ready), title="Nytt"), today=TODAY, now=NOW)
    assert again.status is Status.READY
    draft = marked(again, Status.DRAFT, now=NOW)
    assert missing(draft) == (Need.ALT,)


def test_a_draft_by_the_form_lets_nothing_pass_either():
    ready = care.overridden(post(media=showing(Kind.PICTURE)), now=NOW)
    draft = replace(entry_of(ready), status=Status.DRAFT)
    assert missing(changed(ready, draft, today=TODAY, now=NOW)) == (Need.ALT,)


def test_a_ready_post_that_loses_something_is_a_draft_again():
    ready = post(status=Status.READY)
    bare = replace(entry_of(ready), text="")
    assert changed(ready, bare, today=TODAY, now=NOW).status is Status.DRAFT
    assert care.equipped(ready, showing(Kind.PICTURE), now=NOW).status is Status.DRAFT
    assert care.equipped(ready, showing(Kind.LIVE), now=NOW).status is Status.READY


def test_other_persons_ask_for_another_decision():
    child = post(media=showing(persons=Persons.CHILD), ruling=YES, status=Status.READY)
    described = care.equipped(child, replace(child.media, alt="Barn"), now=NOW)
    assert (described.ruling, described.status) == (YES, Status.READY)
    patient = care.equipped(child, showing(persons=Persons.PATIENT), now=NOW)
    assert (patient.ruling, patient.status) == (None, Status.DRAFT)
    assert care.ruled(child, NO, now=NOW).status is Status.DRAFT
    with pytest.raises(care.NoDecisionNeeded):
        care.ruled(post(), YES, now=NOW)


def test_texts_are_held_to_what_a_form_can_show():
    assert checked(Media(alt=" Hej ")).alt == "Hej"
    with pytest.raises(AltTooLong):
        checked(Media(alt="x" * 1001))


EXPOSED = {
    "Monday": (date(2026, 11, 30), time(11), False),
    "Wednesday before noon": (date(2026, 12, 2), time(11), False),
    "Thursday at midnight": (date(2026, 12, 3), time(0), False),
    "Thursday before noon": (date(2026, 12, 3), time(11), True),
    "Friday": (date(2026, 12, 4), time(11), True),
    "Sunday": (date(2026, 12, 6), time(11), True),
    "two days before Christmas Eve": (date(2026, 12, 22), time(11), True),
}


@pytest.mark.parametrize(("day", "at", "exposed"), EXPOSED.values(), ids=EXPOSED)
def test_a_watch_is_asked_for_when_a_day_off_lies_within_two_days(day, at, exposed):
    watched = post(day=day, at=at, media=Media(watch=True))
    assert care.is_exposed(watched, WorkingCalendar(), ZONE) is exposed
    assert not care.is_exposed(replace(watched, media=NOTHING), WorkingCalendar(), ZONE)


CALM = {
    "the next gap": ((30, 32), (date(2026, 11, 30), time(11))),
    "not a gap over the weekend": ((28, 32), (date(2026, 12, 2), time(11))),
    "not another outlet's gap": ((), (date(2026, 11, 30), time(9))),
    "not a gap that is too far": ((80,), (date(2026, 11, 30), time(9))),
}


@pytest.mark.parametrize(("gaps", "to"), CALM.values(), ids=CALM)
def test_a_watched_post_may_move_to_where_nobody_need_watch_over_days_off(gaps, to):
    watched = post(at=time(9), media=Media(watch=True))
    days = [date(2026, 11, 1) + timedelta(days=n - 1) for n in gaps]
    places = [Slot(FRIDAY, time(10), 2), *(Slot(day, time(11), 1) for day in days)]
    found = care.calm_slot(watched, places, WorkingCalendar(), ZONE)
    assert (found.day, found.at) == to


ASKED = {
    "Thursday for Friday": (date(2026, 12, 3), FRIDAY + timedelta(days=7), True),
    "Wednesday for Friday": (date(2026, 12, 2), FRIDAY + timedelta(days=7), False),
    "Friday for the same day": (date(2026, 12, 4), date(2026, 12, 4), True),
    "Friday for Sunday": (date(2026, 12, 4), date(2026, 12, 6), True),
    "after it is out": (date(2026, 12, 7), date(2026, 12, 4), False),
}


@pytest.mark.parametrize(("today", "day", "asked"), ASKED.values(), ids=ASKED)
def test_the_question_comes_the_working_day_before_and_on_the_day(today, day, asked):
    exposed = post(day=day, media=Media(watch=True))
    assert (exposed in care.to_watch([exposed], today, WorkingCalendar(), ZONE)) is asked


def test_only_what_needs_it_is_watched_by_one_at_a_time():
    with pytest.raises(care.NoWatchNeeded):
        care.watched(post(), AMIRA, now=NOW)
    after = care.watched(post(media=Media(watch=True)), AMIRA, now=NOW)
    assert after.watcher == AMIRA
    with pytest.raises(NothingToDo):
        care.watched(after, AMIRA, now=NOW)
