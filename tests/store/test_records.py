"""The record of a comment holds everything, in order; what is wanted is found by day, post, person."""

from datetime import UTC, date, timedelta
from zoneinfo import ZoneInfo

import pytest

from bot.domain import disclosure as domain
from bot.domain.comments import State
from bot.domain.disclosure import Kind, Review, Status, Wanted
from bot.domain.records import Direction
from bot.domain.registration import NotRegistered
from bot.store import comments, disclosures, records, registrations
from bot.store import page as store_page
from tests import page
from tests.make import AMIRA, ELIN, JONAS, NOW
from tests.records import FIRST, answered, minutes

OTHER = page.post("999", "Lediga jobb på ambulansen")


@pytest.fixture
def db(db):
    """Three comments of two people on two posts, and an answer written on the page."""
    told = [
        page.comment(1, attachment="photo"),
        page.comment(
            2, "Tack!", at=NOW + timedelta(days=2), author_name="Åsa Öberg", author_id="7"
        ),
        page.comment(3, "Hej", at=NOW + timedelta(days=3), post_id="999", author_name=None),
        page.answer(4, under=2, at=NOW + timedelta(days=2, minutes=5)),
    ]
    kept = store_page.keep(db, [page.post(), OTHER], told, now=NOW)
    comments.add_relays(db, kept.new, since=NOW.replace(year=2000), now=NOW)
    return db


def only(db, comment_id=FIRST):
    (found,) = records.stream(db, Wanted(comment_id=comment_id))
    return found


def test_a_record_holds_everything_in_order(db):
    answered(db)

    found = only(db)

    assert (found.direction, found.seen_at, found.state) == (Direction.IN, NOW, State.NEW)
    assert (found.comment.author_name, found.comment.attachment) == ("Maja Lindqvist", "photo")
    assert (found.place.text, found.comment.permalink) == (page.TITLE, page.comment(1).permalink)
    assert [(one.text, one.until) for one in found.versions] == [("Boka?", minutes(1))]
    (answer,) = found.answers
    assert (answer.who, answer.at, answer.first) == (JONAS, minutes(6), "Nej, kom närsom. /Jonas")
    assert [(e.who, e.text) for e in answer.edits] == [(AMIRA, "Nej, kom när som helst. /Jonas")]
    assert [(s.who, s.act, s.to) for s in found.steps] == [
        (JONAS, "claimed", ""),
        (JONAS, "handed-over", ELIN),
        ("", "passed-on", ""),
        (JONAS, "answered", ""),
        (AMIRA, "answer-edited", ""),
    ]


def test_an_answer_written_on_the_page_is_in_the_record_and_is_one_of_its_own(db):
    (answer,) = only(db, page.comment(2).id).answers
    assert (answer.who, answer.text) == ("", "Nej, kom när du vill! /Elin")

    own = only(db, page.comment(4).id)
    assert (own.direction, own.state) == (Direction.OUT, None)


WANTED = {
    "everything": (Wanted(), [1, 2, 4, 3]),
    "from a day on": (Wanted(since=NOW + timedelta(days=1)), [2, 4, 3]),
    "up to an instant, half open": (Wanted(until=NOW + timedelta(days=2)), [1]),
    "a post by words, whatever the case": (Wanted(post="AMBULANSEN"), [3]),
    "a post by its id": (Wanted(post="999"), [3]),
    "a post by its address": (Wanted(post="https://www.facebook.example/posts/999"), [3]),
    "a person by a part of the name": (Wanted(person="åsa ö"), [2]),
    "a person by id": (Wanted(person="7"), [2]),
    "both must fit": (Wanted(post="999", person="maja"), []),
    "a name with a joker is a name": (Wanted(person="%"), []),
}


@pytest.mark.parametrize("case", WANTED)
def test_what_is_wanted_is_found_in_order_of_time(db, case):
    wanted, numbers = WANTED[case]

    found = [record.comment.id for record in records.stream(db, wanted)]

    assert found == [page.comment(number).id for number in numbers]
    assert records.count(db, wanted) == len(numbers)


def test_more_than_a_batch_comes_whole(db, monkeypatch):
    monkeypatch.setattr(records, "BATCH", 2)

    assert len(list(records.stream(db, Wanted()))) == 4


def test_a_number_is_noted_corrected_and_taken_back_step_by_step(db):
    day = date(2026, 11, 24)
    first = registrations.add(db, FIRST, "RL 1", day, "Maja", who=AMIRA, now=NOW)
    second = registrations.add(db, FIRST, "RL 2", day, "Maja", who=JONAS, now=NOW)
    assert only(db).registration == second

    with pytest.raises(NotRegistered):
        registrations.withdraw(db, first.id, who=AMIRA, now=NOW)
    registrations.withdraw(db, second.id, who=AMIRA, now=NOW)
    assert only(db).registration == first

    registrations.withdraw(db, first.id, who=AMIRA, now=NOW)
    assert only(db).registration is None
    for gone in (first.id, 99):
        with pytest.raises(NotRegistered):
            registrations.withdraw(db, gone, who=AMIRA, now=NOW)


def test_names_and_words_that_were_looked_for_are_gone_when_it_is_over(db):
    wanted = Wanted(since=NOW, post="jobb", person="Maja")
    asked = disclosures.ask(
        db, Kind.DISCLOSURE, AMIRA, wanted, Review(provision="OSL 25:1"), now=NOW
    )
    assert disclosures.waiting(db) == [asked]

    disclosures.end(db, domain.ended(asked, Status.DONE, 3, now=NOW))

    kept = disclosures.get(db, asked.id)
    assert (kept.wanted, kept.review.provision) == (Wanted(since=NOW), "OSL 25:1")
    assert disclosures.waiting(db) == []
    with pytest.raises(Exception, match="CHECK"):
        db.execute("update disclosures set person = 'Maja'")


def test_a_last_day_counts_whole_in_the_teams_zone():
    zone = ZoneInfo("Europe/Stockholm")
    today = date(2026, 11, 24)

    found = domain.read(date(2026, 10, 25), date(2026, 10, 25), " ", "", today=today, zone=zone)

    assert found.until - found.since == timedelta(hours=25)  # the clock is put back
    assert found.since.tzinfo is UTC


@pytest.mark.parametrize(
    ("since", "until", "refused"),
    [
        (None, None, domain.NothingChosen),
        (date(2026, 11, 25), None, domain.DayAhead),
        (date(2026, 11, 2), date(2026, 11, 1), domain.DaysTurned),
    ],
    ids=["nothing", "a day ahead", "days turned"],
)
def test_what_makes_no_sense_is_refused(since, until, refused):
    with pytest.raises(refused):
        domain.read(since, until, "", " \n", today=date(2026, 11, 24), zone=UTC)
