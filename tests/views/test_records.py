"""Records, registration, disclosure and the half-yearly picture, in both languages."""

from datetime import date
from zoneinfo import ZoneInfo

import pytest

from bot.domain.comment_rules import RuleKind
from bot.domain.comments import Place, State
from bot.domain.disclosure import Review, Wanted
from bot.domain.half_years import HalfYear
from bot.domain.moderation import Case, Deed
from bot.domain.moderation import State as Stand
from bot.domain.records import Answer, Edit, Judged, Record, Step, Version
from bot.domain.registration import Registration
from bot.locales import Words
from bot.views import disclosure, record_files, records, registrations
from bot.views.forms import CommentOrigin, Origin
from bot.views.record_words import Teller
from bot.views.snapshot import Picture, asked
from tests import page
from tests.make import AMIRA, ELIN, JONAS, NOW, PLAN
from tests.records import minutes
from tests.views.test_comments import NAMES, Check

ZONE = ZoneInfo("Europe/Stockholm")
TODAY = date(2026, 11, 24)
FIRST = page.comment(1).id
CASE = Case(
    id=3,
    comment_id=FIRST,
    deed=Deed.HIDE,
    rule_id=1,
    rule="spam eller reklam",
    kind=RuleKind.PAGE,
    words="säljer <bilar>",
    fingerprint=1,
    who=AMIRA,
    decided_at=minutes(20),
    since=minutes(20),
    next_at=minutes(20),
    state=Stand.DONE,
)
REGISTRATION = Registration(1, FIRST, "RL 2026/7", TODAY, "Maja Lindqvist", AMIRA, minutes(40))
RECORD = Record(
    comment=page.comment(1, "Måste man *boka*? 811218-9876", attachment="photo"),
    seen_at=NOW,
    gone_at=minutes(30),
    place=Place("Öppet hus på kvinnokliniken", "https://www.facebook.example/posts/1"),
    state=State.HIDDEN,
    versions=(Version("Boka?", minutes(1)),),
    answers=(
        Answer(
            minutes(6),
            JONAS,
            "Kom när som helst. /Jonas",
            "Kom närsom. /Jonas",
            (
                Edit(minutes(9), AMIRA, "Kom närsom. /Jonas", "Kom när som helst. /Jonas"),
                Edit(minutes(12), AMIRA, "Kom när som helst. /Jonas", None),
            ),
            is_gone=True,
        ),
        Answer(minutes(14), "", "Välkommen! /Elin", "Välkomen! /Elin"),
    ),
    steps=(
        Step(minutes(2), JONAS, "handed-over", ELIN),
        Step(minutes(3), "", "passed-on"),
        Step(minutes(6), "facebook", "answered"),
        Step(minutes(7), JONAS, "answered"),
    ),
    judged=(Judged(CASE, (7,)),),
    registration=REGISTRATION,
)


def teller(words: Words, **review: bool) -> Teller:
    return Teller(words, NAMES, ZONE, Review(**{"is_masked": False, **review}))


def test_the_whole_record(words: Words, snapshot: Check) -> None:
    snapshot(records.whole(teller(words), RECORD))


def test_the_form_for_the_registrar(words: Words, snapshot: Check) -> None:
    origin = CommentOrigin(PLAN, comment=FIRST)
    snapshot(registrations.form(teller(words), RECORD, REGISTRATION, origin, today=TODAY))
    told = registrations.form(
        teller(words), RECORD, None, origin, today=TODAY, address="diariet@lillsjo.example <x>"
    )
    assert "diariet@lillsjo.example &lt;x&gt;" in told["blocks"][0]["text"]["text"]


def test_the_two_forms_of_a_disclosure(words: Words, snapshot: Check) -> None:
    snapshot(disclosure.ask(words, Origin(PLAN)))
    snapshot(disclosure.review(words, Wanted(since=NOW, person="Maja"), 1234))


@pytest.mark.parametrize("stand", ["asked", "put off", "under way", "taken"])
def test_the_question_for_a_picture_of_the_page(words: Words, snapshot: Check, stand: str) -> None:
    taken = Picture("Amira <Haddad>", date(2026, 12, 14), 1234, is_there=stand == "taken")
    seen = taken if stand in {"taken", "under way"} else None
    again = date(2026, 12, 15) if stand == "put off" else None
    half, today = HalfYear(date(2026, 12, 14)), date(2026, 12, 14)
    snapshot(asked(words, half, seen, again=again, is_last=True, today=today))


def test_a_page_of_the_files_reads_well_and_holds_no_markup_of_strangers(words: Words) -> None:
    told = teller(words, is_masked=True)
    facts = {name: "\n".join(lines) for name, lines in told.facts(RECORD).items()}
    page_of = record_files.head(told, "T", ["<b>"]) + record_files.article(told, 1, RECORD, facts)

    assert "811218" not in page_of
    assert "<bilar>" not in page_of
    assert "&lt;b&gt;" in page_of
    assert "http" not in record_files.STYLE  # nothing is fetched
    for line in ("RL 2026/7", "Boka?", "Kom närsom. /Jonas", "2026-11-24 08:35"):
        assert line in page_of


def test_every_column_has_a_cell(words: Words) -> None:
    told = teller(words)
    cells = record_files.cells(told, 1, RECORD, {})
    assert len(cells) == len(record_files.columns(told)) == len(record_files.COLUMNS)
    posts = record_files.post_cells("2026", "=1", None, "1")
    assert len(posts) == len(record_files.post_columns(told))
    assert posts[1] == "'=1"
