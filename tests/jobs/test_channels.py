"""Who can read the channel of the comments decides whether comments come there."""

import json
from dataclasses import replace
from datetime import timedelta

import pytest

from bot.deps import Deps
from bot.domain.comments import Act
from bot.domain.relaying import ChannelState, Exposure, NotExposed
from bot.integrations.slack_shapes import Channel
from bot.jobs import Timetable, channels, digest, poll, relay
from bot.jobs.due import Due
from bot.store import comments, ledger, outbox, relaying
from handlers.comments import carry_out
from tests import page
from tests.fakes import FakeSlack, Hand
from tests.make import AMIRA, COMMENTS, NOW, PLAN
from tests.page import FakePage

MINUTE = timedelta(minutes=1)
OPEN = Channel(COMMENTS, "kommentarer", True, False, False, False)
SHARED = replace(OPEN, is_private=True, is_shared=True)
CLOSED = replace(OPEN, is_private=True)


@pytest.fixture
def fake() -> FakePage:
    return FakePage()


@pytest.fixture
def deps(deps: Deps, fake: FakePage) -> Deps:
    made = replace(deps, page=fake)  # type: ignore[arg-type]
    poll.run(made, NOW - MINUTE)
    return made


def find(deps: Deps, channel: Channel) -> None:
    """Let the channel be found so."""
    with deps.transaction() as db:
        channels.take_in(deps, db, channel, now=deps.now())


def write(deps: Deps, fake: FakePage, *numbers: int) -> None:
    """Let residents write, and the bot look at the page."""
    for number in numbers:
        fake.put(page.comment(number, f"Fråga {number}"))
    poll.run(deps, deps.now())


def rows(deps: Deps) -> dict[str, dict[str, str]]:
    """What is decided to stand in Slack, by key."""
    with deps.reading() as db:
        found = db.query("select key, channel, body from outbox order by id")
        return {
            row["key"]: {"channel": row["channel"], "text": json.loads(row["body"])["text"]}
            for row in found
        }


def relays(deps: Deps) -> list[str]:
    return [key.rpartition("_")[2] for key in rows(deps) if key.startswith(relay.PREFIX)]


def notices(deps: Deps) -> list[str]:
    return [row["text"] for key, row in rows(deps).items() if key.startswith("exposed:")]


def state(deps: Deps) -> ChannelState:
    with deps.reading() as db:
        found = relaying.channel(db, COMMENTS)
    assert found
    return found


def post_all(deps: Deps) -> None:
    """Let everything come to stand in Slack."""
    with deps.transaction() as db:
        while waiting := outbox.pending(db):
            for item in waiting:
                outbox.sent(db, item, item.key, revision=item.revision, now=NOW)


def allow(deps: Deps, reason: str = "Sluten arbetsyta") -> None:
    with deps.transaction() as db:
        channels.allow(deps, db, AMIRA, reason, now=deps.now())


def test_a_private_channel_gets_its_comments_and_nobody_is_told_anything(
    deps: Deps, fake: FakePage
) -> None:
    find(deps, CLOSED)
    write(deps, fake, 1)
    assert relays(deps) == ["1"]
    assert notices(deps) == []


@pytest.mark.parametrize("found", [OPEN, SHARED], ids=["public", "shared"])
def test_a_channel_that_others_can_read_gets_none_and_the_team_is_told_once(
    deps: Deps, fake: FakePage, hand: Hand, found: Channel
) -> None:
    find(deps, found)
    write(deps, fake, 1)
    hand.on(minutes=20)
    find(deps, found)
    write(deps, fake, 2)
    assert relays(deps) == []
    (told,) = notices(deps)
    assert "Kommentarerna väntar" in told
    assert "2 kommentarer väntar" in told
    assert rows(deps)[f"exposed:{COMMENTS}:20261124T071500"]["channel"] == PLAN
    with deps.reading() as db:
        assert comments.count_open(db) == 2


def test_once_it_is_private_everything_that_waited_comes_in_order(
    deps: Deps, fake: FakePage, hand: Hand
) -> None:
    find(deps, OPEN)
    write(deps, fake, 1, 2, 3)
    fake.put(page.answer(9, under=2, at=NOW))
    poll.run(deps, deps.now())
    hand.on(minutes=20)
    find(deps, CLOSED)
    write(deps, fake, 4)
    assert relays(deps) == ["1", "2", "3", "4"]
    assert "Besvarad på Facebook" in rows(deps)[f"relay:{page.POST}_2"]["text"]
    (told,) = notices(deps)
    assert "Nu kan bara de som är med läsa" in told


def test_who_decides_may_let_them_come_anyway_and_take_it_back(
    deps: Deps, fake: FakePage, hand: Hand
) -> None:
    find(deps, OPEN)
    write(deps, fake, 1)
    allow(deps)
    write(deps, fake, 2)
    assert relays(deps) == ["1", "2"]
    (told,) = notices(deps)
    assert "Amira Haddad har bestämt" in told
    assert "Sluten arbetsyta" in told
    with deps.transaction() as db:
        channels.disallow(deps, db, AMIRA, now=hand.on(minutes=1))
    write(deps, fake, 3)
    assert relays(deps) == []
    assert "3 kommentarer väntar" in notices(deps)[0]
    with deps.reading() as db:
        acts = [(act.who, act.act, act.detail) for act in ledger.acts(db, f"channel:{COMMENTS}")]
    assert acts == [
        (AMIRA, "channel.allowed", {"exposure": "public", "reason": "Sluten arbetsyta"}),
        (AMIRA, "channel.disallowed", {"exposure": "public"}),
    ]


def test_a_yes_to_colleagues_is_no_yes_to_another_organisation(deps: Deps, fake: FakePage) -> None:
    find(deps, OPEN)
    allow(deps)
    find(deps, SHARED)
    write(deps, fake, 1)
    assert relays(deps) == []
    assert len(notices(deps)) == 1  # the two begin in the same second here
    assert state(deps).is_held


def test_nothing_needs_allowing_in_a_private_channel(deps: Deps) -> None:
    find(deps, CLOSED)
    with pytest.raises(NotExposed):
        allow(deps)


def test_when_it_becomes_public_what_waits_is_taken_back_and_what_stands_loses_its_text(
    deps: Deps, fake: FakePage, hand: Hand
) -> None:
    find(deps, CLOSED)
    write(deps, fake, 1)
    post_all(deps)
    write(deps, fake, 2)
    hand.on(minutes=20)
    find(deps, OPEN)
    assert relays(deps) == ["1"]
    first = f"relay:{page.POST}_1"
    assert "Fråga 1" not in rows(deps)[first]["text"]
    with deps.transaction() as db:
        carry_out(deps, db, Act.CLAIM, f"{page.POST}_1", AMIRA)
    assert "Amira Haddad har den" in rows(deps)[first]["text"]
    assert "Fråga 1" not in rows(deps)[first]["text"]
    find(deps, CLOSED)
    assert relays(deps) == ["1", "2"]
    assert "Fråga 1" in rows(deps)[first]["text"]


def test_a_message_on_its_way_out_is_not_lost_but_says_nothing(
    deps: Deps, fake: FakePage, hand: Hand
) -> None:
    find(deps, CLOSED)
    write(deps, fake, 1)
    with deps.transaction() as db:
        outbox.trying(db, outbox.pending(db)[0], now=NOW)
    hand.on(minutes=20)
    find(deps, OPEN)
    assert relays(deps) == ["1"]
    assert "Fråga 1" not in rows(deps)[f"relay:{page.POST}_1"]["text"]


def test_the_channels_are_looked_at_before_the_page_and_not_each_time(
    deps: Deps, fake: FakePage, slack: FakeSlack, hand: Hand
) -> None:
    timetable = Timetable(deps, jobs=())
    find(deps, CLOSED)
    slack.channels[COMMENTS] = OPEN
    fake.put(page.comment(1))
    timetable.read_page()
    assert relays(deps) == ["1"]
    hand.on(minutes=10)
    fake.put(page.comment(2))
    timetable.read_page()
    assert state(deps).exposure is Exposure.PUBLIC
    assert "2" not in relays(deps)


def test_while_slack_does_not_answer_what_was_known_counts(
    deps: Deps, fake: FakePage, slack: FakeSlack, hand: Hand
) -> None:
    find(deps, OPEN)
    slack.down = "timeout"
    channels.look(deps, hand.on(minutes=20))
    write(deps, fake, 1)
    assert relays(deps) == []


def test_the_digest_in_a_public_channel_does_not_quote(deps: Deps, fake: FakePage) -> None:
    write(deps, fake, 1)
    find(deps, Channel(PLAN, "plan", True, False, False, False))
    digest.run(deps, Due(deps.today(), NOW, NOW))
    said = rows(deps)["digest:2026-11-24"]["text"]
    assert "1 kommentar väntar" in said
    assert "Fråga 1" not in said


def test_a_digest_that_stands_loses_its_quotes_when_its_channel_is_opened(
    deps: Deps, fake: FakePage
) -> None:
    write(deps, fake, 1)
    digest.run(deps, Due(deps.today(), NOW, NOW))
    assert "Fråga 1" in rows(deps)["digest:2026-11-24"]["text"]
    find(deps, Channel(PLAN, "plan", True, False, False, False))
    assert "Fråga 1" not in rows(deps)["digest:2026-11-24"]["text"]
