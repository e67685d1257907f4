"""People who go on with their day, whatever becomes of the bot, and what must come of it.

Each act is remembered only for what it must lead to: an event is told again until it is taken, so
it counts in any case; a command or a click counts if its answer came. Of the others nobody knows.
"""

from collections.abc import Callable
from dataclasses import dataclass, field
from random import Random

from tests.scenarios.journey import Journey
from tests.scenarios.reading import Json, key_of
from tests.scenarios.world import AMIRA, COMMENTS, ELIN, JONAS, MIKKO, PLAN

TEAM = {AMIRA: "Amira Haddad", ELIN: "Elin Lindqvist", JONAS: "Jonas Berg", MIKKO: "Mikko Niemi"}
QUEUE = 4  # relays that may be on their way before residents pause
SPARED = 2  # gaps in the nag that nobody touches, so that there is one tomorrow


@dataclass(slots=True)
class Comment:
    """A resident's comment, and what the team has done about it so far."""

    id: str
    post: str
    state: str = "new"
    owner: str | None = None


@dataclass(slots=True)
class People:
    """The team and the residents; `rng` decides who does what."""

    journey: Journey
    rng: Random
    posts: list[str]
    comments: list[Comment] = field(default_factory=list)
    mornings: list[str] = field(default_factory=list)
    ideas: dict[str, bool] = field(default_factory=dict)  # by title: whether it was answered
    planned: dict[str, bool] = field(default_factory=dict)
    left_empty: list[str] = field(default_factory=list)
    done: int = 0

    def act(self) -> None:
        """Do one thing for which this is a moment."""
        doings = [self.write, self.take, self.release, self.handle, self.answer]
        doings += [self.keep, self.plan, self.leave_empty, self.write, self.take]
        doings += [self.sleep] * 3
        self.rng.shuffle(doings)
        self.done += any(doing() for doing in doings)

    def summary(self) -> str:
        """Count what was done."""
        counts = {
            "comments": self.comments,
            "ideas": self.ideas,
            "posts": self.planned,
            "gaps left empty": self.left_empty,
            "mornings": self.mornings,
        }
        return f"{self.done} acts, " + ", ".join(f"{len(of)} {what}" for what, of in counts.items())

    # -- residents, and the page

    def write(self) -> bool:
        """Write a comment, unless many are still on their way."""
        relayed = len(self.journey.keys(COMMENTS, "relay:"))
        if len(self.comments) - relayed >= QUEUE:
            return False
        post = self.rng.choice(self.posts)
        written = self.journey.comment(post, f"Kommentar {len(self.comments)}")
        self.comments.append(Comment(written, post))
        return True

    def answer(self) -> bool:
        """Answer a comment on the page."""
        comment = self._some(lambda c: c.state in ("new", "claimed"))
        if comment is None or self._message(comment) is None:
            return False
        self.journey.comment(comment.post, "Svar från sidan", None, under=comment.id)
        comment.state = "answered"
        return True

    # -- the team

    def take(self) -> bool:
        """Take a comment, or try to take one that somebody has."""
        comment = self._some(lambda c: c.state in ("new", "claimed"))
        if comment is None or not self._react(comment, who := self._somebody(), "eyes"):
            return False
        if comment.state == "new":
            comment.state, comment.owner = "claimed", who
        return True

    def release(self) -> bool:
        """Give a comment back, once nobody's late attempt to take it is under way."""
        if self.journey.state()["undelivered_events"]:
            return False
        comment = self._some(lambda c: c.state == "claimed")
        if comment is None or not self._react(comment, comment.owner or "", "eyes", "remove"):
            return False
        comment.state, comment.owner = "new", None
        return True

    def handle(self) -> bool:
        """Say that a comment is dealt with."""
        comment = self._some(lambda c: c.state in ("new", "claimed"))
        if comment is None or not self._react(comment, self._somebody(), "white_check_mark"):
            return False
        comment.state = "handled"
        return True

    def keep(self) -> bool:
        """Keep an idea."""
        title = f"Idé {len(self.ideas)}"
        self.ideas[title] = self._command("/idea", title)
        return True

    def plan(self) -> bool:
        """Plan a post on a day without slots, so that the gaps stay."""
        title = f"Inlägg {len(self.planned)}"
        self.planned[title] = self._command("/plan", f"torsdag 13.00 webb {title}")
        return True

    def leave_empty(self) -> bool:
        """Leave the first gap of today's nag empty; one of an earlier day may be over."""
        today = [m for m in self.journey.ours(PLAN) if key_of(m) == f"nag:{self.mornings[-1]}"]
        nags = [m for m in today if len(slots_in(m)) > SPARED]
        if not nags:
            return False
        who, slot = self._somebody(), slots_in(nags[-1])[0]
        if self.journey.click(who, nags[-1], "gap.leave_empty", forge={"value": slot})["ok"]:
            self.left_empty.append(slot)
        return True

    def sleep(self) -> bool:
        """Go home until the next working morning, once today is told and nothing is under way."""
        said = self.journey.keys(PLAN)
        today = self.mornings[-1]
        told = f"digest:{today}" in said and f"nag:{today}" in said
        kept = self.journey.sql("select 1 from inbox")
        if not told or kept or self.journey.state()["undelivered_events"]:
            return False
        self.journey.next_working_morning()
        self.mornings.append(self.journey.now().date().isoformat())
        return True

    def _command(self, command: str, text: str) -> bool:
        """Type a command; return whether it was answered."""
        who = self._somebody()
        answer = self.journey.post(
            "/ui/commands", **{"as": who}, channel=PLAN, command=command, text=text
        )
        return bool(answer["ok"])

    def _somebody(self) -> str:
        return self.rng.choice(sorted(TEAM))

    def _some(self, fits: Callable[[Comment], bool]) -> Comment | None:
        """Choose a comment that fits and whose last act is taken: acts must not overtake."""
        fitting = [c for c in self.comments if fits(c) and self.is_stored(c)]
        return self.rng.choice(fitting) if fitting else None

    def is_stored(self, comment: Comment) -> bool:
        """Say whether the bot knows what the model knows of a comment."""
        return self.journey.sql(
            "select state, owner from relays where comment_id = ?", comment.id
        ) == [(comment.state, comment.owner)]

    def unheard(self) -> list[Comment]:
        """Return the comments of which the bot does not know what the model knows."""
        return [comment for comment in self.comments if not self.is_stored(comment)]

    def _message(self, comment: Comment) -> Json | None:
        """Return the message that stands for a comment, once it does."""
        return relays(self.journey).get(comment.id)

    def _react(self, comment: Comment, who: str, name: str, action: str = "add") -> bool:
        """React to a comment's message, if it is there and this can be done."""
        message = self._message(comment)
        if message is None:
            return False
        about = {"as": who, "channel": COMMENTS, "ts": message["ts"], "name": name}
        return bool(self.journey.post("/ui/reactions", **about, action=action)["ok"])


def relays(journey: Journey) -> dict[str, Json]:
    """Return the messages that stand for comments, by the comment's id on the page."""
    return {key_of(m).removeprefix("relay:"): m for m in journey.ours(COMMENTS)}


def slots_in(message: Json) -> list[str]:
    """Return the slots that a message offers to leave empty."""
    elements = [e for block in message["blocks"] for e in block.get("elements", ())]
    return [e["value"] for e in elements if e.get("action_id") == "gap.leave_empty"]
