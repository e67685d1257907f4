"""The kill test around *send*: never two answers on the page, never a lost one shown as sent.

Each answer meets one trouble: the page takes it and says nothing, or an error, or the bot is
killed at a random moment or in the very instant in which the page has taken it and the bot cannot
know. A person in doubt is told so; nobody here tries again by hand.
"""

from collections import Counter
from collections.abc import Callable, Iterator
from contextlib import suppress
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from random import Random
from subprocess import TimeoutExpired
from threading import Timer

import pytest

from bot.sandbox.page import PageChange
from tests.scenarios.journey import Journey
from tests.scenarios.reading import Json
from tests.scenarios.world import AMIRA, COMMENTS, ZONE

pytestmark = pytest.mark.chaos

BARELY = timedelta(seconds=1)
SOON = 0.4  # seconds after the decision at which the bot may be killed
END = 90.0
ANSWERS = 30
QUICK = ("500_after", "500", "code1", "code2", "not_json", "error_200")
TROUBLES = ("taken", "taken", "killed", "killed", *QUICK, "timeout_after", "none")


@dataclass(slots=True)
class Desk:
    """Amira, who answers, and what is going to happen to each of her answers."""

    journey: Journey
    rng: Random
    post: str
    met: Counter[str] = field(default_factory=Counter)
    is_armed: bool = False

    def prepare(self) -> None:
        """Let Amira lead and answer, and let the page be watched."""
        shown = self.journey.say(AMIRA, "/lucka settings")
        self.journey.click(AMIRA, shown, "team.change")
        assert self.journey.submit(AMIRA, lead=AMIRA)["ok"]
        self.journey.click(AMIRA, shown, "answering.change")
        assert self.journey.submit(AMIRA, state="on")["ok"]
        self.journey.settled()
        self.journey.sandbox.page.on_change(self._strike)

    def answer(self, number: int) -> None:
        """Answer one comment, with one trouble, until it is known what became of it."""
        self.journey.sandbox.slack.pacing._calls.clear()  # Slack does not expect so many starts
        self.journey.comment(self.post, f"Fråga {number}.")
        relay = self.journey.await_message(COMMENTS, f"Fråga {number}.")
        self.journey.click(AMIRA, relay, "comment.answer", channel=COMMENTS)
        form = self.journey.form(AMIRA)
        trouble = self.rng.choice(TROUBLES)
        self.met[trouble] += 1
        timer = self._arm(trouble)
        sent = self.journey.submit(AMIRA, **{text_block(form): said(number)})
        assert sent["ok"] or trouble == "killed", sent
        self._wait(trouble, timer)
        self.journey.graph(fault=None)
        for view in self.journey.get("/ui/views", **{"as": AMIRA})["stack"]:
            self.journey.post(f"/ui/views/{view['id']}/close", **{"as": AMIRA})

    def _arm(self, trouble: str) -> Timer | None:
        if trouble == "taken":
            self.is_armed = True
        elif trouble == "killed":
            timer = Timer(self.rng.uniform(0.0, SOON), self._kill)
            timer.start()
            return timer
        elif trouble != "none":
            self.journey.graph(fault={"kind": trouble, "method": "POST"})
        return None

    def _strike(self, change: PageChange) -> None:
        """Kill the bot while the page has its answer and the bot waits for the word of it."""
        if self.is_armed and "Svar " in change.line:
            self.is_armed = False
            self._kill()

    def _kill(self) -> None:
        process = self.journey.process
        assert process is not None
        process.kill()
        process.wait()

    def _wait(self, trouble: str, timer: Timer | None) -> None:
        """Bring the bot back where it was killed, and let time pass until nothing is under way."""
        if timer is not None:
            timer.join()
        process = self.journey.process
        assert process is not None
        if trouble in ("taken", "killed"):
            with suppress(TimeoutExpired):
                process.wait(END)
            self.is_armed = False
            self.journey.kill_bot()
            self.journey.start_bot()
        self.journey.wait_for(self._is_over, "the end of an answer", END)

    def _is_over(self) -> bool:
        rows = self.journey.sql("select next_at from answers where state = 'waiting'")
        for (next_at,) in rows:  # what waits for its time need not be waited for
            due = datetime.fromisoformat(next_at).astimezone(ZONE).replace(tzinfo=None)
            if due > self.journey.now():
                self.journey.clock_to((due + BARELY).isoformat())
        return not rows


def said(number: int) -> str:
    return f"Svar {number} till dig."


def text_block(form: Json) -> str:
    """Return the block of the form in which the answer is written."""
    ids = [str(block["block_id"]) for block in form["blocks"]]
    return next(each for each in ids if each.startswith("text-"))


@pytest.fixture
def journey(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Journey]:
    with Journey(tmp_path_factory.mktemp("answers"), start="2026-11-24T09:00") as begun:
        yield begun


def test_killed_and_torn_around_send_nothing_is_public_twice_and_nothing_is_claimed_in_vain(
    journey: Journey, request: pytest.FixtureRequest, tell: Callable[[str], None]
) -> None:
    count, seed = request.config.option.kills or ANSWERS, request.config.option.seed
    desk = Desk(journey, Random(seed), journey.publish("Vaccin"))  # noqa: S311 -- moments
    desk.prepare()
    for number in range(count):
        desk.answer(number)
    journey.wait_for(journey.is_settled, "peace", END)
    rows = journey.sql("select comment_id, text, state, page_id from answers")
    states = Counter(state for _, _, state, _ in rows)
    tell(f"{count} answers, {dict(desk.met)}; {dict(states)}")
    on_page = replies_on(journey)
    assert max(Counter(text for *_, text in on_page).values(), default=0) <= 1
    assert sorted(on_page) == sorted(
        (page_id, asked, text) for asked, text, state, page_id in rows if state == "sent"
    )
    assert_shown(journey, {asked for asked, _, state, _ in rows if state == "sent"})
    assert "Traceback" not in journey.last_words(100_000)


def replies_on(journey: Journey) -> list[tuple[str, str, str]]:
    """Return all that stands under comments on the page: ids, under which, and what they say."""
    comments = [each for post in journey.get("/ui/page")["posts"] for each in post["comments"]]
    assert all(comment["message"].startswith("Fråga ") for comment in comments)
    return [
        (reply["id"], comment["id"], reply["message"])
        for comment in comments
        for reply in comment["replies"]
    ]


def assert_shown(journey: Journey, answered: set[str]) -> None:
    """Hold the comments' states, and what the threads say, against what is on the page."""
    closed = journey.sql("select comment_id from relays where state = 'answered'")
    assert {asked for (asked,) in closed} == answered
    told = [m["text"] for m in journey.ours(COMMENTS, "svarade som sidan:")]
    assert len(told) == len(answered)
    counted = journey.sql("select subject from audit where act = 'comment.answered'")
    assert sorted(subject for (subject,) in counted) == sorted(f"comment:{a}" for a in answered)
