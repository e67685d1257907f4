"""Praise in words, in both languages."""

from dataclasses import replace
from datetime import timedelta

from bot.domain.calendar import WorkingCalendar
from bot.domain.months import Month
from bot.domain.praise import Heard, Praise, Unit
from bot.views import praise as view
from bot.views.forms import Origin
from bot.views.praise import MonthHeard
from bot.views.units import UNITS
from tests.make import AMIRA, NOW
from tests.views.test_comment_moderation import reader
from tests.views.test_comments import shown

UNIT = Unit(1, "Ambulansen", "ambulansen@lillsjo.example")
NOTED = Praise(
    comment_id=shown().comment.id,
    unit="Ambulansen",
    contact="ambulansen@lillsjo.example",
    note="Bra jobbat, <!channel>!",
    has_consent=False,
    noted_by=AMIRA,
    noted_at=NOW,
)


def test_the_form(words, snapshot):
    origin = Origin("C0KOMMENT", comment="122_1")
    praised = shown(praised_by=AMIRA, praised_at=NOW)
    snapshot(view.form(reader(words), praised, [UNIT], None, origin))
    snapshot(view.form(reader(words), praised, [], replace(NOTED, unit="Museet"), origin))


def test_the_note_and_what_follows(words, snapshot):
    snapshot(view.ready(words, NOTED))
    snapshot(view.sent(words, NOTED))
    assert "<!" not in view.ready(words, NOTED)["text"]


def test_the_list_has_no_names(words, snapshot):
    sent = replace(NOTED, passed_by=AMIRA, passed_at=NOW)
    heard = [
        Heard("1", "Ni är *bäst*! <!here>", NOW - timedelta(days=5), sent),
        Heard("2", "Tack", NOW - timedelta(days=5), NOTED),
        Heard("3", "", NOW, None),
    ]
    months = [MonthHeard(Month(2026, 11), heard), MonthHeard(Month(2026, 10), [])]
    snapshot(view.listing(reader(words), months, WorkingCalendar()))


def test_the_units(words, snapshot):
    snapshot(UNITS.page(words, [UNIT, replace(UNIT, id=2, archived_at=NOW)]))
    snapshot(UNITS.form(words, UNIT, Origin("C1", 1)))
    assert UNITS.topic(words, []).now == words("units-none")
