"""A page that is not read: one loud message within the limit, updated in place, never for a blip."""

import json
from dataclasses import replace
from datetime import timedelta

import pytest

from bot.deps import Deps
from bot.domain.page import PageTrouble
from bot.domain.status import Status
from bot.health import Health
from bot.integrations.facebook_errors import GraphError
from bot.jobs import alarm, page_cost, page_silence, poll, status
from bot.locales import Words
from bot.store import looks
from bot.views import health as view
from tests import page
from tests.fakes import Hand
from tests.make import COMMENTS, NOW
from tests.page import FakePage

DOWN = GraphError(PageTrouble.RETRY, status=500)
DEAD = GraphError(PageTrouble.TOKEN, code=190, status=400)


@pytest.fixture
def fake() -> FakePage:
    return FakePage()


@pytest.fixture
def deps(deps: Deps, fake: FakePage) -> Deps:
    return replace(deps, page=fake)  # type: ignore[arg-type]


@pytest.fixture(autouse=True)
def costs(monkeypatch: pytest.MonkeyPatch, hand: Hand) -> dict[str, page_cost.PageCost]:
    made: dict[str, page_cost.PageCost] = {}
    monkeypatch.setattr(page_cost, "monotonic", hand.monotonic)
    monkeypatch.setattr(poll, "_costs", made)
    return made


def minutes(deps: Deps, hand: Hand, count: int) -> None:
    """Let minutes pass: in each the page is looked at and the alarm is asked."""
    for _ in range(count):
        now = hand.on(minutes=1)
        poll.run(deps, now)
        alarm.run(deps, now)


def restarted(deps: Deps, hand: Hand, costs: dict[str, page_cost.PageCost]) -> Deps:
    """Return a bot that has only what is stored."""
    costs.clear()
    return replace(deps, health=Health(hand.monotonic))


def said(deps: Deps) -> list[tuple[str, str, str]]:
    """Return key, channel and text of everything about the page's silence or trouble."""
    with deps.reading() as db:
        rows = db.query(
            "select key, channel, body from outbox"
            " where key like 'unseen:%' or key like 'alarm:%' order by id"
        )
        return [(row["key"], row["channel"], json.loads(row["body"])["text"]) for row in rows]


def test_a_dead_feed_is_told_within_the_limit_and_once(
    deps: Deps, fake: FakePage, hand: Hand
) -> None:
    minutes(deps, hand, 5)
    fake.error = DOWN
    minutes(deps, hand, 9)
    assert said(deps) == []
    minutes(deps, hand, 2)
    ((_, channel, text),) = said(deps)
    assert channel == COMMENTS
    assert "Jag har inte sett Facebooksidan sedan kl. 8.20." in text
    assert "Jag når inte Facebook (500)" in text
    minutes(deps, hand, 60)
    assert len(said(deps)) == 1


def test_it_says_so_in_place_when_it_is_back_with_what_came_meanwhile(
    deps: Deps, fake: FakePage, hand: Hand
) -> None:
    minutes(deps, hand, 4)
    fake.put(page.comment(99, at=hand()))
    minutes(deps, hand, 1)
    fake.error = DOWN
    minutes(deps, hand, 30)
    ((key, _, _),) = said(deps)
    for number in range(7):
        fake.put(page.comment(number + 1, at=hand() - timedelta(minutes=number)))
    fake.error = None
    minutes(deps, hand, 3)
    ((again, _, text),) = said(deps)
    assert again == key
    assert "Jag läser Facebooksidan igen sedan kl. 8.51; jag såg den inte från kl. 8.20." in text
    assert "Under tiden kom 7 nya kommentarer" in text


@pytest.mark.parametrize("rounds", [1, 2])
@pytest.mark.parametrize("seconds", [60, 3600])
def test_a_blip_says_nothing(
    deps: Deps, fake: FakePage, hand: Hand, rounds: int, seconds: int
) -> None:
    rarely = replace(deps, settings=replace(deps.settings, facebook_poll_seconds=seconds))
    poll.run(rarely, hand())
    fake.error = DOWN
    for _ in range(rounds):
        poll.run(rarely, hand.on(seconds=seconds))
        alarm.run(rarely, hand())
    fake.error = None
    poll.run(rarely, hand.on(seconds=seconds - 1))
    alarm.run(rarely, hand())
    assert said(rarely) == []


def test_a_restart_neither_forgets_it_nor_says_it_again(
    deps: Deps, fake: FakePage, hand: Hand, costs: dict[str, page_cost.PageCost]
) -> None:
    minutes(deps, hand, 5)
    fake.error = DOWN
    minutes(deps, hand, 6)
    deps = restarted(deps, hand, costs)
    minutes(deps, hand, 6)
    ((key, _, text),) = said(deps)
    assert "sedan kl. 8.20" in text
    deps = restarted(deps, hand, costs)
    minutes(deps, hand, 30)
    fake.error = None
    deps = restarted(deps, hand, costs)
    minutes(deps, hand, 1)
    ((again, _, text),) = said(deps)
    assert again == key
    assert "Inga nya kommentarer kom under tiden." in text


def test_a_bot_that_dies_again_and_again_still_says_it(
    deps: Deps, fake: FakePage, hand: Hand, costs: dict[str, page_cost.PageCost]
) -> None:
    minutes(deps, hand, 1)
    fake.error = DOWN
    for _ in range(6):
        deps = restarted(deps, hand, costs)
        minutes(deps, hand, 2)
    assert len(said(deps)) == 1


def test_a_night_asleep_is_no_silence_until_the_page_stays_away(
    deps: Deps, fake: FakePage, hand: Hand
) -> None:
    minutes(deps, hand, 5)
    hand.to(hand() + timedelta(hours=9))  # the machine slept: no seconds passed
    fake.error = DOWN
    minutes(deps, hand, 2)
    assert said(deps) == []
    fake.error = None
    minutes(deps, hand, 1)
    assert said(deps) == []


def test_the_message_follows_its_cause(deps: Deps, fake: FakePage, hand: Hand) -> None:
    minutes(deps, hand, 5)
    fake.error = DOWN
    minutes(deps, hand, 15)
    fake.error = DEAD
    minutes(deps, hand, 2)
    ((_, _, text),) = said(deps)
    assert "sedan kl. 8.20" in text
    assert "Facebook tar inte emot sidans token längre (190)" in text


def test_a_page_that_was_never_read_is_told_too(deps: Deps, fake: FakePage, hand: Hand) -> None:
    fake.error = DEAD
    minutes(deps, hand, 15)
    ((_, _, text),) = said(deps)
    assert "Jag har inte kunnat läsa Facebooksidan; jag försöker sedan kl. 8.16." in text


def test_a_page_that_asks_for_an_hour_of_peace_is_told_after_one_round(
    deps: Deps, fake: FakePage, hand: Hand
) -> None:
    minutes(deps, hand, 5)
    fake.error = GraphError(PageTrouble.SLOW_DOWN, code=80001, wait_seconds=3600)
    minutes(deps, hand, 12)
    assert len(said(deps)) == 1


def test_a_day_of_calm_is_one_row_and_the_count_is_kept(
    deps: Deps, fake: FakePage, hand: Hand
) -> None:
    minutes(deps, hand, 1440)
    fake.error = DOWN
    minutes(deps, hand, 3)
    fake.error = None
    fake.put(page.comment(1, at=hand()))
    minutes(deps, hand, 1)
    with deps.reading() as db:
        new, failed, calm = looks.newest(db, page.PAGE, 9)
    assert (calm.count, calm.began, calm.ended) == (
        1440, NOW + timedelta(minutes=1), NOW + timedelta(minutes=1440)
    )  # fmt: skip
    assert (failed.count, failed.trouble, failed.detail) == (3, "trouble-page-unreachable", "500")
    assert (new.count, new.new, new.trouble) == (1, 1, None)


def test_a_night_without_looks_is_seen_in_the_log(deps: Deps, hand: Hand) -> None:
    minutes(deps, hand, 25)
    hand.to(hand() + timedelta(hours=8))
    minutes(deps, hand, 25)
    with deps.reading() as db:
        rows = looks.newest(db, page.PAGE, 9)
    assert len(rows) == 2
    assert rows[0].began - rows[1].ended > timedelta(hours=7)


def test_the_help_says_when_the_page_was_read_and_what_came_today(
    deps: Deps, fake: FakePage, hand: Hand
) -> None:
    fake.put(page.comment(1, at=hand()))
    fake.put(page.comment(2, at=hand()))
    minutes(deps, hand, 2)
    with deps.reading() as db:
        found = status.gather(deps, db)
    assert "Facebooksidan lästes senast kl. 8.17" in helped("sv", found, deps, hand)
    assert "2 nya kommentarer i dag." in helped("sv", found, deps, hand)
    assert "ago (08:17); 2 new comments today." in helped("en", found, deps, hand)


def helped(language: str, found: Status, deps: Deps, hand: Hand) -> str:
    """Return what `/lucka` says."""
    zone = deps.settings.timezone
    return str(view.help_page(Words(language), found, prefix="", now=hand(), zone=zone)["text"])


def test_old_looks_are_forgotten(deps: Deps, hand: Hand) -> None:
    minutes(deps, hand, 1)
    with deps.transaction() as db:
        assert looks.forget(db, before=hand()) == 0
        assert looks.forget(db, before=hand() + timedelta(seconds=1)) == 1


def test_the_limit_is_never_fewer_than_three_rounds(deps: Deps) -> None:
    rarely = replace(deps, settings=replace(deps.settings, facebook_poll_seconds=3600))
    assert page_silence.limit(deps) == timedelta(minutes=10)
    assert page_silence.limit(rarely) == timedelta(hours=3)
