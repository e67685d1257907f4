"""A page to answer on, for tests: it does what it is told, or fails as it is told to."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field, replace
from datetime import datetime
from typing import Any

from bot.deps import Deps
from bot.domain.answers import Answer, Answering, Kind, thread_of
from bot.domain.comments import Relay
from bot.domain.page import (
    PageComment,
    PageDepth,
    PageIdentity,
    PageMemory,
    PageRound,
    PageTrouble,
    PageUsage,
)
from bot.domain.team import Team
from bot.integrations.facebook_errors import GraphError
from bot.jobs import page_merge, relay
from bot.store import answers, comments, ledger, outbox, team
from bot.store import page as store_page
from tests import make, page

Fault = Callable[[str, Callable[[], Any]], Any]
TEXT = "Nej, kom när du vill! /Amira"


def unanswered() -> GraphError:
    """The error after which nobody knows whether it was done."""
    return GraphError(PageTrouble.RETRY, reason="ReadTimeout")


def error(kind: PageTrouble, code: int | None = None, **more: Any) -> GraphError:
    """An error that the page answers with."""
    return GraphError(kind, code=code, status=400, **more)


@dataclass
class AnswerPage:
    """A page with what is written on it; *fault* stands around every call."""

    now: Callable[[], datetime]
    page_id: str = page.PAGE
    written: dict[str, PageComment] = field(default_factory=dict)
    calls: list[str] = field(default_factory=list)
    fault: Fault | None = None
    number: int = 1000

    def whoami(self) -> PageIdentity:
        return PageIdentity(self.page_id, "Region Lillsjö")

    def put(self, *written: PageComment) -> None:
        """Let something stand there that others wrote, or the page in another way."""
        self.written |= {one.id: one for one in written}

    def reply(self, comment_id: str, text: str) -> str:
        return str(self._call("reply", lambda: self._reply(comment_id, text)))

    def replies(self, comment_id: str, post_id: str) -> list[PageComment]:
        return list(self._call("replies", lambda: self._under(comment_id)))

    def comment(self, comment_id: str, post_id: str) -> PageComment:
        found: PageComment = self._call("comment", lambda: self._there(comment_id))
        return found

    def see(self, node_id: str) -> None:
        self._call("see", lambda: self._there(node_id))

    def edit_comment(self, comment_id: str, text: str) -> None:
        self._call("edit", lambda: self._edit(comment_id, text))

    def delete_comment(self, comment_id: str) -> None:
        self._call("delete", lambda: self._delete(comment_id))

    def read_page(self, _memory: PageMemory, *, depth: PageDepth = PageDepth.RECENT) -> PageRound:
        found = sorted(self.written.values(), key=lambda c: (c.created_at, c.id))
        return PageRound((page.post(),), tuple(found), PageUsage(), 1)

    def own(self, text: str = TEXT) -> list[str]:
        """Return the ids of the page's replies that say *text*."""
        return [c.id for c in self.written.values() if c.from_page and c.text == text]

    def _call(self, name: str, do: Callable[[], Any]) -> Any:
        self.calls.append(name)
        return self.fault(name, do) if self.fault else do()

    def _there(self, comment_id: str) -> PageComment:
        if comment_id not in self.written:
            raise GraphError(PageTrouble.GONE, code=100, subcode=33, status=400)
        return self.written[comment_id]

    def _under(self, comment_id: str) -> list[PageComment]:
        self._there(comment_id)
        return [c for c in self.written.values() if c.parent_id == comment_id]

    def _reply(self, comment_id: str, text: str) -> str:
        asked = self._there(comment_id)
        self.number += 1
        made = page.comment(
            self.number,
            text,
            at=self.now(),
            author_id=self.page_id,
            author_name="Region Lillsjö",
            from_page=True,
        )
        self.put(replace(made, parent_id=asked.parent_id or asked.id))
        return made.id

    def _edit(self, comment_id: str, text: str) -> None:
        self.put(replace(self._there(comment_id), text=text))

    def _delete(self, comment_id: str) -> None:
        del self.written[self._there(comment_id).id]


@contextmanager
def failing(
    fake: AnswerPage, name: str, problem: Exception, *, done: bool = False
) -> Iterator[None]:
    """Let the calls *name* fail with *problem*, done all the same or not."""

    def fault(called: str, do: Callable[[], Any]) -> Any:
        if called != name:
            return do()
        if done:
            do()
        raise problem

    fake.fault = fault
    yield
    fake.fault = None


def allowed(deps: Deps, *, users: tuple[str, ...] = ()) -> None:
    """Let Amira lead, and let the team answer from Slack."""
    with deps.transaction() as db:
        team.save(db, Team(make.AMIRA, (make.JONAS,), (make.ELIN,)))
        answers.decide(db, Answering(is_on=True, users=users))


def relayed(deps: Deps, fake: AnswerPage, *found: PageComment) -> None:
    """Let comments stand on the page, be known, and stand in Slack."""
    fake.put(*found)
    with deps.transaction() as db:
        kept = store_page.keep(db, [page.post()], found, now=deps.now())
        new = comments.add_relays(db, kept.new, since=make.NOW.replace(year=2000), now=deps.now())
        relay.show(deps, db, new, now=deps.now())
    in_slack(deps)


def in_slack(deps: Deps) -> None:
    """Let all that waits stand in Slack."""
    with deps.transaction() as db:
        while items := outbox.pending(db):
            for item in items:
                ts = f"1795504521.{item.id:06}"
                outbox.sent(db, item, item.ts or ts, revision=item.revision, now=deps.now())


def decide(
    deps: Deps,
    asked: PageComment,
    text: str = TEXT,
    *,
    who: str = make.AMIRA,
    kind: Kind = Kind.ANSWER,
    **more: Any,
) -> Answer:
    """Decide an answer as the form does, without the form."""
    with deps.transaction() as db:
        target = thread_of(asked)
        ours = {each.page_id or "" for each in answers.of_thread(db, target)}
        known = {reply.id for reply in answers.replies(db, asked, target)} | ours
        fresh = Answer(
            id=0,
            comment_id=asked.id,
            target_id=target,
            kind=kind,
            text=text,
            who=who,
            decided_at=deps.now(),
            next_at=deps.now(),
            known=tuple(known),
        )
        return answers.add(db, replace(fresh, **more))


def stored(deps: Deps, answer: Answer) -> Answer:
    """Return *answer* as it is now."""
    with deps.reading() as db:
        return answers.get(db, answer.id)


def relay_of(deps: Deps, asked: PageComment) -> Relay:
    """Return what the team decided about a comment."""
    with deps.reading() as db:
        found = comments.find(db, asked.id)
    assert found
    return found


def acts(deps: Deps, asked: PageComment) -> list[tuple[str, str]]:
    """Return what the log says of a comment."""
    with deps.reading() as db:
        return [(act.who, act.act) for act in ledger.acts(db, f"comment:{asked.id}")]


def said(deps: Deps, prefix: str = "answer:") -> list[tuple[str, str]]:
    """Return to where and what is said under keys that begin with *prefix*, in order."""
    with deps.reading() as db:
        rows = db.query(
            "select channel, json_extract(body, '$.text') as text from outbox"
            " where substr(key, 1, ?) = ? order by id",
            [len(prefix), prefix],
        )
        return [(row["channel"], row["text"]) for row in rows]


def read(deps: Deps, fake: AnswerPage) -> None:
    """Read the page once."""
    with deps.transaction() as db:
        seen = fake.read_page(PageMemory())
        page_merge.merge(deps, db, fake.page_id, seen, now=deps.now())
