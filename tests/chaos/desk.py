"""What else people do at the plan desk while the bot is killed: forms and buttons of many kinds.

A click is acknowledged also where it was refused, so that it proves nothing; a form that closes
has been decided. Beside that, what must hold holds whatever came through: everything once, and
every post's history as long as its story.
"""

from dataclasses import dataclass, field
from random import Random
from time import monotonic, sleep

from tests.chaos.people import People
from tests.scenarios.journey import Journey
from tests.scenarios.reading import Json
from tests.scenarios.world import AMIRA, ELIN, JONAS, MIKKO, PLAN

GLANCE = 0.05  # seconds between two looks
SOON = 1.5  # seconds for a form to open before one gives up


@dataclass(slots=True)
class Desk:
    """Amira and Jonas, who lead; `rng` decides what they do."""

    journey: Journey
    rng: Random
    people: People
    series: dict[str, bool] = field(default_factory=dict)  # by name: whether the form closed
    ready: dict[int, str] = field(default_factory=dict)  # texts of posts whose form closed
    out: list[int] = field(default_factory=list)  # posts that were let out for sure
    free: list[str] = field(default_factory=list)  # days that are free for sure
    forms: int = 0

    def prepare(self) -> None:
        """Name the lead and allow publishing, while nobody kills."""
        shown = self.journey.say(AMIRA, "/lucka settings")
        self.journey.click(AMIRA, shown, "team.change")
        assert self.journey.submit(AMIRA, lead=AMIRA, deputies=[JONAS], members=[ELIN, MIKKO])["ok"]
        self.journey.click(AMIRA, shown, "publishing.change")
        assert self.journey.submit(AMIRA, state="on", outlet="1")["ok"]
        self.journey.settled()

    def act(self) -> None:
        """Do one thing at the desk, or let others do one."""
        doings = [self.make_series, self.go_along, self.rest]
        doings += [self.finish, self.let_out, self.route, self.people.plan, self.people.act] * 2
        self.rng.choice(doings)()

    def make_series(self) -> bool:
        """Make a series on Tuesdays, where no gap lies."""
        name = f"Serie {len(self.series)}"
        said = {"name": name, "weekdays": ["TU"], "time": "15:00"}
        opened = self._open("series.new", "")
        if opened is None:
            return False
        self.series[name] = self._submit(opened, **said)
        return True

    def finish(self) -> bool:
        """Write a text for a draft, and make it ready for the first outlet."""
        post = self._post("status = 'draft' and title like 'Inlägg%' and sibling is null")
        opened = self._open("post.change", str(post)) if post else None
        if opened is None or post is None:
            return False
        text = f"Text {post}"
        if self._submit(opened, outlet="1", text=text, status="ready"):
            self.ready[post] = text
        return True

    def let_out(self) -> bool:
        """Publish a ready post now."""
        post = self._post("status = 'ready'")
        opened = self._open("post.menu", f"go_out {post}") if post else None
        if opened is None or post is None:
            return False
        if self._submit(opened, when="now"):
            self.out.append(post)
        return True

    def go_along(self) -> bool:
        """Plan a post on the second outlet too."""
        post = self._post("status = 'ready' and sibling is null")
        opened = self._open("post.also", str(post)) if post else None
        return opened is not None and self._submit(opened, **{"on-3": ["yes"]}) is not None

    def route(self) -> bool:
        """Say where an idea belongs, twice: the second is too late."""
        found = self.journey.sql("select id from ideas where decision = 0")
        if not found:
            return False
        (idea,) = self.rng.choice(found)
        for who, outlet in ((AMIRA, 1), (JONAS, 2)):
            self._click(who, f"idea.route.{outlet}", f"{idea} 0 {outlet} one")
        return True

    def rest(self) -> bool:
        """Let a day be free."""
        day = f"2027-{self.rng.randint(3, 12):02}-{self.rng.randint(1, 28):02}"
        opened = self._open("workdays.own", "")
        if opened is not None and self._submit(opened, day=day, name="Ledigt"):
            self.free.append(day)
        return opened is not None

    def summary(self) -> str:
        """Count what was done for sure."""
        made = sum(self.series.values())
        counts = f"{made} series, {len(self.ready)} ready, {len(self.out)} out"
        return f"{counts}, {len(self.free)} free days, {self.forms} forms"

    def _post(self, fits: str) -> int | None:
        found = self.journey.sql(f"select id from posts where {fits}")  # noqa: S608 -- our own
        return self.rng.choice(found)[0] if found else None

    def _click(self, who: str, action_id: str, value: str) -> bool:
        """Click on something: on what stands in the channel, pretending that it is the button."""
        message, block, element = next(
            (message, block, element)
            for message in reversed(self.journey.ours(PLAN))
            for block in message.get("blocks", ())
            for element in [*block.get("elements", ()), block.get("accessory") or {}]
            if "action_id" in element
        )
        forged: Json = {"action_id": action_id, "value": value}
        if action_id == "post.menu":
            forged |= {"type": "overflow", "selected_option": {"value": value}}
        answer = self.journey.post(
            "/ui/actions",
            **{"as": who},
            container={"type": "message", "channel": PLAN, "ts": message["ts"]},
            block_id=block["block_id"],
            action_id=element["action_id"],
            forge=forged,
        )
        return bool(answer["ok"])

    def _open(self, action_id: str, value: str) -> Json | None:
        """Open a form, and close what stood there before; None where none comes in time."""
        for view in self._stack():
            self.journey.post(f"/ui/views/{view['id']}/close", **{"as": AMIRA})
        if not self._click(AMIRA, action_id, value):
            return None
        until = monotonic() + SOON
        while monotonic() < until:
            if stack := self._stack():
                return stack[-1]
            sleep(GLANCE)
        return None

    def _stack(self) -> list[Json]:
        return list(self.journey.get("/ui/views", **{"as": AMIRA})["stack"])

    def _submit(self, view: Json, **values: object) -> bool:
        """Send a form; return whether it closed: then it was decided."""
        self.forms += 1
        filled = {block: {"value": value} for block, value in values.items()}
        answer = self.journey.post(f"/ui/views/{view['id']}/submit", **{"as": AMIRA}, values=filled)
        return bool(answer["ok"]) and all(shown["id"] != view["id"] for shown in self._stack())
