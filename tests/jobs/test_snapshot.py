"""The half-yearly picture: asked for in its weeks, put off, taken once, told in place."""

from datetime import UTC, date, datetime, time
from zoneinfo import ZoneInfo

import pytest

from bot.domain.half_years import HalfYear, asked_on, named
from bot.domain.team import Team
from bot.jobs import disclosures, snapshot
from bot.jobs.due import Due
from bot.store import outbox, outbox_looks, team
from bot.views import snapshot as view
from handlers import snapshots
from tests import make
from tests.fakes import FakeAck
from tests.make import AMIRA, ELIN, JONAS

ZONE = ZoneInfo("Europe/Stockholm")
MONDAY = date(2026, 12, 14)  # week 51


def at(day, hour=8):
    return datetime.combine(day, time(hour, 20), ZONE).astimezone(UTC)


def run(deps, hand, day):
    now = hand.to(at(day))
    snapshot.run(deps, Due(day, now, now))


def asked(deps):
    """What stands in the plan channel: text and buttons, the oldest first."""
    with deps.reading() as db:
        found = [body for key, body in outbox_looks.changed(db, {}) if key.startswith("snapshot:")]
    assert all("<" not in body["text"] for body in found)
    return [(body["text"], _buttons(body["blocks"])) for body in found]


def _buttons(blocks):
    return [e["action_id"] for b in blocks if b["type"] == "actions" for e in b["elements"]]


def click(deps, act, *, user=AMIRA, half="2026-v51"):
    ack = FakeAck()
    body = make.click(act, half, user=user)
    (snapshots.take if act == view.TAKE else snapshots.later)(deps, ack, body)


def said(deps, user=AMIRA):
    with deps.reading() as db:
        return [i.body["text"] for i in outbox.pending(db) if user in (i.user, i.channel)]


@pytest.mark.parametrize(
    ("day", "half"),
    [
        (date(2026, 6, 21), None),
        (date(2026, 6, 22), "2026-v26"),
        (date(2026, 12, 13), None),
        (MONDAY, "2026-v51"),
        (date(2027, 1, 4), "2026-v51"),
        (date(2027, 1, 11), None),
    ],
    ids=str,
)
def test_it_is_asked_for_in_its_week_or_up_to_three_weeks_late(day, half):
    assert (str(asked_on(day)) if asked_on(day) else None) == half


def test_there_is_no_time_between_two_pictures():
    half = HalfYear(MONDAY)
    assert str(half.before) == "2026-v26"
    assert half.before.before.start(ZONE) == datetime(2025, 12, 14, 23, tzinfo=UTC)
    assert named("2026-v51") == half
    assert [named(odd) for odd in ("", "2026-v50", "x-v51", "2026-v99")] == [None] * 4


def test_it_is_asked_once_on_a_working_day_without_a_ping(deps, hand):
    run(deps, hand, MONDAY)
    run(deps, hand, MONDAY)
    run(deps, hand, date(2026, 12, 15))

    ((text, buttons),) = asked(deps)
    assert text.startswith("*Ta en bild av sidan (v. 51)* Det är dags att spara inlägg")
    assert "måndag 22 juni" in text
    assert buttons == [view.TAKE, view.LATER]


def test_not_on_a_free_day(deps, hand):
    run(deps, hand, date(2026, 12, 19))
    assert asked(deps) == []


def test_put_off_it_is_asked_again_the_next_working_day(deps, hand):
    run(deps, hand, date(2026, 12, 18))
    click(deps, view.LATER, user=ELIN)
    ((text, buttons),) = asked(deps)
    assert text == "*Ta en bild av sidan (v. 51)* Jag frågar igen måndag 21 december."
    assert buttons == [view.TAKE]

    run(deps, hand, date(2026, 12, 20))
    assert len(asked(deps)) == 1
    run(deps, hand, date(2026, 12, 21))
    (_, old), (_, new) = asked(deps)
    assert (old, new) == ([], [view.TAKE, view.LATER])


def test_taken_it_says_by_whom_and_the_file_comes_to_them(deps, hand, slack, monkeypatch, tmp_path):
    monkeypatch.chdir(tmp_path)
    run(deps, hand, MONDAY)
    click(deps, view.TAKE, user=JONAS)
    assert asked(deps) == [("*Ta en bild av sidan (v. 51)* Jonas Berg tar bilden nu.", [])]
    click(deps, view.TAKE)
    click(deps, view.LATER)
    assert all("redan tagen" in text for text in said(deps))

    disclosures.drain(deps)

    (text, buttons), *rest = asked(deps)
    assert (buttons, rest) == ([], [])
    assert "Jonas Berg tog bilden måndag 14 december: 0 kommentarer och svar." in text
    with deps.reading() as db:
        (given,) = [item for item in outbox.pending(db) if item.channel == JONAS]
    assert slack.file_link("F0") in given.body["text"]
    run(deps, hand, date(2026, 12, 15))
    assert len(asked(deps)) == 1


def test_only_the_lead_or_a_deputy_takes_it(deps, hand):
    with deps.transaction() as db:
        team.save(db, Team(lead=AMIRA, members=(ELIN,)))
    run(deps, hand, MONDAY)
    click(deps, view.TAKE, user=ELIN)

    assert "huvudansvarig" in said(deps, ELIN)[0]
    ((_, buttons),) = asked(deps)
    assert buttons == [view.TAKE, view.LATER]


@pytest.mark.parametrize("half", ["", "2026-v50", "x", "2020-v26"])
def test_a_forged_value_is_answered_kindly(deps, hand, half):
    click(deps, view.TAKE, half=half)
    click(deps, view.LATER, half=half)
    assert asked(deps) == []
    assert len(said(deps)) == 2
