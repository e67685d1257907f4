"""All that should have gone out, on request."""

from datetime import date, time, timedelta

from bot.domain.plan import Entry, Status
from bot.store import outbox, posts
from bot.views import unmarked as view
from handlers import unmarked
from tests import make
from tests.fakes import FakeAck
from tests.make import AMIRA, NOW


def press(deps, value="0"):
    unmarked.show(deps, FakeAck(), make.click(view.SHOW, value))
    with deps.reading() as db:
        return outbox.pending(db)[-1].body


def test_all_are_listed_the_newest_first_each_with_its_answers(deps):
    with deps.transaction() as db:
        for n in range(1, 8):
            day = date(2026, 11, 24) - timedelta(days=n)
            entry = Entry(f"Nr {n}", 1, day, time(11), owner=AMIRA, status=Status.READY)
            posts.add(db, entry, who=AMIRA, now=NOW)
    shown = press(deps)
    assert [f"*Nr {n}*" in shown["text"] for n in range(1, 8)] == [True] * 7
    assert shown["text"].index("Nr 1") < shown["text"].index("Nr 7")
    assert str(shown["blocks"]).count("post.publish") == 7


def test_when_there_are_none_it_says_so(deps):
    assert press(deps)["text"] == "Allt som borde ha gått ut är markerat. Skönt!"


def test_a_foreign_value_is_answered_kindly(deps):
    assert "finns inte längre" in press(deps, "x")["text"]
