"""One week or one month by command, and turning to what lies before and after."""

from datetime import date, time
from typing import Any

import pytest

from bot.deps import Deps
from bot.domain.outlets import DEFAULT_CADENCE
from bot.domain.plan import Entry
from bot.store import outbox, outlets, posts
from bot.views import plan_pages as view
from handlers import plan_pages
from tests import make
from tests.commands import say
from tests.fakes import FakeAck


def turn(deps: Deps, action_id: str, value: str) -> dict[str, Any]:
    """Use a button and return the private answer."""
    body = make.click(action_id, value)
    plan_pages.turn(deps, FakeAck(), body)
    with deps.reading() as db:
        return next(dict(i.body) for i in outbox.pending(db) if body["trigger_id"] in i.key)


def buttons(message: dict[str, Any]) -> dict[str, str]:
    """Return the values of the buttons that turn to something."""
    elements = message["blocks"][-1]["elements"]
    return {e["action_id"]: e["value"] for e in elements if e["action_id"] in view.TURNS}


def gaps_in(message: dict[str, Any]) -> int:
    """Count the gaps of a message, those that ask on a free day among them."""
    shown = str(message["blocks"])
    return shown.count("'plan.fill'") + shown.count("'slot.menu'")


@pytest.mark.parametrize(
    "text", ["december", "December", "månad 12", "month 12", "dec 2026", "nästa månad"]
)
def test_a_month_is_shown_by_its_name_or_number(deps: Deps, text: str) -> None:
    with deps.transaction() as db:
        for day in (date(2026, 11, 30), date(2026, 12, 1), date(2026, 12, 31), date(2027, 1, 1)):
            posts.add(db, Entry(f"Den {day}", 2, day, time(9)), who=make.AMIRA, now=make.NOW)
    message = say(deps, "plan", text)
    said = message["text"]
    assert said.startswith("December 2026\n*v. 49 (30 nov–6 dec)*")
    shown = [
        f"Den {day}" in said for day in ("2026-11-30", "2026-12-01", "2026-12-31", "2027-01-01")
    ]
    assert shown == [False, True, True, False]
    assert buttons(message) == {view.BEFORE: "month 2026 11 0", view.AFTER: "month 2027 1 0"}


@pytest.mark.parametrize("text", ["12 december Julpyssel", "december 12 Julpyssel"])
def test_a_day_of_a_month_with_a_title_still_plans(deps: Deps, text: str) -> None:
    said = say(deps, "plan", text)["text"]
    assert said.startswith("Planerat: *Julpyssel*, lördag 12 december")


@pytest.mark.parametrize("text", ["månad 13", "month 0"])
def test_a_month_that_is_none_is_refused_with_what_to_write(deps: Deps, text: str) -> None:
    said = say(deps, "plan", text)["text"]
    assert said.startswith(f"Det finns ingen månad {text.split()[1]}. Skriv till exempel december")


def test_months_are_turned_over_the_new_year_and_back(deps: Deps) -> None:
    january = turn(deps, view.AFTER, buttons(say(deps, "plan", "december"))[view.AFTER])
    assert january["text"].startswith("Januari 2027\n*v. 53 (28 dec–3 jan)*")
    december = turn(deps, view.BEFORE, buttons(january)[view.BEFORE])
    assert december["text"].startswith("December 2026")


def test_weeks_are_turned_over_the_new_year_and_back(deps: Deps) -> None:
    first = turn(deps, view.AFTER, buttons(say(deps, "plan", "vecka 53"))[view.AFTER])
    assert first["text"].startswith("*v. 1 (4–10 jan)*")
    last = turn(deps, view.BEFORE, buttons(first)[view.BEFORE])
    assert last["text"].startswith("*v. 53 (28 dec–3 jan)*")


def test_a_month_of_ten_outlets_is_turned_page_by_page_and_nothing_is_lost(english: Deps) -> None:
    with english.transaction() as db:
        for number in range(9):
            outlets.add(db, f"Outlet {number}", DEFAULT_CADENCE)
    message = say(english, "plan", "December")
    found, pages = gaps_in(message), 1
    assert "Page 1 of 5. There are 110 more rows on the other pages." in message["text"]
    while view.PAGE_AFTER in buttons(message):
        message = turn(english, view.PAGE_AFTER, buttons(message)[view.PAGE_AFTER])
        found, pages = found + gaps_in(message), pages + 1
        assert len(message["blocks"]) <= 50
    assert (found, pages) == (130, 5)
    assert buttons(message)[view.PAGE_BEFORE] == "month 2026 12 3"
    assert buttons(message)[view.AFTER] == "month 2027 1 0"


def test_a_page_that_is_gone_is_the_last(deps: Deps) -> None:
    assert turn(deps, view.PAGE_AFTER, "month 2026 12 9")["text"].startswith("December 2026")


@pytest.mark.parametrize(
    "value",
    [
        "",
        "month",
        "month 2026 13 0",
        "week 2027 53 0",
        "month 1999 1 0",
        "day 2026 1 0",
        "week 9999 1 0",
    ],
)
def test_a_value_that_names_nothing_is_refused(deps: Deps, value: str) -> None:
    assert turn(deps, view.AFTER, value)["text"] == deps.words("refusal-stale")
