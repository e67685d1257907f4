"""The digest: once a working day, in one transaction with its message, true all day."""

import json
from dataclasses import replace
from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

import pytest

from bot import jobs
from bot.deps import Deps
from bot.domain.ideas import Thought
from bot.domain.levels import Levels, Reach
from bot.domain.outlets import Slot
from bot.domain.plan import Entry, Status
from bot.jobs import digest, poll, refresh
from bot.jobs.due import Due
from bot.store import comments, gaps, ideas, ledger, levels, outbox, page, posts
from tests import page as pages
from tests.fakes import Hand
from tests.make import AMIRA, JONAS, NOW, PLAN
from tests.page import FakePage

ZONE = ZoneInfo("Europe/Stockholm")
TODAY = date(2026, 11, 24)


def due(now: datetime = NOW, *, late: timedelta = timedelta()) -> Due:
    return Due(now.astimezone(ZONE).date(), now - late, now)


def plan(deps: Deps, day: date, title: str, **changes: object) -> int:
    """Put a post of Amira's into the plan; return its id."""
    entry = replace(Entry(title, 1, day, time(11), owner=AMIRA), **changes)  # type: ignore[arg-type]
    with deps.transaction() as db:
        return posts.add(db, entry, who=AMIRA, now=NOW).id


def keep(deps: Deps, *titles: str) -> None:
    with deps.transaction() as db:
        for title in titles:
            ideas.add(db, Thought(title), author=AMIRA, now=NOW)


def texts(deps: Deps) -> dict[str, str]:
    """What stands in the outbox, by key."""
    with deps.reading() as db:
        rows = db.query("select key, body from outbox")
        return {row["key"]: json.loads(row["body"])["text"] for row in rows}


def said(deps: Deps, day: date = TODAY) -> str:
    return texts(deps)[f"digest:{day.isoformat()}"]


def test_the_digest_is_put_once_into_the_plan_channel(deps: Deps) -> None:
    digest.run(deps, due())
    digest.run(deps, due())
    with deps.reading() as db:
        (item,) = outbox.pending(db)
    assert (item.key, item.channel, item.revision) == ("digest:2026-11-24", PLAN, 1)


def test_it_says_what_the_day_holds(deps: Deps) -> None:
    plan(deps, TODAY, "Influensavaccin – så bokar du", text="Boka på 1177.se")
    plan(deps, date(2026, 11, 20), "Bortglömt", status=Status.READY)
    plan(deps, date(2026, 11, 25), "I morgon")
    digest.run(deps, due())
    text = said(deps)
    assert text.startswith("God morgon! Tisdag 24 november (v. 48)")
    for piece in (
        "*kl. 11.00 · Influensavaccin – så bokar du*",
        "Facebook · Amira Haddad · utkast",
        "> Boka på 1177.se",
        "Fredag 20 november kl. 11.00: *Bortglömt*",
        "*Fredag 27 november (v. 48)*, Facebook kl. 11.00",
    ):
        assert piece in text
    assert "I morgon*" not in text
    assert text.index("Planen räcker") < text.index("Influensavaccin") < text.index("Bortglömt")


def test_without_a_post_three_ideas_are_offered_for_the_next_gap(deps: Deps) -> None:
    keep(deps, "Möt Lena", "Öppet hus", "Cykla i snö", "Fjärde")
    digest.run(deps, due())
    text = said(deps)
    assert "Inget planerat i dag." in text
    assert "Passar onsdag 25 november (v. 48), Facebook kl. 11.00" in text
    assert [title in text for title in ("Möt Lena", "Öppet hus", "Cykla i snö", "Fjärde")] == [
        True, True, True, False,
    ]  # fmt: skip


def test_without_ideas_and_outlet_slots_it_is_short(deps: Deps) -> None:
    with deps.transaction() as db:
        db.execute("delete from cadences")
    digest.run(deps, due())
    assert said(deps).splitlines() == [
        "God morgon! Tisdag 24 november (v. 48)",
        "Inga luckor på 60 dagar.",
        "Inget planerat i dag.",
        "Idébanken är tom. Skriv `/idea` och en mening när du får en idé.",
    ]


UNMARKED = {
    "yesterday's draft": (1, Status.DRAFT, True),
    "yesterday's ready post": (1, Status.READY, True),
    "yesterday's published post": (1, Status.PUBLISHED, False),
    "yesterday's cancelled post": (1, Status.CANCELLED, False),
    "two weeks ago": (14, Status.READY, True),
    "longer ago": (15, Status.READY, False),
    "tomorrow": (-1, Status.READY, False),
}


@pytest.mark.parametrize(("days", "status", "is_asked"), UNMARKED.values(), ids=UNMARKED.keys())
def test_a_post_is_asked_for_two_weeks_long_until_it_is_marked(
    deps: Deps, days: int, status: Status, is_asked: bool
) -> None:
    plan(deps, TODAY - timedelta(days=days), "Gick den ut?", status=status)
    digest.run(deps, due())
    assert ("Gick den ut?" in said(deps)) is is_asked


def test_of_what_is_unmarked_the_newest_stands_first(deps: Deps) -> None:
    for days in (3, 1, 2):
        plan(deps, TODAY - timedelta(days=days), f"För {days} dagar sedan")
    digest.run(deps, due())
    text = said(deps)
    places = [text.index(f"För {days} dagar sedan") for days in (1, 2, 3)]
    assert places == sorted(places)


def test_todays_posts_stand_in_order_of_time_published_or_not(deps: Deps) -> None:
    plan(deps, TODAY, "Eftermiddag", at=time(15))
    plan(deps, TODAY, "Morgon", at=time(8), status=Status.PUBLISHED)
    digest.run(deps, due())
    assert said(deps).index("Morgon") < said(deps).index("Eftermiddag")


def test_a_cancelled_post_is_not_shown(deps: Deps) -> None:
    number = plan(deps, TODAY, "Inställt")
    with deps.transaction() as db:
        posts.update(db, replace(posts.get(db, number), status=Status.CANCELLED))
    digest.run(deps, due())
    assert "Inställt" not in said(deps)


def test_a_late_digest_says_so_all_day(deps: Deps, hand: Hand) -> None:
    digest.run(deps, due(late=timedelta(hours=3)))
    assert "Kommer sent i dag" in said(deps)
    hand.on(hours=1)
    plan(deps, TODAY, "Nytt")
    with deps.transaction() as db:
        refresh.plan_changed(db, deps, hand())
    assert "Nytt" in said(deps)
    assert "Kommer sent i dag" in said(deps)


@pytest.mark.parametrize(
    ("ran", "is_told"),
    [
        pytest.param(["2026-11-20", "2026-11-23"], False, id="it came yesterday"),
        pytest.param(["2026-11-19", "2026-11-20"], True, id="it did not, but it had come before"),
        pytest.param([], False, id="the first one of all"),
    ],
)
def test_a_digest_that_did_not_come_is_told_by_the_next(
    deps: Deps, ran: list[str], is_told: bool
) -> None:
    with deps.transaction() as db:
        for day in ran:
            ledger.claim(db, "digest", day, now=NOW, late=False)
    digest.run(deps, due())
    assert ("Planen för måndag 23 november kom aldrig" in said(deps)) == is_told


def test_a_copy_that_is_too_old_is_told_in_the_digest_and_a_new_one_is_not(deps: Deps) -> None:
    deps.settings.backups.mkdir()
    (deps.settings.backups / "lucka-20261124T030500Z.db").touch()
    digest.run(deps, due())
    assert "säkerhetskopia" not in said(deps)

    (deps.settings.backups / "lucka-20261124T030500Z.db").rename(
        deps.settings.backups / "lucka-20261121T030500Z.db"
    )
    with deps.transaction() as db:
        digest.refresh(db, deps, NOW)
    assert "Den senaste säkerhetskopian är från lördag 21 november kl. 4.05" in said(deps)


def test_a_first_digest_in_the_afternoon_is_no_good_morning_and_stays_so(
    deps: Deps, hand: Hand
) -> None:
    digest.run(deps, due(hand.on(hours=6), late=timedelta(hours=6)))
    assert said(deps).startswith("Hej! Tisdag 24 november (v. 48)")


def test_a_good_morning_stays_one_all_day(deps: Deps, hand: Hand) -> None:
    digest.run(deps, due())
    with deps.transaction() as db:
        refresh.plan_changed(db, deps, hand.on(hours=6))
    assert said(deps).startswith("God morgon!")


def test_on_mondays_the_gaps_far_ahead_are_listed_and_counted(deps: Deps, hand: Hand) -> None:
    monday = date(2026, 11, 23)
    digest.run(deps, due(hand.on(days=-1)))
    text = said(deps, monday)
    assert "Luckor längre fram" in text
    assert "• Onsdag 9 december (v. 50), Facebook kl. 11.00" in text
    assert "luckor ännu längre fram, den första måndag 28 december." in text


def test_a_digest_in_time_says_nothing_of_lateness(deps: Deps) -> None:
    digest.run(deps, due(late=timedelta(minutes=1)))
    assert "sent" not in said(deps)


def test_it_follows_the_plan_on_its_day(deps: Deps) -> None:
    digest.run(deps, due())
    plan(deps, date(2026, 11, 25), "Fyller luckan")
    with deps.transaction() as db:
        refresh.plan_changed(db, deps, NOW)
    assert "*Onsdag 25 november" not in said(deps)


def test_a_change_that_it_does_not_show_leaves_it_alone(deps: Deps) -> None:
    digest.run(deps, due())
    plan(deps, date(2027, 6, 1), "Långt fram", outlet_id=2)
    with deps.transaction() as db:
        refresh.plan_changed(db, deps, NOW)
        (item,) = outbox.pending(db)
    assert item.revision == 1


def test_before_the_digest_a_change_of_the_plan_posts_nothing(deps: Deps) -> None:
    with deps.transaction() as db:
        refresh.plan_changed(db, deps, NOW)
    assert texts(deps) == {}


def test_yesterdays_digest_is_left_as_it_was(deps: Deps, hand: Hand) -> None:
    digest.run(deps, due())
    before = said(deps)
    hand.on(days=1)
    plan(deps, TODAY, "I efterhand")
    with deps.transaction() as db:
        refresh.plan_changed(db, deps, hand())
    assert texts(deps) == {"digest:2026-11-24": before}


def test_a_failure_while_composing_leaves_the_run_to_be_tried_again(
    deps: Deps, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(*_arguments: object) -> None:
        raise OSError

    with monkeypatch.context() as patched:
        patched.setattr(digest, "gather", fail)
        with pytest.raises(OSError):
            digest.run(deps, due())
    with deps.reading() as db:
        assert not ledger.ran(db, "digest", "2026-11-24")
    digest.run(deps, due())
    assert said(deps)


FREE = {
    "Saturday": date(2026, 11, 28),
    "Sunday": date(2026, 11, 29),
    "julafton": date(2026, 12, 24),
    "juldagen": date(2026, 12, 25),
    "nyårsafton": date(2026, 12, 31),
    "nyårsdagen, week 53": date(2027, 1, 1),
    "trettondedag jul": date(2027, 1, 6),
    "the day of the autumn change": date(2026, 10, 25),
    "the day of the spring change": date(2027, 3, 28),
}


@pytest.mark.parametrize("day", FREE.values(), ids=FREE.keys())
def test_nothing_is_said_on_a_free_day(deps: Deps, hand: Hand, day: date) -> None:
    now = hand.to(datetime.combine(day, time(8, 15), ZONE).astimezone(UTC))
    jobs.Timetable(deps).tick()
    with deps.transaction() as db:
        refresh.plan_changed(db, deps, now)
    assert texts(deps) == {}


WORKING = {
    "after the autumn change": ("2026-10-26", "God morgon! Måndag 26 oktober (v. 44)"),
    "after the spring change": ("2027-03-30", "God morgon! Tisdag 30 mars (v. 13)"),
    "between the free days": ("2026-12-28", "God morgon! Måndag 28 december (v. 53)"),
    "the first of the new year": ("2027-01-04", "God morgon! Måndag 4 januari (v. 1)"),
    "the klämdag before trettondedagen": ("2027-01-05", "God morgon! Tisdag 5 januari (v. 1)"),
}


@pytest.mark.parametrize(("day", "greeting"), WORKING.values(), ids=WORKING.keys())
def test_every_working_day_is_greeted_once_at_its_time(
    deps: Deps, hand: Hand, day: str, greeting: str
) -> None:
    due_at = datetime.combine(date.fromisoformat(day), time(8, 15), ZONE).astimezone(UTC)
    hand.to(due_at - timedelta(seconds=1))
    jobs.Timetable(deps).tick()
    assert f"digest:{day}" not in texts(deps)
    hand.to(due_at)
    jobs.Timetable(deps).tick()
    hand.on(hours=2)
    jobs.Timetable(deps).tick()
    assert texts(deps)[f"digest:{day}"].startswith(greeting)


def test_the_horizon_holds_over_week_53_and_the_five_free_days(deps: Deps) -> None:
    now = datetime(2026, 12, 23, 7, 15, tzinfo=UTC)
    with deps.transaction() as db:
        ahead = gaps.ahead(db, now=now, zone=ZONE)
        for slot in ahead:
            entry = Entry("Planerat", slot.outlet_id, slot.day, slot.at)
            if slot.day not in (date(2027, 1, 1), date(2027, 1, 4)):
                posts.add(db, entry, who=AMIRA, now=now)
    digest.run(deps, due(now))
    text = said(deps, date(2026, 12, 23))
    assert "Planen räcker till måndag 4 januari 2027" in text
    assert "om 12 dagar" in text
    assert "*Måndag 4 januari 2027 (v. 1)*, Facebook kl. 11.00" in text
    assert "1 januari" not in text  # it asks, and that is the reminder's
    with deps.transaction() as db:
        levels.save(db, Levels(reach=Reach.OFF))
        digest.refresh(db, deps, now)
    text = said(deps, date(2026, 12, 23))
    assert "Planen räcker till måndag 4 januari 2027" in text
    assert "*Fredag 1 januari 2027 (v. 53)*, Facebook kl. 11.00, Nyårsdagen" in text


@pytest.fixture
def paged(deps: Deps) -> Deps:
    """The bot with a page and two comments that wait."""
    with deps.transaction() as db:
        written = [
            replace(pages.comment(n), created_at=NOW - timedelta(hours=hours))
            for n, hours in ((1, 2), (2, 3))
        ]
        kept = page.keep(db, [pages.post()], written, now=NOW)
        comments.add_relays(db, kept.new, since=NOW - timedelta(days=1), now=NOW)
    return replace(deps, page=FakePage())  # type: ignore[arg-type]


def test_waiting_comments_are_counted_and_the_oldest_is_named(paged: Deps) -> None:
    paged.health.ok(poll.PART, now=NOW)
    digest.run(paged, due())
    text = said(paged)
    assert "*2 kommentarer väntar på svar*, äldst 3 tim." in text.replace("\xa0", " ")
    assert "Jag har inte kunnat läsa" not in text


def test_a_page_not_read_for_over_an_hour_is_said(paged: Deps) -> None:
    paged.health.ok(poll.PART, now=NOW - timedelta(hours=2))
    digest.run(paged, due())
    assert "Jag har inte kunnat läsa Facebooksidan sedan i dag kl. 6.15." in said(paged)


def test_a_comment_that_is_taken_says_by_whom(paged: Deps) -> None:
    with paged.transaction() as db:
        db.execute("update relays set state = 'claimed', owner = ?", [JONAS])
    digest.run(paged, due())
    assert "Jonas Berg har den" in said(paged)


def test_without_a_page_nothing_is_said_of_comments(deps: Deps) -> None:
    digest.run(deps, due())
    assert "omment" not in said(deps)


def test_a_slot_left_empty_is_not_offered(deps: Deps) -> None:
    with deps.transaction() as db:
        gaps.leave_empty(db, Slot(date(2026, 11, 25), time(11), 1), who=AMIRA, now=NOW)
    digest.run(deps, due())
    assert "*Onsdag 25 november" not in said(deps)
