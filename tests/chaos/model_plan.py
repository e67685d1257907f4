"""The plan in the model: forms and buttons of the desk, and posts that go out on the page.

An act was done if the post has one revision more; that it has never two, and that the plan and the
page are then as the acts say, is what is held here.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from typing import Any

from hypothesis import strategies as st
from hypothesis.stateful import invariant, rule

from bot.domain.publishing import Publishing
from bot.store import publications
from tests import make
from tests.chaos.town import Town
from tests.forms import submission

PUBLISHERS = (make.AMIRA, make.JONAS)
HOURS = (6, 11, 23)
OPEN = ("draft", "ready")
FORMS = ("move", "change", "cancel", "publish", "go_out", "go_out")
CLOSING = ("cancel",)  # has no field beside which to say why not: it is closed in any case
CLICKS = ("draft", "ready", "withdraw")

publishers = st.sampled_from(PUBLISHERS)
numbers = st.integers(0, 99)
days = st.integers(0, 3)
hours = st.sampled_from(HOURS)


@dataclass(frozen=True)
class Moment:
    """A day and a time by the wall."""

    day: date
    at: time


@dataclass
class Planned:
    """A post: what the team has made of it, and whether it is to go out by itself.

    *said* are the texts that it may show on the page: what was decided, or was already under way.
    """

    id: int
    text: str
    moment: Moment
    status: str = "ready"
    revision: int = 1
    going: str | None = None  # now, or at its time
    said: tuple[str, ...] = ()

    def meet(self, act: str, moment: Moment, text: str, *, is_past: bool, is_out: bool) -> None:
        """Let *act* be done; *is_out* where the page may show it already."""
        self.revision += act != "go_out"
        if act == "go_out":
            self.going, self.said = text, (*self.said, self.text)
            return
        if act == "move":
            self.moment = moment
            drops = self.going == "planned" and is_past
        else:
            self.status = {"cancel": "cancelled", "publish": "published"}.get(act, act)
            if act == "change":
                self.text, self.status = text, "ready"
            drops = act != "ready"
        if drops and not is_out:
            self.going = None


@dataclass(frozen=True)
class Opened:
    """A form that somebody has before them, and the revision that it shows."""

    act: str
    post: Planned
    revision: int
    body: dict[str, Any]
    moment: Moment
    text: str


class Planning:
    """Rules for the desk; what `Machine` inherits."""

    here: Town
    numbers: Iterator[int]

    def __init__(self) -> None:
        super().__init__()
        self.plan: dict[int, Planned] = {}
        self.held: list[Opened] = []

    def prepare_plan(self) -> None:
        """Let two people publish; nothing is planned yet."""
        with self.here.deps.transaction() as db:
            publications.decide(db, Publishing(is_on=True, outlet_id=1, users=PUBLISHERS))

    # -- people

    @rule(who=publishers, ahead=days, hour=hours, times=st.integers(1, 2))
    def plan_by_form(self, who: str, ahead: int, hour: int, times: int) -> None:
        """Plan a post; the form may be sent twice, for a click on *Plan* may be a double one."""
        number = next(self.numbers)
        moment, text = self.moment(ahead, hour), f"Text nummer {number}."
        view = self.here.open(make.click("plan.new", user=who))
        if view is None:
            return
        said = {"title": f"Planerat {number}", "text": text, "outlet": "1", "status": "ready"}
        body = submission(view, user=who, **said, **shown(moment))
        closed = [self.here.submit(body) for _ in range(times)]
        found = self.here.sql("select id, status from posts where title = ?", said["title"])
        assert len(found) <= 1, "planned twice"
        assert found or True not in closed, "a form was closed and nothing came of it"
        for post_id, status in found:
            assert status == "ready"
            self.plan[post_id] = Planned(post_id, text, moment)

    @rule(which=numbers, who=publishers, act=st.sampled_from(FORMS), ahead=days, hour=hours,
          planned=st.booleans(), late=st.booleans())  # fmt: skip
    def open_form(  # noqa: PLR0917 -- all that a form may say
        self, which: int, who: str, act: str, ahead: int, hour: int, planned: bool, late: bool
    ) -> None:
        """Open a form and send it, or leave it open for a while."""
        post = self.some(which)
        view = post and self.here.open(make.click(f"post.{act}", str(post.id), user=who))
        if post is None or view is None:
            return
        moment, text = self.moment(ahead, hour), f"Text nummer {next(self.numbers)}."
        said: dict[str, Any] = {}
        if act == "move":
            said = shown(moment)
        elif act == "change":
            said = {"text": text, "status": "ready"}
        elif act == "go_out":
            is_ahead = self.starts(post.moment) > self.here.hand.time  # else it is not offered
            said = {"when": (text := "planned" if planned and is_ahead else "now")}
        body = submission(view, user=who, **said)
        self.held.append(Opened(act, post, post.revision, body, moment, text))
        if not late:
            self.send_form(-1, times=1)

    @rule(which=numbers, times=st.integers(1, 2))
    def send_form(self, which: int, times: int) -> None:
        """Send a form that stands open, perhaps twice."""
        if not self.held:
            return
        form = self.held.pop(which % len(self.held))
        was_out, before = self.is_out(form.post), self.done(form.post, form.act)
        answers = [self.here.submit(form.body) for _ in range(times)]
        self.met(form, before, was_out=was_out, closed=True in answers)

    @rule(which=numbers, who=publishers, act=st.sampled_from(CLICKS))
    def click_post(self, which: int, who: str, act: str) -> None:
        """Mark a post, or keep back what waits to go out."""
        post = self.some(which)
        if post is None:
            return
        was_out, before = self.is_out(post), self.done(post, act)
        self.here.tell(make.click(f"post.{act}", str(post.id), user=who))
        if act == "withdraw":
            if self.done(post, act) > before:
                assert post.going
                assert not was_out
                post.going = None
            return
        self.met(Opened(act, post, post.revision, {}, post.moment, ""), before, was_out=was_out)

    # -- what must hold

    def met(self, form: Opened, before: int, *, was_out: bool, closed: bool = False) -> None:
        """Take up what came of an act, which is done once at most and never on what is outdated."""
        post, more = form.post, self.done(form.post, form.act) - before
        assert more in {0, 1}, f"{form.act} was done {more} times"
        assert more or not closed or form.act in CLOSING, f"{form.act}: nothing came of it"
        if more:
            assert post.revision == form.revision, f"{form.act} was done on what is outdated"
            assert post.status in OPEN, f"{form.act} was done on what is over"
            assert form.act != "go_out" or post.status == "ready"
            is_past = self.starts(form.moment) <= self.here.hand.time
            post.meet(form.act, form.moment, form.text, is_past=is_past, is_out=was_out)

    @invariant()
    def learn_plan(self) -> None:
        """Take up that posts are out, each of which somebody has decided, in these words, once."""
        for post in self.plan.values():
            if post.status in OPEN and self.published(post):
                post.status, post.revision = "published", post.revision + 1
            for text in post.said:
                assert len(self.here.page.visible(text)) <= 1, "a post stands there twice"
        if self.plan:
            allowed = {text for post in self.plan.values() for text in post.said}
            visible = {one.text for one in self.here.page.made.values() if one.is_published}
            assert visible <= allowed, "what nobody let out is out"

    def assert_planned(self) -> None:
        """The plan is as decided, each act stands in a post's story once, and the page agrees."""
        for post in self.plan.values():
            ((day, at, status, revision, text),) = self.here.sql(
                "select day, at, status, revision, text from posts where id = ?", post.id
            )
            assert (date.fromisoformat(day), time.fromisoformat(at)) == (
                post.moment.day,
                post.moment.at,
            ), post
            assert (status, revision, text) == (post.status, post.revision, post.text), post
            story = self.here.sql(
                "select revision from post_history where post_id = ? order by revision", post.id
            )
            assert [one for (one,) in story] == list(range(1, revision + 1)), post
            out = sum(len(self.here.page.visible(text)) for text in set(post.said))
            assert out <= 1, post
            if self.published(post):
                assert out == 1, post

    # -- looks

    def some(self, which: int) -> Planned | None:
        found = list(self.plan.values())
        return found[which % len(found)] if found else None

    def moment(self, ahead: int, hour: int) -> Moment:
        local = self.here.deps.local(self.here.hand.time)
        return Moment(local.date() + timedelta(days=ahead), time(hour, 30))

    def starts(self, moment: Moment) -> datetime:
        zone = self.here.deps.settings.timezone
        return datetime.combine(moment.day, moment.at, zone)

    def done(self, post: Planned, act: str) -> int:
        """Count what *act* leaves behind."""
        query = {
            "go_out": "select count(*) from publications where post_id = ?",
            "withdraw": "select count(*) from audit where act = 'post.publishing_withdrawn'"
            " and who <> 'lucka' and subject = 'post:' || ?",
        }.get(act, "select revision from posts where id = ?")
        return int(self.here.sql(query, post.id)[0][0])

    def is_out(self, post: Planned) -> bool:
        """Say whether the page may show it already."""
        return bool(
            self.here.sql(
                "select 1 from publications where post_id = ? and released_at is not null", post.id
            )
        )

    def published(self, post: Planned) -> bool:
        query = "select 1 from publications where post_id = ? and state = 'published'"
        return bool(self.here.sql(query, post.id))


def shown(moment: Moment) -> dict[str, str]:
    """Return *moment* as a form says it."""
    return {"day": moment.day.isoformat(), "time": f"{moment.at:%H:%M}"}
