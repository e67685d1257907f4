"""Following Facebook's hints: the post is read and taken in once, and nothing rests on a hint."""

from dataclasses import replace
from datetime import timedelta

import pytest

from bot.deps import Deps
from bot.domain.hints import ANYWHERE, Hint
from bot.domain.page import PageTrouble
from bot.integrations.facebook_errors import GraphError
from bot.jobs import Timetable, page_cost, page_hints, poll
from bot.store import comments, hints, ledger
from tests import page
from tests.fakes import Hand
from tests.make import NOW
from tests.page import FakePage

AD = f"{page.PAGE}_122000000000009999"


@pytest.fixture
def fake() -> FakePage:
    return FakePage()


@pytest.fixture
def deps(deps: Deps, fake: FakePage, hand: Hand) -> Deps:
    """A bot that has looked at its page once, and would look again in an hour."""
    rarely = replace(deps.settings, facebook_poll_seconds=3600)
    made = replace(deps, page=fake, settings=rarely)  # type: ignore[arg-type]
    poll.run(made, hand())
    return made


@pytest.fixture(autouse=True)
def still(monkeypatch: pytest.MonkeyPatch, hand: Hand) -> None:
    monkeypatch.setattr(page_cost, "monotonic", hand.monotonic)
    monkeypatch.setattr(poll, "_costs", {})


def hint(deps: Deps, post_id: str = page.POST, verb: str = "add", comment: int = 1) -> None:
    with deps.transaction() as db:
        hints.add(db, [Hint(post_id, f"{post_id}_{comment}", "comment", verb)], now=deps.now())


def follow(deps: Deps) -> float:
    return Timetable(deps).read_hints()


def relays(deps: Deps) -> list[str]:
    with deps.reading() as db:
        return [row[0] for row in db.execute("select comment_id from relays order by 1")]


def pending(deps: Deps) -> list[str]:
    with deps.reading() as db:
        return [one.hint.post_id for one in hints.pending(db)]


def test_a_hint_brings_the_comment_and_is_dropped(deps: Deps, fake: FakePage, hand: Hand) -> None:
    fake.put(page.comment(1, at=hand.on(minutes=2)))
    hint(deps)
    follow(deps)
    assert relays(deps) == [f"{page.POST}_1"]
    assert pending(deps) == []
    assert len(fake.looks) == 1


def test_ten_thousand_hints_for_a_post_are_one_reading(
    deps: Deps, fake: FakePage, hand: Hand
) -> None:
    fake.put(page.comment(1, at=hand()))
    with deps.transaction() as db:
        for number in range(10_000):
            hints.add(db, [Hint(page.POST, str(number), "comment", "add")], now=hand())
    assert pending(deps) == [page.POST]
    follow(deps)
    assert fake.read == [page.POST]
    assert relays(deps) == [f"{page.POST}_1"]


def test_a_flood_is_paced(deps: Deps, fake: FakePage, hand: Hand) -> None:
    for _ in range(300):
        hint(deps)
        follow(deps)
        hand.on(seconds=0.2)
    assert 50 <= len(fake.read) <= 61


def test_many_posts_are_kept_in_mind_but_not_without_end(deps: Deps) -> None:
    with deps.transaction() as db:
        for number in range(hints.MOST + 50):
            hints.add(db, [Hint(f"1_{number}", None, "comment", "add")], now=deps.now())
        hints.add(db, [Hint("1_0", None, "comment", "remove")], now=deps.now())
    assert len(pending(deps)) == hints.MOST


def test_many_posts_let_others_read_between(deps: Deps, fake: FakePage) -> None:
    for number in range(25):
        fake.posts.append(page.post(f"1_{number}"))
        hint(deps, f"1_{number}")
    assert follow(deps) == 0.0
    assert len(fake.read) == page_hints.MOST_A_TURN


def test_a_hint_that_comes_while_the_post_is_read_is_kept(deps: Deps, hand: Hand) -> None:
    hint(deps)
    with deps.transaction() as db:
        (before,) = hints.pending(db)
        hints.add(db, [before.hint], now=hand())
        hints.done(db, before)
        assert len(hints.pending(db)) == 1


def test_a_hint_twice_late_and_in_disorder_changes_nothing(
    deps: Deps, fake: FakePage, hand: Hand
) -> None:
    fake.put(page.comment(1, at=hand()))
    fake.put(page.answer(2, under=1, at=hand.on(minutes=1)))
    for comment, verb in ((2, "add"), (1, "edited"), (1, "add"), (1, "add")):
        hint(deps, verb=verb, comment=comment)
        follow(deps)
        hand.on(seconds=10)
    with deps.reading() as db:
        found = comments.find(db, f"{page.POST}_1")
        assert found
        assert found.closed_by == "facebook"
        assert len(ledger.acts(db, f"comment:{page.POST}_1")) == 1
    assert relays(deps) == [f"{page.POST}_1"]


def test_who_hid_a_comment_is_never_taken_for_its_author(
    deps: Deps, fake: FakePage, hand: Hand
) -> None:
    """Facebook names the moderator and the moment of hiding; the page still says who wrote."""
    fake.put(page.comment(1, at=hand()))
    hint(deps)
    follow(deps)
    fake.put(page.comment(1, at=NOW, is_hidden=True))
    hand.on(seconds=30)
    hint(deps, verb="hide")
    follow(deps)
    with deps.reading() as db:
        (row,) = db.query("select author_name, created_at, is_hidden from comments")
    assert row["author_name"] == "Maja Lindqvist"
    assert row["created_at"].startswith(NOW.isoformat()[:19])
    assert row["is_hidden"] == 1


def test_a_removed_comment_is_gone_once_the_page_says_so(
    deps: Deps, fake: FakePage, hand: Hand
) -> None:
    fake.put(page.comment(1, at=hand()))
    fake.put(page.comment(2, at=hand()))
    hint(deps)
    follow(deps)
    hand.on(seconds=30)
    hint(deps, verb="remove")
    follow(deps)
    assert relays(deps) == [f"{page.POST}_1", f"{page.POST}_2"]  # it was a hint, and not true
    with deps.reading() as db:
        assert db.execute("select count(*) from comments where gone_at").fetchone() == (0,)
    fake.comments = fake.comments[1:]
    hand.on(seconds=30)
    hint(deps, verb="remove")
    follow(deps)
    with deps.reading() as db:
        assert db.execute("select id from comments where gone_at").fetchall() == [
            (f"{page.POST}_1",)
        ]


def test_an_advertisement_that_no_look_shows_is_read_by_its_id_and_then_known(
    deps: Deps, fake: FakePage, hand: Hand
) -> None:
    fake.hidden_posts = [page.post(AD, "Vaccinera dig!")]
    fake.put(page.comment(7, at=hand(), post_id=AD))
    hint(deps, AD, comment=7)
    follow(deps)
    assert relays(deps) == [f"{page.POST}_7"]
    with deps.reading() as db:
        (row,) = db.query("select message from page_posts where id = ?", [AD])
        assert row["message"] == "Vaccinera dig!"
        assert [one.is_known for one in hints.pending(db)] == []
    hint(deps, AD, comment=7)
    with deps.reading() as db:
        assert [one.is_known for one in hints.pending(db)] == [True]


def test_a_post_that_cannot_be_shown_does_not_cost_its_comments(
    deps: Deps, fake: FakePage, hand: Hand, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(_: str) -> None:
        raise GraphError(PageTrouble.GONE, code=100)

    monkeypatch.setattr(fake, "post_of", refuse)
    fake.put(page.comment(7, at=hand(), post_id=AD))
    hint(deps, AD, comment=7)
    follow(deps)
    assert relays(deps) == [f"{page.POST}_7"]


def test_a_hint_that_does_not_say_where_is_a_look(deps: Deps, fake: FakePage, hand: Hand) -> None:
    fake.put(page.comment(1, at=hand()))
    with deps.transaction() as db:
        hints.add(db, [ANYWHERE], now=hand())
    follow(deps)
    assert relays(deps) == [f"{page.POST}_1"]
    assert (len(fake.looks), fake.read, pending(deps)) == (2, [], [])


@pytest.mark.parametrize("percent", [60, 95])
def test_a_budget_that_grows_short_is_for_the_usual_looks(
    deps: Deps, fake: FakePage, percent: int
) -> None:
    poll.cost_of(page.PAGE).percent = percent
    hint(deps)
    assert follow(deps) == page_hints.AGAIN_SECONDS
    assert fake.read == []
    assert pending(deps) == [page.POST]


def test_the_first_look_comes_before_all_hints(
    deps: Deps, fake: FakePage, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(poll, "last_look", lambda *_: None)
    hint(deps)
    follow(deps)
    assert fake.read == []


def test_a_usual_look_that_is_overdue_comes_before_hints(
    deps: Deps, fake: FakePage, hand: Hand
) -> None:
    hand.on(hours=3)
    hint(deps)
    follow(deps)
    assert fake.read == []
    poll.run(deps, hand())
    follow(deps)
    assert fake.read == [page.POST]


@pytest.mark.parametrize(
    ("error", "left"),
    [
        (GraphError(PageTrouble.GONE, code=100), []),
        (GraphError(PageTrouble.BUG, code=100), []),
        (GraphError(PageTrouble.RETRY, status=500), [page.POST]),
        (GraphError(PageTrouble.TOKEN, code=190), [page.POST]),
    ],
)
def test_trouble_keeps_a_hint_that_may_still_be_followed(
    deps: Deps, fake: FakePage, hand: Hand, error: GraphError, left: list[str]
) -> None:
    hint(deps)
    fake.error = error
    follow(deps)
    assert pending(deps) == left
    fake.error = None
    hand.on(seconds=31)
    follow(deps)
    assert pending(deps) == []


def test_a_page_that_asks_for_peace_is_left_alone(deps: Deps, fake: FakePage, hand: Hand) -> None:
    hint(deps)
    fake.error = GraphError(PageTrouble.SLOW_DOWN, code=80001, wait_seconds=1800)
    follow(deps)
    fake.error = None
    hand.on(seconds=300)
    follow(deps)
    assert len(fake.read) == 1


def test_hints_that_nobody_could_follow_are_forgotten(deps: Deps, hand: Hand) -> None:
    hint(deps)
    with deps.transaction() as db:
        assert hints.forget(db, before=hand() - timedelta(days=1)) == 0
        assert hints.forget(db, before=hand() + timedelta(seconds=1)) == 1
