"""A page on which comments are hidden and removed, for tests, and people who decide it."""

from collections.abc import Callable
from dataclasses import dataclass, field, replace
from typing import Any

from bot.deps import Deps
from bot.domain.comments import Relay
from bot.domain.copies import Picture
from bot.domain.moderation import Case
from bot.domain.page import PageComment, PageTrouble
from bot.domain.team import Team
from bot.integrations.facebook_errors import GraphError
from bot.jobs import page_writer, relay
from bot.store import comment_rules, comments, ledger, moderation, outbox, outbox_looks, team
from bot.store import page as store_page
from handlers import comment_moderation as handlers
from tests import make, page
from tests.fakes import FakeAck, FakeSlack
from tests.forms import submission

FIRST = page.comment(1).id
TS = "1795504521.000100"
LAW, PAGE = "1", "10"
"""The first rule of law (hets mot folkgrupp), and one of the page's (spam eller reklam)."""

Fault = Callable[[str, Callable[[], Any]], Any]


@dataclass
class FakePage:
    """A page with comments, of which the ids of the hidden ones are kept; *fault* is as told."""

    page_id: str = page.PAGE
    there: set[str] = field(default_factory=lambda: {page.POST, FIRST})
    hidden: set[str] = field(default_factory=set)
    hideable: bool = True
    calls: list[str] = field(default_factory=list)
    fault: Fault | None = None
    picture: Picture | Exception | None = None
    blocked: set[str] = field(default_factory=set)

    def picture_of(self, comment_id: str) -> Picture | None:
        return self._call("picture", self._picture)  # type: ignore[no-any-return]

    def _picture(self) -> Picture | None:
        if isinstance(self.picture, Exception):
            raise self.picture
        return self.picture

    def block(self, person: str) -> None:
        self._call("block", lambda: self.blocked.add(person))

    def unblock(self, person: str) -> None:
        self._call("unblock", lambda: self.blocked.discard(person))

    def set_hidden(self, comment_id: str, *, hidden: bool) -> None:
        self._call("hide" if hidden else "show", lambda: self._hide(comment_id, hidden=hidden))

    def remove_comment(self, comment_id: str) -> None:
        self._call("remove", lambda: self._remove(comment_id))

    def may_hide(self, comment_id: str) -> bool:
        return bool(self._call("may hide", lambda: self.hideable))

    def see(self, node_id: str) -> None:
        self._call("see", lambda: self._check(node_id))

    def _call(self, name: str, do: Callable[[], Any]) -> Any:
        self.calls.append(name)
        return self.fault(name, do) if self.fault else do()

    def _check(self, node_id: str) -> None:
        if node_id not in self.there:
            raise GraphError(PageTrouble.GONE, code=100, subcode=33)

    def _hide(self, comment_id: str, *, hidden: bool) -> None:
        self._check(comment_id)
        if not self.hideable:
            raise GraphError(PageTrouble.PERMISSION, code=200, status=403)
        (self.hidden.add if hidden else self.hidden.discard)(comment_id)

    def _remove(self, comment_id: str) -> None:
        self._check(comment_id)
        self.there.discard(comment_id)


def unanswered() -> GraphError:
    """The error after which nobody knows whether it was done."""
    return GraphError(PageTrouble.RETRY, reason="ReadTimeout")


def desk(deps: Deps, *people: str) -> tuple[Deps, FakePage]:
    """Return the bot's parts with rules, one comment that stands in Slack, and a team of *people*."""
    fake = FakePage()
    made = replace(deps, page=fake)  # type: ignore[arg-type]
    with made.transaction() as db:
        comment_rules.ensure_defaults(db, made.words)
        if people:
            team.save(db, Team(people[0], (), people[1:]))
    relayed(made, page.comment(1))
    with made.transaction() as db:
        for item in outbox.pending(db):
            outbox.sent(db, item, TS, revision=item.revision, now=made.now())
    return made, fake


def relayed(deps: Deps, *found: PageComment) -> None:
    """Store and relay comments."""
    now = deps.now()
    with deps.transaction() as db:
        kept = store_page.keep(db, [page.post()], found, now=now)
        new = comments.add_relays(db, kept.new, since=now.replace(year=2000), now=now)
        relay.show(deps, db, new, now=now)


def forms(deps: Deps) -> FakeSlack:
    """Return the Slack that keeps the forms."""
    assert isinstance(deps.slack, FakeSlack)
    return deps.slack


def press(deps: Deps, handler: Callable[..., None], value: object, *, user: str) -> FakeAck:
    """Press a button in the comments' channel."""
    ack = FakeAck()
    handler(deps, ack, make.click("any", str(value), user=user, channel=make.COMMENTS))
    return ack


def asked(
    deps: Deps, rule: str, words: str = "", *, user: str = make.AMIRA, comment: str = FIRST
) -> FakeAck:
    """Open the dialogue and choose a rule; the next form, or the objection, is in the answer."""
    press(deps, handlers.click, comment, user=user)
    ack = FakeAck()
    form = forms(deps).views.pop()
    handlers.ask(deps, ack, submission(form, user=user, rule=rule, words=words))
    return ack


def decide(
    deps: Deps, rule: str, words: str = "", *, user: str = make.AMIRA, **said: Any
) -> FakeAck:
    """Go through the whole dialogue, deciding what the form suggests unless told otherwise."""
    form = asked(deps, rule, words, user=user).answer["view"]
    ack = FakeAck()
    handlers.save(deps, ack, submission(form, user=user, **said))
    return ack


def write(deps: Deps) -> None:
    """Let the thread that writes on the page do what is due."""
    with deps.reading() as db:
        waiting = moderation.to_write(db)
    assert waiting or page_writer.drain(deps) > 0
    page_writer.drain(deps)


def case(deps: Deps, number: int = 1) -> Case:
    """Return a case."""
    with deps.reading() as db:
        return moderation.get(db, number)


def stored(deps: Deps) -> Relay:
    """Return the first comment as the team has it."""
    with deps.reading() as db:
        found = comments.find(db, FIRST)
    assert found
    return found


def acts(deps: Deps) -> list[tuple[str, str]]:
    """Return what was done to the first comment, by whom."""
    with deps.reading() as db:
        return [
            (a.who, a.act.removeprefix("comment.")) for a in ledger.acts(db, f"comment:{FIRST}")
        ]


def said(deps: Deps, key: str) -> dict[str, Any]:
    """Return what the message *key* says."""
    with deps.reading() as db:
        (found,) = [item for item in _all(db) if item[0] == key]
    return found[1]


def whispers(deps: Deps) -> list[str]:
    """Return the private words that wait, the newest last."""
    with deps.reading() as db:
        items = sorted(outbox.pending(db), key=lambda item: item.id)
    return [str(item.body["text"]) for item in items if item.kind == "note"]


def _all(db: Any) -> list[tuple[str, dict[str, Any]]]:
    return [(key, dict(body)) for key, body in outbox_looks.changed(db, {})]
