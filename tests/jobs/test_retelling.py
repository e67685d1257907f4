"""When others come to read the channel, nothing that is open names a resident there any more."""

from dataclasses import replace

import pytest

from bot.deps import Deps
from bot.domain.blocking import Block, State
from bot.domain.comments import Act
from bot.domain.relaying import Discretion, Mode
from bot.domain.team import Team
from bot.integrations.slack_shapes import Channel
from bot.jobs import (
    blocking,
    channels,
    claims,
    comment_reminders,
    page_writer,
    retelling,
    urgent,
)
from bot.jobs.due import Due
from bot.store import blocks, outbox, relaying, team
from handlers import comment_moderation
from handlers.comments import carry_out
from tests import page
from tests.fakes import Hand
from tests.make import AMIRA, COMMENTS, ELIN, JONAS
from tests.moderating import FIRST, PAGE, decide, desk, press, relayed, said

OPEN = Channel(COMMENTS, "kommentarer", True, False, False, False)
CLOSED = replace(OPEN, is_private=True)
WRITTEN = ("Maja Lindqvist", "Måste man boka?")
ASKED = ("moderation:1", "block:1")


@pytest.fixture
def deps(deps: Deps) -> Deps:
    return desk(deps, AMIRA, JONAS, ELIN)[0]


def find(deps: Deps, channel: Channel) -> None:
    """Let the channel be found so."""
    with deps.transaction() as db:
        channels.take_in(deps, db, channel, now=deps.now())


def post_all(deps: Deps) -> None:
    """Let everything come to stand in Slack."""
    with deps.transaction() as db:
        while waiting := outbox.pending(db):
            for item in waiting:
                outbox.sent(db, item, item.key, revision=item.revision, now=deps.now())


def naming(deps: Deps, *said: str) -> set[str]:
    """Return the messages in the channel in which one of *said* stands, by default who or what."""
    with deps.reading() as db:
        rows = list(db.query("select key, body from outbox where channel = ?", [COMMENTS]))
    return {row["key"] for row in rows if any(words in row["body"] for words in said or WRITTEN)}


def block_asked(deps: Deps) -> None:
    """Let Amira ask for a colleague's yes to block who wrote the first comment."""
    with deps.transaction() as db:
        block = Block(
            id=0, case_id=1, comment_id=FIRST, person="11", reason="hotar andra",
            until=deps.today(), who=AMIRA, decided_at=deps.now(), since=deps.now(),
            next_at=deps.now(), state=State.ASKED,
        )  # fmt: skip
        blocking.show(deps, db, blocks.add(db, block), now=deps.now(), called=(JONAS, ELIN))


def lapsed(deps: Deps, hand: Hand) -> str:
    """Let Jonas's claim of a comment lapse; return the channel's message about it."""
    relayed(deps, page.comment(2))
    act(deps, Act.CLAIM, 2, JONAS)
    now = hand.on(days=1, hours=1)
    claims.run(deps, Due(deps.today(), now, now))
    with deps.reading() as db:
        (key,) = (key for key in outbox.starting(db, "claims:") if not key.endswith(JONAS))
    return key


def act(deps: Deps, what: Act, number: int, who: str) -> None:
    """Let somebody do something to a comment."""
    with deps.transaction() as db:
        carry_out(deps, db, what, page.comment(number).id, who)


def urgent_asked(deps: Deps, hand: Hand) -> str:
    """Let a comment be urgent, and somebody be asked about it; return the message that asks."""
    relayed(deps, page.comment(3))
    act(deps, Act.FLAG, 3, AMIRA)
    urgent.look(deps, hand.on(minutes=5))
    with deps.reading() as db:
        (key,) = outbox.starting(db, "urgent:")
    return key


@pytest.fixture
def told(deps: Deps, hand: Hand) -> set[str]:
    """Let all that names a resident stand in the channel; return the keys."""
    find(deps, CLOSED)
    decide(deps, PAGE, "säljer bilar")
    block_asked(deps)
    found = {*ASKED, lapsed(deps, hand), urgent_asked(deps, hand)}
    post_all(deps)
    return found | {f"relay:{page.comment(number).id}" for number in (1, 2, 3)}


def test_all_that_is_open_loses_its_names_and_has_them_again_in_a_private_channel(
    deps: Deps, told: set[str]
) -> None:
    assert naming(deps) == told
    find(deps, OPEN)
    assert naming(deps) == set()
    find(deps, CLOSED)
    assert naming(deps) == told


def test_a_question_that_is_not_posted_yet_still_calls_the_second_person(deps: Deps) -> None:
    decide(deps, PAGE, "säljer bilar")
    find(deps, OPEN)
    question = said(deps, "moderation:1")["text"]
    assert f"<@{ELIN}> <@{JONAS}>" in question
    assert not any(words in question for words in WRITTEN)


def test_who_decided_reads_the_comment_in_private_all_the_same(deps: Deps) -> None:
    find(deps, OPEN)
    decide(deps, PAGE, "säljer bilar")
    press(deps, comment_moderation.confirm, 1, user=JONAS)
    page_writer.drain(deps)
    assert WRITTEN[1] in said(deps, "moderation:1:told")["text"]


def test_a_stricter_mode_counts_for_all_that_is_open(deps: Deps, told: set[str]) -> None:
    with deps.transaction() as db:
        relaying.decide(db, Discretion(Mode.LINK, Mode.LINK))
        retelling.show_again(deps, db, now=deps.now())
    assert naming(deps, WRITTEN[1]) == set()
    assert naming(deps) == told


def test_what_is_done_but_not_judged_loses_its_names_too(deps: Deps, hand: Hand) -> None:
    find(deps, CLOSED)
    key = urgent_asked(deps, hand)
    act(deps, Act.HANDLE, 3, AMIRA)
    find(deps, OPEN)
    assert not {key, f"relay:{page.comment(3).id}"} & naming(deps)


def test_yesterdays_reminder_loses_its_names_too(deps: Deps, hand: Hand) -> None:
    find(deps, CLOSED)
    with deps.transaction() as db:
        team.save(db, Team(None, (), ()))
    comment_reminders.look(deps, hand.on(days=1))
    hand.on(days=1)
    assert "comment_reminders:2026-11-25" in naming(deps)
    find(deps, OPEN)
    assert naming(deps) == set()
