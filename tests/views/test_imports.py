"""What is asked and said of events from another calendar, in both languages."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date, time
from typing import Any
from zoneinfo import ZoneInfo

from bot.domain.calendar import WorkingCalendar
from bot.domain.import_files import RowProblem
from bot.domain.imports import Difference, What
from bot.domain.outlets import DEFAULT_CADENCE, Outlet
from bot.domain.plan import Entry
from bot.domain.sweeps import State, Sweep, Swept
from bot.locales import Words
from bot.views import gathered
from bot.views import imports as view
from bot.views.plan import Frame
from tests import make
from tests.conftest import enforce_limits

FRAME = Frame(
    (Outlet(1, "Facebook", (DEFAULT_CADENCE,)),),
    {},
    WorkingCalendar(),
    make.NOW,
    ZoneInfo("Europe/Stockholm"),
)
DAY = date(2026, 12, 3)
POST = make.post(1, DAY, title="Öppet <hus>")
THEIRS = Entry("Öppen & dag", 1, date(2027, 1, 4), time(9))
CHANGED = Difference(What.CHANGED, THEIRS, POST, retitled=True, moved=True)
GONE = Difference(What.GONE, None, POST)
NEW = Difference(What.NEW, THEIRS, None)

Snapshot = Callable[[Any], None]


def test_a_question_about_what_changed_and_what_is_gone(words: Words, snapshot: Snapshot) -> None:
    snapshot(view.question(words, [CHANGED, GONE], "thing 1", FRAME))


def test_a_question_about_what_is_new(words: Words, snapshot: Snapshot) -> None:
    snapshot(view.question(words, [NEW] * 10, "thing 1", FRAME))


def test_what_was_decided(words: Words, snapshot: Snapshot) -> None:
    for found in (CHANGED, NEW):
        for take in (True, False):
            snapshot(view.decided(words, [found], FRAME, take=take, who="Amira <Haddad>"))
    snapshot(view.over(words, "Öppet <hus>"))


def test_what_was_read_in_and_undone(words: Words, snapshot: Snapshot) -> None:
    snapshot(view.read_in(words, 12, 3))
    snapshot(view.undone(words, 11, 1, "Amira Haddad"))


def test_many_differences_are_one_question(words: Words, snapshot: Snapshot) -> None:
    snapshot(gathered.question(words, [CHANGED, GONE, NEW] * 3, 137, "3 abc", FRAME))
    snapshot(gathered.question(words, [NEW], 1, "3 abc", FRAME))


def test_what_was_decided_about_many_and_undone(words: Words, snapshot: Snapshot) -> None:
    for take in (True, False):
        sweep = Sweep(3, State.DONE, "abc", make.NOW, take=take)
        for counts in ({Swept.DONE: 130, Swept.PASSED: 7}, {Swept.DONE: 1}, {Swept.PASSED: 2}):
            snapshot(gathered.decided(words, sweep, counts, "Amira <Haddad>"))
    counts = {Swept.UNDONE: 129, Swept.KEPT: 1}
    snapshot(gathered.undone(words, sweep, counts, "Jonas Berg"))
    snapshot(gathered.over(words))
    snapshot(view.at_work(words, "Jonas Berg"))


def test_the_longest_titles_stay_within_slacks_limits(words: Words) -> None:
    post = replace(POST, title="<" * 150)
    one = replace(CHANGED, post=post, theirs=replace(THEIRS, title="&" * 150))

    enforce_limits(view.question(words, [one] * 200, "x" * 45, FRAME)["blocks"])
    enforce_limits(gathered.question(words, [one] * 8, 4000, "x" * 45, FRAME)["blocks"])
    enforce_limits(view.decided(words, [one] * 200, FRAME, take=True, who="<" * 80)["blocks"])


def test_the_terminal_names_bad_rows_and_counts_the_rest(words: Words) -> None:
    said = view.rows(words, [RowProblem(n, "import-row-time", "25.00") for n in range(2000, 2030)])

    assert "2000: " in said
    assert "25.00" in said
    assert len(said.splitlines()) == 21
