"""The plan's calendar as three programs read it: icalendar, ical.js and node-ical find the same.

The two latter are programs of Node's; `make test` installs them where there is npm.
"""

import json
import shutil
import subprocess
from datetime import UTC, date, datetime, time
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest
from icalendar import Calendar

from bot.domain.feed import Feed
from bot.domain.outlets import Outlet
from bot.domain.plan import Status
from bot.locales import Words
from bot.views import feed as view
from tests import make

READERS = Path(__file__).parent.parent / "readers"
ZONE = ZoneInfo("Europe/Stockholm")
OUTLETS = (Outlet(1, "Facebook"), Outlet(2, "Intranät, vård; & \\N"))

pytestmark = pytest.mark.skipif(
    not (shutil.which("node") and (READERS / "node_modules").exists()),
    reason="no npm found: install Debian's packages nodejs and npm, and run make test",
)

BOTH_SIDES = [
    date(2026, 10, 24), date(2026, 10, 25), date(2026, 10, 26),
    date(2027, 3, 27), date(2027, 3, 28), date(2027, 3, 29),
]  # fmt: skip
HOURS = [time(0), time(1, 30), time(2), time(2, 30), time(3), time(3, 30), time(11), time(23, 30)]


def posts():
    moments = [(day, at) for day in BOTH_SIDES for at in HOURS]
    return [make.post(number, day, at=at) for number, (day, at) in enumerate(moments)]


def written(*planned):
    return view.calendar(Words("sv"), Feed("lucka-1f", OUTLETS, planned, {}), None, zone=ZONE)


def read_by_icalendar(raw):
    return [
        {
            "uid": str(event["UID"]),
            "start": event["DTSTART"].dt.astimezone(UTC).isoformat(timespec="milliseconds"),
            "summary": str(event["SUMMARY"]),
            "description": str(event["DESCRIPTION"]),
            "status": str(event["STATUS"]),
        }
        for event in sorted(Calendar.from_ical(raw).walk("VEVENT"), key=lambda e: e["UID"])
    ]


def read_by_others(raw):
    done = subprocess.run(
        ["node", "read.mjs"], cwd=READERS, input=raw, capture_output=True, timeout=60, check=True
    )
    assert not done.stderr
    return json.loads(done.stdout)


def told_alike(raw):
    """What each reader found, once it is seen that all found the same."""
    ours = read_by_icalendar(raw)
    for event in ours:
        event["start"] = event["start"].replace("+00:00", "Z")
    assert read_by_others(raw) == {"ical.js": ours, "node-ical": ours}
    return ours


def test_all_three_read_the_same_moments_on_both_sides_of_both_clock_changes():
    planned = posts()

    found = {event["uid"]: event["start"] for event in told_alike(written(*planned))}

    assert len(found) == len(BOTH_SIDES) * len(HOURS)
    for post in planned:
        start = datetime.fromisoformat(found[f"post-{post.id}@lucka-1f"])
        assert start == post.slot.starts(ZONE)


@pytest.mark.parametrize(
    "title",
    [
        "Åk kollektivt, cykla; eller gå!",
        "Vård & <omsorg> \\ 50 %",
        "🎈" * 40,
        "BEGIN:VEVENT",
        "a\\;b\\,c",
        "å" * 150,
    ],
)
def test_all_three_read_what_people_write(title):
    (found,) = told_alike(written(make.post(7, BOTH_SIDES[0], title=title, text=f"{title}\n\nHej")))

    assert title in found["summary"]
    assert f"{title}\n\nHej" in found["description"]


@pytest.mark.parametrize("status", Status)
def test_all_three_read_how_far_a_post_has_come(status):
    (found,) = told_alike(written(make.post(7, BOTH_SIDES[0], status=status)))

    assert found["status"] == ("CANCELLED" if status is Status.CANCELLED else found["status"])
    assert found["status"] in {"TENTATIVE", "CONFIRMED", "CANCELLED"}
