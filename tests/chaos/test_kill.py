"""The kill test: SIGKILL at many random moments, and at the end nothing is lost and nothing twice.

The moments are either any time after the start, or the very instant at which Slack has taken
something from the bot and the bot cannot know it yet. `--seed` repeats the choices of an earlier
run; with threads and processes beside each other it never is quite the same.
"""

import json
import sqlite3
from collections.abc import Callable, Iterator
from contextlib import closing, suppress
from dataclasses import dataclass, field
from datetime import datetime
from random import Random
from subprocess import TimeoutExpired
from threading import Timer
from typing import Protocol

import pytest

from bot.sandbox.slack.changes import Change, Edited, Posted, Whispered
from tests.chaos.people import TEAM, Comment, People, relays
from tests.scenarios.journey import Journey
from tests.scenarios.world import COMMENTS, PLAN, ZONE

pytestmark = pytest.mark.chaos

START = "2026-11-24"
KILLS = 50
LIFE = 3.0  # seconds that the bot lives at most, where it is not killed in the act
ACTS = 8  # that people get done in one life, at most
LATEST = 6.0  # seconds after which a bot that does nothing is killed all the same
END = 120.0  # seconds for everything to come to rest


class Acting(Protocol):
    """Somebody who goes on with their day."""

    def act(self) -> None:
        """Do one thing."""


@dataclass(slots=True)
class Death:
    """Kill the bot, by the clock or in the act."""

    journey: Journey
    changes: int = 0
    in_the_act: int = 0
    timer: Timer = field(init=False)

    def await_at(self, seconds: float, changes: int) -> None:
        """Kill after so many *seconds*, or at the n-th of the bot's *changes* if that is sooner."""
        self.changes = changes
        self.timer = Timer(seconds, self._kill)
        self.timer.start()

    def watch(self, change: Change) -> None:
        """Strike while the sandbox has a message of the bot's and the bot waits for the answer."""
        if self.changes and is_ours(change):
            self.changes -= 1
            if not self.changes:
                self.in_the_act += 1
                self._kill()

    def _kill(self) -> None:
        process = self.journey.process
        assert process is not None
        process.kill()
        process.wait()

    def come(self) -> bool:
        """Say whether the bot is dead."""
        assert self.journey.process is not None
        return self.journey.process.poll() is not None

    def tidy_up(self) -> None:
        """Make sure that nothing strikes later."""
        self.timer.cancel()
        self.timer.join()
        self.changes = 0
        self.journey.kill_bot()


def is_ours(change: Change) -> bool:
    """Say whether the bot made a change."""
    return isinstance(change, Posted | Edited | Whispered) and "bot_id" in change.message


@pytest.fixture
def journey(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Journey]:
    with Journey(tmp_path_factory.mktemp("chaos"), start=f"{START}T08:15") as begun:
        let_claims_stay(begun)
        yield begun


def let_claims_stay(journey: Journey) -> None:
    """Let no claim lapse: the model knows what people do, and not how long they are at work."""
    with (
        closing(sqlite3.connect(journey.folder / "lucka.db", timeout=10)) as connection,
        connection,
    ):
        connection.execute("insert into lapsing (only, hours) values (1, null)")


def test_killed_at_any_moment_it_loses_nothing_and_says_nothing_twice(
    journey: Journey, request: pytest.FixtureRequest, tell: Callable[[str], None]
) -> None:
    kills, seed = request.config.option.kills or KILLS, request.config.option.seed
    rng = Random(seed)  # noqa: S311 -- moments, not secrets
    people = People(journey, rng, [journey.publish("Vaccin"), journey.publish("Buss 14")])
    people.mornings.append(START)
    death = Death(journey)
    journey.sandbox.slack.workspace.watch(death.watch)
    for _ in range(kills):
        live(journey, people, death, rng)
    come_to_rest(journey, people)
    tell(f"{kills} kills, {death.in_the_act} of them in the act; {people.summary()}")
    assert_relays(journey, people)
    assert_mornings(journey, people)
    assert_plan(journey, people)
    assert_newest_state_is_shown(journey)
    assert "Traceback" not in journey.last_words(100_000)


def live(journey: Journey, people: Acting, death: Death, rng: Random) -> None:
    """Let the bot live for a moment, with people around it, and kill it."""
    journey.sandbox.slack.pacing._calls.clear()  # Slack does not expect fifty starts a minute
    if journey.process is None:
        journey.start_bot(connected=False)
    if rng.random() < 0.5:
        death.await_at(LATEST, rng.randint(1, 4))
    else:
        death.await_at(rng.uniform(0.0, LIFE), 0)
    acts = rng.randint(1, ACTS)
    pauses = [rng.uniform(0.0, 0.4) for _ in range(acts)]
    for pause in pauses:
        if death.come():
            break
        people.act()
        rest(journey, pause)
    journey.wait_for(death.come, "death", 2 * LATEST)
    death.tidy_up()


def rest(journey: Journey, seconds: float) -> None:
    """Let up to *seconds* pass, or less if the bot dies meanwhile."""
    assert journey.process is not None
    with suppress(TimeoutExpired):
        journey.process.wait(seconds)


def come_to_rest(journey: Journey, people: People) -> None:
    """Start the bot for good, and wait until everything that happened has been taken up."""
    journey.start_bot()
    journey.wait_for(lambda: len(relays(journey)) >= len(people.comments), "every relay", END)
    try:
        journey.wait_for(lambda: not people.unheard(), "every decision", END)
    except AssertionError as error:
        error.add_note(f"unheard: {people.unheard()}")
        raise
    journey.wait_for(journey.is_settled, "peace", END)


def assert_relays(journey: Journey, people: People) -> None:
    """Each comment has one message, in order below each post, and is whose it should be."""
    said = [key.removeprefix("relay:") for key in journey.keys(COMMENTS, "relay:")]
    for post in people.posts:
        written = [comment.id for comment in people.comments if comment.post == post]
        assert [each for each in said if each in written] == written
    assert len(said) == len(people.comments)
    keys = journey.keys(COMMENTS, "")
    assert len(keys) == len(set(keys)) == len(journey.ours(COMMENTS))
    asked = {key.removeprefix("tagging:") for key in keys if key.startswith("tagging:")}
    assert asked <= {each.id for each in people.comments if each.state == "answered"}
    known = {"relay", "comment_reminders", "claims", "tagging"}
    assert {key.split(":")[0] for key in keys} <= known
    shown = relays(journey)
    for comment in people.comments:
        assert state_words(comment) in shown[comment.id]["text"]


def state_words(comment: Comment) -> str:
    """Return what a comment's message must say."""
    return {
        "new": "Väntar på svar",
        "claimed": f"{TEAM.get(comment.owner or '', '')} har den",
        "handled": "hanterade den",
        "answered": "Besvarad på Facebook",
    }[comment.state]


def assert_mornings(journey: Journey, people: People) -> None:
    """Each working morning has one digest and one nag."""
    assert journey.keys(PLAN, "digest:") == [f"digest:{day}" for day in people.mornings]
    assert journey.keys(PLAN, "nag:") == [f"nag:{day}" for day in people.mornings]


def assert_plan(journey: Journey, people: People) -> None:
    """What was answered is stored once; what was not is stored once at most."""
    for table, titles in (("ideas", people.ideas), ("posts", people.planned)):
        query = {"ideas": "select title from ideas", "posts": "select title from posts"}[table]
        stored = [title for (title,) in journey.sql(query)]
        assert len(stored) == len(set(stored))
        assert set(stored) <= titles.keys()
        assert {title for title, was_answered in titles.items() if was_answered} <= set(stored)
    marked = journey.sql("select outlet_id || ' ' || day || ' ' || at from left_empty")
    assert {(slot,) for slot in people.left_empty} <= set(marked)


def assert_newest_state_is_shown(journey: Journey) -> None:
    """Every message in Slack says what the outbox has last decided, and there is no other.

    What was of use until a moment that came before it could be posted stands nowhere.
    """
    rows = journey.sql("select channel, ts, body, state, until from outbox where kind = 'post'")
    assert {state for *_, state, _ in rows} == {"sent"}
    unposted = [until for _, ts, *_, until in rows if ts is None]
    now = journey.now().replace(tzinfo=ZONE)
    assert all(until and datetime.fromisoformat(until) <= now for until in unposted)
    for channel in (PLAN, COMMENTS):
        posted = [(ts, body) for at, ts, body, *_ in rows if at == channel and ts is not None]
        decided = {ts: json.loads(body)["text"] for ts, body in posted}
        assert {m["ts"]: m["text"] for m in journey.ours(channel)} == decided
