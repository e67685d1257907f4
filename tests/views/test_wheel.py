"""How the year wheel looks: every message and the form in both languages, within Slack's limits."""

from datetime import date

from bot.domain.outlets import Outlet
from bot.domain.wheel import Item, entry, in_order
from bot.domain.wheel_table import LineProblem
from bot.views import wheel as view
from bot.views.forms import Origin
from bot.views.wheel_table import problems
from tests.make import PLAN

TODAY = date(2026, 11, 24)
OUTLETS = [Outlet(1, "Facebook"), Outlet(2, "Webb & <b>")]
ITEMS = [
    Item(1, entry("Världsaidsdagen <!channel>", "1/12", outlet=2, tags="#hiv <b>", note="Fråga & S")),
    Item(2, entry("Sportlov", "v. 7–9", lead="10 dagar")),
    Item(3, entry("Influensa", "november", lead="0 dagar")),
    Item(4, entry("Höstens helg", "tredje lördagen i oktober", lead="1 v")),
    Item(5, entry("Regel", "FREQ=YEARLY;BYMONTH=5;BYMONTHDAY=8,9,10,11,12,13,14;BYDAY=SA")),
    Item(6, entry("Vecka 53", "lördag v. 53")),
]  # fmt: skip


def page(items, offset=0, count=None):
    rows = in_order(items, TODAY)[: view.PAGE]
    return view.Page(rows, count or len(items), offset, {o.id: o.name for o in OUTLETS})


def test_what_comes_next(words, snapshot):
    snapshot(view.render(words, page(ITEMS), starter=20, today=TODAY))


def test_an_empty_wheel_offers_a_set_to_begin_with(words, snapshot):
    snapshot(view.render(words, page([]), starter=20, today=TODAY))


def test_what_was_done(words, snapshot):
    snapshot(view.saved(words, ITEMS[0], 1))
    snapshot(view.removed(words, ITEMS[0]))
    snapshot(view.started(words, ITEMS, 3, command="/idea"))


def test_the_form(words, snapshot):
    snapshot(view.form(words, Origin(PLAN), outlets=OUTLETS))
    snapshot(view.form(words, Origin(PLAN, 1, 7), ITEMS[0], outlets=OUTLETS))


def test_many_long_ones_stay_inside_the_limits(words, snapshot):
    long = [
        Item(n, entry("&" * 148 + f"{n:02}", "1/12", tags="&" * 200, note="<" * 2000))
        for n in range(view.PAGE)
    ]
    shown = view.render(words, page(long, count=200), starter=20, today=TODAY)
    assert len(shown["blocks"]) <= 50
    assert shown["blocks"][-2]["elements"][-1]["value"] == str(view.PAGE)
    many = [Outlet(n, "å" * 40) for n in range(1, 150)]
    form = view.form(words, Origin(PLAN, 1, 7), long[0], outlets=many)
    snapshot_fits(form)


def snapshot_fits(form):
    (menu,) = [b["element"] for b in form["blocks"] if b["element"]["type"] == "static_select"]
    assert len(menu["options"]) == 100


def test_what_is_wrong_with_a_file_is_a_line_each(words):
    found = [
        LineProblem(3, "refusal-wheel-when", {"text": "31/11"}),
        LineProblem(9, "refusal-wheel-table", {}),
    ]
    first, second = problems(words, found).split("\n")
    assert "3: " in first
    assert "”31/11”" in first
    assert "9: " in second
