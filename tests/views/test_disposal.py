"""Disposal and what is stored, as people see it in both languages."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date, datetime, timedelta
from html.parser import HTMLParser
from typing import Any
from zoneinfo import ZoneInfo

import pytest

from bot.domain.disposal import Class, Disposal, Found, Hold, Rule, Scope, State, Unit
from bot.domain.relaying import DEFAULT
from bot.domain.stored import TABLES
from bot.locales import Words
from bot.locales import format as say
from bot.views import data, disposal, disposal_list
from bot.views.forms import Origin
from tests import make, page
from tests.conftest import enforce_limits

ZONE = ZoneInfo("Europe/Stockholm")
TODAY = date(2026, 12, 1)
NOW = datetime(2026, 12, 1, 8, 15, tzinfo=ZONE)
RULE = Rule("RS 2026/114 <§ 7>", date(2026, 1, 8), 24, Unit.MONTHS)
NAMES = {make.AMIRA: "Amira Haddad"}
FIRST, LAST = make.NOW - timedelta(days=900), make.NOW - timedelta(days=731)
LISTED = Disposal(
    7, Class.ROUTINE, RULE, LAST, Found(1250, 3, FIRST, LAST), NOW, "disposal:2026-12-01"
)
HOLDS = [
    Hold(Scope.ALL, "Granskning & tillsyn", make.AMIRA, NOW, id=1),
    Hold(Scope.POST, "Begärt ut", make.AMIRA, NOW, subject=page.POST, id=2),
    Hold(
        Scope.PERIOD,
        "Begärt ut",
        "U0OKAND",
        NOW,
        start=date(2026, 1, 1),
        end=date(2026, 2, 1),
        id=3,
    ),
    Hold(Scope.COMMENT, "<b>", make.AMIRA, NOW, subject=page.comment(1).id, id=4),
]
PLACES = {page.POST: ("https://fb.example/1", "Öppet *hus* <b>\nVälkommen!")}
KNOWN = disposal.Known({Class.ROUTINE: RULE}, HOLDS, NAMES, 17, PLACES)
STORED = data.Stored(
    "lucka.db", 4_200_000, dict.fromkeys(TABLES, 12), {Class.ROUTINE: RULE}, 4, DEFAULT
)
Snapshot = Callable[[Any], None]


def test_the_page(words: Words, snapshot: Snapshot) -> None:
    snapshot(disposal.page(words, KNOWN, today=TODAY))


def test_the_page_of_who_has_decided_nothing(words: Words, snapshot: Snapshot) -> None:
    snapshot(disposal.page(words, disposal.Known({}, [], {}, 0), today=TODAY))


def test_the_topic(words: Words) -> None:
    assert "RS 2026/114" in disposal.topic(words, KNOWN).now
    assert disposal.topic(words, disposal.Known({}, [], {}, 0)).now


@pytest.mark.parametrize("kind", Class)
def test_the_form_of_a_class(words: Words, snapshot: Snapshot, kind: Class) -> None:
    snapshot(disposal.form(words, kind, RULE, Origin("C0PLAN", 0)))


def test_the_forms_of_holds_and_of_what_was_handed_over(words: Words, snapshot: Snapshot) -> None:
    snapshot(disposal.hold_form(words, Origin()))
    kept = [(page.comment(1, "<x> " * 50), True), (page.comment(2, ""), False)]
    snapshot(disposal.handed_form(words, kept, Origin()))


def test_the_list_in_every_state(words: Words, snapshot: Snapshot) -> None:
    lists = [LISTED] + [
        replace(LISTED, id=8 + n, kind=kind, state=state, who=make.AMIRA, disposed=1240)
        for n, (kind, state) in enumerate(
            [
                (Class.KEPT, State.DECLINED),
                (Class.WORKING, State.RUNNING),
                (Class.COPIES, State.DONE),
            ]
        )
    ]
    snapshot(disposal_list.listed(words, lists, NAMES, today=TODAY, zone=ZONE))


def test_a_look_at_the_list(words: Words, snapshot: Snapshot) -> None:
    rows = [
        ("comment", FIRST, "Bra <gjort>!"),
        ("answer", FIRST, "Tack!"),
        ("own", FIRST, "Öppet i dag"),
        ("idea", LAST, ""),
        ("message", LAST, "*Ny kommentar* på <https://fb.example/1|Öppet &amp; hus>\n&gt; Hej!"),
        ("message", LAST, ""),
    ]
    snapshot(disposal_list.look(words, LISTED, rows, zone=ZONE))


def test_the_report(words: Words, snapshot: Snapshot) -> None:
    done = replace(LISTED, state=State.DONE, who=make.AMIRA, disposed=1240, skipped=10, copies=1198)
    snapshot(disposal_list.report(words, done, today=TODAY, zone=ZONE))


def test_what_is_all_from_one_day_has_one_date(words: Words) -> None:
    one = replace(LISTED, found=Found(2, 0, LAST, LAST + timedelta(minutes=5)))
    said = disposal_list.listed(words, [one], NAMES, today=TODAY, zone=ZONE)["text"]
    day = say.day_long(LAST.astimezone(ZONE).date(), words, today=TODAY)
    assert said.count(day) == 1
    only = replace(HOLDS[2], end=date(2026, 1, 2))
    kept = disposal.held(words, only, {}, today=TODAY)["text"]
    assert kept.count(say.day_long(date(2026, 1, 1), words, today=TODAY)) == 1


def test_a_decision_is_dated_with_its_year(words: Words) -> None:
    assert "2026" in disposal_list.rule_line(words, replace(RULE, decision="RS 114"))


def test_as_much_as_there_may_be_fits_into_slack(words: Words) -> None:
    rule = Rule("&" * 150, date(2026, 1, 8), 1200, Unit.MONTHS)
    holds = [Hold(Scope.ALL, "<" * 300, make.AMIRA, NOW, id=n) for n in range(60)]
    known = disposal.Known(dict.fromkeys(Class, rule), holds, NAMES, 9)
    enforce_limits(disposal.page(words, known, today=TODAY)["blocks"])
    rows = [("comment", FIRST, "&" * 5000)] * 40
    enforce_limits(disposal_list.look(words, LISTED, rows, zone=ZONE)["blocks"])
    kept = [(page.comment(n, "&" * 400), False) for n in range(disposal.MOST_KEPT)]
    enforce_limits(disposal.handed_form(words, kept, Origin())["blocks"])
    lists = [replace(LISTED, kind=kind, rule=rule) for kind in Class]
    enforce_limits(disposal_list.listed(words, lists, NAMES, today=TODAY, zone=ZONE)["blocks"])


def test_what_is_stored(words: Words, snapshot: Snapshot) -> None:
    snapshot(data.page(words, STORED))


def test_the_file_is_whole_and_escapes_what_people_wrote(words: Words) -> None:
    made = data.file(words, STORED, now=NOW, zone=ZONE).decode()
    seen: list[str] = []

    class Reader(HTMLParser):
        def handle_starttag(self, tag: str, attrs: object) -> None:
            seen.append(tag)

        def handle_endtag(self, tag: str) -> None:
            assert seen

    Reader().feed(made)
    assert {"script", "link", "img", "b"}.isdisjoint(seen)
    assert "&lt;§ 7&gt;" in made
    assert all(f"<code>{name}</code>" in made for name in TABLES)
    assert "2026-12-01 08:15" in made
