"""A model of what people, Slack and the page have done, and rules by which they go on.

The model knows nothing of the bot but when something was decided (an event is taken, a reply is
known); what must have come of it, it works out by itself.
"""

import json
import shutil
from contextlib import ExitStack
from dataclasses import dataclass, field
from datetime import UTC, datetime
from itertools import count
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any, ClassVar

import pytest
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, invariant, precondition, rule

from bot.domain.page import PageComment
from bot.store import audit
from handlers import commands
from tests import make
from tests.answering import allowed, decide
from tests.chaos.histories import gathered
from tests.chaos.listening import listening
from tests.chaos.model_plan import Planning
from tests.chaos.town import PAGE_TROUBLES, TROUBLES, Town
from tests.fakes import FakeAck

PEOPLE = (make.AMIRA, make.JONAS, make.ELIN, make.MIKKO)
STARTS = (
    datetime(2026, 10, 23, 13, 0, tzinfo=UTC),  # a Friday; on Sunday the clocks go back
    datetime(2026, 3, 27, 6, 0, tzinfo=UTC),  # a Friday; on Sunday the clocks go forward
    datetime(2026, 11, 24, 7, 10, tzinfo=UTC),  # five minutes before the digest
    datetime(2028, 2, 28, 20, 0, tzinfo=UTC),  # the evening before a leap day
    datetime(2026, 12, 30, 20, 0, tzinfo=UTC),  # week 53
)
OPEN = ("new", "claimed")
CLICKS = ("claim", "release", "handle")

people = st.sampled_from(PEOPLE)
numbers = st.integers(0, 99)


@dataclass
class Thing:
    """A comment: what the team has made of it."""

    comment: PageComment
    state: str = "new"
    owner: str | None = None

    def meet(self, act: str, who: str) -> None:
        """Let *who* do *act*, if it can be done."""
        if act == "claim" and self.state == "new":
            self.state, self.owner = "claimed", who
        elif act == "release" and self.state == "claimed" and self.owner == who:
            self.state, self.owner = "new", None
        elif act in {"handle", "answer"} and self.state in OPEN:
            self.state = {"handle": "handled", "answer": "answered"}[act]


@dataclass
class Told:
    """An event that Slack tells until it is taken, and what it means."""

    body: dict[str, Any]
    thing: Thing
    act: str
    who: str

    @property
    def id(self) -> str:
        return str(self.body["event_id"])


@dataclass
class Model:
    """What has happened."""

    things: dict[str, Thing] = field(default_factory=dict)
    events: list[Told] = field(default_factory=list)
    replies: dict[str, Thing] = field(default_factory=dict)  # by the reply's id
    answers: dict[str, Thing] = field(default_factory=dict)  # by the answer's text
    titles: dict[str, tuple[str, bool]] = field(default_factory=dict)  # table, whether kept
    late: set[str] = field(default_factory=set)  # titles of which it was told that it was too late
    mornings: set[str] = field(default_factory=set)


class Machine(Planning, RuleBasedStateMachine):
    """Random people, clocks, faults and restarts around one bot."""

    empty: ClassVar[Path]
    patch: ClassVar[pytest.MonkeyPatch]
    lived: ClassVar[dict[str, int]]

    def __init__(self) -> None:
        super().__init__()
        self.numbers = count(1)
        self.town: Town | None = None
        self.model = Model()
        self.ends = ExitStack()
        self.errors = self.ends.enter_context(listening())
        self.folder = Path(self.ends.enter_context(TemporaryDirectory(prefix="lucka-model-")))

    @property
    def here(self) -> Town:
        if self.town is None:
            self.begin(0)
        assert self.town is not None
        return self.town

    @precondition(lambda self: self.town is None)
    @rule(start=st.integers(0, len(STARTS) - 1))
    def begin(self, start: int) -> None:
        file = Path(shutil.copy(self.empty, self.folder / "lucka.db"))
        self.town = Town(file, STARTS[start], self.patch)
        self.ends.callback(self.town.close)
        with self.town.deps.transaction() as db:
            db.execute("insert into lapsing (only, hours) values (1, null)")
        allowed(self.town.deps, users=PEOPLE[:2])
        with self.town.deps.transaction() as db:
            db.execute("delete from team")
        self.prepare_plan()
        self.town.look()

    # -- people

    @rule(much=st.integers(1, 4))
    def write(self, much: int) -> None:
        for _ in range(much):
            number = next(self.numbers)
            made = self.here.write(number, f"Fråga nummer {number}.")
            self.model.things[made.id] = Thing(made)

    @rule(which=numbers, who=people, act=st.sampled_from(("claim", "claim", "release", "handle")))
    def react(self, which: int, who: str, act: str) -> None:
        standing = [(t, place) for t in self.model.things.values() if (place := self.place(t))]
        if not standing:
            return
        thing, (channel, ts) = standing[which % len(standing)]
        emoji = "white_check_mark" if act == "handle" else "eyes"
        body = make.reaction(emoji, ts, user=who, channel=channel, added=act != "release")
        body["event"]["event_ts"] = f"{self.here.true.time.timestamp():.6f}"
        self.model.events.append(Told(body, thing, act, who))
        self.here.on(seconds=1)

    @rule(which=numbers, who=people, act=st.sampled_from(CLICKS))
    def click(self, which: int, who: str, act: str) -> None:
        things = [t for t in self.model.things.values() if self.place(t)]
        if not things:
            return
        thing = things[which % len(things)]
        before, deaths = self.acts(thing), self.here.deaths
        body = make.click(f"comment.{act}", thing.comment.id, user=who, channel=make.COMMENTS)
        self.here.tell(body)
        if self.acts(thing) > before:  # whether or not it was acknowledged
            thing.meet(act, who)
        elif thing.state != "new" or act == "release":
            return
        elif self.here.deaths == deaths:
            raise AssertionError("a click was acknowledged and nothing came of it")

    @rule(who=people, table=st.sampled_from(("ideas", "posts")))
    def command(self, who: str, table: str) -> None:
        number = next(self.numbers)
        title = f"{'Idé' if table == 'ideas' else 'Inlägg'} nummer {number}."
        text = title if table == "ideas" else f"torsdag 13.00 webb {title}"
        body = make.command("idea" if table == "ideas" else "plan", text, user=who)
        ack = FakeAck()
        self.here.live(lambda: commands.keep(self.here.deps, lambda: None, ack, body))  # type: ignore[arg-type]
        self.model.titles[title] = (table, ack.calls == [{}])

    @rule(which=numbers)
    def answer_on_facebook(self, which: int) -> None:
        things = list(self.model.things.values())
        if things:
            thing = things[which % len(things)]
            made = self.here.answer_there(5000 + next(self.numbers), thing.comment)
            self.model.replies[made.id] = thing

    @rule(which=numbers, who=st.sampled_from(PEOPLE[:2]))
    def answer_from_slack(self, which: int, who: str) -> None:
        things = [t for t in self.model.things.values() if t.state in OPEN and self.place(t)]
        things = [t for t in things if t not in self.model.answers.values()]
        if things:
            thing, text = things[which % len(things)], f"Svar nummer {next(self.numbers)}!"
            self.here.live(lambda: decide(self.here.deps, thing.comment, text, who=who))
            self.model.answers[text] = thing

    # -- Slack

    @rule(which=numbers, again=st.booleans())
    def deliver(self, which: int, again: bool) -> None:
        """Tell of an event: of several about one person's emoji, the first one not yet taken."""
        waiting = self.waiting()
        if again and self.model.events:
            chosen = self.model.events[which % len(self.model.events)]
            if chosen in waiting:
                return
        elif waiting:
            chosen = waiting[which % len(waiting)]
            chosen = next(e for e in waiting if (e.thing, e.who) == (chosen.thing, chosen.who))
        else:
            return
        was_known = self.is_taken(chosen)
        self.here.tell(chosen.body)
        if not was_known and self.is_taken(chosen):
            chosen.thing.meet(chosen.act, chosen.who)

    # -- the process

    @rule(minutes=st.integers(1, 3))
    def go_on(self, minutes: int) -> None:
        """Let the process do all that it does in some minutes."""
        for _ in range(minutes):
            self.here.on(minutes=1)
            self.here.look()
            self.here.work()

    @rule(points=st.integers(0, 25), much=st.integers(1, 3))
    def die_at_work(self, points: int, much: int) -> None:
        """Have something to do, and die on the way."""
        self.write(much)
        self.here.fuse.left = points
        self.go_on(1)

    @rule()
    def look(self) -> None:
        self.here.look()

    @rule()
    def work(self) -> None:
        self.here.work()

    @rule()
    def tick(self) -> None:
        local = self.here.deps.local(self.here.hand.time)
        if self.here.tick() and local.strftime("%H:%M") >= "08:15":
            self.model.mornings.add(local.date().isoformat())

    @rule()
    def restart(self) -> None:
        self.here.boot()

    @rule(points=st.integers(0, 12))
    def die_soon(self, points: int) -> None:
        self.here.fuse.left = points

    # -- what goes wrong

    @rule(kinds=st.lists(st.sampled_from(["", *TROUBLES]), min_size=1, max_size=5))
    def slack_fails(self, kinds: list[str]) -> None:
        self.here.slack.plan = kinds

    @rule(kinds=st.lists(st.sampled_from(["", *PAGE_TROUBLES]), min_size=1, max_size=4))
    def page_fails(self, kinds: list[str]) -> None:
        self.here.page.plan = kinds

    @rule(minutes=st.sampled_from((1, 1, 5, 20, 90, 600, 1440, 3 * 1440)))
    def time_passes(self, minutes: int) -> None:
        self.here.on(minutes=minutes)

    @rule(hours=st.sampled_from((-26, -2, -0.2, 0.2, 2, 26)))
    def clock_jumps(self, hours: float) -> None:
        self.here.jump(hours=hours)

    @rule()
    def clock_is_set_right(self) -> None:
        self.here.hand.to(self.here.true.time)

    # -- what must hold

    @invariant()
    def learn(self) -> None:
        """Take up what the bot has come to know of the page, and hold what always holds."""
        if self.town is None:
            return
        known = dict.fromkeys(self.model.replies, False)
        for reply in [r for r in known if self.here.sql("select 1 from comments where id = ?", r)]:
            self.model.replies.pop(reply).meet("answer", "")
        sent = {text for (text,) in self.here.sql("select text from answers where state = 'sent'")}
        for text in sent & self.model.answers.keys():
            self.model.answers[text].meet("answer", "")
        for title in self.model.titles.keys() - self.model.late:  # such words are soon forgotten
            told = "select 1 from outbox where kind = 'note' and instr(body, ?)"
            if self.here.sql(told, title):
                self.model.late.add(title)
        assert not self.errors.found, self.errors.found[0]
        aside = set(self.here.sql("select channel, ts from outbox where key like 'ahead:%'"))
        keys = [key for place, key in self.here.slack.keys.items() if place not in aside]
        assert len(keys) == len(set(keys)), "something stands twice"

    def teardown(self) -> None:
        with self.ends:
            if self.town is not None:
                self.come_to_rest()

    def come_to_rest(self) -> None:
        """Mend everything, tell all that was not taken, and compare the world with the model."""
        town = self.here
        town.right()
        town.boot()
        town.rest()
        self.learn()  # an answer that has gone out by now comes before what is told only now
        for told in list(self.waiting()):
            assert town.tell(told.body)
            assert self.is_taken(told)
            told.thing.meet(told.act, told.who)
        town.tick()
        town.rest()
        self.learn()
        self.learn_plan()
        self.lived["runs"] = self.lived.get("runs", 0) + 1
        self.lived["deaths"] = self.lived.get("deaths", 0) + town.deaths
        self.lived["messages"] = self.lived.get("messages", 0) + len(town.slack.said)
        self.assert_slack()
        self.assert_comments()
        self.assert_page()
        self.assert_plan()
        self.assert_planned()
        with town.deps.reading() as db:
            assert audit.check(db).broken is None

    def assert_slack(self) -> None:
        """Every message once, in order per channel, in its newest state.

        One that is of use until a moment may have been given up by a clock that was fast, and is
        posted when there is news.
        """
        town = self.here
        rows = town.sql(
            "select channel, ts, key, body, state, until from outbox where kind = 'post' order by id"
        )
        assert {row[4] for row in rows} <= {"sent"}
        lasting = {(at, ts) for at, ts, *_, until in rows if until is None}
        for channel in (make.PLAN, make.COMMENTS):
            decided = [
                (ts, key.rpartition("+00:00:")[2], json.loads(body))
                for at, ts, key, body, *_ in rows
                if at == channel and ts
            ]
            order = [ts for ts, *_ in decided if (channel, ts) in lasting]
            assert order == sorted(order)
            decided.sort(key=lambda each: each[0])
            stands = sorted(
                (ts, town.slack.keys[at, ts], body)
                for (at, ts), body in town.slack.said.items()
                if at == channel
            )
            assert [(ts, key) for ts, key, _ in stands] == [(ts, key) for ts, key, _ in decided]
            assert [body["text"] for *_, body in stands] == [body["text"] for *_, body in decided]
        assert max((town.slack.replies.count(url) for url in town.slack.replies), default=0) <= 1
        ran = {due for (due,) in town.sql("select due from job_runs where job = 'digest'")}
        today = town.deps.local(town.true.time).date().isoformat()
        assert {day for day in self.model.mornings if day < today} <= ran

    def assert_comments(self) -> None:
        """Each comment is told once and stands with the team as people left it."""
        town = self.here
        with town.deps.reading() as db:
            own = [
                k.removeprefix("relay:") for k in town.slack.keys.values() if k.startswith("relay:")
            ]
            assert sorted([*own, *gathered(db)]) == sorted(self.model.things)
        stored = {i: (s, o) for i, s, o in town.sql("select comment_id, state, owner from relays")}
        for thing in self.model.things.values():
            state, owner = stored[thing.comment.id]
            assert state == thing.state, (thing, state)
            assert thing.state not in OPEN or owner == thing.owner, (thing, owner)

    def assert_page(self) -> None:
        """Each answer is public once at most, and said to be so where it is."""
        states = dict(self.here.sql("select text, state from answers"))
        for text in self.model.answers:
            assert len(self.here.page.own(text)) == (states.get(text) == "sent"), text

    def assert_plan(self) -> None:
        """What was kept of a command is decided once, unless it came too late and was told so."""
        for title, (table, is_kept) in self.model.titles.items():
            (found,) = self.here.sql(f"select count(*) from {table} where title = ?", title)[0]  # noqa: S608
            assert found <= 1, title
            assert not is_kept or found or title in self.model.late, title

    # -- looks

    def waiting(self) -> list[Told]:
        return [told for told in self.model.events if not self.is_taken(told)]

    def is_taken(self, told: Told) -> bool:
        return bool(self.here.sql("select 1 from events where id = ?", told.id))

    def acts(self, thing: Thing) -> int:
        subject = f"comment:{thing.comment.id}"
        found = self.here.sql(
            "select count(*) from audit where subject = ? and who like 'U%'", subject
        )
        return int(found[0][0])

    def place(self, thing: Thing) -> tuple[str, str] | None:
        key = f"relay:{thing.comment.id}"
        return next((at for at, one in self.here.slack.keys.items() if one == key), None)
