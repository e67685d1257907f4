"""A page to publish on, for tests: it does what it is told, or fails as it is told to."""

import json
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field, replace
from datetime import date, datetime, time
from typing import Any

from bot.deps import Deps
from bot.domain.page import PageDraft, PageIdentity, PageTrouble
from bot.domain.plan import Entry, Post, Status
from bot.domain.publishing import Publication, Publishing
from bot.domain.team import Team
from bot.integrations.facebook_errors import GraphError
from bot.store import outbox, posts, publications, team
from tests import make, page

Fault = Callable[[str, Callable[[], Any]], Any]


def unanswered() -> GraphError:
    """The error after which nobody knows whether it was done."""
    return GraphError(PageTrouble.RETRY, reason="ReadTimeout")


@dataclass
class FakePage:
    """A page with what was created on it; *fault* stands around every call."""

    now: Callable[[], datetime]
    page_id: str = page.PAGE
    made: dict[str, PageDraft] = field(default_factory=dict)
    links: dict[str, str | None] = field(default_factory=dict)
    photos: dict[str, tuple[str, str]] = field(default_factory=dict)  # MIME type and words
    shows: dict[str, tuple[str, ...]] = field(default_factory=dict)
    calls: list[str] = field(default_factory=list)
    fault: Fault | None = None

    def whoami(self) -> PageIdentity:
        return PageIdentity(self.page_id, "Region Lillsjö")

    def upload_photo(self, name: str, data: bytes, mime: str, alt: str) -> str:
        assert name
        assert data
        return str(self._call("upload", lambda: self._bring(mime, alt)))

    def create_unpublished(self, text: str, link: str | None, photos: Sequence[str] = ()) -> str:
        return str(self._call("create", lambda: self._create(text, link, photos)))

    def drafts(self) -> list[PageDraft]:
        return list(self._call("drafts", lambda: list(self.made.values())))

    def release(self, post_id: str) -> None:
        self._call("release", lambda: self._release(post_id))

    def draft(self, post_id: str) -> PageDraft:
        found: PageDraft = self._call("draft", lambda: self.made[post_id])
        return found

    def visible(self, text: str) -> list[str]:
        """Return the ids of the visible posts that say *text*."""
        return [d.id for d in self.made.values() if d.is_published and d.text == text]

    def _call(self, name: str, do: Callable[[], Any]) -> Any:
        self.calls.append(name)
        return self.fault(name, do) if self.fault else do()

    def _bring(self, mime: str, alt: str) -> str:
        self.photos[photo := f"photo-{len(self.photos) + 1}"] = (mime, alt)
        return photo

    def alts(self, post_id: str) -> list[str]:
        """Return the words for the pictures of a post, in order."""
        return [self.photos[photo][1] for photo in self.shows[post_id]]

    def _create(self, text: str, link: str | None, photos: Sequence[str] = ()) -> str:
        number = f"{self.page_id}_{len(self.made) + 1}"
        address = f"https://www.facebook.example/posts/{len(self.made) + 1}"
        self.made[number] = PageDraft(
            number, text, self.now(), is_published=False, permalink=address
        )
        self.links[number] = link
        assert set(photos) <= self.photos.keys()
        self.shows[number] = tuple(photos)
        return number

    def _release(self, post_id: str) -> None:
        self.made[post_id] = replace(self.made[post_id], is_published=True)


def allowed(deps: Deps, *, users: tuple[str, ...] = ()) -> None:
    """Let Amira lead, and let publishing be on for the first outlet."""
    with deps.transaction() as db:
        team.save(db, Team(make.AMIRA, (make.JONAS,), ()))
        publications.decide(db, Publishing(is_on=True, outlet_id=1, users=users))


def ready(deps: Deps, text: str = "Välkommen!", **fields: Any) -> Post:
    """Plan a post that is ready: on Friday at eleven, unless told otherwise."""
    usual: dict[str, Any] = {
        "title": "Öppet hus",
        "outlet_id": 1,
        "day": date(2026, 11, 27),
        "at": time(11),
        "owner": make.AMIRA,
        "status": Status.READY,
    }
    with deps.transaction() as db:
        return posts.add(
            db, Entry(text=text, **{**usual, **fields}), who=make.AMIRA, now=deps.now()
        )


def latest(deps: Deps, post: Post) -> Publication:
    """Return the newest publication of *post*."""
    with deps.reading() as db:
        return publications.latest(db, [post.id])[post.id]


def current(deps: Deps, post: Post) -> Post:
    """Return *post* as it is now."""
    with deps.reading() as db:
        return posts.get(db, post.id)


def told(deps: Deps) -> list[str]:
    """Return everything that waits to be said, in order."""
    with deps.reading() as db:
        items = sorted(outbox.pending(db), key=lambda item: item.id)
    return [str(item.body["text"]) for item in items]


def last(deps: Deps) -> dict[str, Any]:
    """Return what was said last."""
    with deps.reading() as db:
        rows = list(db.query("select body from outbox order by id"))
    return dict(json.loads(rows[-1]["body"]))


@contextmanager
def failing(fake: FakePage, name: str, error: Exception, *, done: bool = False) -> Iterator[None]:
    """Let the calls *name* fail with *error*, done all the same or not."""

    def fault(called: str, do: Callable[[], Any]) -> Any:
        if called != name:
            return do()
        if done:
            do()
        raise error

    fake.fault = fault
    yield
    fake.fault = None
