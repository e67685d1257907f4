"""The history of the settings, in both languages and at its fullest."""

from datetime import date, datetime

from bot.views import settings_history as view
from bot.views.settings_history import Row
from tests.conftest import enforce_limits

TODAY = date(2026, 11, 24)
ROWS = [
    Row(9, datetime(2026, 11, 24, 8, 15), "U1", "Svar", "Inom 2 dagar\n&lt;!here&gt;", True),  # noqa: DTZ001 -- local already
    Row(8, datetime(2026, 11, 20, 16, 0), "U2", "Teamet", "Huvudansvarig: Amira", False),  # noqa: DTZ001
]


def test_the_history(words, snapshot):
    snapshot(view.page(words, ROWS, {"U1": "Amira <!here>"}, TODAY, is_more=True))
    snapshot(view.page(words, [], {}, TODAY, is_more=False))
    snapshot(view.undone(words, "Svar", "Inom 2 dagar"))


def test_the_fullest_page_keeps_slacks_limits(words):
    said = view.cut_said("&amp;" * 800)
    rows = [Row(n, ROWS[0].at, "U1", "x" * 100, said, can_undo=True) for n in range(view.SHOWN)]
    enforce_limits(view.page(words, rows, {"U1": "&" * 80}, TODAY, is_more=True)["blocks"])
