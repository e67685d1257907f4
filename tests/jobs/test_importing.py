"""A file into the year wheel from the command line: once, dry, and whole or not at all."""

import pytest

from bot.config import Settings
from bot.domain.wheel_table import WheelLinesUnfit
from bot.jobs import importing
from bot.locales import Words
from bot.store import wheel
from bot.store.db import Store
from bot.views import wheel_table
from tests import make

SHEET = "temadag;när;kanal\nVärldscancerdagen;4/2;Facebook\nSportlov;v. 7–9;\n".encode("cp1252")
BROKEN = "temadag;när\nBra;4/2\nFel;någon gång\n".encode()
CALENDAR = b"""BEGIN:VCALENDAR\r
VERSION:2.0\r
BEGIN:VEVENT\r
UID:1\r
SUMMARY:Psykiska h\xc3\xa4lsans dag\r
DTSTART;VALUE=DATE:20261010\r
RRULE:FREQ=YEARLY\r
END:VEVENT\r
END:VCALENDAR\r
"""


@pytest.fixture
def settings(tmp_path):
    return Settings(
        slack_bot_token="xoxb-test",
        slack_app_token="xapp-test",
        plan_channel="#plan",
        database_path=tmp_path / "lucka.db",
    )


def read(settings, name, data, *, dry=False):
    return importing.counts(settings, name, data, now=make.NOW, dry=dry, wheel=True)


def labels(settings):
    store = Store(settings.database_path)
    with store.reading() as db:
        found = [item.entry.label for item in wheel.items(db)]
    store.close()
    return sorted(found)


def test_a_table_comes_into_the_wheel_once(settings):
    assert read(settings, "wheel.csv", SHEET)[0] == ("theme-days", 2)
    assert read(settings, "WHEEL.CSV", SHEET) == [("theme-days", 0), ("wheel-ideas", 0)]
    assert labels(settings) == ["Sportlov", "Världscancerdagen"]


def test_a_calendar_comes_into_the_wheel(settings):
    assert read(settings, "year.ics", CALENDAR)[0] == ("theme-days", 1)
    assert labels(settings) == ["Psykiska hälsans dag"]


def test_a_dry_run_changes_nothing(settings):
    assert read(settings, "wheel.csv", SHEET, dry=True)[0] == ("theme-days", 2)
    assert labels(settings) == []


@pytest.mark.parametrize(("language", "line"), [("sv", "Rad 3"), ("en", "Line 3")])
def test_a_bad_line_is_named_and_nothing_is_taken(settings, language, line):
    with pytest.raises(WheelLinesUnfit) as caught:
        read(settings, "wheel.csv", BROKEN)

    assert line in wheel_table.refused(Words(language), caught.value)
    assert labels(settings) == []
