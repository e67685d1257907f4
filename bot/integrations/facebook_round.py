"""One look at the page: as few calls as possible, but every one that is needed."""

from collections.abc import Callable, Iterator, Mapping
from typing import Any
from urllib.parse import parse_qs, urlsplit

from bot.domain.page import PageComment, PageDepth, PagePost, PageRound, PageTrouble, PageUsage
from bot.integrations.facebook_errors import GraphError
from bot.integrations.facebook_shapes import (
    COMMENT_FIELDS,
    NEWEST_FIRST,
    comment_from,
    post_fields,
    post_from,
)

POSTS_A_CALL = 25
NESTED_COMMENTS = 25  # of each post, in the call that reads the posts
COMMENTS_A_CALL = 100  # of one post, when there are more
MOST_CALLS = 500  # of one round; far above any real need, but not endless

Json = dict[str, Any]
Get = Callable[[str, Mapping[str, str]], tuple[Json, PageUsage]]


class Round:
    """One look at the page, with what it has gathered so far."""

    def __init__(
        self, get: Get, page_id: str, known: Callable[[str], bool], depth: PageDepth
    ) -> None:
        self._get = get
        self._page_id = page_id
        self._known = known
        self._wanted = depth.value
        self._shrink = 1  # by how much the limits are divided; grows when asked to take less
        self._calls = 0
        self._complete = True
        self._usage = PageUsage()
        self._posts: dict[str, PagePost] = {}
        self._comments: dict[str, PageComment] = {}

    def read(self) -> PageRound:
        """Make the calls and return what they gave."""
        for node in self._post_nodes():
            post = post_from(node)
            self._posts[post.id] = post
            self._read_comments(post.id, node.get("comments") or {})
        ordered = sorted(self._comments.values(), key=_by_time)
        posts = tuple(self._posts.values())
        return PageRound(posts, tuple(ordered), self._usage, self._calls, self._complete)

    def _post_nodes(self) -> Iterator[Json]:
        """Yield the newest posts, page by page."""
        for page in self._pages(f"{self._page_id}/published_posts", self._post_params):
            yield from page["data"][: self._wanted - len(self._posts)]
            if len(self._posts) >= self._wanted:
                return

    def _read_comments(self, post_id: str, first: Json) -> None:
        """Take in what came with the post, and read on behind it while that is needed."""
        if self._take(post_id, first):
            return
        for page in self._pages(f"{post_id}/comments", self._comment_params, behind=first):
            if self._take(post_id, page):
                return

    def _take(self, post_id: str, page: Json) -> bool:
        """Keep the comments of one page; tell whether what lies behind it is known, too."""
        nodes = page.get("data") or []
        readable = [node for node in nodes if node.get("id")]  # withheld from who may only look
        self._complete = self._complete and len(readable) == len(nodes)
        comments = [comment_from(node, post_id, self._page_id) for node in readable]
        self._comments |= {comment.id: comment for comment in comments}
        newest_first = (page.get("summary") or {}).get("order") == NEWEST_FIRST
        return newest_first and bool(comments) and all(self._known(one.id) for one in comments)

    def _pages(
        self,
        path: str,
        params: Callable[[], dict[str, str]],
        behind: Json | None = None,
    ) -> Iterator[Json]:
        """Yield an edge's pages (those after *behind*) until there is no next one."""
        after = _next_cursor(behind) if behind is not None else ""
        seen = set()
        while after is not None:
            if after in seen or self._calls >= MOST_CALLS:
                self._complete = False
                return
            seen.add(after)
            page = self._call(path, params, after)
            yield page
            after = _next_cursor(page)

    def _call(self, path: str, params: Callable[[], dict[str, str]], after: str) -> Json:
        """Make one call; take half as much for as long as the interface finds it too much."""
        cursor = {"after": after} if after else {}
        while True:
            self._calls += 1
            try:
                body, self._usage = self._get(path, {**params(), **cursor})
            except GraphError as error:
                if not error.too_much or self._shrink > POSTS_A_CALL:
                    raise
                self._shrink *= 2
            else:
                if not isinstance(body.get("data"), list):  # a half answer is not an empty page
                    raise GraphError(PageTrouble.RETRY, reason="no data")
                return body

    def _post_params(self) -> dict[str, str]:
        limits = self._limit(POSTS_A_CALL), self._limit(NESTED_COMMENTS)
        return {"limit": str(limits[0]), "fields": post_fields(limits[1])}

    def _comment_params(self) -> dict[str, str]:
        return {
            "limit": str(self._limit(COMMENTS_A_CALL)),
            "fields": COMMENT_FIELDS,
            "filter": "stream",
            "order": NEWEST_FIRST,
            "summary": "true",
        }

    def _limit(self, usual: int) -> int:
        return max(1, usual // self._shrink)


def every_node(get: Get, path: str, params: Mapping[str, str]) -> list[Json]:
    """Return an edge to its end; raise where that is not reached: half of it proves nothing."""
    nodes: list[Json] = []
    seen: set[str] = set()
    after: str | None = ""
    while after is not None:
        if after in seen or len(seen) >= MOST_CALLS:
            raise GraphError(PageTrouble.RETRY, reason="no end")
        seen.add(after)
        page = get(path, {**params, **({"after": after} if after else {})})[0]
        if not isinstance(page.get("data"), list):
            raise GraphError(PageTrouble.RETRY, reason="no data")
        nodes += page["data"]
        after = _next_cursor(page)
    return nodes


def _by_time(comment: PageComment) -> tuple[object, ...]:
    """Sort by time; in the same second a reply comes after what it may answer."""
    return comment.created_at, comment.parent_id is not None, comment.id


def _next_cursor(page: Mapping[str, Any]) -> str | None:
    """Return the cursor behind *page*, or None after the last one.

    Only a missing `next` is the end: a page may be short, or empty, and still not be the last.
    A `next` without a cursor leads to the start ("") once more, which is told as incomplete.
    """
    paging = page.get("paging") or {}
    address = paging.get("next")
    if not address:
        return None
    in_address = parse_qs(urlsplit(address).query).get("after")
    cursor = in_address[0] if in_address else (paging.get("cursors") or {}).get("after")
    return str(cursor or "")
