"""A page for tests: builders of what is read, and a page that answers what it was told to."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import datetime, timedelta

from bot.domain.page import (
    PUBLIC_SCOPE,
    PageComment,
    PageDepth,
    PageMemory,
    PagePost,
    PageRound,
    PageToken,
    PageUsage,
)
from tests import make

PAGE = "100200300400500"
POST = "122000000000001001"
TITLE = "Öppet hus på kvinnokliniken"


def post(post_id: str = POST, text: str = TITLE, **values: object) -> PagePost:
    """A post of yesterday."""
    usual: dict[str, object] = {
        "created_at": make.NOW - timedelta(days=1),
        "updated_at": None,
        "permalink": f"https://www.facebook.example/posts/{post_id}",
        "comments_reported": None,
    }
    return PagePost(id=post_id, text=text, **{**usual, **values})  # type: ignore[arg-type]


def comment(
    number: int = 1,
    text: str = "Måste man boka?",
    *,
    at: datetime = make.NOW - timedelta(minutes=3),
    under: int | None = None,
    **values: object,
) -> PageComment:
    """A comment on the post by Maja Lindqvist; *under* is the number of the one it answers."""
    usual: dict[str, object] = {
        "post_id": POST,
        "parent_id": f"{POST}_{under}" if under else None,
        "author_id": "24000000000000011",
        "author_name": "Maja Lindqvist",
        "permalink": f"https://www.facebook.example/posts/{POST}?comment_id={number}",
        "attachment": None,
        "is_hidden": False,
        "from_page": False,
    }
    merged = {**usual, **values}
    return PageComment(id=f"{POST}_{number}", text=text, created_at=at, **merged)  # type: ignore[arg-type]


def answer(
    number: int, *, under: int, at: datetime, text: str = "Nej, kom när du vill! /Elin"
) -> PageComment:
    """A reply by the page itself."""
    return comment(
        number,
        text,
        at=at,
        under=under,
        author_id=PAGE,
        author_name="Region Lillsjö",
        from_page=True,
    )


@dataclass
class FakePage:
    """A page that shows what it holds; `error` is raised instead. Looks are recorded."""

    posts: list[PagePost] = field(default_factory=lambda: [post()])
    comments: list[PageComment] = field(default_factory=list)
    page_id: str = PAGE
    error: Exception | None = None
    usage: PageUsage = field(default_factory=PageUsage)
    complete: bool = True
    looks: list[tuple[PageMemory, PageDepth]] = field(default_factory=list)
    asked: list[str] = field(default_factory=list)
    read: list[str] = field(default_factory=list)
    hidden_posts: list[PagePost] = field(default_factory=list)
    scopes: frozenset[str] = frozenset({PUBLIC_SCOPE})

    def read_page(self, memory: PageMemory, *, depth: PageDepth = PageDepth.RECENT) -> PageRound:
        self.looks.append((memory, depth))
        return self._told(self.posts, self.comments)

    def read_post(self, post_id: str, memory: PageMemory | None = None) -> PageRound:
        self.read.append(post_id)
        return self._told((), [c for c in self.comments if c.post_id == post_id], [post_id])

    def post_of(self, post_id: str) -> PagePost:
        return next(one for one in (*self.posts, *self.hidden_posts) if one.id == post_id)

    def list_posts(self) -> PageRound:
        return self._told(self.posts, ())

    def denies(self, node_id: str) -> bool:
        self.asked.append(node_id)
        return node_id not in {one.id for one in (*self.posts, *self.comments)}

    def debug_token(self) -> PageToken:
        return PageToken("PAGE", True, self.page_id, self.scopes, None, None)

    def _told(
        self,
        posts: Sequence[PagePost],
        comments: Sequence[PageComment],
        whole: Sequence[str] | None = None,
    ) -> PageRound:
        if self.error:
            raise self.error
        ordered = sorted(comments, key=lambda c: (c.created_at, c.parent_id is not None, c.id))
        read = whole if whole is not None else [post.id for post in posts]
        return PageRound(
            posts=tuple(posts),
            comments=tuple(ordered),
            usage=self.usage,
            calls=1,
            complete=self.complete,
            whole=frozenset(read if self.complete else ()),
        )

    def put(self, comment: PageComment) -> None:
        """Show *comment*, in place of an earlier state of it."""
        self.comments = [c for c in self.comments if c.id != comment.id] + [comment]
