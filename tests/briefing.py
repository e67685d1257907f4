"""Pages for a manager, for views and the browser: a full month, one too full, an empty one, no page."""

from dataclasses import replace
from datetime import date, time

from bot.domain.brief import Brief, Quoted
from bot.domain.measures import Share
from bot.domain.plan import Post, Status
from bot.domain.tagging import Spent, Tag, Tagging
from bot.drawing import svg
from bot.locales import Words
from bot.views import brief_page, report_chart
from bot.views.brief_page import Figure
from tests import reporting
from tests.make import AMIRA, NOW
from tests.reporting import ZONE

OUTLETS = {1: "Facebook", 2: "Webben", 3: "Intranätet"}
TITLES = (
    "Så bokar du vaccination mot influensa",
    "Här jobbar jag: Samira på ambulansen",
    "Ny bussträcka till sjukhuset från 14 december",
    "Öppet hus på folkhögskolan",
    "Vad gör en dietist?",
    "Julkonserter i hela länet",
    "Så fungerar väntetiderna",
)
LONG = "Därför bygger vi om akutmottagningen på sjukhuset i Lillsjö & så här <påverkas> du " * 3
PRAISE = (
    "Stort tack till alla på barnmottagningen! Ni tog er tid med vår oroliga sexåring, förklarade "
    "allt två gånger och ringde till och med upp på kvällen för att höra hur det gick."
)

TAGGED = Tagging(
    tagged=Share(48, 52),
    tags=dict.fromkeys(Tag, Share(12, 48)),
    flagged=1,
    hidden=Share(2, 52),
    removed=Share(0, 52),
    rules=(),
    timed=Share(40, 52),
    spent=Spent(130, 400, is_open=True),
)
"""How a team tagged a month's comments, and how long they took."""


def post(number: int, title: str, day: date, *, outlet: int = 1, out: bool = True) -> Post:
    """A post that went out, or is to."""
    status = Status.PUBLISHED if out else Status.READY
    return Post(
        number, title, "", outlet, day, time(11), AMIRA, status, None, None, AMIRA, NOW, NOW, None
    )


def full(*, titles: tuple[str, ...] = TITLES) -> Brief:
    """November 2026."""
    went = tuple(post(n, t, date(2026, 11, 1 + n)) for n, t in enumerate(titles))
    ahead = tuple(
        post(n, t, date(2026, 12, 1 + n), outlet=1 + n % 3, out=False) for n, t in enumerate(titles)
    )
    return Brief(
        report=reporting.full(),
        went=went,
        by_outlet=(("Facebook", 8), ("Webben", 3), ("Intranätet", 1)),
        by_series=(("Här jobbar jag", 3), ("Fråga vården", 1)),
        themes=(("Här jobbar jag", 21), ("#vaccin", 14), ("#kollektivtrafik", 9)),
        praised=6,
        ahead=ahead,
        outlets=OUTLETS,
        sentence="Vaccinveckan gav tre gånger så många frågor som vanligt, och alla fick svar.",
        quoted=Quoted(PRAISE),
    )


def crowded() -> Brief:
    """A month in which everything is as long as it may be."""
    many = tuple((f"{n} {LONG}", 1234) for n in range(9))
    thin = reporting.thin()
    assert thin.comments is not None
    report = replace(
        reporting.full(),
        comments=replace(reporting.full().comments, seen_from=thin.comments.seen_from),
    )
    return replace(
        full(titles=(LONG,) * 30),
        report=replace(report, tagging=TAGGED),
        by_outlet=many,
        by_series=many,
        themes=many,
        outlets=dict.fromkeys(OUTLETS, LONG),
        sentence=(LONG * 3)[:200],
        quoted=Quoted("W" * 199 + "…", "Maximiliana Wolfeschlegelsteinhausen"),
    )


def empty() -> Brief:
    """A month in which nothing was said and nothing planned."""
    return Brief(reporting.empty(), (), (), (), (), 0, (), OUTLETS)


def without_page() -> Brief:
    """A team whose page is not connected."""
    return replace(empty(), report=reporting.without_page())


BRIEFS = {
    "full": full,
    "crowded": crowded,
    "empty": empty,
    "without a page": without_page,
}


def html(words: Words, brief: Brief) -> str:
    """The page as it is sent."""
    found = brief.report.comments
    drawn = []
    if found and found.now.received:
        sheet = report_chart.sheet(words, brief.report, found, ZONE)
        drawn = [
            Figure(
                panel,
                svg.draw(panel, f"chart{n}"),
                svg.key(f"chart{n}", is_full=True),
                svg.key(f"chart{n}", is_full=False),
            )
            for n, panel in enumerate(sheet.panels[:2])
        ]
    return brief_page.page(words, brief, ZONE, drawn)
