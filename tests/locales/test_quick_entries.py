"""Ten thousand quick entries: none crashes, and what is printed of each is read as the same."""

from datetime import date, time, timedelta
from random import Random

from bot.domain.calendar import Week
from bot.domain.errors import Refusal
from bot.domain.outlets import Outlet
from bot.domain.when import PlanRequest, parse_plan
from bot.locales import Words
from bot.locales import format as say

COUNT = 10_000
OUTLETS = (Outlet(1, "Facebook"), Outlet(2, "Webb"), Outlet(3, "Intranät"))
WHEN = (
    "i dag", "idag", "i morgon", "imorgon", "i övermorgon", "today", "tomorrow", "fredag", "på tisdag",
    "nästa onsdag", "next monday", "Friday", "lör", "tors", "28/11", "28.11", "2026-12-24", "24 dec",
    "den 3 mars", "3 mars 2027", "1st of March", "March 3", "v. 50", "v50", "vecka 2", "week 53", "v. 53",
    "om en vecka", "om 3 dagar", "in two weeks", "31/12", "29/2", "30/2", "99/99", "12 december", "december",
)  # fmt: skip
TIME = (
    "",
    "11.00",
    "kl. 9",
    "kl 14.30",
    "9:30",
    "at 10",
    "25.00",
    "0800",
    "klockan 7",
    "11",
    "24.00",
)
OUTLET = ("", "Facebook", "fb", "webb", "intranät", "INTRANET", "radio")
TITLE = (
    "Öppet hus",
    "<!channel>",
    "🎈" * 5,
    "12 tips",
    "v. 50 i korthet",
    "",
    "å" * 200,
    "*fet* & _kursiv_",
)
NOISE = ("", " ", ",", " – ", ": ", "\t", "\u00a0", "  ")


def entry(chance: Random) -> str:
    pieces = [chance.choice(options) for options in (WHEN, TIME, OUTLET, TITLE)]
    if chance.random() < 0.2:
        chance.shuffle(pieces)
    return "".join(piece + (chance.choice(NOISE) or " ") for piece in pieces)


def test_none_of_ten_thousand_crashes_and_each_that_is_read_is_printed_readably() -> None:
    chance = Random(53)  # noqa: S311 -- the same every time
    languages = (Words("sv"), Words("en"))
    read = 0
    for number in range(COUNT):
        today = date(2026, 1, 1) + timedelta(days=chance.randrange(1500))
        text = entry(chance)
        try:
            found = parse_plan(text, today=today, now_time=time(8), outlets=OUTLETS)
        except Refusal:
            continue
        read += 1
        again = _printed(found, languages[number % 2], today)
        assert parse_plan(again, today=today, now_time=time(8), outlets=OUTLETS) == found, text
    assert read > COUNT // 3


def _printed(found: PlanRequest, words: Words, today: date) -> str:
    """Write what was read as the bot writes it: day or week, time, outlet, title."""
    if found.day:
        when = say.day_long(found.day, words, today=today)
    else:
        assert isinstance(found.week, Week)
        when = say.week_with_days(found.week.monday, words)
    clock = say.clock(found.at, words) if found.at else ""
    outlet = next((o.name for o in OUTLETS if o.id == found.outlet_id), "")
    return " ".join(piece for piece in (when, clock, outlet, found.title) if piece)
